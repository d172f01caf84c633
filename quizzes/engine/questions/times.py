"""When something was, as people type it: dates to any precision, decades, centuries, spans of years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..figures import When, dates
from ..words import fold
from .plain import plain, with_years

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.I)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})|(\d{1,2})\.(\d{1,2})\.")
_SHORT_YEAR = re.compile(r"(.*[^\W\d_]\.?,?) ['’](\d{2})")
_IS_CLOCK = re.compile(r"\d:\d|\d ?[ap]\.?m\b|o'clock")
_CLOCK = re.compile(r"(?:at )?(\d{1,2})(?:[:.h](\d{2}))? ?(a\.?m\.?|p\.?m\.?|o'clock|h|hrs)?")
_DAY_DOT = re.compile(r"\b(\d{1,2})\.(?=\s*[^\W\d_])")
# A bare number below 1,000 and an amount are no years.
_NO_DATE = re.compile(r"^\d{1,3}(?:[,. ’']\d{3})+$|^\d{1,3}$|[%$€£°]")
_DECADES = {word: index * 10 for index, word in enumerate(
    str.split("twenties thirties forties fifties sixties seventies eighties nineties"), 2)}  # fmt: skip
_DECADE = re.compile(r"(?:the |in the )*['’]?(\d{2}|\d{4})['’]?-?(?:s|ies)")
_CENTURY = re.compile(r"(\d{1,2}) (?:century|centuries|cent|c)( bc)?")
_PARTS = {
    "early": "early", "beginning of the": "early", "start of the": "early", "mid": "mid", "middle of the": "mid",
    "late": "late", "end of the": "late",
}  # fmt: skip
_PART = re.compile(rf"\b({'|'.join(_PARTS)})[ -]")
_SPAN = re.compile(
    r"(?:from |between |in )*(\d{4}) ?(?:-|–|—|\bto\b|\buntil\b|\btill\b|\band\b|\bthrough\b) ?(\d{2}|\d{4})", re.I
)
_HEDGES = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|circa|ca?\.?(?= ?\d)|some time in|or so|or thereabouts)"
    r"(?:\b|(?<=\.))|~",
    re.I,
)
_YEAR_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Period:
    """A time that is no date: `kind` is decade, century or span; `start` is negative before Christ; `part` "early"."""

    kind: str
    start: int
    end: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a typed text fits a right one: its share of the credit, and what is off; None of both is right."""

    share: float
    said: str = ""


def unhedged(text: str) -> tuple[str, bool]:
    """Return a text without its "about", and whether it had one."""
    bare = " ".join(_HEDGES.sub(" ", text).split())
    return (bare, True) if bare != " ".join(text.split()) and bare.strip(" .,") else (text, False)


def readings(text: str) -> list[When]:
    """Return every way in which a text can be read as one date."""
    if _NO_DATE.search(text.strip()):
        return []
    short = _SHORT_YEAR.fullmatch(text.strip())
    if short:
        return [when for century in ("19", "20") for when in dates(f"{short[1]} {century}{short[2]}")]
    text = _DAY_DOT.sub(r"\1 ", _WEEKDAY.sub("", text.strip(" .,!?\"'“”‘’")))
    found = _MONTH_YEAR.fullmatch(text)
    if found:
        month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return [When(int(year), int(month))] if 1 <= int(month) <= 12 else []
    found = _DAY_MONTH.fullmatch(text)
    if found:
        first, second = (int(part) for part in found.groups() if part)
        both = {(first, second), (second, first)}
        return sorted(When(0, month, day) for day, month in both if 1 <= month <= 12 and 1 <= day <= 31)
    return dates(text) or dates(with_years(text))


def clock(text: str) -> int | None:
    """Return a time of day in minutes, None for anything else."""
    found = _CLOCK.fullmatch(" ".join(text.casefold().strip(" ,!?").split()))
    if not found or not (found[2] or found[3]) or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    half = (found[3] or "")[:1]
    hour = int(found[1]) % 12 + (12 if half == "p" else 0) if half in ("a", "p") else int(found[1])
    return hour * 60 + int(found[2] or 0)


