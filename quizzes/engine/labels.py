"""What a question is about, said before it: "Malaria: Who found the parasite in a mosquito in 1897?".

A question stands alone only where a reader knows what it is about. Where its own words do not name the topic of the
article, the topic stands before it as a label, and inside the instruction of a sentence to complete.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from . import frames, gazetteer
from .facts.base import AnswerType
from .questions.base import Question
from .setting import unplaced
from .words import bare, holds, is_short_form, stems
from .world import Named, World

_LANDS = frozenset({AnswerType.PLACE, AnswerType.COUNTRY})
_SETTLING = _LANDS | {AnswerType.ORGANISATION}
_CHOSEN = ("single_choice", "multiple_choice")
_FEW_WORDS = 6
_YEAR = re.compile(r"\b[12]\d{3}\b")
_OWNER = re.compile(r"['’]s?(?=\W|$)")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_COMPLETE = "Complete the sentence"
_LABEL = re.compile(r"^(?:[^\s:;,?!\"]+ ){0,8}(?!said|says|wrote|this|these|following)[^\s:;,?!\"]+: (?=[A-Z0-9\"])")
# The sentence itself may be about another thing that the article has to do with.
_FROM = "from an article about"
_ABOUT = re.compile(rf"^({_COMPLETE})(?:,? {_FROM}| about) .+?,?(?= with (?:an?|the) |: )")


def labelled(question: Question, world: World) -> Question:
    """Return the question with the topic before it, as it is where it names the topic or an answer would be told."""
    label = label_of(question, world)
    if not label:
        return question
    if question.kind == "cloze":
        comma = "," if question.stem.startswith(f"{_COMPLETE} with ") else ""
        told = f"{_COMPLETE}{comma} {_FROM} {label}{comma}"
        return replace(question, stem=question.stem.replace(_COMPLETE, told, 1))
    shown = _ARTICLE.sub("", label)
    return replace(question, stem=f"{shown[:1].upper()}{shown[1:]}: {question.stem}")


def label_of(question: Question, world: World) -> str:
    """Return what has to be said before a question, "" where nothing has to or nothing can."""
    country = country_meant(question, world) or place_meant(question, world)
    topic = world.topic
    if topic is None or is_named(question, topic):
        # An article about herring is none about Norway, though one of its paragraphs is.
        inside = topic is not None and country and question.kind == "cloze"
        return f"{topic.text} ({country.removeprefix('the ')})" if topic and inside else country
    label = next((form for form in _forms(topic) if not _gives_away(question, form)), "")
    return f"{label} ({country.removeprefix('the ')})" if label and country else label or country


def country_meant(question: Question, world: World) -> str:
    """Return the country to name before a question of "the voters" or "inflation", "" where none has to be."""
    country, topic = world.country, world.topic
    if not country or (topic is not None and topic.type in _SETTLING) or _gives_away(question, country):
        return ""
    if not any(map(unplaced, texts(question))):
        return ""
    quotes = " ".join(
        quote for fact in question.facts if fact in world.by_id for quote in world.quotes(world.by_id[fact])
    )
    others = (name for name in gazetteer.country_names() if not holds(country, name) and name in quotes)
    return "" if any(holds(quotes, name) for name in others) else country


def place_meant(question: Question, world: World) -> str:
    """Return the place that the paragraph of a question speaks of, "" where the question tells one or would ask it."""
    told, topic = texts(question), world.topic
    if (topic is not None and topic.type in _LANDS) or any(map(frames.names_place, told)):
        return ""
    place = frames.place_of(question, world) if any(map(frames.is_local, told)) else ""
    if not place or _gives_away(question, place) or (topic is not None and holds(topic.text, place)):
        return ""
    return "" if any(frames.same_place(key, place) for key in _keys(question)) else place


def texts(question: Question) -> tuple[str, ...]:
    """Return what a learner reads of a question as sentences."""
    if question.kind in ("ordering", "matching"):
        return (*question.choices, *question.options)
    return (question.stem.partition(": ")[2] if question.kind == "cloze" else question.stem,)


def _forms(topic: Named) -> tuple[str, ...]:
    """Return the topic, and shorter names of an event, which has its place and its year in its name."""
    article = "the " if topic.text.startswith("the ") else ""
    shorter = topic.names if topic.type is AnswerType.EVENT else ()
    return (topic.text, *(f"{article}{name}" for name in shorter))


def is_named(question: Question, topic: Named) -> bool:
    """Say whether the question itself names the topic: whole, or by a name that is more than a word of the whole."""
    told = _OWNER.sub("", " ".join(texts(question)))
    names = _whole_names(topic)
    if question.kind == "ordering":
        return all(any(holds(text, name) for name in names) for text in question.choices)
    dated = topic.type is not AnswerType.EVENT or not _year_of(topic.text) or bool(_year_of(told))
    return (dated and any(holds(told, name) for name in names)) or stems(topic.text) <= stems(told)


@lru_cache(8)
def _whole_names(topic: Named) -> tuple[str, ...]:
    """Return the names of a topic that say which it is, kept since every question is asked for them."""
    return tuple(name for name in (topic.text, *topic.names) if not _is_part(name, topic))


def _is_part(name: str, topic: Named) -> bool:
    """Say whether a name is but one word of several that the topic has, "Regatta" of "Riga Regatta", or its letters."""
    whole = bare(topic.text).split()
    if is_short_form(name) and len(whole) > 1:
        return True
    return len(whole) > 1 and bare(name) in (whole[0], whole[-1]) and not name.isupper() and topic.type not in _LANDS


def _gives_away(question: Question, label: str) -> bool:
    """Say whether a label would tell the answer, or is itself an answer to choose from."""
    told = {bare(text) for text in (*question.choices, *question.options)}
    keys = _keys(question)
    return bare(label) in told or any(_shares(key, label) or _year_of(key) & _year_of(label) for key in keys)


def _keys(question: Question) -> list[str]:
    """Return the texts that answer a question."""
    keys = [accepted.text for accepted in question.accept]
    return keys + ([question.choices[index] for index in question.key] if question.kind in _CHOSEN else [])


def _shares(key: str, label: str) -> bool:
    """Say whether a label tells a key: half of one of few words, or a third of a whole clause."""
    shared, told = len(stems(key) & stems(label)), len(stems(key))
    return shared * (2 if len(key.split()) <= _FEW_WORDS else 3) >= max(1, told)


def _year_of(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def unlabelled(question: Question) -> Question:
    """Return the question without its label, as the proofs read it."""
    stem = plain(question.kind, question.stem)
    return question if stem == question.stem else replace(question, stem=stem)


def plain(kind: str, stem: str) -> str:
    """Return the stem of a kind of question without its label."""
    return _ABOUT.sub(r"\1", stem) if kind == "cloze" else _LABEL.sub("", stem)
