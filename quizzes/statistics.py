"""Item analysis of a quiz: how hard each question was, how well it tells learners apart, how reliable the whole is.

Pure functions over credits (0..1). Sources: Crocker & Algina, *Introduction to Classical and Modern Test Theory*
(1986), chapters 7 and 14; Cronbach, *Psychometrika* 16 (1951) 297-334.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import StatisticsError, correlation, fmean, pvariance

type Credits = Sequence[Sequence[float]]
"""One row per attempt, one column per question, every credit 0..1."""

FEWEST = 5
"""Attempts below which discrimination and alpha say nothing and are None."""


def facility(earned: Sequence[float]) -> float | None:
    """Return the mean credit of one question, 0 (nobody) to 1 (everybody); None when nobody answered."""
    return fmean(earned) if earned else None


def discrimination(item: Sequence[float], rest: Sequence[float]) -> float | None:
    """Return the corrected item-total correlation, -1..1: one question's credits against the rest of each attempt.

    None with fewer than FEWEST attempts, or where either side does not vary.
    """
    if len(item) < FEWEST:
        return None
    try:
        return correlation(item, rest)
    except StatisticsError:
        return None


def alpha(table: Credits) -> float | None:
    """Return Cronbach's alpha of a table without gaps: k/(k-1) * (1 - sum of item variances / variance of totals).

    None with fewer than two questions or FEWEST attempts, or where all totals are equal.
    """
    if len(table) < FEWEST or len(table[0]) < 2:
        return None
    spread = pvariance([sum(row) for row in table])
    if spread == 0:
        return None
    questions = len(table[0])
    items = sum(pvariance(column) for column in zip(*table, strict=True))
    return float(questions / (questions - 1) * (1 - items / spread))
