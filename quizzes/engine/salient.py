"""What an article is about where its title plays with words: the person it follows, two firms, the case it tells of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from .entities import Entity
from .facts.base import AnswerType
from .world import Named

if TYPE_CHECKING:
    from .entities import Entities
    from .language import Parsed
    from .reference import References

_OPENING = 2
_LEAST, _WORDS_A_MENTION = 4, 100
_AHEAD, _AHEAD_OF_ALL = 2, 1.5
_SPREAD = 4
_SETTING = frozenset({AnswerType.ORGANISATION, AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.EVENT})
_PAIRED = frozenset({AnswerType.ORGANISATION, AnswerType.PERSON})
_CASE = re.compile(r"\b([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}) (v\.?|vs\.?) ([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})")
_PARTY_OFTEN = 3


def hero(parsed: Parsed, entities: Entities, references: References) -> Named | None:
    """Return the person whom the opening names and whom the text means far more often than anybody else."""
    told, paragraphs = _told(parsed, entities, references)
    ranked = sorted(told, key=lambda entity: (-told[entity], entity.name))[:2]
    if not ranked:
        return None
    first, others = ranked[0], [told[entity] for entity in ranked[1:]]
    least = max(_LEAST, len(parsed.document.text.split()) // _WORDS_A_MENTION)
    end = parsed.sentences[min(_OPENING, len(parsed.sentences)) - 1].span.end
    opening = [mention.entity for mention in entities.within(0, end)]
    far = _AHEAD_OF_ALL if opening[:1] == [first] else _AHEAD
    if first not in opening or told[first] < max(least, far * max(others, default=0)):
        return None
    if 2 * len(paragraphs[first]) < 1 + max(sentence.paragraph for sentence in parsed.sentences):
        return None
    return Named(first.shown, first.type, first.names, frozenset(first.heads))


def _told(parsed: Parsed, entities: Entities, references: References) -> tuple[Counter[Entity], dict[Entity, set[int]]]:
    """Return how often the text names or means each person, and in which paragraphs."""
    told: Counter[Entity] = Counter()
    paragraphs: dict[Entity, set[int]] = defaultdict(set)
    for sentence in parsed.sentences:
        named = [mention.entity for mention in entities.within(sentence.span.start, sentence.span.end)]
        meant = [references.of(token) for token in sentence.tokens]
        for entity in (*named, *meant):
            if isinstance(entity, Entity) and entity.type is AnswerType.PERSON:
                told[entity] += 1
                paragraphs[entity].add(sentence.paragraph)
    return told, paragraphs


def organisation(parsed: Parsed, entities: Entities) -> Named | None:
    """Return the organisation that the text names twice as often as anything else."""
    if not entities.all or entities.all[0].type is not AnswerType.ORGANISATION:
        return None
    first, others = entities.all[0], [entity.count for entity in entities.all[1:2]]
    least = max(_LEAST, len(parsed.document.text.split()) // _WORDS_A_MENTION)
    if first.count < max(least, _AHEAD * max(others, default=0)):
        return None
    return Named(first.shown, first.type, first.names, frozenset(first.heads))


def prominent(parsed: Parsed, entities: Entities) -> Entity | None:
    """Return what the text names twice as often as anything else, over much of it: at least where its story is set."""
    told = [entity for entity in entities.all if entity.type in _SETTING]
    first, others = next(iter(told), None), [entity.count for entity in told[1:2]]
    if first is None or first.count < max(_LEAST, _AHEAD * max(others, default=0)):
        return None
    named = (
        s.paragraph for s in parsed.sentences for m in entities.within(s.span.start, s.span.end) if m.entity is first
    )
    paragraphs = 1 + max(sentence.paragraph for sentence in parsed.sentences)
    return first if _SPREAD * len(set(named)) >= paragraphs else None


def pair(parsed: Parsed, entities: Entities) -> Named | None:
    """Return the two that the first sentence has as its subject, where the text goes on about both."""
    sentence = parsed.sentences[0] if parsed.sentences else None
    subject = (
        next((t for t in sentence.tokens if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None) if sentence else None
    )
    if sentence is None or subject is None or not any(child.dep_ == "conj" for child in subject.children):
        return None
    places = [sentence.start(token) for token in subject.subtree]
    mentions = entities.within(min(places), max(places) + len(subject.doc[subject.right_edge.i].text))
    found = list(dict.fromkeys(mention.entity for mention in mentions))
    if len(found) != 2 or any(entity.type not in _PAIRED or entity.count < _AHEAD for entity in found):
        return None
    first, second = found
    kind = AnswerType.ORGANISATION if first.type is second.type is AnswerType.ORGANISATION else AnswerType.OTHER
    return Named(f"{first.shown} and {second.shown}", kind, (*first.names, *second.names))


def lawsuit(parsed: Parsed) -> Named | None:
    """Return the case that the text names by parties of whom it tells more: "Holm v Dahl"."""
    text = parsed.document.text
    cases = {match[0]: (match[1], match[3]) for match in _CASE.finditer(text)}
    told = {
        case: max(len(re.findall(rf"\b{re.escape(party.split()[-1])}\b", text)) for party in parties)
        for case, parties in cases.items()
    }
    best = max(told, key=lambda case: (told[case], case), default="")
    return Named(best, AnswerType.EVENT, (best,)) if best and told[best] >= _PARTY_OFTEN else None
