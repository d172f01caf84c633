"""Wrong options: of the key's kind, sort, era and form, true nowhere in the article, clearly not the key."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from .eras import is_of_our_age, possible, stood, usual_year
from .facts.base import Answer, AnswerType, Fact, Level
from .gazetteer import noun_types
from .kinds import holding
from .likeness import (
    PHRASES,
    REASONS,
    Sorted,
    fits_gender,
    is_alike,
    is_framed,
    is_person,
    is_state,
    plays_a_part,
    same_name_form,
    told_apart,
)
from .neighbours import is_like, ranked
from .states import continent, continent_of_city, lies_elsewhere, of_one_rank, other_states
from .variations import variations
from .words import ARTICLES, bare, holds, stems
from .world import World
from .wrong import is_wrong
from .wrong_forms import apart, formed, lead_of

_UNSURE = frozenset({AnswerType.OTHER, AnswerType.LIST, AnswerType.ABBREVIATION})
_FIGURES = frozenset({AnswerType.DATE, AnswerType.NUMBER})
_GENERATION = 30
_MOST_NAMES = 60
_LONGEST_PROOF = 30
_LONG_OPTION = 4
# A city or a state, a state or a country: the others of the one sort do not stand beside the other.
_TWOFOLD = frozenset({"Washington", "Georgia", "New York", "Luxembourg", "Panama City"})
# Names that open with these are descriptions, which running text has with "the".
_ADJECTIVES = frozenset({"United", "International", "World", "European", "National", "Royal", "African", "American"})
# Four long options that differ in a word are a puzzle of spelling, not of reading.
_LONGEST_VARIED = 9
_REASON_ALIKE = 0.48
# What is not told as a reason at all must be the nearer to the key to be taken for one.
_MADE_ALIKE = {AnswerType.CAUSE: 0.7, AnswerType.PURPOSE: 0.62, AnswerType.MEANS: 0.62}
_PAST = re.compile(r"\b(?:did|was|were|had)\b")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_WILL = re.compile(r"\bwill\b")
_NEVER = 9999
_ONE_OF = re.compile(r"\bone of\b(?! (?:his|her|its|their)\b)|\bstands? for\b")
# What is said of a kind in general may hold for its likes as well, unless it singles one out.
_SINGLED = re.compile(r"\b(?:most|least|only|first|last|second|third|called|known as|\w{2,}est)\b")
_DEFINED = re.compile(r"^What (?:is|are|was|were) ")


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option; `fact` is one in which it is right, `told` whether the article names it at all.

    `took` are the key's words in whose place it has `put`, where it is the key changed in one detail.
    """

    text: str
    fact: Fact | None = None
    told: bool = False
    took: str = ""
    put: str = ""

    def note(self, key: str) -> str:
        """Return one sentence on where the option belongs, or what the article has in its place."""
        if self.took:
            return f"The article says {self.took}, not {self.put}."
        long = len(self.text.split()) > _LONG_OPTION
        if self.fact and len(self.fact.statement.split()) <= _LONGEST_PROOF:
            return f"The article tells this of something else: {self.fact.statement}" if long else self._elsewhere()
        if long:
            return "The article tells this of something else." if self.told else "The article does not say this."
        if self.fact or self.told:
            return f"The article names {self.text}, but not as the answer to this."
        return f"The article gives {key} here, not {self.text}."

    def note_for_list(self) -> str:
        """Return one sentence on why an option is not a member of the list asked for."""
        if self.fact and len(self.fact.statement.split()) <= _LONGEST_PROOF:
            return self._elsewhere()
        return f"The article does not name {self.text} here."

    def _elsewhere(self) -> str:
        return f"{self.text[:1].upper()}{self.text[1:]} belongs elsewhere: {self.fact.statement if self.fact else ''}"


