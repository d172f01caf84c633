"""Who did what to whom, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import wording
from ..grammar import NOUNS, children, is_proper, listed
from ..guards import QUANTIFIERS, WEAK, is_written_out
from ..parts import Part, Role
from ..pasts import simple_past
from ..trust import GIVING
from ..words import telling
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

# Nobody asks "Beyond which river ...?".
_UNASKED = listed("beyond despite unlike like as than off without except besides through over past by")
_LIGHT = listed(
    "place part role rise way use advantage action effect care note time step attention interest headline control "
    "force lot number thing one access sense need ability chance end start door steps"
)
_SCORE = re.compile(r"\b\d+[–-]\d+\b")
# "What did she make in 1990?" asks for a word, not for what happened.
_LIGHT_VERBS = frozenset({"make", "have", "do", "get", "take", "give", "put"})
# What these are done to is a person, whatever noun names it.
_TO_PEOPLE = frozenset({"marry", "wed", "divorce", "befriend", "arrest", "hire", "behead", "baptise", "baptize"})
_MEASURES = frozenset({"QUANTITY", "TIME", "DATE", "MONEY", "PERCENT", "CARDINAL"})
_VAGUE = frozenset({AnswerType.WORK, AnswerType.TERM, AnswerType.OTHER, AnswerType.EVENT})
_TOTALS = frozenset({"average", "total", "number", "majority", "variety", "range", "series", "lot", "group"})
_LISTING = frozenset({"include", "consist", "comprise", "range", "vary"})
_MOTION = listed(
    "move travel flee go return emigrate migrate sail fly spread bring send take introduce relocate retreat"
)
# What these tell holds of many things.
_COMMON_VERBS = listed("have contain include need require use become exist live go come help mean get keep hold remain")


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with a verb that does something."""
    for told in view.told:
        if told.clause.verb.lemma_ == "be" and not told.clause.passive:
            continue
        answers = [*_subject(told), *_objects(told), *_agent(told), *_places(told)]
        fact = told.fact("action", answers, weight=0.5)
        if fact:
            yield fact


def _subject(told: Told) -> Iterator[Answer | None]:
    part = told.clause.subject
    first = part.tokens[0].text.lower()
    if (
        first in QUANTIFIERS
        or part.head.lemma_.lower() in _TOTALS
        or children(part.head, "nummod")
        or told.clause.verb.lemma_ in _LISTING
        or children(part.head, "conj")
        or not _is_specific(told, part)
    ):
        return
    if any(each.tokens[0].text.lower() == "one" for each in told.clause.of(Role.OBJECT)):
        return
    wh = told.wh(part)
    stem = told.ask_subject(wh) if wh and (wh != "what" or _is_telling(told)) else ""
    yield told.answer(part.tokens, told.kind(part.tokens, part.head), stem)


def _is_telling(told: Told) -> bool:
    """Say whether the clause says enough for "What ...?" to have one answer."""
    parts = [part for part in told.clause.rest if part.role not in {Role.TIME, Role.ADVERB}]
    words = telling(told.text([token for part in parts for token in part.tokens]))
    compared = any(part.head.text.lower() in {"like", "unlike"} for part in told.clause.opening)
    return len(words) >= 2 and told.clause.verb.lemma_ not in _COMMON_VERBS and not compared


def _objects(told: Told) -> Iterator[Answer | None]:
    if told.clause.passive and told.clause.verb.lemma_ not in GIVING:
        return
    for part in told.clause.of(Role.OBJECT):
        if (
            _SCORE.search(told.text(part.tokens))
            or part.head.ent_type_ in _MEASURES
            or children(part.head, "nummod")
            or part.head.lemma_.lower() in _LIGHT | _TOTALS
            or not _is_specific(told, part)
            or children(part.head, "conj")
        ):
            continue
        inner = _place_of(told, part)
        if inner is not None:
            yield told.answer(inner.tokens, AnswerType.PLACE, told.ask(f"which {part.head.lemma_.lower()}", part))
            continue
        wh = "" if told.clause.verb.lemma_ in _LIGHT_VERBS else told.wh(part)
        of_person = wh == "who" or (wh == "what" and told.clause.verb.lemma_ in _TO_PEOPLE)
        stem = told.ask("whom" if of_person else wh, part) if wh else ""
        yield told.answer(part.tokens, told.kind(part.tokens, part.head), stem)


