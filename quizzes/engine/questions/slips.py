"""Slips of the fingers: how many are allowed, and which of them make another word."""

from __future__ import annotations

from ..words import distance

# Beginnings that turn a word into another one: a slip between them is no slip of the fingers.
_MEANINGS = (
    {"hypo", "hyper"},
    {"inter", "intra", "intro"},
    {"in", "ex", "en", "im", "", "un", "non", "dis", "ir", "il", "a", "anti", "re", "de"},
    {"macro", "micro"},
    {"ante", "anti"},
    {"pre", "pro", "post"},
    {"endo", "exo", "ecto"},
    {"iso", "aniso"},
    {"north", "south"},
    {"east", "west"},
)
_ENDINGS = (
    {"er", "ee", "ed"},
    {"or", "ee", "ed"},
    {"ate", "ite", "ide", "ic", "ous"},
    {"less", "ful"},
    {"ism", "ist"},
    {"meter", "metry"},
)
_MOST_LENGTHS_APART = 3
# "Johns" is "John's", in a word so long.
_OWNER_FROM = 4
# In a word so long an h is often lost or misplaced: "Gandhi".
_SILENT_FROM = 6


def slips_allowed(length: int) -> int:
    """Return how many typing errors a text of `length` letters may hold."""
    return 0 if length < 5 else 1 if length < 10 else 2 if length < 20 else 3


def is_slip(mine: str, theirs: str) -> bool:
    """Say whether `mine` is `theirs` with a few slips of the fingers, in no word so many that it is another one."""
    allowed = slips_allowed(len(theirs))
    if abs(len(mine) - len(theirs)) > _MOST_LENGTHS_APART or distance(mine, theirs, allowed) > allowed:
        return False
    left, right = mine.split(), theirs.split()
    if len(left) != len(right):
        if any(len(word) == 1 for word in set(left) ^ set(right)):
            return False
        return distance("".join(left), "".join(right)) <= allowed - 1
    return all(a == b or is_slip_of_word(a, b) for a, b in zip(left, right, strict=True))


def is_slip_of_word(mine: str, theirs: str) -> bool:
    """Say whether one word is another with no more slips than its length allows."""
    if mine.replace("y", "i") == theirs.replace("y", "i"):
        return True
    if min(len(mine), len(theirs)) >= _OWNER_FROM and mine.removesuffix("s") == theirs.removesuffix("s"):
        return True
    if len(theirs) >= _SILENT_FROM and mine[0] == theirs[0] and mine.replace("h", "") == theirs.replace("h", ""):
        return True
    first_differs = mine[0] != theirs[0] and sorted(mine[:2]) != sorted(theirs[:2])
    return distance(mine, theirs) + first_differs <= slips_allowed(len(theirs)) and not _other_meaning(mine, theirs)


def _other_meaning(mine: str, theirs: str) -> bool:
    for group in _MEANINGS:
        if any(_swapped(mine, theirs, a, b) for a in group for b in group if a != b):
            return True
    return any(
        mine.removesuffix(a) == theirs.removesuffix(b)
        for group in _ENDINGS
        for a in group
        for b in group
        if a != b and mine.endswith(a) and theirs.endswith(b)
    )


def _swapped(mine: str, theirs: str, a: str, b: str) -> bool:
    return mine.startswith(a) and theirs.startswith(b) and mine.removeprefix(a) == theirs.removeprefix(b)
