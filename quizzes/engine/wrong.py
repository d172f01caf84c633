"""Whether an option is clearly wrong: what a question asks, its proof and the rest of the article speak against it."""

from __future__ import annotations

import re
from functools import lru_cache

from .facts.base import Answer, AnswerType, Fact
from .gazetteer import country_names
from .likeness import plays_a_part
from .words import bare, distance, holds, letters, stems
from .world import World

_AN_AGE, _A_LIFE, _A_CAREER = 150, 70, 50
_NEVER = 9999
_SEVERAL, _LONG_NAME, _MOST_SLIPS = 2, 8, 2
_THE = re.compile(r"^[Tt]he ")
# A seat of government stands for its state: whoever asks about the one does not mean the other.
_SEATS = {
    "russia": "kremlin",
    "united states": "pentagon",
    "ukraine": "rada",
    "germany": "bundestag",
    "israel": "knesset",
}


def is_wrong(text: str, fact: Fact, answer: Answer, world: World, source: Fact | None = None) -> bool:
    """Say whether a candidate is clearly wrong here: not the key, not in its proof, said nowhere of the same thing.

    `source` is the fact in which it is right.
    """
    if world.same(text, answer.text) or any(world.same(text, other) for other in answer.accept):
        return False
    if world.told_of(fact, text):
        return False
    if (
        _names_the_asked(text, answer, world)
        or _is_told_by_adjective(text, answer)
        or _of_another_age(text, source, fact, answer, world)
    ):
        return False
    if (
        any(holds(answer.stem, name) for name in world.aliases(text))
        or _SEATS.get(bare(text), "-") in bare(answer.stem).split()
        or spelled_in(answer.stem, text)
    ):
        return False
    return not world.supports(_context(fact, answer), text, leaving=fact, source=source)


def spelled_in(stem: str, name: str) -> bool:
    """Say whether a stem has a name of two words or more in another spelling: "Ogodei Khan" beside "Ogedei Khan"."""
    own = bare(name)
    size = len(own.split())
    if size < _SEVERAL or len(name) < _LONG_NAME:
        return False
    bits = letters(own)
    return any(
        (bits ^ its).bit_count() <= 2 * _MOST_SLIPS and distance(run, own, _MOST_SLIPS) <= _MOST_SLIPS
        for run, its in _runs(stem, size)
    )


@lru_cache(4096)
def _runs(stem: str, size: int) -> tuple[tuple[str, int], ...]:
    """Return so many words of a stem that follow each other, with their letters: the same for every option."""
    told = bare(stem).split()
    runs = (" ".join(told[start : start + size]) for start in range(len(told) - size + 1))
    return tuple((run, letters(run)) for run in runs)


def _is_told_by_adjective(text: str, answer: Answer) -> bool:
    """Say whether an option is a state whose people the stem names: who ceded land "to the British" is not Britain."""
    state = country_names().get(_THE.sub("", text))
    return state is not None and any(holds(answer.stem, word) for word in (*state.adjectives, *state.people))


def _of_another_age(text: str, source: Fact | None, fact: Fact, answer: Answer, world: World) -> bool:
    """Say whether what an option is right for happened in another century than what is asked; no life is so long."""
    person = answer.type is AnswerType.PERSON
    mine, theirs = world.quoted.years(fact), world.quoted.years(source) if source else frozenset[int]()
    if person:
        theirs = _years_about(text, world)
    if person and mine and not theirs and plays_a_part(text, "Who said", world) and world.latest_year < _NEVER:
        # Who speaks in an article on 1949 that was written long after did nothing in that year.
        return world.latest_year - max(mine) > _A_CAREER
    if person and not mine and fact.kind == "quotation" and world.latest_year < _NEVER:
        mine = frozenset({world.latest_year})
    most = _A_LIFE if person else _AN_AGE
    return bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > most


def _years_about(name: str, world: World) -> frozenset[int]:
    """Return the years in the sentences that name a person."""
    return frozenset[int]().union(*map(world.sayings.years, world.aliases(name)))


def _names_the_asked(text: str, answer: Answer, world: World) -> bool:
    """Say whether an option is the article's topic, of which the stem already speaks by a part of its name."""
    topic = world.topic
    if topic is None or bare(text) not in map(bare, (topic.text, *topic.names)):
        return False
    return bool(stems(topic.text) & stems(answer.stem))


def _context(fact: Fact, answer: Answer) -> str:
    """Return what is said about an answer: its question, or the statement without it."""
    return answer.stem or fact.statement[: answer.slot.start] + fact.statement[answer.slot.end :]
