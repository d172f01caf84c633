"""Flashcards: a fact, asked by one of its questions. Nothing here is stored; what is learned is in Memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import models
from django.db.models import Case, Count, Exists, Min, OuterRef, Q, When
from django.utils import timezone

from .. import memory as schedule
from .. import scoring
from ..engine.questions import answer_text
from .article import Article
from .fact import Fact
from .memory import Memory, Review
from .question import Question
from .response import untold
from .user import User

NEW_PER_DAY = 20
"""So many facts a learner begins by cards in a day; each comes back several times, and more would pile up."""

AHEAD = timedelta(minutes=20)
"""When nothing else is left, facts being learned are shown this much early rather than making the learner wait."""

TOKENS = UUID("6f1c0a52-3b0e-4a55-9d0f-5a6f3a3a7a11")
FRONTS = ("short_answer", "numeric", "cloze", "single_choice")
"""Kinds that can be asked without showing choices, the plainest first."""

NEEDS_CHOICES = ("which of", "of these", "of the following", "the following", "below", "above", "true")


def fronts() -> models.QuerySet[Question]:
    """Return the questions that can be a card's front, the best first: they can be answered without any choices."""
    single = Q(kind=Question.Kind.SINGLE_CHOICE)
    alone = Q(stem__endswith="?")
    for words in NEEDS_CHOICES:
        alone &= ~Q(stem__icontains=words)
    plainest = Case(*(When(kind=kind, then=rank) for rank, kind in enumerate(FRONTS)))
    askable = Question.objects.askable().filter(kind__in=FRONTS)
    return askable.filter(~single | alone).order_by(plainest, "-score", "pk")


@dataclass(frozen=True, slots=True)
class Card:
    """A fact for one learner at one moment: the question on the front, and what is remembered so far."""

    fact: Fact
    question: Question
    memory: Memory | None
    now: datetime

    @property
    def answer(self) -> str:
        """Return what the back says first."""
        return answer_text(self.question.as_engine())

    @property
    def token(self) -> str:
        """Return the name of this one showing: a form sent twice, from two tabs or after a reload counts once."""
        seen = self.memory.last_review.isoformat() if self.memory else "new"
        return str(uuid5(TOKENS, f"{self.fact.pk}:{seen}"))

    @property
    def ratings(self) -> list[tuple[schedule.Rating, str, timedelta]]:
        """Return the four buttons: rating, label, and when the card comes back."""
        intervals = schedule.next_intervals(self.memory.as_state() if self.memory else None, self.now)
        return [(rating, Review.Rating(rating).label, span) for rating, span in intervals.items()]


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of a learner: of one article, or of all that they have begun, been assigned or read."""

    learner: User
    now: datetime
    article: Article | None = None

    def facts(self) -> models.QuerySet[Fact]:
        """Return the approved facts that have a front and that the learner may see.

        What a quiz asks waits until it is explained there: a card would tell.
        """
        has_front = Exists(fronts().filter(facts=OuterRef("pk")))
        waits = Exists(untold(self.learner, self.now).filter(question__facts=OuterRef("pk")))
        facts = Fact.objects.approved().filter(has_front, ~waits)
        if self.article:
            return facts.filter(article=self.article)
        return facts.filter(article__in=Article.objects.visible_to(self.learner))

    def due(self) -> models.QuerySet[Memory]:
        """Return the memories to be reviewed now, the longest waiting first."""
        return Memory.objects.of(self.learner).due(self.now).filter(fact__in=self.facts())

    def soon(self) -> models.QuerySet[Memory]:
        """Return the memories being learned that are nearly due."""
        learning = Memory.objects.of(self.learner).due(self.now + AHEAD).exclude(state=schedule.Phase.REVIEW)
        return learning.filter(due__gt=self.now, fact__in=self.facts())

    def fresh(self) -> models.QuerySet[Fact]:
        """Return the facts not met yet, in the order of the text, as many as today still allows."""
        facts = self.facts().exclude(memories__learner=self.learner)
        if not self.article:
            chosen = Q(readings__learner=self.learner) | Q(
                quizzes__assignments__course__enrollments__person=self.learner,
                quizzes__assignments__opens__lte=self.now,
            )
            facts = facts.filter(article__in=Article.objects.filter(chosen))
        return facts.order_by("article", "paragraph", "pk")[: max(0, NEW_PER_DAY - self._begun_today())]

    def left(self) -> int:
        """Count the cards still to come."""
        return self.due().count() + self.fresh().count() + self.soon().count()

    def next(self) -> Card | None:
        """Return the card to show now: what is due, then what is new, then what is nearly due."""
        memory = self.due().select_related("fact").first()
        if memory:
            return self._card(memory.fact, memory)
        fact = self.fresh().first()
        if fact:
            return self._card(fact, None)
        memory = self.soon().select_related("fact").first()
        return self._card(memory.fact, memory) if memory else None

    def card(self, fact: Fact) -> Card:
        """Return the card of one of the deck's facts."""
        return self._card(fact, Memory.objects.of(self.learner).filter(fact=fact).first())

    def _card(self, fact: Fact, memory: Memory | None) -> Card:
        return Card(fact, fronts().filter(facts=fact)[0], memory, self.now)

    def _begun_today(self) -> int:
        """Count the facts whose first review was on a card today; those a quiz began do not use up the day."""
        reviews = Review.objects.filter(learner=self.learner).values("fact")
        first = reviews.annotate(first=Min("at"), quizzed=Min("at", filter=Q(response__isnull=False)))
        today = first.filter(first__gte=midnight(self.now))
        return today.filter(Q(quizzed__isnull=True) | Q(quizzed__gt=models.F("first"))).count()


@dataclass(frozen=True, slots=True)
class Day:
    """What a learner did with cards on one day, and what comes next."""

    cards: int
    ratings: list[tuple[str, int]]
    next_due: datetime | None
    streak: int

    @property
    def reviews(self) -> int:
        """Return how many times a card was rated; one card may have come several times."""
        return sum(count for _, count in self.ratings)

    @property
    def right(self) -> int:
        """Return the share of ratings other than Again, in per cent."""
        again = self.ratings[0][1]
        return int(scoring.percent((self.reviews - again) / self.reviews)) if self.reviews else 0


def today(learner: User, now: datetime) -> Day:
    """Return the learner's day until now."""
    reviews = Review.objects.filter(learner=learner)
    counted = {rating: Count("pk", filter=Q(rating=rating)) for rating in Review.Rating}
    cards = reviews.filter(at__gte=midnight(now), response=None)
    found = cards.aggregate(
        cards=Count("fact", distinct=True), **{rating.name.lower(): count for rating, count in counted.items()}
    )
    ratings = [(rating.label, found[rating.name.lower()]) for rating in Review.Rating]
    days = [at.date() for at in reviews.datetimes("at", "day", order="DESC")]
    coming = Memory.objects.of(learner).filter(fact__in=Deck(learner, now).facts(), due__gt=now)
    next_due = coming.aggregate(due=Min("due"))["due"]
    return Day(found["cards"], ratings, next_due, streak(days, timezone.localdate(now)))


def streak(days: list[date], today: date) -> int:
    """Count the days in a row with a review, up to today or, while today is young, yesterday; `days` latest first."""
    expected = today if today in days[:1] else today - timedelta(days=1)
    length = 0
    for day in days:
        if day != expected:
            break
        length, expected = length + 1, expected - timedelta(days=1)
    return length


def midnight(now: datetime) -> datetime:
    """Return the moment the current local day began."""
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
