"""When something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..clauses import Clause
from ..grammar import LASTING
from ..parts import Part, Role
from ..pasts import simple_past
from ..rendering import Piece, as_sentence, render
from ..timing import Moment, moment
from ..wording import is_plain_past
from .base import AnswerType, Event, Fact, Pair
from .told import Told
from .view import View

_LEADS = {
    "": "when", "in": "when", "on": "when", "at": "when", "during": "when", "between": "when",
    "around": "around when", "about": "around when", "circa": "around when",
    "from": "from when", "since": "since when", "until": "until when", "till": "until when", "by": "by when",
}  # fmt: skip
# The full stop at its end belongs to the word.
_STOPPED = re.compile(r"\b(?:Bros|Inc|Ltd|Corp|Co|Jr|Sr|[ap]\.m|[A-Z])\.$")
# They relate a happening to one that the label does not tell.
_LINKS = frozenset({"eventually", "finally", "initially", "subsequently", "afterwards", "then", "thereby", "also"})

_STAYING = frozenset({"know", "use", "own"})
# Of what also or again happened, more than one date may be right.
_REPEATED = frozenset({"also", "again", "too", "likewise"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with exactly one time."""
    for told in view.told:
        dated = [(part, when) for part in told.clause.of(Role.TIME) if (when := moment(part.tokens))]
        if len(dated) != 1 or _happened_before(told):
            continue
        fact = _fact(told, *dated[0])
        if fact:
            yield fact


def _happened_before(told: Told) -> bool:
    """Say whether "also" or "again", which a statement drops, makes this one of several times."""
    return any(child.text.lower() in _REPEATED for child in told.clause.verb.children)


def _fact(told: Told, part: Part, when: Moment) -> Fact | None:
    whole = when.form == "range"
    tokens = [token for token in part.tokens if whole or when.first <= token.i <= when.last]
    wh = _question_word(when)
    open_ended = _lasts(told.clause) and when.lead in {"in", "on", "at", "during", ""}
    stem = told.ask(wh, part) if wh and not (open_ended or _has_its_time(told.clause)) else ""
    answer = told.answer(tokens, AnswerType.DATE, stem, year=when.year)
    if answer is None:
        return None
    label = _label(told.clause, part, told)
    points = (
        told.is_anchored(f"Did {label}?")
        and bool(when.iso)
        and when.lead in {"in", "on", ""}
        and label
        and told.clause.verb.tag_ in {"VBD", "VBN"}
    )
    points = points and not told.clause.negated and not open_ended
    if not answer.stem and not points and not told.clause.negated:
        return None
    return told.fact(
        "date",
        [answer],
        event=Event(label, when.iso) if points else None,
        pair=Pair("event-date", label, when.text) if points else None,
        weight=1.0,
    )


def _lasts(clause: Clause) -> bool:
    """Say whether a state is told, which more years than the one named saw: "was selling", "was the largest port"."""
    if clause.verb.tag_ == "VBG":
        return True
    counted = any(token.tag_ == "CD" for part in clause.rest if part.role is not Role.TIME for token in part.tokens)
    return clause.verb.lemma_ in LASTING and not counted and not (clause.passive and clause.verb.lemma_ not in _STAYING)


def _question_word(when: Moment) -> str:
    if when.form == "range":
        return "when"
    lead = _LEADS.get(when.lead, "")
    if when.form == "year" and lead:
        return {"when": "in which year", "around when": "around which year"}.get(
            lead, lead.replace("when", "which year")
        )
    if when.form in {"century", "decade"} and when.lead in {"in", "during"}:
        return f"in which {when.form}"
    if when.form == "day" and when.lead == "on":
        return "on what date"
    return lead


def _has_its_time(clause: Clause) -> bool:
    """Say whether a "when" tells the time already, so that nobody would ask for it again."""
    return any(each.tokens[0].text.lower() in {"when", "whenever", "while"} for each in clause.of(Role.OCCASION))


def _label(clause: Clause, part: Part, told: Told) -> str:
    """Return the happening without its time, for ordering."""
    pieces = [
        piece
        for piece in clause.pieces()
        if isinstance(piece, str) or (piece not in part.tokens and piece.text.lower() not in _LINKS)
    ]
    pieces = _in_the_past(clause, pieces)
    told_whole = as_sentence(render(pieces, told.rewrite)).text
    text = told_whole if _STOPPED.search(told_whole) else told_whole.removesuffix(".")
    return text if len(text) <= 140 else ""


def _in_the_past(clause: Clause, pieces: list[Piece]) -> list[Piece]:
    """Return a happening in the simple past, nothing where its form is not sure: "made" for "had made"."""
    if not any(_is_had(piece) for piece in clause.middle):
        return pieces
    past = simple_past(clause.verb.text.lower()) if is_plain_past(clause) else ""
    return [past if piece is clause.verb else piece for piece in pieces if not _is_had(piece)] if past else []


def _is_had(piece: Piece) -> bool:
    return not isinstance(piece, str) and piece.dep_ == "aux" and piece.text.lower() == "had"
