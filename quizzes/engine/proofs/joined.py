"""Questions that join facts have one right order, or one right way to be matched."""

from __future__ import annotations

from itertools import pairwise

from ..questions.base import Question
from ..world import World
from .base import facts_of


def ordering_has_no_tie(question: Question, world: World) -> str | None:
    """Events to be put in order all have different dates, and the key follows them."""
    if question.kind != "ordering":
        return None
    by_label = {fact.event.label: fact.event.date for fact in facts_of(question, world) if fact.event}
    days = [by_label.get(question.choices[index], "") for index in question.key]
    tied = any(not a or b.startswith(a) or a.startswith(b) or a >= b for a, b in pairwise(days))
    return "two events may be of one time" if tied else None


def matching_in_one_way(question: Question, world: World) -> str | None:
    """Each thing to be matched belongs to one option by its own fact, and to no other."""
    if question.kind != "matching":
        return None
    pairs = {fact.pair.left: fact.pair.right for fact in facts_of(question, world) if fact.pair}
    for left, index in zip(question.choices, question.key, strict=True):
        if pairs.get(left) != question.options[index]:
            return f"{left!r} is not matched by its fact"
    return None
