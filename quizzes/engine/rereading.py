"""What has been chosen is read again before it is shown; what is no clean sentence makes room for the next best."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .parallel import other_forms
from .proofs import NAMES, Proving, clause
from .questions.base import Question
from .selection import choose
from .world import World

if TYPE_CHECKING:
    from .language import Doc

type Reader = Callable[[Sequence[str]], list[Doc]]
_ROUNDS = 4


def choose_sound(
    drafts: Sequence[Question], world: World, seed: int, rejected: Counter[str], proving: Proving, reader: Reader
) -> tuple[list[Question], list[Question]]:
    """Return the bank's questions and other forms of them, each a clean sentence; count why the rest are left out.

    Only what was put together is parsed again, once, and only when it is about to be shown: parsing is what costs time.
    """
    known: dict[str, bool] = {}
    shown_at_fault: set[str] = set()
    for _ in range(_ROUNDS):
        turned_away: Counter[str] = Counter()
        sound = [question for question in drafts if shown_at_fault.isdisjoint(_put_together(question, world))]
        chosen = choose(sound, world, random.Random(seed), turned_away, proving)
        others = other_forms(drafts, chosen, world, proving)
        known |= _read([*chosen, *others], world, known, reader)
        found = {text for question in chosen for text in _put_together(question, world) if known[text]}
        if not found:
            break
        shown_at_fault |= found
    rejected.update(turned_away)
    if len(drafts) > len(sound):
        rejected[clause.NAME] += len(drafts) - len(sound)
    return _sound(chosen, world, known), _sound(others, world, known)


def _sound(questions: Iterable[Question], world: World, known: Mapping[str, bool]) -> list[Question]:
    """Return those of the questions that are no sentence at fault, with the names of the proofs that they passed."""
    kept = (question for question in questions if not any(known[text] for text in _put_together(question, world)))
    return [replace(question, proofs=(*NAMES, clause.NAME)) for question in kept]


def _read(questions: Sequence[Question], world: World, known: Mapping[str, bool], reader: Reader) -> dict[str, bool]:
    """Return for each text not read before whether it is at fault."""
    unread = dict.fromkeys(text for question in questions for text in _put_together(question, world))
    texts = [text for text in unread if text not in known]
    return {text: clause.fault(text, doc) is not None for text, doc in zip(texts, reader(texts), strict=True)}


def _put_together(question: Question, world: World) -> tuple[str, ...]:
    """Return what has to be read again: nothing that is a whole sentence of the article."""
    quotes = {quote for identifier in question.facts for quote in world.quotes(world.by_id[identifier])}
    return tuple(text for text in clause.read_again(question) if text not in quotes)
