"""What a sentence read wrongly leaves behind: verbs without their time, dates that act, cut clauses, split names."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import gazetteer
from ..questions.base import Question
from ..world import World
from .base import facts_of, texts_read

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}},?) \d{{4}}"
_PAST = (
    r"(?:been|become|made|won|lost|built|left|sold|bought|found|grown|gone|come|held|kept|led|taken|given|begun|set|cut"
    r"|written|driven|fallen|risen|[a-z]{3,}ed)"
)
_NOUNS_OF_DO = r"(?:well|business|so|it|this|that|the|an?|not|harm|damage|nothing|little|much|more|better|badly|work)"
_TAKEN_OUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("is no sentence", re.compile(r"^The (?:most|least|best|worst|closest) (?:the|an?|he|she|they|it|we|[A-Z]\w+)\b")),
    (
        "lacks what stood before the verb",
        re.compile(r"\b(?:plus|including|such as) (?:is|are|was|were|has|have|had|represents?|means?|gives?|makes?)\b"),
    ),
    ("is emphatic without a contrast", re.compile(rf"\b(?:does|did) (?!{_NOUNS_OF_DO}\b)[a-z]{{3,}}(?<!ly)\b[^?]*$")),
    ("is a unit that nobody counts in", re.compile(r"\b[Hh]ow many (?:m|bn|k|km|kg|cm|mm|ft|mph|p|%) ")),
    (
        "asks for one share and tells another",
        re.compile(r"\bwhat (?:percentage|share|proportion) of [^?]*\band (?:an? |one )?(?:third|half|quarter|\d)"),
    ),
    ("is cut off", re.compile(r"\b(?:e\.g|i\.e)\.$")),
    ("lacks its link", re.compile(r"\d(?: [a-z]+)? even (?:more|less|fewer)\b")),
    ("is compared with nothing", re.compile(r"\beven (?:worse|better|more \w+|less \w+|[a-z]+er)(?: \w+)?[.?]$")),
    ("lacks its article", re.compile(r"^(?:Percent|Per cent|Percentage|Majority|Number) of\b")),
    ("lacks its article", re.compile(r"\b(?:and|or) (?:third|quarter|fifth) of\b")),
    ("is tacked to a question", re.compile(r", (?:mostly|mainly|largely|chiefly|partly) [^?,]*\?$")),
    ("is tacked to a question", re.compile(r", with (?:[\w'-]+ ){1,6}?(?:having|being|\w+ing)\b[^?]*\?$")),
    ("is a date that acts", re.compile(rf"\b(?:did|does|do) {_DAY} [a-z]+")),
    ("is a date that acts", re.compile(rf"^{_DAY} (?!is\b|was\b|saw\b|marks?\b|marked\b)[a-z]+")),
    ("asks for a year beside its own", re.compile(r"\b[Ii]n which year\b.*\bfrom [^?]*\bin [12]\d{3} to\b")),
    (
        "is a thought that the article takes back",
        re.compile(r"\b(?:is|was|be|seems?) tempting to\b|^It (?:may|might) seem"),
    ),
    (
        "counts what nobody need keep",
        re.compile(
            r"(?:^(?:[^:?]+: )?How many\b[^?]*\b(?:are|were|constitute|make up|mean)|\brepresent(?:s|ed)?)"
            r" (?:an? |the )?(?:very )?(?:big|great|huge|major|important|large|significant|impressive|good|bad)\b"
        ),
    ),
)
_PLUPERFECT = re.compile(rf"\bhad (?:\w+ly |also |just |long )?(?:been )?{_PAST}\b")
_EARLIER_THAN = re.compile(
    r"\b(?:(?i:by|before|until|till|after|when|once|since|if|because|although|while|as|for)|already|never|not|said|says"
    r"|that|who|which|whose|than|ever|so far|where)\b"
)
# "countries such as Chad, which have ..." is told of the countries.
_ONE_STATE = re.compile(r"^([A-Z][a-z]+) (?:have|are|were)\b")
_GERUND = re.compile(r"^([A-Z][a-z]+ing [\w'-]+)")
_GOVERNED = r"\b(?:into|from|against|of|by|without|before|after|while|in|at|to|for|about) "
_SPLIT_NAME = re.compile(r"\b([a-z]+) ([A-Z][\w-]+)")
_APART = re.compile(r"\b([a-z]{3,}) (?=([a-z]{3,})\b)")


def nothing_misread(question: Question, _world: World) -> str | None:
    """Every sentence has its verb and subject, its time and its end, and asks for what can be counted."""
    for text in texts_read(question):
        for reason, pattern in _TAKEN_OUT:
            match = pattern.search(text)
            if match:
                return f"{match[0]!r} {reason}"
        late = _PLUPERFECT.search(text)
        if late and not _EARLIER_THAN.search(text):
            return f"{late[0]!r} is before nothing"
        state = _ONE_STATE.match(text)
        if state and state[1] in gazetteer.country_names():
            return f"{state[0]!r} is told of several"
    return None


def written_as_in_article(question: Question, world: World) -> str | None:
    """Names keep their capitals and compounds their hyphens: no "frame Relay", no "has fine tuned"."""
    article = world.document.text
    for text in texts_read(question):
        for match in _SPLIT_NAME.finditer(text):
            whole = f"{match[1].capitalize()} {match[2]}"
            if match[0] not in _split_names(article) and match[0] not in article and whole in world.shown_names:
                return f"{match[0]!r} is a name cut in two"
        for left, right in _APART.findall(text):
            if f"{left}-{right}" in _hyphenated(article) and f"{left} {right}" not in article:
                return f"{left} {right!r} has lost its hyphen"
    return None


@lru_cache(8)
def _split_names(article: str) -> frozenset[str]:
    """Return each small word that stands before a capital one, with it: nearly all of these need no longer search."""
    return frozenset(match[0] for match in _SPLIT_NAME.finditer(article))


@lru_cache(8)
def _hyphenated(article: str) -> str:
    """Return the words that hyphens join, side by side: little to look through beside the whole article."""
    return " ".join(re.findall(r"[a-z-]*-[a-z-]*", article))


def opens_as_a_subject(question: Question, world: World) -> str | None:
    """A statement that opens with "Thinking ..." has it for its subject, not for what one is warned against."""
    for text in texts_read(question):
        opening = _GERUND.match(text)
        if not opening:
            continue
        governed = re.compile(_GOVERNED + re.escape(opening[1]), re.I)
        if any(governed.search(quote) for fact in facts_of(question, world) for quote in world.quotes(fact)):
            return f"{opening[1]!r} hangs on a word that is left out"
    return None
