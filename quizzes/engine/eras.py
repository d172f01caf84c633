"""Whether a year is possible for what is told: of a state that has passed, or in a war, there are only some years."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .gazetteer import countries

_WARS = (
    ("American Civil War|Civil War|Union (?:forces|army|troops|soldiers|navy|expedition|general)", 1861, 1865),
    ("First World War|World War I|World War One|Great War", 1914, 1918),
    ("Second World War|World War II|World War Two", 1939, 1945),
    ("Cold War", 1947, 1991),
    ("Spanish Civil War", 1936, 1939),
    ("Napoleonic Wars?", 1803, 1815),
    ("American Revolution|Revolutionary War|Continental (?:Army|Congress)", 1774, 1783),
    ("French Revolution", 1789, 1799),
    ("Thirty Years' War", 1618, 1648),
    ("Seven Years' War", 1756, 1763),
    ("Korean War", 1950, 1953),
    ("Vietnam War", 1955, 1975),
    ("French and Indian War", 1754, 1763),
    ("Hundred Years' War", 1337, 1453),
    ("English Civil War", 1642, 1651),
    ("War of 1812", 1812, 1815),
    ("Crimean War", 1853, 1856),
    ("Great Depression", 1929, 1939),
    ("Gulf War", 1990, 1991),
    ("Iraq War", 2003, 2011),
)

# The states that a reader may believe to have acted before our own age, besides those that have passed.
_OLD = frozenset(
    str.split(
        "France Spain Portugal Kingdom Netherlands Russia Austria Denmark Sweden China Japan Iran Turkey England"
        " Scotland Poland Hungary Switzerland States Germany Italy Greece Egypt Ethiopia Thailand"
    )
)
# Some of these are younger than what may be told of.
_FOUNDED = {"States": 1776, "Germany": 1871, "Italy": 1861, "Greece": 1830}
_OUR_AGE = 1900
_FEW = 3
_YEAR = re.compile(r"\b[12]\d{3}\b")


def stood(state: str, told: str) -> bool:
    """Say whether a state of today is old enough for what is told of a year before our own age."""
    name = state.split()[-1]
    years = [int(year) for year in _YEAR.findall(told)]
    return is_of_our_age(told) or (name in _OLD and max(years) >= _FOUNDED.get(name, 0))


def is_of_our_age(told: str) -> bool:
    """Say whether nothing told is of a year before our own age, or something is of one in it."""
    years = [int(year) for year in _YEAR.findall(told)]
    return not years or max(years) >= _OUR_AGE


@lru_cache(8)
def usual_year(text: str) -> str:
    """Return the middle one of the years that an article names, "" where it names few."""
    years = sorted(_YEAR.findall(text))
    return years[len(years) // 2] if len(years) >= _FEW else ""


def possible(told: str, right: int, year: int) -> bool:
    """Say whether what is told of the right year may be believed of another: it is in no war or state not yet begun."""
    return all(start <= year <= end or not start <= right <= end for start, end in _told_of(told))


@lru_cache(4096)
def _told_of(told: str) -> tuple[tuple[int, int], ...]:
    """Return the bounds of the wars and former states that a text names: the same for every year tried in it."""
    # Most texts name none of them: one pattern tells it for all.
    if not _any().search(told):
        return ()
    return tuple((start, end) for name, start, end in _bounds() if name.search(told))


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(name.pattern for name, _, _ in _bounds()))


@cache
def _bounds() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    former = [
        ("|".join(map(re.escape, (row.name, *row.aliases, *row.adjectives, *row.people))), row.start, row.end)
        for row in countries()
        if row.start is not None and row.end is not None
    ]
    return tuple((re.compile(rf"\b(?:{name})\b"), start, end) for name, start, end in (*_WARS, *former))
