"""Querysets and writes whose SQL is built once and run again and again with other values.

Building the SQL of a query takes Django several times as long as running it. That is nothing for most pages, and most
of the work when a class of 300 answers at once: the queries behind an answer are prepared.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery, UpdateQuery
from django.utils.functional import cached_property

SINGLE = 31_001
"""What stands for single values while the SQL is built counts from here: numbers that every column takes."""

LISTED = 1_000_001
"""What stands for the values of lists counts from here."""

type Value = int | str | Sequence[int] | Sequence[str]


class Prepared:
    """What the queryset that `build` makes of values fetches: call it with the values, get the rows.

    A value is a number, a text, or a list of either, for `__in`. Nothing is prefetched.
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]]) -> None:
        self.build = build
        self.of_thread = threading.local()

    def __call__(self, *values: Value) -> list[Any]:
        """Run the query; a list that is empty and numbers that no column holds find nothing."""
        filled = [value if isinstance(value, int | str) else _filled(value) for value in values]
        given = list(_flat(filled))
        if [] in filled or not all(isinstance(value, str) or 0 <= value < 2**63 for value in given):
            return []
        lengths = tuple(len(value) if isinstance(value, list) else 0 for value in filled)
        statements: dict[tuple[int, ...], _Statement] = self.of_thread.__dict__.setdefault("statements", {})
        if lengths not in statements:
            statements[lengths] = _Statement(self.build, lengths)
        return statements[lengths].run(given)

    def first(self, *values: Value) -> Any:
        """Return the first row, None when there is none."""
        return next(iter(self(*values)), None)


def _filled(values: Iterable[Any]) -> list[Any]:
    """Return the values with the last one repeated until there are 1, 2, 4, 8 …, so that few lengths need SQL."""
    found = list(values)
    missing = (1 << (len(found) - 1).bit_length()) - len(found) if found else 0
    return found + found[-1:] * missing


def _flat(values: Iterable[Any]) -> Iterator[int | str]:
    for value in values:
        if isinstance(value, list):
            yield from value
        else:
            yield value


class _Statement:
    """The query as one thread's connection runs it: Django does all but build the SQL again."""

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]], lengths: Iterable[int]) -> None:
        single, listed = count(SINGLE), count(LISTED)
        marks = [[next(listed) for _ in range(length)] if length else next(single) for length in lengths]
        self.rows = build(*marks)
        compiler = self.rows.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        # By their names they are put in at once, without looking through all of the SQL each time.
        names = [f"p{place}" for place in range(len(parameters))]
        self.parameters = dict(zip(names, parameters, strict=True))
        named = (f"%({name})s" for name in names)
        self.sql = re.sub("%%|%s", lambda mark: next(named) if mark[0] == "%s" else mark[0], sql)
        # A number that stands for a text is a text by now.
        numbers = {str(mark): number for number, mark in enumerate(_flat(marks))}
        places = ((name, numbers.get(str(mark))) for name, mark in self.parameters.items())
        self.places = [(name, number) for name, number in places if number is not None]
        self.compiler = compiler
        self.converters = compiler.get_converters([column for column, *_ in compiler.select])
        compiler.execute_sql = self._fetch
        compiler.results_iter = self._converted
        self.rows.query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]

    def run(self, values: Sequence[int | str]) -> list[Any]:
        """Fetch the rows for these values."""
        for name, number in self.places:
            self.parameters[name] = values[number]
        # What a queryset does to be evaluated, without a clone that keeps the rows.
        rows: Iterable[Any] = self.rows._iterable_class(self.rows)  # type: ignore[assignment]
        return list(rows)

    def _fetch(self, *args: Any, **kwargs: Any) -> list[Sequence[Any]]:
        """Run the SQL as it is."""
        with self.compiler.connection.cursor() as cursor:
            cursor.execute(self.sql, self.parameters)
            return list(cursor.fetchall())

    def _converted(self, found: Any = None, *, tuple_expected: bool = False, **kwargs: Any) -> Iterable[Any]:
        """Return the rows with their columns as Django's fields have them."""
        rows = self._fetch() if found is None else found
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return map(tuple, rows) if tuple_expected else rows


class Changed:
    """Some fields of a row, stored as they are by SQL that is built once where the row is among those that `build`
    makes of values: call it with the row and the values; it says whether the row was among them.

    A value is a number, a text, or what a JSON field holds.
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any, Any]], names: Sequence[str]) -> None:
        self.build, self.names = build, names
        self.sql, self.places = "", [0]

    def __call__(self, row: models.Model, *values: Any) -> bool:
        """Store the fields of this row."""
        fields: list[Any] = [row._meta.get_field(name) for name in self.names]
        if not self.sql:
            self._prepare(fields, len(values))
        stored = [field.get_db_prep_save(field.value_from_object(row), connection) for field in fields]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [*stored, *(_adapted(values[place]) for place in self.places)])
            return bool(cursor.rowcount)

    def _prepare(self, fields: Sequence[Any], length: int) -> None:
        """Build the statement."""
        query: Any = self.build(*range(SINGLE, SINGLE + length)).query.chain(UpdateQuery)
        query.add_update_fields([(field, None, None) for field in fields])
        # The SQL of a queryset that locks rows is built in a transaction and nowhere else.
        with nullcontext() if connection.in_atomic_block else transaction.atomic():
            sql, parameters = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        # PostgreSQL's values for JSON fields are wrapped.
        self.places = [int(getattr(parameter, "obj", parameter)) - SINGLE for parameter in parameters[len(fields) :]]
        self.sql = str(sql)


def _adapted(value: Any) -> Any:
    return value if isinstance(value, int | str) else connection.ops.adapt_json_value(value, None)


class Stored:
    """New rows of a model, stored by SQL that is built once: call it with the rows; their numbers stay unknown.

    Where a row with the same `unique` fields is there already, it becomes what the new one is.
    """

    def __init__(self, model: type[models.Model], unique: Sequence[str] = ()) -> None:
        self.model, self.unique = model, unique
        self.fields = [field for field in model._meta.concrete_fields if not field.primary_key]

    def __call__(self, rows: Iterable[models.Model]) -> None:
        """Store the rows, however many, in one go."""
        found = [
            [field.get_db_prep_save(field.value_from_object(row), connection) for field in self.fields] for row in rows
        ]
        with connection.cursor() as cursor:
            if len(found) == 1:
                # PostgreSQL prepares for many in ways that cost as much as storing one.
                cursor.execute(self.sql, found[0])
            elif found:
                cursor.executemany(self.sql, found)

    @cached_property
    def sql(self) -> str:
        """The statement for one row."""
        same = [field for field in self.fields if field.name in self.unique]
        query = InsertQuery(
            self.model,
            on_conflict=OnConflict.UPDATE if same else None,
            update_fields=[field for field in self.fields if field not in same],
            unique_fields=same,
        )
        query.insert_values(self.fields, [self.model()], raw=True)
        [(sql, _)] = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        return str(sql)
