from datetime import UTC, datetime, timedelta

import pytest

from quizzes.models import Assignment
from quizzes.models.agenda import agenda
from tests.factories import (
    AssignmentFactory,
    AttemptFactory,
    EnrollmentFactory,
    QuizFactory,
    ResponseFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def course(student):
    return EnrollmentFactory(person=student).course


def assigned(course, **about):
    return AssignmentFactory(course=course, **({"opens": NOW - HOUR} | about))


def finished(learner, quiz, score, **about):
    fields = {"started": NOW - HOUR, "finished": NOW, "score": score} | about
    return AttemptFactory(learner=learner, quiz=quiz, **fields)


def test_open_to_puts_the_first_due_first_and_those_without_a_date_last(student, course):
    without = assigned(course)
    later = assigned(course, due=NOW + 2 * HOUR)
    sooner = assigned(course, due=NOW + HOUR)

    assert list(Assignment.objects.open_to(student, NOW)) == [sooner, later, without]


@pytest.mark.parametrize("times", [{"opens": NOW + HOUR}, {"opens": NOW - HOUR, "closes": NOW}])
def test_open_to_excludes_what_has_not_opened_or_has_closed(student, course, times):
    assigned(course, **times)

    assert not Assignment.objects.open_to(student, NOW).exists()


def test_open_to_excludes_other_classes(student, course):
    AssignmentFactory(opens=NOW - HOUR)

    assert not Assignment.objects.open_to(student, NOW).exists()


def test_open_to_excludes_classes_that_one_teaches(student):
    course = EnrollmentFactory(person=student, role="teacher").course
    assigned(course)

    assert not Assignment.objects.open_to(student, NOW).exists()


def test_assignment_not_started_has_no_attempt(student, course):
    assignment = assigned(course)
    AttemptFactory(learner=StudentFactory(), quiz=assignment.quiz)

    item = agenda(student, NOW).assigned[0]

    assert (item.assignment, item.attempt, item.is_late) == (assignment, None, False)


def test_open_attempt_tells_the_question_it_stands_at(student, course):
    attempt = AttemptFactory(learner=student, quiz=assigned(course).quiz)
    ResponseFactory(attempt=attempt, answered=NOW, credit=1)
    ResponseFactory.create_batch(2, attempt=attempt)

    found = agenda(student, NOW).assigned[0].attempt

    assert (found, found.upcoming, found.total) == (attempt, 2, 3)


def test_open_attempt_matters_more_than_a_finished_one(student, course):
    quiz = assigned(course).quiz
    finished(student, quiz, 1.0)
    attempt = AttemptFactory(learner=student, quiz=quiz, started=NOW)

    assert agenda(student, NOW).assigned[0].attempt == attempt


@pytest.mark.parametrize("scores", [(0.4, 0.9, 0.5), (0.9, 0.4, 0.5)])
def test_best_of_the_finished_attempts_matters(student, course, scores):
    quiz = assigned(course).quiz
    for number, score in enumerate(scores):
        finished(student, quiz, score, finished=NOW - number * timedelta(minutes=1))

    assert agenda(student, NOW).assigned[0].attempt.score == 0.9


def test_assignment_past_its_date_is_late(student, course):
    assigned(course, due=NOW - timedelta(minutes=1))

    assert agenda(student, NOW).assigned[0].is_late


def test_assignment_done_is_not_late(student, course):
    finished(student, assigned(course, due=NOW - timedelta(minutes=1)).quiz, 0.5)

    assert not agenda(student, NOW).assigned[0].is_late


def test_open_lists_attempts_that_no_assignment_shows(student, course):
    AttemptFactory(learner=student, quiz=assigned(course).quiz)
    practice = AttemptFactory(learner=student, quiz=QuizFactory())
    AttemptFactory(quiz=QuizFactory())

    assert agenda(student, NOW).open == [practice]


def test_practice_round_is_open_beside_its_assignment(student, course):
    quiz = assigned(course).quiz
    first = finished(student, quiz, 0.5)
    practice = AttemptFactory(learner=student, quiz=quiz, retry_of=first, started=NOW)

    found = agenda(student, NOW)

    assert (found.assigned[0].attempt, found.open) == (first, [practice])


def test_finished_lists_the_latest_results_first(student):
    attempts = [finished(student, QuizFactory(), 0.5, finished=NOW + number * HOUR) for number in range(4)]

    assert agenda(student, NOW).finished == attempts[:0:-1]
