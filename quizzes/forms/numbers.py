"""Numbers as they are written in the language of whoever types them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.formats import get_format

# One mark before exactly three figures: thousands in one language, decimals in another.
_AMBIGUOUS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})([.,])(\d{3})(?![.,]?\d)")
_LESS_THAN_ONE = re.compile(r"(?<![\d.,])0,(?=\d)")
_THIN_SPACE = "\u202f"


def unambiguous(text: str, language: str, told: Iterable[str] = ()) -> str:
    """Return a typed text whose numbers can be read in one way only.

    To a German "1.234" is over a thousand and "1,234" little more than one; to a Briton it is the other way round.
    A figure written just as one of the texts `told` has it means the same there: it was copied from the article.
    """
    text = _LESS_THAN_ONE.sub("0.", text)
    if get_format("DECIMAL_SEPARATOR", language) != ",":
        return text
    copied = {found[0] for each in told for found in _AMBIGUOUS.finditer(each)}
    return _AMBIGUOUS.sub(lambda found: found[0] if found[0] in copied else _read(found), text)


def _read(found: re.Match[str]) -> str:
    whole, mark, rest = found.groups()
    return f"{whole}{_THIN_SPACE}{rest}" if mark == "." else f"{whole}.{rest}"
