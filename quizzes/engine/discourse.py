"""What a reader has in mind at a place in the text: who was named so far, who the last sentences were about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import gazetteer
from .entities import Entities, Entity
from .facts.base import AnswerType
from .language import Parsed, Sentence
from .lists import word_set
from .naming import FEMALE, MALE

if TYPE_CHECKING:
    from .language import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# Names of what people fall ill with.
ILLNESS = re.compile(r"(?:itis|osis|iasis|a?emia|[Ff]ever|[Dd]isease|[Ss]yndrome|pox|[Rr]abies|[Mm]alaria|[Cc]holera)$")
ILL = frozenset({"disease"})
PEOPLE_NOUNS = word_set(
    "people child baby patient adult human someone anyone everyone resident citizen student companion colleague friend"
)


@dataclass(slots=True)
class Named:
    """One place in a sentence where an entity is meant, by name or by a resolved reference."""

    token: Token
    entity: Entity
    start: int


@dataclass(slots=True)
class Scene:
    """One sentence: who is meant in it, by the last token of each mention; `linked` are the words that refer back."""

    sentence: Sentence
    named: list[Named] = field(default_factory=list)
    by_token: dict[int, Entity] = field(default_factory=dict)
    demonyms: list[tuple[int, str]] = field(default_factory=list)
    linked: set[int] = field(default_factory=set)

    def add(self, token: Token, entity: Entity) -> None:
        """Note that the token means the entity."""
        self.named.append(Named(token, entity, self.sentence.start(token)))
        self.by_token[token.i] = entity

    def describe(self, name: Token, entity: Entity) -> None:
        """Note that the noun a name explains means the same: "the city's oldest school, Bell House"."""
        while name.dep_ == "appos" and name.head.tag_ == "NN" and not any(name.conjuncts) and name.i > name.head.i:
            name = name.head
            self.by_token.setdefault(name.i, entity)

    def subject(self) -> Token | None:
        """Return the head of the main clause's subject."""
        return subject_of(self.sentence.tokens.root)

    def quoted(self) -> frozenset[int]:
        """Return the places of the words that stand in quotation marks."""
        inside: set[int] = set()
        is_open = self.sentence.quoted
        for token in self.sentence.tokens:
            if token.text == '"':
                is_open = not is_open
            elif is_open:
                inside.add(token.i)
        return frozenset(inside)

    def has_unnamed(self, noun: str) -> bool:
        """Tell whether the sentence has a noun for something without a name: "a Roman bridge"."""
        return any(
            each.lemma_.lower() == noun
            and each.pos_ == "NOUN"
            and each.i not in self.by_token
            and each.dep_ != "compound"
            for each in self.sentence.tokens
        )

    def before(self, token: Token) -> list[Named]:
        """Return who is meant before the token, first to last."""
        return sorted((n for n in self.named if n.token.i < token.i), key=lambda n: n.start)


def scenes(parsed: Parsed, entities: Entities) -> list[Scene]:
    """Return a scene for each sentence, with the names that it has."""
    adjectives = gazetteer.adjectives()
    found: list[Scene] = []
    for sentence in parsed.sentences:
        scene = Scene(sentence)
        doc, offset = sentence.tokens.doc, sentence.offset
        for mention in entities.within(sentence.span.start, sentence.span.end):
            written = doc.char_span(mention.span.start - offset, mention.span.end - offset)
            if written is not None:
                scene.add(written.root, mention.entity)
                scene.describe(written.root, mention.entity)
        for token in sentence.tokens:
            if token.text in adjectives and token.i not in scene.by_token:
                scene.demonyms += [(token.i, country.name) for country in adjectives[token.text]]
        found.append(scene)
    return found


def subject_of(verb: Token) -> Token | None:
    """Return the head of a verb's own subject, the one it shares with the verb it is joined to otherwise."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if own is not None or verb.dep_ != "conj":
            return own
        verb = verb.head
    return None


def noun_phrase(token: Token) -> Token:
    """Return the head of the noun phrase the pronoun belongs to: itself, or what it owns, or what that belongs to."""
    head = token
    while True:
        above = head
        if head.dep_ in ("poss", "compound", "amod"):
            above = head.head
        elif head.dep_ == "pobj" and head.head.head.pos_ in ("NOUN", "PROPN", "PRON"):
            above = head.head.head
        if above.i == head.i:
            return head
        head = above


def is_plural(token: Token, entity: Entity | None) -> bool:
    """Tell whether "they" may stand for the noun: plural, or several joined."""
    if any(c.dep_ == "conj" for c in token.children):
        return True
    if entity:
        return entity.plural
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in (
        "they",
        "them",
        "these",
        "those",
        "both",
        "many",
        "some",
        "most",
        "few",
    )


def gender_of(token: Token, entity: Entity | None) -> str:
    """Return "male" or "female" where sure, "thing" for what is no person, "" for a person of either sex."""
    if entity:
        return (
            entity.gender if entity.type is AnswerType.PERSON else ("" if entity.type is AnswerType.OTHER else "thing")
        )
    word = token.lemma_.lower()
    if word in MALE or token.lower_ in ("he", "him", "his"):
        return "male"
    if word in FEMALE or token.lower_ in ("she", "her", "hers"):
        return "female"
    return "" if is_person_noun(word) else "thing"


def is_person_noun(word: str) -> bool:
    """Tell whether a common noun, in the singular and lower case, is said of persons."""
    kinds = gazetteer.noun_types().get(word) is AnswerType.PERSON
    return kinds or word in MALE or word in FEMALE or word in PEOPLE_NOUNS or word.endswith(("ist", "man", "woman"))


def head_nouns(entity: Entity) -> frozenset[str]:
    """Return the nouns that may stand for the entity after "the"."""
    general: frozenset[str] = frozenset()
    if entity.type is AnswerType.COUNTRY:
        general = gazetteer.general_nouns("country")
    elif entity.type is AnswerType.ORGANISATION and "company" in entity.heads:
        general = gazetteer.general_nouns("company")
    elif entity.type is AnswerType.PLACE and entity.name in gazetteer.cities():
        general = frozenset({"city"})
    elif entity.type is AnswerType.PLACE and entity.name in gazetteer.provinces():
        general = frozenset({"state"})
    elif entity.type is AnswerType.PLACE and gazetteer.mountains() & {*entity.names}:
        general = frozenset({"mountain"})
    role = {entity.role.split()[-1].lower()} if entity.role else set()
    return entity.heads | general | role


def by_head(entities: Entities) -> dict[str, tuple[Entity, ...]]:
    """Return for each noun the entities that it may stand for."""
    found: dict[str, list[Entity]] = {}
    for entity in entities.all:
        for noun in head_nouns(entity):
            found.setdefault(noun, []).append(entity)
    provinces = [entity for entity in found.get("state", []) if entity.type is AnswerType.PLACE]
    if provinces:
        found["state"] = provinces
    topic = entities.topic
    if topic and topic.type is AnswerType.ORGANISATION and topic not in found.get("organization", []):
        found.setdefault("organization", []).append(topic)
    heads = topic.heads | (ILL if any(map(ILLNESS.search, topic.names)) else frozenset()) if topic else frozenset()
    for noun in (near for head in sorted(heads) for near in (head, *sorted(gazetteer.near_nouns(head)))):
        if topic and noun not in found:
            found[noun] = [topic]
    return {noun: tuple(named) for noun, named in sorted(found.items())}
