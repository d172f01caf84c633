"""Which of several dated events came first, or last."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ...facts.base import Fact
from ...world import World
from ..base import Question
from .choosing import event_choice
from .events import Dated, dated, is_of_life, precedes, related

FORM = "extreme"
FIRST = "Which of these events happened first?"
LAST = "Which of these events happened last?"
_CHOICES = 4


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the first and the last of four events, the first and the last four that the article dates."""
    found = [event for event in dated(facts, world) if not is_of_life(event)]
    events = [event for event in found if _belongs(event, found)]
    for start in range(0, len(events) - _CHOICES + 1, _CHOICES):
        yield from _questions(events[start : start + _CHOICES], world, rng)


def _belongs(event: Dated, events: Sequence[Dated]) -> bool:
    """Say whether an event has to do with another one at least."""
    return any(related(event, other) for other in events if other is not event)


def _questions(events: Sequence[Dated], world: World, rng: random.Random) -> Iterator[Question]:
    first, last = events[0], events[-1]
    if precedes(first, events[1]):
        yield event_choice(FIRST, first, events[1:], world, rng)
    if precedes(events[-2], last):
        yield event_choice(LAST, last, events[:-1], world, rng)
