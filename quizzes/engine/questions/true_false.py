"""A statement that the article proves, or one that it contradicts in one place."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..contradictions import Contradiction, contradictions
from ..facts.base import Fact, Level
from ..rendering import capitalised
from ..world import World
from .answers import indexes, sentence
from .base import Given, Grade, Question
from .drafts import difficulty, explained
from .hardness import distance

KIND = "true_false"
INSTRUCTIONS = "Say whether the statement is true or false according to the article."
ON_PAPER = "Tick whether the statement is true or false according to the article."
CHOICES = ("True", "False")
# What belongs to which class a reader knows without the article, unless others are offered beside it.
_ASKED_ONLY = frozenset({"example"})
_LONGEST_PROOF = 40


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """State each fact as it is, and changed in one place to what the article contradicts."""
    told: set[str] = set()
    for fact in facts:
        # What a short form stands for can be read off its letters.
        if fact.kind in _ASKED_ONLY or fact.relation == "stand":
            continue
        if fact.statement not in told:
            yield _true(fact, world)
        changed = list(contradictions(fact, world, rng))
        yield from (_false(fact, each, world) for each in changed if each.text not in told)
        told |= {fact.statement, *(each.text for each in changed)}


def _true(fact: Fact, world: World) -> Question:
    why = _proof(fact, world)
    return _question(fact, fact.statement, 0, ("", why), why, fact.level, world)


def _false(fact: Fact, changed: Contradiction, world: World) -> Question:
    proof = _proof(fact, world) if changed.note.startswith("The article says the opp") else ""
    level = fact.level if changed.joined or fact.kind == "consequence" else Level.RECALL
    return _question(fact, changed.text, 1, (changed.note, ""), f"{changed.note} {proof}".strip(), level, world)


def _proof(fact: Fact, world: World) -> str:
    """Return what the article says, in its own words where they are few."""
    quotes = world.quotes(fact)
    if [quote.rstrip(".") for quote in quotes] == [fact.statement.rstrip(".")]:
        return "The article says exactly this."
    if len(quotes) == 1 and len(quotes[0].split()) <= _LONGEST_PROOF:
        return f"The article says: {quotes[0]}"
    return f"The article says so: {explained([fact])}"


def _question(
    fact: Fact, statement: str, key: int, notes: tuple[str, str], why: str, level: Level, world: World
) -> Question:
    """Return the statement to be judged; one changed in a detail asks for the detail only."""
    return Question(
        id="",
        kind=KIND,
        level=level,
        stem=capitalised(sentence(statement)),
        facts=(fact.id,),
        choices=CHOICES,
        key=(key,),
        notes=notes,
        explanation=why,
        difficulty=difficulty(
            KIND,
            quotes=world.quotes(fact),
            level=level,
            distance=distance(fact.evidence),
            rarity=1 - fact.salience,
        ),
    )


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the right verdict."""
    chosen = indexes(given, below=len(CHOICES), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the statement is {CHOICES[question.key[0]].lower()}.")
