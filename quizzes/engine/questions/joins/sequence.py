"""Whether one dated event was before another, as a statement to be judged."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...facts.base import Fact, Level
from ...world import World
from ..base import Question
from ..drafts import difficulty
from ..true_false import CHOICES
from .events import Dated, dated, of_one_story, precedes, shares_name

FORM = "sequence"
_MOST = 12
_MOST_WORDS = 26


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Say of pairs of events that one was before or after the other: as it was, and the other way round."""
    events = [event for event in dated(facts, world) if event.clause]
    pairs = [pair for pair in combinations(events, 2) if precedes(*pair) and _is_short(*pair) and _fit(*pair, world)]
    for number, (first, second) in enumerate(rng.sample(pairs, min(len(pairs), _MOST))):
        word = rng.choice(("before", "after"))
        yield _question(first, second, word, number % 2, world)


def _fit(first: Dated, second: Dated, world: World) -> bool:
    return of_one_story(first, second, world) and not shares_name(first, second)


def _is_short(first: Dated, second: Dated) -> bool:
    return len(first.label.split()) + len(second.label.split()) <= _MOST_WORDS


def _question(first: Dated, second: Dated, word: str, key: int, world: World) -> Question:
    """Return "A before B." or "B after A.", its events changed over where it is to be false."""
    earlier, later = (first, second) if key == 0 else (second, first)
    one, other = (earlier, later) if word == "before" else (later, earlier)
    why = f"{first.fact.statement} {second.fact.statement}"
    return Question(
        id="",
        kind="true_false",
        level=Level.UNDERSTANDING,
        stem=f"{one.label} {word} {other.clause}.",
        facts=(first.fact.id, second.fact.id),
        choices=CHOICES,
        key=(key,),
        notes=("", "") if key == 0 else ("It was the other way round.", ""),
        explanation=why,
        difficulty=difficulty(
            "true_false", quotes=[*world.quotes(first.fact), *world.quotes(second.fact)], level=Level.UNDERSTANDING
        ),
    )
