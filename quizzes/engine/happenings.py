"""The event that an article tells of, named by place and year: "the 1755 Lisbon earthquake", not "Lisbon"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from . import gazetteer
from .facts.base import AnswerType
from .lists import word_set
from .world import Named
from .years import years_in

if TYPE_CHECKING:
    from .entities import Entities
    from .language import Parsed, Token

_OPENING = 3
_MORE = word_set(
    "accident attack blackout bombing coronation crash default drought evacuation explosion fire heatwave inquiry"
    " landing launch merger outbreak rescue shooting shutdown storm takeover tsunami vote wedding wildfire wreck"
)
# Kinds of events that one text may tell of many: a bare "the game" is seldom the one of the headline.
_MANY = word_set(
    "game games campaign operation mission race match final finals elections protests riots plague depression cup"
    " championship championships tournament marathon bowl olympics"
)
_TELLING = word_set("of for on against between over to with")
_CONTESTS = word_set("cup games championship championships tournament marathon bowl olympics open prix euro")
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?: \d{1,2},?)? ([12]\d{3})\b"
)
# Where a title ends with a place that nobody need know: "A Day at Holm Bridge".
_BEHIND = re.compile(r"\b((?:at|near) [A-Z][\w'-]+(?: [A-Z][\w'-]+)*)$")
_THAT = re.compile(r"The ([A-Z][a-z]+) [Tt]hat ")


def of(parsed: Parsed, entities: Entities, titled: Named | None) -> Named | None:
    """Return the event that a dated opening tells of at the place of the title, None where there is none."""
    year = _year(parsed)
    if not year or (titled is not None and _is_told_of(parsed, titled)):
        return None
    return _contest(parsed, entities, year) or _at_place(parsed, year, titled)


def _contest(parsed: Parsed, entities: Entities, year: str) -> Named | None:
    """Return a contest held again and again that the opening names, with its year: "the 1962 Fjord Cup final"."""
    end = parsed.sentences[min(_OPENING, len(parsed.sentences)) - 1].span.end
    for mention in entities.within(0, end):
        name = mention.entity.name
        if name.split()[-1].lower() in _CONTESTS and not re.search(r"\d", name) and mention.entity.count > 1:
            final = " final" if re.search(r"\b[Tt]he final\b", _body(parsed)) and not name.endswith("inal") else ""
            shorter = (f"{name}{final}", name) if final else (name,)
            return Named(f"the {year} {name}{final}", AnswerType.EVENT, shorter, frozenset({"event"}))
    return None


def _at_place(parsed: Parsed, year: str, titled: Named | None) -> Named | None:
    title = parsed.document.title
    where = titled.text.removeprefix("the ") if titled else _place_of_title(title)
    noun = _noun_of_title(parsed) or _noun(parsed)
    if not noun or not (where or _BEHIND.search(title) or _THAT.match(title)):
        return None
    if where and titled and titled.type is AnswerType.COUNTRY:
        shorter = (f"{noun} in {titled.text}", f"{noun} of {year}")
        return Named(f"the {year} {shorter[0]}", AnswerType.EVENT, shorter, frozenset({noun}))
    if not where and not _BEHIND.search(title):
        return Named(f"the {noun} of {year}", AnswerType.EVENT, (noun,), frozenset({noun}))
    if not where:
        shorter = (f"{noun} {_BEHIND.findall(title)[-1]}", f"{noun} of {year}")
        return Named(f"the {year} {shorter[0]}", AnswerType.EVENT, shorter, frozenset({noun}))
    shorter = (f"{where} {noun}", f"{noun} of {year}")
    return Named(f"the {year} {where} {noun}", AnswerType.EVENT, shorter, frozenset({noun}))


def _place_of_title(title: str) -> str:
    """Return the well-known place that a title names, "" where it names none or several."""
    known = gazetteer.cities() | gazetteer.country_names().keys() | gazetteer.provinces()
    found = {name for name in known if name in title and re.search(rf"\b{re.escape(name)}\b", title)}
    return found.pop() if len(found) == 1 else ""


def _noun_of_title(parsed: Parsed) -> str:
    """Return the noun for an event that the title has, where the text has it too."""
    words = re.findall(r"[a-z]+", parsed.document.title.lower())
    body = _body(parsed).lower()
    match = _THAT.match(parsed.document.title)
    if match and match[1].lower() in nouns() - _MANY:
        return match[1].lower()
    return next((word for word in words if word in nouns() - _MANY and re.search(rf"\b{word}\b", body)), "")


def _body(parsed: Parsed) -> str:
    return " ".join(sentence.text for sentence in parsed.sentences)


def _is_told_of(parsed: Parsed, place: Named) -> bool:
    """Say whether the first sentence is about the place itself: "Riga is a port"."""
    opening = parsed.sentences[0].text.removeprefix("The ") if parsed.sentences else ""
    return any(opening.startswith(name) for name in (place.text.removeprefix("the "), *place.names))


def _year(parsed: Parsed) -> str:
    """Return the year of the one date that the opening tells, or that the first paragraph names before its prose."""
    start = parsed.sentences[0].span.start if parsed.sentences else 0
    line = parsed.document.text.rfind("\n", 0, start) + 1
    lead = parsed.document.text[line:start]
    opening = " ".join(sentence.text for sentence in parsed.sentences[:_OPENING])
    if _DATED.search(lead):
        return str(_DATED.findall(lead)[0])
    found = _DATED.findall(opening)
    others = {year for sentence in parsed.sentences[:_OPENING] for year in years_in(sentence)}
    return found[0] if found and others <= {int(found[0])} else ""


def nouns() -> frozenset[str]:
    """Return the nouns that names of events end in, and what else happens on a day or in a year."""
    return _MORE | {noun for noun, kind in gazetteer.noun_types().items() if kind is AnswerType.EVENT}


def _noun(parsed: Parsed) -> str:
    """Return the noun for an event that the text uses with "the" alone, most often and first."""
    events = nouns() - _MANY
    told: Counter[str] = Counter()
    for sentence in parsed.sentences:
        told.update(t.lemma_.lower() for t in sentence.tokens if t.lemma_.lower() in events and _is_bare(t))
    return max(told, key=lambda noun: told[noun], default="")


def _is_bare(noun: Token) -> bool:
    """Say whether a noun stands with "the" alone, as what the text has told of."""
    before = [child for child in noun.children if child.i < noun.i]
    behind = any(
        child.dep_ in {"acl", "appos"} or (child.dep_ == "prep" and child.lower_ in _TELLING) for child in noun.children
    )
    return noun.tag_ == "NN" and [child.lower_ for child in before] == ["the"] and not behind
