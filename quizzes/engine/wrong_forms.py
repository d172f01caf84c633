"""Wrong options in the grammatical form of a key: "because ...", "to ...", "by ...", "if ...", a whole clause.

What they tell is true, or is said of something else in the article; it is not what the article gives as the reason,
purpose, means or condition asked for. What stands in the key's own paragraph may belong to it and is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .facts.base import Answer, AnswerType, Fact
from .grammar import STATES
from .parts import CAUSES
from .rendering import capitalised
from .wording import ing
from .words import stems
from .world import World

if TYPE_CHECKING:
    from .borrowed import Phrase

_AIMS = ("so that", "in order to", "in an effort to", "in an attempt to", "to")
# What somebody did "in response to" or "for fear of" is told too narrowly for anything else to be put in its place.
_OF_A_THING = frozenset(lead for lead in CAUSES if not lead.startswith(("in ", "for ", "out ")))
_CLAUSES = ("because", "since", "if", "unless", "when")
_CAUSAL = stems("cause causes caused lead led result resulted")
_REASONS = ("because", "since")
# That somebody holds an office, or a thing a name, is nobody's reason for anything.
_NAMING = frozenset({"role", "definition", "membership", "quotation", "sentence"})
_HAPPENED = re.compile(r"^What (?:had )?\w+ed\b|^What (?:led|made|brought|drove|gave|kept|began|was|were)\b")
_MOST_SHARED = 1
# Farther from all that is asked, an option is absurd.
_LEAST_NEAR = 0.5
_LENGTH_MATTERS = 0.6


def formed(fact: Fact, answer: Answer, world: World) -> Iterator[tuple[str, Fact | None]]:
    """Yield options in the form of `answer`, the likeliest first, each with the fact that it is taken from."""
    found = [
        (text, source)
        for text, source, said in _all(fact, answer, world)
        if apart(said, fact, answer, world) and world.near(text, f"{answer.stem} {answer.text}", _LEAST_NEAR)
    ]
    yield from sorted(found, key=lambda pair: (-_worth(pair[0], answer, world), pair[0]))


def apart(said: str, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether a sentence is about something else than what is asked, the article's subject left aside."""
    asked = stems(answer.stem or fact.statement) - stems(world.document.title) - _CAUSAL
    return len(stems(said) & asked) <= _MOST_SHARED


def _worth(text: str, answer: Answer, world: World) -> float:
    """Weigh how near an option is to the key in meaning and in length."""
    near = world.nearness(text, f"{answer.stem} {answer.text}") if world.nearness else 0.0
    return near - _LENGTH_MATTERS * abs(math.log(len(text) / len(answer.text)))


def _all(fact: Fact, answer: Answer, world: World) -> Iterator[tuple[str, Fact | None, str]]:
    lead = lead_of(answer.text, answer.type)
    for other in world.facts_near(fact):
        if other.paragraph != fact.paragraph and (text := _from_fact(lead, answer, other)):
            yield text, other, other.statement
    for phrase in world.borrowed_near(fact):
        if phrase.paragraph != fact.paragraph and (text := _from_phrase(lead, answer, phrase)):
            yield text, None, phrase.said


def lead_of(text: str, kind: AnswerType) -> str:
    """Return the words that a key of this type opens with and its wrong options share."""
    text = text.lower()
    if kind is AnswerType.MEANS:
        return "by" if text.startswith("by ") else ""
    leads = _AIMS if kind is AnswerType.PURPOSE else (*CAUSES, *_CLAUSES)
    return next((lead for lead in leads if text.startswith(f"{lead} ")), "")


def _from_fact(lead: str, answer: Answer, other: Fact) -> str:
    if other.kind in _NAMING:
        return ""
    clause, action = other.forms.clause, other.forms.action
    if action.partition(" ")[0] in STATES:
        action = ""
    if answer.type is AnswerType.ACTION:
        return (capitalised(clause) if action else "") if answer.text[:1].isupper() else action
    if lead in _CLAUSES and (lead in _REASONS or action):
        return f"{lead} {clause}" if clause else ""
    if answer.type is AnswerType.PURPOSE and lead and lead != "so that":
        return f"{lead} {action}" if action else ""
    if answer.type is AnswerType.MEANS and lead and action:
        verb, _, rest = action.partition(" ")
        return f"by {ing(verb)} {rest}" if ing(verb) else ""
    return ""


def _from_phrase(lead: str, answer: Answer, phrase: Phrase) -> str:
    # What causes a thing may well be told in other words elsewhere; what led to a happening is told once.
    named = not lead and _HAPPENED.search(answer.stem) and not re.search(r"\b(?:caused?|produced?)\b", answer.stem)
    fits = {
        "to": answer.type is AnswerType.PURPOSE and lead not in {"", "so that"},
        "by": answer.type is AnswerType.MEANS and bool(lead),
        "of": answer.type is AnswerType.CAUSE and (lead in _OF_A_THING or named),
    }
    circular = phrase.lead == "of" and stems(phrase.text) & stems(answer.stem)
    return f"{lead} {phrase.text}".strip() if fits[phrase.lead] and not circular else ""
