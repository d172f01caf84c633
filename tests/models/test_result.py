"""What is said of a finished attempt."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.models.result import Result
from tests.factories import ArticleFactory, AttemptFactory, QuestionFactory, QuizFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def taken(learner, *answers, **about):
    """A finished attempt; each answer is True, False or None, or (that, its certainty)."""
    article = ArticleFactory()
    for _ in answers:
        QuestionFactory(article=article)
    about = {"owner": learner, "length": len(answers), "certainty": any(isinstance(a, tuple) for a in answers)} | about
    attempt = Attempt.objects.start(learner, QuizFactory(articles=[article], **about), len(answers), 5, NOW)
    for response, answer in zip(attempt.responses.all(), answers, strict=True):
        is_right, certainty = answer if isinstance(answer, tuple) else (answer, None)
        key = response.as_shown.key[0]
        given = None if is_right is None else [key if is_right else (key + 1) % 4]
        attempt.answer(response.position, given, NOW, certainty=certainty)
    attempt.refresh_from_db()
    return attempt


def test_right_partly_and_missed_are_counted(student):
    result = Result.of(taken(student, True, False, None), NOW)

    assert (result.right, result.partly, result.missed) == (1, 0, 2)


def test_right_answer_with_a_hint_is_right_and_its_cost_is_told(student):
    article = ArticleFactory()
    QuestionFactory(article=article)
    quiz = QuizFactory(articles=[article], owner=student, length=1, hint_remove=True, hint_cost=25)
    attempt = Attempt.objects.start(student, quiz, 1, 5, NOW)
    attempt.hint(1, "remove", NOW)
    attempt.answer(1, list(attempt.responses.get().as_shown.key), NOW)

    result = Result.of(Attempt.objects.get(), NOW)

    assert (result.right, result.partly, result.missed, result.hints) == (1, 0, 1, 1)
    assert (result.attempt.score, result.score_before_hints) == (0.75, 1)


@pytest.mark.parametrize("is_right", [True, False])
def test_hints_that_cost_everything_leave_right_and_wrong_apart(student, is_right):
    article = ArticleFactory()
    QuestionFactory(article=article)
    quiz = QuizFactory(articles=[article], owner=student, length=1, hint_paragraph=True, hint_cost=100)
    attempt = Attempt.objects.start(student, quiz, 1, 5, NOW)
    attempt.hint(1, "paragraph", NOW)
    key = attempt.responses.get().as_shown.key[0]
    attempt.answer(1, [key if is_right else (key + 1) % 4], NOW)

    result = Result.of(Attempt.objects.get(), NOW)

    assert (result.right, result.score_before_hints, result.attempt.score) == (is_right, is_right, 0)


def test_what_hints_cost_is_told_with_what_certainty_did(student):
    article = ArticleFactory()
    QuestionFactory.create_batch(2, article=article)
    about = {"hint_paragraph": True, "hint_cost": 50, "certainty": True}
    quiz = QuizFactory(articles=[article], owner=student, length=2, **about)
    attempt = Attempt.objects.start(student, quiz, 2, 5, NOW)
    for response, certainty in zip(attempt.responses.all(), (3, 1), strict=True):
        attempt.hint(response.position, "paragraph", NOW)
        attempt.answer(response.position, list(response.as_shown.key), NOW, certainty=certainty)

    result = Result.of(Attempt.objects.get(), NOW)

    assert result.attempt.score == pytest.approx(1 / 3)
    assert result.score_before_hints == pytest.approx(2 / 3)
    assert (result.plain_score, result.is_moved) == (0.5, True)


def test_sureness_is_told_from_the_surest_on(student):
    result = Result.of(taken(student, (True, 3), (False, 3), (True, 1)), NOW)

    assert [(sure.label, sure.count, sure.right) for sure in result.sureness] == [
        ("very sure", 2, 1),
        ("not sure", 1, 1),
    ]
    assert result.plain_score == pytest.approx(2 / 3)
    assert result.attempt.score < result.plain_score


def test_nothing_is_told_of_sureness_that_was_not_asked(student):
    assert Result.of(taken(student, True), NOW).sureness == []


def test_time_used_stands_against_the_limit(student):
    attempt = taken(student, True, time_limit=20)
    attempt.finished = attempt.started + timedelta(minutes=12, seconds=30)

    result = Result.of(attempt, NOW)

    assert (result.used, result.limit) == (timedelta(minutes=12, seconds=30), timedelta(minutes=20))


def test_attempts_that_count_and_those_left_are_told(student):
    attempt = taken(student, False, attempts_allowed=3, counts="best")
    AttemptFactory(learner=student, quiz=attempt.quiz, finished=NOW, started=NOW, score=1)
    AttemptFactory(learner=student, quiz=attempt.quiz, finished=NOW, started=NOW, score=1, retry_of=attempt)

    result = Result.of(attempt, NOW)

    assert (result.counted.score, result.counted.attempts, result.left) == (1, 2, 1)


def test_practice_round_counts_nowhere(student):
    attempt = taken(student, False)
    practice = attempt.retry(5, NOW)
    practice.answer(1, [0], NOW)
    practice.refresh_from_db()

    result = Result.of(practice, NOW)

    assert (result.counted, result.left) == (None, None)


def test_facts_tell_what_is_remembered(student):
    result = Result.of(taken(student, True, False), NOW + timedelta(hours=1))

    assert [fact.standing for fact in result.facts] == ["learning", "learning"]
    assert (result.standing.learning, result.standing.total) == (2, 2)
    assert all(fact.due for fact in result.facts)
