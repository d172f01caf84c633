from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from .article import Article
from .user import User


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Who read what last."""

    def of(self, learner: User) -> ReadingQuerySet:
        """The learner's own, of articles that they may still see, the latest first."""
        return self.filter(learner=learner, article__in=Article.objects.visible_to(learner)).order_by("-at", "-pk")

    def note(self, learner: User, article: Article, now: datetime) -> None:
        """Remember that the learner has the article open; opening it again only moves the time."""
        if not self.filter(learner=learner, article=article).update(at=now):
            self.get_or_create(learner=learner, article=article, defaults={"at": now})


class Reading(models.Model):
    """When a learner last opened an article's text."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="readings")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["learner", "article"], name="reading_once")]
        indexes = [models.Index(fields=["learner", "-at"], name="reading_latest")]

    def __str__(self) -> str:
        return f"{self.learner}: {self.article}"
