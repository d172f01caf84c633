"""A clause in the forms that a wrong option takes: after "because" or "if", after "to", after "by"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..grammar import HEDGES, PRONOUNS, listed, lowered
from ..guards import SPEECH
from ..parts import Role
from ..rendering import render
from .base import Forms

if TYPE_CHECKING:
    from ..clauses import Clause
    from ..language import Token
    from ..rendering import Piece

# A wrong option need not say when or why what it tells of happened: it is told for another reason anyway.
_KEPT = (
    Role.OBJECT, Role.DATIVE, Role.ATTRIBUTE, Role.COMPLEMENT, Role.PARTICLE, Role.AGENT, Role.PHRASE, Role.PLACE,
    Role.ADVERB,
)  # fmt: skip
_WHOLE = frozenset({Role.CONTENT, Role.ATTRIBUTION, Role.CONDITION})
_UNSAID = listed(
    "be have do become seem appear include consist cause lead result fail lack lose die remain begin start continue"
    " know belong contain depend come go get"
)
# Without what was found, "the study found" tells nothing.
_FINDING = frozenset({"find", "show", "reveal", "announce", "state", "declare", "explain", "warn", "note", "discover"})
_FEWEST, _MOST = 4, 16
_OPEN = re.compile(r"[\d\"“”(;:]")


def forms(clause: Clause, rewrite: Mapping[int, str]) -> Forms:
    """Return the forms of a clause that say one plain thing, empty ones of any other."""
    if clause.negated or clause.of(*_WHOLE) or lowered(clause.tokens()) & HEDGES:
        return Forms()
    if clause.verb.lemma_ in SPEECH | _FINDING and not clause.of(Role.OBJECT, Role.COMPLEMENT):
        return Forms()
    rest: list[Piece] = []
    for part in clause.rest:
        if part.role in _KEPT:
            rest += [","] * part.comma + list(part.tokens)
    told = _text([*clause.subject.tokens, *clause.middle, *clause.group, *rest], rewrite)
    return Forms(told, _action(clause, rest, rewrite))


def _action(clause: Clause, rest: list[Piece], rewrite: Mapping[int, str]) -> str:
    """Return what follows "to" where somebody does something: "sell ten ships to Chile"."""
    plain = not clause.middle and len(clause.group) == 1 and clause.verb.lemma_ not in _UNSAID
    return _text([clause.verb.lemma_, *rest], rewrite) if plain else ""


def _text(pieces: list[Piece], rewrite: Mapping[int, str]) -> str:
    """Return the pieces as text, "" where they are too long, dated, quoted, or lean on what a reader cannot see."""
    if any(not isinstance(piece, str) and _leans(piece, rewrite) for piece in pieces):
        return ""
    text = render(pieces, rewrite).text
    fits = _FEWEST <= len(text.split()) <= _MOST
    return text if fits and not _OPEN.search(text) else ""


def _leans(token: Token, rewrite: Mapping[int, str]) -> bool:
    return token.text.lower() in PRONOUNS - {"that"} and token.i not in rewrite
