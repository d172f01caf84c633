"""Amounts in a clause: the number with its hedge, its value, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from .clauses import Clause
from .grammar import children
from .parts import Part, Role

if TYPE_CHECKING:
    from .language import Token

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "m": 10**6,
}
_NUMBER = re.compile(r"[$£€]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(bn|m|k)?")
_LONGEST_COUNTED = 8
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_HEDGES = frozenset(
    [
        "about",
        "around",
        "approximately",
        "nearly",
        "almost",
        "over",
        "more",
        "than",
        "at",
        "least",
        "up",
        "to",
        "some",
        "only",
        "estimated",
        "roughly",
        "under",
        "fewer",
        "less",
        "most",
        "an",
        "just",
        "exactly",
        "between",
    ]
)
_UNCOUNTED = frozenset({"one", "half", "type", "version", "super", "bowl", "page", "chapter", "no", "number"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount; `tokens` are number and hedge, `counted` the noun phrase without them (empty: only a gap)."""

    part: Part
    tokens: tuple[Token, ...]
    counted: tuple[Token, ...]
    value: Decimal
    unit: str
    noun: Token


def quantities(clause: Clause) -> Iterator[Quantity]:
    """Yield the amounts of a clause's subject and other parts, times left out."""
    for part in (clause.subject, *clause.parts):
        if part.role in {Role.TIME, Role.OCCASION, Role.CONTENT}:
            continue
        for token in part.tokens:
            if token.dep_ == "nummod" and token.tag_ == "CD" and token.head in part.tokens:
                found = _quantity(part, token)
                if found:
                    yield found


def _quantity(part: Part, number: Token) -> Quantity | None:
    noun = number.head
    tokens = _with_hedge(number, part)
    value = value_of([token for token in tokens if token.tag_ == "CD"])
    if value is None or value == 1 or _is_no_amount(number, noun):
        return None
    return Quantity(part, tokens, _counted(part, noun, tokens), value, noun.lemma_.lower(), noun)


def _is_no_amount(number: Token, noun: Token) -> bool:
    """Say whether the number is a date, a rank, or part of a name."""
    if _YEAR.fullmatch(number.text) or {number.ent_type_, noun.ent_type_} & {"DATE", "TIME", "ORDINAL"}:
        return True
    return noun.lemma_.lower() in _UNCOUNTED or noun.tag_ in {"NNP", "NNPS", "CD"}


def _counted(part: Part, noun: Token, number: Sequence[Token]) -> tuple[Token, ...]:
    """Return what can stand after "how many": the whole phrase without its number, when it is short and no list."""
    if noun != part.head or noun.tag_ != "NNS" or part.role not in {Role.SUBJECT, Role.OBJECT, Role.ATTRIBUTE}:
        return ()
    left_out = {token.i for token in (*number, *children(noun, "det"))}
    rest = tuple(token for token in part.tokens if token.i not in left_out)
    split = any(token.i < number[0].i for token in rest) or children(noun, "conj", "poss", "appos")
    listed = any(token.dep_ == "cc" or token.text == "," for token in rest)
    return () if split or listed or len(rest) > _LONGEST_COUNTED else rest


def _with_hedge(number: Token, part: Part) -> tuple[Token, ...]:
    """Return the number with what qualifies it: "at least 2,500"."""
    found = [number]
    before = [token for token in part.tokens if token.i < number.i]
    while (
        before
        and (before[-1].text.lower() in _HEDGES or before[-1].tag_ in {"$", "CD", "HYPH"})
        and before[-1].i == found[0].i - 1
    ):
        found.insert(0, before.pop())
    while found[0].text.lower() in {"to", "than", "-", "between"}:
        found.pop(0)
    return tuple(found)


def value_of(tokens: Sequence[Token]) -> Decimal | None:
    """Return the number that words or digits tell: "2,500", "two million", "£1.3bn"."""
    total: Decimal | None = None
    for token in tokens:
        word = token.text.lower()
        if word in {"$", "£", "€", "-"}:
            continue
        found = _simple(word)
        if found is not None:
            total = (total or Decimal(0)) + found
        elif word in _SCALES and total is not None:
            total *= _SCALES[word]
        else:
            return None
    return total


def _simple(word: str) -> Decimal | None:
    if word in _WORDS:
        return Decimal(_WORDS[word])
    if "-" in word and all(half in _WORDS for half in word.split("-", 1)):
        return Decimal(sum(_WORDS[half] for half in word.split("-", 1)))
    match = _NUMBER.fullmatch(word)
    if not match:
        return None
    try:
        value = Decimal(match[1].replace(",", "") + (match[2] or ""))
    except InvalidOperation:
        return None
    return value * {"bn": 10**9, "m": 10**6, "k": 1000, None: 1}[match[3]]