def pick(fact: Fact, answer: Answer, world: World, rng: random.Random, n: int = 3) -> tuple[Distractor, ...]:
    """Return n wrong options for one part of a fact, or () when there are not n good ones."""
    if answer.type in _UNSURE or _ONE_OF.search(answer.stem) or not _may_be_chosen(answer, world):
        return ()
    # Of a tool or a test one use alone makes sense, read or not.
    if answer.type is AnswerType.PURPOSE and answer.stem.endswith(" used?"):
        return ()
    if answer.type in _FIGURES:
        return _described(_ranked(fact, answer, world, rng), n)
    if not _is_phrase(answer, world):
        return _described(_take(_named(fact, answer, world, rng), fact, answer, world, n), n)
    ways = (_varied(fact, answer, world, rng), (_reasons if answer.type in REASONS else _phrases)(fact, answer, world))
    for candidates in ways if answer.type in REASONS else reversed(ways):
        chosen = _take(candidates, fact, answer, world, n)
        if len(chosen) == n:
            return tuple(chosen)
    return ()


def _may_be_chosen(answer: Answer, world: World) -> bool:
    """Say whether a key can stand among others: not what the whole article is about, not a whole sentence."""
    if answer.type is AnswerType.CONDITION or (answer.type is AnswerType.ACTION and answer.text[:1].isupper()):
        return False
    if answer.type is AnswerType.PERSON and not is_person(answer.text, world):
        return False
    if answer.type is AnswerType.COUNTRY and not is_state(answer.text):
        return False
    topic = world.topic
    return topic is None or bare(answer.text) not in map(bare, (topic.text, *topic.names))


def _described(chosen: list[Distractor], n: int) -> tuple[Distractor, ...]:
    return tuple(chosen) if len(chosen) == n else ()


def _take(candidates: Iterable[Distractor], fact: Fact, answer: Answer, world: World, n: int) -> list[Distractor]:
    """Return the first n candidates that are wrong and not alike."""
    chosen: list[Distractor] = []
    for candidate in candidates:
        if len(chosen) == n:
            break
        apart = all(told_apart(candidate.text, other.text, world) for other in chosen)
        if apart and is_wrong(candidate.text, fact, answer, world, candidate.fact):
            chosen.append(candidate)
    return chosen


def _ranked(fact: Fact, answer: Answer, world: World, rng: random.Random) -> list[Distractor]:
    """Return three figures about the key, its rank among them left to chance."""
    by_text = {each.text: each for each in reversed(list(_from_facts(fact, answer, world)))}
    said = " ".join((fact.statement, *world.quotes(fact)))

    def wrong(text: str) -> bool:
        return is_wrong(text, fact, answer, world)

    # What will happen does so after all that has: no earlier year stands beside it, and later ones may.
    coming = answer.type is AnswerType.DATE and _WILL.search(answer.stem) is not None
    latest = _NEVER if coming else world.latest_year

    def fits(text: str) -> bool:
        late = not coming or all(
            int(year) >= min(world.latest_year, answer.year or _NEVER) for year in _YEAR.findall(text)
        )
        return late and _is_of_its_time(text, answer, said) and wrong(text)

    own = (text for text in by_text if is_like(answer, text) and wrong(text))
    texts = ranked(answer, filter(fits, own), latest, rng, fits)
    return [by_text.get(text, Distractor(text)) for text in texts]


def _is_of_its_time(text: str, answer: Answer, said: str) -> bool:
    """Say whether a date may be believed of what is told: no battle of a war years before the war."""
    years = _YEAR.findall(text)
    return answer.year is None or all(possible(said, answer.year, int(year)) for year in years)


def plain(answer: Answer, world: World) -> Answer:
    """Return a person's answer without what describes him: "Ada Berg" of "the painter Ada Berg"."""
    if answer.type is not AnswerType.PERSON or world.is_named(answer.text):
        return answer
    if world.is_named(answer.text):
        return answer
    words = answer.text.split()
    ends = (" ".join(words[place:]) for place in range(1, len(words)))
    best = next((end for end in ends if world.is_named(end) and world.types.get(bare(end)) is answer.type), "")
    return replace(answer, text=best, accept=(*answer.accept, answer.text)) if best else answer


def _from_facts(fact: Fact, answer: Answer, world: World) -> Iterator[Distractor]:
    """Yield other facts' answers of the same type, the nearest in time and form first."""
    found = [pair for pair in world.answers_near(fact, answer.type) if pair[0].id != fact.id]
    for source, other in sorted(found, key=_far(answer)):
        yield Distractor(plain(other, world).text, source, told=True)


