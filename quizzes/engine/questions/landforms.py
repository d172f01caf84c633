"""What kind of place a name says it is, before or behind it and in the common languages: "Rio Chagres", "Lake Como"."""

from __future__ import annotations

from functools import cache

from .. import gazetteer
from ..words import fold

_TABLE = """
river rio riviere fleuve fluss fiume r
lake lago lac loch lough
mount mountain monte mont jebel jabal djebel gebel volcano volcan vulcan
island isle isla ile isola insel ilha
bay bahia baie
gulf golfo golfe
cape cabo cap kap
cut cut
canal canale
strait estrecho
desert desierto
creek arroyo
glacier glaciar
"""
KINDS = {word: line.split()[0] for line in _TABLE.strip().splitlines() for word in line.split()}
# These stand between a kind and the name in other languages: "Lago di Como".
_LINKS = frozenset(str.split("of de del della di du da do la las los el der"))
_OF = frozenset({"of"})
# "Mount Orlan volcano" says twice what it is.
_WITH_TWO_KINDS = 2
_MOUNTAINS = frozenset(
    str.split(
        "etna vesuvius stromboli fuji krakatoa everest olympus sinai ararat elbrus kilimanjaro tambora pinatubo hekla"
        " denali rainier pelee erebus teide"
    )
)


def with_kind_behind(base: str) -> str:
    """Return "chagres river" for "rio chagres" and "river chagres", "" for plain words that name no such place."""
    words = base.split()
    if len(words) > _WITH_TWO_KINDS and KINDS.get(words[0]) == KINDS.get(words[-1], ""):
        words = words[:-1]
    if len(words) < 2 or base in _cities():
        return ""
    if words[0] in KINDS:
        kind, rest = words[0], words[1:]
        links = _LINKS if kind not in KINDS.values() else _OF
        while len(rest) > 1 and rest[0] in links:
            rest = rest[1:]
    else:
        kind, rest = words[-1], words[:-1]
    return " ".join([*rest, KINDS[kind]]) if kind in KINDS else ""


def kind_of(word: str) -> str:
    """Return the kind of place that a word stands for, "" for any other word."""
    return KINDS.get(word, "")


def is_mountain(name: str) -> bool:
    """Say whether a name is a well-known mountain's, with or without its "Mount"."""
    return fold(name).removeprefix("the ").removeprefix("mount ") in _mountains()


@cache
def _mountains() -> frozenset[str]:
    return _MOUNTAINS | {fold(each).removeprefix("mount ") for each in gazetteer.mountains()}


@cache
def _cities() -> frozenset[str]:
    return frozenset(map(fold, gazetteer.cities()))
