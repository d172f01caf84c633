"""A sheet of questions that nobody has judged yet, for a reader to fill in.

    python -m tests.engine.labelled.sheet --reader A [--left-out 100] [--seed 1] [--again B] > sheet.jsonl

Each line is one question with its evidence. The reader opens the article beside it and fills in `verdict` (1 usable,
0 not), `failed` (the criteria, "C1" to "C9") and `reason`. What a bank shows and proven drafts that it left out stand
among each other, with the label that each would be shown with and without score, so that the reader cannot know which
is which. `merge` reads the filled sheet.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from quizzes.engine.bank import Workings
from quizzes.engine.labels import labelled
from quizzes.engine.questions import Question

from .articles import names, worked
from .verdicts import Content, Verdict, content, load


def rows(
    made: Mapping[str, Workings], known: Collection[Content], reader: str, left_out: int, rng: random.Random
) -> list[dict[str, Any]]:
    """Return a row for every shown question not known yet, and for as many of the drafts left out."""
    shown, others = [], []
    for article, workings in made.items():
        taken = {content(article, question) for question in workings.bank.questions}
        shown += [(article, question) for question in workings.bank.questions]
        framed = [labelled(question, workings.world) for question in workings.proven]
        others += [(article, question) for question in framed if content(article, question) not in taken]
    fresh = [pair for pair in _once(others) if content(*pair) not in known]
    picked = [pair for pair in _once(shown) if content(*pair) not in known]
    picked += rng.sample(fresh, min(left_out, len(fresh)))
    rng.shuffle(picked)
    ordered = sorted(picked, key=lambda pair: pair[0])
    return [_row(article, question, made[article], reader) for article, question in ordered]


def _once(pairs: Iterable[tuple[str, Question]]) -> Iterator[tuple[str, Question]]:
    seen: set[Content] = set()
    for article, question in pairs:
        named = content(article, question)
        if named not in seen:
            seen.add(named)
            yield article, question


def _row(article: str, question: Question, workings: Workings, reader: str) -> dict[str, Any]:
    named = content(article, question)
    facts = (workings.world.by_id[identifier] for identifier in question.facts)
    evidence = dict.fromkeys(quote for fact in facts for quote in workings.world.quotes(fact))
    return {
        "article": article,
        "kind": named.kind,
        "stem": named.stem,
        "choices": list(named.choices),
        "key": list(named.key),
        "evidence": list(evidence),
        "verdict": None,
        "failed": [],
        "reason": "",
        "reader": reader,
    }


def seen(verdicts: Iterable[Verdict], again: str) -> set[Content]:
    """Return what need not be asked: everything judged, or with `again` all but what that reader alone has judged."""
    judged = list(verdicts)
    others = {verdict.content for verdict in judged if verdict.reader != again}
    return others if again else {verdict.content for verdict in judged}


def main(arguments: list[str] | None = None) -> None:
    """Write a sheet to standard output."""
    parser = argparse.ArgumentParser(description="A sheet of questions that nobody has judged yet.")
    parser.add_argument("--reader", required=True, help="the letter of the reader who will fill it in")
    parser.add_argument("--left-out", type=int, default=0, help="how many proven drafts that no bank shows to add")
    parser.add_argument("--again", default="", help="ask also what this reader has judged: for a second opinion")
    parser.add_argument("--seed", type=int, default=1, help="chance for the order and for the drafts left out")
    given = parser.parse_args(arguments)
    known = seen(load(names()), given.again)
    for row in rows(worked(), known, given.reader, given.left_out, random.Random(given.seed)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
