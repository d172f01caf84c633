from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import formats, timezone

from .article import Article
from .question import Question
from .user import User

LONGEST = 100
"""No quiz asks more questions than this."""


class Refused(Exception):  # noqa: N818  (not a fault of the program: a rule, whose message a person is shown)
    """What was asked for is not possible now; the message says why and what to do."""


class QuizQuerySet(models.QuerySet["Quiz"]):
    """Quizzes by who may do what with them."""

    def owned_by(self, person: User) -> QuizQuerySet:
        """Those the person made."""
        return self.filter(owner=person)

    def editable_by(self, person: User) -> QuizQuerySet:
        """Those the person may change and review: their own; an admin all."""
        return self if person.is_admin else self.owned_by(person)

    def visible_to(self, person: User) -> QuizQuerySet:
        """Those the person may take: their own, those of their classes, and practice on articles they may read."""
        if person.is_admin:
            return self
        mine = Q(owner=person) | Q(assignments__course__enrollments__person=person)
        practice = Q(practice_for__in=Article.objects.visible_to(person))
        return self.filter(mine | practice).distinct()


class QuizManager(models.Manager.from_queryset(QuizQuerySet)):  # type: ignore[misc]
    """Where quizzes come from."""

    def practice(self, article: Article) -> Quiz:
        """Return the quiz behind an article's "Quiz me", made when it is first wanted."""
        title = article.title[: Quiz._meta.get_field("title").max_length]
        quiz: Quiz
        quiz, is_new = self.get_or_create(practice_for=article, defaults={"title": title, "owner": article.owner})
        if is_new:
            quiz.articles.add(article)
        return quiz


class Quiz(models.Model):
    """What an attempt draws its questions from. `practice_for` marks the one quiz behind an article's "Quiz me"."""

    title = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="quizzes")
    articles = models.ManyToManyField(Article, related_name="quizzes")
    practice_for = models.OneToOneField(
        Article, on_delete=models.CASCADE, null=True, blank=True, related_name="practice_quiz"
    )
    kinds = models.JSONField(default=list, blank=True, help_text="Kinds of question to draw; empty: all.")
    length = models.PositiveSmallIntegerField(default=10)
    attempts_allowed = models.PositiveSmallIntegerField(default=0, help_text="0: as many as wanted.")
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = QuizManager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="quiz_has_title"),
            models.CheckConstraint(condition=Q(length__gte=1, length__lte=100), name="quiz_length_1_to_100"),
        ]

    def __str__(self) -> str:
        return self.title

    def questions(self) -> models.QuerySet[Question]:
        """Return every question that the quiz may ask."""
        questions = Question.objects.askable().filter(article__quizzes=self)
        return questions.filter(kind__in=self.kinds) if self.kinds else questions

    def draw(self, length: int, rng: random.Random) -> list[Question]:
        """Return up to `length` questions: kinds in turn, no fact twice, the same ones for the same `rng`."""
        rows = self.questions().order_by("pk", "facts").values_list("pk", "kind", "facts")
        chosen = draw(rows, min(length, LONGEST), rng)
        found = Question.objects.with_answers().in_bulk(chosen)
        return [found[pk] for pk in chosen]

    def closing(self, learner: User, now: datetime) -> str:
        """Return why the learner may not answer this quiz now, "" when they may.

        Only assignments have hours. Where several classes give the same quiz, one open assignment is enough.
        """
        if self.practice_for_id or self.owner_id == learner.pk or learner.is_admin:
            return ""
        given = list(self.assignments.filter(course__enrollments__person=learner).order_by("opens"))
        if any(assignment.is_open(now) for assignment in given):
            return ""
        coming = [assignment.opens for assignment in given if assignment.opens > now]
        if coming:
            return f"This quiz opens on {_moment(coming[0])}. Come back then."
        closed = [assignment.closes for assignment in given if assignment.closes]
        if closed:
            return f"This quiz closed on {_moment(max(closed))}. Ask your teacher if you need more time."
        return "This quiz is not assigned to you any more. Ask your teacher."

    def refusal(self, learner: User, now: datetime) -> str:
        """Return why the learner may not start a new attempt now, "" when they may. Practice rounds do not count."""
        used = self.attempts.filter(learner=learner, retry_of=None).count() if self.attempts_allowed else 0
        if self.attempts_allowed and used >= self.attempts_allowed:
            times = "once" if self.attempts_allowed == 1 else f"{self.attempts_allowed} times"
            return f"This quiz can be taken {times}, and you have done so. Your results are under Scores."
        return self.closing(learner, now)


def draw(rows: Iterable[tuple[int, str, int]], length: int, rng: random.Random) -> list[int]:
    """Choose questions from rows of question, kind, fact: kinds take turns, and no fact is asked twice."""
    kinds: dict[str, list[int]] = {}
    facts: dict[int, set[int]] = {}
    for pk, kind, fact in rows:
        if pk not in facts:
            kinds.setdefault(kind, []).append(pk)
        facts.setdefault(pk, set()).add(fact)
    turns = [rng.sample(pile, len(pile)) for _, pile in sorted(kinds.items())]
    rng.shuffle(turns)
    chosen: list[int] = []
    used: set[int] = set()
    while len(chosen) < length and any(turns):
        for pile in turns:
            # What shares a fact with a chosen question can never be chosen any more.
            pile[:] = [pk for pk in pile if used.isdisjoint(facts[pk])]
            if pile and len(chosen) < length:
                chosen.append(pile.pop(0))
                used |= facts[chosen[-1]]
    return chosen


def _moment(when: datetime) -> str:
    return formats.date_format(timezone.localtime(when), "j F Y, H:i")
