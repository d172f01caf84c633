"""Whether a statement is worth judging: it says something that only a reader of the article knows."""

from __future__ import annotations

import re

from ..facts.base import Level
from ..questions.base import GAP, Question
from ..words import fold, holds, telling
from ..world import World
from .base import facts_of, key_texts, stated

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|half|twice|third|quarter|percent|per cent)\b"
)
_SINGLED = re.compile(
    r"\b(?:only|first|last|most|least|never|no longer|[a-z]{2,}(?<!for)(?<!inter)(?<!b)est)\b|\bno \w+"
)
_LINKED = re.compile(
    r"\b(?:because|although|though|whereas|unlike|unless|than|instead of|rather than|so that|in order to|due to"
    r"|as a result|when|if|until|while|after|before|by [a-z]+ing|led to|leads? to|results? in|resulted in|caused? by)\b"
)
_LIST = re.compile(r",[^,]+,? (?:and|or) ")
_MODAL = re.compile(r"\b(?:may|can|might|could)\b")
_DUTY = re.compile(r"\b(?:must|should|ought to|needs? to|ha(?:s|ve) to)\b")
_VERDICT = re.compile(
    r"\b(?:is|was|are|were|remains?|remained|became|becomes?) (?:(?:very|well|so|an?|also|more|highly|often) )*"
    r"(?:important|popular|known|famous|difficult|essential|significant|central|crucial|vital|key|controversial"
    r"|prosperous|successful|sensitive|commonplace|complex|interesting|influential)\b"
)
_SAID = re.compile(r'"|\b(?:according to|said|says|argue[sd]?|claim(?:s|ed)?|wrote|found|estimate[sd]?)\b', re.I)
_CAPITAL = re.compile(r"(?<=[a-z,'’] )[A-Z][\w.'’-]*")
_CAPITAL_IS = re.compile(
    r"^(?:[^:]+: )?(?:What|Which city) (?:is|was) (?:the )?[A-Z][\w' ]+'s? capital\b"
    r"|\bcapital(?: and (?:largest|biggest) city)? is ____\.$"
)
_ASKS_COUNTRY = re.compile(r"\b[Ww]hich (?:country|state)\b|\bin ____\.$|^Complete the sentence[^:]* of a country: ")
_ASKS_WHERE = re.compile(r"^(?:[^:]+: )?(?:In \S+, )?Where\b")
_CONTINENTS = frozenset({"Africa", "Asia", "Europe", "America", "North America", "South America", "Oceania"})
# That a thing can be told in so many ways or parts, and which they are left out, nobody keeps.
_COUNTS_WAYS = re.compile(
    r"\bhow many (?:\w+ )?(?:manners|ways|phases|respects|reasons|aspects|points|categories)\b", re.I
)
_CAPITAL_OF = re.compile(r"(?:^|: )(?:What|Which city|____) (?:is|was) the capital of [A-Z][\w' ]+[?.]$")
# What every city or firm has: "home to a number of museums".
_SOME_OF_ALL = re.compile(
    r"\b(?:home to|has|have|had|offers?|contains?|hosts?|boasts?)"
    r" (?:an? (?:wide )?(?:number|variety|range) of|many|several|numerous|various|a few)\b"
)
_TO_THE_PAPER = re.compile(
    r"\b(?:for (?:a )?comment|comment on|declined to (?:comment|say)|(?:did|could) not respond|immediately respond)\b"
)
_LONG = 10
_YEAR = re.compile(r"\b[12]\d{3}\b")
_MOVED = (
    r"(?:rise[ns]?|rose|fall(?:en|s)?|fell|drop(?:ped|s)?|grow(?:n|s)?|grew|increased?|decreased?|declined?|shrunk|shrank"
    r"|doubled|trebled|tripled|quadrupled|halved|soared|plunged|slumped|climbed|dwindled)"
)
# The year that a figure is counted from or was true in: the figure is what one would keep.
_COUNTED_SINCE = re.compile(
    rf"\b(?:ha(?:s|ve)|had) (?:\w+ )?{_MOVED}\b.*\bsince ____"
    rf"|^(?:[^:]+: )?Since which year ha(?:s|ve|d)\b.*\b{_MOVED}\b"
    rf"|\b{_MOVED} (?:\w+ )?(?:by|to|from) \D{{0,12}}\d.*\b(?:since|from|between|and|to|in) ____"
    rf"|^(?:[^:]+: )?In which year .*\b{_MOVED} (?:\w+ )?(?:by|to|from) \D{{0,12}}\d"
    rf"|\b(?:by|to|from) \D{{0,12}}\d.*\bsince ____"
)
_COUNTED_IN = re.compile(
    r"\bfor every \d|\bthere (?:were|are|was|is) (?:\w+ ){0,3}\d|\b(?:one|two|three|\d+) in (?:every )?\w+ people\b"
    r"|\b(?:was|were|is|are|stood at|made up|accounted for) (?:\w+ ){0,3}\d[\d.,]*(?:%| per ?cent)"
)
# A thing that harms or hinders by what it is: its opposite does neither.
_FITTED = re.compile(
    r"\b(?:dangerously|alarmingly|worryingly|perilously|harmfully|painfully|unbearably|frighteningly) (\w+)"
    r"|\btoo (\w+) (?:for \w+ )?to \w+"
)


