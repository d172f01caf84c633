"""Whether a fact keeps what its sentence opens with: "By 1901, ...", "As a young baker, ..."."""

from __future__ import annotations

import re

from ..facts.base import Fact
from ..questions.base import Question
from ..words import stems
from ..world import World
from .base import facts_of

_STORIES = frozenset({"action", "amount", "cause", "purpose", "means", "sequence", "comparison", "consequence"})
_WHEN = r"(?:[Bb]y|[Ii]n|[Dd]uring|[Uu]nder|[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Ff]rom|[Tt]hroughout|[Aa]t|[Oo]n)"
_DATED = re.compile(rf"(?:^|(?:, and|, but|;) )({_WHEN}\b[^,;]{{0,60}}\b(?:[12]\d{{3}}s?|century)),? ")
_AS = re.compile(r"^(As an? [^,;]{3,60}), ")
_TIME = re.compile(r"\b[12]\d{3}s?\b|\bcentury\b")
_MOSTLY = 0.5
_NEXT = 0.7


def frame_kept(question: Question, world: World) -> str | None:
    """The year, or what somebody was, that a sentence opens with is not lost from what it tells."""
    for fact in facts_of(question, world):
        lost = _lost(fact, world) if fact.kind in _STORIES else ""
        if lost:
            return f"{lost!r} is lost"
    return None


def _lost(fact: Fact, world: World) -> str:
    """Return the opening that a fact has lost, "" where it has none or keeps it."""
    span = world.quoted.teller(fact)
    sentence = span.of(world.document.text) if span else ""
    for match in (*_DATED.finditer(sentence), *_AS.finditer(sentence)):
        dated = match.re is _DATED
        if (dated and _TIME.search(fact.statement)) or not _is_about(fact, sentence[match.end() :], sentence):
            continue
        opening = stems(match[1])
        if dated or len(opening - stems(fact.statement)) > _MOSTLY * len(opening):
            return match[1]
    return ""


def _is_about(fact: Fact, behind: str, sentence: str) -> bool:
    """Say whether a fact is told right behind an opening, and not in another part of its sentence."""
    told = stems(fact.statement)
    return len(told & stems(behind.partition(";")[0])) >= _NEXT * max(1, len(told & stems(sentence)))
