"""A phrase changed in its one telling detail: another number, state or thing of its kind in the same words.

A rank is never changed: that a thing was first does not tell that it was not second as well, nor which was.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from . import gazetteer
from .facts.base import AnswerType
from .figures import numbers
from .kinds import Kind, kinds
from .neighbours import number_neighbours
from .states import continent
from .words import SMALL_WORDS, bare, holds
from .world import World

# Words that stand in a list of things but mostly mean something else, and lists whose things say little alone.
_UNSURE = frozenset(
    str.split("lead tin second seconds may earth target total main nice fox may March May organ safety")
)
_LEFT_OUT = frozenset({"ordinal", "unit", "direction", "colour", "weekday", "month", "position", "season", "language"})
_MAPPED = frozenset({"city", "country", "us state", "region", "province", "continent"})
# A body that the article does not name has mostly nothing to do with it.
_BODIES = frozenset({"alliance", "public", "church", "broadcaster", "team", "learning", "press", "business", "war"})
# One of these lies within another: what is told of the one may hold for the other.
_NESTED = tuple(
    frozenset(str.split(names, ";"))
    for names in (
        "united kingdom;great britain;britain;england;scotland;wales;northern ireland",
        "united states;america;north america",
        "netherlands;holland",
        "soviet union;russia",
    )
)
_KIN = re.compile(r"\b[a-z]+, $|\b(?:named|called|by|Mr|Mrs|Dr) $")
_WITHIN = re.compile(r"^, [A-Z]")
# "Zurich in Austria": where a town lies is on the map as well.
_IN_A_TOWN = re.compile(r"\b[A-Z][a-z]+ in (?:the )?$")
_LONGEST = 5
_OF_A_NAME = re.compile(r"\b[A-Z][a-z]+ (?:of|for)(?: the)?$")


@dataclass(frozen=True, slots=True)
class Variation:
    """A changed text, with the words taken out and those put in."""

    text: str
    old: str
    new: str


def variations(text: str, said: str, world: World, rng: random.Random, *, things: bool = True) -> list[Variation]:
    """Return a phrase with its one telling detail changed, [] when it has none.

    `said` names what is never put in; with `things` the detail may be a name of a list.
    """
    ways = (_amounts(text, rng), _things(text, world, rng) if things else [])
    for found in ways:
        fresh = [each for each in found if not holds(said, each.new)]
        if len(fresh) >= 3:
            return fresh
    return []


def _amounts(text: str, rng: random.Random) -> list[Variation]:
    """Change the one figure of a phrase; a year is no figure, nor is a number within a name."""
    figures = re.findall(r"(?<![\w.,-])\d[\d.,]*+(?![\w-])", text)
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
    """Change the longest name in the phrase that stands in a list, the last one where several are as long."""
    for start, end, old, kind in _listed(text):
        if kind.sort in _LEFT_OUT or bare(old) == bare(text) or not _stands_alone(text, start, end):
            continue
        if (
            not _is_name(old)
            or not _is_meant(text[:start], old, kind, world)
            or _is_on_the_map(text[:start], old, kind, world)
        ):
            continue
        others = [
            member
            for member in kind.members
            if not world.same(member, old) and not nested(member, old) and _fits_article(text[:start], member, old)
        ]
        told = [member for member in others if world.mentions(member)]
        if kind.sort in _BODIES:
            others = told
        if kind.sort == "country":
            others = [each for each in others if each in told or continent(each) == continent(old)]
        rest = [member for member in others if member not in told]
        ordered = [*rng.sample(told, len(told)), *rng.sample(rest, len(rest))]
        found = [_put(text, start, end, member) for member in ordered if not holds(text, member)]
        if len(found) >= 3:
            return found
    return []


def _is_name(text: str) -> bool:
    """Say whether a thing is written as a name: another common noun in its place gives what nobody would believe."""
    return re.sub(r"^the ", "", text)[:1].isupper()


def _is_meant(before: str, old: str, kind: Kind, world: World) -> bool:
    """Say whether a name means here what the list has it for, and no person who is called so."""
    return world.types.get(bare(old)) is not AnswerType.PERSON and not (kind.sort == "city" and _KIN.search(before))


def _is_on_the_map(before: str, old: str, kind: Kind, world: World) -> bool:
    """Say whether it is told where a town lies, or the place that the article is about: a map tells that."""
    topic = world.topic
    if kind.sort in _MAPPED and _IN_A_TOWN.search(before):
        return True
    # "Sweden was the first country in Asia": a state tells its continent.
    if kind.sort == "continent" and any(holds(before, name) for name in gazetteer.country_names()):
        return True
    if topic is None or kind.sort not in _MAPPED:
        return False
    names = (topic.text.partition(",")[0], *topic.names)
    placed = topic.type in (AnswerType.PLACE, AnswerType.COUNTRY)
    return holds(topic.text, old) or (placed and any(before.startswith((name, f"The {name}")) for name in names))


def nested(left: str, right: str) -> bool:
    """Say whether one of two states or regions lies within the other."""
    return any({bare(left), bare(right)} <= names for names in _NESTED)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a thing is no part of a longer name or compound, and no adjective beside it tells which it is."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    last, follows = before.rpartition(" ")[2], after.partition(" ")[0]
    joined = text[max(0, start - 1) : start] + text[end : end + 1]
    if "-" in joined or "'" in joined or _OF_A_NAME.search(before) or _WITHIN.match(text[end:]):
        return False
    old = text[start:end]
    if last and last.strip(',;:("').lower() not in SMALL_WORDS:
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
    article = before.rstrip().rpartition(" ")[2].lower()
    if article == "the":
        acronym = new.isupper() and len(new) > 1
        return not acronym and not new.startswith("the ") and (" of " in new) == (" of " in old)
    return article not in ("a", "an") or (new[0].lower() in "aeiou") == (old[0].lower() in "aeiou")


def _put(text: str, start: int, end: int, new: str) -> Variation:
    shown = new if start else new[:1].upper() + new[1:]
    return Variation(text[:start] + shown + text[end:], text[start:end], new)
