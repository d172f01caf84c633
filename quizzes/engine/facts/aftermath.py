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
_FEWEST, _MOST = 2, 22
_BEHIND_COMMA, _AUXILIARIES = 2, 2


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
    end = clause.rest[-1].tokens[-1].i
    later = [token for token in clause.sentence.tokens if token.i > end and token.nbor(-1).text == ","]
    first = next((token for token in later if _verb(token, clause.verb, end) is not None), None)
    verb = _verb(first, clause.verb, end) if first is not None else None
    if first is None or verb is None:
        return None
    tokens = tuple(verb.doc[first.i : verb.right_edge.i + 1])
    closes = tokens[-1].i + 1 >= len(verb.doc) or verb.doc[tokens[-1].i + 1].text == "."
    if not closes or not _FEWEST <= len(tokens) <= _MOST or any(token.text in '";()' for token in tokens):
        return None
    return Part(Role.PHRASE, verb, tokens, comma=True)


def _verb(first: Token, main: Token, end: int) -> Token | None:
    """Return the verb that a word opens an outcome with: "allowing", or what follows "which" behind the clause."""
    which = first.text.lower() == "which" and first.dep_ == "nsubj" and first.i == end + _BEHIND_COMMA
    verb = first.head if which else first
    # Behind an insert only a participle of the main verb itself tells of the whole clause.
    aside = first.i == end + _BEHIND_COMMA or verb.head is main
    plain = which or (first.tag_ == "VBG" and first.dep_ in {"advcl", "acl"} and aside)
    if not plain or verb.lemma_ not in FOLLOWING or verb.i > first.i + _AUXILIARIES or has_child(verb, "neg", "conj"):
        return None
    lead = _WITH.get(verb.lemma_)
    if lead:
        return verb if any(each.text.lower() == lead for each in children(verb, "prep")) else None
    return verb if has_child(verb, "dobj", "ccomp", "nsubj") else None
