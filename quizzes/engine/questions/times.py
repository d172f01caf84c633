"""When something was, as people type it: dates to any precision, decades, centuries, spans of years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..figures import When, dates, figures
from ..words import fold
from .plain import plain, with_years

_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?),?\s+", re.I
)
_DAYS = str.split("monday tuesday wednesday thursday friday saturday sunday")
_SHORTEST_DAY = 3
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})|(\d{1,2})\.(\d{1,2})\.")
_SHORT_YEAR = re.compile(r"(|.*[^\W\d_]\.?,? )['’](\d{2})")
_IS_CLOCK = re.compile(r"\d:\d|\d ?[ap]\.?m\b|o'clock|^(?:at )?(?:noon|midday|midnight)$")
_MIDDAY = re.compile(r"\b(?:12 )?(noon|midday|midnight)$")
_PAST = re.compile(r"(?:at )?(half|quarter|\d{1,2}(?: minutes)?) (past|to) (\d{1,2})(.*)")
_HALVES_OF_DAY = {"in morning": "am", "in afternoon": "pm", "in evening": "pm", "at night": "pm"}
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
_PART_OF_YEAR = re.compile(
    r"(?:in |at |by |towards? |the )*(early|beginning|start|mid|middle|late|end|close)[ -]"
    r"(?:in |of )?(?:the )?(?:year )?(\d{4})"
)
_PARTS_OF_YEAR = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late"}
# The months that a part of a year surely means, and those that are near to it.
_MONTHS_OF = {"early": ({1}, {2, 3}), "mid": ({6, 7}, {5, 8}), "late": ({12}, {10, 11})}
_SPAN = re.compile(
    r"(?:from |between |in )*(\d{4}) ?"
    r"(?:-|–|—|/|&|,|\bto\b|\buntil\b|\btill\b|\band\b|\bthrough\b) ?(\d{2}|\d{4})",
    re.I,
)
_HEDGES = re.compile(
    r"\b(?:about|some(?= \d)|around|approximately|approx\.?|roughly|nearly|almost|circa|ca?\.?(?= ?\d)|some time in"
    r"|or so|or thereabouts)(?:\b|(?<=\.))|~",
    re.I,
)
_YEAR_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Period:
    """A time that is no date: `start` is negative before Christ; `part` is "early", "mid" or "late".

    `kind` is decade, century, span (of years) or, with a part, year.
    """

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
        return [when for century in ("19", "20") for when in dates(f"{short[1]}{century}{short[2]}")]
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
    text = _MIDDAY.sub(lambda found: "12 am" if found[1] == "midnight" else "12 pm", text.casefold().strip(" ,!?"))
    found = _CLOCK.fullmatch(" ".join(_in_figures(text).split()))
    if not found or not (found[2] or found[3]) or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    half = (found[3] or "")[:1]
    hour = int(found[1]) % 12 + (12 if half == "p" else 0) if half in ("a", "p") else int(found[1])
    return hour * 60 + int(found[2] or 0)


def _in_figures(text: str) -> str:
    """Return "half past six in the morning" as "6:30 am", and any other text as it is."""
    told = figures(fold(text)).replace(" the ", " ")
    half = next((words for words in _HALVES_OF_DAY if told.endswith(words)), "")
    told = f"{told.removesuffix(half)}{_HALVES_OF_DAY.get(half, '')}"
    past = _PAST.fullmatch(told)
    if not past:
        return told if half else text
    minutes = {"half": 30, "quarter": 15}.get(past[1]) or int(past[1].split()[0])
    total = int(past[3]) * 60 + (minutes if past[2] == "past" else -minutes)
    return f"{total // 60}:{total % 60:02}{past[4]}"


def periods(text: str) -> list[Period]:
    """Return every way in which a text can be read as a decade, a century or a span of years."""
    lower = " ".join(text.casefold().strip(' .,!?"“”').split())
    year = _PART_OF_YEAR.fullmatch(lower)
    if year:
        return [Period("year", int(year[2]), part=_PARTS_OF_YEAR.get(year[1], year[1]))]
    part = _PART.search(lower)
    if part:
        return [replace(period, part=_PARTS[part[1]]) for period in periods(_PART.sub("", lower, count=1))]
    span = _SPAN.fullmatch(lower)
    if span:
        start = int(span[1])
        end = int(span[2]) if len(span[2]) == 4 else start // 100 * 100 + int(span[2])
        whole = [Period("decade", start)] if start % 10 == 0 and end == start + 9 else []
        return [Period("span", start, end), *whole]
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
        return Fit(1.0) if clock(given) == clock(right) else Fit(0.0, "That is another time of day")
    if fold(right) in _DAYS and len(fold(given)) >= _SHORTEST_DAY and fold(right).startswith(fold(given)):
        return Fit(1.0)
    theirs = periods(right)
    if theirs:
        return _in_part_of_year(given, theirs[0]) or _fit_period(periods(given), theirs[0])
    wanted = readings(right)
    mine = [_of_century(when, wanted[0]) for when in readings(given)] if wanted else []
    if not mine:
        return _around(given, wanted)
    others = [when for other in reject for when in readings(other) if when != wanted[0]]
    if any(when in others for when in mine if when != wanted[0]):
        return Fit(0.0, "That is the time of something else in the article, or may be read so")
    if any(wanted[0].covers(when) for when in mine):
        return Fit(1.0)
    vague = next((when for when in mine if when.covers(wanted[0])), None)
    if vague is not None and (vague.year or vague.day):
        return Fit(_YEAR_SHARE, _missing(vague, wanted[0]))
    return Fit(0.0, _off(mine[0], wanted[0]))


def _in_part_of_year(given: str, wanted: Period) -> Fit | None:
    """Compare a date with a part of a year: "December 2002" is its end, the bare year is a half of the answer."""
    when = next((when for when in readings(given) if when.year == wanted.start), None)
    if wanted.kind != "year" or when is None:
        return None
    if not when.month:
        return Fit(_YEAR_SHARE, f"Right year, but “{wanted.part}” is missing")
    sure, near = _MONTHS_OF[wanted.part]
    if when.month in sure:
        return Fit(1.0)
    return Fit(_YEAR_SHARE if when.month in near else 0.0, "Right year, but not that month")


def _around(given: str, wanted: list[When]) -> Fit | None:
    """Credit the part of the year in which the month lies that is wanted."""
    for period in periods(given) if wanted else ():
        sure, near = _MONTHS_OF.get(period.part, (set(), set())) if period.kind == "year" else (set(), set())
        if period.start == wanted[0].year and wanted[0].month in sure | near:
            return Fit(_YEAR_SHARE, _missing(When(period.start), wanted[0]))
    return None


def _fit_period(mine: list[Period], wanted: Period) -> Fit | None:
    if not mine:
        return None
    same = [period for period in mine if period.kind == wanted.kind]
    hits = [period for period in same if period.end == wanted.end and _same_start(period, wanted)]
    if any(wanted.part in ("", period.part) for period in hits):
        return Fit(1.0)
    if any(not period.part for period in hits):
        return Fit(_YEAR_SHARE, f"Right {wanted.kind}, but “{wanted.part}” is missing")
    return Fit(0.0, "Those are other years" if wanted.kind == "span" else f"That is another {wanted.kind}")


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
