from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, F, FilteredRelation, Q, Value, When
from django.db.models.functions import Length
from django.utils import timezone

from ..engine import facts as engine_kinds
from ..engine.document import Span
from ..engine.facts import base as engine
from .article import Article, Revision
from .user import User


class Origin(models.TextChoices):
    """Who a fact or a question comes from."""

    ENGINE = "engine", "Read by the engine"
    MODEL = "model", "Proposed by a language model"
    TEACHER = "teacher", "Written by a teacher"


def fact_kinds() -> list[tuple[str, str]]:
    """Return the kinds of fact that the engine reads, with what a person calls them."""
    labels = {"membership": "List", "cause": "Cause or purpose"}
    return [(kind, labels.get(kind, kind.replace("_", " ").capitalize())) for kind in engine_kinds.NAMES]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many facts of an article a learner knows, is learning, and has not met."""

    known: int = 0
    learning: int = 0
    unseen: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.known + self.learning + self.unseen


class FactQuerySet(models.QuerySet["Fact"]):
    """Facts by what they are ready for and what a learner retains of them."""

    def approved(self) -> FactQuerySet:
        """Those that may reach learners."""
        return self.filter(status=Fact.Status.APPROVED)

    def shown(self) -> FactQuerySet:
        """With no more than what is shown of them, in the order of their article."""
        fields = self.select_related("article").only("key", "statement", "paragraph", "article__title")
        return fields.order_by("paragraph", "pk")

    def tested_by(self, questions: Sequence[int]) -> FactQuerySet:
        """Those that questions test, each with the number of its question as `asked`."""
        return self.filter(questions__in=questions).annotate(asked=F("questions"))

    def with_evidence(self) -> FactQuerySet:
        """Fetch what `{% evidence fact %}` shows, each revision's text once."""
        return self.prefetch_related("evidence__revision")

    def standing(self, learner: User, now: datetime | None = None) -> FactQuerySet:
        """Annotate `standing` with what the learner retains of each fact: "known", "learning" or "unseen".

        Known: its memory is settled (FSRS's review state) and not yet due, which means that FSRS expects it to be
        recalled with a chance of at least 90 %. Learning: it has been reviewed at least once, but is being learned
        (again) or is due. Unseen: never reviewed.
        """
        known = When(memory__state=2, memory__due__gt=now or timezone.now(), then=Value("known"))
        met = When(memory__pk__isnull=False, then=Value("learning"))
        return self.annotate(
            memory=FilteredRelation("memories", condition=Q(memories__learner=learner)),
            standing=Case(known, met, default=Value("unseen"), output_field=models.CharField()),
        )

    def standing_by_article(self, learner: User, now: datetime | None = None) -> dict[int, Standing]:
        """Count the facts by standing for each article that has any, in one query."""
        rows = self.standing(learner, now).order_by().values("article_id")
        counted = rows.annotate(
            known=Count("pk", filter=Q(standing="known")),
            learning=Count("pk", filter=Q(standing="learning")),
            unseen=Count("pk", filter=Q(standing="unseen")),
        )
        return {
            article: Standing(*counts)
            for article, *counts in counted.values_list("article_id", "known", "learning", "unseen")
        }


