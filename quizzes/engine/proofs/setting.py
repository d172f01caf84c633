"""Whether a question of "inflation" or "the government" says whose."""

from __future__ import annotations

from ..facts.base import AnswerType
from ..labels import country_meant
from ..questions.base import Question
from ..setting import unplaced
from ..world import World
from .base import texts_read

_SETTLES = frozenset({AnswerType.COUNTRY, AnswerType.PLACE, AnswerType.ORGANISATION, AnswerType.EVENT})


def setting_known(question: Question, world: World) -> str | None:
    """What each country has its own of is told with a name, or under a label that settles it."""
    if (world.topic is not None and world.topic.type in _SETTLES) or country_meant(question, world):
        return None
    general = next(filter(None, map(unplaced, texts_read(question))), "")
    return f"whose {general!r} is meant is not told" if general else None
