"""Querysets whose SQL is built once and run again and again with other values.

Building the SQL of a query takes Django several times as long as running it. That is nothing for most pages, and most
of the work when a class of 300 answers at once: the queries behind an answer are prepared.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models

MARKS = range(31_001, 31_010)
"""What stands for the values while the SQL is built: numbers that every column takes and no query is about."""


class Prepared:
    """What the queryset that `build` makes of whole numbers fetches: call it with the numbers, get the rows."""

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]]) -> None:
        self.build = build
        self.of_thread = threading.local()

    def __call__(self, *values: int) -> list[Any]:
        """Run the query; numbers that no column holds find nothing."""
        if not all(0 <= value < 2**63 for value in values):
            return []
        if not hasattr(self.of_thread, "statement"):
            self.of_thread.statement = _Statement(self.build, len(values))
        statement: _Statement = self.of_thread.statement
        return statement.run(values)

    def first(self, *values: int) -> Any:
        """Return the first row, None when there is none."""
        return next(iter(self(*values)), None)


class _Statement:
    """The query as one thread's connection runs it: Django does all but build the SQL again."""

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]], count: int) -> None:
        marks = MARKS[:count]
        self.rows = build(*marks)
        compiler = self.rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, parameters = compiler.as_sql()
        self.parameters = list(parameters)
        self.places = [(place, marks.index(mark)) for place, mark in enumerate(parameters) if mark in marks]
        # Clones of the query keep what is set on it, and so use this compiler again.
        compiler.as_sql = lambda *args, **kwargs: (self.sql, tuple(self.parameters))
        self.rows.query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]

    def run(self, values: tuple[int, ...]) -> list[Any]:
        """Fetch the rows for these values."""
        for place, number in self.places:
            self.parameters[place] = values[number]
        return list(self.rows.all())
