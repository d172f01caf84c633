"""Titles that are a stub of what an article is about: "Zero Hours" of zero-hours contracts, "Winter", "Who built"."""

from __future__ import annotations

import re
from collections import Counter

from .facts.base import AnswerType
from .lists import word_set
from .world import Named

_OFTEN = 5
_LONGEST = 3
_MOSTLY = 0.5
_ASKING = word_set(
    "who whom whose what which when where why how is are was were can could do does did will would should has have"
)
_TIMES = word_set(
    "second minute hour day night morning afternoon evening week weekend month season year decade century winter summer"
    " autumn time"
)


def is_question(title: str) -> bool:
    """Say whether a title begins as a question does: cut short or whole, it names nothing."""
    return title.partition(" ")[0].lower() in _ASKING


def is_time(noun: str) -> bool:
    """Say whether a noun only tells when, or how long: an article that happens in winter is not about winters."""
    return noun.lower().removesuffix("s") in _TIMES


def hyphened(title: str, body: str) -> Named | None:
    """Return the kind of thing that a text calls by the words of its title with hyphens: "zero-hours contracts"."""
    words = title.lower().split()
    if not 1 < len(words) <= _LONGEST or not all(word.isalpha() for word in words):
        return None
    joined = "-".join(words)
    nouns = re.findall(rf"(?<![\w-]){re.escape(joined)} ([a-z]{{3,}})", body.lower())
    forms = Counter(nouns)
    kinds = Counter(noun.removesuffix("s") for noun in nouns)
    kind, often = max(kinds.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    if often < _OFTEN or often < _MOSTLY * len(nouns):
        return None
    noun = max((form for form in forms if form.removesuffix("s") == kind), key=lambda form: (forms[form], form))
    names = tuple(dict.fromkeys((f"{joined} {noun}", f"{joined} {kind}", f"{joined} {kind}s")))
    return Named(names[0], AnswerType.TERM, names)
