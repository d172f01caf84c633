"""What a question is, whatever its kind, and what grading one returns."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ..facts.base import Level
from ..figures import dates, numbers

type Given = list[int] | str
"""A learner's answer: indexes into the question as shown, or typed text.

single_choice, true_false, multiple_choice: indexes into `choices`; ordering: the sequence of indexes into
`choices`; find_evidence: indexes into `choices`, which are the sentences to choose from; matching: for each choice
the index into `options`; cloze, short_answer, numeric: text.
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One right typed answer: text, or a number with its tolerance (same unit)."""

    text: str
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    credit: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """A finished question of any kind.

    `key`: right indexes into `choices` (single_choice, multiple_choice, true_false, find_evidence), the right
    sequence of indexes (ordering), the index into `options` for each choice (matching), () for typed kinds, whose right
    answers are `accept` (the first is the one shown). A gap in a stem is written "____" (four underscores).
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

    def shuffled(self, rng: random.Random) -> Question:
        """Return the question with its choices and options in a new order.

        True stays before False, sentences stay in the order of the article, and figures in rising order, where the
        key's rank was left to chance.
        """
        if self.kind in ("true_false", "find_evidence") or (self.kind == "single_choice" and self.has_figures):
            return self
        order = rng.sample(range(len(self.choices)), len(self.choices))
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
        days = [dates(choice) for choice in self.choices]
        if all(days):
            return all(left < right for left, right in pairwise(days))
        amounts = [numbers(choice.partition(" ")[0]) for choice in self.choices]
        return all(amounts) and all(left < right for left, right in pairwise(amounts))

    def _moved_key(self, order: list[int], option_order: list[int]) -> tuple[int, ...]:
        if self.kind == "matching":
            return tuple(option_order.index(self.key[i]) for i in order)
        moved = tuple(order.index(i) for i in self.key)
        return moved if self.kind == "ordering" else tuple(sorted(moved))


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer earned: `credit` 0..1 and one short sentence for the learner."""

    credit: float
    message: str


class InvalidAnswer(ValueError):  # noqa: N818  (it names what went wrong, as the form shows it)
    """The answer does not fit the question (unknown index, wrong length, wrong form); the message says what to do."""
