"""An article in stretches that a language model reads at once, its sentences numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Document, Span

WORDS = 400
"""A stretch is closed before it grows longer than this, unless one sentence alone does."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article: its sentences by their number, and the numbers that open a paragraph."""

    sentences: dict[int, Span]
    openings: frozenset[int]


def parts(document: Document, sentences: Sequence[Span]) -> list[Part]:
    """Return the stretches of a document, cut between paragraphs, and within one only where it is too long."""
    found: list[Part] = []
    held: list[tuple[int, Span]] = []
    openings = _openings(document, sentences)
    for group in _groups(sentences, openings):
        if held and _words(document, [*held, *group]) > WORDS:
            found.append(_part(held, openings))
            held = []
        for numbered in group:
            if held and _words(document, [*held, numbered]) > WORDS:
                found.append(_part(held, openings))
                held = []
            held.append(numbered)
    return [*found, _part(held, openings)] if held else found


def _part(held: list[tuple[int, Span]], openings: frozenset[int]) -> Part:
    return Part(dict(held), openings & {number for number, _ in held})


def _openings(document: Document, sentences: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the sentences that open a paragraph."""
    numbers = enumerate(sentences, 1)
    return frozenset(
        number
        for number, span in numbers
        if number == 1 or "\n\n" in document.text[sentences[number - 2].end : span.start]
    )


def _groups(sentences: Sequence[Span], openings: frozenset[int]) -> Iterator[list[tuple[int, Span]]]:
    group: list[tuple[int, Span]] = []
    for number, span in enumerate(sentences, 1):
        if number in openings and group:
            yield group
            group = []
        group.append((number, span))
    if group:
        yield group


def _words(document: Document, numbered: Sequence[tuple[int, Span]]) -> int:
    return sum(len(span.of(document.text).split()) for _, span in numbered)
