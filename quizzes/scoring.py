"""From credits to scores: hints, certainty, and which attempt counts. Pure functions."""

from __future__ import annotations

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


def after_hints(credit: float, hints: int, cost: float) -> float:
    """Return what is left of a credit of 0 to 1 when each hint costs a share of 0 to 1 of it."""
    return credit * max(0.0, 1.0 - hints * cost)


def mark(credit: float, certainty: int | None) -> float:
    """Return what an answer adds to the score, -2 to 1; without a certainty that is its credit, 0 to 1."""
    if certainty is None:
        return credit
    right, wrong = MARKS[certainty]
    return (wrong + credit * (right - wrong)) / MOST


def score(marks: Sequence[float], questions: int) -> float:
    """Return the score of an attempt, 0 to 1: the mean mark of all its questions; an open one adds nothing."""
    return max(0.0, min(1.0, sum(marks) / questions)) if questions else 0.0


def counted(scores: Sequence[float], rule: str) -> float | None:
    """Return the score that counts of several attempts in order of time, None without any.

    `rule` is best, last, average or first.
    """
    if not scores:
        return None
    return {"best": max(scores), "last": scores[-1], "average": fmean(scores), "first": scores[0]}[rule]
