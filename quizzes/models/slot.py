"""What a quiz asks: its slots, filled by the teacher or by a rule, and the forms in which each may be asked."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType

from django.db import models

from .fact import Evidence
from .question import Choice, Question

NEVER: Mapping[int, int] = MappingProxyType({})
"""How often each question was asked, where that does not matter."""


class Slot(models.Model):
    """One place in a quiz: the question that stands there. A rule may ask its facts in another form."""

    quiz = models.ForeignKey("quizzes.Quiz", on_delete=models.CASCADE, related_name="slots")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="slots")

    class Meta:
        ordering = ["quiz", "position"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "position"], name="slot_one_per_position"),
            models.UniqueConstraint(fields=["quiz", "question"], name="slot_one_per_question"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.question}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, with what choosing among them looks at."""

    pk: int
    kind: str
    level: str
    article: int
    facts: frozenset[int]
    shows: frozenset[int] = frozenset()

    def fits(self, other: Candidate) -> bool:
        """Say whether both may stand in one paper: no fact twice, and none that the passage of the other tells."""
        apart = self.facts.isdisjoint(other.facts)
        return apart and self.shows.isdisjoint(other.facts) and self.facts.isdisjoint(other.shows)


type Row = tuple[int, str, str, int, int]
"""What a question and one of its facts give to a candidate."""


def rows(questions: models.QuerySet[Question]) -> models.QuerySet[Question, Row]:
    """Return what makes candidates of the questions, in a steady order."""
    return questions.order_by("pk").values_list("pk", "kind", "level", "article", "facts")


def candidates(rows: Iterable[Row]) -> list[Candidate]:
    """Return the candidates of these rows, in two queries where a passage shows other facts, else in none."""
    found: dict[int, tuple[str, str, int]] = {}
    facts: dict[int, set[int]] = {}
    for pk, kind, level, article, fact in rows:
        found[pk] = (kind, level, article)
        facts.setdefault(pk, set()).add(fact)
    shows = _shown({pk: article for pk, (kind, _, article) in found.items() if kind == Question.Kind.FIND_EVIDENCE})
    return [
        Candidate(pk, *about, frozenset(facts[pk]), frozenset(shows.get(pk, ())) - facts[pk])
        for pk, about in found.items()
    ]


def _shown(articles: dict[int, int]) -> dict[int, set[int]]:
    """Return the facts that the sentences to choose from tell, by the question, given the article of each."""
    if not articles:
        return {}
    evidence = Evidence.objects.filter(fact__article__in=set(articles.values())).order_by("fact", "start")
    last = {fact: (article, quote) for fact, article, quote in evidence.values_list("fact", "fact__article", "quote")}
    told: dict[tuple[int, str], set[int]] = {}
    for fact, sentence in last.items():
        told.setdefault(sentence, set()).add(fact)
    shown: dict[int, set[int]] = {pk: set() for pk in articles}
    for pk, text in Choice.objects.filter(question__in=articles).values_list("question", "text"):
        shown[pk] |= told.get((articles[pk], text), set())
    return shown


def draw(
    pool: Iterable[Candidate],
    length: int,
    rng: random.Random,
    *,
    understanding: int = 0,
    seen: frozenset[int] = frozenset(),
) -> list[Candidate]:
    """Choose up to `length` questions that fit each other, no fact twice, the same ones for the same `rng`.

    The unseen come first, then those that `understanding`, the least per cent of that level, still lacks; kinds and
    articles take turns.
    """
    whole = list(pool)
    open_still = rng.sample(whole, len(whole))
    wanted = ceil(length * understanding / 100)
    chosen: list[Candidate] = []
    count: Counter[str | int] = Counter()
    while open_still and len(chosen) < length:
        lacks = count[Question.Level.UNDERSTANDING] < wanted
        best = min(
            open_still,
            key=lambda one: (
                one.pk in seen,
                lacks and one.level != Question.Level.UNDERSTANDING,
                count[one.kind],
                count[one.article],
            ),
        )
        chosen.append(best)
        count.update((best.kind, best.level, best.article))
        open_still = [one for one in open_still if one.fits(best)]
    if len(chosen) < length and any(one.shows for one in chosen):
        # What a passage shows cannot be asked beside it: where too little is left, no passage is shown.
        plain = draw([one for one in whole if not one.shows], length, rng, understanding=understanding, seen=seen)
        return plain if len(plain) > len(chosen) else chosen
    return chosen


def vary(
    slots: Sequence[Candidate],
    pool: Iterable[Candidate],
    rng: random.Random,
    *,
    seen: frozenset[int],
    kinds: int,
    used: Mapping[int, int] = NEVER,
) -> list[Candidate]:
    """Return a form for each slot: the same facts at the same level, unseen ones first, kinds in turn.

    Among those the forms that others were asked least, by their number in `used`: neighbours read different papers.

    No passage shows what another slot asks.

    Where fewer than `kinds` kinds come out of it, slots go back to their own question as long as that adds a kind.
    """
    forms: dict[tuple[frozenset[int], str], list[Candidate]] = {}
    for one in pool:
        forms.setdefault((one.facts, one.level), []).append(one)
    count: Counter[str] = Counter()
    chosen: list[Candidate] = []
    asked = Counter(fact for slot in slots for fact in slot.facts)
    for slot in slots:
        same = forms.get((slot.facts, slot.level), [slot])
        fitting = [one for one in same if not any(asked[fact] for fact in one.shows)] or [slot]
        ranked = rng.sample(fitting, len(fitting))
        chosen.append(min(ranked, key=lambda one: (one.pk in seen, used.get(one.pk, 0), count[one.kind])))
        count[chosen[-1].kind] += 1
    for index, slot in enumerate(slots):
        now = chosen[index].kind
        if len(+count) < kinds and not count[slot.kind] and count[now] > 1:
            count.update({slot.kind: 1, now: -1})
            chosen[index] = slot
    return chosen
