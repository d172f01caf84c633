"""Where answers are explained later, nothing on the way tells them: not flags, hints, the overview, handing in."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Question, Quiz
from tests.factories import AssignmentFactory, EnrollmentFactory
from tests.views.taking import HTMX, address, right_form, sent
from tests.views.test_secrecy import PROOF, attempt, told

pytestmark = pytest.mark.django_db

assert attempt  # the fixture: one telling question of each kind

HEADERS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
MODES = {
    "end": {"feedback": "end"},
    "due": {"feedback": "due"},
    "one way": {"feedback": "due", "one_way": True},
    "hints": {"feedback": "end", "hint_remove": True, "hint_paragraph": True},
    "sure": {"feedback": "due", "certainty": True, "time_limit": 30},
}


@pytest.fixture(params=MODES.values(), ids=MODES.keys())
def going(request, attempt):
    """The attempt, of a quiz with other settings that is due tomorrow."""
    Quiz.objects.update(**request.param)
    course = EnrollmentFactory(person=attempt.learner).course
    AssignmentFactory(quiz=attempt.quiz, course=course, due=timezone.now() + timedelta(days=1))
    return Attempt.objects.select_related("quiz", "learner").get(pk=attempt.pk)


def some_form(response):
    """An answer that names no secret: right where places are chosen, wrong where words are typed."""
    typed = response.shown["kind"] in Question.TYPED_KINDS
    return sent({"text": "1812"}, certainty="1") if typed else right_form(response, certainty="1")


@HEADERS
def test_no_reply_on_the_way_tells_an_answer(student_client, going, headers):
    submit = reverse("attempt_submit", args=[going.pk])
    leaks = {}

    for response in going.responses.all():
        url, kind = address(going, response.position), response.shown["kind"]
        replies = {
            "asked": student_client.get(url, headers=headers),
            "refused": student_client.post(url, {"x": "1"}, headers=headers),
            "flagged": student_client.post(f"{url}flag/", sent({"flagged": "1"}), headers=headers),
            "one choice less": student_client.post(
                f"{url}hint/", sent({"hint": "remove", "taken": "0"}), headers=headers
            ),
            "handing in": student_client.get(submit),
            "saved": student_client.post(url, some_form(response), headers=headers),
            "sent again": student_client.post(url, some_form(response), headers=headers),
            "another": student_client.post(url, sent({"leave": "1"}, token="quite-another-page"), headers=headers),
            "looked at again": student_client.get(url, headers=headers),
        }
        leaks |= {f"{kind} {moment}": told(reply) for moment, reply in replies.items()}

    assert not any(leaks.values()), {moment: found for moment, found in leaks.items() if found}
    assert not going.responses.filter(answered=None).exists()


@pytest.mark.parametrize("name", ["attempt_resume", "attempt_submit", "attempt_result", "scores", "home"])
def test_no_page_around_saved_answers_tells_them(student_client, going, name):
    for response in going.responses.all():
        student_client.post(address(going, response.position), some_form(response))
    Attempt.objects.filter(pk=going.pk).update(finished=None, score=None)

    reply = student_client.get(reverse(name, args=[going.pk] if name.startswith("attempt") else []), follow=True)

    assert told(reply) == []


@HEADERS
def test_the_paragraph_is_shown_and_nothing_else(student_client, attempt, headers):
    Quiz.objects.update(feedback="end", hint_paragraph=True)
    response = attempt.responses.get(shown__kind="cloze")

    reply = student_client.post(
        f"{address(attempt, response.position)}hint/", sent({"hint": "paragraph", "taken": "0"}), headers=headers
    )

    page = reply.content.decode()
    assert re.findall("thesecret[a-z]*|777001|<mark>", page.lower()) == ["thesecretproof"]
    assert PROOF in page


def test_a_hint_of_one_question_tells_nothing_of_another(student_client, attempt):
    Quiz.objects.update(feedback="end", hint_paragraph=True)
    attempt.refresh_from_db()
    attempt.hint(1, "paragraph", timezone.now())

    assert told(student_client.get(address(attempt, 2))) == []


@HEADERS
def test_what_a_hint_took_away_is_not_what_the_key_is(student_client, student, attempt, headers):
    Quiz.objects.update(feedback="end", hint_remove=True)
    response = attempt.responses.get(shown__kind="single_choice")
    url = f"{address(attempt, response.position)}hint/"

    for taken in range(5):
        student_client.post(url, sent({"hint": "remove", "taken": str(taken)}), headers=headers)

    response.refresh_from_db()
    assert len(response.removed) == len(response.as_shown.choices) - 2
    assert not response.removed & set(response.as_shown.key)
