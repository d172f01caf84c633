"""What a question is about, said before it: "Malaria: Who found the parasite in a mosquito in 1897?".

A question stands alone only where a reader knows what it is about. Where its own words do not name the topic of the
article, the topic stands before it as a label, and inside the instruction of a sentence to complete.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .facts.base import AnswerType
from .questions.base import Question
from .words import bare, holds, stems
from .world import Named, World

if TYPE_CHECKING:
    from .document import Document
    from .entities import Entities

_OFTEN = 10
_FAR_AHEAD = 1.5
_COMPLETE = "Complete the sentence"
_LABEL = re.compile(r"^(?:[^\s:;,?!\"]+ ){0,8}(?!said|says|wrote|this|these|following)[^\s:;,?!\"]+: (?=[A-Z0-9\"])")
_ABOUT = re.compile(rf"^({_COMPLETE}) about .+?(?= with an? |: )")


def topic_of(document: Document, entities: Entities) -> Named | None:
    """Return what an article is about: what its title names, or what it speaks of far more than of anything else."""
    topic = entities.topic
    if topic is None or topic.type in (AnswerType.DATE, AnswerType.NUMBER):
        return None
    others = [entity.count for entity in entities.all if entity is not topic]
    ahead = topic.count >= max(_OFTEN, _FAR_AHEAD * max(others, default=0))
    if not ahead and not any(holds(document.title, name) for name in topic.names):
        return None
    if topic.type is AnswerType.PEOPLE and topic.country:
        name = topic.country.name
        shown = f"the {name}" if topic.country.article else name
        return Named(shown, AnswerType.COUNTRY, (name, *topic.names))
    return Named(topic.shown, topic.type, topic.names, frozenset(topic.heads))


def labelled(question: Question, world: World) -> Question:
    """Return the question with the topic before it, as it is where it names the topic or the topic is an answer."""
    topic = world.topic
    if topic is None or _names(question, topic):
        return question
    if question.kind == "cloze":
        return replace(question, stem=question.stem.replace(_COMPLETE, f"{_COMPLETE} about {topic.text}", 1))
    shown = topic.text.removeprefix("the ")
    return replace(question, stem=f"{shown[:1].upper()}{shown[1:]}: {question.stem}")


def _names(question: Question, topic: Named) -> bool:
    """Say whether the question or an answer to it names the topic, or shares all of its telling words."""
    names = (topic.text, *topic.names)
    if any(holds(question.stem, name) for name in names) or stems(topic.text) <= stems(question.stem):
        return True
    answers = (*(accepted.text for accepted in question.accept), *question.choices, *question.options)
    if question.kind == "ordering":
        return all(any(holds(text, name) for name in names) for text in answers)
    return any(bare(text) == bare(name) or stems(text) & stems(topic.text) for text in answers for name in names)


def unlabelled(question: Question) -> Question:
    """Return the question without its label, as the proofs read it."""
    stem = plain(question.kind, question.stem)
    return question if stem == question.stem else replace(question, stem=stem)


def plain(kind: str, stem: str) -> str:
    """Return the stem of a kind of question without its label."""
    return _ABOUT.sub(r"\1", stem) if kind == "cloze" else _LABEL.sub("", stem)
