"""Letters that are letters of their own and no accents: who writes Miller does not mean Müller."""

from __future__ import annotations

import re
import unicodedata

from ..words import distance
from .plain import plain
from .slips import slips_allowed

_OWN = re.compile("[äöüåøőű]")
# Stands for such a letter where no other may: a letter of a writing that nothing here is written in.
_ANY = "\u10df"


def has_another_letter(given: str, right: str) -> bool:
    """Say whether a text has another letter where it or the right one has an ä, ö, ü, å or ø.

    The same letter without its dots is a habit of keyboards, and so is an e behind it.
    """
    return _misses(given, right) or _misses(right, given)


def _misses(mine: str, theirs: str) -> bool:
    """Say whether a word of `mine` is one of `theirs` but for another letter in the place of an own one."""
    marked = _OWN.sub(_ANY, unicodedata.normalize("NFC", theirs.casefold()))
    if _ANY not in marked:
        return False
    words = plain(mine).split()
    pairs = zip(plain(theirs).split(), plain(marked).split(), strict=False)
    return any(
        _ANY in pattern and full not in words and _has_another(word, full, pattern)
        for full, pattern in pairs
        for word in words
    )


def _has_another(word: str, full: str, pattern: str) -> bool:
    slips = distance(word, full)
    return len(word) == len(full) and slips <= slips_allowed(len(full)) and distance(word, pattern) <= slips
