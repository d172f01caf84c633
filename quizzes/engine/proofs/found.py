"""A passage in which the proof of a statement is to be found: whole, in order, and with one proof in it."""

from __future__ import annotations

import re

from ..facts.base import Fact
from ..passages import FEWEST, MOST
from ..questions.base import Question
from ..questions.find_evidence import KIND, statement_of
from ..words import bare, holds, stems
from ..world import World
from .base import facts_of, key_texts

# Of what a fact states, so much in another sentence may prove it too, and less than so much in the key proves nothing.
_PROVES_TOO = 0.6
_PROVES = 0.3
# Where the key has every word of a statement, another sentence must have so many of them to be taken for it.
_COMPETES = 0.4
_LONGEST_SENTENCE = 60
# What is said of the subject: so many telling words, or a name or figure among them.
_FEWEST_SAID = 4
_DEFINITE = re.compile(r"(?<!^)\b[A-Z]|\d")


def passage_whole(question: Question, world: World) -> str | None:
    """The sentences to choose from stand in the article one after the other, none too long to be one."""
    if question.kind != KIND:
        return None
    if not FEWEST <= len(question.choices) <= MOST:
        return f"not {FEWEST} to {MOST} sentences"
    if any(len(text.split()) > _LONGEST_SENTENCE for text in question.choices):
        return "a sentence is too long to be one"
    place = world.document.text.find(question.choices[0])
    for text in question.choices:
        found = world.document.text.find(text, place)
        if place < 0 or found < 0:
            return "the sentences do not follow each other in the article"
        place = found + len(text)
    return None


def key_proves(question: Question, world: World) -> str | None:
    """Each key sentence is evidence of a fact and says what the fact states; each fact has its own."""
    if question.kind != KIND:
        return None
    facts = facts_of(question, world)
    keys = key_texts(question)
    if len(keys) != len(facts):
        return "not one sentence for each fact"
    for fact in facts:
        asked = stems(fact.statement)
        if not any(key in world.quotes(fact) and len(asked & stems(key)) >= _PROVES * len(asked) for key in keys):
            return f"no sentence chosen proves {fact.statement!r}"
    return None


def key_names_its_own(question: Question, world: World) -> str | None:
    """The key sentence itself names whom and what the statement does: where "he" stands in it, two are needed."""
    if question.kind != KIND:
        return None
    keys = " ".join(key_texts(question))
    for fact in facts_of(question, world):
        starts = dict.fromkeys(bare(fact.statement).split())
        for thing in (thing for start in starts for thing in world.named_by_start.get(start, ())):
            names = (thing.text, *thing.names)
            told = any(holds(fact.statement, name) for name in names)
            if told and not stems(" ".join(names)) & stems(keys):
                return f"the sentence does not name {thing.text!r}"
    return None


def one_proof(question: Question, world: World) -> str | None:
    """No other sentence of the passage says the same, in its own words or in those of the facts read from it."""
    if question.kind != KIND:
        return None
    for fact in facts_of(question, world):
        for index, text in enumerate(question.choices):
            if index not in question.key and _says_too(text, fact, world):
                return f"{text!r} may prove it too"
    return None


def _says_too(text: str, fact: Fact, world: World) -> bool:
    asked = stems(fact.statement)
    told = (other.statement for other in world.told_in.get(text, ()))
    return any(len(asked & stems(said)) >= _PROVES_TOO * len(asked) for said in (text, *told))


def says_enough(question: Question, world: World) -> str | None:
    """A statement says something definite: what the sentences around it only illustrate, they prove as well."""
    if question.kind != KIND:
        return None
    for fact in facts_of(question, world):
        if " stands for " in fact.statement:
            return "what a name is short for is seen at a glance"
        said = fact.statement.replace(fact.subject, "") if fact.subject else fact.statement
        if len(stems(said)) < _FEWEST_SAID and not _DEFINITE.search(said):
            return f"{fact.statement!r} says nothing definite"
    return None


def statement_reworded(question: Question, _world: World) -> str | None:
    """The statement is not copied from a sentence: finding it takes more than comparing letters."""
    if question.kind != KIND:
        return None
    told = statement_of(question)
    if any(holds(text, told) for text in question.choices):
        return "a sentence says exactly this"
    asked = stems(told)
    copied = any(asked <= stems(text) for text in key_texts(question))
    rivals = [text for index, text in enumerate(question.choices) if index not in question.key]
    near = max((len(asked & stems(text)) for text in rivals), default=0)
    return "it is copied, and no other sentence is like it" if copied and near < _COMPETES * len(asked) else None
