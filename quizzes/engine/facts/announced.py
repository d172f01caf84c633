"""Lists that a colon announces with their number: "The lake has three parts: the bay, the basin and the sound"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Span
from ..grammar import is_verb
from ..parts import Role
from ..quantities import Quantity, quantities, without_hedge
from ..rendering import Rendered
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..language import Token

_FEWEST, _MOST, _LONGEST_ITEM = 2, 8, 8
_NAMING = frozenset({"called", "known", "named"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each counted noun whose members stand behind a colon, all of them."""
    tokens = list(view.sentence.tokens)
    colons = [token for token in tokens if token.text == ":"]
    if len(colons) != 1:
        return
    members = _members([token for token in tokens if token.i > colons[0].i])
    for told in view.told:
        counted = next((each for each in quantities(told.clause) if _announces(each, colons[0])), None)
        if counted is None or not members or counted.value != len(members) or told.clause.negated:
            continue
        fact = _fact(told, counted, members)
        if fact:
            yield fact


def _announces(quantity: Quantity, colon: Token) -> bool:
    """Say whether the counted noun phrase ends where the colon stands, with a plain number."""
    return (
        quantity.part.tokens[-1].i == colon.i - 1 and bool(quantity.counted) and not without_hedge(quantity.tokens)[0]
    )


def _members(tokens: Sequence[Token]) -> list[str]:
    """Return the items of a list, what stands in brackets left out; [] when it is no plain list."""
    items: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth or token.text == ")" or token.text == ".":
            continue
        if token.text in {",", "and"}:
            items.append([])
        else:
            items[-1].append(token)
    found = [item for item in items if item and item[0].text.lower() not in _NAMING]
    plain = all(not is_verb(item[0]) and not any(t.text in ';"' or t.dep_ == "ROOT" for t in item) for item in found)
    fits = _FEWEST <= len(found) <= _MOST and all(len(item) <= _LONGEST_ITEM for item in found)
    return ["".join(t.text + t.whitespace_ for t in item).strip() for item in found] if plain and fits else []


def _fact(told: Told, counted: Quantity, members: Sequence[str]) -> Fact | None:
    listed = f"{', '.join(members[:-1])} and {members[-1]}"
    text = f"{told.statement.text.removesuffix('.')}: {listed}."
    start = len(text) - len(listed) - 1
    answer = Answer(
        listed, AnswerType.LIST, Span(start, start + len(listed)), _stem(told, counted), members=tuple(members)
    )
    return replace(told, statement=Rendered(text)).fact("membership", [answer], weight=1.0) if answer.stem else None


def _stem(told: Told, counted: Quantity) -> str:
    part = counted.part
    wh = f"which {told.text(counted.tokens)} {told.text(counted.counted)}"
    if part.role is Role.SUBJECT:
        return told.ask_subject(wh, plural=True)
    if part.role in {Role.PHRASE, Role.AGENT}:
        return told.ask(f"{part.tokens[0].text.lower()} {wh}", part)
    return told.ask(wh, part)
