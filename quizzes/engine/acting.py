"""Who does something in an article, or says something: not who only stands in a comparison or in the name of a mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .facts.base import AnswerType
from .facts.speech import SAYING
from .grammar import SUBJECTS, children, is_verb, listed

if TYPE_CHECKING:
    from .entities import Entities
    from .language import Parsed, Token

_SPEAKING = SAYING | listed("suggest ask call describe think believe")
_JOINED = frozenset({"conj", "appos"})


def persons(parsed: Parsed, entities: Entities) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the persons who act in an article, and of those among them who speak in it."""
    acting, speaking = set[str](), set[str]()
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            mention = entities.covering(sentence.start(token), sentence.end(token))
            if mention is None or mention.entity.type is not AnswerType.PERSON:
                continue
            verb = _deed(token)
            if verb is not None or mention.entity.role:
                acting.add(mention.entity.name)
            if verb is not None and verb.lemma_ in _SPEAKING:
                speaking.add(mention.entity.name)
    return frozenset(acting), frozenset(speaking)


def _deed(name: Token) -> Token | None:
    """Return the verb that tells what a named person does, None where he is only mentioned."""
    token = name
    while token.dep_ in _JOINED and token.head is not token:
        token = token.head
    if token.dep_ in SUBJECTS and is_verb(token.head):
        return token.head
    if token.dep_ == "pobj" and token.head.text.lower() == "by" and is_verb(token.head.head):
        return token.head.head
    own = [each for each in children(name, "relcl") if any(child.text.lower() == "who" for child in each.children)]
    return own[0] if own else None
