"""Things of one group to be joined with what belongs to each."""

from __future__ import annotations

from .answers import indexes
from .base import Given, Grade, Question

KIND = "matching"
INSTRUCTIONS = "Match each item with the one that belongs to it."


def grade(question: Question, given: Given) -> Grade:
    """Give credit for the share of items matched right; using an option twice only costs the wrong one."""
    chosen = indexes(given, below=len(question.options), length=len(question.choices), distinct=False)
    right = sum(mine == key for mine, key in zip(chosen, question.key, strict=True))
    if right == len(question.key):
        return Grade(1.0, "Right, all matched.")
    return Grade(right / len(question.key), f"{right} of {len(question.key)} are matched right.")
