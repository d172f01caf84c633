"""Whether an option is clearly wrong: what a question asks, its proof and the rest of the article speak against it."""

from __future__ import annotations

import re

from .facts.base import Answer, Fact
from .gazetteer import country_names
from .words import bare, holds, stems
from .world import World

_AN_AGE = 150
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
        or _of_another_age(source, fact, world)
    ):
        return False
    if (
        any(holds(answer.stem, name) for name in world.aliases(text))
        or _SEATS.get(bare(text), "-") in bare(answer.stem).split()
    ):
        return False
    return not world.supports(_context(fact, answer), text, leaving=fact, source=source)


def _is_told_by_adjective(text: str, answer: Answer) -> bool:
    """Say whether an option is a state whose people the stem names: who ceded land "to the British" is not Britain."""
    state = country_names().get(_THE.sub("", text))
    return state is not None and any(holds(answer.stem, word) for word in (*state.adjectives, *state.people))


def _of_another_age(source: Fact | None, fact: Fact, world: World) -> bool:
    """Say whether what an option is right for happened in another century than what is asked about."""
    if source is None:
        return False
    mine, theirs = world.quoted.years(fact), world.quoted.years(source)
    return bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > _AN_AGE


def _names_the_asked(text: str, answer: Answer, world: World) -> bool:
    """Say whether an option is the article's topic, of which the stem already speaks by a part of its name."""
    topic = world.topic
    if topic is None or bare(text) not in map(bare, (topic.text, *topic.names)):
        return False
    return bool(stems(topic.text) & stems(answer.stem))


def _context(fact: Fact, answer: Answer) -> str:
    """Return what is said about an answer: its question, or the statement without it."""
    return answer.stem or fact.statement[: answer.slot.start] + fact.statement[answer.slot.end :]
