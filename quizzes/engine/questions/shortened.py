"""Words of a name cut short: "N. Korea", "World Health Org.", "Natl. Inst. of Physics", "Wall St."."""

from __future__ import annotations

from ..words import ARTICLES, fold
from .names import turned
from .plain import plain

# These are short forms to everybody, with or without a full stop.
_SHORT_FORMS = frozenset(
    str.split(
        "org univ uni dept intl natl govt corp inst assn assoc soc acad min comm cttee fed bd dev st ave rd blvd sq"
        " mus lib prov dist conf"
    )
)
_SHORTEST_CONTRACTED = 3


def is_shortened(given: str, right: str) -> bool:
    """Say whether some words of a name are cut short, by a full stop or as everybody does it, and one is not."""
    mine, theirs = ([word for word in fold(text).split() if word not in ARTICLES] for text in (given, right))
    dotted = {fold(word) for word in given.split() if word.endswith((".", ".,"))}
    ways = (theirs, *(way.split() for way in turned(" ".join(theirs))))
    return any(len(mine) == len(way) and _are_short(mine, way, dotted) for way in ways)


def _are_short(mine: list[str], theirs: list[str], dotted: set[str]) -> bool:
    same = [plain(a) == plain(b) for a, b in zip(mine, theirs, strict=True)]
    if all(same) or not any(same):
        return False
    return all(is_same or _is_short(a, b, a in dotted) for is_same, a, b in zip(same, mine, theirs, strict=True))


def _is_short(word: str, full: str, is_dotted: bool) -> bool:
    """Say whether a word is the beginning of another, or its first, some and last letters: "assn" for association."""
    if not (is_dotted or word in _SHORT_FORMS) or len(word) >= len(full):
        return False
    letters = iter(full)
    contracted = word[0] == full[0] and word[-1] == full[-1] and all(letter in letters for letter in word)
    return full.startswith(word) or (contracted and len(word) >= _SHORTEST_CONTRACTED)
