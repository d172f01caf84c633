"""A direct question answered in a few words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..facts.base import Fact
from ..world import World
from .answers import typed
from .base import Given, Grade, Question
from .drafts import accepted, difficulty, explained, look_alikes, typable
from .hardness import distance, rarity
from .matcher import Match, match

KIND = "short_answer"
INSTRUCTIONS = "Type your answer in a few words."
_VAGUE_CREDIT = 0.5


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask directly for each name or date that can be typed without seeing it."""
    for fact in facts:
        for answer in fact.answers:
            if answer.stem and typable(answer, world) and not fact.negated:
                yield Question(
                    id="",
                    kind=KIND,
                    level=answer.level,
                    stem=answer.stem,
                    facts=(fact.id,),
                    accept=accepted(answer),
                    reject=look_alikes(answer, world),
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
    """Give credit for the best of the accepted answers, whatever its form."""
    text = typed(given)
    shown = question.accept[0].text
    matches = {match(text, accepted.text, question.reject): accepted.credit for accepted in reversed(question.accept)}
    if Match.EXACT in matches:
        return Grade(matches[Match.EXACT], "Right.")
    if Match.TYPO in matches:
        return Grade(matches[Match.TYPO], f"Right; it is written {shown}.")
    if Match.VAGUE in matches:
        return Grade(_VAGUE_CREDIT * matches[Match.VAGUE], f"Partly right: the full answer is {shown}.")
    return Grade(0.0, f"Not quite: the answer is {shown}.")
