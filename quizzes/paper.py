"""A quiz on paper: a version's questions in its own order, and the key to it. Pure, and the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from .engine.questions import Accepted, Question, on_paper

VERSIONS = ("A", "B")
"""Neighbours at a table get different ones."""

_TRIES = 12
_BESIDE = ((4, 12), (2, 32))
"""How many texts stand beside each other, and how long they may be for that."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A question as a version prints it, with what the key needs: the sentences that prove it and their article."""

    question: Question
    proofs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Option:
    """What may be ticked, numbered or named by its letter."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the paper has it: nothing here tells its answer.

    `layout` says where the answer is written: tick, number, match, gap, line, or figure, a short line. `beside` is how
    many choices, or words to choose from, stand beside each other: short ones need no line of their own.
    """

    number: int
    stem: str
    instructions: str
    layout: str
    choices: tuple[Option, ...]
    options: tuple[Option, ...]
    beside: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A question as the key has it: its right answers, the words that count as well, and what proves them."""

    number: int
    stem: str
    answers: tuple[str, ...]
    also: str
    proofs: tuple[str, ...]
    source: str


def laid_out(questions: Sequence[Printed], seed: int, version: str) -> list[Printed]:
    """Return the questions as a version prints them: the first in the order given, the other in another order.

    Choices are shuffled in both, whatever a quiz says: the stored order may tell the key.
    """
    rng = random.Random(f"{seed} {VERSIONS[0]}")
    first = [_with(one, one.question.shuffled(rng)) for one in questions]
    return first if version == VERSIONS[0] else _unlike(first, random.Random(f"{seed} {version}"))


def _with(printed: Printed, question: Question) -> Printed:
    return replace(printed, question=question)


def _unlike(before: list[Printed], rng: random.Random) -> list[Printed]:
    """Return another order than the one before, of the questions and of the choices in each."""
    order = rng.sample(before, len(before))
    if order == before:
        order = order[1:] + order[:1]
    return [_with(one, _reshuffled(one.question, rng)) for one in order]


def _reshuffled(before: Question, rng: random.Random) -> Question:
    """Shuffle until the order is another one; figures and the like have only one."""
    for _ in range(_TRIES):
        after = before.shuffled(rng)
        if (after.choices, after.options) != (before.choices, before.options):
            return after
    return before


def paper(printed: Iterable[Printed]) -> list[Asked]:
    """Return what the students get."""
    return [_asked(number, one.question) for number, one in enumerate(printed, start=1)]


def key(printed: Iterable[Printed]) -> list[Told]:
    """Return what the teacher marks by, numbered as the paper of the same version."""
    return [
        Told(number, one.question.stem, _answers(one.question), _also(one.question), one.proofs, one.source)
        for number, one in enumerate(printed, start=1)
    ]


def _asked(number: int, question: Question) -> Asked:
    return Asked(
        number,
        question.stem,
        on_paper(question),
        _layout(question),
        _lettered(question.choices),
        _lettered(question.options),
        _beside(question.choices or question.options),
    )


def _layout(question: Question) -> str:
    """Return where the answer is written; a kind that is none of the named ones has choices to tick."""
    if question.kind == "cloze":
        return "gap"
    if question.options:
        return "match"
    if question.choices:
        return "number" if question.kind == "ordering" else "tick"
    return "figure" if question.kind == "numeric" else "line"


def _beside(texts: Sequence[str]) -> int:
    """Return how many texts fit beside each other, by the longest of them."""
    longest = max(map(len, texts), default=0)
    return next((count for count, most in _BESIDE if longest <= most), 1)


def _lettered(texts: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(letter(place), text) for place, text in enumerate(texts))


def letter(place: int) -> str:
    """Return the letter of a place counted from 0: a to z, then aa."""
    rounds, rest = divmod(place, len(ascii_lowercase))
    return ascii_lowercase[rest] * (rounds + 1)


def _answers(question: Question) -> tuple[str, ...]:
    """Return the right answers as they stand on the paper, from top to bottom."""
    layout = _layout(question)
    if layout == "match":
        pairs = zip(question.choices, question.key, strict=True)
        return tuple(f"{text}: {letter(index)}) {question.options[index]}" for text, index in pairs)
    if layout == "number":
        return tuple(f"{question.key.index(index) + 1}: {text}" for index, text in enumerate(question.choices))
    if layout == "tick":
        return tuple(f"{letter(index)}) {question.choices[index]}" for index in question.key)
    return _in_gaps(question) if layout == "gap" else (_typed(question.accept[0]),)


def _in_gaps(question: Question) -> tuple[str, ...]:
    """Return what belongs into each gap, numbered where there are several, with its letter where it is chosen."""
    texts = [f"{letter(index)}) {question.options[index]}" for index in question.key] or list(question.answers)
    return tuple(f"{place}: {text}" for place, text in enumerate(texts, start=1)) if len(texts) > 1 else tuple(texts)


def _typed(accepted: Accepted) -> str:
    return f"{accepted.text} (± {accepted.tolerance.normalize():f})" if accepted.tolerance else accepted.text


def _also(question: Question) -> str:
    """Return the other typed answers that earn credit, those that earn only a part of it with their share."""
    if question.options:
        return ""
    others = (
        f"{gap + 1}: {_earning(one)}" if question.gaps > 1 else _earning(one)
        for gap in range(question.gaps)
        for one in question.accepted_in(gap)[1:]
    )
    return "; ".join(dict.fromkeys(others))


def _earning(accepted: Accepted) -> str:
    text = _typed(accepted)
    return text if accepted.credit == 1 else f"{text} ({accepted.credit:.0%} of the credit)"
