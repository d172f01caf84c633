"""What makes a question hard: wrong options near the right one, a proof that lies apart, an answer seldom named.

Each part is 0 for easy to 1 for hard; `drafts.difficulty` adds them up. It is a first estimate: where learners have
answered, their facility takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..document import Span
from ..facts.base import Answer, AnswerType, Fact
from ..figures import numbers
from ..world import World

_YEAR = re.compile(r"\b[12]\d{3}(?!\d)")
_YEARS_APART = 20
_CHARACTERS_APART = 2000
_EACH_SENTENCE = 0.3


def closeness(answer: Answer, options: Sequence[str], told: int, world: World) -> float:
    """Return how near the wrong options are to the key: in value, else half in meaning, half in being the article's."""
    if not options:
        return 0.5
    if answer.type is AnswerType.DATE:
        return sum(_near_in_time(answer.text, text) for text in options) / len(options)
    if answer.type is AnswerType.NUMBER:
        return sum(_near_in_size(answer.text, text) for text in options) / len(options)
    own = told / len(options)
    if world.nearness is None:
        return own
    return 0.5 * own + 0.5 * sum(world.nearness(answer.text, text) for text in options) / len(options)


def _near_in_time(key: str, text: str) -> float:
    mine, theirs = _YEAR.search(key), _YEAR.search(text)
    if not mine or not theirs:
        return 1.0
    return max(0.0, 1 - abs(int(mine[0]) - int(theirs[0])) / _YEARS_APART)


def _near_in_size(key: str, text: str) -> float:
    mine, theirs = numbers(key), numbers(text)
    if len(mine) != 1 or len(theirs) != 1 or min(mine[0], theirs[0]) <= 0:
        return 0.5
    return float(min(mine[0], theirs[0]) / max(mine[0], theirs[0]))


def distance(evidence: Sequence[Span]) -> float:
    """Return how much of the text lies between the sentences of a proof: 0 for a single one."""
    if len(evidence) < 2:
        return 0.0
    apart = max(span.start for span in evidence) - min(span.end for span in evidence)
    return min(1.0, _EACH_SENTENCE * (len(evidence) - 1) + max(0, apart) / _CHARACTERS_APART)


def rarity(fact: Fact, answer: Answer, world: World) -> float:
    """Return how seldom the article names an answer, and how little the fact matters in it."""
    named = max(1, len(world.sayings.holding(answer.text)))
    return min(1.0, 0.6 / named + 0.4 * (1 - fact.salience))
