"""Articles as one learner finds them on the shelf: how long, how much to learn, how much of it known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Count

from .article import Article, Revision
from .fact import Fact, Standing
from .question import Question
from .user import User

WORDS_PER_MINUTE = 220


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article with its numbers; `standing` counts the approved facts."""

    article: Article
    words: int
    questions: int
    standing: Standing

    @property
    def minutes(self) -> int:
        """Return how long reading takes."""
        return max(1, ceil(self.words / WORDS_PER_MINUTE))


def shelve(articles: Iterable[Article], learner: User, now: datetime) -> list[Shelved]:
    """Return the articles with their numbers, in three queries however many they are."""
    found = list(articles)
    standings = Fact.objects.approved().filter(article__in=found).standing_by_article(learner, now)
    revisions = Revision.objects.filter(article__in=found).order_by("number")
    words = dict(revisions.values_list("article", "words"))
    askable = Question.objects.askable().filter(article__in=found).order_by().values("article")
    questions = dict(askable.annotate(count=Count("pk")).values_list("article", "count"))
    return [
        Shelved(article, words.get(article.pk, 0), questions.get(article.pk, 0), standings.get(article.pk, Standing()))
        for article in found
    ]
