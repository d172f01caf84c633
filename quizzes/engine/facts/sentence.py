"""What a whole sentence says, where its main clause could not be taken apart for sure: to be judged or completed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .. import whole
from ..figures import dates
from ..grammar import NOUNS, SUBJECTS, is_proper
from ..guards import is_written_out
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View, trusted

if TYPE_CHECKING:
    from ..language import Token

_MEANING = frozenset({"he", "she", "it", "him", "her"})
# What stands so is a part of a longer name.
_WITHIN = frozenset({"compound", "nmod", "poss", "amod"})
_QUARTERS = frozenset(str.split("north south east west northern southern eastern western central"))
_LISTED = 2
_EMPTY = frozenset({"expl", "poss"})


def read(view: View) -> Iterator[Fact]:
    """Yield one fact for a sentence that gives none otherwise."""
    if view.told:
        return
    clause = whole.find(view.sentence)
    told = trusted(clause, view.knowledge) if clause else ""
    if isinstance(told, Told) and not _leans_on_pronoun(told):
        fact = told.fact("sentence", _names(told), weight=0.3, judged=True)
        if fact:
            yield fact


def _leans_on_pronoun(told: Told) -> bool:
    """Say whether a pronoun stands up to the subject, or means nothing that an earlier subject or person names."""
    clause = told.clause
    lead = [*clause.subject.tokens, *(token for part in clause.opening for token in part.tokens)]
    if any(token.tag_ in {"PRP", "PRP$"} and not is_written_out(token, told.rewrite) for token in lead):
        return True
    left = [t for t in clause.tokens() if t.lower_ in _MEANING and not is_written_out(t, told.rewrite)]
    return any(not _is_subject(told.echoes.get(token.i, -1), told) for token in left if token.dep_ not in _EMPTY)


def _is_subject(place: int, told: Told) -> bool:
    """Say whether what a pronoun means is a subject of the sentence."""
    return any(token.i == place and token.dep_ in SUBJECTS for token in told.clause.tokens())


def _names(told: Told) -> Iterator[Answer | None]:
    """Yield each name of the sentence as a gap."""
    tokens = list(told.clause.tokens())
    for mention in told.knowledge.entities.within(told.sentence.span.start, told.sentence.span.end):
        named = [t for t in tokens if mention.span.start <= told.sentence.start(t) < mention.span.end]
        if named and named[-1].tag_ in NOUNS and named[-1].dep_ not in _WITHIN and not _is_of_a_name(named):
            kind = AnswerType.DATE if dates(mention.span.of(told.knowledge.document.text)) else mention.entity.type
            yield told.answer(named, kind)


def _is_of_a_name(named: Sequence[Token]) -> bool:
    """Say whether a name goes on with another ("Bergen, Norway", "the Guild of Bergen"), or is one of a list."""
    first = named[0]
    before = first.doc[first.i - 1] if first.i else None
    owner = first.doc[first.i - 2] if first.i > 1 else None
    if before is None:
        return False
    joins = before.text in {",", "of"} and owner is not None and is_proper(owner)
    return joins or before.lower_ in _QUARTERS or len(named[-1].conjuncts) >= _LISTED
