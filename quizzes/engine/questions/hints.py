"""What is off in a text that is no right answer."""

from __future__ import annotations

import re

from ..words import distance, fold
from .partial import is_name
from .plain import joined, plain
from .slips import slips_allowed
from .times import Fit

WRONG = Fit(0.0, "Not quite")
_YEAR_SHARE = 0.5
_NEAR = 2
_SHORTEST = 3


def figures_in(text: str) -> list[str]:
    """Return the words that hold a figure: a slip in one of them is never a slip of the fingers."""
    return [word for word in text.split() if any(char.isdigit() for char in word)]


def near_miss(given: str, right: str) -> Fit:
    """Return what a text earns that no rule accepts, and what is off."""
    mine, theirs = plain(given), plain(right)
    own, full = set(mine.split()), set(theirs.split())
    years = {word for word in full if re.fullmatch(r"[12]\d{3}", word)}
    if own and own == years and len(years) == 1 and not is_name(right):
        return Fit(_YEAR_SHARE, "The year is right, but not the whole answer")
    if own and own < full and any(len(word) >= _SHORTEST for word in own):
        return Fit(0.0, "That is only a part of the answer")
    figures = [set(figures_in(text)) for text in (mine, theirs)]
    if figures[0] != figures[1] and own - figures[0] == full - figures[1]:
        return Fit(0.0, "The words are right, but not the figure")
    if full and full < own:
        return Fit(0.0, "Your answer holds the right words, but says more than the article")
    allowed = slips_allowed(len(theirs)) + _NEAR
    if len(joined(theirs)) > allowed * 2 and distance(mine, theirs, allowed) <= allowed and fold(given):
        return Fit(0.0, "Close, but not near enough to the right word")
    return WRONG
