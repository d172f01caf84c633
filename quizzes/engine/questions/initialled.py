"""Well-known names inside a longer one, by their initials or adjectives: "EU Naval Force", "the Norwegian navy"."""

from __future__ import annotations

import re
from functools import cache

from .. import gazetteer
from ..words import SMALL_WORDS
from .plain import plain

_INITIALS = re.compile(r"[A-Z]{2,5}")


def written_out(base: str) -> str:
    """Return a text of plain words with countries and organisations in it by their names, not initials or adjectives.

    What stands alone is left as it is: it is another name of the same thing, and may be the question.
    """
    words = base.split()
    telling = [word for word in words if word not in SMALL_WORDS or word in _names()]
    return " ".join(_names().get(word, word) for word in words) if len(telling) > 1 else base


@cache
def _names() -> dict[str, str]:
    organisations = gazetteer.organisations().items()
    countries = ((alias, country.name) for country in gazetteer.countries() for alias in country.aliases)
    told = ((alias.replace(".", ""), name) for alias, name in (*organisations, *countries))
    adjectives = {
        plain(adjective): plain(of[0].name) for adjective, of in gazetteer.adjectives().items() if len(of) == 1
    }
    return adjectives | {plain(short): plain(name) for short, name in told if _INITIALS.fullmatch(short)}
