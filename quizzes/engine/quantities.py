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


_ABOUT = ("about", "around", "approximately", "roughly", "nearly", "almost")
_BOUNDS = ("at least", "up to", "more than", "fewer than", "less than", "at most", "over")
_UNITS_OF_TIME = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"})


def without_hedge(tokens: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    """Return the hedge in front of a number as a question may take it ("about", "at least"), and the bare number.

    A hedge that no question takes ("only", "an estimated") stays with the number.
    """
    words = [token.text.lower() for token in tokens]
    if words[0] in (*_ABOUT, "over") and len(words) > 1:
        return "more than" if words[0] == "over" else words[0], tuple(tokens[1:])
    if " ".join(words[:2]) in _BOUNDS and len(words) > 2:
        return " ".join(words[:2]), tuple(tokens[2:])
    return "", tuple(tokens)


def money(part: Part) -> tuple[tuple[Token, ...], Decimal] | None:
    """Return the sum that a part consists of ("£4.2bn", "for about $8 million"), None for anything else."""
    if part.role not in {Role.OBJECT, Role.PHRASE}:
        return None
    tokens = part.tokens[1:] if part.role is Role.PHRASE else part.tokens
    if part.role is Role.PHRASE and part.tokens[0].text.lower() not in {"for", "at", "by", "to", "with"}:
        return None
    shown = [token for token in tokens if token.text.lower() not in _HEDGES]
    if not shown or shown[0].text[0] not in "$£€" or not any(char.isdigit() for token in shown for char in token.text):
        return None
    value = value_of(shown)
    return (tuple(tokens), value) if value is not None else None


def duration(part: Part) -> tuple[Token, ...] | None:
    """Return the length of time that a part tells ("for about three years"), None for anything else."""
    if part.tokens[0].text.lower() != "for" or part.tokens[-1].lemma_.lower() not in _UNITS_OF_TIME:
        return None
    tokens = part.tokens[1:]
    number = [token for token in tokens[:-1] if token.text.lower() not in _HEDGES]
    value = value_of(number) if number else None
    return tokens if value is not None and all(token.tag_ == "CD" for token in number) else None


def _counted(part: Part, noun: Token, number: Sequence[Token]) -> tuple[Token, ...]:
    """Return what can stand after "how many": the whole phrase without its number, when it is short and no list."""
    governed = part.role in {Role.PHRASE, Role.AGENT} and noun.dep_ == "pobj" and noun.head == part.head
    asked = noun == part.head and part.role in {Role.SUBJECT, Role.OBJECT, Role.ATTRIBUTE}
    if noun.tag_ != "NNS" or not (asked or governed):
        return ()
    left_out = {token.i for token in (*number, *children(noun, "det"))} | ({part.head.i} if governed else set())
    rest = tuple(token for token in part.tokens if token.i not in left_out)
    split = any(token.i < number[0].i for token in rest) or any(
        child in part.tokens for child in children(noun, "conj", "poss", "appos")
    )
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
