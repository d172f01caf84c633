"""How one article writes its words: which small, and which open names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from .words import SMALL_WORDS

_INNER_ARTICLE = re.compile(r"(?<=[a-z,] )(?:The|An?) ")
_EDGE = re.compile(r"\b")
_SMALL = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])")


class Casing:
    """The small and the capital letters of one text, and the names in it."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        """Take the text and every form in which it names something."""
        self._text = text
        self._names = tuple(filter(None, names))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the text writes small."""
        return frozenset(_SMALL.findall(self._text))

    def in_sentence(self, text: str) -> str:
        """Return a text that opens a sentence as the middle of one has it, "" where it may be a name or none."""
        first, space, rest = text.partition(" ")
        lower = first[:1].lower() + first[1:]
        if first in ("The", "A", "An"):
            return text if self._is_written_with(text) else f"{lower}{space}{rest}"
        if self._opens_with_name(text) or not first[:1].isupper() or first[1:].lower() != first[1:]:
            return text
        return f"{lower}{space}{rest}" if lower in SMALL_WORDS or lower in self.lower else ""

    def _opens_with_name(self, text: str) -> bool:
        """Say whether a name opens a text; a word that is elsewhere written small needs the whole name behind it."""
        first = text.split(" ", 1)[0].removesuffix("'s")
        if first not in self._openings:
            return False
        return first.lower() not in self.lower or any(text.startswith(name) for name in self._names)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(name.split()[0] for name in self._names if name.split() and name[0].isupper())

    def _is_written_with(self, text: str) -> bool:
        """Say whether the article keeps the capital of "The Hague" in the middle of a sentence."""
        start = " ".join(text.split(" ", 2)[:2])
        text = self._text
        return any(
            text.startswith(start, place) and _EDGE.match(text, place + len(start)) for place in self._inner_articles
        )

    @cached_property
    def _inner_articles(self) -> tuple[int, ...]:
        """Where an article has a capital in the middle of a sentence."""
        return tuple(match.start() for match in _INNER_ARTICLE.finditer(self._text))
