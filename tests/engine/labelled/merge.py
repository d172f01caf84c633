"""Take filled sheets into the verdicts.

    python -m tests.engine.labelled.merge sheet.jsonl ...

Nothing is written unless every row is a whole verdict; what is wrong is said with its file and line. Each reader's
verdicts are kept in one file, sorted, so that two readers never touch the same lines.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from .articles import names
from .verdicts import FOLDER, Content, InvalidVerdict, Verdict, load, read, to_row


def merged(known: Iterable[Verdict], added: Iterable[Verdict]) -> list[Verdict]:
    """Return all verdicts; raise InvalidVerdict when a reader contradicts what they said before."""
    kept: dict[tuple[str, Content], Verdict] = {}
    for verdict in (*known, *added):
        before = kept.setdefault((verdict.reader, verdict.content), verdict)
        if before.usable != verdict.usable:
            raise InvalidVerdict(f"reader {verdict.reader} said otherwise before: {verdict.content.stem}")
    return sorted(kept.values())


def write(verdicts: Iterable[Verdict], folder: Path) -> None:
    """Write one file for each reader."""
    by_reader: dict[str, list[str]] = {}
    for verdict in verdicts:
        by_reader.setdefault(verdict.reader, []).append(json.dumps(to_row(verdict), ensure_ascii=False))
    for reader, lines in by_reader.items():
        (folder / f"{reader}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None, folder: Path = FOLDER) -> None:
    """Merge the sheets that the command line names."""
    parser = argparse.ArgumentParser(description="Take filled sheets into the verdicts.")
    parser.add_argument("sheets", nargs="+", type=Path)
    given = parser.parse_args(arguments)
    known = load(names(), folder)
    try:
        added = [verdict for path in given.sheets for verdict in read(path, names())]
        together = merged(known, added)
    except InvalidVerdict as error:
        parser.exit(1, f"Nothing was merged. {error}\n")
    write(together, folder)
    sys.stdout.write(f"{len(added)} rows read, {len(together)} verdicts in all\n")


if __name__ == "__main__":
    main()
