"""Answers that are explained later: saved, changed, left open, with a certainty."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from tests.views.taking import HTMX, address, begin, right_form, sent

pytestmark = pytest.mark.django_db

LATE = {"feedback": "end"}


@pytest.mark.parametrize("feedback", ["end", "due"])
def test_answer_before_feedback_goes_on_to_the_next_open_question(student, student_client, feedback):
    attempt = begin(student, "single_choice", "single_choice", quiz={"feedback": feedback})

    reply = student_client.post(address(attempt), right_form(attempt.responses.get(position=1)), follow=True)

    assert reply.redirect_chain == [(address(attempt, 2), 302)]
    assert b"Your answer to question 1 is saved." in reply.content


def test_answer_before_feedback_by_htmx_is_followed_by_the_next_open_question(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz=LATE)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get(position=1)), headers=HTMX)

    assert reply["HX-Push-Url"] == address(attempt, 2)
    assert b'data-announce="Saved. Question 2."' in reply.content
    assert f'action="{address(attempt, 2)}"'.encode() in reply.content


def test_last_answer_before_feedback_leads_to_handing_in(student, student_client):
    attempt = begin(student, "single_choice", quiz=LATE)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get()))

    assert reply.url == reverse("attempt_submit", args=[attempt.pk])


def test_saved_answer_is_filled_in(student, student_client):
    attempt = begin(student, "short_answer", quiz=LATE)
    attempt.answer(1, "1867", timezone.now())

    page = student_client.get(address(attempt)).content.decode()

    assert 'value="1867"' in page
    assert "You can change it until you submit" in page
    assert 'name="version" value="1"' in page


def test_saved_answer_can_be_changed(student, student_client):
    attempt = begin(student, "short_answer", quiz=LATE)
    attempt.answer(1, "1867", timezone.now(), token="the-first-form-of-all")

    student_client.post(address(attempt), sent({"text": "1992"}, version=1))

    response = attempt.responses.get()
    assert (response.given, response.version) == ("1992", 2)


def test_answer_of_a_page_that_never_was_is_told_so(student, student_client):
    attempt = begin(student, "short_answer", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"text": "1992"}, version=7))

    page = reply.content.decode()
    assert (reply.status_code, attempt.responses.get().answered) == (422, None)
    assert "This page was not complete or has been changed." in page
    assert "saved last" not in page
    assert 'value="1992"' in page


@pytest.mark.parametrize("go", ["x", "-1", "5000"])
def test_way_that_no_page_offers_is_told_so(student, student_client, go):
    attempt = begin(student, "short_answer", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"text": "1992", "go": go}))

    assert reply.status_code == 422
    assert b"This page was not complete or has been changed." in reply.content
    assert b"whole number" not in reply.content


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_answer_of_an_older_page_changes_nothing_and_is_given_back(student, student_client, headers):
    attempt = begin(student, "short_answer", quiz=LATE)
    attempt.answer(1, "1867", timezone.now(), token="the-first-form-of-all")

    reply = student_client.post(address(attempt), sent({"text": "1992"}, version=0), headers=headers)

    page = reply.content.decode()
    assert reply.status_code == 409
    assert "older than the answer you saved last" in page
    assert "<strong>1867</strong>" in page
    assert 'value="1992"' in page
    assert 'name="version" value="1"' in page
    assert attempt.responses.get().given == "1867"


def test_i_do_not_know_shows_the_proof_and_counts_as_wrong(student, student_client):
    attempt = begin(student, "single_choice", "cloze")

    reply = student_client.post(address(attempt), sent({"leave": "1"}), headers=HTMX)

    assert b"<mark>The Alpha Pact was signed in 1992.</mark>" in reply.content
    assert attempt.responses.get(position=1).credit == 0


def test_i_do_not_know_one_way_leaves_the_question_for_good(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz={"one_way": True, "feedback": "end"})

    student_client.post(address(attempt), sent({"leave": "1"}))

    page = student_client.get(address(attempt)).content.decode()
    assert "You left this open." in page
    assert "cannot be changed any more" in page


def test_i_do_not_know_is_no_answer_where_one_can_be_given_later(student, student_client):
    attempt = begin(student, "single_choice", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"leave": "1"}))

    assert reply.status_code == 422
    assert attempt.responses.get().answered is None


SURE = {"feedback": "end", "certainty": True}


@pytest.mark.parametrize(
    ("chosen", "said"), [({}, "Say how sure you are."), ({"certainty": "4"}, "from the three shown")]
)
def test_certainty_is_asked_for(student, student_client, chosen, said):
    attempt = begin(student, "short_answer", quiz=SURE)

    reply = student_client.post(address(attempt), sent({"text": "1992"}, **chosen))

    assert reply.status_code == 422
    assert said in reply.content.decode()
    assert attempt.responses.get().answered is None


@pytest.mark.parametrize(("late", "kept"), [(5, 1), (-5, None), (90, None)])
def test_certainty_not_said_is_the_lowest_once_the_time_is_over_and_before_the_grace_is(
    student, student_client, late, kept
):
    attempt = begin(student, "short_answer", "short_answer", quiz=SURE | {"time_limit": 20, "grace": 60})
    Attempt.objects.filter(pk=attempt.pk).update(deadline=timezone.now() - timedelta(seconds=late))

    student_client.post(address(attempt), sent({"text": "1992"}, version=0))

    response = attempt.responses.get(position=1)
    assert (response.certainty, response.given) == (kept, "1992" if kept else None)


def test_certainty_is_kept_with_the_answer(student, student_client):
    attempt = begin(student, "short_answer", quiz=SURE)

    student_client.post(address(attempt), sent({"text": "1992"}, certainty="2"))

    assert attempt.responses.get().certainty == 2
    assert (
        'value="2"' in student_client.get(address(attempt)).content.decode().split("checked")[0].rsplit("<input", 1)[1]
    )


def test_another_certainty_is_saved_on_the_way_to_another_question(student, student_client):
    attempt = begin(student, "short_answer", "short_answer", quiz=SURE)
    attempt.answer(1, "1992", timezone.now(), certainty=1)

    student_client.post(address(attempt), sent({"text": "1992"}, version=1, certainty="3", go="2"))

    assert attempt.responses.get(position=1).certainty == 3


def test_a_certainty_without_an_answer_does_not_stand_in_the_way(student, student_client):
    attempt = begin(student, "short_answer", "short_answer", quiz=SURE)

    reply = student_client.post(address(attempt), sent({"text": ""}, certainty="3", go="2"))

    assert reply.url == address(attempt, 2)


def test_certainty_tells_what_it_earns(student, student_client):
    page = student_client.get(address(begin(student, "cloze", quiz=SURE))).content.decode()

    assert "Very sure: right +3, wrong −6" in page


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_going_to_another_question_saves_first(student, student_client, headers):
    attempt = begin(student, "short_answer", "short_answer", "short_answer", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"text": "1992"}, go="3"), headers=headers)

    assert reply.get("HX-Push-Url", reply.get("Location")) == address(attempt, 3)
    assert attempt.responses.get(position=1).given == "1992"


def test_every_way_to_another_question_saves_without_script(student, student_client):
    attempt = begin(student, "short_answer", "short_answer", "short_answer", quiz=LATE)

    page = student_client.get(address(attempt)).content.decode()

    for position in range(4):
        assert f'form="answer" name="go" value="{position}"' in page
    assert f'href="{address(attempt, 2)}"' not in page
    assert f'href="{reverse("attempt_submit", args=[attempt.pk])}"' not in page


def test_ways_are_links_where_an_answer_counts_at_once(student, student_client):
    attempt = begin(student, "short_answer", "short_answer")

    page = student_client.get(address(attempt)).content.decode()

    assert 'name="go"' not in page
    assert f'<a href="{address(attempt, 2)}" class="place-box"' in page
    assert f'href="{reverse("attempt_submit", args=[attempt.pk])}"' in page


@pytest.mark.parametrize("go", ["2", "0"])
def test_going_away_from_an_empty_form_saves_nothing(student, student_client, go):
    attempt = begin(student, "short_answer", "short_answer", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"text": ""}, go=go))

    assert reply.url == (address(attempt, 2) if go == "2" else reverse("attempt_submit", args=[attempt.pk]))
    assert attempt.next_position == 1


def test_going_away_from_an_answer_that_is_saved_does_not_save_it_again(student, student_client):
    attempt = begin(student, "ordering", "short_answer", quiz=LATE)
    order = attempt.responses.get(shown__kind="ordering")
    attempt.answer(order.position, [2, 0, 1], timezone.now())

    places = {"place_2": "1", "place_0": "2", "place_1": "3"}
    student_client.post(address(attempt, order.position), sent(places, version=1, go="2"))

    order.refresh_from_db()
    assert order.version == 1


@pytest.mark.parametrize("text", ["1992", ""], ids=["filled in", "empty"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_going_to_a_question_that_is_not_there_goes_to_the_next_open_one(student, student_client, headers, text):
    attempt = begin(student, "short_answer", "short_answer", quiz=LATE)

    reply = student_client.post(address(attempt), sent({"text": text}, go="99"), headers=headers)

    ways = [reply.get(name) for name in ("HX-Push-Url", "HX-Redirect", "Location")]
    assert address(attempt, 2) in ways
    assert (attempt.responses.get(position=1).given or "") == text


@pytest.mark.parametrize("go", ["-1", "x", "1000"])
def test_going_nowhere_is_refused(student, student_client, go):
    attempt = begin(student, "short_answer", quiz=LATE)

    assert student_client.post(address(attempt), sent({"text": "1992"}, go=go)).status_code == 422


@pytest.mark.parametrize("feedback", ["end", "due"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_right_and_wrong_answers_get_the_same_page(student, student_client, feedback, headers):
    attempt = begin(student, "single_choice", "single_choice", quiz={"feedback": feedback})
    pages = []
    for response, given in zip(attempt.responses.all(), ["right", "wrong"], strict=True):
        key = response.as_shown.key[0]
        attempt.answer(response.position, [key] if given == "right" else [(key + 1) % 4], timezone.now())
        pages.append(student_client.get(address(attempt, response.position), headers=headers).content.decode())

    for page in pages:
        assert "Right" not in page
        assert "Wrong" not in page
        assert "verdict" not in page


@pytest.mark.parametrize("length", [1, 50])
def test_saved_answer_with_its_hints_costs_the_same_queries_for_any_length(
    student, student_client, length, django_assert_num_queries
):
    quiz = {"feedback": "end", "hint_paragraph": True, "certainty": True, "time_limit": 20}
    attempt = begin(student, *["short_answer"] * length, quiz=quiz)
    attempt.hint(1, "paragraph", timezone.now())
    attempt.answer(1, "1992", timezone.now(), certainty=1)

    with django_assert_num_queries(8):
        student_client.get(address(attempt))


@pytest.mark.parametrize("length", [2, 50])
def test_saving_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["short_answer"] * length, quiz=LATE)

    with django_assert_num_queries(6):
        reply = student_client.post(address(attempt), sent({"text": "1992"}), headers=HTMX)

    assert reply["HX-Push-Url"] == address(attempt, 2)
