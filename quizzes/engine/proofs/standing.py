"""Whether a question stands alone: it names what it is about, and when."""

from __future__ import annotations

import re

from .. import prose
from ..facts.base import AnswerType
from ..questions.base import Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import stems, telling
from ..world import World
from .base import filled, texts_read

_FEWEST_TELLING = 4
# A statement that names nothing may be of something general ("Honey is safe for ..."), if it says enough about it.
_GENERAL_TELLING = 7
_STATEMENTS = ("true_false", "cloze", FIND_EVIDENCE)
_OPEN = re.compile(
    r"\b(?:various|certain|other|several|some|many|most|examples?|instances?|cases?|kinds?|types?|parts?|numbers?"
    r"|results?|situations?)\b|^The (?!\w+(?: \w+)? (?:of|that|which|who|between|for|from|with)\b)",
    re.I,
)


def self_contained(question: Question, _world: World) -> str | None:
    """Nothing points to something that only the article names."""
    for text in texts_read(question):
        word = prose.dangling(text)
        if word:
            return f"{word!r} points outside the question"
    return None


def person_before_pronoun(question: Question, world: World) -> str | None:
    """Before "he" or "her" a person is named, where the article is not about one, whom the label names."""
    if world.topic is not None and world.topic.type is AnswerType.PERSON:
        return None
    for text in texts_read(question):
        word = prose.personless(filled(text, question), world.person_words)
        if word:
            return f"nobody is named before {word!r}"
    return None


def definite_named(question: Question, _world: World) -> str | None:
    """No bare "the organization" or "the treaty" whose name the question leaves out."""
    for text in texts_read(question):
        noun = prose.unnamed(text)
        if noun:
            return f"'the {noun}' is not named"
    return None


def time_is_definite(question: Question, _world: World) -> str | None:
    """No "last year", "Friday" or "currently" that only the day of printing makes clear."""
    for text in texts_read(question):
        time = prose.vague_time(text)
        if time:
            return f"{time!r} is not a definite time"
    return None


def statement_opens_clean(question: Question, _world: World) -> str | None:
    """A statement does not lean on the sentence before it."""
    if question.kind not in _STATEMENTS:
        return None
    told = next(texts_read(question))
    return "it begins in the middle of a thought" if prose.leans_back(told) else None


def statement_anchored(question: Question, world: World) -> str | None:
    """A statement names something of the article and says enough about it to be judged."""
    if question.kind not in _STATEMENTS:
        return None
    told = next(texts_read(question))
    if len(telling(told)) < _FEWEST_TELLING:
        return "the statement says too little"
    named = any(word[:1].isupper() for word in told.split()[1:]) or world.is_naming(told)
    if named or stems(told) & stems(world.document.title):
        return None
    # A label will name the topic, where the article has one.
    enough = _FEWEST_TELLING + 1 if world.topic else _GENERAL_TELLING
    general = len(telling(told)) >= enough and not _OPEN.search(told)
    return None if general else "the statement names nothing of the article"
