"""A direct question answered in a few words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..facts.base import Fact
from ..world import World
from .answers import sentence, typed
from .base import Accepted, Given, Grade, Question
from .drafts import accepted, difficulty, explained, typable
from .hardness import distance, rarity
from .hints import WRONG
from .matcher import match
from .rivals import rivals
from .times import Fit

KIND = "short_answer"
INSTRUCTIONS = "Type your answer in a few words."
ON_PAPER = "Write your answer in a few words."


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
                    reject=rivals(fact, answer, world),
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
    return grade_text(typed(given), question.accept, question.reject, question.stem)


def grade_text(text: str, accept: Sequence[Accepted], reject: tuple[str, ...], stem: str) -> Grade:
    """Return what one typed text earns among the accepted ones, and what was off."""
    fits = [(match(text, accepted.text, reject, stem), accepted.credit) for accepted in accept]
    fit, credit = max(fits, key=lambda found: (found[0].share * found[1], not found[0].said))
    shown = accept[0].text
    if fit.share == 1.0:
        return Grade(credit, f"{fit.said or 'Right'}.")
    told = fit.said if fit.share or fit.said != WRONG.said else best_hint([found for found, _ in fits])
    return Grade(fit.share * credit, f"{told}: the answer is {sentence(shown)}")


def best_hint(fits: Sequence[Fit]) -> str:
    """Return the first thing that is off which says more than that the answer is wrong."""
    return next((fit.said for fit in fits if fit.said != WRONG.said), WRONG.said)
