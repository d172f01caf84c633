"""Who else the article quotes: named for words that are another's, nobody knows it who has not read them."""

from __future__ import annotations

import random
import re
from functools import lru_cache

from .facts.base import Answer, AnswerType, Fact
from .facts.speech import SAYING
from .words import fold
from .world import World

# Who speaks of "him" is not he himself.
# Whose grandchild it is, everybody knows.
_OF_KIN = re.compile(
    r"\b[Mm]y (?:\w+ )?(?:wife|husband|son|daughter|mother|father|brother|sister|baby|children|kids|grand\w+|family)\b"
)
_SAYS = r"(?:said|says|told|added|adds|explained|explains|argues|warned|warns|insisted|claimed)"
_SAYS_BEHIND = re.compile(rf"(\S*\w)(?=,? {_SAYS}\b)")
_SAYS_BEFORE = re.compile(rf"\b{_SAYS} (?=(\S+)(?: (\S+))?)")
_WORD, _WORD_START = re.compile(r"\w+"), re.compile(r"\b(?=\w)")
_OF_A_THIRD = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.I)


def is_speech(fact: Fact, answer: Answer) -> bool:
    """Say whether a statement tells, in whatever words, what a person said, and the answer is that person."""
    return speaks(fact, answer) and not (_OF_A_THIRD.search(fact.statement) or _OF_KIN.search(fact.statement))


def speaks(fact: Fact, answer: Answer) -> bool:
    """Say whether an answer is the person whom a statement tells to have said something."""
    said = fact.kind == "quotation" or fact.relation in SAYING
    return said and answer.type is AnswerType.PERSON and answer.slot.start == 0


def other_speaker(fact: Fact, answer: Answer, world: World, rng: random.Random) -> str:
    """Return another person whom the article quotes and of whom nothing is said here, "" where there is none."""
    said = set(fold(" ".join((fact.statement, *world.quotes(fact)))).split())
    speakers = {one.text for each in world.facts_near(fact) for one in each.answers[:1] if speaks(each, one)}
    told = _told_to_speak(world.document.text)
    named = (thing.text for thing in world.named_of.get(AnswerType.PERSON, ()))
    for found in (sorted(speakers), (name for name in named if name.rpartition(" ")[2] in told)):
        names = [name for name in found if not world.same(name, answer.text) and not said & set(fold(name).split())]
        if names:
            return rng.choice(names)
    return ""


@lru_cache(8)
def _told_to_speak(text: str) -> frozenset[str]:
    """Return every word, or part of one, right beside which the article tells that somebody says something."""
    before = (match[1] for match in _SAYS_BEHIND.finditer(text))
    behind = ((match[1], match[2] if match[1].isalnum() else "") for match in _SAYS_BEFORE.finditer(text))
    ends = (word[start.start() :] for word in before for start in _WORD_START.finditer(word))
    starts = (word[: end.end()] for words in behind for word in words if word for end in _WORD.finditer(word))
    return frozenset((*ends, *starts))
