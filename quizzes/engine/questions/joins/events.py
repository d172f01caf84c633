"""Dated events that can be compared in time: told apart without their dates, surely at different times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...facts.base import Answer, AnswerType, Fact
from ...words import bare, holds, stems
from ...world import World
from ..base import Question

_FEWEST_WORDS, _MOST_WORDS = 4, 16
_LIFE = re.compile(r"^(?:\S+ ){1,4}(?:was born|died)\b")
# Of "put Ida Moe in charge of it" the label does not say of what.
_LEANS = re.compile(r"\b(?:it|them|there|this|these|those|others?)\b", re.I)
_TIME = re.compile(
    r"\b(?:[12]\d{3}s?|january|february|april|june|july|august|september|october|november|december|century|day|week"
    r"|month|year|decade|season|first|last|again|then|later|earlier|before|after|since|until|when|while|once)\b",
    re.I,
)
# "The opening of the park was" tells nothing once its date is taken off.
_OPEN_END = re.compile(r"\b(?:is|are|was|were|be|been|and|or|of|in|at|on|to|by|for|with|from)$")
_SHARED = 2
_COMPARING = frozenset({"ordering", "single_choice", "multiple_choice", "numeric", "true_false"})
# Events with nearly the same words may be one event told twice.
_SAME_EVENT = 0.7


@dataclass(frozen=True, slots=True)
class Dated:
    """An event as a sentence without its end mark (`label`) and as the middle of a sentence has it (`clause`).

    `clause` is "" where its first word may be a name or none, or a comma parts it from what it is joined to.
    """

    label: str
    clause: str
    date: str
    fact: Fact


def dated(facts: Sequence[Fact], world: World) -> list[Dated]:
    """Return the article's dated events in order of time, each told once, none with a word of time in its label."""
    found: list[Dated] = []
    for fact in facts:
        if fact.event is None or fact.negated or fact.hedged or not _tells(fact.event.label):
            continue
        clause = "" if "," in fact.event.label else world.in_sentence(fact.event.label)
        event = Dated(fact.event.label, clause, fact.event.date, fact)
        if not any(_same(event, other) for other in found):
            found.append(event)
    return sorted(found, key=lambda event: (event.date, event.label))


def _tells(label: str) -> bool:
    words = len(label.split())
    whole = not (_TIME.search(label) or _OPEN_END.search(label) or _LEANS.search(label))
    return (_FEWEST_WORDS <= words <= _MOST_WORDS or bool(_LIFE.match(label))) and whole


def _same(event: Dated, other: Dated) -> bool:
    mine, theirs = stems(event.label), stems(other.label)
    return len(mine & theirs) >= _SAME_EVENT * min(len(mine), len(theirs))


def precedes(event: Dated, other: Dated) -> bool:
    """Say whether one event was surely before another: "1992" is a tie with "1992-05"."""
    return event.date < other.date and not other.date.startswith(event.date)


def related(event: Dated, other: Dated) -> bool:
    """Say whether two events belong together: they name one thing, speak of one, or stand side by side."""
    near = abs(event.fact.paragraph - other.fact.paragraph) <= 1
    return near or bool(_folded(event) & _folded(other) or stems(event.label) & stems(other.label))


def _folded(event: Dated) -> frozenset[str]:
    return frozenset(map(bare, event.fact.names))


def of_one_story(event: Dated, other: Dated, world: World) -> bool:
    """Say whether anybody would ask what lies between two events: both tell of one thing besides the topic."""
    topic = stems(" ".join((world.document.title, *(world.topic.names if world.topic else ()))))
    shared = (stems(event.label) & stems(other.label)) - topic
    return len(shared) >= _SHARED or (
        is_of_life(event) and is_of_life(other) and event.fact.subject == other.fact.subject
    )


def is_of_life(event: Dated) -> bool:
    """Say whether an event is somebody's birth or death."""
    return _LIFE.match(event.label) is not None


def shares_name(event: Dated, other: Dated) -> bool:
    """Say whether one sentence about both would name its subject twice: "Holm sailed after Holm was born"."""
    return any(holds(label, one.fact.subject) for one, label in ((event, other.label), (other, event.label)))


def date_answer(event: Dated) -> Answer | None:
    """Return the part of an event's fact that tells when it was."""
    return next((answer for answer in event.fact.answers if answer.type is AnswerType.DATE), None)


def compares(question: Question) -> bool:
    """Say whether a question compares events in time: it shows no dates, and no other question answers it alone."""
    return question.joins and question.kind in _COMPARING
