"""The reason, aim or means of another thing, put in the place of a reason: the article tells it of the other alone."""

from __future__ import annotations

from collections.abc import Iterator

from .facts.base import Answer, AnswerType, Fact
from .words import stems
from .world import World
from .wrong_forms import apart, lead_of

_TYPES = frozenset({AnswerType.CAUSE, AnswerType.PURPOSE, AnswerType.MEANS})
# Farther off in meaning, nobody would take it for the reason.
_LEAST_NEAR = 0.45
_LONGER = 2.2


def other_reasons(fact: Fact, answer: Answer, world: World) -> Iterator[tuple[Answer, Fact]]:
    """Yield what the article gives as the reason of something else, in the form of the answer, the nearest first."""
    if answer.type not in _TYPES or fact.hedged:
        return
    found = [
        (other, source)
        for source, other in world.answers_near(fact, answer.type)
        if source.statement != fact.statement and _fits(other, source, answer, fact, world)
    ]
    near = world.nearness or (lambda _left, _right: 0.0)
    yield from sorted(found, key=lambda pair: (-near(pair[0].text, f"{answer.stem} {answer.text}"), pair[0].text))


def _fits(other: Answer, source: Fact, answer: Answer, fact: Fact, world: World) -> bool:
    """Say whether a reason could stand here and is none: of its form and length, about nothing that is told here."""
    mine, theirs = len(other.text), len(answer.text)
    alike = (
        lead_of(other.text, other.type) == lead_of(answer.text, answer.type)
        and theirs / _LONGER <= mine <= theirs * _LONGER
    )
    if not alike or not apart(source.statement, fact, answer, world):
        return False
    return not stems(other.text) & stems(fact.statement) and world.near(
        other.text, f"{answer.stem} {answer.text}", _LEAST_NEAR
    )
