"""All the members of a list among others of their kind."""

from __future__ import annotations

from .answers import indexes, listed
from .base import Given, Grade, InvalidAnswer, Question

KIND = "multiple_choice"
INSTRUCTIONS = "Choose all that apply."


def grade(question: Question, given: Given) -> Grade:
    """Give credit for right choices less wrong ones, never below zero."""
    chosen = set(indexes(given, below=len(question.choices)))
    if not chosen:
        raise InvalidAnswer("Choose at least one answer.")
    right, wrong = len(chosen & set(question.key)), len(chosen - set(question.key))
    credit = max(0, right - wrong) / len(question.key)
    if credit == 1:
        return Grade(1.0, "Right, all of them.")
    answer = listed([question.choices[index] for index in question.key])
    return Grade(credit, f"{'Partly right' if credit else 'Not quite'}: the right choices are {answer}.")
