"""What something is like: "Honey is safe for adults", "The council is responsible for schools"."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import NOUNS, children
from ..parts import Part, Role
from ..words import telling
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

# Adjectives that say little without what they govern, so that asking for it is asking for the point.
_GOVERNING = {
    "capable": "of", "responsible": "for", "famous": "for", "known": "for", "notable": "for", "suitable": "for",
    "useful": "for", "necessary": "for", "essential": "for", "safe": "for", "dependent": "on", "reliant": "on",
    "available": "from", "rich": "in", "common": "in", "absent": "from", "visible": "from", "exempt": "from",
    "aware": "of", "native": "to", "endemic": "to", "related": "to", "similar": "to", "subject": "to", "unique": "to",
    "vulnerable": "to", "resistant": "to", "immune": "to", "harmful": "to", "toxic": "to", "prone": "to",
    "adjacent": "to", "equivalent": "to", "accountable": "to", "answerable": "to", "sensitive": "to", "opposed": "to",
    "hostile": "to", "loyal": "to",
}  # fmt: skip
_FEWEST = 5


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that gives something a quality."""
    for told in view.told:
        if told.clause.verb.lemma_ != "be" or told.clause.passive:
            continue
        parts = told.clause.of(Role.COMPLEMENT)
        if len(parts) != 1 or len(telling(told.statement.text)) < _FEWEST or _compares(parts[0]):
            continue
        fact = told.fact("definition", [_governed(told, parts[0])], weight=0.4, judged=True)
        if fact:
            yield fact


def _compares(part: Part) -> bool:
    """Say whether the quality is a degree of something that the clause leaves out."""
    words = {token.text.lower() for token in part.tokens}
    return (part.head.tag_ == "JJR" or bool(words & {"more", "less", "as", "so", "too", "such"})) and not words & {
        "than"
    }


def _governed(told: Told, part: Part) -> Answer | None:
    """Ask for what the quality refers to: "What is the council responsible for?"."""
    links = [child for child in children(part.head, "prep") if child.i > part.head.i]
    inner = children(links[0], "pobj", "pcomp") if len(links) == 1 else []
    if len(inner) != 1 or _GOVERNING.get(part.head.lemma_.lower()) != links[0].text.lower():
        return None
    before = [token for token in part.tokens if token.i <= links[0].i]
    tokens = [token for token in part.tokens if token.i > links[0].i]
    whole = part is told.clause.rest[-1] and len(before) + len(tokens) == len(part.tokens)
    if not whole or inner[0].tag_ not in NOUNS | {"VBG"} or children(inner[0], "conj"):
        return None
    wh = "what" if inner[0].tag_ == "VBG" else told.wh(Part(part.role, inner[0], tuple(tokens)))
    stem = told.ask("whom" if wh == "who" else wh, part) if wh else ""
    asked = stem.removesuffix("?") + f" {told.text(before)}?" if stem else ""
    return told.answer(tokens, told.kind(tokens, inner[0]) if wh != "what" else AnswerType.TERM, asked)
