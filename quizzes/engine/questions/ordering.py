"""Dated events to be put in order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..facts.base import Fact, Level
from ..world import World
from .answers import indexes
from .base import Given, Grade, Question, unordered
from .drafts import difficulty
from .joins.events import Dated, dated, is_of_life, precedes, related

KIND = "ordering"
INSTRUCTIONS = "Put the items in order, the earliest first."
ON_PAPER = "Number the items in order, the earliest with 1."


STEM = "In what order did these events happen, from the earliest to the latest?"
_SIZES = (4, 5, 3)
_MOST_USES = 2
_TRIES = 12


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the order of events that the article dates, no two of them at one time."""
    # Whoever was born or died comes first or last: nobody need read to see that.
    events = [event for event in dated(facts, world) if not is_of_life(event)]
    used: Counter[str] = Counter()
    for attempt in range(_TRIES):
        open_still = [event for event in events if used[event.fact.id] < _MOST_USES]
        chosen = _apart(rng.sample(open_still, len(open_still)), _SIZES[attempt % len(_SIZES)])
        if chosen:
            used.update(event.fact.id for event in chosen)
            yield _question(chosen, world, rng)


def _apart(events: Sequence[Dated], size: int) -> list[Dated]:
    """Return `size` events of different facts in order of time, none at the same time as another; or none."""
    chosen: list[Dated] = []
    for event in events:
        if all(_differ(event, other) for other in chosen) and (not chosen or related(chosen[0], event)):
            chosen.append(event)
        if len(chosen) == size:
            return sorted(chosen, key=lambda event: event.date)
    return []


def _differ(event: Dated, other: Dated) -> bool:
    return event.fact.id != other.fact.id and (precedes(event, other) or precedes(other, event))


def _question(events: Sequence[Dated], world: World, rng: random.Random) -> Question:
    order = unordered(range(len(events)), rng)
    quotes = [quote for event in events for quote in world.quotes(event.fact)]
    told = "; ".join(f"{event.label} ({event.date})" for event in events)
    return Question(
        id="",
        kind=KIND,
        level=Level.UNDERSTANDING,
        stem=STEM,
        facts=tuple(event.fact.id for event in events),
        choices=tuple(events[index].label for index in order),
        key=tuple(order.index(index) for index in range(len(events))),
        choice_facts=tuple(events[index].fact.id for index in order),
        explanation=f"By date: {told}.",
        difficulty=difficulty(KIND, quotes=quotes, level=Level.UNDERSTANDING),
    )


def grade(question: Question, given: Given) -> Grade:
    """Give credit for each pair of items that stands in the right order."""
    chosen = indexes(given, below=len(question.choices), length=len(question.choices))
    place = {index: position for position, index in enumerate(chosen)}
    pairs = list(combinations(question.key, 2))
    right = sum(place[first] < place[second] for first, second in pairs)
    if right == len(pairs):
        return Grade(1.0, "Right, all in order.")
    return Grade(right / len(pairs), f"{right} of {len(pairs)} pairs are in the right order.")
