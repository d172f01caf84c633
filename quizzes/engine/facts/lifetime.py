"""Years in parentheses: when a person was born and died, from which year a work dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Span
from ..figures import When, dates
from .base import Answer, AnswerType, Event, Fact, Pair
from .knowledge import make
from .view import View

if TYPE_CHECKING:
    from ..entities import Entity

_DATE = r"((?:\d{1,2} [A-Z][a-z]+,? |[A-Z][a-z]+ \d{1,2}, )?[12]\d{3}|[1-9]\d{2})"
_LIFE = re.compile(rf" \((?:[^()\d]*[;,] )?(?:born |b\. )?{_DATE} ?[–—-] ?{_DATE}\)")
_YEAR = re.compile(r" \(([12]\d{3})\)")
# What stands in parentheses behind a ruler's name may be a reign.
_RULERS = re.compile(
    r"\b(?:[IVX]{1,4}|king|queen|emperor|empress|pope|sultan|tsar|shah|president|caliph|chancellor|governor|premier"
    r"|(?:arch)?bishop|minister|director|mayor)\b",
    re.I,
)
# Fewer years than these may be those of an office.
_SHORTEST = 25
_JUST_BEFORE = 24
_OLDEST = 120
# Nobody need keep the years of a person who is named in passing.
_OFTEN = 3


def read(view: View) -> Iterator[Fact]:
    """Yield when the persons of the sentence were born and died, and the years of its works."""
    sentence = view.sentence
    for mention in view.knowledge.entities.within(sentence.span.start, sentence.span.end):
        before, after = _around(sentence.text, mention.span, sentence.span.start)
        if before.endswith(("the ", "The ")):
            continue
        if mention.entity.type is AnswerType.PERSON and (life := _LIFE.match(after)):
            yield from _life(view, mention.entity, life[1], life[2], before[-_JUST_BEFORE:])
        elif mention.entity.type is AnswerType.WORK and (year := _YEAR.match(after)):
            yield _dated(
                view, mention.entity, "dates from", year[1], f"From which year does {mention.entity.shown} date?"
            )


def _around(text: str, span: Span, start: int) -> tuple[str, str]:
    return text[: span.start - start], text[span.end - start :]


def _life(view: View, person: Entity, birth: str, death: str, before: str) -> Iterator[Fact]:
    first, last = _one(birth), _one(death)
    if first is None or last is None or not 0 < last.year - first.year <= _OLDEST:
        return
    in_office = _RULERS.search(f"{before} {person.role} {person.name}") or last.year - first.year < _SHORTEST
    if not first.day and in_office:
        return
    if person is not view.knowledge.entities.topic and person.count < _OFTEN:
        return
    name = person.name
    for verb, text, when in (("was born", birth, first), ("died", death, last)):
        lead, asked = ("on", "On what date") if when.day else ("in", "In which year")
        stem = f"{asked} was {name} born?" if verb == "was born" else f"{asked} did {name} die?"
        yield _dated(view, person, f"{verb} {lead}", text, stem, event=f"{name} {verb}")


def _one(text: str) -> When | None:
    found = dates(text)
    return found[0] if len(found) == 1 and found[0].year else None


def _dated(view: View, entity: Entity, verb: str, date: str, stem: str, event: str = "") -> Fact:
    name = entity.name if event else entity.shown
    statement = f"{name[:1].upper()}{name[1:]} {verb} {date}."
    when = dates(date)[0]
    iso = f"{when.year:04d}" + (f"-{when.month:02d}" if when.month else "") + (f"-{when.day:02d}" if when.day else "")
    start = len(statement) - len(date) - 1
    answer = Answer(date, AnswerType.DATE, Span(start, start + len(date)), stem, year=when.year)
    return make(
        view.knowledge, "date", statement, (answer,), (view.sentence.span,), view.sentence.paragraph,
        names=entity.names, event=Event(event, iso) if event else None,
        pair=Pair("event-date", event, date) if event else None, weight=0.9, subject=name, relation=verb,
    )  # fmt: skip
