"""A phrase changed in its one telling detail: another number, rank, state or thing of its kind in the same words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from . import gazetteer
from .figures import numbers
from .kinds import Kind, kinds
from .neighbours import number_neighbours
from .words import SMALL_WORDS, bare, holds
from .world import World

# Words that stand in a list of things but mostly mean something else, and lists whose things say little alone.
_UNSURE = frozenset(
    str.split("lead tin second seconds may earth target total main nice fox may March May organ safety")
)
_LEFT_OUT = frozenset({"ordinal", "unit", "direction", "colour", "weekday", "month", "position", "season"})
_LONGEST = 5
_ORDINALS = str.split("first second third fourth fifth sixth seventh eighth ninth tenth")
_ORDINAL = re.compile(rf"(?<![\w-])(?:{'|'.join(_ORDINALS)})(?=-most\b| (?!of\b|time\b|place\b)[a-zA-Z])")
_OF_A_NAME = re.compile(r"\b[A-Z][a-z]+ (?:of|for)(?: the)?$")
_NOT_A_RANK = re.compile(rf"\b(?:one of the|at|the very|for the|ever) (?=(?:{'|'.join(_ORDINALS)})\b)", re.I)


@dataclass(frozen=True, slots=True)
class Variation:
    """A changed text, with the words taken out and those put in."""

    text: str
    old: str
    new: str


def variations(text: str, said: str, world: World, rng: random.Random, *, things: bool = True) -> list[Variation]:
    """Return a phrase with its one telling detail changed, [] when it has none.

    `said` names what is never put in; with `things` the detail may be a thing of a list, not only a rank or a number.
    """
    for found in (_ranks(text, rng), _amounts(text, rng), _things(text, world, rng) if things else []):
        fresh = [each for each in found if not holds(said, each.new)]
        if len(fresh) >= 3:
            return fresh
    return []


def _ranks(text: str, rng: random.Random) -> list[Variation]:
    """Change "the second largest" to another rank near it."""
    match = _ORDINAL.search(text)
    if match is None or len(_ORDINAL.findall(text)) != 1 or _NOT_A_RANK.search(text):
        return []
    place = _ORDINALS.index(match[0])
    near = _ORDINALS[max(0, place - 2) : place + 4]
    others = [word for word in near if word != match[0]]
    return [_put(text, match.start(), match.end(), word) for word in rng.sample(others, len(others))]


def _amounts(text: str, rng: random.Random) -> list[Variation]:
    """Change the one figure of a phrase; a year is no figure, nor is a number within a name."""
    figures = re.findall(r"(?<![\w.,-])\d[\d.,]*(?![\w-])", text)
    if len(numbers(text)) != 1 or len(figures) != 1 or re.fullmatch(r"[12]\d{3}", figures[0].rstrip(".,")):
        return []
    before = text[: text.index(figures[0])].rstrip().rpartition(" ")[2]
    around_the_clock = re.search(rf"{re.escape(figures[0])} (?:hours a day|days a week)", text)
    if before[:1].isupper() or around_the_clock:
        return []
    old = figures[0].rstrip(".,")
    found = []
    for near in number_neighbours(text, None, rng):
        new = re.search(r"\d[\d.,]*\d|\d", near)
        if new:
            found.append(Variation(near, old, new[0]))
    return found


def _things(text: str, world: World, rng: random.Random) -> list[Variation]:
    """Change the longest thing in the phrase that stands in a list, the last one where several are as long."""
    for start, end, old, kind in _listed(text):
        if kind.sort in _LEFT_OUT or bare(old) == bare(text) or not _stands_alone(text, start, end):
            continue
        others = [
            member
            for member in kind.members
            if not world.same(member, old) and _fits_article(text[:start], member, old)
        ]
        told = [member for member in others if world.mentions(member)]
        rest = [member for member in others if member not in told]
        ordered = [*rng.sample(told, len(told)), *rng.sample(rest, len(rest))]
        found = [_put(text, start, end, member) for member in ordered if not holds(text, member)]
        if len(found) >= 3:
            return found
    return []


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a thing is no part of a longer name or compound, and no adjective beside it tells which it is."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    last, follows = before.rpartition(" ")[2], after.partition(" ")[0]
    joined = text[max(0, start - 1) : start] + text[end : end + 1]
    if "-" in joined or "'" in joined or last[:1].isupper() or _OF_A_NAME.search(before):
        return False
    old = text[start:end]
    if old.islower() and last and last.lower() not in SMALL_WORDS:
        return False
    if follows and follows[0].isalnum() and follows.lower() not in SMALL_WORDS:
        return False
    state = gazetteer.country_names().get(re.sub(r"^the ", "", old))
    return state is None or not any(holds(text, adjective) for adjective in state.adjectives)


def _listed(text: str) -> Iterator[tuple[int, int, str, Kind]]:
    words = list(re.finditer(r"[^\s,;:()\"]+", text))
    for size in range(_LONGEST, 0, -1):
        for place in range(len(words) - size, -1, -1):
            start, end = words[place].start(), words[place + size - 1].end()
            old = text[start:end].rstrip(".")
            for kind in _by_text().get(old, ()):
                yield start, start + len(old), old, kind


@cache
def _by_text() -> dict[str, tuple[Kind, ...]]:
    """Return the sets in which a thing stands exactly as it is written."""
    found: dict[str, tuple[Kind, ...]] = {}
    for kind in kinds():
        for member in kind.members:
            if member not in _UNSURE:
                found[member] = (*found.get(member, ()), kind)
    return {member: holders for member, holders in found.items() if len({each.sort for each in holders}) == 1}


def _fits_article(before: str, new: str, old: str) -> bool:
    """Say whether an "a" or "an" before a thing fits another as well."""
    article = before.rstrip().rpartition(" ")[2].lower() in ("a", "an")
    return not article or (new[0].lower() in "aeiou") == (old[0].lower() in "aeiou")


def _put(text: str, start: int, end: int, new: str) -> Variation:
    return Variation(text[:start] + new + text[end:], text[start:end], new)
