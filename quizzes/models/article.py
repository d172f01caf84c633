from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


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
    published = models.CharField(max_length=40, blank=True, help_text="The date as printed, for example 14 January 2022.")
    licence = models.CharField(max_length=100, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles")
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.COURSES)
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="article_has_title"),
            models.CheckConstraint(condition=Q(visibility__in=["private", "courses", "public"]), name="article_visibility_known"),
        ]

    def __str__(self) -> str:
        return self.title


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

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="build")
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

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(progress__lte=100), name="build_progress_to_100"),
            models.CheckConstraint(condition=Q(state__in=["waiting", "running", "done", "failed"]), name="build_state_known"),
            models.CheckConstraint(
                condition=Q(state="running", lease_until__isnull=False) | (~Q(state="running") & Q(lease_until__isnull=True)),
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


