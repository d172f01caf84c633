"""Tables as CSV that spreadsheets open without running anything in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""Makes spreadsheet programs read the file as UTF-8."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so may be run as a formula (OWASP, CSV injection)."""


def safe(value: object) -> object:
    """Return the cell, text that a spreadsheet could take for a formula with an apostrophe before it."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def write(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the table as text: a header, then one line per row, in the form of RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([safe(value) for value in row] for row in rows)
    return BOM + out.getvalue()
