"""When something happened."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import Clause
from ..parts import Part, Role
from ..rendering import as_sentence, render
from ..timing import Moment, moment
from .base import AnswerType, Event, Fact, Pair
from .told import Told
from .view import View

_LEADS = {
    "": "when", "in": "when", "on": "when", "at": "when", "during": "when", "between": "when",
    "around": "around when", "about": "around when", "circa": "around when",
    "from": "from when", "since": "since when", "until": "until when", "till": "until when", "by": "by when",
}  # fmt: skip
# They relate a happening to one that the label does not tell.
_LINKS = frozenset({"eventually", "finally", "initially", "subsequently", "afterwards", "then"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with exactly one time."""
    for told in view.told:
        dated = [(part, when) for part in told.clause.of(Role.TIME) if (when := moment(part.tokens))]
        if len(dated) != 1:
            continue
        fact = _fact(told, *dated[0])
        if fact:
            yield fact


def _fact(told: Told, part: Part, when: Moment) -> Fact | None:
    whole = when.form == "range"
    tokens = [token for token in part.tokens if whole or when.first <= token.i <= when.last]
    wh = _question_word(when)
    stem = told.ask(wh, part) if wh else ""
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
    points = points and not told.clause.negated
    if not answer.stem and not points and not told.clause.negated:
        return None
    return told.fact(
        "date",
        [answer],
        event=Event(label, when.iso) if points else None,
        pair=Pair("event-date", label, when.text) if points else None,
        weight=1.0,
    )


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


def _label(clause: Clause, part: Part, told: Told) -> str:
    """Return the happening without its time, for ordering."""
    pieces = [
        piece
        for piece in clause.pieces()
        if isinstance(piece, str) or (piece not in part.tokens and piece.text.lower() not in _LINKS)
    ]
    text = as_sentence(render(pieces, told.rewrite)).text.removesuffix(".")
    return text if len(text) <= 140 else ""
