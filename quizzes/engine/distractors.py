"""Wrong options: of the key's kind, era and form, true nowhere in the article, clearly not the key."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .facts.base import Answer, AnswerType, Fact, Level
from .figures import dates
from .gazetteer import Country, countries
from .neighbours import date_neighbours, number_neighbours, same_date_form
from .words import ARTICLES, bare, holds, stems
from .world import World, kinds
from .wrong_forms import apart, formed, lead_of

_SENTENCES = frozenset(
    {AnswerType.CAUSE, AnswerType.PURPOSE, AnswerType.MEANS, AnswerType.CONDITION, AnswerType.ACTION}
)
_UNSURE = frozenset({AnswerType.OTHER, AnswerType.LIST})
_PHRASES = frozenset({AnswerType.TERM, AnswerType.PEOPLE, AnswerType.EVENT, AnswerType.WORK})
_GENERATION = 30
_ALIKE = 0.45
# "Which organization" may be answered by anything of the type; any other noun narrows it.
_WIDE_NOUNS = frozenset(
    {"organization", "organisation", "country", "place", "agreement", "event", "work", "person", ""}
)
_ASKED_NOUN = re.compile(r"\b[Ww]hich ([a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option; `fact` is one in which it is right, None when it comes from elsewhere."""

    text: str
    fact: Fact | None = None

    def note(self, key: str) -> str:
        """Return one sentence on where the option belongs."""
        if self.fact:
            return f"This belongs to another fact: {self.fact.statement}"
        return f"The article gives {key} here, not {self.text}."

    def note_for_list(self) -> str:
        """Return one sentence on why an option is not a member of the list asked for."""
        if self.fact:
            return f"This belongs to another fact: {self.fact.statement}"
        return f"The article does not name {self.text} here."


def pick(fact: Fact, answer: Answer, world: World, rng: random.Random, n: int = 3) -> tuple[Distractor, ...]:
    """Return n wrong options for one part of a fact, or () when there are not n good ones."""
    if answer.type in _UNSURE:
        return ()
    chosen: list[Distractor] = []
    for candidate in _candidates(fact, answer, world, rng):
        if all(not world.same(candidate.text, other.text) for other in chosen) and _fits(
            candidate.text, fact, answer, world
        ):
            chosen.append(candidate)
        if len(chosen) == n:
            return tuple(chosen)
    return ()


