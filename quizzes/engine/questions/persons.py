"""Persons as people type their names: a surname that is right or nearly so, with first names that fit it."""

from __future__ import annotations

import re

from ..words import fold
from . import names
from .first_names import adds_middle_names, first_names_fit
from .foreign import sounds_like
from .letters import has_another_letter
from .plain import plain
from .slips import is_slip_of_word

_SHORTEST = 3
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\.)")
_ARABIC_ARTICLES = frozenset({"al", "el"})
# A woman's surname is her own where nothing else says who is meant: "Petrova" is not Ivan Petrov.
_OF_A_MAN = ("ov", "ev", "in", "yn")


def is_person(given: str, right: str) -> bool:
    """Say whether a text is a person's surname, with the right first names, their initials or none of them."""
    last, _, first = _INITIALS.sub(r"\1. ", given).partition(",")
    firsts, surname = names.parts_of(f"{first} {last}")
    own, own_surname = names.parts_of(right)
    if not surname or surname.isdigit() or names.sexes_differ(given, right) or not (own or names.has_rank(right)):
        return False
    if _ARABIC_ARTICLES.isdisjoint(own):
        firsts = [name for name in firsts if name not in _ARABIC_ARTICLES]
    same = surname == own_surname or _is_slip_of_surname(surname, own_surname, given, right)
    fits = first_names_fit(firsts, own) or ("-" not in given and adds_middle_names(firsts, own))
    return (same and fits) or names.is_run_together(given, right)


def is_surname_first(given: str, right: str) -> bool:
    """Say whether a text is a whole name with the surname before the first names or their initials."""
    firsts, surname = names.parts_of(right)
    mine = fold(given).split()
    if len(mine) < 2 or plain(mine[0]) != surname:
        return False
    same = [name in (own, own[0]) for name, own in zip(mine[1:], firsts, strict=False)]
    return (all(same) and len(mine) - 1 == len(firsts)) or adds_middle_names(mine[1:], firsts)


def _is_slip_of_surname(mine: str, theirs: str, given: str, right: str) -> bool:
    if len(mine) <= _SHORTEST or has_another_letter(given, right):
        return False
    if plain(given) == mine == f"{theirs}a" and theirs.endswith(_OF_A_MAN):
        return False
    # One wording for all names leaves letters out: "Dostoevsky".
    written = [fold(text).split()[-1] for text in (given, right)]
    abroad = [plain(word) for word in written] == [mine, theirs] and sounds_like(*written)
    return abroad or is_slip_of_word(mine, theirs) or sounds_like(mine, theirs)
