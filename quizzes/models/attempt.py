from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Min, Q, Sum
from django.utils import timezone

from .. import memory as schedule
from ..engine import questions as engine
from .question import Question
from .quiz import Quiz, Refused
from .user import User


class OutOfTurn(Refused):
    """Another question comes first."""


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts by who may do what with them."""

    def of(self, learner: User) -> AttemptQuerySet:
        """The learner's own: nobody else continues or reads them as a learner, admins included."""
        return self.filter(learner=learner)

    def finished(self) -> AttemptQuerySet:
        """Those with a score, the oldest first."""
        return self.filter(finished__isnull=False).order_by("finished", "pk")


class AttemptManager(models.Manager.from_queryset(AttemptQuerySet)):  # type: ignore[misc]
    """Where an attempt begins."""

    @transaction.atomic
    def start(
        self, learner: User, quiz: Quiz, length: int, seed: int, now: datetime, *, retry_of: Attempt | None = None
    ) -> Attempt:
        """Return the learner's open attempt of the quiz, or draw a new one; raise Refused where there can be none."""
        # The learner's row is the lock: the same start sent twice makes one attempt, and no attempt too many.
        User.objects.select_for_update().only("pk").get(pk=learner.pk)
        attempt: Attempt | None = self.filter(learner=learner, quiz=quiz, finished=None).first()
        if attempt and not attempt.expire(now):
            return attempt
        reason = "" if retry_of else quiz.refusal(learner, now)
        if reason:
            raise Refused(reason)
        rng = random.Random(seed)
        questions = retry_of.draw_missed(rng) if retry_of else quiz.draw(length, rng)
        if not questions:
            raise Refused("There is no approved question to ask here yet. Ask your teacher, or choose another article.")
        attempt = self.create(learner=learner, quiz=quiz, seed=seed, started=now, retry_of=retry_of)
        attempt.lay_out(questions, rng)
        return attempt


