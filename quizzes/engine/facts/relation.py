"""What a thing is joined to by a preposition that its verb asks for: "The name derives from ...", "It led to ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import NOUNS, children
from ..parts import Part, Role
from ..words import telling
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

# Verbs by the preposition that belongs to them, those of the passive first.
_GOVERNED = {
    "with": "associate compare conflate confuse cover equip fill furnish identify link charge credit decorate infect"
    " deal cope collide coincide begin end compete interact merge correspond",
    "from": "derive make descend remove exclude separate protect distinguish obtain extract build"
    " come originate arise stem emerge evolve develop result suffer differ grow recover benefit vary",
    "of": "compose make consist deprive accuse convict rob remind",
    "on": "base build model focus rest found"
    " depend rely feed prey live concentrate insist border",
    "into": "divide develop turn split transform translate convert organise organize incorporate break"
    " flow grow evolve empty lead change merge",
    "to": "attribute apply link reduce connect relate limit confine compare expose restrict convert add"
    " lead belong refer contribute respond correspond react adapt turn amount",
    "in": "involve engage locate find"
    " result specialise specialize consist participate culminate engage succeed",
    "for": "use know reserve name need blame praise criticise criticize mistake"
    " account stand search pay compensate allow",
}  # fmt: skip
_VERBS = {lead: frozenset(words.split()) for lead, words in _GOVERNED.items()}
_FEWEST, _MOST = 2, 14


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause whose last part is what its verb's preposition governs."""
    for told in view.told:
        if told.clause.negated or told.clause.of(Role.OBJECT, Role.ATTRIBUTE, Role.CONTENT):
            continue
        fact = told.fact("action", [_answer(told)], weight=0.6)
        if fact and any(answer.stem for answer in fact.answers):
            yield fact


def _answer(told: Told) -> Answer | None:
    """Ask "What does the name derive from?"."""
    if not told.clause.rest:
        return None
    part = told.clause.rest[-1]
    lead = part.head.text.lower()
    inner = children(part.head, "pobj")
    if part.role not in {Role.PHRASE, Role.PLACE} or part.head.dep_ != "prep" or len(inner) != 1 or part.comma:
        return None
    tokens = part.tokens[1:]
    if told.clause.verb.lemma_ not in _VERBS.get(lead, frozenset()) or part.tokens[0] != part.head:
        return None
    if inner[0].tag_ not in NOUNS or children(inner[0], "conj", "nummod") or not _FEWEST <= len(tokens) <= _MOST:
        return None
    entity = told.entity(tokens)
    wh = told.wh(Part(part.role, inner[0], tokens))
    if entity is not None or wh != "what" or len(telling(told.text(tokens))) < _FEWEST:
        return None
    stem = told.ask(wh, part)
    return told.answer(tokens, AnswerType.TERM, stem.removesuffix("?") + f" {lead}?" if stem else "")
