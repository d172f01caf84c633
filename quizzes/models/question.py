from __future__ import annotations

import random
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_update_with_history

from ..engine import proofs
from ..engine import questions as engine
from ..engine.document import Document
from ..engine.facts.base import Level as EngineLevel
from ..engine.world import World
from .article import Article
from .fact import Fact, Origin
from .user import User


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions by what may be done with them."""

    def askable(self) -> QuestionQuerySet:
        """Those that may reach a student: approved, on facts that are all approved."""
        facts = Fact.objects.filter(questions=OuterRef("pk"))
        unapproved = facts.exclude(status=Fact.Status.APPROVED)
        return self.filter(Exists(facts), ~Exists(unapproved), status=Question.Status.APPROVED)

    def with_answers(self) -> QuestionQuerySet:
        """With all that `as_engine` reads, in three more queries whatever their number."""
        told = ("question", "text", "is_key", "pair", "position", "paragraph", "note", "fact__key")
        choices = Prefetch("choices", Choice.objects.select_related("fact").only(*told))
        return self.prefetch_related(Prefetch("facts", Fact.objects.only("key")), "accepted", choices)

    def editable_by(self, person: User) -> QuestionQuerySet:
        """Those of articles that the person may change."""
        return self.filter(article__in=Article.objects.editable_by(person))

    def proven(self) -> QuestionQuerySet:
        """Drafts that passed every check, on facts that nobody has retired."""
        retired = Fact.objects.filter(questions=OuterRef("pk"), status=Fact.Status.RETIRED)
        return self.filter(~Exists(retired), status=Question.Status.DRAFT, failed_proofs=[])

    def by_kind(self) -> list[tuple[str, int]]:
        """Return how many there are of each kind, the kind by its label."""
        counted = self.order_by().values_list("kind").annotate(count=Count("pk")).order_by("kind")
        return [(Question.Kind(kind).label, count) for kind, count in counted]

    @transaction.atomic
    def approve(self) -> int:
        """Let them reach students, with the drafted facts they test; return how many were changed."""
        facts = Fact.objects.filter(questions__in=list(self.values_list("pk", flat=True)))
        drafts = facts.filter(status=Fact.Status.DRAFT)
        Fact.objects.filter(pk__in=list(drafts.values_list("pk", flat=True))).update(status=Fact.Status.APPROVED)
        return self._become(Question.Status.APPROVED)

    def retire(self) -> int:
        """Take them from students for good, keeping what was answered; return how many were changed."""
        return self._become(Question.Status.RETIRED)

    def redraft(self) -> int:
        """Take them from students until they are approved again; return how many were changed."""
        return self._become(Question.Status.DRAFT)

    def _become(self, status: str) -> int:
        changed = list(self.exclude(status=status))
        for question in changed:
            question.status = status
        bulk_update_with_history(changed, Question, ["status"])
        return len(changed)


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
        FIND_EVIDENCE = "find_evidence", "Find the proof"

    class Level(models.TextChoices):
        RECALL = "recall", "Recall"
        UNDERSTANDING = "understanding", "Understanding"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        RETIRED = "retired", "Retired"

    KEYED_KINDS = ("single_choice", "multiple_choice", "true_false", "find_evidence")
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
    # Null rather than an empty list: SQLite then adds the column without rebuilding the table and losing its triggers.
    reject = models.JSONField(null=True, blank=True, help_text="What a typed answer must never be taken for.")
    words = models.JSONField(null=True, blank=True, help_text="What the gaps are chosen from; empty: they are typed.")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.ENGINE)
    model = models.CharField("language model", max_length=100, blank=True, help_text="Which one proposed it.")
    created = models.DateTimeField(default=timezone.now, editable=False)
    history = HistoricalRecords()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "-score", "pk"]
        indexes = [models.Index(fields=["article", "status", "-score"], name="question_by_article")]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="question_key_once_per_article"),
            models.CheckConstraint(condition=~Q(stem=""), name="question_has_stem"),
            models.CheckConstraint(
                condition=Q(difficulty__gte=0, difficulty__lte=1), name="question_difficulty_0_to_1"
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="question_score_0_to_1"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "single_choice", "multiple_choice", "true_false", "cloze",
                        "short_answer", "numeric", "matching", "ordering", "find_evidence",
                    ]
                ),
                name="question_kind_known",
            ),
            models.CheckConstraint(condition=Q(level__in=["recall", "understanding"]), name="question_level_known"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "approved", "retired"]), name="question_status_known"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["engine", "model", "teacher"]), name="question_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(origin="model") | Q(model=""), name="question_model_only_if_proposed"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.stem

    def laid_out(self, rng: random.Random, *, shuffles: bool) -> engine.Question:
        """Return the question in the order in which it is asked; `shuffles` says whether all choices are shuffled."""
        # The stored order is itself the key of these kinds: it is never shown.
        is_told = self.kind in (self.Kind.ORDERING, self.Kind.MATCHING)
        asked = self.as_engine()
        return asked.shuffled(rng) if shuffles or is_told else asked

    def as_engine(self) -> engine.Question:
        """Return the question as the engine shows and grades it, choices in their stored order."""
        choices = list(self.choices.all())
        accept = tuple(accepted.as_engine() for accepted in self.accepted.all())
        options = tuple(self.words or ()) or tuple(choice.pair for choice in choices if choice.pair)
        return engine.Question(
            id=self.key,
            kind=self.kind,
            level=EngineLevel(self.level),
            stem=self.stem,
            facts=tuple(fact.key for fact in self.facts.all()),
            choices=tuple(choice.text for choice in choices),
            key=self._chosen_in_gaps(accept) if self.words else self._key_of(choices),
            options=options,
            accept=accept,
            choice_facts=tuple(choice.fact.key if choice.fact else "" for choice in choices),
            notes=tuple(choice.note for choice in choices),
            explanation=self.explanation,
            difficulty=self.difficulty,
            score=self.score,
            proofs=tuple(self.proofs),
            reject=tuple(self.reject or ()),
            paragraphs=tuple(choice.paragraph for choice in choices if choice.paragraph is not None),
        )

    def failing(self) -> dict[str, str]:
        """Return the checks that fail on what is stored, with their reasons; nothing is read again or kept."""
        return proofs.failed(self.as_engine(), self._world())

    def prove(self, before: dict[str, str] | None = None) -> dict[str, str]:
        """Check the question again after an edit, keep the outcome, and return what fails now, with its reason.

        `before` is what was `failing()` before the edit. A check that failed then without being on record was passed
        when the engine read the whole article, of which the database holds less: it is not held against the edit.
        """
        doubtful = set(before or ()) - set(self.failed_proofs)
        failed = {name: reason for name, reason in self.failing().items() if name not in doubtful}
        self.failed_proofs = sorted(failed)
        self.proofs = [name for name in proofs.NAMES if name not in failed]
        Question.objects.filter(pk=self.pk).update(proofs=self.proofs, failed_proofs=self.failed_proofs)
        return failed

    def _world(self) -> World:
        """Return what the checks look at: the text that proves the facts, and the facts."""
        facts = list(Fact.objects.filter(questions=self).with_evidence())
        text = next((evidence.revision.text for fact in facts for evidence in fact.evidence.all()), "")
        return World(Document(text, ()), tuple(fact.as_engine() for fact in facts))

    def _chosen_in_gaps(self, accept: Iterable[engine.Accepted]) -> tuple[int, ...]:
        """Return for each gap of a cloze the place of its answer among the words offered."""
        words: list[str] = self.words or []
        offered = {accepted.gap: accepted.text for accepted in accept if accepted.text in words}
        return tuple(words.index(offered[gap]) for gap in sorted(offered))

    def _key_of(self, choices: Iterable[Choice]) -> tuple[int, ...]:
        """Return the right indexes: the stored order is right for ordering, and a pair stands beside its choice."""
        everything = self.kind in (self.Kind.ORDERING, self.Kind.MATCHING)
        return tuple(index for index, choice in enumerate(choices) if everything or choice.is_key)


class Choice(models.Model):
    """One choice of a question; what makes it right depends on the kind.

    `is_key` for single_choice, multiple_choice, true_false and find_evidence; `pair` (the right partner) for matching;
    `position` is the right place for ordering and the stored order for the others. `paragraph` is the number of the
    article's paragraph that a sentence to choose from stands in (find_evidence). `fact` is one in which
    the choice is true, so that feedback can say where a distractor belongs. A trigger refuses choices on typed kinds.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.TextField()
    is_key = models.BooleanField(default=False)
    pair = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    # Null rather than a default: SQLite then adds the column without rebuilding the table and losing its triggers.
    paragraph = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Sentences with one number stand in one paragraph."
    )
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
    gap = models.PositiveSmallIntegerField(default=0, help_text="Which gap of a cloze it fills, from 0.")
    position = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["question", "gap", "position", "pk"]
        verbose_name_plural = "accepted answers"
        constraints = [
            models.UniqueConstraint(fields=["question", "gap", "text"], name="accepted_text_once"),
            models.CheckConstraint(condition=~Q(text=""), name="accepted_has_text"),
            models.CheckConstraint(condition=Q(credit__gt=0, credit__lte=1), name="accepted_credit_over_0_to_1"),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="accepted_tolerance_not_negative"),
            models.CheckConstraint(
                condition=Q(tolerance=0) | Q(number__isnull=False), name="accepted_tolerance_only_for_numbers"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def as_engine(self) -> engine.Accepted:
        """Return it as the engine's graders read it."""
        return engine.Accepted(self.text, self.number, self.tolerance, self.credit, self.gap)
