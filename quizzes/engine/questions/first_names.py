"""The first names of persons as people type them: initials, short forms, other languages, middle names more or less."""

from __future__ import annotations

import re

from .. import gazetteer
from ..words import SMALL_WORDS
from .foreign import sounds_like
from .plain import plain

_CALLED = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "rob": "robert", "jim": "james",
    "jimmy": "james", "tom": "thomas", "tony": "anthony", "mike": "michael", "dick": "richard", "ted": "edward",
    "ed": "edward", "joe": "joseph", "jack": "john", "dan": "daniel", "dave": "david", "steve": "steven",
    "ben": "benjamin", "sam": "samuel", "liz": "elizabeth", "kate": "katherine", "sue": "susan", "meg": "margaret",
    "alex": "alexander", "nick": "nicholas", "andy": "andrew", "chris": "christopher", "matt": "matthew",
    "tim": "timothy", "greg": "gregory", "jeff": "jeffrey", "fred": "frederick", "ron": "ronald", "ken": "kenneth",
    "don": "donald", "ray": "raymond", "abe": "abraham", "larry": "lawrence", "charlie": "charles", "harry": "henry",
}  # fmt: skip
# One name in several languages or writings, so near that people mix them up.
_MIXED = (
    "mohammed muhammad mohamed muhammed mohammad mohamad", "mikhail michail michael mihail", "leo lev",
    "nikolai nikolay nikolaj nicholas nikolas nicolas", "joseph josef iosif josif jozef", "stephen steven stefan",
    "alexander aleksandr alexandr alexandre aleksander", "sergei sergey sergej serge", "fyodor fedor fjodor theodor",
    "pyotr piotr petr peter", "yevgeny evgeny evgeni eugene", "yekaterina ekaterina katharina catherine",
    "frederick frederic friedrich frederik", "vladimir volodymyr", "johann johannes", "al el",
)  # fmt: skip
_MIXED_UP = tuple(frozenset(map(plain, line.split())) for line in _MIXED)
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        (r"^geo(?=f)", "je"), (r"ck|c(?![ehi])|q", "k"), (r"ph|v", "f"), (r"z", "s"), (r"y|ie", "i"),
        (r"(?<=[^aeiou])h|(?<=.)h$|(?<=o)h(?=n)|(?<=..[^aeiou])e$", ""), (r"(.)\1", r"\1"),
    )
)  # fmt: skip
# Beginnings of a surname: with another one it is another.
_PARTICLES = frozenset(str.split("van von der den de del della di da dos du la le al el bin ibn ben mac mc o st saint"))
_NO_MIDDLE_NAMES = SMALL_WORDS | _PARTICLES
_MOST_MIDDLE_NAMES = 3


def first_names_fit(given: list[str], right: list[str]) -> bool:
    """Say whether first names are those of the right answer: whole, as initials, or some left out."""
    if "".join(given) == "".join(name[0] for name in right):
        return True
    waiting = iter(right)
    return all(any(_is_one(name, other) for other in waiting) for name in given)


def adds_middle_names(given: list[str], right: list[str]) -> bool:
    """Say whether a middle name or patronymic stands behind the only first name that the right answer has."""
    first, *middle = given or [""]
    told = all(name.isalpha() and (len(name) == 1 or name not in _NO_MIDDLE_NAMES) for name in middle)
    return len(right) == 1 and 0 < len(middle) < _MOST_MIDDLE_NAMES and told and _is_one(first, right[0])


def sexes_differ(name: str, other: str) -> bool:
    """Say whether two first names are a man's and a woman's: "Simon" and "Simone", "Paul" and "Paula"."""
    sexes = gazetteer.genders()
    mine, theirs = sexes.get(name), sexes.get(other)
    short, long = sorted((name, other), key=len)
    return (None not in (mine, theirs) and mine != theirs) or (long == f"{short}a" and sexes.get(short) == "male")


def _is_one(name: str, other: str) -> bool:
    if sexes_differ(name, other):
        return False
    short, long = sorted((name, other), key=len)
    called = _CALLED.get(name) == other or _CALLED.get(other) == name
    mixed = any({name, other} <= group for group in _MIXED_UP)
    alike = called or mixed or sounds_like(name, other) or _sounds(name) == _sounds(other)
    return alike or (len(short) == 1 and long.startswith(short))


def _sounds(name: str) -> str:
    """Return a first name as it sounds: "Katherine" and "Catherine", "Jon" and "John" are one."""
    for letters, sound in _SOUNDS:
        name = letters.sub(sound, name)
    return name
