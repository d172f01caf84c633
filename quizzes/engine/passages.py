"""Sentences of an article that follow each other: the paragraph about a proof, and what one reads with it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from .document import Span
from .world import World

FEWEST, MOST = 5, 12


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in the order of the article, and the number of the paragraph that each stands in."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    def texts(self, world: World) -> tuple[str, ...]:
        """Return the sentences as they stand in the article."""
        return tuple(span.of(world.document.text) for span in self.sentences)


def around(spans: Sequence[Span], world: World, rng: random.Random) -> Passage | None:
    """Return the passage about some sentences; None where they lie too far apart or too little stands around them."""
    places = [world.places[span] for span in spans if span in world.places]
    if len(places) < len(spans) or max(places) - min(places) >= MOST:
        return None
    start, end = _narrowed(_paragraph(min(places), world)[0], _paragraph(max(places), world)[1], places, rng)
    while end - start < FEWEST and (start > 0 or end < len(world.placed)):
        start, end = _widened(start, end, world, rng)
    if end - start < FEWEST:
        return None
    return Passage(
        tuple(span for span, _ in world.placed[start:end]), tuple(number for _, number in world.placed[start:end])
    )


def _paragraph(place: int, world: World) -> tuple[int, int]:
    """Return where the paragraph of a sentence starts and ends."""
    number = world.placed[place][1]
    start, end = place, place + 1
    while start > 0 and world.placed[start - 1][1] == number:
        start -= 1
    while end < len(world.placed) and world.placed[end][1] == number:
        end += 1
    return start, end


def _narrowed(start: int, end: int, places: Sequence[int], rng: random.Random) -> tuple[int, int]:
    """Return what is read at once of a long stretch: the proof may stand anywhere in it."""
    if end - start <= MOST:
        return start, end
    start = rng.randint(max(start, max(places) - MOST + 1), min(end - MOST, min(places)))
    return start, start + MOST


def _widened(start: int, end: int, world: World, rng: random.Random) -> tuple[int, int]:
    """Return the stretch with the paragraph before or behind it, or with what of that is nearest."""
    sides = [side for side, is_there in (("before", start > 0), ("behind", end < len(world.placed))) if is_there]
    if rng.choice(sides) == "before":
        return max(_paragraph(start - 1, world)[0], end - MOST), end
    return start, min(_paragraph(end, world)[1], start + MOST)
