"""What somebody decided, planned or refused to do: "RCA decided to sell the network"."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import children, listed
from ..parts import Role
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

_VERBS = listed(
    "decide agree plan want refuse offer promise threaten try attempt manage fail hope choose vow pledge seek aim"
    " intend propose decline prepare volunteer resolve undertake learn ask persuade force order allow enable encourage"
    " urge require invite permit forbid instruct oblige motivate design"
)
_FEWEST, _MOST = 2, 14


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause whose verb governs "to" and another verb."""
    for told in view.told:
        if told.clause.verb.lemma_ in _VERBS and not told.clause.negated:
            fact = told.fact("action", [_answer(told)], weight=0.6)
            if fact and any(answer.stem for answer in fact.answers):
                yield fact


def _answer(told: Told) -> Answer | None:
    """Ask "What did RCA decide to do?"."""
    for part in told.clause.of(Role.COMPLEMENT, Role.CONTENT):
        to = [child for child in children(part.head, "aux") if child.tag_ == "TO"]
        if part.head.tag_ != "VB" or len(to) != 1 or part is not told.clause.rest[-1] or children(part.head, "neg"):
            continue
        before = [token for token in part.tokens if token.i <= to[0].i]
        tokens = [token for token in part.tokens if token.i > to[0].i]
        if not _FEWEST <= len(tokens) <= _MOST or part.head.lemma_ in {"be", "have", "do"}:
            continue
        stem = told.ask("what", part)
        asked = stem.removesuffix("?") + f" {told.text(before)} do?" if stem else ""
        return told.answer(tokens, AnswerType.ACTION, asked)
    return None
