"""Dated events to be put in order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..facts.base import Event, Fact, Level
from ..words import stems
from ..world import World
from .answers import indexes
from .base import Given, Grade, Question
from .drafts import difficulty

KIND = "ordering"
INSTRUCTIONS = "Put the items in order, the earliest first."


STEM = "In what order did these events happen, from the earliest to the latest?"
_SIZES = (4, 5, 3)
_MOST_USES = 2
_TRIES = 12


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the order of events that the article dates, no two of them at one time."""
    dated = [(fact.event, fact) for fact in facts if fact.event and _tells(fact.event) and not fact.negated]
    used: dict[str, int] = {}
    for attempt in range(_TRIES):
        open_still = [pair for pair in dated if used.get(pair[1].id, 0) < _MOST_USES]
        chosen = _apart(rng.sample(open_still, len(open_still)), _SIZES[attempt % len(_SIZES)])
        if chosen:
            used |= {fact.id: used.get(fact.id, 0) + 1 for _, fact in chosen}
            yield _question(chosen, world, rng)


def _tells(event: Event) -> bool:
    """Say whether a label names its event without saying when it was."""
    return len(event.label.split()) >= 3 and not any(char.isdigit() for char in event.label)


def _apart(dated: Sequence[tuple[Event, Fact]], size: int) -> list[tuple[Event, Fact]]:
    """Return `size` events of different facts, none at the same time as another, none saying the same; or none."""
    chosen: list[tuple[Event, Fact]] = []
    for event, fact in dated:
        if all(_differ(event, other) and fact.id != source.id for other, source in chosen):
            chosen.append((event, fact))
        if len(chosen) == size:
            return sorted(chosen, key=lambda pair: pair[0].date)
    return []


def _differ(event: Event, other: Event) -> bool:
    """Say whether two events are surely at different times: "1992" is a tie with "1992-05"."""
    if event.date.startswith(other.date) or other.date.startswith(event.date):
        return False
    mine, theirs = stems(event.label), stems(other.label)
    return len(mine & theirs) < 0.7 * min(len(mine), len(theirs))


def _question(dated: Sequence[tuple[Event, Fact]], world: World, rng: random.Random) -> Question:
    order = rng.sample(range(len(dated)), len(dated))
    quotes = [quote for _, fact in dated for quote in world.quotes(fact)]
    told = "; ".join(f"{event.label} ({event.date})" for event, _ in dated)
    return Question(
        id="",
        kind=KIND,
        level=Level.UNDERSTANDING,
        stem=STEM,
        facts=tuple(fact.id for _, fact in dated),
        choices=tuple(dated[index][0].label for index in order),
        key=tuple(order.index(index) for index in range(len(dated))),
        choice_facts=tuple(dated[index][1].id for index in order),
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
