"""Portions of a whole as people write them: "a third", "1/3", "two thirds", "half", "50 per cent"."""

from __future__ import annotations

import re
from fractions import Fraction

from ..figures import figures, numbers
from ..words import fold
from .measures import read_numbers

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_WORDED = re.compile(rf"(?:(a|an|one) )?({'|'.join(_PARTS)})|([a-z]+|\d) ({'|'.join(_PARTS)})s")
_FIGURES = re.compile(r"(\d{1,2}) ?(?:/|(?:out )?of|in) ?(\d{1,2})")
_SHARE = re.compile(r"(.+?) ?(?:%|per ?cent)", re.I)
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
# A share in whole per cent is rounded.
_ROUNDING = Fraction(1, 200)


def portion(text: str) -> Fraction | None:
    """Return the portion that a text names in words or as a fraction, None for any other text."""
    text = text.strip(" .")
    if text in _SIGNS:
        return _SIGNS[text]
    told = _FIGURES.fullmatch(text) or _FIGURES.fullmatch(figures(fold(text)))
    if told and 0 < int(told[1]) < int(told[2]):
        return Fraction(int(told[1]), int(told[2]))
    found = _WORDED.fullmatch(fold(text).removeprefix("the ") if text.casefold() != "the third" else "")
    if found is None or (found[2] and not found[1] and found[2] != "half"):
        return None
    count = numbers(found[3] or "1")
    return Fraction(int(count[0]), _PARTS[found[4] or found[2]]) if count else None


def same_portion(given: str, right: str) -> bool:
    """Say whether a text names the portion that is the right answer, in words, as a fraction or in per cent."""
    wanted, mine = portion(right), portion(given)
    if wanted is None or mine is not None:
        return wanted == mine
    share = _SHARE.fullmatch(given.strip(" ."))
    told = read_numbers(share[1]) if share else []
    return len(told) == 1 and abs(Fraction(told[0]) / 100 - wanted) <= _ROUNDING
