"""Which of several dated events happened before a year, or after it: two of them at least."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ...facts.base import Fact, Level
from ...world import World
from ..base import Question
from ..drafts import difficulty
from .events import Dated, dated, is_of_life, related

FORM = "sides"
_FEWEST, _MOST, _WRONG = 2, 3, 3
# What lies so many years apart is told apart without the article.
_FARTHEST = 30
_ROUND = (100, 50, 20, 10, 5, 2, 1)


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the events on one side of a year, where three lie on the other and none in the year itself."""
    found = [event for event in dated(facts, world) if not is_of_life(event)]
    events = [event for event in found if any(related(event, other) for other in found if other is not event)]
    for place in range(_FEWEST, len(events) - _FEWEST + 1):
        earlier, later = events[:place], events[place:]
        year = _between(earlier[-1], later[0])
        if year and len(later) >= _WRONG:
            yield _question(f"before {year}", earlier, later[:_WRONG], world, rng)
        if year and len(earlier) >= _WRONG:
            yield _question(f"after {year}", later, earlier[-_WRONG:], world, rng)


def _between(first: Dated, second: Dated) -> int | None:
    """Return the roundest year between those of two events, None where they lie too near each other or too far."""
    start, end = int(first.date[:4]) + 1, int(second.date[:4])
    if end - start > _FARTHEST:
        return None
    return next((year for step in _ROUND if (year := -(-start // step) * step) < end), None)


def _question(side: str, right: Sequence[Dated], wrong: Sequence[Dated], world: World, rng: random.Random) -> Question:
    keys = rng.sample(right, rng.randint(_FEWEST, min(_MOST, len(right))))
    options = rng.sample([*keys, *wrong], len(keys) + _WRONG)
    events = sorted(options, key=lambda event: (event.date, event.label))
    return Question(
        id="",
        kind="multiple_choice",
        level=Level.UNDERSTANDING,
        stem=f"Which of these events happened {side}?",
        facts=tuple(dict.fromkeys(event.fact.id for event in events)),
        choices=tuple(option.label for option in options),
        key=tuple(index for index, option in enumerate(options) if option in keys),
        choice_facts=tuple(option.fact.id for option in options),
        notes=tuple("" if option in keys else f"The article says: {option.fact.statement}" for option in options),
        explanation=" ".join(event.fact.statement for event in events),
        difficulty=difficulty(
            "multiple_choice",
            closeness=1.0,
            quotes=[quote for event in events for quote in world.quotes(event.fact)],
            level=Level.UNDERSTANDING,
        ),
    )