class Attempt(models.Model):
    """One learner's go at a quiz; its questions are drawn once, from `seed`, when it starts."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="attempts")
    retry_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="retries")
    seed = models.BigIntegerField()
    started = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    score = models.FloatField(null=True, blank=True, help_text="Share of the credit, 0 to 1.")

    objects = AttemptManager()

    class Meta:
        ordering = ["-started", "-pk"]
        indexes = [models.Index(fields=["learner", "-started"], name="attempt_by_learner")]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "quiz"], condition=Q(finished__isnull=True), name="attempt_one_open_per_quiz"
            ),
            models.CheckConstraint(
                condition=Q(finished__isnull=True, score__isnull=True)
                | Q(finished__isnull=False, score__gte=0, score__lte=1),
                name="attempt_scored_when_finished",
            ),
            models.CheckConstraint(
                condition=Q(finished__isnull=True) | Q(finished__gte=F("started")), name="attempt_finishes_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.quiz}"

    def lay_out(self, questions: Iterable[Question], rng: random.Random) -> None:
        """Store the questions in the order asked, each exactly as it will be shown."""
        shown = [(question, engine.to_json(question.as_engine().shuffled(rng))) for question in questions]
        Response.objects.bulk_create(
            Response(attempt=self, position=position, question=question, shown=snapshot)
            for position, (question, snapshot) in enumerate(shown, start=1)
        )

    @property
    def next_position(self) -> int | None:
        """The position of the first question without an answer, None when there is none."""
        position: int | None = self.responses.filter(answered=None).aggregate(first=Min("position"))["first"]
        return position

    @transaction.atomic
    def answer(self, position: int, given: engine.Given, now: datetime) -> Response:
        """Grade and keep an answer, once: sent again, it changes nothing and returns the first grade.

        Raise OutOfTurn for a question that is not next, Refused after closing time, InvalidAnswer for an answer that
        does not fit the question.
        """
        # The attempt's row is the lock: of two tabs answering at once the second finds the first one's answer.
        attempt = Attempt.objects.select_for_update(of=("self",)).select_related("quiz", "learner").get(pk=self.pk)
        response: Response = attempt.responses.select_related("question").get(position=position)
        if response.answered:
            return response
        reason = attempt.closing(now)
        if attempt.finished or reason:
            raise Refused(reason or "This attempt is finished.")
        if position != attempt.next_position:
            raise OutOfTurn("Another question comes first.")
        response.grade(given, now)
        response.review(attempt.learner, now)
        if attempt.next_position is None:
            attempt.finish(now)
        return response

    def closing(self, now: datetime) -> str:
        """Return why this attempt takes no more answers, "" while it does; practice rounds never close."""
        return "" if self.retry_of_id else self.quiz.closing(self.learner, now)

    def expire(self, now: datetime) -> bool:
        """Finish an open attempt whose quiz has closed; what is unanswered earns nothing. Return whether it is over."""
        if not self.finished and self.closing(now):
            self.finish(now)
        return self.finished is not None

    def finish(self, now: datetime) -> None:
        """Close the attempt with its score, the mean credit."""
        questions = self.responses.count()
        credit = self.responses.aggregate(sum=Sum("credit", default=0.0))["sum"]
        score = min(1.0, credit / questions) if questions else 0.0
        finished = max(now, self.started)
        if Attempt.objects.filter(pk=self.pk, finished=None).update(finished=finished, score=score):
            self.finished, self.score = finished, score

    def missed(self) -> models.QuerySet[Response]:
        """Return the responses that did not earn full credit."""
        return self.responses.filter(Q(credit__lt=1) | Q(credit=None))

    def retry(self, seed: int, now: datetime) -> Attempt:
        """Return a new attempt on what was missed in this one, which must be finished."""
        if not self.finished:
            raise Refused("Finish this attempt first; then practise what you missed.")
        if not self.missed().exists():
            raise Refused("You missed nothing here, so there is nothing to practise. Well done!")
        return Attempt.objects.start(self.learner, self.quiz, 1, seed, now, retry_of=self)

    def draw_missed(self, rng: random.Random) -> list[Question]:
        """Return one question on each fact missed: one not asked in this attempt if there is one, else the same."""
        asked = set(self.responses.values_list("question", flat=True))
        missed = _facts_of(Question.objects.filter(responses__in=self.missed()))
        every = set().union(*missed.values())
        forms = _facts_of(Question.objects.askable().filter(facts__in=every))
        chosen: list[int] = []
        used: set[int] = set()
        for same, facts in missed.items():
            fitting = [pk for pk, tested in forms.items() if tested & facts and used.isdisjoint(tested)]
            others = [pk for pk in fitting if pk not in asked]
            pick = rng.choice(others) if others else same if same in fitting else None
            if pick is not None:
                chosen.append(pick)
                used |= forms[pick]
        rng.shuffle(chosen)
        found = Question.objects.with_answers().in_bulk(chosen)
        return [found[pk] for pk in chosen]


def _facts_of(questions: models.QuerySet[Question]) -> dict[int, set[int]]:
    """Return the facts of each question, all of them, by primary keys."""
    tests = Question.facts.through.objects.filter(question__in=questions.order_by())
    facts: dict[int, set[int]] = {}
    for question, fact in tests.order_by("question", "fact").values_list("question", "fact"):
        facts.setdefault(question, set()).add(fact)
    return facts


class Response(models.Model):
    """One position of an attempt: the question exactly as shown, and what was answered.

    `shown` is the engine's question as JSON (quizzes.engine.questions.to_json) in the order shown, key included:
    only its public part may reach a browser before `answered` is set.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="responses")
    shown = models.JSONField()
    given = models.JSONField(null=True, blank=True)
    answered = models.DateTimeField(null=True, blank=True)
    credit = models.FloatField(null=True, blank=True)
    message = models.CharField(max_length=500, blank=True)

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
        ]

    def __str__(self) -> str:
        return f"{self.attempt} #{self.position}"

    @property
    def as_shown(self) -> engine.Question:
        """The question as it was drawn: grades come from it alone, whatever is edited later."""
        return engine.from_json(self.shown)

    def grade(self, given: engine.Given, now: datetime) -> None:
        """Keep an answer and what it earns."""
        result = engine.grade(self.as_shown, given)
        limit = Response._meta.get_field("message").max_length
        self.given, self.answered, self.credit, self.message = given, now, result.credit, result.message[:limit]
        self.save(update_fields=["given", "answered", "credit", "message"])

    def review(self, learner: User, now: datetime) -> None:
        """Let the answer count as a review of every fact that the question tests."""
        from .memory import Memory  # its models need this one

        rating = schedule.rating_of(self.credit or 0.0)
        for fact in self.question.facts.all():
            Memory.objects.review(learner, fact, rating, now, f"response-{self.pk}", self)
