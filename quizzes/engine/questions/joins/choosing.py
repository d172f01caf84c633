"""What the single choices that join facts share: one of several events is the key."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ...facts.base import Level
from ...world import World
from ..base import Question
from ..drafts import difficulty
from .events import Dated


def event_choice(
    stem: str, key: Dated, others: Sequence[Dated], world: World, rng: random.Random, *, also: Sequence[Dated] = ()
) -> Question:
    """Return a single choice among events; `also` are events that only the stem names."""
    options = rng.sample([key, *others], len(others) + 1)
    events = sorted({*options, *also}, key=lambda event: (event.date, event.label))
    quotes = [quote for event in events for quote in world.quotes(event.fact)]
    return Question(
        id="",
        kind="single_choice",
        level=Level.UNDERSTANDING,
        stem=stem,
        facts=tuple(dict.fromkeys(event.fact.id for event in events)),
        choices=tuple(option.label for option in options),
        key=(options.index(key),),
        choice_facts=tuple(option.fact.id for option in options),
        notes=tuple("" if option is key else f"The article says: {option.fact.statement}" for option in options),
        explanation=" ".join(event.fact.statement for event in events),
        difficulty=difficulty("single_choice", closeness=1.0, quotes=quotes, level=Level.UNDERSTANDING),
    )
