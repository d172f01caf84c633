"""States that could be taken for another: of its neighbourhood or its weight, and of its time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .facts.base import AnswerType
from .gazetteer import Country, countries
from .kinds import holding
from .words import bare

# The countries of one kingdom: of what lies in it, no other state comes into question.
_WITHIN = frozenset({"england", "scotland", "wales", "northern ireland"})
# Their sets hold no capital.
_OVERSEAS = frozenset({"american", "californian"})
_UNION = frozenset({"united kingdom", "uk", "britain", "great britain"})


def of_one_rank(state: str, key: str) -> bool:
    """Say whether a state may stand beside another: Wales beside Scotland, neither beside the kingdom they are in."""
    mine, theirs = bare(state), bare(key)
    return mine in _WITHIN if theirs in _WITHIN else not (theirs in _UNION and mine in _WITHIN)


def other_states(name: str, year: int | None, rng: random.Random) -> Iterator[str]:
    """Yield states as running text names them: those of one group with it first, then others of its continent."""
    own = _state(name)
    if own is None:
        return
    groups = [kind.members for kind in holding(own.name, AnswerType.COUNTRY)]
    near = [row for members in groups for member in rng.sample(members, len(members)) if (row := _state(member))]
    rest = [row for row in countries() if row.continent == own.continent]
    # A small island beside great powers rules itself out.
    rest = sorted(rng.sample(rest, len(rest)), key=lambda row: not holding(row.name, AnswerType.COUNTRY))
    for row in [*near, *rest]:
        if row is not own and _stood(row, year) and of_one_rank(row.name, own.name):
            yield f"the {row.name}" if row.article else row.name


def continent(name: str) -> str:
    """Return the continent of a state, "" where the name is no state's."""
    own = _state(name)
    return own.continent if own else ""


@lru_cache(4096)
def continent_of_city(name: str) -> str:
    """Return the continent of a city of the lists, "" where it is in none: a set lies where its capital does."""
    own = next((row.continent for row in countries() if row.capital == name), "")
    sets = [kind for kind in holding(name, AnswerType.PLACE) if kind.sort == "city"]
    members = {member for kind in sets for member in kind.members}
    if own or not members:
        return own
    if any(kind.name in _OVERSEAS for kind in sets):
        return "North America"
    return next((row.continent for row in countries() if row.capital in members), "")


def lies_elsewhere(city: str, stem: str) -> bool:
    """Say whether a question asks for what lies in a state, and a city is the capital of another."""
    asked = _asked_of(stem)
    return bool(asked) and any(row.capital == city and row not in asked for row in countries())


@lru_cache(4096)
def _asked_of(stem: str) -> tuple[Country, ...]:
    """Return the states in which the stem says that something lies: the same for every option beside it."""
    return tuple(
        row
        for row in countries()
        if any(n in stem and re.search(rf"\bin (?:the )?{re.escape(n)}\b", stem) for n in _names(row))
    )


def _names(row: Country) -> tuple[str, ...]:
    return (row.name, *row.aliases)


def _state(name: str) -> Country | None:
    return _states().get(bare(name))


@cache
def _states() -> dict[str, Country]:
    """Return the states by each of their folded names, the first of a name where several have had it."""
    return {bare(name): row for row in reversed(countries()) for name in (row.name, *row.aliases)}


def _stood(row: Country, year: int | None) -> bool:
    """Say whether a state existed in that year; former states are never offered when no year is known."""
    if year is None:
        return not row.is_former
    return (row.start is None or row.start <= year) and (row.end is None or year <= row.end)
