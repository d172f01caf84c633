"""When the persons of an article lived, as far as its own facts tell: nobody does anything before or after that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .facts.base import AnswerType, Fact

_BORN, _DIED = re.compile(r" (?:was|were) born\b"), re.compile(r" died\b")
_YOUNGEST = 10
_OLDEST = 105


@dataclass(frozen=True, slots=True)
class Life:
    """What a statement of somebody's birth or death tells: between which years he can have acted."""

    statement: str
    first: int
    last: int


def lives(facts: Iterable[Fact]) -> Iterator[Life]:
    """Yield what the facts tell of births and deaths."""
    for fact in facts:
        dated = next((answer.year for answer in fact.answers if answer.type is AnswerType.DATE and answer.year), None)
        if dated is not None and _BORN.search(fact.statement):
            yield Life(fact.statement, dated + _YOUNGEST, dated + _OLDEST)
        if dated is not None and _DIED.search(fact.statement):
            yield Life(fact.statement, dated - _OLDEST, dated)


def alive(names: Iterable[str], known: Iterable[Life], right: int, year: int) -> bool:
    """Say whether persons who were of an age to act in the right year were so in another one as well."""
    named = tuple(names)
    return all(
        _fits(life.first, life.last, right, year) for life in known if named and life.statement.startswith(named)
    )


def _fits(first: int, last: int, right: int, year: int) -> bool:
    """Say whether a year lies within bounds that the right one lies within."""
    return first <= year <= last or not first <= right <= last
