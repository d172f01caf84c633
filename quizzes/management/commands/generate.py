from __future__ import annotations

from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quizzes import sources
from quizzes.engine.document import Unreadable
from quizzes.engine.generators import Failed
from quizzes.management.batches import SUFFIXES, Outcome, outcomes, printed, require_questions
from quizzes.management.terminal import STANDARD_INPUT, progress_bar, read_document

SOURCES = (sources.ENGINE, sources.MODEL)


class Command(BaseCommand):
    """Print the question bank of one article or of many; no database is touched."""

    help = "Read articles and print their facts and questions."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the articles and the form of the answer."""
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="an article: a text, HTML, PDF or DOCX file, - for standard input"
        )
        parser.add_argument("--format", choices=tuple(SUFFIXES), default="json", help="default: json")
        parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same bank; default: 0")
        parser.add_argument("--source", choices=SOURCES, default=sources.ENGINE, help="who writes; default: engine")
        parser.add_argument("--text", action="store_true", help="print only the text that evidence offsets point into")
        parser.add_argument("--jobs", type=_jobs, default=1, help="processes that read many articles; default: 1")
        parser.add_argument("--out", type=Path, metavar="DIR", help="write each bank to a file of its own in DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, build, print."""
        names, out = options["files"], options["out"]
        if STANDARD_INPUT in names and (len(names) > 1 or out):
            raise CommandError("Standard input has no name and is one article: give - alone, without --out.")
        if options["text"]:
            self._print_texts(names)
        elif len(names) == 1 and not out:
            self._print_one(names[0], options["format"], options["seed"], options["source"])
        elif options["source"] == sources.MODEL:
            raise CommandError("A language model reads one article at a time: give one file, without --out.")
        else:
            self._print_many(names, options)

    def _print_texts(self, names: Sequence[str]) -> None:
        try:
            for name in names:
                self.stdout.write(read_document(name).text)
        except Unreadable as error:
            raise CommandError(str(error)) from error

    def _print_one(self, name: str, form: str, seed: int, source: str) -> None:
        try:
            generator = sources.generator(source)
            document = read_document(name)
            with progress_bar() as tell:
                built = generator.build(document, seed, tell)
            require_questions(built)
        except (Unreadable, Failed) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(printed(built, form, indent=1))

    def _print_many(self, names: Sequence[str], options: dict[str, Any]) -> None:
        """Print the banks in order, report on stderr which files have none, and fail in the end if there is one."""
        out = _folder(options["out"], names) if options["out"] else None
        failed = 0
        with progress_bar() as tell:
            made = outcomes(names, options["format"], options["seed"], options["jobs"])
            for number, outcome in enumerate(made, 1):
                failed += bool(outcome.error)
                self._tell(outcome, out, SUFFIXES[options["format"]])
                if tell:
                    tell("articles", number / len(names))
        if failed:
            raise CommandError(f"No bank for {failed} of {len(names)} articles.")

    def _tell(self, outcome: Outcome, out: Path | None, suffix: str) -> None:
        if outcome.error:
            self.stderr.write(f"{outcome.name}: {outcome.error}")
        elif out:
            (out / f"{Path(outcome.name).stem}{suffix}").write_text(f"{outcome.printed.rstrip()}\n", encoding="utf-8")
        else:
            self.stdout.write(outcome.printed)


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("give the number of processes, 1 or more")
    return int(text)


def _folder(out: Path, names: Sequence[str]) -> Path:
    """Return the directory, made if need be; refuse articles that would overwrite each other there."""
    twice = [stem for stem, count in Counter(Path(name).stem for name in names).items() if count > 1]
    if twice:
        raise CommandError(f"Several articles are called {twice[0]}: they would overwrite each other in {out}.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"Cannot write to {out}: {error.strerror}.") from error
    return out