def periods(text: str) -> list[Period]:
    """Return every way in which a text can be read as a decade, a century or a span of years."""
    lower = " ".join(text.casefold().strip(' .,!?"“”').split())
    part = _PART.search(lower)
    if part:
        return [replace(period, part=_PARTS[part[1]]) for period in periods(_PART.sub("", lower, count=1))]
    span = _SPAN.fullmatch(lower)
    if span:
        start = int(span[1])
        end = int(span[2]) if len(span[2]) == 4 else start // 100 * 100 + int(span[2])
        return [Period("span", start, end)]
    century = _CENTURY.fullmatch(plain(text).removeprefix("in "))
    if century:
        return [Period("century", -int(century[1]) if century[2] else int(century[1]))]
    word = fold(text).split()[-1:]
    if word and word[0] in _DECADES and len(fold(text).split()) <= 3:
        return [Period("decade", _DECADES[word[0]])]
    decade = _DECADE.fullmatch(lower)
    return _decades(int(decade[1])) if decade else []


def _decades(year: int) -> list[Period]:
    whole = [Period("century", year // 100 + 1)] if year >= 1000 and year % 100 == 0 else []
    return [Period("decade", year), *whole] if year % 10 == 0 else []


def fit_time(given: str, right: str, reject: tuple[str, ...]) -> Fit | None:
    """Compare two times; None where the right answer is none, or what was typed is none."""
    if _IS_CLOCK.search(right.casefold()) and clock(right) is not None:
        return Fit(1.0) if clock(given) == clock(right) else Fit(0.0, "Not quite: the time of day is another")
    theirs = periods(right)
    if theirs:
        return _fit_period(periods(given), theirs[0])
    wanted = readings(right)
    mine = [_of_century(when, wanted[0]) for when in readings(given)] if wanted else []
    if not mine:
        return None
    others = [when for other in reject for when in readings(other) if when != wanted[0]]
    if any(when in others for when in mine if when != wanted[0]):
        return Fit(0.0, "That is the time of something else in the article, or may be read so")
    if any(wanted[0].covers(when) for when in mine):
        return Fit(1.0)
    vague = next((when for when in mine if when.covers(wanted[0])), None)
    if vague is not None and (vague.year or vague.day):
        return Fit(_YEAR_SHARE, _missing(vague, wanted[0]))
    return Fit(0.0, _off(mine[0], wanted[0]))


def _fit_period(mine: list[Period], wanted: Period) -> Fit | None:
    if not mine:
        return None
    same = [period for period in mine if period.kind == wanted.kind]
    hits = [period for period in same if period.end == wanted.end and _same_start(period, wanted)]
    if any(wanted.part in ("", period.part) for period in hits):
        return Fit(1.0)
    if any(not period.part for period in hits):
        return Fit(_YEAR_SHARE, f"Right {wanted.kind}, but “{wanted.part}” is missing")
    names = {"span": "the years are others", "decade": "the decade is another", "century": "the century is another"}
    return Fit(0.0, f"Not quite: {names[wanted.kind]}")


def _same_start(mine: Period, wanted: Period) -> bool:
    short = mine.kind == "decade" and mine.start < 100
    return mine.start == (wanted.start % 100 if short else wanted.start)


def _of_century(when: When, wanted: When) -> When:
    """Return a date typed with two figures of its year in the century of the one wanted."""
    short = 0 < when.year < 100 <= wanted.year and when.day
    return replace(when, year=wanted.year // 100 * 100 + when.year) if short else when


def _missing(mine: When, wanted: When) -> str:
    if not mine.year:
        return "Right day and month, but the year is wanted too"
    if mine.month:
        return "Right month and year, but the day is wanted too"
    return f"Right year, but the {'day' if wanted.day else 'month'} is wanted too"


def _off(mine: When, wanted: When) -> str:
    if mine.year == wanted.year and mine.month == wanted.month:
        return "Right month and year, but not the day"
    if mine.year == wanted.year:
        return "Right year, but not the month" if mine.month and wanted.month else "Right year, but not the rest"
    if mine.month and (mine.month, mine.day) == (wanted.month, wanted.day):
        return "Right day, but not the year" if mine.day else "Right month, but not the year"
    if wanted.year and mine.year // 10 == wanted.year // 10:
        return "Right decade, but not the year"
    return "Not quite"
