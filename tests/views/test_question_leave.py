"""Leaving a quiz for later: what is filled in is saved, or else is there again."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from tests.factories import StudentFactory
from tests.views.taking import HTMX, address, begin, right_form, sent

pytestmark = pytest.mark.django_db

BOTH = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
AT_END = {"feedback": "end"}
WAITS = "What you had filled in was kept. It is not sent yet"


def leave(client, attempt, form, position=1, **about):
    return client.post(reverse("question_leave", args=[attempt.pk, position]), form, **about)


def led_to(reply):
    return reply.get("Location") or reply.get("HX-Redirect")


def said(reply):
    return [str(message) for message in get_messages(reply.wsgi_request)]


def page_of(client, attempt, position=1):
    return client.get(address(attempt, position)).content.decode()


@BOTH
def test_answer_that_may_be_changed_is_saved(student, student_client, headers):
    attempt = begin(student, "short_answer", quiz=AT_END)

    reply = leave(student_client, attempt, sent({"text": "some 19"}), headers=headers)

    assert (led_to(reply), said(reply)) == (reverse("home"), ["Saved."])
    assert attempt.responses.get().given == "some 19"


@BOTH
@pytest.mark.parametrize("rules", [{"feedback": "each"}, {"feedback": "end", "one_way": True}])
def test_answer_that_would_be_final_waits_unsent(student, student_client, headers, rules):
    attempt = begin(student, "short_answer", quiz=rules)

    reply = leave(student_client, attempt, sent({"text": "some 19"}), headers=headers)

    assert led_to(reply) == reverse("home")
    assert "not sent yet" in said(reply)[0]
    assert attempt.responses.get().answered is None
    page = page_of(student_client, attempt)
    assert 'value="some 19"' in page
    assert WAITS in page


@pytest.mark.parametrize(
    ("kind", "rules", "form"),
    [("matching", AT_END, {"match_0": "1"}), ("short_answer", AT_END | {"certainty": True}, {"text": "some 19"})],
)
def test_answer_that_is_not_whole_waits_without_a_reproach(student, student_client, kind, rules, form):
    attempt = begin(student, kind, quiz=rules)

    leave(student_client, attempt, sent(form))

    page = page_of(student_client, attempt)
    assert WAITS in page
    assert 'class="error"' not in page
    assert ('value="some 19"' in page) or ('value="1" selected' in page)


def test_nothing_filled_in_is_only_left(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END)

    reply = leave(student_client, attempt, sent({"text": ""}))

    assert (led_to(reply), said(reply)) == (reverse("home"), [])
    assert WAITS not in page_of(student_client, attempt)


def test_answer_saved_before_is_only_left(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END)
    attempt.answer(1, "1992", timezone.now())

    reply = leave(student_client, attempt, sent({"text": "1992"}, version=1))

    assert (led_to(reply), said(reply)) == (reverse("home"), [])
    assert attempt.responses.get().version == 1


def test_another_certainty_is_saved(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END | {"certainty": True})
    attempt.answer(1, "1992", timezone.now(), certainty=1)

    leave(student_client, attempt, sent({"text": "1992"}, version=1, certainty=3))

    assert attempt.responses.get().certainty == 3


def test_newer_answer_is_not_overwritten_and_the_older_one_waits(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END)
    attempt.answer(1, "1992", timezone.now())

    leave(student_client, attempt, sent({"text": "some 19"}, version=0))

    assert attempt.responses.get().given == "1992"
    assert 'value="some 19"' in page_of(student_client, attempt)


def test_leaving_an_attempt_that_is_over_says_so(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END | {"time_limit": 5})
    past = timezone.now() - timedelta(hours=1)
    Attempt.objects.filter(pk=attempt.pk).update(started=past, deadline=past + timedelta(minutes=5))

    reply = leave(student_client, attempt, right_form(attempt.responses.get()), follow=True)

    assert "Your time is up." in reply.content.decode()
    assert attempt.responses.get().answered is None


def test_text_too_long_to_be_kept_stays_on_the_page(student, student_client):
    attempt = begin(student, "short_answer")

    reply = leave(student_client, attempt, sent({"text": "a" * 30_000}))

    assert reply.status_code == 422
    assert "too long to be kept" in reply.content.decode()
    assert "a" * 30_000 in reply.content.decode()


def test_left_when_the_session_had_ended_it_waits_for_the_next(client):
    attempt = begin(StudentFactory(), "short_answer", quiz=AT_END)

    leave(client, attempt, sent({"text": "some 19"}))
    client.post(reverse("account_login"), {"login": attempt.learner.username, "password": "correct horse battery"})

    assert 'value="some 19"' in page_of(client, attempt)


def test_address_alone_leads_back_to_the_question(student, student_client):
    attempt = begin(student, "short_answer")

    assert led_to(student_client.get(reverse("question_leave", args=[attempt.pk, 1]))) == address(attempt)


def test_question_of_somebody_else_is_not_found(student_client):
    attempt = begin(StudentFactory(), "short_answer")

    assert leave(student_client, attempt, sent({"text": "1992"})).status_code == 404


@pytest.mark.parametrize("rules", [{"feedback": "each"}, AT_END])
def test_question_is_left_by_a_button_of_its_form(student, student_client, rules):
    attempt = begin(student, "short_answer", quiz=rules)

    page = page_of(student_client, attempt)

    assert f'form="answer" formaction="{reverse("question_leave", args=[attempt.pk, 1])}"' in page


def test_explained_answer_is_left_by_a_link(student, student_client):
    attempt = begin(student, "short_answer", "short_answer")
    attempt.answer(1, "1992", timezone.now())

    page = page_of(student_client, attempt)

    assert "data-leave" not in page
    assert f'<a href="{reverse("home")}">Leave and come back later' in page
