"""An attempt as a whole: going on, handing in."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.conftest import signed_in
from tests.factories import StudentFactory
from tests.views.taking import address, begin

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["attempt_resume", "attempt_result"])
def test_attempt_of_somebody_else_is_not_found(student, teacher_client, name):
    attempt = begin(student, "single_choice")

    assert teacher_client.get(reverse(name, args=[attempt.pk])).status_code == 404


def test_resume_goes_to_the_first_open_question(student, student_client):
    attempt = begin(student, "single_choice", "single_choice")
    attempt.answer(1, [0], timezone.now())

    reply = student_client.get(reverse("attempt_resume", args=[attempt.pk]))

    assert reply.url == address(attempt, 2)


def test_resume_of_a_finished_attempt_goes_to_the_result(student, student_client):
    attempt = begin(student, "single_choice")
    attempt.answer(1, [0], timezone.now())

    reply = student_client.get(reverse("attempt_resume", args=[attempt.pk]))

    assert reply.url == reverse("attempt_result", args=[attempt.pk])


def test_resume_with_every_question_answered_goes_to_handing_in(student, student_client):
    attempt = begin(student, "single_choice", quiz={"feedback": "end"})
    attempt.answer(1, [0], timezone.now())

    reply = student_client.get(reverse("attempt_resume", args=[attempt.pk]))

    assert reply.url == reverse("attempt_submit", args=[attempt.pk])


def test_submit_tells_what_is_open(student, student_client):
    attempt = begin(student, "single_choice", "cloze")

    page = student_client.get(reverse("attempt_submit", args=[attempt.pk])).content.decode()

    assert "<strong>0 of 2</strong> questions are answered" in page
    assert f'href="{address(attempt, 2)}"' in page
    attempt.refresh_from_db()
    assert attempt.finished is None


@pytest.mark.parametrize("rules", [{}, {"feedback": "end", "one_way": True}], ids=["explained", "one way"])
def test_question_left_open_is_told_as_that_everywhere(student, student_client, rules):
    attempt = begin(student, "single_choice", "cloze", "cloze", quiz=rules)
    attempt.answer(1, None, timezone.now())

    asked, submit = (
        student_client.get(where).content.decode()
        for where in (address(attempt, 2), reverse("attempt_submit", args=[attempt.pk]))
    )
    student_client.post(reverse("attempt_submit", args=[attempt.pk]))
    result = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "0 of 3 answered, 1 left open" in asked
    assert "<strong>0 of 3</strong> questions are answered, 1 left open." in submit
    assert "Submit with 2 open" in submit
    assert [page.count("</span> left open</span>") for page in (asked, submit)] == [1, 1]
    assert (result.count("Left open."), result.count("Not answered.")) == (1, 2)


def test_submit_hands_in_once(student, student_client):
    attempt = begin(student, "single_choice", quiz={"feedback": "end"})
    submit, result = (reverse(name, args=[attempt.pk]) for name in ("attempt_submit", "attempt_result"))

    replies = [student_client.post(submit) for _ in range(2)]

    assert [reply.url for reply in replies] == [result, result]
    attempt.refresh_from_db()
    assert attempt.score == 0


def test_submit_of_somebody_else_is_not_found(student):
    attempt = begin(student, "single_choice")

    reply = signed_in(StudentFactory()).post(reverse("attempt_submit", args=[attempt.pk]))

    attempt.refresh_from_db()
    assert (reply.status_code, attempt.finished) == (404, None)


def test_submit_names_what_is_flagged(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz={"feedback": "end"})
    attempt.flag(2, True)

    page = student_client.get(reverse("attempt_submit", args=[attempt.pk])).content.decode()

    assert "Flagged: 1" in page
    assert "Open: 2" in page


@pytest.mark.parametrize("length", [1, 50])
def test_submit_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["single_choice"] * length, quiz={"feedback": "end"})

    with django_assert_num_queries(5):
        student_client.get(reverse("attempt_submit", args=[attempt.pk]))
