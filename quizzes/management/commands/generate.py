from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress as ProgressBar

from quizzes.engine import bank, readers, report
from quizzes.engine.document import Document, Unreadable

STANDARD_INPUT = "-"


class Command(BaseCommand):
    """Print the question bank of one article; no database is touched."""

    help = "Read an article and print its facts and questions."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the article and the form of the answer."""
        parser.add_argument("file", help="the article: a text, HTML, PDF or DOCX file, - for standard input")
        parser.add_argument("--format", choices=("json", "text", "table"), default="json", help="default: json")
        parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same bank; default: 0")
        parser.add_argument("--text", action="store_true", help="print only the text that evidence offsets point into")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, build, print."""
        try:
            document = _read(options["file"])
            if options["text"]:
                self.stdout.write(document.text)
                return
            with _progress() as tell:
                built = bank.build(document, options["seed"], tell)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_printed(built, options["format"]))


def _read(name: str) -> Document:
    if name == STANDARD_INPUT:
        return readers.read(sys.stdin.buffer.read())
    try:
        return readers.read(Path(name).read_bytes(), name)
    except OSError as error:
        raise CommandError(
            f"Cannot read {name}: {error.strerror}. Give the path of a file, or - for standard input."
        ) from error


def _printed(built: bank.Bank, form: str) -> str:
    if form == "json":
        return json.dumps(bank.to_json(built), ensure_ascii=False, indent=1)
    return report.as_text(built) if form == "text" else report.as_table(built)


@contextmanager
def _progress() -> Iterator[bank.Progress | None]:
    """Show a bar on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with ProgressBar(console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, Any] = {}

        def tell(stage: str, share: float) -> None:
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=1.0)
            bar.update(stages[stage], completed=share)

        yield tell
