"""A statement with a gap that only one thing fills."""

from __future__ import annotations

from .base import Given, Grade, Question
from .short_answer import grade as grade_text

KIND = "cloze"
INSTRUCTIONS = "Type what belongs in the gap."
GAP = "____"


def grade(question: Question, given: Given) -> Grade:
    """Give credit as for any typed answer."""
    return grade_text(question, given)