def _place_of(told: Told, part: Part) -> Part | None:
    """Return the name in "the city of Almaty"."""
    of = [child for child in children(part.head, "prep") if child.text.lower() == "of"]
    if not wording.is_place(part.head.lemma_.lower()) or len(of) != 1 or part.tokens[-1].i != of[0].right_edge.i:
        return None
    tokens = tuple(token for token in part.tokens if token.i > of[0].i)
    entity = told.entity(tokens)
    return Part(part.role, tokens[-1], tokens) if entity is not None and entity.type is AnswerType.PLACE else None


def _is_specific(told: Told, part: Part) -> bool:
    """Say whether a phrase is a name, or says enough to be worth an answer."""
    if part.head.tag_ == "PRP" and not is_written_out(part.head, told.rewrite):
        return False
    if told.entity(part.tokens) is not None:
        return True
    words = telling(told.text(part.tokens)) - WEAK
    return part.head.tag_ in NOUNS and 2 <= len(words) <= 10 and part.head.lemma_.lower() not in _LIGHT


def _agent(told: Told) -> Iterator[Answer | None]:
    for part in told.clause.of(Role.AGENT):
        tokens = part.tokens[1:]
        inner = next(iter(children(part.head, "pobj", "pcomp")), None)
        if inner is None or children(inner, "conj"):
            continue
        shown = Part(Role.AGENT, inner, tokens)
        if not _is_specific(told, shown) and inner.tag_ != "VBG":
            continue
        wh = told.wh(shown)
        stem = _active(told, part, wh) if wh else ""
        kind = AnswerType.TERM if inner.tag_ == "VBG" else told.kind(tokens, inner)
        yield told.answer(tokens, kind, stem)


def _active(told: Told, part: Part, wh: str) -> str:
    """Turn a passive round: "Which country denied Armenia's request?"."""
    clause = told.clause
    words = [piece if isinstance(piece, str) else piece.text.lower() for piece in clause.middle]
    if not words or words[0] not in {"is", "are", "was", "were"} or len(clause.group) > 1 or len(words) > 2:
        return told.ask(_by(wh), part)
    present = words[0] in {"is", "are"}
    verb = wording.third_person(clause.verb.lemma_) if present else simple_past(clause.verb.text.lower())
    if not verb:
        return told.ask(_by(wh), part)
    return wording.turned(clause, wh, [*words[1:], verb], part, told.rewrite)


def _by(wh: str) -> str:
    return "by whom" if wh == "who" else f"by {wh}"


def _places(told: Told) -> Iterator[Answer | None]:
    where = [
        part for part in told.clause.of(Role.PLACE, Role.PHRASE) if part.head.text.lower() in {"in", "at", "on", "near"}
    ]
    generic = told.clause.verb.tag_ in {"VBZ", "VBP"} or (
        told.clause.middle[:1] and str(told.clause.middle[0]) in {"is", "are"}
    )
    if len(where) > 1 or (generic and where and where[0] in told.clause.opening):
        return
    for part in told.clause.of(Role.PLACE, Role.PHRASE):
        inner = next(iter(children(part.head, "pobj")), None)
        if inner is None or part.head.dep_ not in {"prep", "dative"} or not is_proper(inner) or children(inner, "conj"):
            continue
        tokens = part.tokens[1:]
        entity = told.entity(tokens)
        if entity is None or entity.type in _VAGUE:
            continue
        preposition = part.head.text.lower()
        if preposition in _UNASKED:
            continue
        wh = told.wh(Part(part.role, inner, tokens))
        if part.role is Role.PHRASE and wh == "which place":
            wh = "where" if preposition == "to" and told.clause.verb.lemma_ in _MOTION else ""
        if part.role is Role.PLACE and entity.type is AnswerType.PLACE and (wh == "which place" or preposition != "in"):
            asked = "where"
        else:
            asked = wh if wh == "where" else f"{preposition} {'whom' if wh == 'who' else wh}"
        yield told.answer(tokens, entity.type, told.ask(asked, part) if wh else "")
