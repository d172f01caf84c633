"""What can be told of a question without reading it as a sentence: the signs that its score is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from .facts.base import Fact
from .labels import label_of
from .questions import find_evidence

if TYPE_CHECKING:
    from .questions.base import Question
    from .world import World

# Facts that are too rare to be weighed alone are weighed with those that read like them.
_FAMILIES = {
    "cause": "reason",
    "purpose": "reason",
    "means": "reason",
    "condition": "reason",
    "consequence": "reason",
    "intention": "reason",
    "announced": "quotation",
    "view": "quotation",
    "lifetime": "date",
    "turning": "date",
}
_WEIGHED_ALONE = frozenset(
    {"action", "amount", "date", "definition", "quotation", "reason", "role", "sentence", "sequence"}
)
_GAP = "____"
_QUOTED = re.compile(r'"[^"]*"')
_INSTRUCTION = re.compile(r"^Complete the sentence[^:]*: ")
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|this|these|those|such|here|there)\b", re.IGNORECASE
)
_LEFT_OVER = re.compile(
    r"\b(?:thereby|therefore|also|again|further|moreover|however|instead|meanwhile|too|as well|another|"
    r"the other|what's more|in return|for one thing|then|recent|recently|now|current|currently)\b",
    re.IGNORECASE,
)
# "the convention", "the first two conditions", but not "the convention of 1946" or "the horse that won".
_BARE_DEFINITE = re.compile(
    r"\b[Tt]he (?:[a-z]+ly |first |second |two |three )?[a-z]{3,}"
    r"(?=[?.,;]| (?:was|were|is|are|has|had|did|to|and|by|at)\b|$)"
)
_PAST_BEFORE_PAST = re.compile(r"\bhad (?:[a-z]+ly )?[a-z]+(?:ed|en|un|wn|me|de)\b")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z] )(?:The|A|An|In|On|After|Before) (?=[A-Z]?[a-z])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+|\b[A-Z][\w-]+ [A-Z][\w-]+")
_LONG_NAME = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)+|\b[A-Z][\w-]{3,}'s\b")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BRIEF, _SHORT, _LONG = 5, 8, 22
_PHRASE = 4
_WHOLE = 0.9
_PART = 0.45


def features(question: Question, world: World) -> dict[str, float]:
    """Return the signs of a question by their names; those that are not there are left out."""
    facts = [world.by_id[identifier] for identifier in question.facts]
    plain = _INSTRUCTION.sub("", find_evidence.statement_of(question))
    signs = {
        f"kind {_form(question)}": 1.0,
        f"fact {_family(facts[0])}": 1.0,
        # Events to be put in order belong together; two that are set side by side in a sentence seldom do.
        "several facts": float(question.joins and question.kind in ("true_false", "numeric")),
        "topic before it": float(bool(label_of(question, world))),
        "hedged": float(any(fact.hedged for fact in facts)),
        "salience": sum(fact.salience for fact in facts) / len(facts),
        **_worded(_QUOTED.sub('""', plain)),
        **_told(facts, world),
        **_answered(question, plain, world),
    }
    return {name: value for name, value in signs.items() if value}


def _form(question: Question) -> str:
    # A statement to be proven reads like one to be judged; readers have judged none of its own kind yet.
    if question.kind == find_evidence.KIND:
        return "true"
    if question.kind != "true_false":
        return question.kind
    return "true" if question.key == (0,) else "false"


def _family(fact: Fact) -> str:
    family = _FAMILIES.get(fact.kind, fact.kind)
    return family if family in _WEIGHED_ALONE else "other"


@lru_cache(4096)
def _worded(stem: str) -> Mapping[str, float]:
    """Return what the words of a stem show, what it quotes left aside."""
    size = len(stem.split())
    names = _LONG_NAME.findall(stem)
    return {
        "pronoun": float(bool(_PRONOUN.search(stem))),
        "word left over": float(bool(_LEFT_OVER.search(stem))),
        "bare definite": float(bool(_BARE_DEFINITE.search(stem))),
        "had before a past": float(bool(_PAST_BEFORE_PAST.search(stem))),
        "capital inside": float(bool(_CAPITAL_INSIDE.search(stem))),
        "name twice": float(len(names) > len({name.removesuffix("'s") for name in names})),
        "which place": float("hich place" in stem or stem.startswith("What has")),
        "no name or figure": float(not _NAME.search(stem) and not _FIGURE.search(stem)),
        "brief": float(size <= _BRIEF),
        "short": float(_BRIEF < size <= _SHORT),
        "long": float(size > _LONG),
        "commas": float(min(3, stem.count(","))),
    }


def _told(facts: Sequence[Fact], world: World) -> dict[str, float]:
    """Return how the statement came out of its sentences."""
    quotes = [world.quotes(fact) for fact in facts]
    own = [said[-1] for said in quotes if said]
    told = [len(fact.statement.split()) / max(1, len(said.split())) for fact, said in zip(facts, own, strict=False)]
    share = min(told, default=1.0)
    return {
        "word for word": float(
            all(any(fact.statement.rstrip(".") in said for said in q) for fact, q in zip(facts, quotes, strict=True))
        ),
        "whole sentence": float(share >= _WHOLE),
        "small part": float(share < _PART),
        "other sentences": float(min(2, max((len(said) for said in quotes), default=1) - 1)),
    }


def _answered(question: Question, plain: str, world: World) -> dict[str, float]:
    """Return what the key and the choices show."""
    key = question.accept[0].text if question.accept else ""
    choices = question.choices if question.kind == "single_choice" else ()
    own = sum(1 for fact in question.choice_facts if fact) / len(choices) if choices else 0.0
    words = {word for word in _WORD.findall(plain) if word.islower()} - _lower_words(world.document.text)
    return {
        "article twice": float(f"he {_GAP}" in plain and key.lower().startswith("the ")),
        "word not in text": float(min(2, len(words - _GRAMMAR))),
        "figures alike": float(len(choices) > 1 and _alike_but_figures(choices)),
        "choices from the text": own,
        **_changed(question, world),
    }


_GRAMMAR = frozenset(
    str.split("who what which when where why how did do does was were is are in on of the a an many much year date")
)


@lru_cache(8)
def _lower_words(text: str) -> frozenset[str]:
    """Return the words that a text has in lower case; kept, since every question about it asks for them."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def _alike_but_figures(choices: Sequence[str]) -> bool:
    """Say whether long choices differ in nothing but a figure."""
    bare = {_FIGURE.sub("0", choice) for choice in choices}
    return len(bare) == 1 and len(choices[0].split()) > _PHRASE


def _changed(question: Question, world: World) -> Mapping[str, float]:
    """Return what a false statement changed: a figure, a name or a common word."""
    if _form(question) != "false" or question.joins:
        return {}
    true = world.by_id[question.facts[0]].statement
    new = set(question.stem.rstrip(".").split()) - set(true.rstrip(".").split())
    if any(_FIGURE.search(word) for word in new):
        return {"false figure": 1.0}
    return {"false name": 1.0} if any(word[:1].isupper() for word in new) else {"false word": 1.0}
