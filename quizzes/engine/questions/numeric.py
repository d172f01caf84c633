"""A question answered by a number."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..facts.base import Answer, AnswerType, Fact
from ..figures import numbers
from ..world import World
from .answers import typed
from .base import Accepted, Given, Grade, InvalidAnswer, Question
from .drafts import difficulty, explained
from .hardness import distance, rarity
from .measures import ROUNDING, added_up, in_scale_of, in_units_of, is_converted, off_by_scale, read_numbers

KIND = "numeric"
INSTRUCTIONS = "Type a number, in figures or in words."
ON_PAPER = "Write a number, in figures or in words."

_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|some|estimated|circa)\b", re.I)
_ABOUT_SHARE = Decimal("0.05")
# What does not say which number it is; refused before grading, whatever the answer, so that it tells nothing.
_OPEN = re.compile(
    r"\b(?:not|never|no|(?:more|less|fewer|greater|smaller|higher|lower) than|at (?:least|most)|up to|over|under|above"
    r"|below|or more|or less|or fewer)\b|n[’']t\b|[<>≤≥≠]",
    re.I,
)
_IN_A_WORD = {"once": "1", "twice": "2", "thrice": "3", "none": "0", "nobody": "0", "no one": "0", "nothing": "0"}
_CLOSE = Decimal("0.1")


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for each amount that is one number; an "about" allows as much leeway as a reader would."""
    for fact in facts:
        for answer in fact.answers:
            if answer.stem and answer.type is AnswerType.NUMBER and not fact.negated:
                yield from _question(fact, answer, world)


def _question(fact: Fact, answer: Answer, world: World) -> Iterator[Question]:
    if answer.value is None or numbers(answer.text) != [answer.value]:
        return
    about = fact.hedged and _ABOUT.search(f"{answer.stem} {answer.text}")
    tolerance = abs(answer.value) * _ABOUT_SHARE if about else Decimal(0)
    yield Question(
        id="",
        kind=KIND,
        level=answer.level,
        stem=answer.stem,
        facts=(fact.id,),
        accept=(Accepted(answer.text, answer.value, tolerance),),
        explanation=explained([fact]),
        difficulty=difficulty(
            KIND,
            quotes=world.quotes(fact),
            level=answer.level,
            distance=distance(fact.evidence),
            rarity=rarity(fact, answer, world),
        ),
    )


def grade(question: Question, given: Given) -> Grade:
    """Give credit for a number within the tolerance of an accepted one, in the same unit or one of its kind."""
    told = typed(given)
    text = added_up(in_scale_of(_IN_A_WORD.get(told.casefold().strip(" .!"), told), question.accept[0].text))
    found = read_numbers(text)
    if len(found) != 1:
        raise InvalidAnswer("Type one number, such as 12 or 3.5.")
    if _OPEN.search(text.casefold().replace("below zero", "")):
        raise InvalidAnswer("Type the number alone, without “not”, “more than” or “less than”.")
    hits = [accepted for accepted in question.accept if _within(found[0], text, accepted, question.stem)]
    if hits:
        return Grade(max(accepted.credit for accepted in hits), "Right.")
    return Grade(0.0, f"{_off(found[0], text, question)}: the answer is {question.accept[0].text}.")


def _within(number: Decimal, text: str, accepted: Accepted, stem: str) -> bool:
    if accepted.number is None:
        return False
    mine = in_units_of(number, text, accepted.text, stem)
    rounding = abs(accepted.number) * ROUNDING if is_converted(text, accepted.text, stem) else Decimal(0)
    return mine is not None and abs(mine - accepted.number) <= max(accepted.tolerance, rounding)


def _off(number: Decimal, text: str, question: Question) -> str:
    """Say what is off: the size, the unit, the sign, or the number itself."""
    accept = question.accept
    if any(off_by_scale(text, accepted.text) for accepted in accept):
        return "The figure is right but not its size"
    wanted = [
        (accepted.number, in_units_of(number, text, accepted.text, question.stem))
        for accepted in accept
        if accepted.number
    ]
    if any(number == right and mine != right for right, mine in wanted):
        return "The number is right but not the unit"
    if any(mine == -right for right, mine in wanted):
        return "The figure is right but not its sign"
    if any(mine is not None and abs(mine - right) <= abs(right) * _CLOSE for right, mine in wanted):
        return "Close, but not near enough"
    return "Not quite"
