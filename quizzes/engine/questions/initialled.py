"""Initials of well-known names inside a longer one: "EU Naval Force", "U.S. Coast Guard"."""

from __future__ import annotations

import re
from functools import cache

from .. import gazetteer
from ..words import SMALL_WORDS
from .plain import plain

_INITIALS = re.compile(r"[A-Z]{2,5}")


def written_out(base: str) -> str:
    """Return a text of plain words with the initials of countries and organisations in it written out.

    Initials that stand alone are left as they are: they are another name of the same thing, and may be the question.
    """
    words = base.split()
    telling = [word for word in words if word not in SMALL_WORDS or word in _names()]
    return " ".join(_names().get(word, word) for word in words) if len(telling) > 1 else base


@cache
def _names() -> dict[str, str]:
    organisations = gazetteer.organisations().items()
    countries = ((alias, country.name) for country in gazetteer.countries() for alias in country.aliases)
    told = ((alias.replace(".", ""), name) for alias, name in (*organisations, *countries))
    return {plain(short): plain(name) for short, name in told if _INITIALS.fullmatch(short)}
