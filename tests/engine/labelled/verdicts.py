"""Readers' verdicts on questions: one row of JSON each, known again by what the question says.

    {"article": "science-bats", "kind": "single_choice", "stem": "...", "choices": ["...", "..."], "key": ["..."],
     "verdict": 0, "failed": ["C4"], "reason": "a second choice is defensible: ...", "reader": "A"}

`choices` are in alphabetical order, `key` the texts of the key (`key_texts`); `verdict` is 1 for usable.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizzes.engine.labels import plain
from quizzes.engine.questions import KINDS, Question

FOLDER = Path(__file__).parent / "verdicts"
CRITERIA = {
    "C1": "grammatical",
    "C2": "self-contained",
    "C3": "answerable from the article alone",
    "C4": "exactly one right answer",
    "C5": "distractors",
    "C6": "no leak",
    "C7": "worth asking",
    "C8": "key correct",
    "C9": "evidence proves the key",
}
_KINDS = frozenset(module.KIND for module in KINDS)
_FIELDS = frozenset({"article", "kind", "stem", "choices", "key", "verdict", "failed", "reason", "reader"})


class InvalidVerdict(ValueError):  # noqa: N818  (it names what was read)
    """A row is no verdict; the message says what to mend."""


@dataclass(frozen=True, slots=True, order=True)
class Content:
    """What a question says, whatever its id and the order of its choices: the name it is known again by."""

    article: str
    kind: str
    stem: str
    choices: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """What one reader says of one question: usable, or the criteria it fails and why."""

    content: Content
    usable: bool
    failed: tuple[str, ...]
    reason: str
    reader: str


def content(article: str, question: Question) -> Content:
    """Return what a question of an article says."""
    return Content(article, question.kind, question.stem, tuple(sorted(question.choices)), key_texts(question))


def key_texts(question: Question) -> tuple[str, ...]:
    """Return the key as texts: what is typed, the right choices, the pairs, or the choices in the right sequence."""
    if question.accept:
        return (question.accept[0].text,)
    if question.kind == "matching":
        pairs = zip(question.choices, question.key, strict=True)
        return tuple(sorted(f"{left}: {question.options[index]}" for left, index in pairs))
    texts = [question.choices[index] for index in question.key]
    return tuple(texts if question.kind == "ordering" else sorted(texts))


def parse(row: Mapping[str, Any], articles: Iterable[str]) -> Verdict:
    """Return the verdict that a row holds; raise InvalidVerdict when it is none on a question of these articles."""
    missing = _FIELDS - set(row)
    if missing:
        raise InvalidVerdict(f"missing: {', '.join(sorted(missing))}")
    if row["article"] not in set(articles) or row["kind"] not in _KINDS:
        raise InvalidVerdict(f"no article {row['article']!r} or no kind {row['kind']!r}")
    if row["verdict"] not in (0, 1):
        raise InvalidVerdict("the verdict must be 0 or 1")
    _check_texts(row)
    _check_reasons(row)
    named = Content(row["article"], row["kind"], row["stem"], tuple(sorted(row["choices"])), tuple(row["key"]))
    return Verdict(named, bool(row["verdict"]), tuple(sorted(row["failed"])), row["reason"].strip(), row["reader"])


def _check_texts(row: Mapping[str, Any]) -> None:
    lists = [row["choices"], row["key"], row["failed"]]
    if not all(isinstance(texts, list) and all(isinstance(text, str) for text in texts) for texts in lists):
        raise InvalidVerdict("choices, key and failed must be lists of texts")
    if not all(isinstance(row[name], str) for name in ("stem", "reason", "reader")):
        raise InvalidVerdict("stem, reason and reader must be texts")
    if not row["stem"] or not row["key"] or not row["reader"].isalpha():
        raise InvalidVerdict("stem, key and reader must not be empty; a reader is named by letters")


def _check_reasons(row: Mapping[str, Any]) -> None:
    unknown = set(row["failed"]) - set(CRITERIA)
    if unknown:
        raise InvalidVerdict(f"no such criterion: {', '.join(sorted(unknown))}")
    if bool(row["failed"]) == bool(row["verdict"]):
        raise InvalidVerdict("a usable question fails no criterion, another one fails at least one")
    if not row["verdict"] and not row["reason"].strip():
        raise InvalidVerdict("a verdict against a question needs its reason")


def to_row(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as the row that `parse` reads."""
    named = verdict.content
    return {
        "article": named.article,
        "kind": named.kind,
        "stem": named.stem,
        "choices": list(named.choices),
        "key": list(named.key),
        "verdict": int(verdict.usable),
        "failed": list(verdict.failed),
        "reason": verdict.reason,
        "reader": verdict.reader,
    }


def read(path: Path, articles: Iterable[str]) -> Iterator[Verdict]:
    """Yield a file's verdicts; raise InvalidVerdict with the line of the first row that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield parse(json.loads(line), articles)
        except (InvalidVerdict, json.JSONDecodeError) as error:
            raise InvalidVerdict(f"{path.name}, line {number}: {error}") from error


def load(articles: Iterable[str], folder: Path = FOLDER) -> list[Verdict]:
    """Return all verdicts of a folder; raise InvalidVerdict when a reader judges one question twice."""
    known = list(articles)
    found = [verdict for path in sorted(folder.glob("*.jsonl")) for verdict in read(path, known)]
    once: set[tuple[str, Content]] = set()
    for verdict in found:
        if (verdict.reader, verdict.content) in once:
            raise InvalidVerdict(f"reader {verdict.reader} judges twice: {verdict.content.stem}")
        once.add((verdict.reader, verdict.content))
    return found


def by_content(verdicts: Iterable[Verdict]) -> dict[Content, list[Verdict]]:
    """Return the verdicts on each question."""
    grouped: dict[Content, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        grouped[verdict.content].append(verdict)
    return dict(grouped)


class Said:
    """What readers said of a question: of the very words, or else of the same question under another label or none.

    That only the frame was missing (C2) tells nothing of a question whose label has changed since.
    """

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        """Group the verdicts by what they are about."""
        known = list(verdicts)
        self._exact = by_content(known)
        self._plain: dict[Content, list[Verdict]] = defaultdict(list)
        for verdict in known:
            if verdict.failed != ("C2",):
                self._plain[_plain(verdict.content)].append(verdict)

    def of(self, named: Content) -> list[Verdict]:
        """Return the verdicts on a question, one for each reader, none where nobody judged it."""
        found = self._exact.get(named) or self._plain.get(_plain(named), [])
        return list({verdict.reader: verdict for verdict in found}.values())


def _plain(named: Content) -> Content:
    return replace(named, stem=plain(named.kind, named.stem))


def is_usable(verdicts: Iterable[Verdict]) -> bool:
    """Say whether most readers would use a question; where they are even, it is not usable."""
    said = [verdict.usable for verdict in verdicts]
    return sum(said) * 2 > len(said)
