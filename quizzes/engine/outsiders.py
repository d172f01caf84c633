"""Wrong options beside the members of a list: things of their sort that the article tells of something else."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from .distractors import Distractor, from_lists
from .facts.base import Answer, AnswerType, Fact
from .likeness import Sorted, told_apart
from .words import bare, stems
from .world import World
from .wrong import spelled_in
from .wrong_forms import apart

# Of things without names: so near to a member in meaning, and to no member so near that it means the same.
_NEAR, _SAME = 0.45, 0.85
_LONGER = 2


def outsiders(fact: Fact, answer: Answer, world: World, rng: random.Random, n: int) -> tuple[Distractor, ...]:
    """Return n things like a list's members that are no members of it, or ()."""
    found = strangers(fact, answer, world, rng, n)
    if not found and all(member[:1].islower() for member in answer.members):
        found = _apart(_unnamed(fact, answer, world, rng), fact, answer, world, n)
    return found


def strangers(fact: Fact, answer: Answer, world: World, rng: random.Random, n: int) -> tuple[Distractor, ...]:
    """Return n names of the one sort that a list's members are of, none of them a member, or ()."""
    types = {world.types.get(bare(member)) for member in answer.members}
    kind = types.pop() if len(types) == 1 else None
    return () if kind is None else _apart(_named(fact, answer, kind, world, rng), fact, answer, world, n)


def _apart(
    candidates: Iterator[Distractor], fact: Fact, answer: Answer, world: World, n: int
) -> tuple[Distractor, ...]:
    """Return the first n candidates that nothing makes members, each another thing; () if they are few."""
    chosen: list[Distractor] = []
    for candidate in candidates:
        beside = [*answer.members, *(other.text for other in chosen)]
        if len(chosen) == n:
            break
        if all(told_apart(candidate.text, other, world) for other in beside) and _unsaid(
            candidate.text, fact, answer, world
        ):
            chosen.append(candidate)
    return tuple(chosen) if len(chosen) == n else ()


def _named(fact: Fact, answer: Answer, kind: AnswerType, world: World, rng: random.Random) -> Iterator[Distractor]:
    """Yield the names of the members' sort that the article has, then those of the lists."""
    # Whatever noun the question asks for, the members are of it.
    member = replace(answer, text=answer.members[0], type=kind, members=(), stem="")
    like = Sorted(member, world)
    found = [Distractor(other.text, source, told=True) for source, other in world.answers_near(fact, kind)]
    found += [Distractor(thing.text, told=True) for thing in world.named_of.get(kind, []) if thing.acts]
    listed = [Distractor(text, source, told=True) for source, text in _of_lists(fact, world)]
    told = [*rng.sample(found, len(found)), *listed]
    yield from (each for each in (*told, *from_lists(member, world, rng)) if like.fits(each.text))
    yield from (each for each in told if like.may_fit(each.text))


def _of_lists(fact: Fact, world: World) -> Iterator[tuple[Fact, str]]:
    """Yield the members of the article's other lists, each with its fact."""
    for source, other in world.answers_near(fact, AnswerType.LIST):
        if source.statement != fact.statement and not source.negated:
            yield from ((source, member) for member in other.members)


def _unnamed(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    """Yield the members of lists about something else that are near to these in meaning and like them in form."""
    found = [
        Distractor(text, source, told=True)
        for source, text in _of_lists(fact, world)
        if text[:1].islower() and apart(source.statement, fact, answer, world) and _is_like(text, answer, world)
    ]
    yield from rng.sample(found, len(found))


def _is_like(text: str, answer: Answer, world: World) -> bool:
    """Say whether a thing is of the members' length, number and field, and no other word for one of them."""
    lengths = [len(member.split()) for member in answer.members]
    if not min(lengths) / _LONGER <= len(text.split()) <= max(lengths) * _LONGER:
        return False
    if {member.endswith("s") for member in answer.members} == {not text.endswith("s")}:
        return False
    if any(stems(text) & stems(member) for member in answer.members) or world.nearness is None:
        return False
    near = [world.nearness(text, member) for member in answer.members]
    return _NEAR <= max(near) < _SAME


def _unsaid(text: str, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether no sentence about the list names a candidate."""
    if spelled_in(answer.stem, text) or world.told_of(fact, text):
        return False
    return not world.supports(answer.stem, text, leaving=fact)
