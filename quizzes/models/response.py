from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, Q
from django.utils.functional import cached_property

from .. import memory as schedule
from .. import scoring
from ..engine import questions as engine
from .course import Assignment
from .fact import Fact
from .prepared import Changed, Prepared
from .question import Question
from .quiz import Quiz, Refused
from .user import User

if TYPE_CHECKING:
    from .attempt import Attempt


type Tested = Callable[[list[int]], Iterable[Fact]]
"""Fetches the facts that questions test, each with the number of its question as `asked`."""

NEIGHBOURS = 40
"""So many of the latest attempts are looked at, so that neighbours are asked other forms."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it was sent, None to leave the question open for good.

    `token` names the form that it was sent with, `version` is that of the response when the form was made.
    """

    given: engine.Given | None
    at: datetime
    token: str = ""
    version: int = 0
    certainty: int | None = None


class ResponseManager(models.Manager["Response"]):
    """Where single responses come from."""

    def own(self, learner: User, attempt: int, position: int) -> Response:
        """Return a response of the learner's own attempt, with the attempt, its quiz and an appeal."""
        response: Response | None = OWN.first(learner.pk, attempt, position)
        if response is None:
            raise Response.DoesNotExist
        response.attempt.learner = learner
        return response

    def at(self, attempt: Attempt, position: int) -> Response:
        """Return the response in one place of the attempt."""
        response: Response | None = AT.first(attempt.pk, position)
        if response is None:
            raise Response.DoesNotExist
        response.attempt = attempt
        return response

    def asked(self, learner: User, quiz: Quiz) -> tuple[frozenset[int], dict[int, int]]:
        """Return the questions that the learner was asked in a quiz before, and how often each was lately asked."""
        mine = self.filter(attempt__learner=learner, attempt__quiz=quiz)
        # An article's "Quiz me" is drawn afresh each time: there only the learner's own count.
        lately = {} if quiz.practice_for_id else self.lately_asked(quiz.attempts.all())
        return frozenset(mine.values_list("question", flat=True)), lately

    def lately_asked(self, attempts: models.QuerySet[Attempt]) -> dict[int, int]:
        """Return how often each question was asked in the latest of these attempts.

        Whoever sits beside whom began lately; to count all that a quiz ever asked would take longer every year.
        """
        latest = attempts.order_by("-pk").values("pk")[:NEIGHBOURS]
        rows = self.filter(attempt__in=latest).order_by().values_list("question").annotate(times=Count("pk"))
        return dict(rows)


