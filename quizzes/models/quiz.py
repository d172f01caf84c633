from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .article import Article


class Quiz(models.Model):
    """What an attempt draws its questions from. `practice_for` marks the one quiz behind an article's "Quiz me"."""

    title = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="quizzes")
    articles = models.ManyToManyField(Article, related_name="quizzes")
    practice_for = models.OneToOneField(
        Article, on_delete=models.CASCADE, null=True, blank=True, related_name="practice_quiz"
    )
    kinds = models.JSONField(default=list, blank=True, help_text="Kinds of question to draw; empty: all.")
    length = models.PositiveSmallIntegerField(default=10)
    attempts_allowed = models.PositiveSmallIntegerField(default=0, help_text="0: as many as wanted.")
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["title", "pk"]
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="quiz_has_title"),
            models.CheckConstraint(condition=Q(length__gte=1, length__lte=100), name="quiz_length_1_to_100"),
        ]

    def __str__(self) -> str:
        return self.title
