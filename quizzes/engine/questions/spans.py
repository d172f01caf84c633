"""A time with a beginning and an end: "from 1869 to 1894", "July to September 1931", and what one end of it earns."""

from __future__ import annotations

import re

from ..figures import When
from .times import Fit, periods, readings

# The end names its month: figures alone are years, which are periods, or one date.
_ENDS = re.compile(
    r"(?:from |between |in )?(.+?)\s*(?:-|–|—|\b(?:to|until|till|and|through)\b)\s*(.*[^\W\d_]{3}.*)", re.I
)
# Two years that are named, and no time between them, may stand in either order.
_PAIR = re.compile(r"(?:in |the years )*\d{4}(?: ?, ?| ?& ?| and )(?:in )?\d{4}", re.I)
_FIRST = re.compile(r"(?:from|since|starting in|beginning in) ", re.I)
_LAST = re.compile(r"(?:until|till|to|up to) ", re.I)
_ONE_END = 0.5
_MONTHS = str.split("January February March April May June July August September October November December")


def fit_ends(given: str, right: str) -> Fit | None:
    """Compare two spans of time, or one end with a span; None where the right answer is none, or no time was typed."""
    wanted, mine = ends(right), ends(given)
    if wanted is None:
        return None
    if mine is not None:
        both = _PAIR.fullmatch(given.strip(" .")) and _PAIR.fullmatch(right)
        return Fit(1.0) if mine == wanted or (both and mine == wanted[::-1]) else Fit(0.0, "That is another time")
    first, last = (pattern.match(given.strip()) for pattern in (_FIRST, _LAST))
    fit = wanted[:1] if first else wanted[1:] if last else wanted
    marked = first or last
    told = readings(given.strip()[marked.end() :] if marked else given)
    if any(when.covers(end) for when in told for end in fit):
        return Fit(_ONE_END, "Right, but that is not the whole time")
    return None


def is_one_end(text: str) -> bool:
    """Say whether a text tells when something began or ended, by its "from" or "until"."""
    marked = _FIRST.match(text.strip()) or _LAST.match(text.strip())
    return bool(marked and readings(text.strip()[marked.end() :]))


def ends(text: str) -> tuple[When, When] | None:
    """Return the beginning and the end of a span of time; what the beginning leaves out is taken from the end."""
    for period in periods(text):
        if period.kind == "span":
            return When(period.start), When(period.end)
    found = _ENDS.fullmatch(" ".join(text.strip(" .,").split()))
    last = _dated(found[2]) if found else None
    if found is None or last is None:
        return None
    month = _MONTHS[last.month - 1] if last.month else ""
    tries = (found[1], f"{found[1]} {last.year}", f"{found[1]} {month} {last.year}")
    first = next((when for each in tries if (when := _dated(each)) is not None), None)
    return (first, last) if first is not None and first < last else None


def _dated(text: str) -> When | None:
    """Return the one date that a text is, with its year."""
    told = readings(text)
    return told[0] if len(told) == 1 and told[0].year else None
