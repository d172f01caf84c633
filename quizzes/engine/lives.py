"""When the persons of an article lived, as far as its own facts tell: nobody does anything before or after that."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .facts.base import AnswerType, Fact

_BORN, _DIED = re.compile(r" (?:was|were) born\b"), re.compile(r" died\b")
_YOUNGEST = 10
_OLDEST = 105


def alive(names: Iterable[str], facts: Iterable[Fact], right: int, year: int) -> bool:
    """Say whether persons who were of an age to act in the right year were so in another one as well."""
    known = tuple(names)
    for fact in facts if known else ():
        dated = next((answer.year for answer in fact.answers if answer.type is AnswerType.DATE and answer.year), None)
        if dated is None or not fact.statement.startswith(known):
            continue
        if _BORN.search(fact.statement) and not _fits(dated + _YOUNGEST, dated + _OLDEST, right, year):
            return False
        if _DIED.search(fact.statement) and not _fits(dated - _OLDEST, dated, right, year):
            return False
    return True


def _fits(first: int, last: int, right: int, year: int) -> bool:
    """Say whether a year lies within bounds that the right one lies within."""
    return first <= year <= last or not first <= right <= last
