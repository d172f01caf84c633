"""What a clause would say if it were the other way round: "not" put in, or taken out, where that is certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .clauses import Clause, lead
from .grammar import HEDGES, listed, lowered
from .parts import Role
from .rendering import as_sentence, render
from .wording import third_person

if TYPE_CHECKING:
    from .language import Token
    from .rendering import Piece

# With one of these, "not" may deny less than the whole: "all ships did not return".
_SCOPED = listed(
    "all every each any some most many few several both only no none never ever either neither nor or too yet still "
    "always almost nearly even just merely even already alone until unless often usually sometimes about least "
    "especially particularly mainly chiefly somewhat quite rather very fairly"
)
# "did not leave because it was poor" may mean that it left for another reason.
_UNSURE_PARTS = (Role.CAUSE, Role.PURPOSE, Role.MEANS, Role.CONDITION, Role.CONTENT, Role.ATTRIBUTION)
_SUPPORT = {"VBD": "did", "VBN": "did", "VBZ": "does", "VBP": "do", "VB": "do"}


def denied(clause: Clause, rewrite: Mapping[int, str]) -> str:
    """Return the statement that contradicts the clause, "" where none is sure to."""
    if len(clause.group) != 1 or clause.of(*_UNSURE_PARTS) or lowered(clause.tokens()) & (_SCOPED | HEDGES):
        return ""
    verbs = _affirmed(clause) if clause.negated else _negated(clause)
    if verbs is None:
        return ""
    pieces = lead(clause.opening)
    pieces += [*clause.subject.tokens, *verbs]
    for part in clause.rest:
        pieces += [","] * part.comma + list(part.tokens)
    return as_sentence(render(pieces, rewrite)).text


def _negated(clause: Clause) -> list[Piece] | None:
    middle, verb = list(clause.middle), clause.verb
    if clause.auxiliary is not None:
        if clause.auxiliary not in middle:
            return None
        after = middle.index(clause.auxiliary) + 1
        return [*middle[:after], "not", *middle[after:], verb]
    if middle:
        return None
    if verb.lemma_ == "be":
        return [verb, "not"] if verb.tag_ in _SUPPORT else None
    support = _SUPPORT.get(verb.tag_)
    return [support, "not", verb.lemma_] if support else None


def _affirmed(clause: Clause) -> list[Piece] | None:
    """Take the one "not" out; "did" goes only with a form of the verb that is known."""
    words = [piece if isinstance(piece, str) else piece.text.lower() for piece in clause.middle]
    if words.count("not") + words.count("n't") != 1 or any(_is_adverb(piece) for piece in clause.middle):
        return None
    kept: Sequence[Piece] = [p for p, word in zip(clause.middle, words, strict=True) if word not in {"not", "n't"}]
    if words[0] == "do":
        return [clause.verb.lemma_]
    if words[0] == "does":
        return [third_person(clause.verb.lemma_)]
    # "Would comment" tells of no time when he did.
    return None if words[0] in {"did", "would", "will", "shall", "should", "'ll", "'d"} else [*kept, clause.verb]


def _is_adverb(piece: Piece) -> bool:
    return not isinstance(piece, str) and _tag(piece) == "RB" and piece.text.lower() not in {"not", "n't"}


def _tag(token: Token) -> str:
    return str(token.tag_)
