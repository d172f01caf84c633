"""A statement that the article proves, or one that it contradicts in one place."""

from __future__ import annotations

from .answers import indexes
from .base import Given, Grade, Question

KIND = "true_false"
INSTRUCTIONS = "Say whether the statement is true or false according to the article."
CHOICES = ("True", "False")


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the right verdict."""
    chosen = indexes(given, below=len(CHOICES), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the statement is {CHOICES[question.key[0]].lower()}.")
