"""Under what condition something happens, and what happens then."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import SUBJECTS, has_child
from ..parts import Part, Role
from . import turning
from .base import Answer, AnswerType, Fact, Level
from .told import Told
from .view import View

_MARKS = frozenset({"if", "unless", "when"})
_AT_ANY_TIME = frozenset({"VBZ", "VBP"})
_MODALS = ("may", "might", "can", "could", "will", "would")
_FEWEST_WORDS = 4
_OTHERS = (Role.CAUSE, Role.PURPOSE)


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with one whole condition."""
    for told in filter(turning.is_sound, view.told):
        candidates = _conditions(told)
        if len(candidates) != 1 or not _is_whole(candidates[0]) or told.clause.of(*_OTHERS):
            continue
        shown = turning.named_first(told, candidates[0])
        part = _conditions(shown)[0]
        stem = shown.ask("under what condition", part)
        answer = shown.answer(part.tokens, AnswerType.CONDITION, stem, level=Level.UNDERSTANDING)
        fact = shown.fact("condition", [answer, _outcome(shown, part)], weight=0.8, level=Level.UNDERSTANDING)
        if fact:
            yield fact


def _conditions(told: Told) -> list[Part]:
    """Return the parts that tell a condition; in what is so at any time, "when" means "if"."""
    found = told.clause.of(Role.CONDITION)
    if _is_so_at_any_time(told):
        found += [part for part in told.clause.of(Role.OCCASION) if part.tokens[0].text.lower() == "when"]
    return found


def _is_so_at_any_time(told: Told) -> bool:
    """Say whether a clause tells what is so, or is done, whenever it may be: "The alarm is set off"."""
    clause = told.clause
    done = clause.passive and any(str(piece).lower() in {"is", "are"} for piece in clause.middle)
    return (clause.verb.tag_ in _AT_ANY_TIME and not clause.auxiliary) or done


def _outcome(told: Told, part: Part) -> Answer | None:
    """Ask what follows: "What happens if inspectors find no mould?"."""
    clause = told.clause
    generic = clause.verb.tag_ in {"VBZ", "VBP"} and clause.verb.lemma_ not in {"be", "have"} and not clause.middle
    modal = next((str(piece) for piece in clause.middle if str(piece) in _MODALS), "")
    if part.tokens[0].text.lower() != "if" or not (generic or modal) or clause.negated:
        return None
    lead = f"what {modal} happen" if modal else "what happens"
    return turning.other_side(told, part, f"{lead} {told.text(part.tokens)}", AnswerType.ACTION)


def _is_whole(part: Part) -> bool:
    first, head = part.tokens[0].text.lower(), part.head
    return first in _MARKS and len(part.tokens) >= _FEWEST_WORDS and has_child(head, *SUBJECTS)
