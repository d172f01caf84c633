from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from .. import memory as schedule
from .fact import Fact
from .prepared import Prepared, Stored
from .response import Response
from .user import User


@dataclass(frozen=True, slots=True)
class Met:
    """A fact met once: how well it was recalled, and the name of what it was met in; a response by its number."""

    fact: int
    rating: schedule.Rating
    token: str
    response: int | None = None

    def logged(self, learner: User, at: datetime) -> Review:
        """Return its line in the log."""
        return Review(
            learner=learner, fact_id=self.fact, rating=self.rating, at=at, token=self.token, response_id=self.response
        )


class MemoryQuerySet(models.QuerySet["Memory"]):
    """Memories by whose they are and when they are wanted."""

    def of(self, learner: User) -> MemoryQuerySet:
        """The learner's own."""
        return self.filter(learner=learner)

    def due(self, now: datetime) -> MemoryQuerySet:
        """Those of approved facts to be reviewed by now, the longest waiting first."""
        return self.filter(due__lte=now, fact__status=Fact.Status.APPROVED).order_by("due", "pk")

    def review(
        self,
        learner: User,
        fact: Fact,
        rating: schedule.Rating,
        now: datetime,
        token: str,
        response: Response | None = None,
    ) -> Memory:
        """Log one review and move the memory on; a token seen before changes nothing."""
        met = Met(fact.pk, rating, token, response.pk if response else None)
        return self.review_all(learner, [met], now)[fact.pk]

    @transaction.atomic(savepoint=False)
    def review_all(self, learner: User, met: Sequence[Met], now: datetime) -> dict[int, Memory]:
        """Log reviews in a fixed number of queries and move their memories on; return those by fact."""
        # The learner's row is the lock: two reviews of one learner come one after the other, first ones too.
        LOCK(learner.pk)
        facts, tokens = {each.fact for each in met}, {each.token for each in met}
        memories: dict[int, Memory] = {memory.fact_id: memory for memory in MEMORIES(learner.pk, sorted(facts))}
        seen = set(LOGGED(learner.pk, sorted(memories), sorted(tokens)))
        news = [each for each in met if (each.fact, each.token) not in seen]
        reviews = []
        for each in news:
            memory = memories.setdefault(each.fact, Memory(learner=learner, fact_id=each.fact))
            state = schedule.review(memory.as_state() if memory.state else None, each.rating, now)
            reviews.append(each.logged(learner, state.last_review))
            memory.take_over(state)
        REVIEWS(reviews)
        MOVED(memories[fact] for fact in dict.fromkeys(each.fact for each in news))
        return memories

    def rebuild(self) -> None:
        """Work the memories out again from the log of their reviews, in a fixed number of queries."""
        memories = {(memory.learner_id, memory.fact_id): memory for memory in self}
        learners, facts = {learner for learner, _ in memories}, {fact for _, fact in memories}
        log = Review.objects.filter(learner__in=learners, fact__in=facts).order_by("at", "pk")
        reviews: dict[tuple[int, int], list[tuple[schedule.Rating, datetime]]] = {}
        for learner, fact, rating, at in log.values_list("learner", "fact", "rating", "at"):
            reviews.setdefault((learner, fact), []).append((schedule.Rating(rating), at))
        for key, memory in memories.items():
            state = schedule.rebuild(reviews.get(key, ()))
            if state:
                memory.take_over(state)
        MOVED(memories.values())


class Memory(models.Model):
    """What one learner retains of one fact: the state of FSRS, rebuilt from the reviews at any time."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memories")
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="memories")
    stability = models.FloatField(help_text="Days until retrievability falls to 90 %.")
    difficulty = models.FloatField(help_text="1 to 10")
    state = models.PositiveSmallIntegerField(help_text="1 learning, 2 review, 3 relearning")
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    due = models.DateTimeField()
    last_review = models.DateTimeField()

    objects = MemoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "memories"
        indexes = [models.Index(fields=["learner", "due"], name="memory_due")]
        constraints = [
            models.UniqueConstraint(fields=["learner", "fact"], name="memory_one_per_fact"),
            models.CheckConstraint(condition=Q(stability__gt=0), name="memory_stability_positive"),
            models.CheckConstraint(
                condition=Q(difficulty__gte=1, difficulty__lte=10), name="memory_difficulty_1_to_10"
            ),
            models.CheckConstraint(condition=Q(state__in=[1, 2, 3]), name="memory_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.fact}"

    def as_state(self) -> schedule.State:
        """Return what the pure functions of quizzes/memory.py work on."""
        phase = schedule.Phase(self.state)
        return schedule.State(phase, self.step, self.stability, self.difficulty, self.due, self.last_review)

    def take_over(self, state: schedule.State) -> None:
        """Become what the pure functions worked out, without saving it."""
        self.state, self.step = state.phase, state.step
        self.stability, self.difficulty = state.stability, state.difficulty
        self.due, self.last_review = state.due, state.last_review

    def rebuild(self) -> None:
        """Work the memory out again from the log of its reviews."""
        Memory.objects.filter(pk=self.pk).rebuild()
        self.refresh_from_db()


class Review(models.Model):
    """One time a learner met a fact; the log that every memory can be rebuilt from. Quiz answers are reviews too."""

    class Rating(models.IntegerChoices):
        AGAIN = 1
        HARD = 2
        GOOD = 3
        EASY = 4

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="reviews")
    rating = models.PositiveSmallIntegerField(choices=Rating)
    at = models.DateTimeField()
    token = models.CharField(max_length=40, help_text="Names the sending form, so that a resend changes nothing.")
    response = models.ForeignKey(Response, on_delete=models.SET_NULL, null=True, blank=True, related_name="reviews")

    class Meta:
        ordering = ["learner", "at", "pk"]
        indexes = [models.Index(fields=["learner", "fact", "at"], name="review_log")]
        constraints = [
            models.UniqueConstraint(fields=["learner", "fact", "token"], name="review_once_per_token"),
            models.CheckConstraint(condition=Q(rating__in=[1, 2, 3, 4]), name="review_rating_1_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.fact} ({self.get_rating_display()})"


LOCK = Prepared(lambda learner: User.objects.select_for_update().filter(pk=learner).values_list("pk"))
MEMORIES = Prepared(lambda learner, facts: Memory.objects.filter(learner=learner, fact__in=facts))
LOGGED = Prepared(
    lambda learner, facts, tokens: (
        Review.objects.filter(learner=learner, fact__in=facts, token__in=tokens).order_by().values_list("fact", "token")
    )
)
REVIEWS = Stored(Review)
MOVED = Stored(Memory, unique=["learner", "fact"])
