"""Dated events to be put in order."""

from __future__ import annotations

from itertools import combinations

from .answers import indexes
from .base import Given, Grade, Question

KIND = "ordering"
INSTRUCTIONS = "Put the items in order, the earliest first."


def grade(question: Question, given: Given) -> Grade:
    """Give credit for each pair of items that stands in the right order."""
    chosen = indexes(given, below=len(question.choices), length=len(question.choices))
    place = {index: position for position, index in enumerate(chosen)}
    pairs = list(combinations(question.key, 2))
    right = sum(place[first] < place[second] for first, second in pairs)
    if right == len(pairs):
        return Grade(1.0, "Right, all in order.")
    return Grade(right / len(pairs), f"{right} of {len(pairs)} pairs are in the right order.")
