"""What came before or after what: to be judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..parts import Part, Role
from ..rendering import as_sentence, render
from ..timing import moment
from . import turning
from .base import Fact, Level
from .told import Told
from .view import View

_ORDERS = frozenset({"after", "before", "following"})
# "named after", "asked after": no order in time.
_FOR_SAKE = frozenset({"name", "call", "model", "look", "take", "pattern", "ask", "inquire", "come"})
_FEWEST_WORDS = 3


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each happening that is told to be before or after another."""
    for told in filter(turning.is_sound, view.told):
        parts = [part for part in told.clause.parts if _is_order(part)]
        if _leads_with_pronoun(told):
            continue
        shown = _undated(told)
        if (
            len(parts) != 1
            or told.clause.verb.lemma_ in _FOR_SAKE
            or told.clause.verb.tag_ not in {"VBD", "VBN"}
            or told.clause.negated
            or told.hedged
        ):
            continue
        # Readers saw through the other order or found it idle, whatever was told: there is no reversal.
        fact = shown.fact("sequence", [], weight=0.6, judged=True, level=Level.UNDERSTANDING)
        if fact:
            yield fact


def _leads_with_pronoun(told: Told) -> bool:
    """Say whether the subject is "they" or "it", which the opening need not name: "After landing, they ..."."""
    subject = told.clause.subject
    return subject.head.text.lower() in {"they", "it"} and subject.head.i not in told.rewrite


def _is_order(part: Part) -> bool:
    first, second = (token.text.lower() for token in part.tokens[:2]) if len(part.tokens) >= _FEWEST_WORDS else ("", "")
    # Who is "following in the footsteps" of others comes after them in another sense.
    return part.role is Role.OCCASION and first in _ORDERS and (first, second) != ("following", "in")


def _undated(told: Told) -> Told:
    """Leave out a date: the order is told, and a question about the date stays apart from it."""
    times = [part for part in told.clause.of(Role.TIME) if _is_date(part)]
    kept = [part for part in told.clause.parts if part not in times]
    if not times:
        return told
    opening = tuple(part for part in told.clause.opening if part in kept)
    clause = replace(told.clause, opening=opening, rest=tuple(part for part in told.clause.rest if part in kept))
    return replace(told, clause=clause, statement=as_sentence(render(clause.pieces(), told.rewrite)))


def _is_date(part: Part) -> bool:
    when = moment(part.tokens)
    return when is not None and when.lead in {"in", "on"} and part.tokens[-1].i == when.last
