from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quizzes.engine import bank, report
from quizzes.engine.document import Unreadable
from quizzes.management.terminal import progress_bar, read_document

MOST_REASONS = 5


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
            document = read_document(options["file"])
            if options["text"]:
                self.stdout.write(document.text)
                return
            with progress_bar() as tell:
                built = bank.build(document, options["seed"], tell)
            _require_questions(built)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_printed(built, options["format"]))


def _require_questions(built: bank.Bank) -> None:
    """Raise Unreadable when nothing could be asked: a person who wants questions is not served by an empty list."""
    if not built.questions:
        reasons = sorted(built.rejected.items(), key=lambda row: (-row[1], row[0]))
        counts = ", ".join(f"{count} {reason}" for reason, count in reasons[:MOST_REASONS]) or "no facts"
        raise Unreadable(f"Nothing in this article can be asked with certainty ({counts}). Choose another one.")


def _printed(built: bank.Bank, form: str) -> str:
    if form == "json":
        return json.dumps(bank.to_json(built), ensure_ascii=False, indent=1)
    return report.as_text(built) if form == "text" else report.as_table(built)
