"""A question answered by a number."""

from __future__ import annotations

from decimal import Decimal

from .answers import typed
from .base import Accepted, Given, Grade, InvalidAnswer, Question
from .matcher import off_by_scale, same_measure
from .numbers import numbers

KIND = "numeric"
INSTRUCTIONS = "Type a number, in figures or in words."


def grade(question: Question, given: Given) -> Grade:
    """Give credit for a number within the tolerance of an accepted one, in the same unit."""
    text = typed(given)
    found = numbers(text)
    if len(found) != 1:
        raise InvalidAnswer("Type one number, such as 12 or 3.5.")
    shown = question.accept[0].text
    near = [accepted for accepted in question.accept if _within(found[0], accepted)]
    if not near and any(off_by_scale(text, accepted.text) for accepted in question.accept):
        return Grade(0.0, f"The figure is right but not its size: the answer is {shown}.")
    if not near:
        return Grade(0.0, f"Not quite: the answer is {shown}.")
    if not any(same_measure(text, accepted.text) for accepted in near):
        return Grade(0.0, f"The number is right but not the unit: the answer is {shown}.")
    return Grade(max(accepted.credit for accepted in near), "Right.")


def _within(number: Decimal, accepted: Accepted) -> bool:
    return accepted.number is not None and abs(number - accepted.number) <= accepted.tolerance
