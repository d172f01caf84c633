"""Which year "that year" or "two years later" is, and which words tell a time that only the day of writing gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .language import Sentence
from .lists import word_set

if TYPE_CHECKING:
    from .language import Token, Tokens

YEAR = re.compile(r"1\d{3}|20\d{2}")
NUMBERS = {
    word: i
    for i, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"a": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
SHIFTS = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
FARTHEST = 60
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
UNITS = word_set("week month year decade century day weekend night morning season summer winter spring autumn fall")
NOW = word_set("yesterday today tomorrow tonight ago nowadays")
PERIODS = word_set("time period era moment day month decade century week season age")
TELLING = NOW | DAYS | UNITS | PERIODS


def years_in(sentence: Sentence) -> list[int]:
    """Return the years written in a sentence, in order."""
    return [int(t.text) for t in sentence.tokens if is_year(t)]


def is_year(token: Token) -> bool:
    """Tell whether a token is a year and not an amount: "1,200 men" and "1500 km" are none."""
    if not YEAR.fullmatch(token.text):
        return False
    if token.ent_type_ == "DATE":
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return token.dep_ == "pobj" and before in (
        "in",
        "since",
        "by",
        "until",
        "from",
        "after",
        "before",
        "to",
        "around",
        "of",
    )


def relative_year(tokens: Tokens, i: int) -> tuple[int, int, int] | None:
    """Return (first, last, shift) for tokens i.. that name a year by its distance from another one."""
    token = tokens[i]
    if token.lemma_.lower() != "year":
        return None
    before = [tokens[k].lower_ for k in range(max(0, i - 3), i)]
    after = tokens[i + 1].lower_ if i + 1 < len(tokens) else ""
    if after in ("later", "earlier", "afterwards") and before:
        count = NUMBERS.get(before[-1]) or (int(before[-1]) if before[-1].isdecimal() and len(before[-1]) < 4 else None)
        if not count or count > FARTHEST:
            return None
        return (i - 1, i + 1, count if after != "earlier" else -count)
    if (
        not before
        or before[-1] not in SHIFTS
        or (len(before) > 1 and before[-1] != "that" and before[-2] not in ("the", "that"))
    ):
        return None
    first = i - 1 if before[-1] == "that" else i - 2
    return (first, i, SHIFTS[before[-1]]) if first >= 0 and after not in ("when", "that", "in", "of") else None


def vague_times(sentence: Sentence) -> list[tuple[Token, Token]]:
    """Return the words (first, last) that tell a time only from the day of writing: "Friday", "last year", "ago"."""
    tokens = sentence.tokens
    found: list[tuple[Token, Token]] = []
    for i, token in enumerate(tokens):
        if token.lower_ not in TELLING:
            continue
        before = tokens[i - 1] if i else None
        if (
            token.lower_ == "ago"
            and before is not None
            and any(t.lower_ in ("million", "billion") for t in tokens[max(0, i - 3) : i])
        ):
            continue
        if token.lower_ in NOW or (token.lower_ in DAYS and not _dated(tokens, i)):
            found.append((token, token))
        elif before is not None and token.lower_ in UNITS | DAYS and before.lower_ in ("last", "this", "next"):
            is_ranked = i >= 2 and tokens[i - 2].lower_ in ("the", "its", "his", "their")
            followed = i + 1 < len(tokens) and tokens[i + 1].lower_ == "of"
            if not (is_ranked or followed):
                found.append((before, token))
        elif before is not None and token.lower_ in PERIODS and before.lower_ == "that" and before.dep_ == "det":
            found.append((before, token))
    return found


def _dated(tokens: Tokens, i: int) -> bool:
    """Tell whether the weekday has its date ("Friday, 7 January 2022") or is part of a name ("Good Friday")."""
    near = tokens[max(0, i - 4) : i + 6]
    capital = i > 0 and tokens[i - 1].text[0].isupper() and tokens[i - 1].pos_ in ("PROPN", "ADJ")
    return any(is_year(t) for t in near) or capital
