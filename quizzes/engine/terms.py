"""Common words that the article explains or is about: "Botulism is a rare illness", "hermaphrodites"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import gazetteer
from .document import Span
from .language import Parsed, Sentence

if TYPE_CHECKING:
    from .language import Token, Tokens

EMPTY = frozenset(
    "thing way example reason result number part fact one kind type form case problem time year people person man woman day "
    "group aim goal idea question answer month week cause effect purpose most many some other all move step today".split()
)
BARRED = frozenset("det poss nummod relcl acl prep advcl appos predet".split())
LONGEST = 3


@dataclass(slots=True)
class Term:
    """A common word or phrase used as a name of its own: `name` as a sentence has it."""

    name: str
    key: tuple[str, ...]
    heads: set[str]
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    plural: bool = False
    abbreviation: str = ""


def terms(parsed: Parsed, short: dict[str, str]) -> list[Term]:
    """Return the terms that a sentence defines ("X is a ...", "X (ABC)"), with every place they are written."""
    found: dict[tuple[str, ...], Term] = {}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.dep_ == "nsubj" and token.head.lemma_ == "be":
                _defined(token, found)
    for abbreviation, full in short.items():
        if full.islower():
            key = tuple(full.split())
            term = found.setdefault(key, Term(full, key, set()))
            term.abbreviation = abbreviation
    if found:
        for sentence in parsed.sentences:
            _places(sentence, found)
    return [term for term in found.values() if term.spans]


def _defined(subject: Token, found: dict[tuple[str, ...], Term]) -> None:
    attribute = next((c for c in subject.head.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
    if attribute is None or not _is_kind(attribute) or not _is_bare(subject):
        return
    words = _phrase(subject)
    key = tuple(t.lemma_.lower() for t in words)
    if len(words) > LONGEST or subject.lemma_.lower() in EMPTY or not all(t.is_alpha for t in words):
        return
    name = " ".join(t.text if t.pos_ == "PROPN" and t.i != t.sent.start else t.lower_ for t in words)
    term = found.setdefault(key, Term(name, key, set(), plural=subject.tag_ == "NNS"))
    term.heads.add(attribute.lemma_.lower())


def _is_kind(attribute: Token) -> bool:
    """"X is a disease" and "X are predators" say what X is; "X is the reason" does not."""
    articles = [c.lower_ for c in attribute.children if c.dep_ in ("det", "poss")]
    negated = any(c.dep_ == "neg" for c in (*attribute.children, *attribute.head.children))
    return not negated and attribute.lemma_ not in EMPTY and (articles in (["a"], ["an"]) or (not articles and attribute.tag_ == "NNS"))


def _is_bare(subject: Token) -> bool:
    barred = any(c.dep_ in BARRED and c.lower_ not in ("a", "an") for c in subject.children if c.i < subject.i or c.dep_ != "appos")
    return subject.pos_ == "NOUN" and not barred


def _phrase(head: Token) -> list[Token]:
    return [*(c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")), head]


def _places(sentence: Sentence, found: dict[tuple[str, ...], Term]) -> None:
    """Note each place where a term is written, the longest first; a part of a longer name does not count."""
    tokens: Tokens = sentence.tokens
    lemmas = [t.lemma_.lower() for t in tokens]
    i = 0
    while i < len(lemmas):
        term = next((found[key] for n in range(LONGEST, 0, -1) if (key := tuple(lemmas[i : i + n])) in found), None)
        size = len(term.key) if term else 1
        last = tokens[i + size - 1]
        if term and last.pos_ in ("NOUN", "PROPN") and last.dep_ not in ("compound", "nmod", "amod") and not _is_narrowed(tokens[i]):
            term.spans.append(sentence.span_of(tokens[i], last))
            term.forms[" ".join(t.lower_ for t in tokens[i : i + size])] += 1
        i += size


def _is_narrowed(first: Token) -> bool:
    """"Wound botulism" is not botulism as such."""
    before = first.nbor(-1) if first.i > first.sent.start else None
    inside = before is not None and before.dep_ in ("compound", "amod", "nmod") and before.head.i >= first.i
    return inside or (before is not None and before.text in gazetteer.adjectives())
