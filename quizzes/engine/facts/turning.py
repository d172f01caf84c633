"""Clauses turned round: one side of a statement put in the place of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import wording
from ..clauses import Clause
from ..grammar import FINITE, NOUNS, PRONOUNS, REFLEXIVES, SUBJECTS, children, has_child, is_verb
from ..parts import Part
from ..rendering import Piece, as_sentence, render
from .base import Answer, AnswerType, Level
from .told import Told

if TYPE_CHECKING:
    from ..language import Token

type Pieces = list[Piece]


def without(clause: Clause, *left_out: Part) -> Pieces:
    """Return the pieces of a clause without some of its parts."""
    hidden = {token.i for part in left_out for token in part.tokens}
    kept = replace(
        clause,
        opening=tuple(part for part in clause.opening if part not in left_out),
        rest=tuple(part for part in clause.rest if part not in left_out),
    )
    return [piece for piece in kept.pieces() if isinstance(piece, str) or piece.i not in hidden]


def other_side(told: Told, part: Part, stem: str, kind: AnswerType) -> Answer | None:
    """Ask for what the clause says besides `part`, where the stem and the answer each stand alone."""
    if not told.clause.rest or told.clause.rest[-1] is not part or told.clause.negated:
        return None
    pieces = without(told.clause, part)
    if leans(pieces, told) or leans(part.tokens, told):
        return None
    shown = [piece for piece in pieces if not isinstance(piece, str)]
    answer = told.answer(shown, kind, wording.finished(stem), level=Level.UNDERSTANDING)
    text = as_sentence(render(pieces, told.rewrite)).text.rstrip(".")
    return replace(answer, text=text) if answer and answer.stem else None


def leans(pieces: Iterable[Piece], told: Told) -> bool:
    """Say whether a pronoun in the pieces stands for something that is not among those before it."""
    seen: set[int] = set()
    for piece in pieces:
        if isinstance(piece, str):
            continue
        pronoun = told.rewrite.get(piece.i, piece.text).lower() in PRONOUNS - {"that"}
        if pronoun and told.echoes.get(piece.i, -1) not in seen:
            return True
        seen.add(piece.i)
    return False


def is_sound(told: Told) -> bool:
    """Say whether nothing in the clause is torn, and its subject does not begin twice."""
    nouns = [token.lemma_ for token in told.clause.subject.tokens if token.tag_ in NOUNS]
    return len(nouns) == len(set(nouns)) and not any(map(_is_torn, told.clause.parts))


def _is_torn(part: Part) -> bool:
    """Say whether a part holds a finite verb that the parser hung where none can stand."""
    return any(
        is_verb(token)
        and _is_finite(token)
        and (token.dep_ == "xcomp" or (token.dep_ == "conj" and not _is_finite(token.head)))
        for token in part.tokens
    )


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE or any(each.tag_ in FINITE for each in children(token, "aux", "auxpass"))


def named_first(told: Told, part: Part) -> Told:
    """Tell "Because squids have no bones, they fit ..." as "Squids fit ... because they have no bones"."""
    if part not in told.clause.opening:
        return told
    opening = tuple(each for each in told.clause.opening if each is not part)
    moved = replace(told.clause, opening=opening, rest=(*told.clause.rest, replace(part, comma=False)))
    rewrite = dict(told.rewrite)
    pronoun, name = told.clause.subject.tokens[0], _subject_of(part)
    if name and told.echoes.get(pronoun.i, -1) in {token.i for token in name}:
        if len(told.clause.subject.tokens) != 1:
            return told
        rewrite[pronoun.i] = render(name, rewrite).text
        rewrite |= {token.i: "" for token in name[1:]}
        rewrite[name[0].i] = pronoun.text.lower()
    elif leans(moved.subject.tokens, told) or _means(moved, part, told):
        return told
    return replace(told, clause=moved, rewrite=rewrite, statement=as_sentence(render(moved.pieces(), rewrite)))


def _means(clause: Clause, part: Part, told: Told) -> bool:
    """Say whether a pronoun of the main clause means, or may mean, what a part that is to stand behind it names."""
    later = {token.i for token in part.tokens}
    own = [token for token in clause.tokens() if token.i not in later]
    here = {token.i for token in own}
    loose = [t for t in own if t.tag_ in {"PRP", "PRP$"} and t.i not in told.rewrite and t.lower_ not in REFLEXIVES]
    # "Holm told him": whoever it is, it is not Holm.
    return any(told.echoes.get(t.i, -1) not in here or t.dep_ in {"dobj", "dative", "pobj"} for t in loose)


def _subject_of(part: Part) -> list[Token]:
    """Return the tokens of the subject of a clause-like part."""
    found = children(part.head, *SUBJECTS)
    if len(found) != 1 or found[0].tag_ not in NOUNS or not has_child(part.head, *SUBJECTS):
        return []
    own = set(found[0].subtree)
    return [token for token in part.tokens if token in own]
