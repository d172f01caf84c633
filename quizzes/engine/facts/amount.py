"""How many and how much."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Role
from ..quantities import Quantity, quantities
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

_DIMENSIONS = {word: f"how {word}" for word in ("long", "wide", "high", "deep", "tall", "thick", "old", "heavy", "far")}


def _share(told: Told, quantity: Quantity) -> str:
    """Ask "what percentage of its cocoa"."""
    part = quantity.part
    whole = [child for child in part.head.children if child.text.lower() == "of"]
    if quantity.noun != part.head or quantity.unit not in {"percent", "%"} or len(whole) != 1:
        return ""
    of = [token for token in part.tokens if token.i >= whole[0].i]
    wh = f"what percentage {told.text(of)}"
    if part.role is Role.SUBJECT:
        return told.ask_subject(wh, plural=True)
    return told.ask(wh, part) if part.role is Role.OBJECT else ""


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with amounts, the askable ones first."""
    for told in view.told:
        if told.clause.negated:
            continue
        answers = [_answer(told, quantity) for quantity in quantities(told.clause)]
        fact = told.fact("amount", answers, weight=1.0)
        if fact:
            yield fact


def _answer(told: Told, quantity: Quantity) -> Answer | None:
    tokens = quantity.tokens
    if quantity.part.role is Role.COMPLEMENT and quantity.part.head.lemma_.lower() in _DIMENSIONS:
        tokens = (*tokens, *(token for token in quantity.part.tokens if token == quantity.noun))
    return told.answer(tokens, AnswerType.NUMBER, _stem(told, quantity), value=quantity.value, unit=quantity.unit)


def _stem(told: Told, quantity: Quantity) -> str:
    part = quantity.part
    measured = _DIMENSIONS.get(part.head.lemma_.lower(), "")
    if measured and part.role is Role.COMPLEMENT and len(part.tokens) == len(quantity.tokens) + 2:
        return told.ask(measured, part)
    share = _share(told, quantity)
    if share:
        return share
    if not quantity.counted:
        return ""
    noun = told.text(quantity.counted)
    if part.role is Role.SUBJECT and told.clause.of(Role.ATTRIBUTE):
        return ""
    if part.role is Role.SUBJECT:
        return told.ask_subject(f"how many {noun}", plural=True)
    if part.role is Role.OBJECT or told.clause.subject.head.tag_ == "EX":
        return told.ask(f"how many {noun}", part)
    return ""
