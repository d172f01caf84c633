"""Which of several dated events came after a given one, or before it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ...facts.base import Fact
from ...world import World
from ..base import Question
from .choosing import event_choice
from .events import Dated, dated, is_of_life, precedes, related

FORM = "following"
_WRONG = 3


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the one event after, or before, one that has three on its other side."""
    events = [event for event in dated(facts, world) if not is_of_life(event)]
    for event in (event for event in events if event.clause):
        near = [other for other in events if related(event, other)]
        before = [other for other in near if precedes(other, event)]
        after = [other for other in near if precedes(event, other)]
        if after and len(before) >= _WRONG:
            yield _question("after", event, rng.choice(after), before, world, rng)
        if before and len(after) >= _WRONG:
            yield _question("before", event, rng.choice(before), after, world, rng)


def _question(
    side: str, event: Dated, key: Dated, wrong: Sequence[Dated], world: World, rng: random.Random
) -> Question:
    stem = f"Which of these events happened {side} {event.clause}?"
    return event_choice(stem, key, rng.sample(wrong, _WRONG), world, rng, also=[event])
