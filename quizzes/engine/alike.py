"""Of the questions taken so far those that may tell the answer of another, from wherever in the text they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from itertools import chain

from .leaks import keys, states
from .questions import find_evidence
from .questions.base import Question
from .words import bare, stems

# So many telling words two stems share before they may be about one thing told twice.
_SHARED = 3
_NONE: Set[int] = frozenset()


class Alike:
    """Questions found by the words of their stems and keys, as `leaks.tells` compares them; each has its number."""

    def __init__(self) -> None:
        """Start with none."""
        self._questions: list[Question] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._judged: dict[str, set[int]] = defaultdict(set)

    def add(self, question: Question) -> None:
        """Add a question."""
        number = len(self._questions)
        self._questions.append(question)
        for word in bare(question.stem).split():
            self._by_word[word].add(number)
        for key in keys(question):
            self._by_key[bare(key).partition(" ")[0]].add(number)
        for stem in stems(find_evidence.statement_of(question)) if states(question) else ():
            self._judged[stem].add(number)

    def to(self, question: Question) -> list[Question]:
        """Return the questions that share telling words with one, and whose key it may name, or which may name its."""
        told = find_evidence.statement_of(question)
        found = set(self._saying_the_same(told)) if states(question) else set()
        for key in keys(question) if question.kind != find_evidence.KIND else ():
            found |= min((self._by_word.get(word, _NONE) for word in bare(key).split()), key=len, default=_NONE)
        found = found.union(*(self._by_key.get(word, _NONE) for word in bare(told).split()))
        own, others = stems(told), (self._questions[number] for number in sorted(found))
        return [other for other in others if len(own & stems(other.stem)) >= _SHARED]

    def _saying_the_same(self, told: str) -> list[int]:
        """Return the statements that share telling words with another."""
        by_stem = sorted((self._judged.get(stem, _NONE) for stem in stems(told)), key=len)
        # What shares so many has one at least of the rarest: the commonest are only asked about those found by them.
        rare, common = by_stem[: 1 - _SHARED], by_stem[1 - _SHARED :]
        shared = Counter(chain.from_iterable(rare))
        return [n for n, count in shared.items() if count + sum(n in numbers for numbers in common) >= _SHARED]
