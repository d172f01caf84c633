"""From a proposed fact to a fact: every quote is found in the article, and the statement says no more than they do.

A language model may make things up, and an article may try to make it do so. Nothing it says is believed: each check
here compares the proposal with the article's own sentences, and raises Refused with the reason that is counted.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from .. import prose
from ..document import Span
from ..facts.base import Fact
from ..figures import numbers
from ..words import holds, stems, telling
from ..world import World
from .parts import Part
from .reply import ProposedFact, Quote, Refused

SHORTEST_QUOTE = 3
_STATEMENT_SHARE = 0.8
_STEM_SHARE = 0.6
_LONG_ANSWER = 3
_ANSWER_SHARE = 0.8
_FREE_IN_STEM = stems(
    "year date country organization organisation agreement place person people name number reason purpose which"
    " according article long short often happen happened kind city event amount consequence result"
)
_DENIAL = re.compile(r"\b(?:not|cannot|never|no|none|nobody|nothing|neither|nor|without|hardly|scarcely)\b|n't\b", re.I)
_RESERVE = re.compile(
    r"\b(?:may|might|could|would|should|likely|unlikely|probably|possibly|perhaps|reportedly|allegedly|apparently"
    r"|believed?|believes|thought|expected|estimated?|claim\w*|suggest\w*|argue[sd]?|appear(?:s|ed)?|seem\w*|said|says?"
    r"|according to|if|unless|plan(?:s|ned)|propos\w+|supposed|rumou?red|hop(?:es|ed))\b",
    re.I,
)
_ROUGH_FIGURE = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|over|under|at least|at most|up to|(?:more|less|fewer)"
    r" than)\s+(?:[^\w\s]\s?)?\d",
    re.I,
)
# What speaks to its reader, or is written for a machine, tells no fact.
_NOT_PROSE = re.compile(
    r"[{}<>\\`|]|\b(?:you|your|yours)\b|https?:"
    r"|\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:above|previous|prior|instructions?|prompts?|rules?)\b"
    r"|^\W*(?:system|assistant|user|ignore|disregard|forget|note to)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Grounded:
    """A fact as the article proves it, with the passages that its answers must stand in."""

    fact: Fact
    quoted: str


def ground(proposed: ProposedFact, part: Part, world: World) -> Grounded:
    """Return the fact that a proposal tells, without its askable parts; raise Refused where the article does not."""
    if not proposed.quotes:
        raise Refused("quote_missing")
    spans = sorted({_sentence_of(quote, part, world) for quote in proposed.quotes})
    said = " ".join(span.of(world.document.text) for span in spans)
    if _NOT_PROSE.search(said) or _NOT_PROSE.search(proposed.statement):
        raise Refused("not_prose")
    if not proposed.statement.endswith((".", '."')):
        raise Refused("statement_is_no_sentence")
    if not says_no_more(proposed.statement, said, world, _STATEMENT_SHARE):
        raise Refused("statement_not_in_evidence")
    negated = _DENIAL.search(said) is not None
    if negated != (_DENIAL.search(proposed.statement) is not None):
        raise Refused("denial_differs")
    hedged = _RESERVE.search(said) is not None or _ROUGH_FIGURE.search(said) is not None
    if hedged and not prose.is_hedged(proposed.statement):
        raise Refused("reserve_lost")
    quoted = " ".join(quote.text for quote in proposed.quotes)
    return Grounded(_fact(proposed, tuple(spans), world, hedged=hedged, negated=negated), quoted)


def _sentence_of(quote: Quote, part: Part, world: World) -> Span:
    """Return the whole sentence that a quote stands in: the one it names, or the only one that has it."""
    if len(quote.text.split()) < SHORTEST_QUOTE:
        raise Refused("quote_too_short")
    named = part.sentences.get(quote.sentence)
    if named and quote.text in named.of(world.document.text):
        return named
    holding = [span for span in part.sentences.values() if quote.text in span.of(world.document.text)]
    if len(holding) != 1:
        raise Refused("quote_not_in_text")
    return holding[0]


def says_no_more(text: str, said: str, world: World, share: float) -> bool:
    """Say whether the figures and names of a text all stand in what is said, and most of its other words."""
    if not set(numbers(text)) <= set(numbers(said)):
        return False
    known = stems(said) | stems(" ".join(_also_called(said, world)))
    if not all(stems(word) <= known for word in _names(text)):
        return False
    words = stems(text) - _FREE_IN_STEM
    return len(words & known) >= share * len(words)


def _also_called(said: str, world: World) -> list[str]:
    """Return every name of what is named: "NATO" for the "North Atlantic Treaty Organization"."""
    things = [(thing.text, *thing.names) for thing in world.named]
    return [name for names in things if any(holds(said, one) for one in names) for name in names]


def _names(text: str) -> list[str]:
    """Return the capitalised words after the first, which any sentence may begin with."""
    return [word for word in text.split()[1:] if word.lstrip("\"'([")[:1].isupper()]


def stem_holds(stem: str, grounded: Grounded, world: World) -> bool:
    """Say whether a question supposes nothing that the fact's own sentences do not say."""
    said = " ".join((grounded.fact.statement, *world.quotes(grounded.fact)))
    return says_no_more(stem, said, world, _STEM_SHARE)


def answer_quoted(answer: str, grounded: Grounded) -> bool:
    """Say whether an answer stands in the quoted passages, a long one with nearly all of its telling words."""
    if holds(grounded.quoted, answer):
        return True
    words = telling(answer)
    shared = len(words & telling(grounded.quoted))
    return (
        len(words) >= _LONG_ANSWER
        and set(numbers(answer)) <= set(numbers(grounded.quoted))
        and (shared >= _ANSWER_SHARE * len(words))
    )


def _fact(proposed: ProposedFact, spans: tuple[Span, ...], world: World, *, hedged: bool, negated: bool) -> Fact:
    identity = f"{proposed.kind}|{proposed.statement}|{[(span.start, span.end) for span in spans]}"
    return Fact(
        id="m" + hashlib.sha256(identity.encode()).hexdigest()[:10],
        kind=proposed.kind,
        statement=proposed.statement,
        answers=(),
        evidence=spans,
        paragraph=_paragraph(spans[0], world),
        salience=proposed.importance,
        hedged=hedged,
        negated=negated,
        names=tuple(dict.fromkeys(_also_called(proposed.statement, world))),
    )


def _paragraph(span: Span, world: World) -> int:
    """Return the number of the body paragraph that a sentence stands in."""
    paragraphs = world.document.paragraphs
    return next(part.index for part in paragraphs if part.index >= 0 and part.span.start <= span.start < part.span.end)
