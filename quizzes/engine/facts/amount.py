"""How many, how much and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..grammar import children
from ..parts import Part, Role
from ..quantities import Quantity, duration, money, quantities, without_hedge
from ..wording import finished
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..language import Token

_DIMENSIONS = {word: f"how {word}" for word in ("long", "wide", "high", "deep", "tall", "thick", "old", "heavy", "far")}
# These tell what the writer thinks of an amount: "how many were there?" is not answered by "only four".
_ONLY = frozenset({"only", "just"})
_PERCENT = frozenset({"percent", "%"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause with amounts, the askable ones first."""
    for told in view.told:
        if told.clause.negated:
            continue
        answers = [_answer(told, quantity) for quantity in quantities(told.clause)]
        answers += [_sum(told, part) for part in (*told.clause.of(Role.OBJECT, Role.PHRASE, Role.TIME, Role.OCCASION),)]
        fact = told.fact("amount", answers, weight=1.0)
        if fact:
            yield fact


def _answer(told: Told, quantity: Quantity) -> Answer | None:
    tokens = quantity.tokens
    hedge, plain = without_hedge(tokens)
    stem = _stem(told, quantity, hedge)
    if stem and hedge and re.search(rf"\b{hedge} (?:how many|what percentage)\b", stem, re.I):
        tokens = plain
    if stem and tokens[0].text.lower() in _ONLY:
        tokens = tokens[1:]
    of_unit = quantity.part.role is Role.COMPLEMENT and quantity.part.head.lemma_.lower() in _DIMENSIONS
    if of_unit or quantity.unit == "%":
        tokens = (*tokens, *(token for token in quantity.part.tokens if token == quantity.noun))
    return told.answer(tokens, AnswerType.NUMBER, stem, value=quantity.value, unit=quantity.unit)


def _stem(told: Told, quantity: Quantity, hedge: str) -> str:
    part = quantity.part
    measured = _DIMENSIONS.get(part.head.lemma_.lower(), "")
    if measured and part.role is Role.COMPLEMENT and len(part.tokens) == len(quantity.tokens) + 2:
        return told.ask(measured, part)
    share = _share(told, quantity, hedge)
    if share or not quantity.counted:
        return share
    many = f"{hedge} how many".strip()
    if told.clause.subject.head.tag_ == "EX":
        return _existing(told, quantity, many) if part.role is Role.ATTRIBUTE else ""
    asked = f"{many} {told.text(quantity.counted)}"
    if part.role is Role.SUBJECT:
        return told.ask_subject(asked, plural=True) if not told.clause.of(Role.ATTRIBUTE) else _identified(told, asked)
    if part in told.clause.opening:
        return ""
    if part.role in {Role.PHRASE, Role.AGENT}:
        return _behind_preposition(told, part, asked)
    return told.ask(asked, part) if part.role is Role.OBJECT else ""


def _identified(told: Told, asked: str) -> str:
    """Ask "How many sources of law are there?" where "the three sources of law are ..." tells them all."""
    whole = told.clause.subject.tokens[0].text.lower() == "the" and told.clause.verb.text.lower() in {"are", "were"}
    return finished(f"{asked} {told.clause.verb.text.lower()} there") if whole else ""


def _behind_preposition(told: Told, part: Part, asked: str) -> str:
    """Ask "in how many countries ...", but "how many parts does it consist of"."""
    lead = part.tokens[0].text.lower()
    if lead != "of" or part is not told.clause.rest[-1]:
        return told.ask(f"{lead} {asked}", part)
    stem = told.ask(asked, part)
    return stem.removesuffix("?") + " of?" if stem else ""


def _share(told: Told, quantity: Quantity, hedge: str) -> str:
    """Ask "what percentage of its cocoa"."""
    part = quantity.part
    whole = [child for child in part.head.children if child.text.lower() == "of"]
    if quantity.noun != part.head or quantity.unit not in _PERCENT or len(whole) != 1:
        return ""
    of = [token for token in part.tokens if token.i >= whole[0].i]
    wh = f"{hedge} what percentage {told.text(of)}".strip()
    if part.role is Role.SUBJECT:
        return told.ask_subject(wh, plural=True)
    return told.ask(wh, part) if part.role is Role.OBJECT else ""


def _existing(told: Told, quantity: Quantity, many: str) -> str:
    """Ask "How many islands are there in the lake?", what says where behind "there"."""
    places = [child for child in children(quantity.noun, "prep") if child.text.lower() != "of"]
    where = {token.i for child in places for token in child.subtree}
    noun = told.text([token for token in quantity.counted if token.i not in where])
    stem = told.ask(f"{many} {noun}", quantity.part)
    behind = told.text([token for token in quantity.counted if token.i in where])
    return stem.replace(" there", f" there {behind}", 1) if behind else stem


def _sum(told: Told, part: Part) -> Answer | None:
    """Ask how much money it was, or how long it took."""
    paid = money(part)
    if paid is not None:
        tokens, value = paid
        lead = "" if part.role is Role.OBJECT else f"{part.tokens[0].text.lower()} "
        hedge, plain = without_hedge(tokens)
        stem = told.ask(f"{lead}{hedge} how much".replace("  ", " ").strip(), part)
        return told.answer(plain, AnswerType.NUMBER, stem, value=value, unit="money")
    lasted = duration(part)
    return None if lasted is None else _length_of_time(told, part, lasted)


def _length_of_time(told: Told, part: Part, tokens: Sequence[Token]) -> Answer | None:
    stem = told.ask("for how long", part)
    return told.answer(tokens, AnswerType.NUMBER, stem, unit=tokens[-1].lemma_.lower())
