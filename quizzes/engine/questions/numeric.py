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
from .matcher import off_by_scale, same_measure

KIND = "numeric"
INSTRUCTIONS = "Type a number, in figures or in words."


_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|some|estimated|circa)\b", re.I)
_ABOUT_SHARE = Decimal("0.05")


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
    """Give credit for a number within the tolerance of an accepted one, in the same unit."""
    text = typed(given)
    found = numbers(text)
    if len(found) != 1:
        raise InvalidAnswer("Type one number, such as 12 or 3.5.")
    shown = question.accept[0].text
    near = [accepted for accepted in question.accept if _within(found[0], accepted)]
    if not near and any(off_by_scale(text, accepted.text) for accepted in question.accept):
        return Grade(0.0, f"The figure is right but not its size: the answer is {shown}.")
    if not near:
        return Grade(0.0, f"Not quite: the answer is {shown}.")
    if not any(same_measure(text, accepted.text) for accepted in near):
        return Grade(0.0, f"The number is right but not the unit: the answer is {shown}.")
    return Grade(max(accepted.credit for accepted in near), "Right.")


def _within(number: Decimal, accepted: Accepted) -> bool:
    return accepted.number is not None and abs(number - accepted.number) <= accepted.tolerance
