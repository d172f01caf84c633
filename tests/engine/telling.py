"""Short ways from a text to its facts, and from a sentence to its clauses."""

from __future__ import annotations

from collections import Counter

from quizzes.engine import clauses, facts
from quizzes.engine.facts.base import Answer, Fact
from quizzes.engine.rendering import as_sentence, render
from tests.engine.parsing import entities, parsed, references


def extracted(text: str, title: str = "") -> tuple[tuple[Fact, ...], Counter[str]]:
    """Return the facts of a text and the reasons against the rest."""
    read = parsed(text, title)
    return facts.extract(read.document, read, entities(text, title), references(text, title))


def facts_of(text: str, kind: str = "", title: str = "") -> list[Fact]:
    """Return the facts of a text, of one kind."""
    return [fact for fact in extracted(text, title)[0] if kind in ("", fact.kind)]


def answers_of(text: str, kind: str = "", title: str = "") -> list[Answer]:
    """Return the askable parts of all facts of one kind."""
    return [answer for fact in facts_of(text, kind, title) for answer in fact.answers]


def asked(text: str, kind: str = "", title: str = "") -> dict[str, str]:
    """Return the stems of a text and what answers each."""
    return {answer.stem: answer.text for answer in answers_of(text, kind, title) if answer.stem}


def statements(text: str) -> list[str]:
    """Return each clause of a text as a sentence, no reference written out."""
    found = [clause for sentence in parsed(text).sentences for clause in clauses.find(sentence)[0]]
    return [as_sentence(render(clause.pieces(), {})).text for clause in found]


def reasons(text: str) -> set[str]:
    """Return why candidates of a text were turned away."""
    return set(extracted(text)[1])
