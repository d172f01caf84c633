from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .question import Question
from .quiz import Quiz


class Attempt(models.Model):
    """One learner's go at a quiz; its questions are drawn once, from `seed`, when it starts."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="attempts")
    retry_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="retries")
    seed = models.BigIntegerField()
    started = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    score = models.FloatField(null=True, blank=True, help_text="Share of the credit, 0 to 1.")

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
