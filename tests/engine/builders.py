"""The smallest valid facts, worlds and questions for tests of the engine."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from quizzes.engine.document import Block, Document, Paragraph, Span
from quizzes.engine.facts.base import Answer, AnswerType, Fact, Level
from quizzes.engine.proofs import Proving
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.world import World


def answer(statement: str, text: str, kind: AnswerType, stem: str = "", **more: Any) -> Answer:
    """Return the part of a statement that reads `text`."""
    start = statement.index(text)
    return Answer(text, kind, Span(start, start + len(text)), stem, **more)


def fact(identifier: str, statement: str, *answers: Answer, kind: str = "date", **more: Any) -> Fact:
    """Return a fact whose evidence `world` fills in: its own statement as a sentence of the article."""
    return Fact(identifier, kind, statement, answers, (), more.pop("paragraph", 0), more.pop("salience", 0.5), **more)


def world(*facts: Fact, said: dict[str, str] | None = None) -> World:
    """Return an article that says each fact's statement, or what `said` has for its id, one paragraph each."""
    text, paragraphs, proven = "", [], []
    for index, each in enumerate(facts):
        sentence = (said or {}).get(each.id, each.statement)
        span = Span(len(text), len(text) + len(sentence))
        text += f"{sentence}\n\n"
        paragraphs.append(Paragraph(span, Block.BODY, index))
        proven.append(
            Fact(**{name: getattr(each, name) for name in each.__slots__} | {"evidence": (span,), "paragraph": index})
        )
    return World(Document(text, tuple(paragraphs)), tuple(proven))


class Trusting(Proving):
    """Lets every draft pass: for tests of what comes after the proofs."""

    def failure(self, draft: Question) -> str:
        """Return that no proof is failed."""
        return ""


def dated(identifier: str, statement: str, year: str, stem: str, **more: Any) -> Fact:
    """Return a fact that asks for a year."""
    return fact(identifier, statement, answer(statement, year, AnswerType.DATE, stem, year=int(year)), **more)


def typed_question(
    *texts: str, kind: str = "short_answer", reject: tuple[str, ...] = (), stem: str = "What is it called?"
) -> Question:
    """Return a question answered by typing one of the texts."""
    accept = tuple(Accepted(text) for text in texts)
    return Question("q1", kind, Level.RECALL, stem, ("f1",), accept=accept, reject=reject)


def number_question(text: str, number: str, tolerance: str = "0") -> Question:
    """Return a question answered by a number."""
    accept = (Accepted(text, Decimal(number), Decimal(tolerance)),)
    return Question("q1", "numeric", Level.RECALL, "How many are there?", ("f1",), accept=accept)


def choice_question(kind: str = "single_choice", **more: Any) -> Question:
    """Return a question with four choices, the first the key."""
    values = {"choices": ("Oslo", "Bergen", "Trondheim", "Stavanger"), "key": (0,), "facts": ("f1",)} | more
    return Question("q1", kind, Level.RECALL, "Which city is the capital of Norway?", **values)


NORWAY = dated(
    "f1", "Norway left the union with Sweden in 1905.", "1905", "In which year did Norway leave the union with Sweden?"
)
TREATY = dated("f2", "The Treaty of Kiel was signed in 1814.", "1814", "In which year was the Treaty of Kiel signed?")
RAILWAY = dated("f3", "The Bergen Line was opened in 1909.", "1909", "In which year was the Bergen Line opened?")
POLE = dated(
    "f4",
    "Roald Amundsen reached the South Pole in 1911.",
    "1911",
    "In which year did Roald Amundsen reach the South Pole?",
)
