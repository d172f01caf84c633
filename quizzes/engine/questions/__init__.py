"""One file per kind of question: `write` and `grade` live together."""

from __future__ import annotations

from types import ModuleType

from . import (
    cloze,
    find_evidence,
    gaps,
    matching,
    multiple_choice,
    numeric,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from .base import Accepted, Given, Grade, InvalidAnswer, Question
from .joins import extreme, following, interval, sequence, sides
from .snapshot import from_json, to_json

KINDS = (
    single_choice,
    multiple_choice,
    true_false,
    cloze,
    short_answer,
    numeric,
    matching,
    ordering,
    find_evidence,
)
# Each writes drafts of the kinds above.
JOINS = (gaps, extreme, following, sides, interval, sequence)
_BY_NAME: dict[str, ModuleType] = {module.KIND: module for module in KINDS}

__all__ = [
    "JOINS",
    "KINDS",
    "Accepted",
    "Given",
    "Grade",
    "InvalidAnswer",
    "Question",
    "answer_text",
    "from_json",
    "grade",
    "grade_gaps",
    "on_paper",
    "public",
    "to_json",
]


def grade(question: Question, given: Given) -> Grade:
    """Return what an answer earns; raise InvalidAnswer when it does not fit the question."""
    result: Grade = _BY_NAME[question.kind].grade(question, given)
    as_given = (given,) if isinstance(given, str) else tuple(given)
    return Grade(1.0, "Right.") if as_given in question.also else result


def answer_text(question: Question) -> str:
    """Return the right answer as one line, for reviews and printed keys."""
    if question.accept:
        return "; ".join(question.answers)
    if question.kind == "matching":
        pairs = zip(question.choices, question.key, strict=True)
        return "; ".join(f"{choice}: {question.options[index]}" for choice, index in pairs)
    return "; ".join(question.choices[index] for index in question.key)


def public(question: Question) -> dict[str, object]:
    """Return only what may reach a browser before the question is answered."""
    return {
        "kind": question.kind,
        "stem": question.stem,
        "choices": list(question.choices),
        "options": list(question.options),
        "instructions": _instructions(question),
    }


def _instructions(question: Question) -> str:
    if question.kind == cloze.KIND:
        return cloze.instructions(question)
    told: str = _BY_NAME[question.kind].INSTRUCTIONS
    return told


def on_paper(question: Question) -> str:
    """Return what somebody is told to do who answers with a pen."""
    if question.kind == cloze.KIND and question.options:
        return cloze.ON_PAPER_CHOSEN
    told: str = _BY_NAME[question.kind].ON_PAPER
    return told


def grade_gaps(question: Question, given: Given) -> list[Grade]:
    """Return what each gap of a cloze earns."""
    return cloze.graded(question, given)
