from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import formats, timezone

from ..engine.document import Document, Span, read_text, words
from ..engine.splitting import sentences
from .user import User

if TYPE_CHECKING:
    from ..engine.bank import Bank

MAX_TRIES = 3
"""A build that was begun this often in vain is given up."""


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by who may do what with them."""

    def owned_by(self, person: User) -> ArticleQuerySet:
        """Those the person added."""
        return self.filter(owner=person)

    def editable_by(self, person: User) -> ArticleQuerySet:
        """Those the person may change: their own; an admin all."""
        return self if person.is_admin else self.owned_by(person)

    def visible_to(self, person: User) -> ArticleQuerySet:
        """Those the person may read: public ones, their own, those shared with their classes; an admin all."""
        return self if person.is_admin else self.filter(_shared_with(person.pk))

    def readable_by(self, person: int) -> ArticleQuerySet:
        """Those that are `visible_to` a person of whom no more is known than the number."""
        admins = User.objects.filter(Q(is_superuser=True) | Q(groups__name=User.ADMIN), pk=person)
        return self.filter(Exists(admins) | _shared_with(person))

    def search(self, query: str) -> ArticleQuerySet:
        """Those with every word of the query in their title, author or publisher; all for an empty one."""
        found = self
        for word in query.split():
            named = Q(title__icontains=word) | Q(author__icontains=word) | Q(publisher__icontains=word)
            found = found.filter(named)
        return found


def _shared_with(person: int) -> Q:
    """Return which articles a person may read without being an admin."""
    teachers = User.objects.filter(pk=OuterRef("owner"), courses__enrollments__person=person)
    shared = Q(Exists(teachers), visibility=Article.Visibility.COURSES)
    return Q(visibility=Article.Visibility.PUBLIC) | Q(owner=person) | shared


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    """Where an article enters."""

    @transaction.atomic
    def add(self, document: Document, owner: User, *, source: str = "engine", **about: Any) -> Article:
        """Store a document as an article with its first revision and a build that waits for a worker."""
        article: Article = self.create(owner=owner, **about)
        revision = article.revisions.create(text=document.text, words=words(document))
        Build.objects.create(revision=revision, source=source)
        return article


class Article(models.Model):
    """A text somebody wants remembered; what it says is in its revisions."""

    class Visibility(models.TextChoices):
        PRIVATE = "private", "Only me"
        COURSES = "courses", "Students of my classes"
        PUBLIC = "public", "Everyone signed in"

    title = models.CharField(max_length=300)
    author = models.CharField(max_length=200, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    published = models.CharField(
        max_length=40, blank=True, help_text="The date as printed, for example 14 January 2022."
    )
    licence = models.CharField(max_length=100, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles")
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.COURSES)
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = ArticleManager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="article_has_title"),
            models.CheckConstraint(
                condition=Q(visibility__in=["private", "courses", "public"]), name="article_visibility_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def byline(self) -> str:
        """Return who wrote it, where and when it appeared, as far as known."""
        return " · ".join(filter(None, dict.fromkeys((self.author, self.publisher, self.printed_date))))

    @property
    def printed_date(self) -> str:
        """Return the date of publication in words where it is an ISO date, else as it was given."""
        try:
            return formats.date_format(date.fromisoformat(self.published), "j F Y")
        except ValueError:
            return self.published


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph to read; `index` counts the body's from 0, as facts and evidence do, and is -1 for the others."""

    kind: str
    index: int
    text: str


