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
    """An assignment and the learner's attempt that matters: the open one, else the best."""

    assignment: Assignment
    attempt: Attempt | None
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
    attempts = with_progress(Attempt.objects.filter(learner=learner).select_related("quiz"))
    quizzes = {assignment.quiz_id for assignment in assignments}
    mine: dict[int, Attempt] = {}
    for attempt in attempts.filter(quiz__in=quizzes, retry_of=None).order_by("-finished", "score"):
        mine[attempt.quiz_id] = _more_telling(mine.get(attempt.quiz_id), attempt)
    rest = list(attempts.exclude(pk__in=[a.pk for a in mine.values()]).filter(finished=None))
    finished = list(attempts.filter(finished__isnull=False).order_by("-finished", "-pk")[:latest])
    assigned = [Assigned(a, mine.get(a.quiz_id), _is_late(a, mine.get(a.quiz_id), now)) for a in assignments]
    return Agenda(assigned, rest, finished)


def with_progress(attempts: models.QuerySet[Attempt]) -> models.QuerySet[Attempt]:
    """Annotate how many questions an attempt has, how many are answered, and which comes next, from 1."""
    counted = attempts.annotate(total=Count("responses"), done=Count("responses__answered"))
    return counted.annotate(upcoming=F("done") + 1)


def _more_telling(one: Attempt | None, other: Attempt) -> Attempt:
    if one is None or other.finished is None:
        return other
    return one if one.finished is None or (one.score or 0) > (other.score or 0) else other


def _is_late(assignment: Assignment, attempt: Attempt | None, now: datetime) -> bool:
    is_done = attempt is not None and attempt.finished is not None
    return assignment.due is not None and assignment.due < now and not is_done
