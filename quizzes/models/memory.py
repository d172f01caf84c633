from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .attempt import Response
from .fact import Fact


class Memory(models.Model):
    """What one learner retains of one fact: the state of FSRS, rebuilt from the reviews at any time."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memories")
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="memories")
    stability = models.FloatField(help_text="Days until retrievability falls to 90 %.")
    difficulty = models.FloatField(help_text="1 to 10")
    state = models.PositiveSmallIntegerField(help_text="1 learning, 2 review, 3 relearning")
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    due = models.DateTimeField()
    last_review = models.DateTimeField()

    class Meta:
        verbose_name_plural = "memories"
        indexes = [models.Index(fields=["learner", "due"], name="memory_due")]
        constraints = [
            models.UniqueConstraint(fields=["learner", "fact"], name="memory_one_per_fact"),
            models.CheckConstraint(condition=Q(stability__gt=0), name="memory_stability_positive"),
            models.CheckConstraint(condition=Q(difficulty__gte=1, difficulty__lte=10), name="memory_difficulty_1_to_10"),
            models.CheckConstraint(condition=Q(state__in=[1, 2, 3]), name="memory_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.fact}"


class Review(models.Model):
    """One time a learner met a fact; the log that every memory can be rebuilt from. Quiz answers are reviews too."""

    class Rating(models.IntegerChoices):
        AGAIN = 1
        HARD = 2
        GOOD = 3
        EASY = 4

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="reviews")
    rating = models.PositiveSmallIntegerField(choices=Rating)
    at = models.DateTimeField()
    token = models.CharField(max_length=40, help_text="Names the sending form, so that a resend changes nothing.")
    response = models.ForeignKey(Response, on_delete=models.SET_NULL, null=True, blank=True, related_name="reviews")

    class Meta:
        ordering = ["learner", "at", "pk"]
        indexes = [models.Index(fields=["learner", "fact", "at"], name="review_log")]
        constraints = [
            models.UniqueConstraint(fields=["learner", "fact", "token"], name="review_once_per_token"),
            models.CheckConstraint(condition=Q(rating__in=[1, 2, 3, 4]), name="review_rating_1_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.fact} ({self.get_rating_display()})"