class Response(models.Model):
    """One position of an attempt: the question exactly as shown, and what was answered.

    `shown` is the engine's question as JSON (quizzes.engine.questions.to_json) in the order shown, key included:
    only its public part may reach a browser before the attempt `reveals` it. `version` counts the answers saved: a
    form names the one it was made from, so that an old page never overwrites a newer answer. `token` names the form
    whose answer is kept, so that sending it again changes nothing. `hints` are those taken, in order: {"remove": i}
    for the i-th choice as shown, {"paragraph": true}; "cost" is what each costs in per cent, as it was told then.
    """

    class Certainty(models.IntegerChoices):
        LOW = 1, "Not sure"
        MIDDLE = 2, "Fairly sure"
        HIGH = 3, "Very sure"

    attempt = models.ForeignKey("quizzes.Attempt", on_delete=models.CASCADE, related_name="responses")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="responses")
    shown = models.JSONField()
    given = models.JSONField(null=True, blank=True)
    answered = models.DateTimeField(null=True, blank=True)
    credit = models.FloatField(null=True, blank=True, help_text="How right the answer is, 0 to 1, whatever hints cost.")
    message = models.CharField(max_length=500, blank=True)
    version = models.PositiveSmallIntegerField(default=0)
    token = models.CharField(max_length=40, blank=True)
    certainty = models.PositiveSmallIntegerField(null=True, blank=True, choices=Certainty)
    flagged = models.BooleanField(default=False)
    hints = models.JSONField(default=list, blank=True)

    tested: list[Fact] | None = None
    """The facts that it tests, once `find_tested` has fetched them."""

    objects = ResponseManager()

    class Meta:
        ordering = ["attempt", "position"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "position"], name="response_one_per_position"),
            models.UniqueConstraint(fields=["attempt", "question"], name="response_one_per_question"),
            models.CheckConstraint(
                condition=Q(answered__isnull=True, credit__isnull=True)
                | Q(answered__isnull=False, credit__gte=0, credit__lte=1),
                name="response_graded_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(certainty__isnull=True) | Q(certainty__in=[1, 2, 3]), name="response_certainty_1_to_3"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} #{self.position}"

    @cached_property
    def as_shown(self) -> engine.Question:
        """The question as it was drawn: grades come from it alone, whatever is edited later."""
        return engine.from_json(self.shown)

    @property
    def removed(self) -> set[int]:
        """The choices that hints took away, as indexes into those shown."""
        return {hint["remove"] for hint in self.hints if "remove" in hint}

    @property
    def shows_paragraph(self) -> bool:
        """Whether a hint shows where the answer stands."""
        return any("paragraph" in hint for hint in self.hints)

    @property
    def hint_cost(self) -> int:
        """What the hints taken cost, in per cent of what the question can earn."""
        return cost_of(self.hints)

    @property
    def earned(self) -> float:
        """The credit less what hints cost, 0 to 1."""
        return scoring.after_hints(self.credit or 0.0, self.hint_cost / 100)

    @property
    def mark_before_hints(self) -> float:
        """What the answer would add to the score without hints, with its certainty; nothing while it is open."""
        return mark_of(self.answered, self.credit, self.certainty, [])

    @property
    def mark(self) -> float:
        """What the answer adds to the score: hints make a right one earn less, never a wrong one lose more."""
        return mark_of(self.answered, self.credit, self.certainty, self.hints)

    @property
    def points(self) -> float:
        """The mark in the points that students are told of when they say how sure they are: 3 at most."""
        return self.mark * scoring.MOST

    @property
    def is_right(self) -> bool:
        """Whether the answer is right altogether, whatever hints have cost."""
        return self.given is not None and (self.credit or 0.0) > 1 - scoring.NOTHING

    @property
    def is_missed(self) -> bool:
        """Whether there is something to practise: the answer is not right, or needed help; see `Attempt.missed`."""
        return self.credit != 1 or bool(self.hints)

    @property
    def is_contestable(self) -> bool:
        """Whether an answer was given that did not earn all it could: the learner may think it right all the same."""
        return self.given is not None and self.answered is not None and not self.is_right

    def look_again(self) -> tuple[datetime | None, float | None]:
        """Read again what others may have changed; return when the attempt was finished and its score."""
        *now, finished, score = NOW.first(self.pk)
        for name, value in zip(CHANGING, now, strict=True):
            setattr(self, name, value)
        self.__dict__.pop("as_shown", None)
        return finished, score

    def holds(self, sent: Sent) -> bool:
        """Say whether this very answer is kept: it was sent again."""
        is_same = (self.token, self.given, self.certainty) == (sent.token, sent.given, sent.certainty)
        return self.answered is not None and is_same

    def grade(self, sent: Sent, *, is_locked: bool = False) -> bool:
        """Keep an answer and how right it is.

        False where nothing is kept, as the response is no longer what was read, or its attempt is finished: that
        cannot be once the attempt `is_locked`.
        """
        given = sent.given
        result = engine.grade(self.as_shown, given) if given is not None else engine.Grade(0.0, "You left this open.")
        limit = Response._meta.get_field("message").max_length
        self.given, self.answered, self.message = given, sent.at, result.message[:limit]
        self.credit = result.credit
        self.version, self.token, self.certainty = self.version + 1, sent.token, sent.certainty
        if is_locked:
            self.save(update_fields=ANSWER)
        return is_locked or GRADED(self, self.pk, self.version - 1, self.shown, self.hints, self.attempt_id)

    def has_hint(self, kind: str) -> bool:
        """Say whether a hint, `remove` or `paragraph`, is still to be had."""
        return self._may_show_paragraph() if kind == "paragraph" else bool(self._removable())

    def _may_show_paragraph(self) -> bool:
        """Say whether the paragraph would tell something: a passage that is one paragraph shows it already."""
        shown = self.as_shown
        is_known = shown.kind == Question.Kind.FIND_EVIDENCE and len(set(shown.paragraphs)) < 2
        return not self.shows_paragraph and not is_known

    def take_hint(self, kind: str, rng: random.Random) -> None:
        """Take away a wrong choice, or show the paragraph; raise Refused where nothing is left to give."""
        if not self.has_hint(kind):
            is_shown = kind == "paragraph"
            raise Refused("The paragraph is shown already." if is_shown else "No more choices can be taken away here.")
        hint = {"paragraph": True} if kind == "paragraph" else {"remove": rng.choice(self._removable())}
        self.hints = [*self.hints, hint | {"cost": self.attempt.quiz.hint_cost}]
        self.save(update_fields=["hints"])

    def _removable(self) -> list[int]:
        """Return the wrong choices that can go, none where only one is left."""
        shown = self.as_shown
        wrong = [index for index in range(len(shown.choices)) if index not in shown.key and index not in self.removed]
        return wrong if shown.kind == Question.Kind.SINGLE_CHOICE and len(wrong) > 1 else []


def cost_of(hints: list[dict[str, Any]]) -> int:
    """Return what the hints taken cost, in per cent of what the question can earn."""
    cost: int = sum(hint["cost"] for hint in hints)
    return min(100, cost)


def mark_of(
    answered: datetime | None, credit: float | None, certainty: int | None, hints: list[dict[str, Any]]
) -> float:
    """Return what an answer adds to the score, nothing while it is open; for thousands of them no model is needed."""
    return scoring.after_hints(scoring.mark(credit or 0.0, certainty), cost_of(hints) / 100) if answered else 0.0


OWN = Prepared(
    lambda learner, attempt, position: Response.objects.select_related("attempt__quiz", "appeal").filter(
        attempt__learner=learner, attempt=attempt, position=position
    )
)
AT = Prepared(lambda attempt, position: Response.objects.filter(attempt=attempt, position=position))
ANSWER = ("given", "answered", "credit", "message", "version", "token", "certainty")
CHANGING = (*ANSWER, "hints", "shown")
NOW = Prepared(
    lambda response: Response.objects.filter(pk=response).values_list(*CHANGING, "attempt__finished", "attempt__score")
)


def _as_read(response: int, version: int, shown: Any, hints: Any, attempt: int) -> models.QuerySet[Response]:
    """Return the response if it is still what was read and its attempt runs, with the attempt locked.

    Whatever changes what answers earn locks the attempt first, so that one comes after the other and none waits for
    another that waits for it. Of two tabs answering at once the second finds the first one's answer.
    """
    attempts = Response._meta.get_field("attempt").related_model._default_manager
    running = attempts.select_for_update().filter(pk=attempt, finished=None)
    return Response.objects.filter(pk=response, version=version, shown=shown, hints=hints, attempt__in=running)


GRADED = Changed(_as_read, ANSWER)
PLACES = Prepared(
    lambda attempt: (
        Response.objects.filter(attempt=attempt)
        .annotate(is_answered=Q(given__isnull=False), is_left=Q(answered__isnull=False, given__isnull=True))
        .order_by("position")
        .values_list("position", "is_answered", "is_left", "flagged")
    )
)


TESTED = Prepared(lambda questions: Fact.objects.shown().tested_by(questions))


def find_tested(responses: Sequence[Response], fetch: Tested = TESTED) -> None:
    """Let the responses know the facts that they test, those that know them already excepted."""
    unknown = [response for response in responses if response.tested is None]
    facts: dict[int, list[Fact]] = {response.question_id: [] for response in unknown}
    for fact in fetch(sorted(facts)) if facts else ():
        facts[fact.asked].append(fact)  # type: ignore[attr-defined]
    for response in unknown:
        response.tested = facts[response.question_id]


def review(responses: Sequence[Response], learner: User, now: datetime) -> None:
    """Let answers count as reviews of every fact that their questions test."""
    from .memory import Memory, Met  # its models need this one

    find_tested(responses)
    met = [
        Met(fact.pk, schedule.rating_of(response.earned), f"response-{response.pk}", response.pk)
        for response in responses
        for fact in response.tested or ()
    ]
    Memory.objects.review_all(learner, met, now)


def untold(learner: User, now: datetime) -> models.QuerySet[Response]:
    """Return what quizzes ask a learner and have not explained yet: nothing else may tell it until then.

    That is what an assigned quiz is still going to ask, all of an open attempt that is explained later, and what waits
    for the due date.
    """
    later = ~Q(attempt__quiz__feedback=Quiz.Feedback.EACH) & Q(attempt__finished=None, attempt__retry_of=None)
    assigned = Assignment.objects.open_to(learner, now).values("quiz")
    coming = Q(attempt__finished=None, attempt__quiz__in=assigned, answered=None)
    waiting = Q(attempt__retry_of=None, attempt__quiz__in=Quiz.objects.waiting_for_due(learner, now))
    return Response.objects.filter(later | coming | waiting, attempt__learner=learner)