def _candidates(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    if answer.type is AnswerType.DATE:
        own = [item for item in _from_facts(fact, answer, world) if same_date_form(item.text, answer.text)]
        made = [text for text in date_neighbours(answer.text, rng) if _year(text) <= world.latest_year]
        yield from _spread(answer, own, made, rng)
    elif answer.type is AnswerType.NUMBER:
        own = [item for item in _from_facts(fact, answer, world) if _same_unit(item.text, answer.text)]
        yield from _spread(answer, own, number_neighbours(answer.text, answer.value, rng), rng)
    else:
        yield from _from_facts(fact, answer, world)
        if answer.type in _SENTENCES:
            yield from (Distractor(text, source) for text, source in formed(fact, answer, world))
        else:
            yield from _from_lists(answer, world, rng)


def _year(text: str) -> int:
    return max((when.year for when in dates(text)), default=0)


def outsiders(fact: Fact, answer: Answer, world: World, rng: random.Random, n: int) -> tuple[Distractor, ...]:
    """Return up to n things of the same kind as a list's members that are no members of it."""
    types = {world.types.get(bare(member)) for member in answer.members}
    kind = types.pop() if len(types) == 1 else None
    if kind is None:
        return ()
    chosen: list[Distractor] = []
    for candidate in _outside(answer, kind, world, rng):
        alike = [*answer.members, *(other.text for other in chosen)]
        if not any(world.same(candidate.text, other) for other in alike) and _unsaid(
            candidate.text, fact, answer, world
        ):
            chosen.append(candidate)
    return tuple(chosen[:n])


def _outside(answer: Answer, kind: AnswerType, world: World, rng: random.Random) -> Iterator[Distractor]:
    found = [Distractor(other.text, source) for source, other in world.answers if other.type is kind]
    yield from rng.sample(found, len(found))
    member = Answer(answer.members[0], kind, answer.slot, year=answer.year)
    yield from _from_lists(member, world, rng)


def _unsaid(text: str, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether no sentence about the list names a candidate."""
    if any(holds(said, name) for said in (fact.statement, *world.quotes(fact)) for name in world.aliases(text)):
        return False
    return not world.supports(answer.stem, text, leaving=fact)


def _from_facts(fact: Fact, answer: Answer, world: World) -> list[Distractor]:
    """Return other facts' answers of the same type, the nearest in time and form first."""
    found = [
        (_far(answer, other), Distractor(other.text, source))
        for source, other in world.answers
        if other.type is answer.type and source.id != fact.id and _is_elsewhere(source, fact, answer, world)
    ]
    ranked = [distractor for _, distractor in sorted(found, key=lambda pair: pair[0])]
    told = [Distractor(thing.text) for thing in world.named if thing.type is answer.type]
    return ranked + told


def _is_elsewhere(source: Fact, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether a reason or a result is told of something else: one thing may have several."""
    if answer.level is Level.RECALL:
        return True
    return source.statement != fact.statement and apart(source.statement, fact, answer, world)


def _far(answer: Answer, other: Answer) -> float:
    years = abs(answer.year - other.year) / _GENERATION if answer.year and other.year else 0.5
    words = abs(len(answer.text.split()) - len(other.text.split())) / 4
    ending = 0.0 if bare(answer.text).split()[-1:] == bare(other.text).split()[-1:] else 0.3
    return years + words + ending


def _from_lists(answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    own = bare(answer.text)
    if answer.type is AnswerType.COUNTRY:
        yield from _other_countries(answer, rng)
    for name, members in kinds().items():
        if own in {bare(member) for member in members} and name != "continents":
            yield from (Distractor(_with_article(answer.text, text)) for text in rng.sample(members, len(members)))


def _other_countries(answer: Answer, rng: random.Random) -> Iterator[Distractor]:
    own = next((row for row in countries() if bare(answer.text) in map(bare, (row.name, *row.aliases))), None)
    if own is None:
        return
    near = [row for row in countries() if row is not own and row.continent == own.continent and _then(row, answer.year)]
    with_article = answer.text.startswith(("the ", "The "))
    names = [
        f"the {row.name}" if row.article and with_article else row.name
        for row in near
        if not row.article or with_article
    ]
    yield from (Distractor(name) for name in rng.sample(names, len(names)))


def _then(row: Country, year: int | None) -> bool:
    """Say whether a state existed in that year; former states are never offered when no year is known."""
    if year is None:
        return not row.is_former
    return (row.start is None or row.start <= year) and (row.end is None or year <= row.end)


def _with_article(key: str, text: str) -> str:
    first = key.split()[0]
    return f"{first} {text}" if first.casefold() in ARTICLES and text.split()[0].casefold() not in ARTICLES else text


def _same_unit(left: str, right: str) -> bool:
    unit = [word for word in bare(left).split() if not word[0].isdigit()]
    return unit == [word for word in bare(right).split() if not word[0].isdigit()]


def _spread(answer: Answer, own: list[Distractor], made: list[str], rng: random.Random) -> Iterator[Distractor]:
    """Mix the article's own values with made ones, so that the key's rank among the options is left to chance."""
    yield from rng.sample(own, len(own))[:2]
    yield from (Distractor(text) for text in made)


def _fits(text: str, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether a candidate is clearly wrong here, and nothing in its form says so."""
    if world.same(text, answer.text) or any(world.same(text, other) for other in answer.accept):
        return False
    if any(holds(said, name) for said in (fact.statement, *world.quotes(fact)) for name in world.aliases(text)):
        return False
    if answer.type in (AnswerType.DATE, AnswerType.NUMBER):
        return not world.supports(_context(fact, answer), text, leaving=fact)
    if not _same_form(text, answer) or not _same_sort(text, answer, world):
        return False
    return not world.supports(_context(fact, answer), text, leaving=fact)


def _context(fact: Fact, answer: Answer) -> str:
    """Return what is said about an answer: its question, or the statement without it."""
    return answer.stem or fact.statement[: answer.slot.start] + fact.statement[answer.slot.end :]


def _same_sort(text: str, answer: Answer, world: World) -> bool:
    """Say whether a candidate is what the stem asks for ("which river"), and for made-up phrases near in meaning."""
    asked = _ASKED_NOUN.search(answer.stem)
    noun = asked[1] if asked else ""
    if noun not in _WIDE_NOUNS:
        own, other = bare(answer.text), bare(text)
        together = any({own, other} <= {bare(member) for member in members} for members in kinds().values())
        return together or noun in world.heads.get(other, frozenset()) or noun in other.split()
    if answer.type not in _PHRASES:
        return True
    if world.is_named(answer.text) and world.is_named(text) and answer.text.islower() and text.islower():
        return answer.text.endswith("s") == text.endswith("s")
    return _same_number(text, answer.text) and world.near(text, answer.text, _ALIKE)


def _same_number(text: str, key: str) -> bool:
    """Say whether both begin alike: both with an article, both with a possessive, both with neither."""
    return _opening(text) == _opening(key)


def _opening(text: str) -> str:
    first = text.split()[0].casefold()
    return "article" if first in ARTICLES else "owner" if first.endswith("'s") or first in _OWNERS else ""


def _is_proper(text: str) -> bool:
    """Say whether a text begins, after its article, with a capital."""
    words = [word for word in text.split() if word.casefold() not in ARTICLES]
    return bool(words) and words[0][:1].isupper()


_OWNERS = frozenset({"its", "their", "his", "her"})


def _same_form(text: str, answer: Answer) -> bool:
    """Say whether a candidate is about as long as the key and begins as it does."""
    mine, theirs = len(text.split()), len(answer.text.split())
    if not theirs / 2.5 <= mine <= max(theirs * 2, theirs + 2):
        return False
    if answer.type in _SENTENCES:
        other = Answer(text, answer.type, answer.slot)
        return lead_of(other) == lead_of(answer) and len(stems(text) & stems(answer.text)) <= 1
    return not dates(text) and _is_proper(text) == _is_proper(answer.text)
