"""What is said of a finished attempt, and which of several attempts counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from .. import scoring
from .attempt import Attempt
from .course import Assignment
from .explanation import Explanation, explain, with_standing
from .fact import Fact, Standing
from .memory import Review
from .quiz import Quiz
from .response import Response, review
from .sureness import Sure, sureness
from .user import User

LOOKED_BACK = timedelta(days=365)
"""An attempt that ended longer ago is not looked for when results come out; its learner still sees it counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A quiz with the score that counts of the learner's attempts, 0 to 1, and how many there are."""

    quiz: Quiz
    score: float
    attempts: int

    @property
    def has_passed(self) -> bool | None:
        """Whether the score that counts reaches the pass mark; None where there is none."""
        return self.quiz.is_passed_with(self.score)


@dataclass(frozen=True)
class Result:
    """A finished attempt with all that its learner is told."""

    attempt: Attempt
    answers: list[Explanation]
    counted: Counted | None
    left: int | None

    @classmethod
    def of(cls, attempt: Attempt, now: datetime) -> Result:
        """Return the result of an attempt that may be shown."""
        answers = explain(attempt.responses.select_related("appeal"), with_standing(attempt.learner, now))
        if attempt.retry_of_id:
            return cls(attempt, answers, None, None)
        counted = counting(Attempt.objects.revealed(attempt.learner, now).filter(quiz=attempt.quiz_id))
        allowed = attempt.quiz.attempts_allowed
        left = max(0, allowed - attempt.quiz.attempts_of(attempt.learner)) if allowed else None
        return cls(attempt, answers, counted[0] if counted else None, left)

    @cached_property
    def responses(self) -> list[Response]:
        """The answers, in the order asked."""
        return [answer.response for answer in self.answers]

    @cached_property
    def right(self) -> int:
        """How many answers are right altogether."""
        return sum(response.is_right for response in self.responses)

    @cached_property
    def partly(self) -> int:
        """How many answers are right in part."""
        return sum(not response.is_right and bool(response.credit) for response in self.responses)

    @property
    def missed(self) -> int:
        """How many answers were not right, or were so with a hint: what a round of practice is about."""
        return sum(response.is_missed for response in self.responses)

    @property
    def used(self) -> timedelta:
        """The time from the beginning to the end."""
        return (self.attempt.finished or self.attempt.started) - self.attempt.started

    @property
    def limit(self) -> timedelta | None:
        """The time there was, extra time included; None without a limit."""
        return self.attempt.deadline - self.attempt.started if self.attempt.deadline else None

    @property
    def hints(self) -> int:
        """How many hints were taken."""
        return sum(len(response.hints) for response in self.responses)

    @property
    def score_before_hints(self) -> float:
        """The score as it would be had the same answers been given without hints."""
        return scoring.score([response.mark_before_hints for response in self.responses], len(self.responses))

    @cached_property
    def sureness(self) -> list[Sure]:
        """How sure the learner was and how often rightly so, the surest first; nothing where it was not asked."""
        return [sure for sure in sureness(self.responses) if sure.count]

    @property
    def plain_score(self) -> float:
        """The score as it would be had nobody asked how sure the learner was."""
        return scoring.score([response.earned for response in self.responses], len(self.responses))

    @property
    def is_moved(self) -> bool:
        """Whether it mattered for the score how sure the learner was."""
        return abs(self.plain_score - (self.attempt.score or 0.0)) > scoring.NOTHING

    @cached_property
    def facts(self) -> list[Fact]:
        """The facts tested, each once, with what the learner retains of it and when it comes back."""
        found = {fact.pk: fact for answer in self.answers for fact in answer.facts}
        return list(found.values())

    @property
    def standing(self) -> Standing:
        """How many of those facts are known, being learned and new."""
        words = [fact.standing for fact in self.facts]  # type: ignore[attr-defined]
        return Standing(words.count("known"), words.count("learning"), words.count("unseen"))


def counting(attempts: Iterable[Attempt]) -> list[Counted]:
    """Return for each quiz the score that counts; `attempts` are finished, the oldest first, practice left out here."""
    by_quiz: dict[Quiz, list[float]] = {}
    for attempt in attempts:
        if attempt.retry_of_id is None:
            by_quiz.setdefault(attempt.quiz, []).append(attempt.score or 0.0)
    return [Counted(quiz, quiz.counted(scores) or 0.0, len(scores)) for quiz, scores in by_quiz.items()]


def scores_of(learner: User, quizzes: Iterable[int], now: datetime) -> list[Counted]:
    """Return the score that counts of each of the quizzes that was set for the learner, the latest first."""
    mine = Attempt.objects.revealed(learner, now).filter(quiz__in=quizzes, quiz__practice_for=None)
    return counting(mine.select_related("quiz"))[::-1]


def review_revealed(attempts: QuerySet[Attempt], now: datetime) -> int:
    """Let answers count as reviews whose results have come out since the attempt ended; return of how many attempts."""
    asked = Response.objects.filter(attempt=OuterRef("pk"), answered__isnull=False)
    counted = Review.objects.filter(response__attempt=OuterRef("pk"))
    coming = Assignment.objects.filter(
        Q(due__gt=now) | Q(due=None), quiz=OuterRef("quiz"), course__enrollments__person=OuterRef("learner")
    )
    found = attempts.filter(
        Exists(asked), ~Exists(counted), ~Exists(coming), finished__isnull=False, retry_of=None, quiz__feedback="due"
    )
    waiting = list(found.select_related("learner"))
    for attempt in waiting:
        review(list(attempt.responses.filter(answered__isnull=False).defer("shown")), attempt.learner, now)
    return len(waiting)
