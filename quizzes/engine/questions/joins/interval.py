"""How many years lie between two dated events."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ...facts.base import Fact, Level
from ...world import World
from ..base import Accepted, Question
from ..drafts import difficulty
from .events import Dated, date_answer, dated, of_one_story, shares_name

FORM = "interval"
_FEWEST_YEARS, _MOST_YEARS = 2, 200
_MOST = 12
_ASKED = re.compile(r"^(?:In which year|When) ((?:did|was|were|had) .+)\?$")


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the years from one event to a later one, where the article gives the year of each."""
    yearly = [event for event in dated(facts, world) if len(event.date) == 4 and event.clause]
    pairs = [
        (first, second)
        for first, second in combinations(yearly, 2)
        if _asked(second) and _years(first, second) and _fit(first, second, world)
    ]
    for first, second in rng.sample(pairs, min(len(pairs), _MOST)):
        yield _question(first, second, world)


def _fit(first: Dated, second: Dated, world: World) -> bool:
    return of_one_story(first, second, world) and not shares_name(first, second)


def _years(first: Dated, second: Dated) -> int:
    """Return how many years lie between, 0 where the number would be too small or too large to matter."""
    years = int(second.date) - int(first.date)
    return years if _FEWEST_YEARS <= years <= _MOST_YEARS and first.fact.statement != second.fact.statement else 0


def _asked(event: Dated) -> str:
    """Return the event as a question has it after its question word: "did Norway leave the union"."""
    answer = date_answer(event)
    match = _ASKED.match(answer.stem) if answer else None
    return match[1] if match else ""


def _question(first: Dated, second: Dated, world: World) -> Question:
    years = _years(first, second)
    return Question(
        id="",
        kind="numeric",
        level=Level.UNDERSTANDING,
        stem=f"How many years after {first.clause} {_asked(second)}?",
        facts=(first.fact.id, second.fact.id),
        accept=(Accepted(str(years), Decimal(years)),),
        explanation=f"{first.fact.statement} {second.fact.statement} Between them lie {years} years.",
        difficulty=difficulty(
            "numeric", quotes=[*world.quotes(first.fact), *world.quotes(second.fact)], level=Level.UNDERSTANDING
        ),
    )
