from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from .article import Article
from .fact import Fact


class Question(models.Model):
    """One form in which one or more facts are asked."""

    class Kind(models.TextChoices):
        SINGLE_CHOICE = "single_choice", "Multiple choice, one answer"
        MULTIPLE_CHOICE = "multiple_choice", "Multiple choice, several answers"
        TRUE_FALSE = "true_false", "True or false"
        CLOZE = "cloze", "Fill the gap"
        SHORT_ANSWER = "short_answer", "Short answer"
        NUMERIC = "numeric", "Number"
        MATCHING = "matching", "Matching"
        ORDERING = "ordering", "Ordering"

    class Level(models.TextChoices):
        RECALL = "recall", "Recall"
        UNDERSTANDING = "understanding", "Understanding"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        RETIRED = "retired", "Retired"

    CHOICE_KINDS = ("single_choice", "multiple_choice", "true_false", "matching", "ordering")
    TYPED_KINDS = ("cloze", "short_answer", "numeric")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="questions")
    facts = models.ManyToManyField(Fact, related_name="questions")
    key = models.CharField(max_length=40, help_text="The engine's name for it, the same each time the text is read.")
    kind = models.CharField(max_length=16, choices=Kind)
    level = models.CharField(max_length=14, choices=Level, default=Level.RECALL)
    stem = models.TextField()
    explanation = models.TextField(blank=True)
    difficulty = models.FloatField(default=0.5)
    score = models.FloatField(default=0.0)
    proofs = models.JSONField(default=list, blank=True, help_text="The checks it passed.")
    failed_proofs = models.JSONField(default=list, blank=True, help_text="The checks it fails since it was edited.")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    created = models.DateTimeField(default=timezone.now, editable=False)
    history = HistoricalRecords()

    class Meta:
        ordering = ["article", "-score", "pk"]
        indexes = [models.Index(fields=["article", "status", "-score"], name="question_by_article")]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="question_key_once_per_article"),
            models.CheckConstraint(condition=~Q(stem=""), name="question_has_stem"),
            models.CheckConstraint(condition=Q(difficulty__gte=0, difficulty__lte=1), name="question_difficulty_0_to_1"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="question_score_0_to_1"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "single_choice", "multiple_choice", "true_false", "cloze",
                        "short_answer", "numeric", "matching", "ordering",
                    ]
                ),
                name="question_kind_known",
            ),
            models.CheckConstraint(condition=Q(level__in=["recall", "understanding"]), name="question_level_known"),
            models.CheckConstraint(condition=Q(status__in=["draft", "approved", "retired"]), name="question_status_known"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.stem


class Choice(models.Model):
    """One choice of a question; what makes it right depends on the kind.

    `is_key` for single_choice, multiple_choice and true_false; `pair` (the right partner) for matching;
    `position` is the right place for ordering and the stored order for the others. `fact` is one in which
    the choice is true, so that feedback can say where a distractor belongs. A trigger refuses choices on typed kinds.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.TextField()
    is_key = models.BooleanField(default=False)
    pair = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    fact = models.ForeignKey(Fact, on_delete=models.SET_NULL, null=True, blank=True, related_name="true_choices")
    note = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["question", "position"]
        constraints = [
            models.UniqueConstraint(fields=["question", "text"], name="choice_text_once"),
            models.UniqueConstraint(fields=["question", "position"], name="choice_position_once"),
            models.UniqueConstraint(fields=["question", "pair"], condition=~Q(pair=""), name="choice_pair_once"),
            models.CheckConstraint(condition=~Q(text=""), name="choice_has_text"),
        ]

    def __str__(self) -> str:
        return self.text


class Accepted(models.Model):
    """One right typed answer. A trigger refuses them on kinds that are not typed."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="accepted")
    text = models.CharField(max_length=500)
    number = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    tolerance = models.DecimalField(max_digits=24, decimal_places=6, default=0)
    credit = models.FloatField(default=1.0)
    position = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["question", "position", "pk"]
        verbose_name_plural = "accepted answers"
        constraints = [
            models.UniqueConstraint(fields=["question", "text"], name="accepted_text_once"),
            models.CheckConstraint(condition=~Q(text=""), name="accepted_has_text"),
            models.CheckConstraint(condition=Q(credit__gt=0, credit__lte=1), name="accepted_credit_over_0_to_1"),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="accepted_tolerance_not_negative"),
            models.CheckConstraint(
                condition=Q(tolerance=0) | Q(number__isnull=False), name="accepted_tolerance_only_for_numbers"
            ),
        ]

    def __str__(self) -> str:
        return self.text
