"""Foreign names as each language writes them down: "Wladimir" and "Vladimir", "Tschechow" and "Chekhov"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ..words import fold

_KEPT = 4096
_SHORTEST = 4
_LONG = 7
# Letters that stand for one sound in some language, those of a line for each other; ">" is the end of a word.
_ALIKE = """
v w
i y j ij iy ii yy yj
k c ck q
k kh
g gh gu
g q
f ph
ks x cks
sh sch sz
shch schtsch chtch shtch sch
ch tch tsch cz tsh
zh j
zh z
zh sch
j dj dsch dzh
ts tz z
ts c
u ou oo ue
o oe
a ae
e ye je ie
yo jo io e
ov> ow> off> of> ev> ew> eff> ef> yev> jew> iev> yov> jow> iov>
in> ine> yn> yne>
dr> der>
tr> ter>
d dh
t th
"""
# In a short word these would make another name of it: "Seller" and "Zeller".
_ALIKE_IF_LONG = """
s z
s sh sch
ch sh
c ch tch tsch
kh ch h
"""
_DOUBLED = "bdfglmnprst"
_MOST_LETTERS = 7


@cache
def _table(is_long: bool) -> dict[str, frozenset[str]]:
    lines = [*_ALIKE.split("\n"), *(_ALIKE_IF_LONG.split("\n") if is_long else ()), *(f"{x} {x}{x}" for x in _DOUBLED)]
    found: dict[str, set[str]] = {}
    for group in map(str.split, lines):
        for letters in group:
            found.setdefault(letters, set()).update(group)
    return {letters: frozenset(others - {letters}) for letters, others in found.items()}


@lru_cache(_KEPT)
def sounds_like(mine: str, theirs: str) -> bool:
    """Say whether two folded words are one foreign name in the spellings of two languages."""
    shorter = min(len(mine), len(theirs))
    if mine == theirs or shorter < _SHORTEST or not (mine + theirs).isalpha():
        return mine == theirs
    table = _table(shorter >= _LONG)
    left, right = f"{mine}>", f"{theirs}>"
    waiting, seen = [(0, 0)], set[tuple[int, int]]()
    while waiting:
        place = waiting.pop()
        if place == (len(left), len(right)):
            return True
        if place not in seen:
            seen.add(place)
            waiting.extend(_steps(left, right, *place, table))
    return False


def _steps(left: str, right: str, start: int, at: int, table: dict[str, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Give each place in the two words that one sound leads to."""
    if left[start : start + 1] == right[at : at + 1]:
        yield start + 1, at + 1
    for end in range(start + 1, min(len(left), start + max(map(len, table))) + 1):
        for other in table.get(left[start:end], ()):
            if right.startswith(other, at):
                yield end, at + len(other)


def is_spelled_abroad(given: str, right: str) -> bool:
    """Say whether a text is a name, each word of it as the right one or as another language writes it."""
    mine, theirs = ([word for word in fold(text).split() if word != "the"] for text in (given, right))
    if not mine or len(mine) != len(theirs):
        return False
    named = {part for word in right.split() if word[:1].isupper() for part in fold(word).split()}
    return all(a == b or (b in named and sounds_like(a, b)) for a, b in zip(mine, theirs, strict=True))
