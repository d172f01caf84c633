"""Whether a question asks what people know who have not read the article: from maps, school and the daily news."""

from __future__ import annotations

import re
from functools import cache

from .. import gazetteer
from ..questions.base import GAP, Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import bare, holds, telling
from ..world import World
from .base import facts_of, filled, key_texts, stated

_YEAR = re.compile(r"[12]\d{3}")
_STANDS_FOR = re.compile(r"\b([A-Z][\w./&-]+) (?:stands?|stood|is short|was short|is an abbreviation) for\b")
_SHORT_FOR = re.compile(r"\b(?:short form|abbreviation|acronym) (?:of|for)\b")
_BODY = "agency|organi[sz]ation|body|alliance|bloc|fund|bank|union|network|broadcaster|authority|service"
_DEFINES = re.compile(
    rf"^(?:What|Who|Which \w+|(?:The )?{GAP}) (?:is|was) (?:the|an?) (?:[\w']+ ){{1,3}}(?:{_BODY})[?.]$"
)
_IS_BODY = re.compile(rf"(\S+(?: \S+){{0,3}}) (?:is|was) (?:the|an?) (?:[\w']+ ){{1,3}}(?:{_BODY})\.")
_CAPITAL = re.compile(r"\bcapital\b(?! (?:city )?(?:punishment|gains?|letters?|investment|markets?))")
_IS_CAPITAL = re.compile(
    r"(\S+(?: \S+){0,2}) (?:is|was) (?:the )?(?:[\w']+ ){0,3}capital(?: and [\w ]+?)?"
    r"(?: of (?:the )?[A-Z][\w'-]+(?: (?:and )?[A-Z][\w'-]+)*)?\."
)
# What a question says beside whom it asks for and the post.
_HOLDING = frozenset(
    str.split(
        "held hold holds holding post office position title role job served serve serves elected former then late"
        " described describe called name person people sentence complete article about term time country"
    )
)
_TYPED = ("single_choice", "short_answer", "cloze")


def not_known_before(question: Question, world: World) -> str | None:
    """The key is nothing that most people know: a capital, what letters stand for, a famous post or year."""
    checks = (_knows_capital, _knows_letters, _knows_organisation, _knows_leader, _knows_year)
    return "the article is not needed to know it" if any(check(question, world) for check in checks) else None


def _knows_capital(question: Question, _world: World) -> bool:
    """Say whether the question joins a country and its capital: by asking for one of the two, or as all it says."""
    told = filled(stated(question), question)
    if not _CAPITAL.search(told):
        return False
    if question.kind in _TYPED:
        text = f"{told} {' '.join(key_texts(question)[:1])}"
        asked = [country for country in gazetteer.countries() if _is_asked(country, question)]
        return any(holds(text, country.capital) and _names(text, country) for country in asked)
    pair = _IS_CAPITAL.fullmatch(told)
    same = [
        country for country in gazetteer.countries() if pair and country.capital and holds(pair[1], country.capital)
    ]
    return question.kind in ("true_false", FIND_EVIDENCE) and any(_names(told, country) for country in same)


def _is_asked(country: gazetteer.Country, question: Question) -> bool:
    keys = {bare(key) for key in key_texts(question)}
    return bool(country.capital) and not keys.isdisjoint(map(bare, (country.capital, country.name, *country.aliases)))


def _names(text: str, country: gazetteer.Country) -> bool:
    return any(holds(text, name) for name in (country.name, *country.aliases, *country.adjectives))


def _knows_letters(question: Question, _world: World) -> bool:
    """Say whether it asks what letters mean that everybody knows."""
    told = filled(stated(question), question)
    found = _STANDS_FOR.search(told)
    short = {found[1]} if found else set()
    if _SHORT_FOR.search(told):
        short |= set(key_texts(question))
    return any(letters.replace(".", "") in gazetteer.known_abbreviations() for letters in short)


def _knows_organisation(question: Question, world: World) -> bool:
    """Say whether it asks which well-known organisation is what: "What is the UN children's agency?"."""
    keys = key_texts(question) if question.kind in _TYPED and _DEFINES.match(stated(question)) else []
    if question.kind in ("true_false", FIND_EVIDENCE):
        keys = [found[1] for fact in facts_of(question, world) if (found := _IS_BODY.fullmatch(fact.statement))]
    return any(key.removeprefix("the ").removeprefix("The ") in gazetteer.organisations() for key in keys)


def _knows_leader(question: Question, _world: World) -> bool:
    """Say whether it joins a famous leader with the post or the country that everybody knows of."""
    if question.kind == "matching":
        pairs = (
            (choice, question.options[index]) for choice, index in zip(question.choices, question.key, strict=True)
        )
        return any(_is_post(option, leader) for choice, option in pairs for leader in _leaders(choice))
    told, keys = stated(question), key_texts(question) if question.kind in _TYPED else []
    if any(_is_post(told, leader) for key in keys for leader in _leaders(key)):
        return True
    for leader in _leaders(told):
        country = gazetteer.country_names()[leader.country]
        if any(_is_post(key, leader) or bare(key) == bare(country.name) for key in keys):
            return True
        if question.kind in ("true_false", FIND_EVIDENCE) and _is_post(told, leader):
            return True
    return False


def _leaders(text: str) -> list[gazetteer.Leader]:
    """Return the famous leaders that a text names."""
    return [gazetteer.leaders()[name] for name in _any_of(tuple(gazetteer.leaders())).findall(text)]


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of some names, the longest first."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _is_post(text: str, leader: gazetteer.Leader) -> bool:
    """Say whether a text tells nothing but the post of a leader: "____ held the post of US president"."""
    country = gazetteer.country_names()[leader.country]
    of_it = " ".join((country.name, *country.aliases, *country.adjectives, leader.post))
    told = telling(text.replace(GAP, "")) - _HOLDING
    return bool(told & telling(leader.post)) and told <= telling(of_it) | telling(" ".join(leader.names))


def _knows_year(question: Question, world: World) -> bool:
    """Say whether it asks for the year of a famous event, or is false only for that year."""
    told = stated(question)
    years = gazetteer.famous_years()
    famous = {str(years[name]) for name in _any_of(tuple(years)).findall(told)}
    if question.kind == "true_false" and question.key == (1,):
        proven = " ".join(fact.statement for fact in facts_of(question, world))
        return any(year in proven and year not in told for year in famous)
    keys = key_texts(question) if question.kind in (*_TYPED, "numeric") else []
    return any(not famous.isdisjoint(_YEAR.findall(key)) for key in keys)
