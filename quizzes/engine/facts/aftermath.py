"""What followed from what a clause tells: "..., allowing ships to pass" and "..., which led to a shortage of grain"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..grammar import FOLLOWING, children, has_child
from ..parts import Part, Role
from .base import Fact, Level
from .told import Told
from .view import View, trusted

if TYPE_CHECKING:
    from ..language import Token

_WITH = {"lead": "to", "result": "in"}
_FEWEST, _MOST = 3, 22


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause whose outcome stands behind it, told together with it."""
    for told in view.told:
        part = _outcome(told)
        if part is None:
            continue
        whole = trusted(replace(told.clause, rest=(*told.clause.rest, part)), told.knowledge)
        if isinstance(whole, Told) and not whole.clause.negated:
            fact = whole.fact("consequence", [], weight=0.8, judged=True, level=Level.UNDERSTANDING)
            if fact:
                yield fact


def _outcome(told: Told) -> Part | None:
    """Return what follows from the clause, the last words of its sentence, None where nothing does."""
    clause = told.clause
    if clause.form != "main" or not clause.rest:
        return None
    end = clause.rest[-1].tokens[-1]
    comma = end.doc[end.i + 1] if end.i + 1 < len(end.doc) else end
    behind = end.doc[end.i + 2] if comma.text == "," and end.i + 2 < len(end.doc) else None
    verb = _verb(behind) if behind is not None else None
    if verb is None or behind is None:
        return None
    tokens = tuple(verb.doc[behind.i : verb.right_edge.i + 1])
    closes = tokens[-1].i + 1 >= len(verb.doc) or verb.doc[tokens[-1].i + 1].text == "."
    if not closes or not _FEWEST <= len(tokens) <= _MOST or any(token.text in '";()' for token in tokens):
        return None
    return Part(Role.PHRASE, verb, tokens, comma=True)


def _verb(first: Token) -> Token | None:
    """Return the verb that a word opens an outcome with: "allowing", or what follows "which"."""
    verb = first.head if first.text.lower() == "which" and first.dep_ == "nsubj" else first
    plain = verb is not first or (first.tag_ == "VBG" and first.dep_ in {"advcl", "acl"})
    if not plain or verb.lemma_ not in FOLLOWING or verb.i > first.i + 1 or has_child(verb, "neg", "conj"):
        return None
    lead = _WITH.get(verb.lemma_)
    if lead:
        return verb if any(each.text.lower() == lead for each in children(verb, "prep")) else None
    return verb if has_child(verb, "dobj", "ccomp", "nsubj") else None
