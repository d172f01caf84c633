"""An answer sent when the session had ended is there again after signing in."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from quizzes.kept import NAME
from tests.factories import StudentFactory
from tests.views.taking import HTMX, address, begin, sent

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def attempt(student):
    return begin(student, "short_answer", "short_answer")


def sign_in(client, person):
    client.post(reverse("account_login"), {"login": person.username, "password": PASSWORD})


def sent_signed_out(client, attempt, text="1992", **headers):
    Session.objects.all().delete()
    return client.post(address(attempt), sent({"text": text}), headers=headers)


def contested_signed_out(client, attempt):
    """Send the reasons of a contest without a session; return the address of their page."""
    attempt.answer(1, "1812", timezone.now())
    contest = reverse("appeal_create", args=[attempt.pk, 1])
    client.post(contest, {"reason": "It means the same year."})
    return contest


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_answer_is_filled_in_after_signing_in(client, attempt, headers):
    sent_signed_out(client, attempt, **headers)

    sign_in(client, attempt.learner)
    page = client.get(address(attempt)).content.decode()

    assert 'value="1992"' in page
    assert "What you had filled in was kept." in page


def test_answer_kept_is_not_stored_before_it_is_sent_again(client, attempt):
    sent_signed_out(client, attempt)

    sign_in(client, attempt.learner)
    client.get(address(attempt))

    assert not attempt.responses.exclude(answered=None).exists()


def test_answer_kept_is_there_again_after_a_reload(client, attempt):
    sent_signed_out(client, attempt)
    sign_in(client, attempt.learner)
    client.get(address(attempt))

    assert "was kept" in client.get(address(attempt)).content.decode()


def test_answer_kept_is_forgotten_once_it_is_stored(client, attempt):
    sent_signed_out(client, attempt)
    sign_in(client, attempt.learner)

    client.post(address(attempt), sent({"text": "1992"}))

    assert not client.session[NAME]


def test_answers_to_several_questions_are_kept(client, attempt):
    sent_signed_out(client, attempt)
    client.post(address(attempt, 2), sent({"text": "1867"}))
    sign_in(client, attempt.learner)

    pages = [client.get(address(attempt, position)).content.decode() for position in (1, 2)]

    assert ['value="1992"' in pages[0], 'value="1867"' in pages[1]] == [True, True]


def test_answer_kept_belongs_to_its_question(client, attempt):
    sent_signed_out(client, attempt)
    sign_in(client, attempt.learner)

    assert "1992" not in client.get(address(attempt, 2)).content.decode()


def test_answer_kept_is_not_shown_to_somebody_else(client, attempt):
    sent_signed_out(client, attempt)

    sign_in(client, StudentFactory())

    assert client.get(address(attempt)).status_code == 404


def test_answer_of_enormous_length_is_not_kept(client, attempt):
    sent_signed_out(client, attempt, text="a" * 30_000)

    sign_in(client, attempt.learner)

    assert "was kept" not in client.get(address(attempt)).content.decode()


def test_sign_in_leads_back_to_the_question(client, attempt):
    reply = client.post(
        address(attempt), sent({"text": "1992"}), headers={"Referer": f"http://testserver{address(attempt)}"}
    )

    assert reply["Location"] == f"{reverse('account_login')}?next={address(attempt).replace('/', '%2F')}"


def test_answer_that_the_end_of_the_time_overtook_is_spoken_of(client, student):
    attempt = begin(student, "short_answer", quiz={"feedback": "end", "time_limit": 20, "grace": 0})
    sent_signed_out(client, attempt)
    attempt.finish(timezone.now())

    sign_in(client, student)
    page = client.get(address(attempt), follow=True).content.decode()

    assert "What had not arrived for question 1 by then does not count." in page


def test_reasons_of_a_contest_are_filled_in_after_signing_in(client, student):
    contest = contested_signed_out(client, begin(student, "short_answer"))

    sign_in(client, student)
    page = client.get(contest).content.decode()

    assert ">It means the same year.</textarea>" in page
    assert "Send it now." in page


def test_reasons_of_a_contest_are_forgotten_once_they_are_sent(client, student):
    attempt = begin(student, "short_answer")
    contest = contested_signed_out(client, attempt)
    sign_in(client, student)

    client.post(contest, {"reason": "It means the same year, I think."})

    assert attempt.responses.get().appeal.reason == "It means the same year, I think."
    assert contest not in client.session.get(NAME, {})
