"""What a quiz asks: its slots, filled by the teacher or by a rule, and the forms in which each may be asked."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from django.db import models

from .question import Question


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


def candidates(questions: models.QuerySet[Question]) -> list[Candidate]:
    """Return the questions in a steady order, in one query."""
    rows = questions.order_by("pk").values_list("pk", "kind", "level", "article", "facts")
    found: dict[int, tuple[str, str, int]] = {}
    facts: dict[int, set[int]] = {}
    for pk, kind, level, article, fact in rows:
        found[pk] = (kind, level, article)
        facts.setdefault(pk, set()).add(fact)
    return [Candidate(pk, *about, frozenset(facts[pk])) for pk, about in found.items()]


def draw(
    pool: Iterable[Candidate],
    length: int,
    rng: random.Random,
    *,
    understanding: int = 0,
    seen: frozenset[int] = frozenset(),
) -> list[Candidate]:
    """Choose up to `length` questions, no fact twice, the same ones for the same `rng`.

    The unseen come first, then those that `understanding`, the least per cent of that level, still lacks; kinds and
    articles take turns.
    """
    open_still = list(pool)
    rng.shuffle(open_still)
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
        open_still = [one for one in open_still if one.facts.isdisjoint(best.facts)]
    return chosen


def vary(
    slots: Sequence[Candidate], pool: Iterable[Candidate], rng: random.Random, *, seen: frozenset[int], kinds: int
) -> list[Candidate]:
    """Return a form for each slot: the same facts at the same level, unseen ones first, kinds in turn.

    Where fewer than `kinds` kinds come out of it, slots go back to their own question as long as that adds a kind.
    """
    forms: dict[tuple[frozenset[int], str], list[Candidate]] = {}
    for one in pool:
        forms.setdefault((one.facts, one.level), []).append(one)
    count: Counter[str] = Counter()
    chosen: list[Candidate] = []
    for slot in slots:
        fitting = forms.get((slot.facts, slot.level), [slot])
        ranked = rng.sample(fitting, len(fitting))
        chosen.append(min(ranked, key=lambda one: (one.pk in seen, count[one.kind])))
        count[chosen[-1].kind] += 1
    for index, slot in enumerate(slots):
        now = chosen[index].kind
        if len(+count) < kinds and not count[slot.kind] and count[now] > 1:
            count.update({slot.kind: 1, now: -1})
            chosen[index] = slot
    return chosen
