"""Which of two is larger, older or more: to be judged, the right way round or the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar import NOUNS, children, is_plural
from ..parts import Role
from ..rendering import Piece, as_sentence, render
from . import turning
from .base import Fact, Level
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..language import Token

_COMPARED = (Role.COMPLEMENT, Role.ATTRIBUTE, Role.OBJECT, Role.ADVERB)
_BE = frozenset({"is", "are", "was", "were"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that compares two things."""
    for told in filter(turning.is_sound, view.told):
        other = _other(told)
        if not other or told.clause.negated:
            continue
        reversal = _reversal(told, other)
        fact = told.fact("comparison", [], weight=0.8, judged=True, level=Level.UNDERSTANDING, reversal=reversal)
        if fact:
            yield fact


def _other(told: Told) -> list[Token]:
    """Return what the clause's subject is compared with by "than", [] where it is compared with no thing."""
    compared = [part for part in told.clause.rest if part.role in _COMPARED]
    for than in (token for part in compared for token in part.tokens):
        if than.text.lower() == "than" and than.dep_ == "prep":
            things = children(than, "pobj")
            if len(things) == 1 and things[0].tag_ in NOUNS:
                return [token for token in told.clause.tokens() if token in set(things[0].subtree)]
    return []


def _reversal(told: Told, other: list[Token]) -> str:
    """Put the two in each other's place: "The lake is deeper than the bay" for "The bay is deeper than the lake"."""
    clause, subject = told.clause, told.clause.subject
    compared = clause.of(Role.COMPLEMENT)
    simple = clause.verb.lemma_ == "be" and clause.verb.text.lower() in _BE and not clause.middle
    if not simple or clause.rest != tuple(compared) or len(compared) != 1 or clause.opening:
        return ""
    last = compared[0].tokens[-len(other) :]
    if list(last) != other or is_plural(other[-1]) != is_plural(subject.head) or told.hedged:
        return ""
    if any(token.text.lower() == "of" for token in subject.tokens) and not any(
        each.text.lower() == "of" for each in other
    ):
        # "The cure of the one is harder than the other" compares cures, and leaves the second out.
        return ""
    rest = compared[0].tokens[: -len(other)]
    pieces: list[Piece] = [*other, *clause.group, *rest, *subject.tokens]
    return "" if turning.leans(pieces, told) else as_sentence(render(pieces, told.rewrite)).text
