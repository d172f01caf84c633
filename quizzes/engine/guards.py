"""Why a clause may not be asked about: each check is one named reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .clauses import Clause, Role
from .grammar import (
    FIRST_PERSON,
    OPINION,
    PRONOUNS,
    REFLEXIVES,
    RELATIONAL,
    SECOND_PERSON,
    VAGUE_TIME,
    children,
    lowered,
)

if TYPE_CHECKING:
    from .language import Token

QUANTIFIERS = frozenset({"most", "some", "many", "several", "few", "both", "all", "each", "every", "neither", "either"})
VAGUE_PHRASES = re.compile(
    r"\b(?:at present|at the moment|to date|so far|these days|in the (?:past|future)|(?:this|last|next|that|the same|the"
    r" previous|the following) (?:year|month|week|day|time|season|decade|century|spring|summer|autumn|fall|winter)"
    r"|in recent (?:years|times|decades|months)|the latter|the former(?! \w)|at (?:the|this|that) (?:same )?time|as (?:such|follows)|"
    r"do(?:es)? so|did so|the one|later that)\b"
)
WEAK_VERBS = frozenset({"do", "go", "get", "let", "seem", "appear", "happen", "matter", "deserve"})
SPEECH = frozenset({"say", "tell", "think", "believe", "claim", "argue", "suggest", "write", "report"})


def refuse(clause: Clause, rewrite: dict[int, str], unresolved: frozenset[int]) -> str:
    """Return the first reason against the clause, "" when there is none."""
    tokens = list(clause.tokens())
    for reason, check in CHECKS:
        if check(clause, tokens, rewrite, unresolved):
            return reason
    return ""


def _person(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return any(token.text.lower() in FIRST_PERSON | SECOND_PERSON for token in tokens)


def _asks(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return clause.sentence.text.rstrip("\"') ").endswith("?")


def _quoted(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    """A clause that stands wholly inside a quotation is somebody's word, not the article's."""
    before = [token.text for token in clause.sentence.tokens if token.i < clause.verb.i]
    return bool((before.count('"') + clause.sentence.quoted) % 2) or sum(t.text == '"' for t in tokens) % 2 == 1


def _reference(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return any(token.i in unresolved and token.i not in rewrite for token in tokens) or any(
        _is_adrift(token, clause, rewrite) for token in tokens
    )


def _is_adrift(token: Token, clause: Clause, rewrite: dict[int, str]) -> bool:
    """Say whether a pronoun has nothing in its clause to mean."""
    word = token.text.lower()
    if word not in PRONOUNS or token.i in rewrite or token.tag_ in {"WDT", "IN"}:
        return False
    if word in {"that", "those", "one"} and (token.tag_ in {"IN", "WDT"} or children(token, "prep", "relcl", "acl")):
        return False
    if word == "one":
        return token.dep_ not in {"nummod", "nsubj"} or not children(token, "prep")
    if word in REFLEXIVES:
        return False
    first = clause.subject.tokens[0].i
    return not (first < token.i and token not in clause.subject.tokens and _agrees(token, clause))


def _agrees(pronoun: Token, clause: Clause) -> bool:
    """Say whether the pronoun may mean the subject of its own clause."""
    head = clause.subject.head
    if pronoun.dep_ not in {"poss"} and clause.verb in {pronoun.head, pronoun.head.head}:
        return False
    word = pronoun.text.lower()
    plural = head.tag_ in {"NNS", "NNPS"} or bool(children(head, "conj"))
    if word in {"they", "them", "their"}:
        return plural
    if word in {"it", "its"}:
        return not plural and head.ent_type_ != "PERSON" and pronoun.dep_ == "poss"
    return word in {"he", "his", "him", "she", "her"} and head.ent_type_ == "PERSON"


def _relational(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    for token in tokens:
        word = token.text.lower()
        if word in RELATIONAL and token.dep_ in {"amod", "det", "predet", "pobj", "nsubj", "dobj", "advmod", "nsubjpass", "attr", "acomp"}:
            if word == "such" and _next(token) == "as":
                continue
            if word in {"following", "different", "above", "below", "same", "similar"} and any(
                child.dep_ in {"pobj", "prep"} for child in [*token.children, *token.head.children] if child.i > token.i
            ):
                continue
            return True
        if word == "other" and token.i < clause.verb.i and token.head is clause.subject.head and _next(token) != "than":
            return True
    return False


def _next(token: Token) -> str:
    place = token.i + 1
    return token.doc[place].text.lower() if place < len(token.doc) else ""


def _vague(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    if any(token.text.lower() in VAGUE_TIME and token.tag_ not in {"JJ"} for token in tokens):
        return True
    return bool(VAGUE_PHRASES.search(" ".join(token.text.lower() for token in tokens)))


def _opinion(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return bool(lowered(tokens) & OPINION)


def _unspecific(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    """A subject such as "most species" or "the problem" tells nobody what it is about."""
    subject = clause.subject
    words = [token for token in subject.tokens if token.dep_ not in {"det", "predet"} and token.text.lower() not in QUANTIFIERS]
    quantified = any(token.text.lower() in QUANTIFIERS for token in subject.tokens[:1])
    if any(token.i in rewrite and rewrite[token.i] for token in subject.tokens):
        return False
    return not words or (quantified and len(words) == 1 and words[0].tag_ in {"NN", "NNS"})


def _bare_number(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    head = clause.subject.head
    return head.tag_ in {"CD", "DT", "JJ", "JJR", "JJS"} and not children(head, "prep", "nummod", "quantmod") and head.i not in rewrite


def _imperative(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return clause.verb.tag_ == "VB" and not clause.middle


def _empty(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    if clause.verb.lemma_ in SPEECH and not clause.passive:
        return not clause.of(Role.CONTENT, Role.OBJECT, Role.COMPLEMENT)
    return clause.verb.lemma_ in WEAK_VERBS and not clause.of(Role.OBJECT, Role.COMPLEMENT, Role.ATTRIBUTE)


def _size(clause: Clause, tokens: list[Token], rewrite: dict[int, str], unresolved: frozenset[int]) -> bool:
    return len(tokens) > 55 or len([token for token in tokens if token.text.isalnum()]) < 4


type Check = Callable[[Clause, list[Token], dict[int, str], frozenset[int]], bool]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("question", _asks),
    ("first_or_second_person", _person),
    ("imperative", _imperative),
    ("quotation", _quoted),
    ("unresolved_reference", _reference),
    ("relational_word", _relational),
    ("vague_time", _vague),
    ("opinion", _opinion),
    ("unspecific_subject", _unspecific),
    ("unspecific_subject", _bare_number),
    ("nothing_told", _empty),
    ("too_long_or_short", _size),
)


def reasons() -> Iterable[str]:
    """Return every reason a clause can be refused for."""
    return dict.fromkeys(reason for reason, _ in CHECKS)
