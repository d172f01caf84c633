"""What commands share: reading the file they are given, and a progress bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError
from rich.console import Console
from rich.progress import Progress as ProgressBar
from rich.progress import TaskID

from quizzes.engine import readers
from quizzes.engine.bank import Progress
from quizzes.engine.document import Document

STANDARD_INPUT = "-"


def read_document(name: str) -> Document:
    """Return the document in a file, or in standard input for "-"."""
    if name == STANDARD_INPUT:
        return readers.read(sys.stdin.buffer.read())
    try:
        return readers.read(Path(name).read_bytes(), name)
    except OSError as error:
        raise CommandError(
            f"Cannot read {name}: {error.strerror}. Give the path of a file, or - for standard input."
        ) from error


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Show a bar on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with ProgressBar(console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, TaskID] = {}

        def tell(stage: str, share: float) -> None:
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=1.0)
            bar.update(stages[stage], completed=share)

        yield tell