def _far(answer: Answer) -> Callable[[tuple[Fact, Answer]], float]:
    """Return what tells how far other facts' answers are from one in time and form."""
    (length, ending), year = _shape(answer.text), answer.year

    def far(pair: tuple[Fact, Answer]) -> float:
        other = pair[1]
        its_length, its_ending = _shape(other.text)
        years = abs(year - other.year) / _GENERATION if year and other.year else 0.5
        return years + abs(length - its_length) / 4 + (0.0 if ending == its_ending else 0.3)

    return far


@lru_cache(4096)
def _shape(text: str) -> tuple[int, str]:
    """Return how many words a text has, and its last one folded."""
    return len(text.split()), bare(text).rpartition(" ")[2]


def _named(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    """Yield names of the key's sort: the article's own, then those of the lists, then names of unknown sort."""
    like = Sorted(answer, world)
    told: list[Distractor] = []
    for each in _told_names(fact, answer, world):
        told.append(each)
        # Where all the others lie in another part of the world, the key can be guessed.
        far = answer.type is AnswerType.COUNTRY and continent(each.text) != continent(answer.text)
        if not far and like.fits(each.text):
            yield each
    yield from from_lists(answer, world, rng)
    yield from (each for each in told if like.may_fit(each.text))


def _told_names(fact: Fact, answer: Answer, world: World) -> Iterator[Distractor]:
    """Yield the article's own names of the key's type and form, those that rule themselves out left aside."""
    for each in chain(_from_facts(fact, answer, world), _mentioned(answer, world)):
        shown = same_name_form(each.text, answer, world)
        if not shown:
            continue
        if answer.type is AnswerType.PERSON and not (
            fits_gender(shown, answer.stem, world) and plays_a_part(each.text, answer.stem, world)
        ):
            continue
        if answer.type is AnswerType.PLACE and (lies_elsewhere(shown, answer.stem) or _is_overseas(shown, answer)):
            continue
        if answer.type is AnswerType.COUNTRY and not of_one_rank(shown, answer.text):
            continue
        yield each if shown == each.text else replace(each, text=shown)


def _is_overseas(city: str, answer: Answer) -> bool:
    """Say whether a city lies in another part of the world than the key: one on Geneva names New York in passing."""
    mine, theirs = continent_of_city(city), continent_of_city(answer.text)
    return bool(mine and theirs) and mine != theirs


def _mentioned(answer: Answer, world: World) -> list[Distractor]:
    """Return the names of the type that no fact asks for."""
    return [Distractor(thing.text, told=True) for thing in world.named_of.get(answer.type, [])[:_MOST_NAMES]]


def from_lists(answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    """Yield the other members of the sets that hold the key, those that the article names first."""
    if answer.type is AnswerType.COUNTRY:
        others = other_states(answer.text, answer.year, rng)
        yield from (
            Distractor(name) for name in others if world.mentions(name) or _is_of_that_world(name, answer, world)
        )
        return
    if answer.text in _TWOFOLD:
        return
    if answer.text.islower() and not (_PAST.search(answer.stem) or _SINGLED.search(answer.stem)):
        return
    for kind in holding(answer.text, answer.type):
        members = rng.sample(kind.members, len(kind.members))
        members.sort(key=lambda member: not world.mentions(member))
        # Of the few continents every reader rules out those that the article does not touch.
        members = [each for each in members if kind.sort != "continent" or world.mentions(each)]
        yield from (Distractor(_with_article(answer, text)) for text in members)


def _is_of_that_world(state: str, answer: Answer, world: World) -> bool:
    """Say whether a state that the article does not name may have done what is told: of old, a neighbour alone."""
    told = answer.stem if _YEAR.search(answer.stem) else f"{answer.stem} {usual_year(world.document.text)}"
    return stood(state, told) and (is_of_our_age(told) or continent(state) == continent(answer.text))


def _with_article(key: Answer, text: str) -> str:
    """Return a listed name with the article that the key has, unless names like it go without one."""
    first = key.text.split()[0]
    if text.isupper() or first.casefold() not in ARTICLES or text.split()[0].casefold() in ARTICLES:
        return text
    words = text.split()
    telling = words[-1].casefold() in noun_types() or " of " in text or " for " in text or words[0] in _ADJECTIVES
    return f"{first} {text}" if telling or key.type is not AnswerType.ORGANISATION else text


def _is_phrase(answer: Answer, world: World) -> bool:
    """Say whether an answer is words of the article, not a name."""
    return answer.type in REASONS or (answer.type in PHRASES and not world.is_named(answer.text))


def _reasons(fact: Fact, answer: Answer, world: World) -> Iterator[Distractor]:
    """Yield reasons, purposes, means and results told of something else, then other things told in their form."""
    found = [
        each for each in _from_facts(fact, answer, world) if each.fact and _is_elsewhere(each.fact, fact, answer, world)
    ]
    asked, least = _names_in(answer.stem), _MADE_ALIKE.get(answer.type, _REASON_ALIKE)
    made = (
        Distractor(text, source, told=True)
        for text, source in formed(fact, answer, world)
        if world.near(text, answer.text, least)
    )
    yield from (
        each
        for each in chain(found, made)
        if _is_of_form(each.text, answer)
        and not asked & stems(each.text)
        and world.near(each.text, answer.text, _REASON_ALIKE)
    )


def _names_in(stem: str) -> frozenset[str]:
    """Return the names of a question, folded: a reason that tells of them again, as of others, reads as no reason."""
    return stems(" ".join(word for word in stem.split()[1:] if word[:1].isupper()))


def _is_elsewhere(source: Fact, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether a reason or a result is told of something else: one thing may have several."""
    if answer.level is Level.RECALL:
        return True
    if answer.type is AnswerType.EXAMPLE:
        return not stems(source.subject) & stems(fact.subject)
    return source.statement != fact.statement and apart(source.statement, fact, answer, world)


def _is_of_form(text: str, answer: Answer) -> bool:
    """Say whether a reason is about as long as the key, opens as it does, and says something else."""
    mine, theirs = len(text.split()), len(answer.text.split())
    alike = lead_of(text, answer.type) == lead_of(answer.text, answer.type)
    alike = alike and text[0].isupper() == answer.text[0].isupper()
    return theirs / 2.5 <= mine <= max(theirs * 2, theirs + 2) and alike and not stems(text) & stems(answer.text)


def _phrases(fact: Fact, answer: Answer, world: World) -> Iterator[Distractor]:
    """Yield what the article says of others in the same place, then phrases about things of the same sort."""
    others = [
        (source, other) for source, other in world.answers_near(fact, answer.type) if source.statement != fact.statement
    ]
    far = _far(answer)
    others.sort(key=lambda pair: (not is_framed(fact, answer, *pair), far(pair)))
    for source, other in others:
        shown = is_alike(fact, answer, source, other, world)
        if shown:
            yield Distractor(shown, source, told=True)


def _varied(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Distractor]:
    """Yield the key with its one telling detail changed, where one such answer rules the others out."""
    if answer.type is AnswerType.EXAMPLE or (answer.type not in REASONS and not _is_exclusive(answer)):
        return
    if len(answer.text.split()) > _LONGEST_VARIED:
        return
    said = " ".join((fact.statement, *world.quotes(fact)))
    things = answer.type in REASONS or _DEFINED.match(answer.stem) is not None
    for each in variations(answer.text, said, world, rng, things=things):
        # Of a reason, a state that the article never speaks of is no part.
        strange = answer.type in REASONS and is_state(each.new) and not world.mentions(each.new)
        # Nor are four long options that differ in a figure a question of reading.
        counted = _FIGURE.search(each.new) and len(answer.text.split()) > _LONG_OPTION
        if not (strange or counted or holds(answer.stem, each.old)):
            yield Distractor(each.text, took=each.old, put=each.new)


def _is_exclusive(answer: Answer) -> bool:
    """Say whether the stem asks for what a thing is, or for what happened once."""
    article = answer.text.split()[0].casefold() in ARTICLES
    return bool(_PAST.search(answer.stem) or (_DEFINED.search(answer.stem) and article))