def worth_judging(question: Question, world: World) -> str | None:
    """A statement has a figure, a name, a reason or another detail that a reader who guesses could not know."""
    if question.kind != "true_false" or question.joins:
        return None
    told = question.stem
    detailed = _FIGURE.search(told) or _SAID.search(told) or _names(question, world)
    if question.key == (0,) and _SOME_OF_ALL.search(told) and not _FIGURE.search(told):
        return "it is true of anything of its sort"
    if _TO_THE_PAPER.search(told):
        return "how a newspaper asked for a comment is nothing to keep"
    if _DUTY.search(told) and not detailed:
        return "it is somebody's demand, told as a fact"
    if question.key != (0,) or detailed:
        return None
    if _MODAL.search(told) or _VERDICT.search(told):
        return "anybody would believe it"
    return None if _is_particular(question, world) else "it says nothing that only a reader knows"


def not_common_knowledge(question: Question, world: World) -> str | None:
    """What any map or school book tells is no question about the article: which city is the capital of a state."""
    if question.kind not in ("single_choice", "short_answer", "cloze"):
        return None
    topic = world.topic.text if world.topic else ""
    at_home = any(key == world.country or holds(topic, key) for key in key_texts(question))
    mapped = _CAPITAL_OF.search(question.stem) or _CAPITAL_IS.search(question.stem)
    if _ASKS_WHERE.search(question.stem) and any(key in _CONTINENTS for key in key_texts(question)):
        return "a continent is no place that one keeps"
    if mapped or (at_home and _ASKS_COUNTRY.search(question.stem)):
        return "the article is not needed to know it"
    return None


def year_worth_asking(question: Question, world: World) -> str | None:
    """A year is neither asked nor changed where a figure is what the sentence tells: "fell by 13% since ____"."""
    keys = key_texts(question) if question.kind in ("single_choice", "short_answer", "cloze", "numeric") else []
    asked = [stated(question)] if any(_YEAR.fullmatch(key) for key in keys) else []
    if question.kind == "true_false" and question.key == (1,):
        said = " ".join(fact.statement for fact in facts_of(question, world))
        known = set(_YEAR.findall(said))
        asked = [question.stem.replace(year, GAP) for year in _YEAR.findall(question.stem) if year not in known]
    counted = any(_COUNTED_SINCE.search(told) or _COUNTED_IN.search(told) for told in asked)
    return "the figure is what one would keep, not its year" if counted else None


def false_not_absurd(question: Question, world: World) -> str | None:
    """A statement is not false by a word that cannot stand there: "dangerously low", "too large to be seen"."""
    if question.kind != "true_false" or question.key != (1,):
        return None
    said = set(fold(" ".join(fact.statement for fact in facts_of(question, world))).split())
    put_in = [word for match in _FITTED.finditer(question.stem) for word in match.groups() if word]
    return "nobody would believe it" if any(fold(word) not in said for word in put_in) else None


def count_worth_keeping(question: Question, _world: World) -> str | None:
    """A number of ways, phases or reasons is not asked for: what they are is what one would keep."""
    if question.kind not in ("single_choice", "short_answer", "numeric"):
        return None
    return "it counts what it should tell" if _COUNTS_WAYS.search(question.stem) else None


def _is_particular(question: Question, world: World) -> bool:
    """Say whether a statement without names and figures is long, joins two things, or singles one out."""
    told = question.stem
    defines = any(fact.kind == "definition" and len(telling(told)) > _LONG // 2 for fact in facts_of(question, world))
    shown = _SINGLED.search(told) or _LINKED.search(told) or _LIST.search(told)
    joins = question.level is Level.UNDERSTANDING
    return bool(shown or joins or defines) or len(telling(told)) >= _LONG


def _names(question: Question, world: World) -> frozenset[str]:
    """Return the names in a statement, folded, besides what it and the whole article are about."""
    topic = world.topic
    about = [fact.subject for fact in facts_of(question, world)]
    about += [topic.text, *topic.names] if topic else []
    known = set(fold(" ".join(about)).split())
    found = {fold(word.removesuffix("'s")) for word in _CAPITAL.findall(question.stem)}
    return frozenset(word for word in found if word and not set(word.split()) <= known)
