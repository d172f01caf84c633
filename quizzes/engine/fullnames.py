"""Persons by their full names: "Anning" alone tells a reader nothing who has not met Mary Anning before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from . import gazetteer
from .facts.base import AnswerType
from .grammar import PROPER
from .persons import RULERS

if TYPE_CHECKING:
    from .entities import Entities, Entity, Mention
    from .language import Sentence, Token

# A surname that narrows the next noun stays: "the Maathai family".
_NARROWING = frozenset({"compound", "amod", "nmod"})
_NAMING = frozenset({"name", "names", "surname", "nickname", "named", "called", "nicknamed", "dubbed", "as"})
_AGAINST = frozenset({"v", "vs", "versus"})
# What is left of "Secretary of State" before a name is no first name.
_OFFICES = frozenset({"state", "foreign", "defense", "defence", "treasury", "affairs", "general", "saint", "st", "st."})
# What stands behind the name of a ruler, who has no other.
_ROMAN = re.compile(r"[IVX]+")


def written_out(
    shown: Sequence[Token], sentence: Sentence, entities: Entities, rewrite: Mapping[int, str]
) -> dict[int, str]:
    """Return the full name for each person whom the shown words first name by a part of it, "" for its other words."""
    found: dict[int, str] = {}
    known = {_folded(text) for text in rewrite.values()}
    for tokens, mention in _named(shown, sentence, entities):
        entity = mention.entity
        if entity.name.casefold() in known:
            continue
        known.add(entity.name.casefold())
        short = sentence.text[mention.span.start - sentence.span.start : mention.span.end - sentence.span.start]
        is_topic = entity is entities.topic
        if _is_part(short, entity, first_too=is_topic) and not _stays(tokens):
            found |= {token.i: "" for token in tokens}
            found[tokens[0].i] = entity.name
    return found


def _folded(text: str) -> str:
    return text.removesuffix("'s").removesuffix("'").casefold()


def _named(
    shown: Sequence[Token], sentence: Sentence, entities: Entities
) -> Iterator[tuple[tuple[Token, ...], Mention]]:
    """Yield each person whom the shown words name outside of quotation marks, with the words that do."""
    at = {sentence.start(token): token for token in shown}
    quoted = _quoted(sentence)
    for mention in entities.within(sentence.span.start, sentence.span.end):
        tokens = tuple(at[place] for place in sorted(at) if mention.span.start <= place < mention.span.end)
        if tokens and _is_person(mention.entity) and tokens[0].i not in quoted:
            yield tokens, mention


def _is_person(entity: Entity) -> bool:
    """Say whether a name is a person's; a given name tells it where nothing else does."""
    given = entity.name.partition(" ")[0].lower() in gazetteer.genders()
    return entity.type is AnswerType.PERSON or (entity.type is AnswerType.OTHER and given)


def _quoted(sentence: Sentence) -> frozenset[int]:
    inside: set[int] = set()
    is_open = sentence.quoted
    for token in sentence.tokens:
        if token.text == '"':
            is_open = not is_open
        elif is_open:
            inside.add(token.i)
    return frozenset(inside)


def _is_part(short: str, entity: Entity, *, first_too: bool) -> bool:
    """Say whether a name is a person's last one; many share a first name, which tells the hero of an article alone."""
    names = entity.name.split()
    if len(names) < 2 or names[0].lower() in _OFFICES or short == entity.name:
        return False
    ranked = names[1] in {"of", "the"} or (len(names) == 2 and (_ROMAN.fullmatch(names[1]) or names[1] in RULERS))
    last = entity.name.casefold().endswith(f" {short.casefold()}")
    return last or (short == names[0] and bool(ranked or first_too))


def _stays(tokens: Sequence[Token]) -> bool:
    """Say whether the word is meant as it stands: "the name Holt", "the Holt family", "Holt's Tower"."""
    first, last = tokens[0], tokens[-1]
    if last.dep_ in _NARROWING or (first.i and first.doc[first.i - 1].lower_ in _NAMING):
        return True
    following = [last.doc[place] for place in range(last.i + 1, min(last.i + 3, len(last.doc)))]
    if following and following[0].tag_ == "POS":
        following.pop(0)
    is_party = first.i and first.doc[first.i - 1].lower_.rstrip(".") in _AGAINST
    behind = following[0] if following else None
    return bool(is_party) or (
        behind is not None and (behind.tag_ in PROPER or behind.lower_.rstrip(".") in {"the", *_AGAINST})
    )
