"""The names of an article found by their letters: which of them a slip or two would make of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .words import bare, distance, letters


class Spellings:
    """Names indexed by their length; what was looked for once is kept, since several kinds ask for one name."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names, each once."""
        self._by_length: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for name in dict.fromkeys(names):
            self._by_length[len(bare(name))].append((name, bare(name), letters(bare(name))))
        self._near: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def near(self, name: str, longer: int, most: int) -> tuple[str, ...]:
        """Return the names that are at most so much longer or shorter, folded, and have at most so many errors."""
        asked = bare(name), longer, most
        if asked not in self._near:
            self._near[asked] = tuple(self._found(*asked))
        return self._near[asked]

    def _found(self, own: str, longer: int, most: int) -> Iterable[str]:
        bits = letters(own)
        for size in range(len(own) - longer, len(own) + longer + 1):
            names = self._by_length.get(size, ())
            # Of very many names few have nearly the same letters: the others fall out in the quickest of loops.
            for text, other, its_bits in [row for row in names if (row[2] ^ bits).bit_count() <= 2 * most]:
                far = max((bits & ~its_bits).bit_count(), (its_bits & ~bits).bit_count()) > most
                if not far and distance(other, own, most) <= most:
                    yield text
