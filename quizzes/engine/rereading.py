"""What has been chosen is read again before it is shown; what is no clean sentence makes room for the next best."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

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
) -> list[Question]:
    """Return the bank's questions, each a clean sentence; count in `rejected` why the others are left out.

    Only what was put together is parsed again, and only once it is about to be shown: parsing is what costs time.
    """
    faulty: dict[str, bool] = {}
    for _ in range(_ROUNDS):
        turned_away: Counter[str] = Counter()
        sound = [question for question in drafts if not _is_faulty(question, world, faulty)]
        chosen = choose(sound, world, random.Random(seed), turned_away, proving)
        found = _read(chosen, world, faulty, reader)
        if not any(found.values()):
            break
        faulty |= found
    rejected.update(turned_away)
    if len(drafts) > len(sound):
        rejected[clause.NAME] += len(drafts) - len(sound)
    return _marked(question for question in chosen if not _is_faulty(question, world, faulty))


def sound(questions: Sequence[Question], world: World, reader: Reader) -> list[Question]:
    """Return those of the questions that are clean sentences when they are read again."""
    faulty = _read(questions, world, {}, reader)
    return _marked(question for question in questions if not _is_faulty(question, world, faulty))


def _marked(questions: Iterable[Question]) -> list[Question]:
    """Return questions with the names of the proofs that they passed."""
    return [replace(question, proofs=(*NAMES, clause.NAME)) for question in questions]


def remembering(reader: Reader) -> Reader:
    """Return a reader that parses each text once, however often it is asked for: forms of one fact read alike."""
    known: dict[str, Doc] = {}

    def read(texts: Sequence[str]) -> list[Doc]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, reader(new) if new else (), strict=True))
        return [known[text] for text in texts]

    return read


def _is_faulty(question: Question, world: World, faulty: dict[str, bool]) -> bool:
    return any(faulty.get(text, False) for text in _put_together(question, world))


def _read(chosen: Sequence[Question], world: World, known: dict[str, bool], reader: Reader) -> dict[str, bool]:
    """Return for each text not read before whether it is at fault."""
    unread = dict.fromkeys(text for question in chosen for text in _put_together(question, world))
    texts = [text for text in unread if text not in known]
    return {text: clause.fault(text, doc) is not None for text, doc in zip(texts, reader(texts), strict=True)}


def _put_together(question: Question, world: World) -> tuple[str, ...]:
    """Return what has to be read again: nothing that is a whole sentence of the article."""
    quotes = {quote for identifier in question.facts for quote in world.quotes(world.by_id[identifier])}
    return tuple(text for text in clause.read_again(question) if text not in quotes)
