from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone

from .article import Article, Revision


class Fact(models.Model):
    """The unit of everything: one statement that an article proves."""

    class Kind(models.TextChoices):
        DATE = "date", "Date"
        MEMBERSHIP = "membership", "List"
        AMOUNT = "amount", "Amount"
        ROLE = "role", "Role"
        ACTION = "action", "Action"
        DEFINITION = "definition", "Definition"
        CAUSE = "cause", "Cause or purpose"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        RETIRED = "retired", "Retired"

    class Origin(models.TextChoices):
        ENGINE = "engine", "Read by the engine"
        TEACHER = "teacher", "Written by a teacher"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="facts")
    key = models.CharField(max_length=40, help_text="The engine's name for it, the same each time the text is read.")
    kind = models.CharField(max_length=12, choices=Kind)
    statement = models.TextField()
    subject = models.CharField(max_length=300, blank=True)
    relation = models.CharField(max_length=200, blank=True)
    objects_found = models.JSONField(default=list, blank=True, help_text="The other parts, each with its type.")
    time = models.CharField(max_length=40, blank=True, help_text="ISO date to its precision, for example 1992-05.")
    amount = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    paragraph = models.PositiveIntegerField()
    salience = models.FloatField(default=0.5)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.ENGINE)
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["article", "paragraph", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="fact_key_once_per_article"),
            models.CheckConstraint(condition=~Q(statement=""), name="fact_has_statement"),
            models.CheckConstraint(condition=Q(salience__gte=0, salience__lte=1), name="fact_salience_0_to_1"),
            models.CheckConstraint(
                condition=Q(kind__in=["date", "membership", "amount", "role", "action", "definition", "cause"]),
                name="fact_kind_known",
            ),
            models.CheckConstraint(condition=Q(status__in=["draft", "approved", "retired"]), name="fact_status_known"),
            models.CheckConstraint(condition=Q(origin__in=["engine", "teacher"]), name="fact_origin_known"),
        ]

    def __str__(self) -> str:
        return self.statement


class Evidence(models.Model):
    """The sentence that proves a fact: character offsets into a revision, and the slice itself.

    A trigger refuses any row whose quote is not exactly that slice of the revision's text.
    """

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="evidence")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ["fact", "start"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["fact", "revision", "start", "end"], name="evidence_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_not_empty"),
            models.CheckConstraint(condition=Q(end=F("start") + Length("quote")), name="evidence_quote_as_long_as_span"),
        ]

    def __str__(self) -> str:
        return self.quote

    def clean(self) -> None:
        """Refuse a quote that is not the slice of the revision's text (the database refuses it too)."""
        if self.revision.text[self.start : self.end] != self.quote:
            raise ValidationError({"quote": "This is not what the article says at these offsets. Copy the sentence exactly."})
