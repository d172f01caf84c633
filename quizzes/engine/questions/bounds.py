"""Amounts that are no single number: "more than 200", "at most a third", "between 200 and 300 people"."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ..figures import SCALES
from ..words import ARTICLES, fold
from .measures import other_words, read_numbers, unit_of
from .portions import portion
from .times import Fit

_UP = re.compile(
    r"(?:more than|over|above|upwards? of|in excess of|at least|no (?:fewer|less) than|not less than|a minimum of|[>≥])"
    r"\s*(.+)|(.*?\d)\s*(?:\+|or more)(.*)",
    re.I,
)
_DOWN = re.compile(
    r"(?:less than|fewer than|under|below|at most|up to|no more than|not more than|a maximum of|[<≤])\s*(.+)"
    r"|(.*?\d) or (?:less|fewer)(.*)",
    re.I,
)
_BETWEEN = re.compile(r"(?:from|between) (.+?) (?:to|and) (.+)|(.+?)\s*(?:-|–|—|\bto\b)\s*(.+)", re.I)
_BARE_SHARE = 0.5


def fit_bound(given: str, right: str, compare: Callable[[str, str], Fit]) -> Fit | None:
    """Compare amounts with a bound on one side; None where the right answer has none.

    `compare` is how what is left without the bound is compared.
    """
    way, wanted = _bound(right)
    if not way or not (read_numbers(wanted) or portion(wanted)):
        return None
    mine, said = _bound(given)
    found = compare(said, wanted)
    if mine == way or not found.share:
        return found
    if mine:
        return Fit(0.0, "The number is right, but not whether it is more or less")
    return Fit(found.share * _BARE_SHARE, "The number is right, but not that it is more or less")


def _bound(text: str) -> tuple[str, str]:
    """Return whether a text says "up" from an amount or "down" from it, "" for neither, and the amount."""
    text = " ".join(text.strip(" .").split())
    for way, pattern in (("up", _UP), ("down", _DOWN)):
        found = pattern.fullmatch(text)
        if found:
            return way, found[1] or f"{found[2]}{found[3]}"
    return "", text


def fit_range(given: str, right: str, nouns: frozenset[str]) -> Fit | None:
    """Compare two ranges of numbers; None where the right answer is none, or what was typed is none.

    `nouns` are what is counted, which may be left out.
    """
    wanted, mine = _ends(right), _ends(given)
    if wanted is None or mine is None:
        return None
    strange = {*other_words(given)} - {*other_words(right)} - nouns - ARTICLES - {"from", "between", "to"}
    is_same = mine == wanted and not strange and unit_of(given) in (None, unit_of(right))
    return Fit(1.0) if is_same else Fit(0.0, "That is another range")


def _ends(text: str) -> tuple[Decimal, Decimal] | None:
    found = _BETWEEN.fullmatch(" ".join(text.strip(" .").split()))
    parts = [part for part in found.groups() if part] if found else []
    told = [read_numbers(part) for part in parts]
    if len(told) != 2 or any(len(each) != 1 for each in told):
        return None
    low, high = told[0][0], told[1][0]
    # "2 to 3 million" begins at two million.
    scale = next((SCALES[word] for word in fold(parts[1]).split() if word in SCALES), 1)
    low = low * scale if low * scale < high else low
    return (low, high) if low < high else None
