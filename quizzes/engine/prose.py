"""What can be told of one English text by its words alone: does it stand by itself, is it whole, is it reserved."""

from __future__ import annotations

import re
from functools import lru_cache

from . import gazetteer
from .grammar import PEOPLE_NOUNS
from .words import SMALL_WORDS, fold


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)


_HEDGE = _any_of(
    *str.split(
        "about around approximately roughly nearly almost some estimated may might could can would should likely"
        " unlikely probably possibly perhaps reportedly allegedly largely mostly mainly often usually generally"
        " typically rarely seldom over under believed thought considered said according expected sometimes partly"
        r" announced declared described called"
        r" seem\w* appear\w* suggest\w* claim\w* believe\w* argue\w* stat\w+ report\w* say\w*"
        r" estimate\w* think\w* tend\w*"
    ),
    "at least", "at most", "up to", "more than", "less than", "fewer than",
    "as (?:many|much|few) as", "or so",
    "in part",
)  # fmt: skip
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|them|we|us|you|I|me|our|your|my|his|her|hers|its|their|theirs)\b")
# A sentence that opens with a pronoun; "It is rare that ..." and "It takes years to ..." mean nothing by it.
_OPENING = re.compile(
    r"(?:He|She|They|His|Her|Its|Their)\b"
    r"|It (?!(?:is|was|has been|takes?|took) (?!to be\b)(?:[\w'-]+ ){1,4}?(?:that|to|for|whether)\b)"
)
_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers)\b")
_POINTING = _any_of(
    "th(?:is|ese)", r"those(?! (?:of|who|whose|whom|with)\b)",
    "that (?:year|day|time|month|date|period|point|same)", r"the same(?! \w+(?: \w+)? as)",
    "the (?:former|latter|above|following)", "aforementioned", "such an?", "said (?:company|organization)",
    r"above(?! (?:an?|the|all|his|her|its|their|sea|ground|water|average|zero|normal|\d))",
    "passage", "the (?:text|author|writer)", "elsewhere", "the (?:two|three|four|others?|rest|ones?)", "another",
    "others", "both", "neither", "here", "a similar", "similarly",
    "thereby", "as well(?! as)", "in turn", "likewise", r"too(?=[.?]?$)", "(?<!but )(?<!and )also",
)  # fmt: skip
# What the pattern above would take for pointing, although its counterpart stands in the same sentence.
_POINTING_WITHIN = _any_of(
    "(?:which|each|all) of these", "between the two", "(?:each|one) other", r"both (?:\w+ ){1,4}and", "in other words",
    "another (?:country|state|person)", "the two (?:countries|states) of",
)  # fmt: skip
_VAGUE_TIME = _any_of(
    "today", "yesterday", "tomorrow", "now", "nowadays", "currently", "recently", "lately", "soon", "ago", "earlier",
    "later", "(?:last|this|next) (?:week|month|year|night|season|summer|winter)", "at th(?:e|at) time", "then",
    r"the (?:previous|following|next) \w+", "(?:on|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "meanwhile", "afterwards?",
)  # fmt: skip
# A whole sentence in quotation marks: its "now" is the speaker's own.
_QUOTED = re.compile(r'(?:[Ss]aid|wrote|warned|argued), "[A-Z][^"]*"')
_TIME_WITHIN = _any_of(
    r"\w+ (?:years?|days?|months?|weeks?|hours?|minutes?|centur\w+|decades?) (?:earlier|later) (?:than|in)",
    "no later than", "earlier than", "later than", "sooner or later", "following (?:statements?|events?)",
)  # fmt: skip
_DEFINITE = re.compile(r"\b[Tt]he ([a-z]+)\b(?!-)")
# Alone, or with an aside, these mean what the article told of before.
_OF_A_STORY = re.compile(
    r"\b[Tt]he (?:(?:first|second|third|fourth|new|popular|young|old) )?(family|household|couple|duo|man|woman|boy|girl"
    r"|scientist|researcher|author|writer|actor|singer|artist|event|incident|proposal|decision|plan|film|book|song"
    r"|report|study|attack|ban|deal|project|programme|program|scheme|site|story|eatery|shop|body|race|team|moons)"
    r"(?=[?.;]?$|, (?:who|which)\b| in [12]\d{3}| (?:is|was|are|were|has|had|have|did|by|after|before|and|or|until"
    r"|since|when|so|would|will|could|can|may)\b)"
)
_NAMED_AFTER = re.compile(
    r"^(?:'s)?,? (?:(?:of|that|which|who|between|on|in|at|with|named|called|known|where|against|among|over)\b"
    r"|[A-Z][a-z])"
)
_KIND_AND_NAME = re.compile(r"^ ([a-z]+) (?:of )?[A-Z][a-z]")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]")
_DOUBLED = re.compile(r"\b(?!had had|that that)(\w+) \1\b", re.I)
_BROKEN = re.compile(
    r" {2}|\s[,.;:?!](?!\d)|[,;:]\?|\.\?|\?.*\?|\[\d*\]|\(\s*\)|[,;]\s*\.|\.\.|,,|\\|\n|[—–-]\?|\bhttps?:"
    r"|\b(?:[Tt]he|[Aa]n|a),"
)
_ASKED_FOR = re.compile(r"\b(?:[Ww]ho|[Ww]hich (?!(?:year|date|month|day|decade|century)\b)[a-z]+)\b")
# Several of a kind, whom "they" may mean: "persons", "children".
_SEVERAL = re.compile(r"\b(?:people|children|men|women|[a-z]{3,}(?<!s)s)\b")
_GENERAL = ("organisation", "country", "agreement", "event", "company")
_LEANING_START = re.compile(
    r"(?:But|And|Or|So|However|Also|Moreover|Thus|Therefore|Nevertheless|Instead|Besides|Yet|Still|Then|Additionally)\b"
)


