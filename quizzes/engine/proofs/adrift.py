"""What a reader can only take up with the page beside: "the practice", "The sons, Ole and Per", "at 4:17 p.m."."""

from __future__ import annotations

import re
from functools import lru_cache

from ..facts.base import AnswerType
from ..questions.base import Question
from ..world import World
from .base import texts_read

# Nouns for what was told before; what follows them here tells which is meant.
_TAKEN_UP = (
    r"(?:practice|method|technique|process|procedure|idea|notion|theory|hypothesis|discovery|finding|findings|result"
    r"|results|problem|issue|matter|question|measure|measures|move|step|trend|accident|case|experiment|observation"
    r"|approach|gap|phenomenon|scandal|scandals|affair|controversy|dispute|quarrel|deadline|suggestion|remark|claim|proposal"
    r"|right|ruling|verdict|judgment|decree|levy)"
)
# What happened to something: of what, the text told before.
_TURNS = (
    r"(?:expansion|acquisition|merger|purchase|takeover|launch|introduction|adoption|collapse|closure|withdrawal|sale"
    r"|reopening|abolition|dissolution|opening)"
)
_TELLING_WHICH = (
    r"(?: (?:of|that|which|who|whose|for|to|by which|whereby|known|called|named|between|with|about|over|among"
    r"|against)\b|-)"
)
_UNIT = (
    r"(?:mile|kilometre|kilometer|km|metre|meter|foot|page|year|day|week|month|hour|minute|acre|hectare|pound|tonne)"
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
    (
        "is a time of the article",
        re.compile(
            r"\bat a time when\b|\bnewly \w+ed\b|^One (?:night|day|morning|afternoon|evening)\b"
            r"|\bin an? (?:year|month|week|few (?:years|months|weeks))(?:'s? time)?[.?]?$"
        ),
    ),
    (
        "counts from what was told before",
        re.compile(r"^Within (?:\w+ ){1,2}(?:minutes|hours|days|weeks|months|years),"),
    ),
    (
        "counts from what was told before",
        re.compile(
            r"\bin the (?:decades?|years?|months?|weeks?|days?|century|period) (?:following|after|since)(?=[,.?]|$)"
        ),
    ),
    (
        "sets others apart from what was told before",
        re.compile(
            r"\b(?:of|by|with|from|to) (?:most |many )?other [A-Za-z]"
            r"|\bother (?:nearby|neighbou?ring|similar|such) [a-z]"
        ),
    ),
    (
        "is a place told before",
        re.compile(
            r"\b[Tt]he (?:local |immediate )?(?:area|district|zone|vicinity)\b"
            r"(?! (?:of|where|around|that|between|which|covered|under|known|called|near)\b)"
        ),
    ),
    ("came of what was told before", re.compile(r"^(?:\S+ ){0,5}[Tt]he (?:resulting|ensuing) ")),
    ("tells not of what", re.compile(rf"\b[Tt]he {_TURNS} (?:into|to|in|by|was|is|were|and|had|has)\b")),
    (
        "belongs to what was told before",
        re.compile(r"^(?:(?!\bof\b|'s\b|, )[^;])+? (?:is|was|became|remains?|remained) (?:its|their) (?!own\b)"),
    ),
    (
        "is one of many that nobody names",
        re.compile(
            r"\b(?:of|in|at|on|into|from|near|outside|behind) one of (?:the |[A-Z][\w-]*(?: [A-Z][\w-]*)*(?:'s|s') )"
            r"(?:[a-z'-]+ )?(?:most [a-z-]+|[a-z]+est) [a-z]+"
        ),
    ),
    (
        "is a part of what was told before",
        re.compile(
            r"\b[Tt]he (?:opening|closing|final|decisive) (?:match|game|ceremony|round|leg|stage|session|half|heat)\b"
            r"(?! (?:of|for|between|against)\b)"
        ),
    ),
    ("is a pair told before", re.compile(r"\b[Tt]he (?:[a-z-]+ )?(?:couple|duo|newlyweds)\b(?! (?:of|who)\b)")),
    (
        "is known by its size alone",
        re.compile(
            rf"\b[Tt]he \d[\d,.]*-(?:[a-z]+-)?{_UNIT}s?(?:-[a-z]+)? (?:[a-z-]+ ){{0,2}}[a-z-]+"
            r"(?! (?:of|between|from|through|known|called|[A-Z]))(?![\w-])"
        ),
    ),
    ("leaves open which", re.compile(r"\bwhich of (?:the )?(?:two|three|four|several|many) [a-z]+")),
    (
        "is somebody told before",
        re.compile(r"\b(?:his|her|their) (?:rival|opponent|attacker|accuser|captor|predecessor)s?\b(?!,? [A-Z])"),
    ),
    ("went before", re.compile(r"\bwent on to (?:show|say|argue|explain|add|claim|describe|note)\b")),
)


# A day of the year comes each year; what it is the day of must be told, or that it happens again and again.
_DAY = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring) (?:(?:early|late|mid) |mid-)?"
    rf"(?:\d{{1,2}} )?(?:{_MONTH}|Christmas|Easter|Thanksgiving)\b"
)
_YEARLY = re.compile(
    r"\b[12]\d{3}\b|\b(?:each|every|annual|annually|yearly|always|usually|often)\b"
    r"|\b(?:which|what) (?:year|decade)\b|____"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|\w+ed|began|became|came|fell|rose|went|took|won|lost|left|met|burst|broke)\b"
)
# A post is one of something: an article about an organisation or a land has told of which.
_POST = re.compile(
    r"\b(?:became|appointed|elected|as|named|resigned as|made) (?:the |its )?(?:\w+ )?(?:director|chairman|chairwoman"
    r"|president|head|leader|captain|secretary|governor|chief executive|editor|manager|coach)"
    r"(?=[?.,]| in [12]| from [12]| until | on \d)"
)
_HAS_POSTS = frozenset({AnswerType.OTHER, AnswerType.ORGANISATION, AnswerType.COUNTRY, AnswerType.PLACE})


def year_told(question: Question, world: World) -> str | None:
    """What happened in a month, or on a day of the year, has its year, or is part of an event that has one."""
    if world.topic is not None and world.topic.type is AnswerType.EVENT and re.search(r"\d{4}", world.topic.text):
        return None
    for text in texts_read(question):
        told = _QUOTED.sub('""', text)
        day = _DAY.search(told)
        if day and _PAST.search(told) and not _YEARLY.search(told):
            return f"{day[0]!r} has no year"
    return None


def post_placed(question: Question, world: World) -> str | None:
    """Who "became director" is told with what they directed."""
    if world.topic is not None and world.topic.type in _HAS_POSTS:
        return None
    for text in texts_read(question):
        post = _POST.search(_QUOTED.sub('""', text))
        if post:
            return f"{post[0]!r} does not tell of what"
    return None


def nothing_adrift(question: Question, _world: World) -> str | None:
    """No words hang on what the article told before them."""
    return next((adrift for text in texts_read(question) if (adrift := _adrift(text))), None)


@lru_cache(4096)
def _adrift(text: str) -> str | None:
    """Return what hangs on nothing in a text: several kinds of question read alike."""
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