class Revision(models.Model):
    """One exact text of an article. A trigger keeps `text` from ever changing; an edit is a new revision."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    words = models.PositiveIntegerField()
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_number_from_1"),
            models.CheckConstraint(condition=~Q(text=""), name="revision_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.article} (revision {self.number})"

    def document(self) -> Document:
        """Return the text as the engine reads it: paragraphs, each body text, heading or aside."""
        return read_text(self.text, title=self.article.title)

    def sentences(self) -> list[list[Span]]:
        """Return where the sentences of each paragraph of the body stand."""
        return sentences(self.document())

    def blocks(self) -> list[Shown]:
        """Return the paragraphs as a reader sees them, without the title above."""
        document = self.document()
        found = zip(document.paragraphs, document.text.split("\n\n"), strict=True)
        blocks = [Shown(part.block, part.index, text.lstrip("# ") or text) for part, text in found]
        return blocks[1:] if blocks[0].text == self.article.title and blocks[0].kind == "heading" else blocks

    def store(self, bank: Bank, *, approve: bool = False) -> None:
        """Keep a bank read from this text: what is new is added, what is there stays as its teacher left it."""
        from .storing import store  # its models need this one

        store(self, bank, approve=approve)


class BuildQuerySet(models.QuerySet["Build"]):
    """Builds by what is to become of them; the verbs that workers compete for are conditional updates."""

    def claimable(self, now: datetime) -> BuildQuerySet:
        """Those a worker may begin: waiting, or left behind by a worker that is gone."""
        return self.filter(Q(state=Build.State.WAITING) | Q(state=Build.State.RUNNING, lease_until__lt=now))

    def claim(self, pk: int, now: datetime) -> Build | None:
        """Begin a build and hold its lease, or return None when it is not to be had."""
        lease = secrets.token_hex(20)
        taken = (
            self.claimable(now)
            .filter(pk=pk)
            .update(
                state=Build.State.RUNNING,
                lease=lease,
                lease_until=now + timedelta(seconds=settings.LEASE_SECONDS),
                tries=F("tries") + 1,
                stage="",
                progress=0,
            )
        )
        return self.select_related("revision__article").get(pk=pk) if taken else None


class Build(models.Model):
    """The making of one revision's bank: a lease, a heartbeat and what a person sees of the progress.

    A worker holds the lease by moving `lease_until` forward; when it dies the lease runs out, and the reaper
    enqueues the build again (see quizzes/tasks.py).
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Reading"
        DONE = "done", "Ready"
        FAILED = "failed", "Could not be read"

    class Source(models.TextChoices):
        ENGINE = "engine", "quizsite itself"
        MODEL = "model", "a language model"

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="build")
    source = models.CharField(
        max_length=10, choices=Source, default=Source.ENGINE, help_text="Who writes the questions."
    )
    model = models.CharField("language model", max_length=100, blank=True, help_text="Which one wrote them.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    stage = models.CharField(max_length=100, blank=True)
    progress = models.PositiveSmallIntegerField(default=0, help_text="0 to 100")
    message = models.TextField(blank=True)
    rejected = models.JSONField(default=dict, blank=True)
    lease = models.CharField(max_length=40, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now, editable=False)
    finished = models.DateTimeField(null=True, blank=True)

    objects = BuildQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="build_progress_to_100"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "done", "failed"]), name="build_state_known"
            ),
            models.CheckConstraint(condition=Q(source__in=["engine", "model"]), name="build_source_known"),
            models.CheckConstraint(
                condition=Q(state="running", lease_until__isnull=False)
                | (~Q(state="running") & Q(lease_until__isnull=True)),
                name="build_running_has_lease",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "failed"], finished__isnull=False)
                | (~Q(state__in=["done", "failed"]) & Q(finished__isnull=True)),
                name="build_finished_when_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.get_state_display()}"

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return self.state in (self.State.DONE, self.State.FAILED)

    def renew(self, now: datetime, **seen: Any) -> bool:
        """Hold the lease for longer and tell how far it is; False when another worker holds it by now."""
        return self._while_held(lease_until=now + timedelta(seconds=settings.LEASE_SECONDS), **seen)

    @transaction.atomic
    def finish(self, bank: Bank, now: datetime) -> bool:
        """Store the bank and end well, both or neither; False when another worker holds the lease by now."""
        # The update comes first: its row lock makes a second worker wait, and then find the lease gone.
        ended = {"state": self.State.DONE, "progress": 100, "stage": "", "message": ""}
        told = {"rejected": bank.rejected, "model": bank.model}
        held = self._while_held(**ended, **told, lease="", lease_until=None, finished=now)
        if held:
            self.revision.store(bank)
        return held

    def fail(self, message: str, now: datetime) -> bool:
        """End badly, with what to tell the person who waits."""
        return self._while_held(
            state=self.State.FAILED, stage="", message=message, lease="", lease_until=None, finished=now
        )

    def release(self, tries: int) -> bool:
        """Give the lease back, so that the build waits for a worker again."""
        return self._while_held(state=self.State.WAITING, stage="", progress=0, lease="", lease_until=None, tries=tries)

    def restart(self, source: str = "") -> bool:
        """Let an ended build wait for a worker once more, from another source if named; False when it has not ended."""
        ended = Build.objects.filter(pk=self.pk, state__in=[self.State.DONE, self.State.FAILED])
        again = {"state": self.State.WAITING, "message": "", "progress": 0, "tries": 0, "finished": None}
        return bool(ended.update(**again, source=source or self.source))

    def _while_held(self, **values: Any) -> bool:
        held = Build.objects.filter(pk=self.pk, state=self.State.RUNNING, lease=self.lease)
        return bool(held.update(**values))
