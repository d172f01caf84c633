"""What our checks and our score say of machine-written questions that teachers accepted or refused.

The rows hold a passage, the words that answer, and questions with a teacher's verdict, from Laban et al., "Quiz Design
Task", Findings of NAACL 2022. Each becomes a typed question on a fact that is the answer's own sentence. Only checks of
the question's text say something here: there are no choices, and no reading of ours whose reference could fail.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from quizzes.engine import bank, language, proofs
from quizzes.engine.document import Span, read_text
from quizzes.engine.facts.base import Answer, AnswerType, Fact, Level
from quizzes.engine.proofs import clause
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.score import score
from quizzes.engine.words import bare
from quizzes.engine.world import World

FILE = "quiz_design_groups.jsonl"
ACCEPTED = "accepted"
CHECKS = (
    "key_in_evidence",
    "self_contained",
    "definite_named",
    "time_is_definite",
    "well_formed",
    "ends_right",
    "fit_length",
    "no_leak",
    "key_worth_asking",
    clause.NAME,
)
# The score's share for what a fact is worth needs a reading of ours: all have the same.
_SALIENCE = 0.5
# Longer answers are clauses, which may share a word with the stem.
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One teacher's verdict, or reason, on one question, and what we say of it."""

    verdict: str
    failed: frozenset[str]
    score: float


def told(folder: Path, most_contexts: int | None = None) -> dict[str, Any]:
    """Return for accepted questions, and for each reason of refusal, what share passes; or why nothing can be said."""
    path = folder / FILE
    if not path.is_file():
        return {"skipped": "the teachers' verdicts are not beside the checkout"}
    groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    contexts = list(dict.fromkeys(group["context"] for group in groups))[:most_contexts]
    read = {context: _passage(context) for context in contexts}
    rows = [row for group in groups if group["context"] in read for row in _judged(group, read[group["context"]])]
    return _rates(rows)


@dataclass(frozen=True, slots=True)
class Passage:
    """What we know of one passage, and where its sentences are."""

    world: World
    sentences: tuple[Span, ...]


def _passage(context: str) -> Passage:
    document = read_text(context)
    sentences = tuple(sentence.span for sentence in language.parse(document).sentences)
    return Passage(bank.read(document)[0], sentences)


def _judged(group: Mapping[str, Any], passage: Passage) -> Iterator[Told]:
    fact = _fact(group["answer_span"], passage)
    if fact is None:
        return
    world = passage.world
    with_fact = World(world.document, (*world.facts, fact), world.named, world.nearness)
    docs = language.parse_texts([row["question"] for row in group["questions"]])
    for row, doc in zip(group["questions"], docs, strict=True):
        question = _question(row["question"], fact)
        reasons = set(proofs.failed(question, with_fact)) & set(CHECKS)
        if clause.fault(question.stem, doc):
            reasons.add(clause.NAME)
        yield Told(ACCEPTED if row["label"] else row["reason"], frozenset(reasons), score(question, with_fact))


def _fact(answer: str, passage: Passage) -> Fact | None:
    """Return the answer's own sentence as a fact, None where the passage as we read it does not hold the answer."""
    text = passage.world.document.text
    wanted = " ".join(read_text(answer).text.split())
    start = text.find(wanted)
    if not wanted or start < 0:
        return None
    span = _sentences_around(passage, start, start + len(wanted))
    slot = Span(start - span.start, start - span.start + len(wanted))
    return Fact(
        "asked", "asked", span.of(text), (Answer(wanted, _type(wanted, passage.world), slot),), (span,), 0, _SALIENCE
    )


def _sentences_around(passage: Passage, start: int, end: int) -> Span:
    """Return the sentences from the one that holds `start` to the one that holds `end`."""
    first = next(span for span in reversed(passage.sentences) if span.start <= start)
    last = next((span for span in passage.sentences if span.end >= end), passage.sentences[-1])
    return Span(first.start, max(first.end, last.end))


def _type(answer: str, world: World) -> AnswerType:
    default = AnswerType.ACTION if len(answer.split()) > _LONGEST_NAME else AnswerType.OTHER
    return world.types.get(bare(answer), default)


def _question(stem: str, fact: Fact) -> Question:
    return Question("asked", "short_answer", Level.RECALL, stem, (fact.id,), accept=(Accepted(fact.answers[0].text),))


def _rates(rows: Sequence[Told]) -> dict[str, Any]:
    by_verdict: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        by_verdict[row.verdict].append(row)
        if row.verdict != ACCEPTED:
            by_verdict["refused"].append(row)
    order = [ACCEPTED, "refused", *sorted(set(by_verdict) - {ACCEPTED, "refused"})]
    return {verdict: _rate(by_verdict[verdict]) for verdict in order if by_verdict[verdict]} | {
        "score": {"accepted above refused": round(_ranked(by_verdict), 3)}
    }


def _rate(rows: Sequence[Told]) -> dict[str, Any]:
    """Return how many there are, the share that passes all checks, the mean score, and the share each check fails."""
    failing = {name: mean(name in row.failed for row in rows) for name in CHECKS}
    return {
        "questions": len(rows),
        "pass": round(mean(not row.failed for row in rows), 3),
        "mean score": round(mean(row.score for row in rows), 3),
        **{f"fail {name}": round(float(share), 3) for name, share in failing.items() if share},
    }


def _ranked(by_verdict: Mapping[str, Sequence[Told]]) -> float:
    """Return how often an accepted question scores above a refused one, ties counted half (area under the curve)."""
    pairs = [(good.score, bad.score) for good in by_verdict[ACCEPTED] for bad in by_verdict["refused"]]
    return mean(1.0 if good > bad else 0.5 if good == bad else 0.0 for good, bad in pairs) if pairs else 0.5
