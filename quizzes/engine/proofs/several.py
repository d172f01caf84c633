"""Whether the one who is asked for is the only one: an example, a member or a partner is one of several."""

from __future__ import annotations

import re

from ..facts.base import AnswerType, Level
from ..questions.base import Question
from ..words import bare, telling
from ..world import World
from .base import facts_of, key_texts, texts_read, wrong_texts

_ASKING = frozenset({"single_choice", "short_answer", "cloze"})
_SHARED = re.compile(
    r"\b(?:joint|jointly|co-(?:\w+)|fellow|one of|a member of|among|together with|alongside|belong(?:s|ed)? to)\b"
    r"(?! each other\b)",
    re.I,
)
_FIGURES = frozenset({AnswerType.DATE, AnswerType.NUMBER})
# The words that open a list of examples, and what may stand between them and a name further on in it.
_INTRODUCED = re.compile(
    r"\b(?:such as|for instance|for example|e\.g\.|including|includes?|included|among them|like|especially|notably)"
    r",? (?:(?:(?!\b(?:which|who|that|where|when)\b)[^.;:?!]){0,80}(?:,|\band\b|\bor\b) )?(?:the )?$",
    re.I,
)
_FOLLOWED = re.compile(
    r"^(?: \([^()]*\))*,? (?:for instance|for example|among others|amongst others|and others|among them)\b", re.I
)
# What one is or does as a rule, others may be or do as well.
_HABIT = re.compile(
    r"^(?:Who|What|Which [a-z]+(?: [a-z]+)?|____) (?P<verb>is|are|has|have|can|may|might|could|(?!was\b)[a-z]+s)"
    r" (?P<told>.+)[.?]$"
)
_A_KIND = re.compile(r"^____ (?:is|are|was|were) an? (?P<told>[^,;]+)\.$")
_TELLING_WHICH = re.compile(r"\b(?:of|that|which|who|whose|where|in|by|from|for|founded|called|named|used|known)\b")
_SINGLED = re.compile(r'[A-Z]|\d|"|\b(?:only|first|last|most|least|called|known as|[a-z]{2,}(?<!for)(?<!inter)est)\b')
_SAYING = frozenset(
    str.split(
        "says argues claims warns explains believes thinks suggests insists notes admits adds hopes blames calls"
        " describes praises criticises criticizes fears compares recalls predicts sees"
    )
)
_MAYBE = frozenset({"can", "may", "might", "could"})
_MANY_WORDS, _MOST_WORDS, _FEW_WORDS = 6, 12, 6
# An office that somebody held when he did something has been held by others.
_OF_A_TIME = re.compile(
    r"^(?:Who|____) was (?:(?!\w+ed\b|by\b)[\w'’-]+ ){0,6}?"
    r"(?:president|minister|director|chairman|chairwoman|head|leader|secretary|governor|mayor|manager"
    r"|chief executive|editor|captain|ambassador|professor|spokesman|spokeswoman|commander|bishop|king|queen)\b"
)
_TIMED = re.compile(
    r"\d{4}|\b(?:first|last|only|then|when|during|longest|youngest|oldest|founding|until|after|before"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b"
)
_SUPREME = re.compile(r"\d|\b(?:only|first|last|most|least|[a-z]{3,}est)\b")
_PRAISED = re.compile(
    r"^(?:Who|What|Which [a-z]+(?: [a-z]+)?|____) (?:remain(?:s|ed)|is|was|are|were|became) (?:[a-z]+ly )?"
    r"(?:important|popular|famous|significant|influential|successful|controversial|notable|essential|crucial)\b"
)
_OPENED = re.compile(r"^(?:For (?:instance|example)),", re.I)


def key_is_the_only_one(question: Question, world: World) -> str | None:
    """Who or what is asked for is no mere example of several, and shares what is told with nobody."""
    facts = facts_of(question, world)
    if question.kind not in _ASKING or question.joins or any(fact.kind == "example" for fact in facts):
        return None
    types = {answer.type for fact in facts for answer in fact.answers if answer.text in key_texts(question)}
    if types & _FIGURES:
        return None
    shared = _SHARED.search(question.stem)
    if shared and re.search(r"\b[Ww]ho\b|\b[Ww]hich\b|____", question.stem[: shared.start()]):
        return f"{shared[0]!r} tells of several"
    for quote in (quote for fact in facts for quote in world.quotes(fact)):
        for key in key_texts(question):
            if _is_example(key, quote):
                return f"{key!r} is only an example"
    return None


def told_of_one(question: Question, world: World) -> str | None:
    """What is asked for is singled out by a name, a figure or much that is told, where no options of the article do."""
    if question.kind not in _ASKING or question.joins:
        return None
    others = wrong_texts(question)
    if others and all(map(world.mentions, others)):
        return None
    types = {
        answer.type
        for fact in facts_of(question, world)
        for answer in fact.answers
        if answer.text in key_texts(question)
    }
    told = next(texts_read(question))
    kind = _A_KIND.match(told)
    if kind and len(kind["told"].split()) <= _FEW_WORDS and not _TELLING_WHICH.search(kind["told"]):
        return "several are of this kind"
    if types & _FIGURES or question.level is Level.UNDERSTANDING:
        return None
    if _OF_A_TIME.match(told) and not _TIMED.search(told):
        return "others have held it before or since"
    if _PRAISED.match(told) and not _SUPREME.search(told):
        return "the same may be said of others"
    habit = _HABIT.match(told)
    if not habit or habit["verb"] in _SAYING or _SINGLED.search(habit["told"]):
        return None
    most = _MOST_WORDS if habit["verb"] in _MAYBE else _MANY_WORDS
    return "others may do so as well" if len(telling(habit["told"])) <= most else None


def _is_example(key: str, quote: str) -> bool:
    if _OPENED.match(quote) and bare(quote.partition(",")[2]).startswith(bare(key)):
        return True
    for match in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", quote):
        if _INTRODUCED.search(quote[: match.start()]) or _FOLLOWED.match(quote[match.end() :]):
            return True
    return False
