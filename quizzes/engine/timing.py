"""When: dates and periods as English writes them, with what they can be asked by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .grammar import listed

if TYPE_CHECKING:
    from .language import Token

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?P<year>[12]\d{3}|[1-9]\d{2}(?= (?:AD|CE)\b))"
_ERA = r"(?: ?(?P<era>BC|BCE|AD|CE|B\.C\.|A\.D\.))?"
_SEASON = "spring|summer|autumn|fall|winter"
_PART = rf"(?P<part>(?:early|late|mid|the (?:end|beginning|{_SEASON}) of|{_SEASON})[ -])?"
_ORDINAL = r"(?P<century>\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|rd|st|nd|first|second))"
_DAY = r"(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("range", re.compile(
        rf"(?:(?:from|between) )?(?:{_MONTH} )?{_YEAR} ?(?:to|and|until|–|-|through) ?"
        r"(?:[A-Z][a-z]+ )?(?P<end>\d{2,4})"
    )),
    ("day", re.compile(rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_YEAR}")),
    ("day", re.compile(rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}")),
    ("month", re.compile(rf"{_PART}{_MONTH},?(?: of)? {_YEAR}")),
    ("year", re.compile(rf"(?:the year )?{_YEAR}{_ERA}")),
    ("part", re.compile(rf"{_PART}{_YEAR}")),
    ("decade", re.compile(rf"(?:the )?{_PART}(?P<year>[12]\d\d0)'?s")),
    ("century", re.compile(rf"(?:the )?{_PART}{_ORDINAL}[ -]century{_ERA}", re.I)),
)  # fmt: skip
_TIME_WORDS = re.compile(
    r"\b(?:[12]\d{3}s?|january|february|april|june|july|august|september|october|november|december"
    r"|(?:\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|first|second|third))[ -]centur(?:y|ies))\b",
    re.I,
)
LEADS = listed(
    "in on at since until till by from between during before after around as through throughout for about circa"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as stated: `text` without its preposition, `lead` the preposition, `iso` for a point in time."""

    form: str
    text: str
    lead: str
    year: int | None
    iso: str
    first: int
    last: int


def is_time(tokens: Sequence[Token]) -> bool:
    """Say whether a phrase tells a time: a year, a month, a century, or what the parser calls a date."""
    if len(tokens) > 12 and tokens[0].text.lower() not in LEADS:
        return False
    text = " ".join(token.text for token in tokens[:6])
    near = [
        token
        for token in tokens[:5]
        if token.dep_ in {"pobj", "npadvmod", "advmod", "nummod", "compound", "pcomp", "amod"}
    ]
    if not near and len(tokens) > 1:
        return False
    head = next((token for token in tokens if token.dep_ in {"pobj", "npadvmod"}), tokens[0])
    dated = head.ent_type_ in {"DATE", "TIME"}
    return dated or (
        len(tokens) <= 8 and bool(_TIME_WORDS.search(text)) and head.ent_type_ not in {"GPE", "LAW", "EVENT"}
    )


def moment(tokens: Sequence[Token]) -> Moment | None:
    """Return the one definite time that a phrase consists of ("in January 2022"), None for anything else."""
    words = list(tokens)
    lead: list[str] = []
    while words and words[0].text.lower() in LEADS | {"of"} and len(lead) < 2:
        lead.append(words.pop(0).text.lower())
    if not words:
        return None
    text = "".join(token.text + token.whitespace_ for token in words).strip().rstrip(",")
    for form, pattern in FORMS:
        match = pattern.fullmatch(text)
        if match:
            return _moment(form, match, " ".join(lead), text, words)
    return None


def _moment(form: str, match: re.Match[str], lead: str, text: str, words: Sequence[Token]) -> Moment:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    if year is not None and (found.get("era") or "").startswith("B"):
        year = -year
    if form == "year" and found.get("part"):
        form = "part"
    return Moment(form, text, lead, year, _iso(form, found, year), words[0].i, words[-1].i)


def _iso(form: str, found: dict[str, str | None], year: int | None) -> str:
    if year is None or form not in {"day", "month", "year"} or year < 0:
        return ""
    iso = f"{year:04d}"
    if form in {"day", "month"} and found.get("month"):
        iso += f"-{MONTHS.index(str(found['month']).lower()) + 1:02d}"
    if form == "day" and found.get("day"):
        iso += f"-{int(str(found['day'])):02d}"
    return iso
