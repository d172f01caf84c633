"""Beside the answer: flags, hints, the overview and the time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from tests.conftest import signed_in
from tests.factories import StudentFactory
from tests.views.taking import HTMX, address, begin, right_form, sent

pytestmark = pytest.mark.django_db

BOTH = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])


def tool(name, attempt, position=1):
    return reverse(f"question_{name}", args=[attempt.pk, position])


def move_deadline(attempt, **away):
    """Let the time limit end so far from now, the start as far before it as it was."""
    deadline = timezone.now() + timedelta(**away)
    span = attempt.deadline - attempt.started
    Attempt.objects.filter(pk=attempt.pk).update(deadline=deadline, started=deadline - span)


@BOTH
def test_flag_marks_the_question_and_keeps_what_is_filled_in(student, student_client, headers):
    attempt = begin(student, "short_answer")

    reply = student_client.post(tool("flag", attempt), sent({"text": "some 19"}, flagged="1"), headers=headers)

    page = reply.content.decode()
    assert 'value="some 19"' in page
    assert "take the flag off" in page
    assert "</span> flagged" in page
    assert attempt.responses.get().flagged


def test_flag_comes_off(student, student_client):
    attempt = begin(student, "cloze")
    attempt.flag(1, True)

    student_client.post(tool("flag", attempt), sent({}, flagged="0"))

    assert not attempt.responses.get().flagged


def test_flag_keeps_the_focus(student, student_client):
    attempt = begin(student, "short_answer")

    page = student_client.post(tool("flag", attempt), sent({}, flagged="1"), headers=HTMX).content.decode()

    assert page.count("autofocus") == 1
    assert "data-flag autofocus" in page


@pytest.mark.parametrize("name", ["flag", "hint"])
def test_tools_that_are_only_looked_at_lead_back_to_the_question(student, student_client, name):
    attempt = begin(student, "cloze")

    assert student_client.get(tool(name, attempt)).url == address(attempt)


@pytest.mark.parametrize("name", ["flag", "hint"])
def test_tools_without_a_sound_form_say_so(student, student_client, name):
    attempt = begin(student, "cloze")

    reply = student_client.post(tool(name, attempt), {"flagged": "7", "hint": "key", "taken": "x"})

    assert reply.status_code == 422
    assert "was not complete or has been changed" in reply.content.decode()
    assert not attempt.responses.get().flagged


@pytest.mark.parametrize("name", ["flag", "hint"])
def test_tools_of_somebody_else_are_not_found(student, name):
    attempt = begin(student, "single_choice", quiz=HINTS)

    reply = signed_in(StudentFactory()).post(tool(name, attempt), TAKE | {"flagged": "1"})

    response = attempt.responses.get()
    assert (reply.status_code, response.flagged, response.hints) == (404, False, [])


@pytest.mark.parametrize("name", ["flag", "hint"])
def test_tools_of_a_later_question_one_way_do_nothing(student, student_client, name):
    attempt = begin(student, "single_choice", "single_choice", quiz=HINTS | {"one_way": True})

    student_client.post(tool(name, attempt, 2), TAKE | {"flagged": "1"})

    response = attempt.responses.get(position=2)
    assert (response.flagged, response.hints) == (False, [])


HINTS = {"hint_remove": True, "hint_paragraph": True, "hint_cost": 20, "feedback": "end"}
TAKE = {"hint": "remove", "taken": "0"}


def test_hints_are_offered_with_what_they_cost(student, student_client):
    page = student_client.get(address(begin(student, "single_choice", quiz=HINTS))).content.decode()

    assert "Take away a wrong choice" in page
    assert "Show the paragraph" in page
    assert page.count("(−20 %)") == 2


def test_no_hint_is_offered_where_the_quiz_gives_none(student, student_client):
    page = student_client.get(address(begin(student, "single_choice"))).content.decode()

    assert 'name="hint"' not in page


@BOTH
def test_hint_takes_a_wrong_choice_away(student, student_client, headers):
    attempt = begin(student, "single_choice", quiz=HINTS)

    page = student_client.post(tool("hint", attempt), sent(TAKE), headers=headers).content.decode()

    removed = next(iter(attempt.responses.get().removed))
    assert page.count("Taken away") == 1
    assert f'value="{removed}"' not in page.split('id="answer"')[1].split("</fieldset>")[0]
    assert "−20 % of what this question can earn" in page


def test_key_of_what_a_hint_took_away_is_not_named(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)

    page = student_client.post(tool("hint", attempt), sent(TAKE), headers=HTMX).content.decode()

    named = page.split("Keys: ")[1].split(" choose")[0]
    assert f"<kbd>{next(iter(attempt.responses.get().removed)) + 1}</kbd>" not in named
    assert named.count("<kbd>") >= 2


def test_hint_keeps_what_is_chosen(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)
    key = attempt.responses.get().as_shown.key[0]

    reply = student_client.post(tool("hint", attempt), sent(TAKE | {"choice": key}))

    assert reply.context["form"]["choice"].value() == str(key)


def test_choice_that_was_taken_away_is_refused(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)
    student_client.post(tool("hint", attempt), TAKE)
    removed = next(iter(attempt.responses.get().removed))

    reply = student_client.post(address(attempt), sent({"choice": removed}))

    assert reply.status_code == 422
    assert b"That choice was taken away." in reply.content
    assert attempt.responses.get().answered is None


def test_hint_pressed_twice_is_taken_once(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)

    replies = [student_client.post(tool("hint", attempt), TAKE) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 200]
    assert len(attempt.responses.get().hints) == 1


def test_another_hint_than_the_one_taken_in_another_tab_is_given(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)
    student_client.post(tool("hint", attempt), TAKE)

    page = student_client.post(tool("hint", attempt), {"hint": "paragraph", "taken": "0"}).content.decode()

    assert "The Alpha Pact was signed in 1992." in page
    assert len(attempt.responses.get().hints) == 2


def test_hint_shows_the_paragraph_unmarked(student, student_client):
    attempt = begin(student, "short_answer", quiz=HINTS)

    page = student_client.post(tool("hint", attempt), {"hint": "paragraph", "taken": "0"}).content.decode()

    assert "The Alpha Pact was signed in 1992. It came into force in 1994." in page
    assert "<mark>" not in page


def test_hint_that_there_is_not_says_so(student, student_client):
    attempt = begin(student, "short_answer", quiz=HINTS)

    reply = student_client.post(tool("hint", attempt), sent(TAKE | {"text": "some 19"}))

    assert reply.status_code == 409
    assert b"No more choices can be taken away here." in reply.content
    assert b'value="some 19"' in reply.content


@pytest.mark.parametrize("name", ["flag", "hint"])
def test_tools_after_the_feedback_lead_back_to_it(student, student_client, name):
    attempt = begin(student, "single_choice", "cloze", quiz=HINTS | {"feedback": "each"})
    student_client.post(address(attempt), sent({"leave": "1"}))

    reply = student_client.post(tool(name, attempt), TAKE | {"flagged": "1"})

    assert reply.url == address(attempt)
    assert attempt.responses.get(position=1).hints == []


def test_hint_on_a_saved_answer_is_refused(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS)
    student_client.post(address(attempt), right_form(attempt.responses.get()))

    reply = student_client.post(tool("hint", attempt), sent(TAKE))

    assert reply.status_code == 409
    assert b"You have answered this question already." in reply.content
    assert b"Save the change" in reply.content


def test_feedback_says_what_hints_cost(student, student_client):
    attempt = begin(student, "single_choice", quiz=HINTS | {"feedback": "each"})
    student_client.post(tool("hint", attempt), TAKE)
    student_client.post(address(attempt), right_form(attempt.responses.get()))

    page = student_client.get(address(attempt)).content.decode()

    assert "You took 1 hint: −20 % of what this question can earn." in page


def test_overview_names_each_state_in_words(student, student_client):
    attempt = begin(student, "cloze", "cloze", quiz={"feedback": "end"})
    attempt.answer(2, "1992", timezone.now())
    attempt.flag(2, True)

    page = student_client.get(address(attempt)).content.decode()

    assert page.count("</span> answered") == 1
    assert page.count("</span> open") == 1
    assert page.count("</span> flagged") == 1
    assert page.count('aria-current="step"') == 1


def test_overview_one_way_leads_to_no_later_question(student, student_client):
    attempt = begin(student, *["cloze"] * 3, quiz={"one_way": True})

    page = student_client.get(address(attempt)).content.decode()

    assert address(attempt, 2) not in page
    assert page.count("</span> later") == 2


TIMED = {"time_limit": 10, "feedback": "end"}


def test_time_left_is_written_by_the_server(student, student_client):
    attempt = begin(student, "cloze", quiz=TIMED)
    move_deadline(attempt, minutes=4, milliseconds=900)

    page = student_client.get(address(attempt)).content.decode()

    assert 'role="timer"' in page
    assert "<span data-timer-text>4 min</span> left" in page
    assert 'class="timer low"' in page


def test_no_time_is_shown_without_a_limit(student, student_client):
    assert b'role="timer"' not in student_client.get(address(begin(student, "cloze"))).content


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_question_after_the_deadline_leads_to_handing_in(student, student_client, headers):
    attempt = begin(student, "cloze", quiz=TIMED)
    move_deadline(attempt, seconds=-5)

    reply = student_client.get(reverse("attempt_resume", args=[attempt.pk]), follow=True)

    assert reply.redirect_chain[-1][0] == reverse("attempt_submit", args=[attempt.pk])
    assert b"Your time is up" in reply.content
    question = student_client.get(address(attempt), headers=headers)
    assert question.get("HX-Redirect", question.get("Location")) == reverse("attempt_resume", args=[attempt.pk])


def test_answer_within_the_grace_counts_and_leads_to_handing_in(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz=TIMED)
    move_deadline(attempt, seconds=-5)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get(position=1)))

    assert reply.url == reverse("attempt_submit", args=[attempt.pk])
    assert attempt.responses.get(position=1).credit == 1


@BOTH
def test_answer_after_the_grace_is_told_so(student, student_client, headers):
    attempt = begin(student, "single_choice", quiz=TIMED)
    move_deadline(attempt, seconds=-31)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get()), headers=headers)

    result = reverse("attempt_result", args=[attempt.pk])
    assert reply.get("HX-Redirect", reply.get("Location")) == result
    said = b"Your time is up. What you sent for question 1 came too late. What you answered before is kept."
    assert said in student_client.get(result).content
    assert attempt.responses.get().answered is None


def test_no_hint_is_given_after_the_deadline(student, student_client):
    attempt = begin(student, "single_choice", quiz=TIMED | HINTS)
    move_deadline(attempt, seconds=-5)

    student_client.post(tool("hint", attempt), TAKE)

    assert attempt.responses.get().hints == []
