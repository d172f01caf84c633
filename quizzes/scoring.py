"""From credits to scores: hints, certainty, and which attempt counts. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

MARKS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""What right and wrong earn by certainty, 1 "not sure" to 3 "very sure".

Certainty-based marking after A. R. Gardner-Medwin, "Confidence-based marking", in Bryan and Clegg (eds.), Innovative
Assessment in Higher Education (2006): nobody gains by feigning more or less certainty than they have.
"""
MOST = max(right for right, _ in MARKS.values())

NOTHING = 1e-9
"""Fractions that differ by no more are the same."""


def after_hints(earned: float, cost: float) -> float:
    """Return what is left of what was earned when hints cost a share of 0 to 1 of it; what is lost stays the same."""
    return earned * max(0.0, 1.0 - cost) if earned > 0 else earned


def mark(credit: float, certainty: int | None) -> float:
    """Return what an answer adds to the score, -2 to 1; without a certainty that is its credit, 0 to 1."""
    if certainty is None:
        return credit
    right, wrong = MARKS[certainty]
    return (wrong + credit * (right - wrong)) / MOST


def score(marks: Sequence[float], questions: int) -> float:
    """Return the score of an attempt, 0 to 1: the mean mark of all its questions; an open one adds nothing."""
    return max(0.0, min(1.0, sum(marks) / questions)) if questions else 0.0


def percent(share: float, digits: int = 0) -> float:
    """Return a share of 0 to 1 in per cent, halves rounded up; 100 is all of it and nothing less."""
    unit = 10.0**-digits
    rounded = math.floor(share * 100 / unit + 0.5 + NOTHING) * unit
    is_whole = share > 1 - NOTHING
    return round(rounded if is_whole else min(rounded, 100 - unit), digits)


def counted(scores: Sequence[float], rule: str) -> float | None:
    """Return the score that counts of several attempts in order of time, None without any.

    `rule` is best, last, average or first.
    """
    if not scores:
        return None
    return {"best": max(scores), "last": scores[-1], "average": fmean(scores), "first": scores[0]}[rule]
