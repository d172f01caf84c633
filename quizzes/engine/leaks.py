"""Which questions must not stand in one bank: the text of one answers the other."""

from __future__ import annotations

from .questions import find_evidence
from .questions.base import Question
from .questions.joins.events import compares
from .words import bare, holds, stems

_GIVEN_AWAY = 0.5
# What a stem asks with tells nothing of what it asks about.
_QUESTION_NOUNS = stems("year date country organization agreement place complete sentence name person")
_SAME_CLAIM = 0.6
_SAME_TOLD_TWICE = 0.8
# A key of so many telling words is told by them in whatever order they stand.
_TOLD_IN_PARTS = 2


def keys(question: Question) -> list[str]:
    """Return the texts that answer a question."""
    if question.accept:
        return [accepted.text for accepted in question.accept]
    if question.kind == "matching":
        return [question.options[index] for index in question.key]
    if question.kind in ("true_false", "ordering"):
        return []
    return [question.choices[index] for index in question.key]


def told_by(question: Question) -> str:
    """Return what the text of a question says: of a proof to be found, the statement that is to be proven."""
    if question.kind in ("matching", "multiple_choice"):
        return " ".join((question.stem, *question.choices))
    return find_evidence.statement_of(question) if question.kind == find_evidence.KIND else question.stem


def states(question: Question) -> bool:
    """Say whether a question shows a whole statement, which may say what another one says or asks."""
    return question.kind in ("true_false", find_evidence.KIND)


def proves(told: Question, asked: Question) -> bool:
    """Say whether the statement of a proof to be found answers another question: nobody need read on to know it."""
    if compares(asked) or asked.kind in ("ordering", find_evidence.KIND):
        return False
    shown = told_by(told)
    if asked.kind == "true_false":
        mine, theirs = stems(shown), stems(asked.stem)
        return len(mine & theirs) >= _SAME_CLAIM * min(len(mine), len(theirs))
    if asked.kind == "matching":
        return any(
            holds(shown, asked.choices[place]) and _names_all(shown, asked.options[index])
            for place, index in enumerate(asked.key)
        )
    about = stems(asked.stem) - _QUESTION_NOUNS
    return len(about & stems(shown)) >= _GIVEN_AWAY * len(about) and any(_names_all(shown, key) for key in keys(asked))


def _names_all(shown: str, key: str) -> bool:
    """Say whether a text holds a key, or all of its telling words in another order."""
    return holds(shown, key) or (len(stems(key)) >= _TOLD_IN_PARTS and stems(key) <= stems(shown))


def gives_away(told: Question, asked: Question) -> bool:
    """Say whether the text of one question answers another: it holds the key and most of what is asked about it."""
    if compares(told) or compares(asked):
        return False
    if told.kind == asked.kind == "true_false":
        mine, theirs = stems(told.stem), stems(asked.stem)
        return len(mine & theirs) >= _SAME_CLAIM * min(len(mine), len(theirs))
    shown = told_by(told)
    if asked.kind == "true_false":
        return len(stems(asked.stem) & stems(shown)) >= 0.8 * len(stems(asked.stem))
    if _answers_swapped(told, asked):
        return True
    about = stems(asked.stem) - _QUESTION_NOUNS
    shares = len(about & stems(shown)) >= _GIVEN_AWAY * len(about)
    same_key = bool({bare(key) for key in keys(told)} & {bare(key) for key in keys(asked)})
    names = _names_all if told.kind == "true_false" and told.key == (0,) else holds
    return shares and (same_key or any(names(shown, key) for key in keys(asked)))


def tells(told: Question, asked: Question) -> bool:
    """Say whether a question from elsewhere in the text states what another asks: one answer to both proves nothing."""
    if told.kind == asked.kind == "true_false":
        mine, theirs = stems(told.stem), stems(asked.stem)
        return len(mine & theirs) >= _SAME_TOLD_TWICE * min(len(mine), len(theirs))
    return any(holds(told.stem, key) for key in keys(asked)) and gives_away(told, asked)


def _answers_swapped(told: Question, asked: Question) -> bool:
    """Say whether each question names the other's answer: "What does A stand for?", "What is the short form of B?"."""
    there = any(holds(told.stem, key) for key in keys(asked))
    return there and any(holds(asked.stem, key) for key in keys(told))
