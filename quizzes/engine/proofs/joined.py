"""Questions that join facts have one right order, or one right way to be matched."""

from __future__ import annotations

import re
from itertools import pairwise

from ..questions.base import Question
from ..questions.joins.extreme import FIRST, LAST
from ..words import bare
from ..world import World
from .base import facts_of

_FOLLOWING = re.compile(r"^Which of these events happened (before|after) (.+)\?$")
_YEAR = re.compile(r"[12]\d{3}")
_INTERVAL = re.compile(r"^How many years after ")


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


def _dates(question: Question, world: World) -> dict[str, str]:
    return {bare(fact.event.label): fact.event.date for fact in facts_of(question, world) if fact.event}


def _before(date: str, other: str) -> bool:
    """Say whether one date is surely before another, both known."""
    return bool(date and other) and date < other and not other.startswith(date)


def one_event_fits(question: Question, world: World) -> str | None:
    """Of the events to choose from, the dates make the key, or the keys, alone right."""
    if question.kind not in ("single_choice", "multiple_choice") or not question.joins:
        return None
    known = _dates(question, world)
    dates = [known.get(bare(choice), "") for choice in question.choices]
    right = [dates[index] for index in question.key]
    key = right[0]
    wrong = [date for index, date in enumerate(dates) if index not in question.key]
    following = _FOLLOWING.match(question.stem)
    if question.stem in (FIRST, LAST):
        fits = all(_before(key, date) if question.stem == FIRST else _before(date, key) for date in wrong)
    elif following:
        pivot = following[2] if _YEAR.fullmatch(following[2]) else known.get(bare(following[2]), "")
        fits = all(_one_side(following[1], pivot, each, wrong) for each in right)
    else:
        return None
    return None if fits else "the dates do not make one event right"


def _one_side(side: str, event: str, key: str, wrong: list[str]) -> bool:
    if side == "before":
        return _before(key, event) and all(_before(event, date) for date in wrong)
    return _before(event, key) and all(_before(date, event) for date in wrong)


def interval_adds_up(question: Question, world: World) -> str | None:
    """The years between two events are the difference of the years that the article gives."""
    if question.kind != "numeric" or not question.joins or not _INTERVAL.match(question.stem):
        return None
    years = [fact.event.date[:4] for fact in facts_of(question, world) if fact.event]
    if len(years) != 2 or question.accept[0].number != abs(int(years[0]) - int(years[1])):
        return "the number is not the difference of the years"
    return None


def sequence_holds(question: Question, world: World) -> str | None:
    """A statement that one event was before another is as true as the dates make it."""
    if question.kind != "true_false" or not question.joins:
        return None
    told = re.fullmatch(r"(.+?) (before|after) (.+)\.", question.stem)
    known = _dates(question, world)
    one, other = (known.get(bare(told[1]), ""), known.get(bare(told[3]), "")) if told else ("", "")
    right = _before(one, other) if told and told[2] == "before" else _before(other, one)
    wrong = _before(other, one) if told and told[2] == "before" else _before(one, other)
    return None if (right, wrong) == (question.key == (0,), question.key == (1,)) else "the dates say otherwise"
