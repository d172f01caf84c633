"""Who and what an article is about: names, their types, aliases, number, gender.

API, with offsets in characters of the document:

    find(parsed) -> Entities

    Entity.name        canonical, without "the": the form the article uses most (persons: the full name)
    Entity.shown       as running text names it: "the CSTO", "Kazakhstan"
    Entity.type        AnswerType, by vote over all mentions and the gazetteer; OTHER when nothing tells
    Entity.aliases     other names of it, abbreviations and surnames included
    Entity.abbreviation / Entity.full    "CSTO" / "Collective Security Treaty Organization", or ""
    Entity.plural, Entity.gender ("male", "female", "" unknown), Entity.article (takes "the")
    Entity.heads       lower-case nouns that may stand for it: {"organization", "alliance"}
    Entity.country     gazetteer.Country of a COUNTRY or PEOPLE entity, else None
    Entity.role        the title in front of a person's name, as written: "Deputy Prime Minister", or ""
    Entity.count       number of mentions
    Entity.origin      the sentence that has the phrase, where a phrase and no name is meant

    entities.all                        most mentioned first
    entities.topic                      what the article is about, or None
    entities.mentions                   Mention(span in document.text, entity), in order; without "the" and "'s"
    entities.at(start, end)             whom exactly these characters name (leading "the" allowed), or None
    entities.covering(start, end)       the Mention that these characters lie within, or None
    entities.within(start, end)         the mentions that lie inside
    entities.by_name(name)              by name or alias, with or without "the", or None

Adjectives such as "Russian" are no mentions; `gazetteer.adjectives()` tells whose they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from . import gazetteer
from .document import Span
from .facts.base import AnswerType
from .language import Parsed
from .naming import Name, gather

_CALLED_BY_NOUN = frozenset({AnswerType.ORGANISATION, AnswerType.AGREEMENT, AnswerType.EVENT, AnswerType.WORK})
_CALLED_OFTEN, _LEAST_CALLED, _WORDS_A_CALL = 5, 3, 100


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """One thing that has a name in the article; see the head of this file."""

    name: str
    type: AnswerType
    aliases: tuple[str, ...] = ()
    abbreviation: str = ""
    full: str = ""
    plural: bool = False
    gender: str = ""
    article: bool = False
    heads: frozenset[str] = frozenset()
    country: gazetteer.Country | None = None
    role: str = ""
    count: int = 0
    origin: Span | None = None

    @property
    def shown(self) -> str:
        """Return the name as running text has it in the middle of a sentence."""
        return f"the {self.name}" if self.article else self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the article names an entity."""

    span: Span
    entity: Entity


class Entities:
    """All entities of an article and where it names them."""

    def __init__(self, mentions: Iterable[Mention], topic: Entity | None) -> None:
        """Index the mentions by place and the entities by name."""
        self.mentions = tuple(sorted(mentions, key=lambda m: m.span))
        self.topic = topic
        self._starts = [m.span.start for m in self.mentions]
        found = {id(m.entity): m.entity for m in self.mentions}
        self.all = tuple(sorted(found.values(), key=lambda e: (-e.count, e.name)))
        self._names = {_key(name): e for e in reversed(self.all) for name in reversed(e.names)}

    def by_name(self, name: str) -> Entity | None:
        """Return the entity with this name or alias."""
        return self._names.get(_key(name))

    def at(self, start: int, end: int) -> Entity | None:
        """Return the entity that these characters name, a leading "the" apart."""
        mention = self.covering(max(start, end - 1), end)
        same = mention and mention.span.end == end and 0 <= mention.span.start - start <= len("the ")
        return mention.entity if mention and same else None

    def covering(self, start: int, end: int) -> Mention | None:
        """Return the mention that has all of these characters."""
        place = bisect_left(self._starts, start + 1) - 1
        mention = self.mentions[place] if place >= 0 else None
        return mention if mention and mention.span.end >= end else None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions between two places, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= end)


def find(parsed: Parsed) -> Entities:
    """Find the entities of a parsed document."""
    names = gather(parsed)
    entities = [_entity(name) for name in names]
    mentions = [Mention(span, entity) for name, entity in zip(names, entities, strict=True) for span in name.spans]
    return Entities(mentions, _topic(parsed, names, entities))


def _entity(name: Name) -> Entity:
    country = gazetteer.country_names().get(name.best) or gazetteer.peoples().get(name.best)
    return Entity(
        name=name.best,
        type=name.type,
        aliases=name.aliases,
        abbreviation=name.abbreviation,
        full=name.full,
        plural=name.plural,
        gender=name.gender,
        article=name.article,
        heads=frozenset(name.heads),
        country=country if name.type in (AnswerType.COUNTRY, AnswerType.PEOPLE) else None,
        role=name.role,
        count=len(name.spans),
    )


def _topic(parsed: Parsed, names: list[Name], entities: list[Entity]) -> Entity | None:
    """Return the most mentioned entity, one that the title or the opening names before others."""
    opening = parsed.sentences[min(1, len(parsed.sentences) - 1)].span.end if parsed.sentences else 0
    titled = _titled(parsed.document.title.casefold(), entities)

    def weight(pair: tuple[Name, Entity]) -> tuple[int, str]:
        name, entity = pair
        early = any(span.start < opening for span in name.spans)
        return entity.count * (8 if entity in titled else 1) * (2 if early else 1), entity.name

    best = max(zip(names, entities, strict=True), key=weight, default=None)
    called, times = _by_noun(parsed, entities)
    if called and (best is None or (best[1] not in titled and best[1].count <= times)):
        return called
    return best[1] if best and weight(best)[0] >= 6 else None


def _by_noun(parsed: Parsed, entities: list[Entity]) -> tuple[Entity | None, int]:
    """Return what the article calls by the last word of its name, and how often: "the commission"."""
    ending: dict[str, list[Entity]] = {}
    for entity in entities:
        if " " in entity.name and entity.type in _CALLED_BY_NOUN:
            ending.setdefault(entity.name.split()[-1].lower(), []).append(entity)
    tokens = [token for sentence in parsed.sentences for token in sentence.tokens]
    said = Counter(
        after.text
        for before, after in pairwise(tokens)
        if before.lower_ == "the" and after.tag_ == "NN" and after.dep_ != "compound"
    )
    called = {
        noun: said[noun] + sum(said[near] for near in gazetteer.near_nouns(noun)) for noun in ending if said[noun]
    }
    noun, count = max(called.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    often = count >= max(_LEAST_CALLED, min(_CALLED_OFTEN, len(tokens) // _WORDS_A_CALL))
    return (ending[noun][0], count) if often and len(ending[noun]) == 1 else (None, 0)


def _titled(title: str, entities: list[Entity]) -> list[Entity]:
    """Return the entities that the title names; "Panama Canal" does not name Panama."""
    found: list[Entity] = []
    for name, entity in sorted(((n.casefold(), e) for e in entities for n in e.names), key=lambda pair: -len(pair[0])):
        if name not in title:
            continue
        shorter = re.sub(rf"\b{re.escape(name)}\b(?!-)", "|", title)
        if shorter != title:
            found.append(entity)
            title = shorter
    return found


def _key(name: str) -> str:
    name = " ".join(name.split())
    return (name[4:] if name[:4].lower() == "the " else name).casefold()
