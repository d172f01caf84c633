"""From a proposed question to drafts, written by the same hands as the engine's own and bound for the same proofs."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

from ..distractors import Distractor
from ..document import Span
from ..facts.base import Answer, AnswerType, Fact, Level
from ..figures import dates, numbers
from ..questions import cloze, multiple_choice, numeric, short_answer, single_choice, true_false
from ..questions.base import Question
from ..words import bare, holds
from ..world import NAMES, World
from .grounding import Grounded, answer_quoted, stem_holds
from .reply import ProposedQuestion, Refused

_WHY = frozenset({AnswerType.CAUSE, AnswerType.PURPOSE, AnswerType.MEANS})
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|them|his|her|hers|its|their|theirs)\b", re.I)
_WRITERS: dict[str, ModuleType] = {
    "true_false": true_false,
    "cloze": cloze,
    "short_answer": short_answer,
    "numeric": numeric,
}


def answer_of(proposed: ProposedQuestion, grounded: Grounded, world: World) -> Answer | None:
    """Return the part of a fact that is asked for, None for a verdict; raise Refused where it has no such part."""
    if proposed.kind == "true_false":
        return None
    if proposed.kind != "cloze" and not _stands_alone(proposed.stem, world):
        raise Refused("stem_points_outside")
    if proposed.kind != "cloze" and not stem_holds(proposed.stem, grounded, world):
        raise Refused("stem_not_in_evidence")
    if proposed.kind == "multiple_choice":
        return _list(proposed, grounded)
    text = proposed.answer
    if not answer_quoted(text, grounded):
        raise Refused("answer_not_in_quote")
    slot = _slot(text, grounded.fact.statement)
    shown = slot.of(grounded.fact.statement)
    kind = _type(shown, proposed.type, world)
    values = numbers(shown) if kind is AnswerType.NUMBER else []
    return Answer(
        text=shown,
        type=kind,
        slot=slot,
        stem=proposed.stem,
        accept=tuple(other for other in proposed.accept if world.same(other, shown)),
        value=values[0] if values else None,
        year=max((when.year for when in dates(shown)), default=0) or None,
        level=Level.UNDERSTANDING if kind in _WHY else Level.RECALL,
    )


def _stands_alone(stem: str, world: World) -> bool:
    """Say whether a stem names something of the article, and that before any pronoun that could stand for it."""
    before = stem[: match.start()] if (match := _PRONOUN.search(stem)) else stem
    named = any(word[:1].isupper() for word in before.split()[1:])
    return named or any(holds(before, name) for name in world.heads)


def _slot(text: str, statement: str) -> Span:
    """Return the one place of a text in a statement, a capital at its beginning apart."""
    forms = dict.fromkeys((text, text[0].lower() + text[1:], text[0].upper() + text[1:]))
    found = [form for form in forms if statement.count(form) == 1]
    if not found:
        raise Refused("answer_not_in_statement")
    start = statement.index(found[0])
    return Span(start, start + len(text))


def _type(text: str, proposed: AnswerType, world: World) -> AnswerType:
    """Return the kind of thing an answer is: what the engine knows of it counts more than what the model says."""
    if proposed is AnswerType.DATE and not dates(text):
        raise Refused("answer_of_another_type")
    if proposed is AnswerType.NUMBER and len(numbers(text)) != 1:
        raise Refused("answer_of_another_type")
    known = world.types.get(bare(text))
    return known if known and proposed in NAMES else proposed


def _list(proposed: ProposedQuestion, grounded: Grounded) -> Answer:
    statement = grounded.fact.statement
    members = tuple(dict.fromkeys(proposed.items))
    if len(members) < 2 or not all(answer_quoted(member, grounded) for member in members):
        raise Refused("answer_not_in_quote")
    slots = [_slot(member, statement) for member in members]
    slot = Span(min(slot.start for slot in slots), max(slot.end for slot in slots))
    shown = tuple(slot.of(statement) for slot in slots)
    return Answer(slot.of(statement), AnswerType.LIST, slot, proposed.stem, members=shown)


def drafts(
    proposed: ProposedQuestion, answer: Answer | None, fact: Fact, world: World, rng: random.Random
) -> Iterator[Question]:
    """Yield the drafts of one proposed question; raise Refused where its kind does not fit what it asks for."""
    found = list(_written(proposed, answer, fact, world, rng))
    if not found:
        raise Refused("kind_does_not_fit")
    yield from found


def _written(
    proposed: ProposedQuestion, answer: Answer | None, fact: Fact, world: World, rng: random.Random
) -> Iterator[Question]:
    if answer is None or proposed.kind in _WRITERS:
        asked = fact if answer is None else replace(fact, answers=(answer,))
        yield from _WRITERS[proposed.kind].write((asked,), world, rng)
        return
    wrong = [_distractor(text, world) for text in dict.fromkeys(proposed.distractors)]
    if len(wrong) < 3:
        raise Refused("enough_choices")
    if not all(_alike(option.text, answer, world) for option in wrong):
        raise Refused("distractor_of_another_type")
    if proposed.kind == "single_choice":
        yield single_choice.question(fact, answer, wrong[:3], world, rng)
    else:
        yield multiple_choice.question(fact, answer, wrong, world, rng)


def _distractor(text: str, world: World) -> Distractor:
    """Return a wrong option with a fact of the article in which it is right, if there is one."""
    source = next((fact for fact, answer in world.answers if bare(answer.text) == bare(text)), None)
    return Distractor(text, source)


def _alike(text: str, answer: Answer, world: World) -> bool:
    """Say whether an option may be of the answer's kind: a date among dates, a number among numbers."""
    if answer.type is AnswerType.DATE:
        return bool(dates(text))
    if answer.type is AnswerType.NUMBER:
        return len(numbers(text)) == 1
    kinds = {world.types.get(bare(member)) for member in answer.members or (answer.text,)}
    known = world.types.get(bare(text))
    return known is None or None in kinds or known in kinds
