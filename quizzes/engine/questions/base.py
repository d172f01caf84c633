"""What a question is, whatever its kind, and what grading one returns."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ..facts.base import Level
from ..figures import dates, numbers

type Given = list[int] | str | list[str]
"""A learner's answer: indexes into the question as shown, or typed text.

single_choice, true_false, multiple_choice: indexes into `choices`; ordering: the sequence of indexes into
`choices`; find_evidence: indexes into `choices`, which are the sentences to choose from; matching: for each choice
the index into `options`; short_answer, numeric: text; cloze: text, or one text for each of several gaps, or for each
gap the index into `options`, where it has some.
"""

GAP = "____"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One right typed answer: text, or a number with its tolerance (same unit); `gap` counts a cloze's gaps from 0."""

    text: str
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    credit: float = 1.0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A finished question of any kind.

    `key`: right indexes into `choices` (single_choice, multiple_choice, true_false, find_evidence), the right
    sequence of indexes (ordering), the index into `options` for each choice (matching) or gap (a cloze with a list to
    choose from), () for typed kinds, whose right answers are `accept` (the first of each gap is the one shown; a cloze
    with a list has them too). A gap in a stem is written "____" (four underscores).
    `facts` are the ids of the facts it tests; `choice_facts[i]` the id of a fact in which choice i is true,
    or ""; `notes[i]` one sentence on why choice i is wrong or where it belongs, or "". `reject` are texts that
    a typed answer must not be taken for, however near to a right one: other facts' answers, names alike.
    `paragraphs[i]` is the number of the article's paragraph that choice i stands in (find_evidence).
    `also` are answers, as they were given, that a teacher has accepted since the question was shown.
    """

    id: str
    kind: str
    level: Level
    stem: str
    facts: tuple[str, ...]
    choices: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    options: tuple[str, ...] = ()
    accept: tuple[Accepted, ...] = ()
    choice_facts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    explanation: str = ""
    difficulty: float = 0.5
    score: float = 0.0
    proofs: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    also: tuple[tuple[int | str, ...], ...] = ()

    @property
    def joins(self) -> bool:
        """Say whether several facts are needed to answer."""
        return len(self.facts) > 1

    @property
    def gaps(self) -> int:
        """How many places there are to fill: one for every typed answer, in a cloze those of the stem."""
        return max(1, self.stem.count(GAP)) if self.kind == "cloze" else 1

    def accepted_in(self, gap: int) -> tuple[Accepted, ...]:
        """Return the right answers of one gap."""
        return tuple(accepted for accepted in self.accept if accepted.gap == gap)

    @property
    def answers(self) -> tuple[str, ...]:
        """The typed answer to show for each gap."""
        first = {accepted.gap: accepted.text for accepted in reversed(self.accept)}
        return tuple(first[gap] for gap in sorted(first))

    def shuffled(self, rng: random.Random) -> Question:
        """Return the question with its choices and options in a new order.

        True stays before False, sentences stay in the order of the article, and figures in rising order, where the
        key's rank was left to chance. Items to be put in order never stand in the right one.
        """
        rising = self.kind in ("single_choice", "cloze") and self.has_figures
        if rising or self.kind in ("true_false", "find_evidence"):
            return self
        places = range(len(self.choices))
        order = unordered(self.key, rng) if self.kind == "ordering" else rng.sample(places, len(places))
        option_order = rng.sample(range(len(self.options)), len(self.options))
        return replace(
            self,
            choices=tuple(self.choices[i] for i in order),
            options=tuple(self.options[i] for i in option_order),
            key=self._moved_key(order, option_order),
            choice_facts=tuple(self.choice_facts[i] for i in order) if self.choice_facts else (),
            notes=tuple(self.notes[i] for i in order) if self.notes else (),
        )

    @property
    def has_figures(self) -> bool:
        """Say whether the choices are years, dates or amounts in rising order."""
        choices = self.choices or self.options
        days = [dates(choice) for choice in choices]
        if all(days):
            return all(left < right for left, right in pairwise(days))
        amounts = [numbers(choice.partition(" ")[0]) for choice in choices]
        return all(amounts) and all(left < right for left, right in pairwise(amounts))

    def _moved_key(self, order: list[int], option_order: list[int]) -> tuple[int, ...]:
        if self.kind == "matching":
            return tuple(option_order.index(self.key[i]) for i in order)
        if self.kind == "cloze":
            return tuple(option_order.index(index) for index in self.key)
        moved = tuple(order.index(i) for i in self.key)
        return moved if self.kind == "ordering" else tuple(sorted(moved))


def unordered(right: Sequence[int], rng: random.Random) -> list[int]:
    """Return places in an order that is not the right one; each of the others is as likely."""
    order = rng.sample(range(len(right)), len(right))
    while len(right) > 1 and order == list(right):
        order = rng.sample(range(len(right)), len(right))
    return order


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer earned: `credit` 0..1 and one short sentence for the learner."""

    credit: float
    message: str


class InvalidAnswer(ValueError):  # noqa: N818  (it names what went wrong, as the form shows it)
    """The answer does not fit the question (unknown index, wrong length, wrong form); the message says what to do."""
