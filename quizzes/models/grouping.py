"""Many rows that get one of a few values: one update for each value, where a case for every row would take long."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


def grouped[Value: Hashable](rows: Iterable[tuple[Value, int]]) -> dict[Value, list[int]]:
    """Return for each value the primary keys of the rows that get it."""
    found: dict[Value, list[int]] = {}
    for value, pk in rows:
        found.setdefault(value, []).append(pk)
    return found
