"""A time with a beginning and an end: "from 1869 to 1894", "July to September 1931", and what one end of it earns."""

from __future__ import annotations

import re

from ..figures import When
from .times import Fit, periods, readings

# The end names its month: figures alone are years, which are periods, or one date.
_ENDS = re.compile(
    r"(?:from |between |in )?(.+?)\s*(?:-|–|—|\b(?:to|until|till|and|through)\b)\s*(.*[^\W\d_]{3}.*)", re.I
)
_MONTHS = str.split("January February March April May June July August September October November December")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
# "May 3 to 5, 1931" has its month and its year once, on either side.
_MONTH_FIRST = re.compile(
    rf"(from |between |)((?:{'|'.join(month[:3] for month in _MONTHS)})\w*\.?) {_DAY}"
    rf"\s*(-|–|—|\b(?:to|until|till|and|through)\b)\s*{_DAY}(,? \d{{4}})?",
    re.I,
)
# Without a year or "between" an "and" joins two times, and what lies between them is not meant.
_JOINED = re.compile(r"\band\b", re.I)
# Two years that are named, and no time between them, may stand in either order.
_PAIR = re.compile(r"(?:in |the years )*\d{4}(?: ?, ?| ?& ?| and )(?:in )?\d{4}", re.I)
_FIRST = re.compile(r"(?:from|since|starting in|beginning in) ", re.I)
_LAST = re.compile(r"(?:until|till|to|up to) ", re.I)
_ONE_END = 0.5
_LESS_EXACT = 0.5


def fit_ends(given: str, right: str) -> Fit | None:
    """Compare two spans of time, or one end with a span; None where the right answer is none, or no time was typed."""
    wanted, mine = ends(right), ends(given)
    if wanted is None:
        return None
    if mine is not None:
        both = _PAIR.fullmatch(given.strip(" .")) and _PAIR.fullmatch(right)
        return Fit(1.0) if both and mine == wanted[::-1] else _fit_span(mine, wanted)
    first, last = (pattern.match(given.strip()) for pattern in (_FIRST, _LAST))
    fit = wanted[:1] if first else wanted[1:] if last else wanted
    marked = first or last
    told = readings(given.strip()[marked.end() :] if marked else given)
    if any(when.covers(end) for when in told for end in fit):
        return Fit(_ONE_END, "Right, but that is not the whole time")
    return None


def _fit_span(mine: tuple[When, When], wanted: tuple[When, When]) -> Fit:
    """Compare two spans of time; a year that is not asked for may be told."""
    pairs = list(zip(mine, wanted, strict=True))
    if mine == wanted or (not wanted[1].year and all(right.covers(told) for told, right in pairs)):
        return Fit(1.0)
    if all(told.covers(right) for told, right in pairs):
        return Fit(_LESS_EXACT, "Right, but that is not the whole time")
    return Fit(0.0, "That is another time")


def is_one_end(text: str) -> bool:
    """Say whether a text tells when something began or ended, by its "from" or "until"."""
    marked = _FIRST.match(text.strip()) or _LAST.match(text.strip())
    return bool(marked and readings(text.strip()[marked.end() :]))


def ends(text: str) -> tuple[When, When] | None:
    """Return the beginning and the end of a span of time; what the beginning leaves out is taken from the end."""
    for period in periods(text):
        if period.kind == "span":
            return When(period.start), When(period.end)
    text = " ".join(text.strip(" .,").split())
    text = _MONTH_FIRST.sub(r"\1\3 \4 \5 \2\6", text) if _MONTH_FIRST.fullmatch(text) else text
    found = _ENDS.fullmatch(text)
    last = _dated(found[2]) if found else None
    if found is None or last is None or (not last.year and _is_pair(text)):
        return None
    year = str(last.year or "")
    month = _MONTHS[last.month - 1] if last.month else ""
    tries = (found[1], f"{found[1]} {year}", f"{found[1]} {month} {year}")
    first = next((when for each in tries if (when := _dated(each)) and bool(when.year) == bool(year)), None)
    return (first, last) if first is not None and first < last else None


def _is_pair(text: str) -> bool:
    return bool(_JOINED.search(text)) and not text.casefold().startswith("between ")


def _dated(text: str) -> When | None:
    """Return the one date that a text is, with its year or at least its month."""
    told = readings(text)
    return told[0] if len(told) == 1 and (told[0].year or told[0].month) else None
