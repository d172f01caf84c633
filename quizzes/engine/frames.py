"""The place that a paragraph speaks of: after "In Norway, ..." what its next sentences tell holds there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from . import gazetteer

if TYPE_CHECKING:
    from .document import Span
    from .questions.base import Question
    from .world import World

_NAME = r"[A-Z][\w'-]*(?: (?:and |of |the )?[A-Z][\w'-]*)*"
_OPENS = re.compile(
    rf"^(?:(?:But|And|Today|Also),? )?(?:In|Within|Across|Throughout|Elsewhere in) (?:modern |medieval |ancient )?"
    rf"(?:the )?({_NAME})(?=,| [a-z])"
)
_CAPITALS = re.compile(_NAME)
# What each country has its own of: the general laws of nature hold outside of the paragraph's place as well.
_OWN = re.compile(
    r"\b(?:councils?|governing|government|ministry|ministers?|laws?|legal|legally|acts?|courts?|judges?|constitution"
    r"|licen[cs]e[ds]?|registered|regulat\w+|taxes|tax|fees?|tuition|schools?|universit\w+|secondary|primary|grades?"
    r"|religions?|church|census|population|profession\w*|industry|unions?|part(?:y|ies)|elections?|votes?|state|states"
    r"|federal|national|nationwide|society|police|army|employers?|employees|wages|insurance|pensions?|citizens)\b"
)


def is_local(text: str) -> bool:
    """Say whether a text tells of what each country has its own of: its laws, schools, bodies."""
    return _OWN.search(text) is not None


def place_of(question: Question, world: World) -> str:
    """Return the place, as running text has it, that the paragraph of a question speaks of; "" for none or several."""
    found = {_frame(world, span) for fact in question.facts if fact in world.by_id for span in _told(world, fact)}
    return found.pop() if len(found) == 1 else ""


def _told(world: World, identifier: str) -> tuple[Span, ...]:
    """Return the sentence that tells a fact."""
    fact = world.by_id[identifier]
    teller = world.quoted.teller(fact)
    return (teller,) if teller else fact.evidence[:1]


def _frame(world: World, span: Span) -> str:
    """Return the place that the sentence, or the nearest before it in its paragraph that does so, opens with."""
    place = world.places.get(span)
    if place is None:
        return ""
    text, paragraph = world.document.text, world.placed[place][1]
    for at in range(place, -1, -1):
        told, index = world.placed[at]
        if index != paragraph:
            break
        sentence = told.of(text)
        opened = _opened(sentence)
        if opened or (at < place and names_place(sentence)):
            return opened if at == place or not names_place(span.of(text)) else ""
    return ""


def _opened(sentence: str) -> str:
    match = _OPENS.match(sentence)
    name = match[1].removesuffix("'s") if match else ""
    country = gazetteer.country_names().get(name)
    if country is not None:
        return f"the {country.name}" if country.article else country.name
    return name if name in gazetteer.places() else ""


def same_place(name: str, other: str) -> bool:
    """Say whether two names mean one country: "the UK", "the United Kingdom"."""
    first, second = (gazetteer.country_names().get(each.removeprefix("the ")) for each in (name, other))
    return first is not None and first is second


@lru_cache(4096)
def names_place(text: str) -> bool:
    """Say whether a text names a country, its people, or a well-known place."""
    return any(run in _known() for run in _runs(text))


def _runs(text: str) -> Iterator[str]:
    """Yield the capital words of a text, and what several of them make together."""
    for match in _CAPITALS.finditer(text):
        words = match[0].removesuffix("'s").split()
        yield from (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))


@cache
def _known() -> frozenset[str]:
    """Return every name that tells a place: of a state, its people and what is theirs, of a city, a province."""
    states = {*gazetteer.country_names(), *gazetteer.adjectives(), *gazetteer.peoples()}
    return frozenset(states) | gazetteer.places() | gazetteer.provinces()
