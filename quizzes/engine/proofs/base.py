"""What the proofs share: the facts of a question, its keys and wrong options, the texts a learner reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..facts.base import Answer, Fact
from ..questions import find_evidence
from ..questions.base import GAP, Question
from ..world import World

type Proof = Callable[[Question, World], str | None]
"""One check: None when it holds, else the reason why not."""


def facts_of(question: Question, world: World) -> list[Fact]:
    """Return the facts that a question tests, as far as the article has them."""
    return [world.by_id[identifier] for identifier in question.facts if identifier in world.by_id]


def key_texts(question: Question) -> list[str]:
    """Return the texts that answer a question, none for a matching."""
    if question.accept:
        return list(question.answers)
    return [question.choices[index] for index in question.key] if question.kind != "matching" else []


def offered(question: Question) -> tuple[str, ...]:
    """Return what an answer is chosen from, for the kinds that have wrong options."""
    if question.kind == "cloze":
        return question.options
    return question.choices if question.kind in ("single_choice", "multiple_choice") else ()


def wrong_texts(question: Question) -> list[str]:
    """Return the wrong options of a choice."""
    return [text for index, text in enumerate(offered(question)) if index not in question.key]


def filled(text: str, question: Question) -> str:
    """Return a text with the right answer in each gap."""
    for key in key_texts(question) if question.kind == "cloze" else ():
        text = text.replace(GAP, key, 1)
    return text


def answer_of(question: Question, world: World) -> Answer | None:
    """Return the part of the fact that the question asks for."""
    keys = [accepted.text for accepted in question.accept] or key_texts(question)
    answers = [answer for fact in facts_of(question, world) for answer in fact.answers]
    if question.kind == "multiple_choice":
        return next((answer for answer in answers if answer.stem == question.stem), None)
    # A gap behind an article shows its key without one: the fact's own text is then the second that is accepted.
    return next((answer for key in keys[:2] for answer in answers if answer.text == key), None)


def texts_read(question: Question) -> Iterator[str]:
    """Yield each text a learner reads as a sentence: the stem, or the things that our own wording asks to join."""
    if question.kind in ("ordering", "matching"):
        yield from question.choices
        yield from question.options
        return
    yield stated(question)


def stated(question: Question) -> str:
    """Return the stem without what we ask in our own words: the sentence with its gap, the statement to be proven."""
    if question.kind == find_evidence.KIND:
        return find_evidence.statement_of(question)
    return question.stem.partition(": ")[2] if question.kind == "cloze" else question.stem