def is_hedged(text: str) -> bool:
    """Say whether a text keeps some reserve: "about", "may", "according to"."""
    return _HEDGE.search(text) is not None


@lru_cache(4096)
def dangling(text: str) -> str:
    """Return the word that points outside the text, or a pronoun without a name before it; "" when there is none."""
    pointing = _POINTING.search(_POINTING_WITHIN.sub("", text))
    if pointing:
        return pointing[0]
    opening = _OPENING.match(text)
    if opening:
        return opening[0].strip()
    pronoun = _PRONOUN.search(text)
    return pronoun[0] if pronoun and not _named_before(text[: pronoun.start()], pronoun[0]) else ""


def personless(text: str, persons: frozenset[str]) -> str:
    """Return a "he" or "her" before which no person is named, asked for or told of; "" when there is none.

    `persons` are the words of the names of persons, folded.
    """
    pronoun = _PERSONAL.search(text)
    if pronoun is None or _ASKED_FOR.search(text):
        return ""
    before = set(fold(text[: pronoun.start()]).replace("'s", "").replace(",", "").split())
    return "" if before & (persons | PEOPLE_NOUNS) else pronoun[0]


def _named_before(text: str, pronoun: str) -> bool:
    """Say whether a name or a full noun phrase stands before a pronoun, or the thing asked for, which it may mean."""
    if _ASKED_FOR.search(text) or (pronoun in {"they", "their"} and _SEVERAL.search(text)):
        return True
    first = fold(text).split()[:1]
    opens_with_name = bool(first) and first[0] not in SMALL_WORDS
    return opens_with_name or any(word[:1].isupper() for word in text.split()[1:]) or "the " in text


@lru_cache(4096)
def unnamed(text: str) -> str:
    """Return a bare noun such as "organization" of "the organization" that the text does not name; "" if none."""
    told = next((match for match in _OF_A_STORY.finditer(text) if not _is_named_in(text, match)), None)
    if told:
        return told[1]
    for match in _DEFINITE.finditer(text):
        noun = match[1]
        before, after = text[: match.start()], text[match.end() :]
        named = _NAMED_AFTER.match(after) or _titled(after) or re.search(rf"\b{noun}", before, re.I)
        narrowed = _is_compound(after) and _CAPITAL_INSIDE.search(text)
        if _needs_name(noun) and not named and not narrowed:
            return noun
    return ""


def _is_named_in(text: str, match: re.Match[str]) -> bool:
    """Say whether the text has the noun for the thing before."""
    return re.search(rf"\b{match[1]}", text[: match.start()], re.I) is not None


def _is_compound(after: str) -> bool:
    """Say whether the noun only narrows the next: "the port authority" of a place that the text names."""
    following = re.match(r" ([a-z]+)\b", after)
    return following is not None and _needs_name(following[1])


def _titled(after: str) -> bool:
    """Say whether the noun only tells what kind of person or place is named next: "the theatre director Ida Moe"."""
    match = _KIND_AND_NAME.match(after)
    return match is not None and (match[1] in PEOPLE_NOUNS or match[1] in gazetteer.noun_types())


def _needs_name(noun: str) -> bool:
    general = any(noun in gazetteer.general_nouns(kind) for kind in _GENERAL)
    return (general or noun in gazetteer.noun_types()) and noun not in gazetteer.unique_nouns()


@lru_cache(4096)
def vague_time(text: str) -> str:
    """Return a time that only the day of printing makes clear, "" when there is none; a quotation has its speaker's."""
    match = _VAGUE_TIME.search(_TIME_WITHIN.sub("", _QUOTED.sub("", text)))
    return match[0] if match else ""


@lru_cache(4096)
def broken(text: str) -> str:
    """Return what is wrong with the text's spacing, marks or brackets, "" when nothing is."""
    if not text or text != text.strip() or _BROKEN.search(text):
        return "spacing or punctuation is broken"
    if text.count('"') % 2 or any(text.count(a) != text.count(b) for a, b in ("()", "[]", "“”")):
        return "a bracket or quotation mark is left open"
    return "a word stands twice" if _DOUBLED.search(text) else ""


def leans_back(text: str) -> bool:
    """Say whether a statement begins in the middle of a thought: "But ...", "However ..."."""
    return _LEANING_START.match(text) is not None
