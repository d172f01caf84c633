"""An article of our own, and what a language model could propose on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from quizzes.engine.bank import Bank
from quizzes.engine.document import read_text
from quizzes.engine.generators import Model
from quizzes.engine.generators.base import Message

TITLE = "The Harlow Lighthouse"
TEXT = """\
The Harlow Lighthouse was designed by the engineer Edith Marlow in 1871. Workers from Penrith carried the granite \
blocks across the bay, because no road reached the cape.

The lighthouse was first lit in 1874 and stood 38 metres high. Marlow chose a rotating lens so that sailors could \
tell the light from the beacon at Durnford. Thomas Reeve was the first keeper of the Harlow Lighthouse.

In 1902 a storm broke the gallery of the tower, and the council of Harlow paid for a new one. The harbour trusts of \
Penrith, Durnford and Calder bought the lighthouse in 1931. The last keeper, Anna Holt, did not leave the cape in 1968.

About 12,000 people visit the Harlow Lighthouse every year, and the tower is now a museum of the coast."""


def question(kind: str = "single_choice", **values: Any) -> dict[str, Any]:
    """Return a sound question on who designed the lighthouse, with some values changed."""
    sound = {
        "kind": kind,
        "stem": "Who designed the Harlow Lighthouse?",
        "answer": "Edith Marlow",
        "type": "person",
        "distractors": ["Thomas Reeve", "Anna Holt", "John Smeaton"],
    }
    return sound | values


def fact(*questions: dict[str, Any], **values: Any) -> dict[str, Any]:
    """Return a sound fact, with some values changed."""
    sound = {
        "kind": "action",
        "statement": "The Harlow Lighthouse was designed by the engineer Edith Marlow in 1871.",
        "evidence": [{"sentence": 1, "quote": "was designed by the engineer Edith Marlow in 1871"}],
        "importance": 4,
        "questions": list(questions) or [question()],
    }
    return deepcopy(sound | values)


def reply(*facts: dict[str, Any]) -> str:
    """Return the facts as a model sends them."""
    return json.dumps({"facts": list(facts) or [fact()]})


class Scripted:
    """A model that gives its replies one after another, the last one again and again, and keeps what it was asked."""

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.asked: list[list[Message]] = []

    def __call__(self, messages: list[Message]) -> str:
        self.asked.append(messages)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


def built(ask: Callable[[list[Message]], str] | str, text: str = TEXT, most_requests: int = 40) -> Bank:
    """Return the bank that a model's replies give on the article."""
    asked = Scripted(ask) if isinstance(ask, str) else ask
    return Model(asked, "small-7b", most_requests).build(read_text(text, title=TITLE), seed=7)
