"""What each fact and the sentences that prove it say, read once however often it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import Span
from .facts.base import Fact
from .words import bare, stems

# So much of what a statement says may stand in the sentences that tell what its "it" is.
_MOST_REFERRED = 0.4
_YEAR = re.compile(r"\b[12]\d{3}\b")


class Quotes:
    """The sentences that prove the facts of one text; a fact is known by its id."""

    def __init__(self, text: str) -> None:
        """Take the text that evidence points into."""
        self._text = text
        self._quotes: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, tuple[str, ...]] = {}
        self._years: dict[str, frozenset[int]] = {}
        self._tellers: dict[str, Span | None] = {}

    def of(self, fact: Fact) -> tuple[str, ...]:
        """Return the sentences that prove a fact, as they stand in the text."""
        if fact.id not in self._quotes:
            self._quotes[fact.id] = tuple(span.of(self._text) for span in fact.evidence)
        return self._quotes[fact.id]

    def name(self, fact: Fact, names: Iterable[str]) -> bool:
        """Say whether a fact, or a sentence that proves it, holds one of some folded names."""
        if fact.id not in self._folded:
            self._folded[fact.id] = tuple(f" {bare(text)} " for text in (fact.statement, *self.of(fact)))
        folded = self._folded[fact.id]
        return any(f" {name} " in text for name in names if name for text in folded)

    def years(self, fact: Fact) -> frozenset[int]:
        """Return the years in the sentences that prove a fact."""
        if fact.id not in self._years:
            self._years[fact.id] = frozenset(int(year) for quote in self.of(fact) for year in _YEAR.findall(quote))
        return self._years[fact.id]

    def teller(self, fact: Fact) -> Span | None:
        """Return the one sentence that says what a fact states, None where it takes several.

        The other sentences of its evidence then only tell what "it" or "the treaty" is.
        """
        if fact.id not in self._tellers:
            self._tellers[fact.id] = self._teller(fact)
        return self._tellers[fact.id]

    def _teller(self, fact: Fact) -> Span | None:
        asked = stems(fact.statement)
        said = {span: stems(quote) for span, quote in zip(fact.evidence, self.of(fact), strict=True)}
        best = max(reversed(fact.evidence), key=lambda span: len(asked & said[span]), default=None)
        named = frozenset[str]().union(*map(stems, fact.names))
        return best if best and len(asked - said[best] - named) <= _MOST_REFERRED * len(asked) else None
