"""What everybody knows who has seen the article's title is not asked for."""

from __future__ import annotations

from ..labels import is_named, label_of
from ..questions.base import Question
from ..words import bare
from ..world import World
from .base import key_texts

_ASKED = ("short_answer", "cloze", "single_choice")


def key_not_the_topic(question: Question, world: World) -> str | None:
    """The answer is not what the whole article is about."""
    if question.kind not in _ASKED or world.topic is None:
        return None
    names = {bare(name) for name in (world.topic.text, *world.topic.names)}
    key = next((key for key in key_texts(question) if bare(key) in names or bare(key).removesuffix("s") in names), None)
    return f"{key!r} is what the article is about" if key is not None else None


def topic_told(question: Question, world: World) -> str | None:
    """The question names what the article is about, or a label that gives nothing away can."""
    if world.topic is None or is_named(question, world.topic) or label_of(question, world):
        return None
    return "what it is about would tell the answer"
