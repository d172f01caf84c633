"""Short word lists are written as one string: easier to read and to extend than a column of quotes."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(text.split())
