"""A direct question answered in a few words."""

from __future__ import annotations

from .answers import typed
from .base import Given, Grade, Question
from .matcher import Match, match

KIND = "short_answer"
INSTRUCTIONS = "Type your answer in a few words."
_VAGUE_CREDIT = 0.5


def grade(question: Question, given: Given) -> Grade:
    """Give credit for the best of the accepted answers, whatever its form."""
    text = typed(given)
    shown = question.accept[0].text
    matches = {match(text, accepted.text, question.reject): accepted.credit for accepted in reversed(question.accept)}
    if Match.EXACT in matches:
        return Grade(matches[Match.EXACT], "Right.")
    if Match.TYPO in matches:
        return Grade(matches[Match.TYPO], f"Right; it is written {shown}.")
    if Match.VAGUE in matches:
        return Grade(_VAGUE_CREDIT * matches[Match.VAGUE], f"Partly right: the full answer is {shown}.")
    return Grade(0.0, f"Not quite: the answer is {shown}.")
