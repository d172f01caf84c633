"""What sort of thing a name is, and which others are of its sort: our word lists, and the nouns in a name."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from . import gazetteer
from .facts.base import AnswerType
from .words import bare

_AREAS = frozenset(
    str.split("ocean sea strait canal desert continent region island river mountain range lake city province airport")
)
# The tables whose things are of one type of answer; what stands in none of these is a common word: a term.
_TABLES = {
    AnswerType.COUNTRY: frozenset({"country"}),
    AnswerType.PLACE: _AREAS | {"us state", "planet", "moon", "country"},
    AnswerType.ORGANISATION: frozenset(
        {"alliance", "public", "church", "broadcaster", "team", "learning", "press", "business"}
    ),
    AnswerType.AGREEMENT: frozenset({"treaty"}),
    AnswerType.EVENT: frozenset({"war"}),
    AnswerType.PERSON: frozenset({"ruler"}),
    AnswerType.WORK: frozenset({"press"}),
    AnswerType.ROLE: frozenset({"office", "profession", "position"}),
}
_NAMED = frozenset().union(*_TABLES.values())


@dataclass(frozen=True, slots=True)
class Kind:
    """A set of things of one sort: each may be offered as a wrong answer for any other."""

    sort: str
    name: str
    members: tuple[str, ...]

    def suits(self, kind: AnswerType) -> bool:
        """Say whether the set's things are of a type of answer: no planet is offered for a metal."""
        tables = _TABLES.get(kind)
        return self.sort in tables if tables else self.sort not in _NAMED


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every set of the word lists, and the capitals of each continent."""
    listed = [
        Kind(sort, name, tuple(item.strip() for item in text.split(";")))
        for sort, sets in _toml("kinds.toml").items()
        for name, text in sets.items()
    ]
    capitals: dict[str, dict[str, None]] = defaultdict(dict)
    for row in gazetteer.countries():
        if row.capital and not row.is_former:
            capitals[row.continent][row.capital] = None
    return (*listed, *(Kind("city", f"capitals of {place}", tuple(names)) for place, names in capitals.items()))


@cache
def _by_member() -> dict[str, tuple[Kind, ...]]:
    found: dict[str, list[Kind]] = defaultdict(list)
    for kind in kinds():
        for member in kind.members:
            found[bare(member)].append(kind)
    return {member: tuple(holders) for member, holders in found.items()}


@lru_cache(4096)
def holding(name: str, kind: AnswerType) -> tuple[Kind, ...]:
    """Return the sets of a type of answer in which a name stands."""
    return tuple(each for each in _by_member().get(bare(name), ()) if each.suits(kind))


def is_listed(name: str) -> bool:
    """Say whether a name stands in any set, whatever type of answer the set is for."""
    return bare(name) in _by_member()


def of_one_kind(left: str, right: str, kind: AnswerType) -> bool:
    """Say whether two names stand in one set."""
    return any(each in holding(right, kind) for each in holding(left, kind))


@cache
def _sort_nouns() -> dict[str, dict[str, str]]:
    return {
        kind: {noun: sort for sort, nouns in sorts.items() for noun in nouns.split()}
        for kind, sorts in _toml("sorts.toml").items()
    }


@lru_cache(4096)
def sorts(name: str, kind: AnswerType, heads: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return what sorts of thing a name is, by the lists, its own noun, or the nouns said of it; none when unknown."""
    listed = frozenset(each.sort for each in holding(name, kind))
    own = _own_sort(name, kind)
    if listed or own:
        return listed | ({own} if own else frozenset())
    known = _sort_nouns().get(kind.value, {})
    return frozenset(known[noun] for noun in heads if noun in known)


def person_sorts() -> frozenset[str]:
    """Return the sorts that only persons are of."""
    return frozenset(_sort_nouns()[AnswerType.PERSON.value].values()) | _TABLES[AnswerType.PERSON]


@lru_cache(4096)
def _own_sort(name: str, kind: AnswerType) -> str:
    """Return the sort that the name's own noun tells: "Woodward Park", "Lake Geneva", "the University of Graz"."""
    known = _sort_nouns().get(kind.value, {})
    last = bare(name).split()[-1]
    foreign = [nouns[last] for other, nouns in _sort_nouns().items() if other != kind.value and last in nouns]
    if foreign and last not in known:
        return foreign[0]
    words = bare(name).partition(" of ")[0].split()
    if len(words) < 2 and " of " not in name:
        return ""
    return known.get(words[-1]) or known.get(words[0], "")


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8"))
