"""Banks of many articles in one call, built by several processes that load the language model once each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import batched
from multiprocessing import get_context

from django.core.management.base import CommandError

from quizzes.engine import bank, report
from quizzes.engine.document import Document, Unreadable
from quizzes.management.terminal import read_document

SUFFIXES = {"json": ".json", "text": ".txt", "table": ".txt"}
# Enough articles that their paragraphs fill the model's batches, few enough that no process waits long for the last.
MOST_AT_ONCE = 16
MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its bank as printed, or why it has none."""

    name: str
    printed: str = ""
    error: str = ""


def outcomes(names: Sequence[str], form: str, seed: int, jobs: int) -> Iterator[Outcome]:
    """Yield what came of each file, in order; raise CommandError when a process is ended from outside."""
    size = max(1, min(MOST_AT_ONCE, len(names) // jobs))
    parts = list(batched(names, size))
    built = partial(_built, form=form, seed=seed)
    if jobs == 1 or len(parts) == 1:
        for part in parts:
            yield from built(part)
        return
    # A fresh interpreter: what this one holds open (terminal, connections) is not shared.
    with ProcessPoolExecutor(min(jobs, len(parts)), mp_context=get_context("spawn")) as pool:
        try:
            for found in pool.map(built, parts):
                yield from found
        except BrokenProcessPool as error:
            raise CommandError("A process was ended from outside. Try again with fewer --jobs.") from error


def _built(names: Sequence[str], form: str, seed: int) -> list[Outcome]:
    read = [_read(name) for name in names]
    banks = bank.build_many([found for found in read if isinstance(found, Document)], seed)
    made = (next(banks) if isinstance(found, Document) else found for found in read)
    return [_outcome(name, found, form) for name, found in zip(names, made, strict=True)]


def _read(name: str) -> Document | Unreadable | CommandError:
    try:
        return read_document(name)
    except (Unreadable, CommandError) as error:
        return error


def _outcome(name: str, made: bank.Bank | Unreadable | CommandError, form: str) -> Outcome:
    if not isinstance(made, bank.Bank):
        return Outcome(name, error=str(made))
    try:
        require_questions(made)
    except Unreadable as error:
        return Outcome(name, error=str(error))
    return Outcome(name, printed=printed(made, form))


def require_questions(built: bank.Bank) -> None:
    """Raise Unreadable when nothing could be asked: a person who wants questions is not served by an empty list."""
    if not built.questions:
        reasons = sorted(built.rejected.items(), key=lambda row: (-row[1], row[0]))
        counts = ", ".join(f"{count} {reason}" for reason, count in reasons[:MOST_REASONS]) or "no facts"
        raise Unreadable(f"Nothing in this article can be asked with certainty ({counts}). Choose another one.")


def printed(built: bank.Bank, form: str, indent: int | None = None) -> str:
    """Return a bank in one of the forms of SUFFIXES; JSON on one line unless `indent` says otherwise."""
    if form == "json":
        return json.dumps(bank.to_json(built), ensure_ascii=False, indent=indent)
    return report.as_text(built) if form == "text" else report.as_table(built)
