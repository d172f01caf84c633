"""The article's own phrases of purpose and means, and its noun phrases: wrong options for "why" and "how"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .grammar import FIRST_PERSON, HEDGES, PRONOUNS, RELATIONAL, SECOND_PERSON, STATES, children, listed, lowered
from .guards import QUANTIFIERS
from .rendering import render

if TYPE_CHECKING:
    from .language import Parsed, Sentence, Token

_FEWEST, _MOST = 3, 14
_OPEN = re.compile(r"[\d\"“”();:—–]| - |\.\.|\b(?:etc|so|such)\b")
_LEANING = FIRST_PERSON | SECOND_PERSON | RELATIONAL | (PRONOUNS - {"that"})
_LINKED = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
_FINITE_INSIDE = frozenset({"ccomp", "advcl", "parataxis"})
# A thing is no reason; what happens, grows, lacks or is done may be one.
_EVENTFUL = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "ship", "ism", "cy", "sis", "ure", "age", "ing")
_HAPPENING = listed(
    "lack loss growth rise fall death war need fear change increase decrease decline attack collapse demand drought"
    " cost price threat spread use search effort attempt arrival return victory defeat success crisis flood fire storm"
    " trade work support interest discovery removal refusal approval survival supply strike revolt health heat help"
)
_UNFINISHED = frozenset({"CC", "IN", "TO", "DT", "PRP$", "WDT", "POS"})
_TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase without its lead: `lead` is "to", "by" or "of"; `said` is the sentence that has it."""

    lead: str
    text: str
    said: str
    paragraph: int


def collect(parsed: Parsed) -> tuple[Phrase, ...]:
    """Return the phrases of an article that can stand in another sentence, in its order."""
    found: dict[tuple[str, str], Phrase] = {}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            for phrase in _read(token, sentence):
                found.setdefault((phrase.lead, phrase.text.casefold()), phrase)
    return tuple(found.values())


def _read(token: Token, sentence: Sentence) -> Iterator[Phrase]:
    if token.tag_ == "VB" and token.lemma_ not in STATES and any(each.tag_ == "TO" for each in children(token, "aux")):
        yield from _phrase("to", [t for t in token.subtree if t.i >= token.i], token, sentence)
    elif token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.text.lower() == "by":
        yield from _phrase("by", list(token.subtree), token, sentence)
    elif token.tag_ in {"NN", "NNS"} and token.dep_ in _LINKED and children(token, "prep") and _is_plain(token):
        yield from _phrase("of", list(token.subtree), token, sentence)


def _phrase(lead: str, tokens: list[Token], head: Token, sentence: Sentence) -> Iterator[Phrase]:
    """Yield the phrase where it is whole, short and plain."""
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    whole = all(token.i == tokens[0].i + place for place, token in enumerate(tokens))
    if not whole or not _FEWEST <= len(tokens) <= _MOST or any(map(_spoils, tokens)) or lowered(tokens) & HEDGES:
        return
    if any(child.dep_ in _FINITE_INSIDE for token in tokens for child in token.children):
        return
    if tokens[-1].tag_ in _UNFINISHED:
        return
    text = render(tokens, {}).text
    if not _OPEN.search(text) and text.count(",") == 0:
        yield Phrase(lead, text, sentence.text, sentence.paragraph)


def _is_plain(noun: Token) -> bool:
    """Say whether a noun phrase tells of what may bring another thing about, and opens with no word of quantity."""
    word, first = noun.lemma_.lower(), noun.left_edge
    eventful = word.endswith(_EVENTFUL) or word in _HAPPENING
    return eventful and first.tag_ not in {"PDT", "CD", "WDT"} and first.text.lower() not in QUANTIFIERS


def _spoils(token: Token) -> bool:
    """Say whether a word leans on what the phrase does not show, or ties it to a time."""
    return token.text.lower() in _LEANING or token.ent_type_ in _TIMES or token.dep_ in {"neg", "relcl"}
