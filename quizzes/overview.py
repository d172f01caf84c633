"""Where a learner is in an attempt: which questions are answered, left open, flagged and open. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """One question of an attempt, without anything of its answer; what `is_left` was left open for good."""

    position: int
    is_answered: bool
    is_left: bool
    is_flagged: bool
    is_reachable: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """All questions of an attempt in their order."""

    places: tuple[Place, ...]

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.places)

    @property
    def done(self) -> int:
        """How many are answered."""
        return sum(place.is_answered for place in self.places)

    @property
    def open(self) -> tuple[Place, ...]:
        """Those that are still to be answered."""
        return tuple(place for place in self.places if not (place.is_answered or place.is_left))

    @property
    def left(self) -> tuple[Place, ...]:
        """Those left open for good."""
        return tuple(place for place in self.places if place.is_left)

    @property
    def flagged(self) -> tuple[Place, ...]:
        """Those to come back to."""
        return tuple(place for place in self.places if place.is_flagged)

    def open_after(self, position: int) -> int | None:
        """Return the next open question after this one, else the first open one, None where there is none."""
        positions = [place.position for place in self.open if place.position != position]
        return next((one for one in positions if one > position), positions[0] if positions else None)

    def on_from(self, position: int, wanted: int | None) -> int | None:
        """Return the question wanted, 0 the page to hand in; where nothing or no such one is, the next open one."""
        is_there = wanted == 0 or any(place.position == wanted for place in self.places)
        return wanted if is_there else self.open_after(position)

    def before(self, position: int) -> int | None:
        """Return the question before this one that may be seen."""
        return self._reachable(position - 1)

    def after(self, position: int) -> int | None:
        """Return the question after this one that may be seen."""
        return self._reachable(position + 1)

    def _reachable(self, position: int) -> int | None:
        return next((one.position for one in self.places if one.position == position and one.is_reachable), None)


def overview(rows: list[tuple[int, bool, bool, bool]], *, one_way: bool) -> Overview:
    """Return the overview of (position, is answered, is left open, is flagged) in order.

    One way, the first open one ends the way.
    """
    first = next((position for position, is_answered, is_left, _ in rows if not (is_answered or is_left)), None)
    return Overview(tuple(Place(*row, not one_way or first is None or row[0] <= first) for row in rows))
