"""One right answer among four."""

from __future__ import annotations

from .answers import indexes
from .base import Given, Grade, Question

KIND = "single_choice"
INSTRUCTIONS = "Choose one answer."


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the key."""
    chosen = indexes(given, below=len(question.choices), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the answer is {question.choices[question.key[0]]}.")
