"""What is only a part of a name: how much of it tells which one is meant."""

from __future__ import annotations

import re

from .. import gazetteer
from ..words import SMALL_WORDS, fold
from . import names
from .plain import plain

_FEWEST = 2
_SHORTEST_GIVEN = 3
_YEAR = re.compile(r"[12]\d{3}")
# What is left out must not set the name apart from another: "South", "II".
_TELLING_APART = frozenset(
    str.split(
        "north south east west northern southern eastern western central upper lower new old great greater little first"
        " second third junior senior vice deputy acting former"
    )
)


def is_name(text: str) -> bool:
    """Say whether a text of three words or more is a name: it begins and goes on with capitals."""
    told = [word for word in text.split() if fold(word) not in SMALL_WORDS]
    return len(told) > _FEWEST and all(word[:1].isupper() or word[:1].isdigit() for word in told)


def is_given_name(given: str, right: str) -> bool:
    """Say whether a text is a person's first name alone, with or without a title."""
    firsts, surname = names.parts_of(right)
    typed, last = names.parts_of(given)
    first = plain(next((word for word in right.split() if plain(word) in " ".join(firsts)[: len(plain(word))]), ""))
    mine = " ".join([*typed, last])
    ranked = names.has_rank(given) and not names.has_rank(right)
    named = len(mine) >= _SHORTEST_GIVEN and mine == first and mine not in gazetteer.noun_types()
    return named and surname.isalpha() and not ranked and not names.is_known(given)


def is_part_of_name(given: str, right: str) -> bool:
    """Say whether a text is the beginning of a long name, or its end from the noun before an "of", and tells it."""
    if not is_name(right) or names.is_known(given) or names.known_as(given):
        return False
    mine, theirs = plain(given).split(), plain(right).split()
    told = _telling(mine)
    if len(told) < _FEWEST or len(mine) >= len(theirs) or len(told) * 2 < len(_telling(theirs)):
        return False
    kinds = gazetteer.noun_types()
    begins = theirs[: len(mine)] == mine
    ends = theirs[-len(mine) :] == mine and mine[1] in names.OF and mine[0] in kinds
    left = _telling(theirs[len(mine) :] if begins else theirs[: -len(mine)])
    return (begins or ends) and _may_lack(left) and not all(word in kinds for word in told)


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in SMALL_WORDS]


def _may_lack(words: list[str]) -> bool:
    figures = [word for word in words if any(char.isdigit() for char in word)]
    return all(_YEAR.fullmatch(word) for word in figures) and _TELLING_APART.isdisjoint(words)
