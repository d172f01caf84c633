"""What a reader can only take up with the page beside: "the practice", "The sons, Ole and Per", "at 4:17 p.m."."""

from __future__ import annotations

import re

from ..questions.base import Question
from ..world import World
from .base import texts_read

# Nouns for what was told before; what follows them here tells which is meant.
_TAKEN_UP = (
    r"(?:practice|method|technique|process|procedure|idea|notion|theory|hypothesis|discovery|finding|findings|result"
    r"|results|problem|issue|matter|question|measure|measures|move|step|trend|accident|case|experiment|observation"
    r"|approach|gap|phenomenon|scandal|scandals|affair|controversy|dispute|quarrel|deadline|suggestion|remark|claim)"
)
_TELLING_WHICH = (
    r"(?: (?:of|that|which|who|whose|for|to|by which|whereby|known|called|named|between|with|about|over|among"
    r"|against)\b|-)"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_ADRIFT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("takes up what was told before", re.compile(rf"\b[Tt]he {_TAKEN_UP}\b(?!{_TELLING_WHICH})")),
    ("stands for what was told before", re.compile(r"^The (?!(?:late|former)\b)[a-z]+, [A-Z][\w'-]+(?:,| and\b)")),
    (
        "has lost its noun",
        re.compile(r"\bthe (?:most \w+|\w+est) (?:known|recorded|measured)(?: (?:in|on|of|to|at)\b|[.?,]|$)"),
    ),
    ("has lost its noun", re.compile(r"\bthe (?:old|new|latter|former|young|rich|other)[.?,]")),
    (
        "is known by age alone",
        re.compile(r"\b[Tt]he (?:\d+|[a-z]+(?:-[a-z]+)?)-year-old (?:[a-z-]+ ){0,3}(?![A-Z])[^A-Z ]*(?: [a-z]|[,.?])"),
    ),
    ("has no day", re.compile(rf"^(?!.*(?:{_MONTH}|day\b)).*\b\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\b|$|[?.])")),
    ("is a time of the article", re.compile(r"\bat a time when\b|\bnewly \w+ed\b")),
    ("went before", re.compile(r"\bwent on to (?:show|say|argue|explain|add|claim|describe|note)\b")),
)


def nothing_adrift(question: Question, _world: World) -> str | None:
    """No words hang on what the article told before them."""
    for text in texts_read(question):
        told = _QUOTED.sub('""', text)
        for what, pattern in _ADRIFT:
            match = pattern.search(told)
            if match and not _told_before(told, match):
                return f"{match[0][-40:]!r} {what}"
    return None


def _told_before(text: str, match: re.Match[str]) -> bool:
    """Say whether the text itself has the last noun of the match before it: "a method ... the method"."""
    noun = match[0].split()[-1].rstrip(".,?")
    return re.search(rf"\b{re.escape(noun)}\b", text[: match.start()], re.I) is not None
