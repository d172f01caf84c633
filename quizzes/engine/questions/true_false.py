"""A statement that the article proves, or one that it contradicts in one place."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..distractors import pick
from ..facts.base import Answer, AnswerType, Fact, Level
from ..world import World
from .answers import indexes, sentence
from .base import Given, Grade, Question
from .drafts import difficulty, explained, gapped

KIND = "true_false"
INSTRUCTIONS = "Say whether the statement is true or false according to the article."
CHOICES = ("True", "False")
# A value of these kinds excludes every other: what the article gives for it contradicts a changed one.
_EXCLUSIVE = frozenset({AnswerType.DATE, AnswerType.NUMBER, AnswerType.ABBREVIATION})


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """State each fact as it is, and with one value changed to one that the article contradicts."""
    for fact in facts:
        yield _question(fact, fact.statement, 0, "", world)
        for answer in fact.answers:
            if answer.type in _EXCLUSIVE and not fact.hedged and not fact.negated:
                yield from _false(fact, answer, world, rng)


def _false(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Question]:
    others = pick(fact, answer, world, rng)
    if others:
        said = f"The article says {answer.text}, not {others[0].text}."
        yield _question(fact, gapped(fact, answer, others[0].text), 1, said, world)


def _question(fact: Fact, statement: str, key: int, note: str, world: World) -> Question:
    return Question(
        id="",
        kind=KIND,
        level=Level.RECALL,
        stem=sentence(statement),
        facts=(fact.id,),
        choices=CHOICES,
        key=(key,),
        notes=("", "") if key == 0 else (note, ""),
        explanation=explained([fact]) if key == 0 else f"{note} {explained([fact])}",
        difficulty=difficulty(KIND, quotes=world.quotes(fact)),
    )


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the right verdict."""
    chosen = indexes(given, below=len(CHOICES), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the statement is {CHOICES[question.key[0]].lower()}.")
