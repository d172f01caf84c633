from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .article import Revision
from .response import Response


class Appeal(models.Model):
    """A learner's "I think my answer is right": the sentence of the text that supports it, or why in words."""

    class Verdict(models.TextChoices):
        OPEN = "open", "Waiting"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Refused"

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="appeal")
    reason = models.TextField(blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="appeals")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now, editable=False)
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.OPEN)
    decided = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="verdicts"
    )
    reply = models.TextField(blank=True)

    class Meta:
        ordering = ["created", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revision__isnull=True, start__isnull=True, end__isnull=True)
                | Q(revision__isnull=False, end__gt=F("start")),
                name="appeal_span_whole",
            ),
            models.CheckConstraint(condition=~Q(reason="") | Q(start__isnull=False), name="appeal_says_why"),
            models.CheckConstraint(
                condition=Q(verdict="open", decided__isnull=True)
                | Q(verdict__in=["accepted", "refused"], decided__isnull=False),
                name="appeal_decided_with_verdict",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.response}: {self.get_verdict_display()}"
