"""What a learner has to do: quizzes assigned, each with how far the learner is, and attempts left open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Count, F

from .attempt import Attempt
from .course import Assignment
from .user import User


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment, the learner's attempt to go on with or to look at, and the score that counts so far.

    The attempt is the open one, else the best of those whose results are out, else the last. There is no score while
    no result is out.
    """

    assignment: Assignment
    attempt: Attempt | None
    score: float | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """A learner's assignments and open attempts at one moment."""

    assigned: list[Assigned]
    open: list[Attempt]
    finished: list[Attempt]


def agenda(learner: User, now: datetime, latest: int = 3) -> Agenda:
    """Return what is assigned, what else was begun, and the latest results, in three queries."""
    assignments = list(Assignment.objects.open_to(learner, now))
    attempts = with_progress(Attempt.objects.of(learner).with_reveal(learner, now).select_related("quiz"))
    quizzes = {assignment.quiz_id for assignment in assignments}
    mine: dict[int, list[Attempt]] = {}
    for attempt in attempts.filter(quiz__in=quizzes, retry_of=None).order_by("started", "pk"):
        mine.setdefault(attempt.quiz_id, []).append(attempt)
    assigned = [_assigned(assignment, mine.get(assignment.quiz_id, []), now) for assignment in assignments]
    rest = list(attempts.exclude(pk__in=[item.attempt.pk for item in assigned if item.attempt]).filter(finished=None))
    finished = list(attempts.filter(finished__isnull=False).order_by("-finished", "-pk")[:latest])
    return Agenda(assigned, rest, finished)


def with_progress(attempts: models.QuerySet[Attempt]) -> models.QuerySet[Attempt]:
    """Annotate how many questions an attempt has, how many are answered, and which comes next, from 1."""
    counted = attempts.annotate(total=Count("responses"), done=Count("responses__answered"))
    return counted.annotate(upcoming=F("done") + 1)


def _assigned(assignment: Assignment, attempts: list[Attempt], now: datetime) -> Assigned:
    """Choose among the learner's attempts, the oldest first, without telling of a result that is not out."""
    finished = [attempt for attempt in attempts if attempt.finished]
    shown = [attempt for attempt in finished if attempt.is_revealed]  # type: ignore[attr-defined]
    attempt = next((one for one in attempts if not one.finished), None)
    if attempt is None and finished:
        attempt = max(shown, key=lambda one: one.score or 0.0) if shown else finished[-1]
    score = assignment.quiz.counted([one.score or 0.0 for one in shown])
    is_late = assignment.due is not None and assignment.due < now and not finished
    return Assigned(assignment, attempt, score, is_late)
