"""Whom "he" or "she" means that no name of the same sentence tells: the one person around, or the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gazetteer
from .discourse import SUBJECTS, Scene, gender_of, is_person_noun, noun_phrase, subject_of
from .entities import Entity
from .facts.base import AnswerType
from .referring import Context

if TYPE_CHECKING:
    from .language import Token

# Past this many sentences without his name a reader no longer knows who "he" is.
FARTHEST = 6


def person(token: Token, kind: str, context: Context) -> Entity | None:
    """The one person around, or the person the article is about when nobody of that sex came since."""
    people = _people(token, kind, context.recent, context) or _people(token, kind, context.across, context)
    topic = context.entities.topic
    if topic in people and topic is not None and topic.gender == kind and _goes_on(token, topic, context):
        return topic
    near = context.recent[:1] or context.across[:1]
    if any(_unnamed_person(scene, kind, token) for scene in (context.scene, *near)):
        return None
    if any(_maybe_person(scene, token) for scene in (context.scene, *near)):
        return None
    if len(people) == 1:
        elsewhere = (
            topic is not None and topic.type is AnswerType.PERSON and topic.gender == kind and people[0] != topic
        )
        is_told_on = _last_subject(token, context) is people[0] and _opens(token, context)
        return None if elsewhere and not (people[0].gender and is_told_on) else people[0]
    if people:
        before = _last_subject(token, context)
        return before if before and before == topic and before in people else None
    if topic and topic.type is AnswerType.PERSON and topic.gender == kind:
        return topic
    return _last_named(token, kind, context) if _is_subject(token, context) else None


def _is_subject(token: Token, context: Context) -> bool:
    """Tell whether the pronoun does something itself, or owns what its sentence is about: not "one lost his hat"."""
    return token.dep_ in SUBJECTS or _opens(token, context)


def _last_named(token: Token, kind: str, context: Context) -> Entity | None:
    """Return the one person of the sex whom the last sentences name outside of quotations, nobody else since."""
    for scene in reversed(context.told[max(0, context.index - FARTHEST) : context.index]):
        quoted = scene.quoted()
        people = {n.entity for n in scene.named if n.entity.type is AnswerType.PERSON and n.token.i not in quoted}
        if people:
            only = people.pop()
            return only if not people and only.gender == kind and not _unnamed_person(scene, kind, token) else None
        if _unnamed_person(scene, kind, token) or _maybe_person(scene, token):
            return None
    return None


def _goes_on(token: Token, topic: Entity, context: Context) -> bool:
    """Tell whether the sentence goes on with the person the article is about, whom the one before was about as well.

    Whoever else was named there but in passing is not taken up by the next sentence's subject.
    """
    previous = context.last(token)
    here = {named.entity for named in context.scene.before(token) if named.entity.type is AnswerType.PERSON}
    if previous is None or not _opens(token, context) or here - {topic}:
        return False
    quoted = previous.quoted()
    told = [each for each in previous.sentence.tokens if each.i in quoted and each.dep_ in SUBJECTS]
    if any(each.tag_ == "NN" and is_person_noun(each.lemma_) for each in told):
        return False
    doers = [
        each
        for each in previous.sentence.tokens
        if each.dep_ in SUBJECTS and each.i not in quoted and _is_somebody(each, previous)
    ]
    return bool(doers) and all(previous.by_token.get(each.i) is topic for each in doers)


def _is_somebody(subject: Token, scene: Scene) -> bool:
    """Tell whether a subject is, or may be, a person."""
    entity = scene.by_token.get(subject.i)
    if entity is None and subject.pos_ == "PROPN":
        return True
    return gender_of(subject, entity) != "thing" and subject.tag_ not in ("WDT", "WP", "NNS")


def _maybe_person(scene: Scene, token: Token) -> bool:
    """Tell whether a subject or object may be a person whom nothing shows to be one: a name of no known kind."""
    start, tokens = scene.sentence.tokens.start, scene.sentence.tokens
    here = tokens.doc is token.doc and start <= token.i < tokens.end
    before = tokens[: token.i - start] if here else tokens
    return any(
        each.dep_ in {*SUBJECTS, "dobj"} and each.pos_ == "PROPN" and _is_of_no_kind(scene.by_token.get(each.i))
        for each in before
    )


def _is_of_no_kind(entity: Entity | None) -> bool:
    if entity is None:
        return True
    if entity.type not in (AnswerType.OTHER, AnswerType.ORGANISATION) or " " in entity.name:
        return False
    kinds = {gazetteer.noun_types().get(noun) for noun in entity.heads} - {None, AnswerType.PERSON}
    return not (kinds or entity.abbreviation or entity.plural or entity.article)


def _people(token: Token, kind: str, scenes: list[Scene], context: Context) -> list[Entity]:
    """Return the persons around whom the pronoun may mean."""
    named = [n.entity for n in context.named_before(token, scenes)]
    return list(dict.fromkeys(e for e in named if e.type is AnswerType.PERSON and e.gender in (kind, "")))


def _last_subject(token: Token, context: Context) -> Entity | None:
    """Return whom the sentence before is about, across a paragraph's break as well."""
    previous = context.across[0] if context.across else None
    subject = previous.subject() if previous else None
    return previous.by_token.get(subject.i) if previous and subject is not None else None


def _opens(token: Token, context: Context) -> bool:
    """Tell whether the pronoun is, or owns, the subject of its sentence."""
    main = subject_of(context.scene.sentence.tokens.root)
    return main is not None and noun_phrase(token).i == main.i


def _unnamed_person(scene: Scene, kind: str, token: Token) -> bool:
    """Tell whether a person without a name ("her father") may be meant as well."""
    here = scene.sentence.tokens.doc is token.doc and scene.sentence.tokens.start <= token.i < scene.sentence.tokens.end
    for other in scene.sentence.tokens:
        if here and other.i >= token.i:
            break
        named = other.i in scene.by_token
        if (
            other.pos_ == "NOUN"
            and other.tag_ == "NN"
            and not named
            and other.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        ):
            gender = gender_of(other, None)
            if gender == kind or (gender == "" and is_person_noun(other.lemma_.lower())):
                return True
    return False
