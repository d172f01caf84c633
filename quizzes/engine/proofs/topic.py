"""What everybody knows who has seen the article's title is not asked for."""

from __future__ import annotations

import re

from ..labels import is_named, label_of
from ..questions.base import Question
from ..words import bare, telling
from ..world import World
from .base import key_texts, texts_read

_SPEECH = re.compile(r'\b(?:said|says|wrote|warned|argued), "')
_SPEAKER = re.compile(r'^[^"]*"\w+')
_SHORT_FORM = re.compile(r"\bstands? for\b")
_NAME_INSIDE = re.compile(r"(?<=[\w,] )[A-Z][\w'-]*[a-z]|\b[A-Z][a-z]+ [A-Z][a-z]+")
_GENERAL_TELLING = 7
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
    if world.topic is None:
        return _unplaced(question, world)
    if is_named(question, world.topic) or label_of(question, world):
        return None
    return "what it is about would tell the answer"


def _unplaced(question: Question, world: World) -> str | None:
    """Return what a question lacks whose article goes under no topic: then its own words must place it."""
    text = " ".join((*texts_read(question), *(question.choices if question.joins else ())))
    if _SPEECH.search(text) and not _NAME_INSIDE.search(_SPEAKER.sub("", text)):
        return "nothing tells what was spoken of"
    if _SHORT_FORM.search(text):
        return "nothing tells whose short form it is"
    general = not re.search(r"\d", text) and len(telling(text)) >= _GENERAL_TELLING
    named = general or world.is_naming(text) or _NAME_INSIDE.search(text)
    return None if named else "nothing tells what it is about"