class Fact(models.Model):
    """The unit of everything: one statement that an article proves."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        RETIRED = "retired", "Retired"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="facts")
    key = models.CharField(max_length=40, help_text="The engine's name for it, the same each time the text is read.")
    kind = models.CharField(max_length=20, choices=fact_kinds)
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
    model = models.CharField("language model", max_length=100, blank=True, help_text="Which one proposed it.")
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ["article", "paragraph", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="fact_key_once_per_article"),
            models.CheckConstraint(condition=~Q(statement=""), name="fact_has_statement"),
            models.CheckConstraint(condition=Q(salience__gte=0, salience__lte=1), name="fact_salience_0_to_1"),
            models.CheckConstraint(condition=~Q(kind=""), name="fact_has_kind"),
            models.CheckConstraint(condition=Q(status__in=["draft", "approved", "retired"]), name="fact_status_known"),
            models.CheckConstraint(condition=Q(origin__in=["engine", "model", "teacher"]), name="fact_origin_known"),
            models.CheckConstraint(condition=Q(origin="model") | Q(model=""), name="fact_model_only_if_proposed"),
        ]

    def __str__(self) -> str:
        return self.statement

    @cached_property
    def proof(self) -> list[Evidence]:
        """The sentences that prove it, in the order of the text."""
        return list(self.evidence.all())

    def as_engine(self) -> engine.Fact:
        """Return the fact as the engine's checks read it; its askable parts are not stored."""
        spans = tuple(Span(evidence.start, evidence.end) for evidence in self.evidence.all())
        return engine.Fact(self.key, self.kind, self.statement, (), spans, self.paragraph, self.salience, self.subject)

    def locate(self) -> None:
        """Take the paragraph from where the first evidence stands."""
        first = self.evidence.select_related("revision__article").first()
        found = first.revision.document().paragraphs if first else ()
        for part in found:
            if first and part.span.start <= first.start < part.span.end:
                self.paragraph = max(part.index, 0)
                self.save(update_fields=["paragraph"])

    def passages(self) -> list[Passage]:
        """Return the paragraphs that hold the evidence, each as its pieces of text, proving ones marked."""
        return passages([self])


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, and whether it is evidence."""

    text: str
    is_evidence: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as its pieces of text, the evidence marked, and a fact that it proves."""

    pieces: tuple[Piece, ...]
    fact: Fact

    @property
    def quote(self) -> str:
        """The first marked piece: where reading begins."""
        return next(piece.text for piece in self.pieces if piece.is_evidence)


def passages(facts: Iterable[Fact]) -> list[Passage]:
    """Return the paragraphs that prove the facts together, in the order of the text, each paragraph once."""
    evidence = (evidence for fact in facts for evidence in fact.proof)
    found: dict[tuple[int, int, int], list[Evidence]] = {}
    for piece in sorted(evidence, key=lambda e: (e.revision_id, e.start, e.end)):
        found.setdefault((piece.revision_id, *piece.paragraph_span()), []).append(piece)
    return [Passage(tuple(_pieces(start, end, group)), group[0].fact) for (_, start, end), group in found.items()]


def paragraphs(facts: Iterable[Fact]) -> list[str]:
    """Return the paragraphs that prove the facts, with nothing in them marked."""
    return ["".join(piece.text for piece in passage.pieces) for passage in passages(facts)]


def _pieces(start: int, end: int, group: list[Evidence]) -> list[Piece]:
    """Cut a paragraph at its evidence; overlapping quotes are marked once."""
    text, pieces, at = group[0].revision.text, [], start
    for evidence in group:
        pieces.append(Piece(text[at : evidence.start], False))
        pieces.append(Piece(text[max(at, evidence.start) : evidence.end], True))
        at = max(at, evidence.end)
    pieces.append(Piece(text[at:end], False))
    return [piece for piece in pieces if piece.text]


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
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("quote")), name="evidence_quote_as_long_as_span"
            ),
        ]

    def __str__(self) -> str:
        return self.quote

    def clean(self) -> None:
        """Refuse a quote that is not the slice of the revision's text (the database refuses it too)."""
        if self.revision_id is None:
            return  # its place was looked for in vain, which the form says
        if self.revision.text[self.start : self.end] != self.quote:
            raise ValidationError(
                {"quote": "This is not what the article says at these offsets. Copy the sentence exactly."}
            )

    def paragraph_span(self) -> tuple[int, int]:
        """Return where its paragraph begins and ends in the revision's text."""
        text = self.revision.text
        before, after = text.rfind("\n\n", 0, self.start), text.find("\n\n", self.end)
        return (before + 2 if before >= 0 else 0), (after if after >= 0 else len(text))
