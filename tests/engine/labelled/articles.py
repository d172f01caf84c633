"""The labelled articles, and what the engine makes of them today."""

from __future__ import annotations

from pathlib import Path

from quizzes.engine import bank
from quizzes.engine.document import Document, read_text
from quizzes.engine.questions import Question
from quizzes.engine.score import score

FOLDER = Path(__file__).parent / "articles"
SEED = 7


def names() -> list[str]:
    """Return the names of the labelled articles."""
    return [path.stem for path in sorted(FOLDER.glob("*.txt"))]


def document(name: str) -> Document:
    """Return one labelled article."""
    return read_text((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def worked() -> dict[str, bank.Workings]:
    """Return the workings of each labelled article's bank."""
    return {name: bank.workings(document(name), SEED) for name in names()}


def score_of(question: Question, workings: bank.Workings) -> float:
    """Return the score that the engine gives a question today, shown or not."""
    return question.score or score(question, workings.world)
