"""Whether a question of "inflation" or "the government" says whose, or when."""

from __future__ import annotations

import re

from ..questions.base import Question
from ..world import World
from .base import texts_read

# What every country has its own of.
_GENERAL = re.compile(
    r"\b(?:inflation|unemployment|joblessness|voters?|electorate|parliament|(?:the|its|their) (?:[a-z]+ )?government"
    r"|initiatives?|elections?|the (?:economy|president|prime minister|army|police|central bank|cabinet|opposition"
    r"|constitution|ruling party|senate|interest rate)|prices|wages)\b",
    re.I,
)
_PLACED = re.compile(
    r"(?<=[\w,;] )[A-Z]\w+|^(?!The |An? |In |On )[A-Z]\w+ [A-Z]\w+|\b[12]\d{3}\b|\b(?:countries|states|world)\b"
)


def setting_known(question: Question, world: World) -> str | None:
    """What each country has its own of is told with a name or a year, or under a label that settles it."""
    if world.topic is not None:
        return None
    for text in texts_read(question):
        general = _GENERAL.search(text)
        if general and not _PLACED.search(text):
            return f"whose {general[0]!r} is meant is not told"
    return None
