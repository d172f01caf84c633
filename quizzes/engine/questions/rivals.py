"""What a typed answer must not be taken for: what else the article names that is near to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.base import Answer, AnswerType, Fact
from ..words import SMALL_WORDS, bare, distance, telling
from ..world import World
from .names import is_its_adjective, is_state
from .plain import singular
from .slips import slips_allowed
from .times import readings

_LOOK_ALIKE = 3
_MOST_ERRORS = 4
# Statements that share this much may tell one event twice, the second time with its day.
_TOLD_AGAIN = 0.6


def rivals(fact: Fact, answer: Answer, world: World) -> tuple[str, ...]:
    """Return other facts' answers, names and words of the article that could be taken for this answer."""
    if answer.type is AnswerType.DATE:
        return tuple(sorted(set(_closer_dates(fact, answer, world))))
    own = {bare(answer.text), *map(bare, answer.accept), *world.aliases(answer.text)}
    found = {*_look_alikes(answer, world), *_sharing(answer, own, world), *_near_words(answer, world)}
    found.update(_peoples(answer, world))
    return tuple(sorted(text for text in found if bare(text) not in own))


def _look_alikes(answer: Answer, world: World) -> Iterator[str]:
    """Yield the names that facts ask for and that are some letters away at most."""
    near = world.spellings.near(answer.text, _LOOK_ALIKE, _MOST_ERRORS)
    yield from (text for text in near if not world.same(text, answer.text))


def _sharing(answer: Answer, own: set[str], world: World) -> Iterator[str]:
    """Yield the names that share a word with this one: who has a surname in common, what is named after it."""
    words = {word for name in own for word in name.split() if word not in SMALL_WORDS}
    for text in {text for word in words for text in world.names_with(word)}:
        if not _is_longer_form(text, own, answer, world):
            yield text


def _is_longer_form(text: str, own: set[str], answer: Answer, world: World) -> bool:
    """Say whether a text may be a person's name in another length: "Borisov" and "Yury Borisov"."""
    mine, theirs = bare(answer.text).split(), bare(text).split()
    if answer.type is not AnswerType.PERSON or not mine or not theirs:
        return False
    if set(mine) < set(theirs) and len(mine) > 1:
        return world.types.get(bare(text)) is AnswerType.PERSON
    surname = mine[-1] == theirs[-1] and not {mine[-1], mine[-1].title()} & world.shared_words
    return surname and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _peoples(answer: Answer, world: World) -> Iterator[str]:
    """Yield the people of a country, where the article asks for them."""
    for _, other in world.answers_of.get(AnswerType.PEOPLE, ()) if is_state(answer.text) else ():
        if is_its_adjective(other.text, answer.text):
            yield other.text


def _near_words(answer: Answer, world: World) -> Iterator[str]:
    """Yield the common words of the article that a slip would make of a word that is the answer: "stream", "steam"."""
    own = bare(answer.text)
    allowed = slips_allowed(len(own))
    if " " in own or not own.isalpha() or not allowed:
        return
    for size in range(len(own) - allowed, len(own) + allowed + 1):
        for word in world.words_like(own[0], size):
            if distance(word, own, allowed) <= allowed and singular(word) != singular(own):
                yield word


def _closer_dates(fact: Fact, answer: Answer, world: World) -> Iterator[str]:
    """Yield the days of other events that lie in the year or month of this one."""
    mine = readings(answer.text)
    told = telling(fact.statement)
    for other, asked in world.answers_near(fact, AnswerType.DATE) if mine else ():
        closer = asked.text != answer.text and any(mine[0].covers(when) for when in readings(asked.text))
        if closer and len(told & telling(other.statement)) < _TOLD_AGAIN * len(told):
            yield asked.text
