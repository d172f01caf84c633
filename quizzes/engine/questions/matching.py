"""Things of one group to be joined with what belongs to each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import batched

from ..facts.base import Fact, Level, Pair
from ..words import stems
from ..world import World
from .answers import indexes
from .base import Given, Grade, Question
from .drafts import difficulty

KIND = "matching"
INSTRUCTIONS = "Match each item with the one that belongs to it."
ON_PAPER = "Write beside each item the letter of the one that belongs to it."


STEM = "Which of the options belongs to each of these?"
STEMS = {
    "person-role": "How does the article describe each of these people?",
    "event-date": "When did each of these events happen?",
    "abbreviation": "What does each of these abbreviations stand for?",
    "speaker-words": "What did each of these people say?",
    "term-meaning": "What does each of these terms mean?",
}
_FEWEST, _MOST = 3, 5
# A bank shows few of these: of a long article's pairs, a sample is compared with each other.
_COMPARED, _WANTED = 60, 15


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Join the pairs of each group that can be joined in one way only."""
    groups: dict[str, list[tuple[Pair, Fact]]] = {}
    for fact in facts:
        if fact.pair and not fact.negated and not fact.hedged:
            groups.setdefault(fact.pair.group, []).append((fact.pair, fact))
    for group, pairs in groups.items():
        single = _one_to_one(rng.sample(pairs, min(len(pairs), _COMPARED)), world)
        for part in batched(single, _MOST):
            if len(part) >= _FEWEST:
                yield _question(group, part, world, rng)


def _one_to_one(pairs: Sequence[tuple[Pair, Fact]], world: World) -> list[tuple[Pair, Fact]]:
    """Return the pairs none of whose sides would fit another pair as well."""
    chosen: list[tuple[Pair, Fact]] = []
    for pair, fact in pairs:
        if _names_itself(pair):
            continue
        if len(chosen) < _WANTED and all(_apart(pair, other, world) for other, _ in chosen):
            chosen.append((pair, fact))
    return chosen


def _names_itself(pair: Pair) -> bool:
    """Say whether one side has a word of the other: "Ida Moe" and "the sister of Karl Moe"."""
    return pair.group == "person-role" and bool(stems(pair.left) & stems(pair.right))


def _apart(pair: Pair, other: Pair, world: World) -> bool:
    if world.same(pair.left, other.left) or world.same(pair.right, other.right):
        return False
    crossed = ((pair.left, other.right), (other.left, pair.right))
    said = world.sayings
    return all(said.holding(left).isdisjoint(said.holding(right)) for left, right in crossed)


def _question(group: str, pairs: Sequence[tuple[Pair, Fact]], world: World, rng: random.Random) -> Question:
    lefts = rng.sample(range(len(pairs)), len(pairs))
    rights = rng.sample(range(len(pairs)), len(pairs))
    quotes = [quote for _, fact in pairs for quote in world.quotes(fact)]
    told = "; ".join(f"{pair.left}: {pair.right}" for pair, _ in pairs)
    return Question(
        id="",
        kind=KIND,
        level=Level.RECALL,
        stem=STEMS.get(group, STEM),
        facts=tuple(fact.id for _, fact in pairs),
        choices=tuple(pairs[index][0].left for index in lefts),
        options=tuple(pairs[index][0].right for index in rights),
        key=tuple(rights.index(index) for index in lefts),
        choice_facts=tuple(pairs[index][1].id for index in lefts),
        explanation=f"{told}.",
        difficulty=difficulty(KIND, quotes=quotes),
    )


def grade(question: Question, given: Given) -> Grade:
    """Give credit for the share of items matched right; using an option twice only costs the wrong one."""
    chosen = indexes(given, below=len(question.options), length=len(question.choices), distinct=False)
    right = sum(mine == key for mine, key in zip(chosen, question.key, strict=True))
    if right == len(question.key):
        return Grade(1.0, "Right, all matched.")
    told = f"{right} of {len(question.key)} {'is' if right == 1 else 'are'} matched right."
    return Grade(right / len(question.key), told)
