"""Small banks as the engine would build them, for tests that need a bank and not the engine."""

from __future__ import annotations

from decimal import Decimal

from quizzes.engine.bank import Bank
from quizzes.engine.document import Span
from quizzes.engine.facts.base import Answer, AnswerType, Event, Fact, Level
from quizzes.engine.questions import Accepted, Question
from quizzes.models import Revision

SIGNED, IN_FORCE = "The Alpha Pact was signed in 1992.", "It came into force in 1994."


def fact_of(text: str, key: str, quote: str, year: str) -> Fact:
    """A dated fact that one sentence of the text proves."""
    start = text.index(quote)
    answer = Answer(year, AnswerType.DATE, Span(0, 0), value=Decimal(year), unit="years")
    evidence = (Span(start, start + len(quote)),)
    return Fact(key, "date", quote, (answer,), evidence, 0, 0.5, subject="The Alpha Pact", event=Event(key, year))


def single(key: str = "q-single", stem: str = "In which year was the Alpha Pact signed?") -> Question:
    return Question(
        key,
        "single_choice",
        Level.RECALL,
        stem,
        ("f1",),
        choices=("1991", "1992", "1994"),
        key=(1,),
        choice_facts=("", "f1", "f2"),
        notes=("", "", "In 1994 it came into force."),
        explanation="It was signed in 1992.",
        score=0.9,
        proofs=("one_key",),
    )


def numeric() -> Question:
    accept = (Accepted("1992", Decimal(1992), Decimal(0)), Accepted("1992", Decimal(1992)), Accepted("MCMXCII"))
    return Question(
        "q-number",
        "numeric",
        Level.RECALL,
        "In which year was the Alpha Pact signed?",
        ("f1",),
        accept=accept,
        reject=("1994",),
    )


def matching() -> Question:
    return Question(
        "q-match",
        "matching",
        Level.UNDERSTANDING,
        "When did each of these happen?",
        ("f1", "f2"),
        choices=("In force", "Signed"),
        options=("1992", "1994"),
        key=(1, 0),
    )


def ordering() -> Question:
    return Question(
        "q-order",
        "ordering",
        Level.UNDERSTANDING,
        "In what order did these happen?",
        ("f1", "f2"),
        choices=("In force", "Beta joins", "Signed"),
        key=(2, 0, 1),
    )


def find_evidence() -> Question:
    return Question(
        "q-find",
        "find_evidence",
        Level.RECALL,
        "Which sentence proves this? “The Alpha Pact came into force in 1994.”",
        ("f2",),
        choices=(SIGNED, IN_FORCE, "Others joined.", "Beta left.", "Gamma stayed."),
        key=(1,),
        choice_facts=("f1", "f2", "", "", ""),
        paragraphs=(0, 0, 1, 1, 1),
    )


def bank_of(revision: Revision, *questions: Question) -> Bank:
    """A bank of two facts on the factories' text; with one single choice question unless others are given."""
    facts = (fact_of(revision.text, "f1", SIGNED, "1992"), fact_of(revision.text, "f2", IN_FORCE, "1994"))
    return Bank(revision.document(), facts, questions or (single(),), {"unresolved_reference": 3})
