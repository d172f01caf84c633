"""What a language model answered, as JSON of a strict form: anything else is turned away under a reason, never mended.

A reply is data and nothing but data. Its texts are cut to size here, written in the document's own characters, and
mean nothing until `grounding` has found them in the article.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import facts
from ..document import clean
from ..facts.base import AnswerType

LONGEST_REPLY = 200_000
MOST_FACTS = 60
MOST_QUESTIONS = 6
MOST_QUOTES = 3
MOST_TEXTS = 6
LONGEST = {"quote": 1_500, "statement": 400, "stem": 300, "answer": 300, "item": 300}
KINDS = frozenset({"single_choice", "multiple_choice", "true_false", "cloze", "short_answer", "numeric"})
"""The kinds that a model may propose; the others join several facts, and are the engine's own."""
_MOST_STARTS = 50
_MARKUP = re.compile(r"</?[a-z!]|&[a-z]+;|&#|```|\*\*|\]\(|[\\{}]", re.I)


class Malformed(ValueError):  # noqa: N818  (it names what the reply is)
    """The reply is not the JSON asked for; the message says what is wrong with it, for the model."""


class Refused(Exception):  # noqa: N818  (it names what became of the proposal)
    """A proposal is turned away; the message is the reason that is counted."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that the model says stands in a sentence of the article."""

    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question as the model words it; `items` are the members of a list that is asked for."""

    kind: str
    stem: str = ""
    answer: str = ""
    type: AnswerType = AnswerType.OTHER
    distractors: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """A fact as the model words it."""

    kind: str
    statement: str
    quotes: tuple[Quote, ...]
    questions: tuple[ProposedQuestion, ...]
    importance: float


def parse(reply: str, rejected: Counter[str]) -> list[ProposedFact]:
    """Return the facts proposed, and count why others are none; raise Malformed where the JSON is not as asked for."""
    found = _object(reply)["facts"]
    if not isinstance(found, list):
        raise Malformed('"facts" must be a list')
    if len(found) > MOST_FACTS:
        rejected["too_many_facts"] += len(found) - MOST_FACTS
    return list(_facts(found[:MOST_FACTS], rejected))


def _object(reply: str) -> dict[str, Any]:
    """Return the JSON object that has "facts", whatever stands around it: prose, a code fence."""
    if len(reply) > LONGEST_REPLY:
        raise Malformed("it is too long")
    decoder = json.JSONDecoder(parse_constant=_no_constant)
    starts = [match.start() for match in re.finditer(r"\{", reply)][:_MOST_STARTS]
    for start in starts:
        try:
            value, _ = decoder.raw_decode(reply, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and "facts" in value:
            return value
    raise Malformed('it holds no complete JSON object with a list "facts"')


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _facts(values: list[Any], rejected: Counter[str]) -> Iterator[ProposedFact]:
    for value in values:
        try:
            yield _fact(value, rejected)
        except Refused as refused:
            rejected[str(refused)] += 1


def _fact(value: Any, rejected: Counter[str]) -> ProposedFact:
    if not isinstance(value, dict):
        raise Refused("malformed_fact")
    kind = value.get("kind")
    if kind not in facts.NAMES:
        raise Refused("unknown_kind_of_fact")
    return ProposedFact(
        kind=kind,
        statement=_text(value.get("statement"), "statement"),
        quotes=tuple(_quote(quote) for quote in _list(value.get("evidence"), MOST_QUOTES)),
        questions=tuple(_questions(_list(value.get("questions"), MOST_QUESTIONS), rejected)),
        importance=_importance(value.get("importance")),
    )


def _quote(value: Any) -> Quote:
    if not isinstance(value, dict) or type(value.get("sentence")) is not int:
        raise Refused("malformed_fact")
    return Quote(value["sentence"], _text(value.get("quote"), "quote"))


def _questions(values: list[Any], rejected: Counter[str]) -> Iterator[ProposedQuestion]:
    for value in values:
        try:
            yield _question(value)
        except Refused as refused:
            rejected[str(refused).replace("_fact", "_question")] += 1


def _question(value: Any) -> ProposedQuestion:
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind not in KINDS:
        raise Refused("unknown_kind_of_question" if isinstance(kind, str) else "malformed_question")
    if kind == "true_false":
        return ProposedQuestion(kind)
    return ProposedQuestion(
        kind=kind,
        stem="" if kind == "cloze" else _text(value.get("stem"), "stem"),
        answer="" if kind == "multiple_choice" else _text(value.get("answer"), "answer").rstrip("."),
        type=_type(value.get("type")) if kind != "multiple_choice" else AnswerType.LIST,
        distractors=_texts(value.get("distractors", [])),
        items=_texts(value.get("items")) if kind == "multiple_choice" else (),
        accept=_texts(value.get("accept", [])),
    )


def _type(value: Any) -> AnswerType:
    if not isinstance(value, str) or value not in set(AnswerType) - {AnswerType.LIST}:
        raise Refused("malformed_question")
    return AnswerType(value)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(text, "item").rstrip(".") for text in _list(value, MOST_TEXTS))


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise Refused("malformed_fact")
    return value


def _text(value: Any, what: str) -> str:
    """Return a text of one line in the document's own characters; raise Refused for what no text of ours would be."""
    if not isinstance(value, str) or not value.strip():
        raise Refused("malformed_fact")
    if len(value) > LONGEST[what]:
        raise Refused("too_long")
    if what != "quote" and _MARKUP.search(value):
        raise Refused("markup_in_text")
    return clean(value)


def _importance(value: Any) -> float:
    """Return how much a fact matters, 0..1, from the model's 1 to 5; a missing or odd one counts as middling."""
    return (min(5, max(1, value)) - 1) / 4 if type(value) is int else 0.5
