"""How many and how much."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import Role
from ..quantities import Quantity, quantities
from ..wording import subject_question
from .base import Answer, AnswerType, Fact
from .view import Told, View


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
    return told.answer(
        quantity.tokens, AnswerType.NUMBER, _stem(told, quantity), value=quantity.value, unit=quantity.unit
    )


def _stem(told: Told, quantity: Quantity) -> str:
    part = quantity.part
    if not quantity.counted:
        return ""
    noun = told.text(quantity.counted)
    if part.role is Role.SUBJECT:
        return subject_question(told.clause, f"how many {noun}", told.rewrite, plural=True)
    if part.role in {Role.OBJECT, Role.ATTRIBUTE}:
        return told.ask(f"how many {noun}", part)
    return ""
