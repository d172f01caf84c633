"""Persons as people type their names: a surname that is right or nearly so, with first names that fit it."""

from __future__ import annotations

from ..words import fold
from . import names
from .first_names import adds_middle_names, first_names_fit
from .foreign import sounds_like
from .letters import has_another_letter
from .slips import is_slip_of_word

_SHORTEST = 3


def is_person(given: str, right: str) -> bool:
    """Say whether a text is a person's surname, with the right first names, their initials or none of them."""
    last, _, first = given.partition(",")
    firsts, surname = names.parts_of(f"{first} {last}" if first else given)
    own, own_surname = names.parts_of(right)
    if not surname or surname.isdigit() or names.sexes_differ(given, right) or not (own or names.has_rank(right)):
        return False
    same = surname == own_surname or _is_slip_of_surname(surname, own_surname, given, right)
    fits = first_names_fit(firsts, own) or ("-" not in given and adds_middle_names(firsts, own))
    return (same and fits) or names.is_run_together(given, right)


def _is_slip_of_surname(mine: str, theirs: str, given: str, right: str) -> bool:
    if len(mine) <= _SHORTEST or has_another_letter(given, right):
        return False
    written = (fold(text).split()[-1] for text in (given, right))
    return is_slip_of_word(mine, theirs) or sounds_like(mine, theirs) or sounds_like(*written)
