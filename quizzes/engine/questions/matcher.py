"""Says whether a typed text is a right answer, as a fair teacher would: form never matters, substance does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ..figures import SCALES, When, dates, figures, numbers
from ..words import bare, distance, fold


class Match(Enum):
    """How well a typed text fits one right answer."""

    EXACT = "exact"
    TYPO = "typo"
    VAGUE = "vague"
    NONE = "none"


_LEAD = re.compile(r"^(?:(?:it|they|he|she|that|this) (?:was|is|were|are) |(?:in|on|at|by|to|from|of|for|with) )+")
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
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
_ENDINGS = ({"er", "ee", "or"}, {"ate", "ite", "ide", "ic", "ous"}, {"less", "ful"}, {"ism", "ist"})


@dataclass(frozen=True, slots=True)
class Best:
    """The best match among the right answers."""

    match: Match
    text: str = ""
    credit: float = 0.0


def match(given: str, right: str, reject: tuple[str, ...] = ()) -> Match:
    """Compare a typed text with one right answer, and with texts it must not be taken for."""
    mine, theirs = _lean(given), _lean(right)
    if mine == theirs or _same_list(given, right):
        return Match.EXACT
    if any(mine == _lean(other) for other in reject):
        return Match.NONE
    wanted = dates(right)
    if wanted:
        return _match_date(given, wanted[0])
    if _figures_in(mine) != _figures_in(theirs):
        return Match.NONE
    if mine.replace(" ", "") == theirs.replace(" ", ""):
        return Match.EXACT
    return Match.TYPO if _slip(mine, theirs) and not _nearer(mine, theirs, reject) else Match.NONE


def _lean(text: str) -> str:
    """Fold a text, write its numbers as figures, take off what an answer may begin with: "It was the ...", "in ..."."""
    lean = bare(text)
    return figures(_LEAD.sub("", lean) or lean)


def _figures_in(text: str) -> list[str]:
    """Return the words that hold a figure: a slip in one of them is never a slip of the fingers."""
    return [word for word in text.split() if any(char.isdigit() for char in word)]


def _same_list(given: str, right: str) -> bool:
    mine = [_lean(part) for part in _SPLIT.split(given) if part.strip()]
    theirs = [_lean(part) for part in _SPLIT.split(right) if part.strip()]
    return len(theirs) > 1 and sorted(mine) == sorted(theirs)


def _match_date(given: str, right: When) -> Match:
    readings = dates(given)
    if any(right.covers(reading) for reading in readings):
        return Match.EXACT
    return Match.VAGUE if any(when.year and when.covers(right) for when in readings) else Match.NONE


def slips_allowed(length: int) -> int:
    """Return how many typing errors a text of `length` letters may hold."""
    return 0 if length < 5 else 1 if length < 10 else 2 if length < 20 else 3


def _slip(mine: str, theirs: str) -> bool:
    """Say whether `mine` is `theirs` with a few slips of the fingers, in no word so many that it is another one."""
    if abs(len(mine) - len(theirs)) > 3 or distance(mine, theirs) > slips_allowed(len(theirs)):
        return False
    left, right = mine.split(), theirs.split()
    if len(left) != len(right):
        return distance("".join(left), "".join(right)) <= slips_allowed(len(theirs)) - 1
    return all(a == b or _same_word(a, b) for a, b in zip(left, right, strict=True))


def _same_word(mine: str, theirs: str) -> bool:
    if mine.replace("y", "i") == theirs.replace("y", "i"):
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


def _nearer(mine: str, theirs: str, reject: tuple[str, ...]) -> bool:
    """Say whether a text that must not be accepted is at least as near as the right one."""
    own = distance(mine, theirs)
    return any(distance(mine, other) <= own for other in map(_lean, reject) if other != theirs)


_UNITS = {
    word: unit
    for unit, words in {
        "km": "km kilometre kilometres kilometer kilometers",
        "m": "m metre metres meter meters",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "mi": "mi mile miles",
        "ft": "ft foot feet",
        "in": "inch inches",
        "kg": "kg kilogram kilograms kilo kilos",
        "g": "g gram grams",
        "t": "t ton tons tonne tonnes",
        "lb": "lb lbs pound pounds",
        "%": "percent % pc",
        "$": "$ dollar dollars usd",
        "€": "€ euro euros eur",
        "£": "£ gbp sterling",
        "c": "°c celsius centigrade",
        "f": "°f fahrenheit",
        "s": "s second seconds sec",
        "min": "min minute minutes",
        "h": "h hour hours hr hrs",
        "d": "day days",
        "w": "week weeks",
        "mo": "month months",
        "y": "year years yr yrs",
        "l": "l litre litres liter liters",
    }.items()
    for word in words.split()
}
_UNIT_WORD = re.compile(r"°[cf]|[%$€£]|[^\W\d_]+")


def unit_of(text: str) -> str:
    """Return the measure a text names, "" when it names none or several."""
    found = {
        _UNITS[word] for word in _UNIT_WORD.findall(text.casefold().replace("per cent", "percent")) if word in _UNITS
    }
    return found.pop() if len(found) == 1 else ""


def same_measure(given: str, right: str) -> bool:
    """Say whether a typed unit, if any, is the one asked for; a bare number is taken in the unit asked for."""
    mine, theirs = unit_of(given), unit_of(right)
    return not mine or not theirs or mine == theirs


def off_by_scale(given: str, right: str) -> bool:
    """Say whether `given` is the figure of `right` without its "thousand" or "million"."""
    scales = {word for word in fold(right).split() if word in SCALES}
    mine = numbers(given)
    return bool(scales) and len(mine) == 1 and any(mine[0] * SCALES[word] in numbers(right) for word in scales)
