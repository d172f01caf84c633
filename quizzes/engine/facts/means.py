"""By what means something was done."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import CAUSAL, children
from ..parts import Part, Role
from . import turning
from .base import AnswerType, Fact, Level
from .view import View

_FEWEST_WORDS = 3
_LEADS = ("with the help of", "with the aid of", "by means of", "through the use of")
_OTHERS = (Role.CAUSE, Role.PURPOSE)


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that tells one means."""
    for told in filter(turning.is_sound, view.told):
        parts = [part for part in told.clause.rest if _is_means(part)]
        if len(parts) != 1 or told.clause.of(*_OTHERS):
            continue
        stem = told.ask("how", parts[0])
        answer = told.answer(parts[0].tokens, AnswerType.MEANS, stem, level=Level.UNDERSTANDING)
        fact = told.fact("means", [answer], weight=0.8, level=Level.UNDERSTANDING)
        if fact and fact.answers[0].stem:
            yield fact


def _is_means(part: Part) -> bool:
    if len(part.tokens) < _FEWEST_WORDS:
        return False
    # "funded by charging fees": what is done, not who does it, unless it is told to cause something.
    if part.role is Role.AGENT:
        return bool(children(part.head, "pcomp")) and part.head.head.lemma_ not in CAUSAL
    using = part.role is Role.PHRASE and part.tokens[0].text.lower() == "using"
    return part.role is Role.MEANS or using or part.text.startswith(_LEADS)
