"""The sentences of an article found by what they say, without reading all of them for each question."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from .words import bare, stems

_YEAR = re.compile(r"\b[12]\d{3}\b")


class Sayings:
    """Texts indexed by their words and stems; a text is known by its number."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Index the texts, each once."""
        self.texts = tuple(dict.fromkeys(texts))
        self._stems = tuple(map(stems, self.texts))
        self._bare = tuple(f" {bare(text)} " for text in self.texts)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, (words, own) in enumerate(zip(self._bare, self._stems, strict=True)):
            for word in set(words.split()):
                self._by_word[word].append(number)
            for stem in own:
                self._by_stem[stem].append(number)
        self._holding: dict[str, frozenset[int]] = {}
        self._years: dict[str, frozenset[int]] = {}

    def holding(self, phrase: str) -> frozenset[int]:
        """Return the texts in which the words of a phrase stand together, as `words.holds` says."""
        inner = bare(phrase)
        if inner not in self._holding:
            rarest: Sequence[int] = min((self._by_word.get(word, ()) for word in inner.split()), key=len, default=())
            self._holding[inner] = frozenset(number for number in rarest if f" {inner} " in self._bare[number])
        return self._holding[inner]

    def years(self, phrase: str) -> frozenset[int]:
        """Return the years in the texts that hold a phrase."""
        inner = bare(phrase)
        if inner not in self._years:
            told = (year for number in self.holding(inner) for year in _YEAR.findall(self.texts[number]))
            self._years[inner] = frozenset(map(int, told))
        return self._years[inner]

    def supporting(self, asked: frozenset[str], share: float, names: Iterable[str]) -> list[int]:
        """Return the texts that hold one of the names and at least this share of the stems asked for."""
        holding = [found for name in names if (found := self.holding(name))]
        if not holding:
            return []
        few: Collection[int] = self._with_a_rare_stem(asked, share)
        if sum(map(len, holding)) < len(few):
            few = frozenset().union(*holding)
        return [
            number
            for number in few
            if len(asked & self._stems[number]) >= share * len(asked) and any(number in found for found in holding)
        ]

    def _with_a_rare_stem(self, asked: frozenset[str], share: float) -> set[int]:
        """Return the texts with one of the rarest stems: one without any of them cannot have the share asked for."""
        needed = max(1, math.ceil(share * len(asked)))
        by_stem = sorted((self._by_stem.get(stem, []) for stem in asked), key=len)
        return {number for numbers in by_stem[: len(asked) - needed + 1] for number in numbers}
