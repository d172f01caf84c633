"""The form of a question: its marks, its length, its key and as many choices as its kind asks for."""

from __future__ import annotations

from itertools import combinations

from .. import prose
from ..figures import numbers
from ..questions.base import GAP, Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import bare
from ..world import World
from .base import offered, stated, wrong_texts

LONGEST_STEM = 260
SHORTEST_STEM = 4
LONGEST_CHOICE = 30


def well_formed(question: Question, _world: World) -> str | None:
    """Spacing, brackets, quotation marks and end marks are right in every text shown."""
    texts = (stated(question), *question.choices, *question.options)
    return next((reason for text in texts if (reason := prose.broken(text))), None)


def ends_right(question: Question, _world: World) -> str | None:
    """A question ends with "?", a statement with a full stop and, in a cloze, as many gaps as have answers.

    To match and to order may be asked for too: "Match each person with what they did."
    """
    stem = question.stem
    if not (stem[0].isupper() or stem[0].isdigit() or stem[0] in '"“'):
        return "it does not begin with a capital"
    if question.kind in ("true_false", FIND_EVIDENCE):
        told = stated(question)
        return None if told.endswith((".", '."')) and GAP not in told else "a statement must end with a full stop"
    if question.kind == "cloze":
        gaps = stem.count(GAP) == len(question.answers) > 0
        return None if gaps and stem.endswith((".", '."')) else "a cloze needs a full stop, and an answer to each gap"
    marks = ("?", ".") if question.kind in ("matching", "ordering") else ("?",)
    return None if stem.endswith(marks) and GAP not in stem else "a question must end with a question mark"


def fit_length(question: Question, _world: World) -> str | None:
    """Stem and choices are neither cut off nor longer than one reads at a glance."""
    if len(question.stem.split()) < SHORTEST_STEM or len(question.stem) > LONGEST_STEM:
        return "the stem is too short or too long"
    if question.kind != FIND_EVIDENCE and any(
        len(text.split()) > LONGEST_CHOICE for text in (*question.choices, *question.options)
    ):
        return "a choice is too long"
    return None


def one_key(question: Question, _world: World) -> str | None:
    """There is a key of the form that the kind asks for."""
    sizes: dict[str, bool] = {
        "single_choice": len(question.key) == 1,
        "true_false": len(question.key) == 1,
        FIND_EVIDENCE: 1 <= len(question.key) < len(question.choices),
        "multiple_choice": 2 <= len(question.key) < len(question.choices),
        "ordering": sorted(question.key) == list(range(len(question.choices))),
        "cloze": bool(question.accept) and len(question.key) == (question.gaps if question.options else 0),
        "matching": len(set(question.key)) == len(question.choices) == len(question.options),
    }
    return None if sizes.get(question.kind, bool(question.accept)) else "the key does not fit the kind"


def enough_choices(question: Question, _world: World) -> str | None:
    """At least three wrong options, or three to five things to order or match."""
    if offered(question):
        return None if len(wrong_texts(question)) >= 3 else "fewer than three wrong options"
    if question.kind in ("ordering", "matching"):
        return None if 3 <= len(question.choices) <= 5 else "not three to five items"
    return None


def choices_distinct(question: Question, world: World) -> str | None:
    """No two choices say the same."""
    if question.kind == "true_false":
        return None
    for texts in (question.choices, question.options):
        for left, right in combinations(texts, 2):
            if world.same(left, right) and not (_is_number(left) and bare(left) != bare(right)):
                return f"{left!r} and {right!r} are one thing"
    return None


def _is_number(text: str) -> bool:
    return len(numbers(text)) == 1
