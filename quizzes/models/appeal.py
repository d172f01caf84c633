from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, Max, OuterRef, Prefetch, Q
from django.utils import timezone

from ..engine.document import Span
from ..engine.questions import answer_text
from ..feedback import feedback
from .article import Article, Revision
from .course import Enrollment
from .fact import Fact, Piece
from .question import Accepted, Question
from .quiz import Refused
from .regrade import Variant, regrade
from .response import Response
from .storing import stored_number
from .user import User

NEWS = timedelta(days=14)
"""A verdict is told on the learner's home page for so long."""

REASON = "Accepted when a student contested it"
UNSOUND = "A second answer was accepted as right when a student contested it"


class AppealQuerySet(models.QuerySet["Appeal"]):
    """Appeals by who may do what with them."""

    def open(self) -> AppealQuerySet:
        """Those that wait for a teacher, the oldest first."""
        return self.filter(verdict=Appeal.Verdict.OPEN).order_by("created", "pk")

    def decided(self) -> AppealQuerySet:
        """Those with a verdict, the latest first."""
        return self.exclude(verdict=Appeal.Verdict.OPEN).order_by("-decided", "-pk")

    def decidable_by(self, person: User) -> AppealQuerySet:
        """Those on articles that the person may change, and of students of the person's classes; an admin all."""
        taught = Enrollment.objects.filter(
            course__owner=person, person=OuterRef("response__attempt__learner"), role=Enrollment.Role.STUDENT
        )
        articles = Article.objects.editable_by(person)
        return self.filter(Q(response__question__article__in=articles) | Exists(taught))

    def news(self, learner: User, now: datetime) -> AppealQuerySet:
        """The learner's own that were decided lately."""
        mine = self.decided().filter(response__attempt__learner=learner, decided__gt=now - NEWS)
        return mine.select_related("response__question", "response__attempt__quiz")

    def with_answers(self) -> AppealQuerySet:
        """With all that a teacher reads to decide."""
        rows = self.select_related("response__question__article", "response__attempt__learner", "decided_by")
        facts = Prefetch("response__question__facts", Fact.objects.with_evidence().select_related("article"))
        return rows.select_related("response__attempt__quiz").prefetch_related("revision", facts)


class AppealManager(models.Manager.from_queryset(AppealQuerySet)):  # type: ignore[misc]
    """Where an appeal begins."""

    @transaction.atomic
    def file(
        self, response: Response, now: datetime, *, reason: str = "", revision: Revision | None, span: Span | None
    ) -> Appeal:
        """Contest a response, once: sent again it changes nothing. Raise Refused where nothing can be contested."""
        appeal: Appeal | None = self.filter(response=response).first()
        if appeal:
            return appeal
        if not response.is_contestable or not response.attempt.reveals(response, now):
            raise Refused("This answer cannot be contested.")
        place = {"revision": revision, "start": span.start, "end": span.end} if revision and span else {}
        appeal, _ = self.get_or_create(response=response, defaults={"reason": reason, "created": now, **place})
        return appeal


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

    objects = AppealManager()

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

    @property
    def key(self) -> str:
        """The right answer as it was shown to the learner."""
        return answer_text(self.response.as_shown)

    @property
    def given(self) -> str:
        """The answer that the learner thinks right."""
        return feedback(self.response.as_shown, self.response.given).given

    @property
    def passage(self) -> list[Piece]:
        """The paragraph of the sentence that the learner marked, as its pieces; nothing where none was marked."""
        if self.revision is None or self.start is None or self.end is None:
            return []
        text = self.revision.text
        before, after = text.rfind("\n\n", 0, self.start), text.find("\n\n", self.end)
        start, end = before + 2 if before >= 0 else 0, after if after >= 0 else len(text)
        cuts = ((start, self.start, False), (self.start, self.end, True), (self.end, end, False))
        return [Piece(text[left:right], is_marked) for left, right, is_marked in cuts if right > left]

    @transaction.atomic
    def refuse(self, teacher: User, now: datetime, reply: str = "") -> bool:
        """Leave the answer as it was graded; False when a verdict was given before."""
        return bool(self._decide([self.pk], self.Verdict.REFUSED, teacher, now, reply))

    @transaction.atomic
    def accept(self, teacher: User, now: datetime, reply: str = "") -> bool:
        """Take the answer for right and grade the same answers of everybody anew; False when it was decided before.

        A typed answer joins the accepted ones. Where one chosen answer was right and now two are, the question is
        unsound: it earns full credit here and goes back to the drafts, for its teacher to mend.
        """
        if not self._decide([self.pk], self.Verdict.ACCEPTED, teacher, now, reply):
            return False
        response = Response.objects.select_related("question").get(pk=self.response_id)
        variant = Variant.of(response.as_shown, response.given or [])
        raised = regrade(response.question, variant)
        _write(response.question, variant, teacher)
        if variant.words:
            _withdraw(response.question, teacher)
        same = Appeal.objects.open().filter(response__in=raised).values_list("pk", flat=True)
        self._decide(list(same), self.Verdict.ACCEPTED, teacher, now, reply)
        return True

    def _decide(self, appeals: list[int], verdict: str, teacher: User, now: datetime, reply: str) -> int:
        """Give a verdict on those that have none: of two teachers deciding at once one does."""
        waiting = Appeal.objects.filter(pk__in=appeals, verdict=self.Verdict.OPEN)
        count: int = waiting.update(verdict=verdict, decided=now, decided_by=teacher, reply=reply)
        if count and self.pk in appeals:
            self.refresh_from_db()
        return count


def _write(question: Question, variant: Variant, teacher: User) -> None:
    """Store the typed answers with the accepted ones, at full credit."""
    last = question.accepted.aggregate(last=Max("position", default=-1))["last"]
    for place, new in enumerate(variant.accepted, start=last + 1):
        row = question.accepted.filter(text=new.text, gap=new.gap).first() or Accepted(
            question=question, text=new.text, number=stored_number(new.number), position=place, gap=new.gap
        )
        row.credit = 1.0
        _save(row, REASON, teacher)


def _withdraw(question: Question, teacher: User) -> None:
    """Take the question back to the drafts with a note on why."""
    question.status = Question.Status.DRAFT
    question.failed_proofs = sorted({*question.failed_proofs, "distractors_untrue"})
    _save(question, UNSOUND, teacher)


def _save(row: Accepted | Question, reason: str, teacher: User) -> None:
    """Save with a line in the history that says why and by whom."""
    row._change_reason = reason  # type: ignore[union-attr]  # simple-history reads both
    row._history_user = teacher  # type: ignore[union-attr]
    row.save()
