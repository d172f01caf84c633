"""Whether one answer alone is right: a gap that one thing fills, persons who are named, options that name one thing."""

from __future__ import annotations

import re
from itertools import combinations

from .. import gazetteer
from ..facts.base import AnswerType
from ..figures import numbers
from ..likeness import is_person
from ..questions.base import GAP, Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import bare, distance
from ..world import World
from .base import facts_of, key_texts, offered

_INDEFINITE = re.compile(r"^(?:an?|some|several|many) ", re.I)
_ASKS_WHO = re.compile(r"^Complete [^:]*\bthe name of a person\b|\b[Ww]ho\b|\b[Ww]hich (?:person|people|man|woman)\b")
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|[2-9]"
_COUNTED_LIST = re.compile(
    rf"\b(?:{_COUNT}) [^,:]*\b(?:are|were|is|was|include|included|named|called)\b[^,]*,.* and\b", re.I
)
_DEFINES = re.compile(rf": {GAP} (?:is|are|was|were) (?:an?|the) ")
_CUT_NAME = re.compile(rf"(?<=[a-z,] )([A-Z][\w-]+) {GAP}")
_LONG_NAME = 6
_SENTENCE = 4
_LONGEST_EVIDENCE = 90


def gap_pinned(question: Question, world: World) -> str | None:
    """What fills a gap is a name, a figure, a term of several words or one defined: a common word has rivals."""
    if question.kind != "cloze":
        return None
    cut = _CUT_NAME.search(question.stem)
    named = any(key[:1].isupper() for key in key_texts(question))
    if cut and named and cut[1].rstrip(".").lower() not in gazetteer.titles():
        return f"{cut[1]!r} is a part of the name that the gap asks for"
    loose = (key for key in key_texts(question) if not _pins(key, question, world))
    return next((f"other words than {key!r} fill the gap" for key in loose), None)


def _pins(key: str, question: Question, world: World) -> bool:
    inner = key.partition(" ")[2] or key
    if any(char.isupper() or char.isdigit() for char in inner) or len(bare(key).split()) >= 2:
        return True
    return bool(_DEFINES.search(question.stem)) and world.is_named(key)


def person_named(question: Question, world: World) -> str | None:
    """Who did something is a person with a name or an office, never "a student"."""
    if question.kind in ("true_false", FIND_EVIDENCE) or not _ASKS_WHO.search(question.stem):
        return None
    vague = next((key for key in key_texts(question) if _INDEFINITE.match(key)), None)
    if vague:
        return f"{vague!r} may be anybody"
    thing = next((key for key in key_texts(question) if _is_a_thing(key, world)), None)
    return f"{thing!r} is a thing's name" if thing else None


def _is_a_thing(key: str, world: World) -> bool:
    """Say whether the article calls what was taken for a person by the noun of a thing: "the album Night Sky"."""
    return world.types.get(bare(key)) is AnswerType.PERSON and not is_person(key, world)


def options_name_one(question: Question, world: World) -> str | None:
    """No option is a word that several names of the article share, or another spelling of the key."""
    if question.joins:
        return None
    for text in offered(question):
        if text in world.shared_words:
            return f"{text!r} may name several"
    for left, right in combinations(map(bare, offered(question)), 2):
        most = 2 if left.split()[0] == right.split()[0] and " " in left and " " in right else 1
        # Numbers are read last: few names are spelled so alike.
        if min(len(left), len(right)) >= _LONG_NAME and distance(left, right, most) <= most and not numbers(left):
            return f"{left!r} and {right!r} are one name spelled in two ways"
    return None


def options_alike(question: Question, _world: World) -> str | None:
    """No option is a sentence where the key is a phrase."""
    if question.kind != "single_choice" or question.joins:
        return None
    key = question.choices[question.key[0]]
    odd = next((text for text in question.choices if _is_sentence(text) and not _is_sentence(key)), None)
    if odd is None or key[:1].isupper():
        return None
    return f"{odd!r} is of another form than the key"


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and text[:1].isupper()


def count_not_enumerated(question: Question, world: World) -> str | None:
    """A statement that lists what it counts does not give away that the number was changed."""
    if question.kind != "true_false" or question.key != (1,) or not _COUNTED_LIST.search(question.stem):
        return None
    changed = any(numbers(fact.statement) != numbers(question.stem) for fact in facts_of(question, world))
    return "the list lets the number be counted" if changed else None


def evidence_readable(question: Question, world: World) -> str | None:
    """The evidence is sentences, not a menu or a table that was read as one."""
    for fact in facts_of(question, world):
        if any(len(quote.split()) > _LONGEST_EVIDENCE for quote in world.quotes(fact)):
            return "the evidence is too long to be a sentence"
    return None
