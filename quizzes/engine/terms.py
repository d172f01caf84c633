"""Common words that the article explains or is about: "Botulism is a rare illness", "hermaphrodites"."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import gazetteer
from .document import Span
from .language import Parsed, Sentence
from .lists import word_set

if TYPE_CHECKING:
    from .language import Token, Tokens

EMPTY = word_set(
    "thing way example reason result number part fact one kind type form case problem time year people person man "
    "woman day group aim goal idea question answer month week cause effect purpose most many some other all move step"
)
BARRED = word_set("det poss nummod relcl acl prep advcl appos predet")
LONGEST = 3
OFTEN = 5
BARE_PLACES = word_set("nsubj nsubjpass dobj pobj")


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
    with_article: int = 0

    @property
    def article(self) -> bool:
        """Say whether running text has it with "the": "the Amber forest"."""
        return not self.plural and self.with_article * 2 > len(self.spans)


def terms(parsed: Parsed, short: dict[str, str]) -> list[Term]:
    """Return the terms that a sentence defines ("X is a ...", "X (ABC)"), with every place they are written."""
    found: dict[tuple[str, ...], Term] = {}
    small = {token.text for sentence in parsed.sentences for token in sentence.tokens if token.is_lower}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.dep_ == "nsubj" and token.head.lemma_ == "be" and (token.pos_ == "NOUN" or token.lower_ in small):
                _defined(token, found)
    _titled(parsed, found)
    _frequent(parsed, found)
    _shortened(short, found, _capitals(parsed) - {word.capitalize() for word in small})
    starts = {key[0] for key in found}
    if found:
        for sentence in parsed.sentences:
            _places(sentence, found, starts)
    return [term for term in found.values() if term.spans]


def _titled(parsed: Parsed, found: dict[tuple[str, ...], Term]) -> None:
    """Add what the title names by a common noun: "Amber forest" is a forest, and "the forest" is that one."""
    words = parsed.document.title.lower().split()
    key = tuple(words[words[:1] == ["the"] :])
    if not 2 <= len(key) <= LONGEST or not all(word.isalpha() for word in key):
        return
    place = key.index("of") - 1 if "of" in key[1:-1] else len(key) - 1
    if key[place] in EMPTY:
        return
    for sentence in parsed.sentences:
        lemmas = [token.lemma_.lower() for token in sentence.tokens]
        for i in range(1, len(lemmas) - len(key) + 1):
            head = sentence.tokens[i + place]
            if tuple(lemmas[i : i + len(key)]) == key and head.tag_ == "NN" and head.is_lower:
                name = " ".join(token.text for token in sentence.tokens[i : i + len(key)])
                found.setdefault(key, Term(name, key, {key[place]}))
                return


def _frequent(parsed: Parsed, found: dict[tuple[str, ...], Term]) -> None:
    """Add the words that the article often uses bare, as the name of a kind: "smallpox", "ctenophores"."""
    bare: defaultdict[tuple[str, bool], list[Token]] = defaultdict(list)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.tag_ in ("NNS", "NN", "NNP") and token.dep_ in BARE_PLACES and not any(token.children):
                bare[token.lemma_.lower(), token.tag_ == "NNS"].append(token)
    for (lemma, plural), uses in bare.items():
        small = [t for t in uses if t.lower_ == t.text and t.is_alpha]
        subjects = sum(t.dep_ in ("nsubj", "nsubjpass") for t in uses)
        if small and subjects >= (2 if plural else 1) and len(uses) >= OFTEN and lemma not in EMPTY:
            found.setdefault((lemma,), Term(small[0].lower_, (lemma,), set(), plural=plural))


def _capitals(parsed: Parsed) -> set[str]:
    """Return the words that the article writes with a capital where no sentence begins."""
    inner = (token for sentence in parsed.sentences for token in sentence.tokens[1:])
    return {token.text for token in inner if token.text[:1].isupper()}


def _shortened(short: dict[str, str], found: dict[tuple[str, ...], Term], capitals: set[str]) -> None:
    """Add what the article shortens; a first word that it never writes small keeps its capital, as "Argentine" does."""
    for abbreviation, full in short.items():
        if full[1:].islower():
            key = tuple(full.lower().split())
            name = full if full.split()[0] in capitals else full.lower()
            found.setdefault(key, Term(name, key, set())).abbreviation = abbreviation


def _defined(subject: Token, found: dict[tuple[str, ...], Term]) -> None:
    attribute = next((c for c in subject.head.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "NUM")), None)
    if attribute is None or not (_is_kind(attribute) or _kind_in(attribute) is not attribute) or not _is_bare(subject):
        return
    words = _phrase(subject)
    attribute = _kind_in(attribute)
    key = tuple(t.lemma_.lower() for t in words)
    if len(words) > LONGEST or subject.lemma_.lower() in EMPTY or not all(t.is_alpha for t in words):
        return
    name = " ".join(t.text if t.pos_ == "PROPN" and t.i != t.sent.start else t.lower_ for t in words)
    term = found.setdefault(key, Term(name, key, set(), plural=subject.tag_ == "NNS"))
    term.heads.add(attribute.lemma_.lower())


def _is_kind(attribute: Token) -> bool:
    """Tell whether the noun says what X is: "a disease", "predators"; not "the reason"."""
    articles = [c.lower_ for c in attribute.children if c.dep_ in ("det", "poss")]
    negated = any(c.dep_ == "neg" for c in (*attribute.children, *attribute.head.children))
    unique = any(c.tag_ == "JJS" or c.lower_ == "only" for c in attribute.children)
    return (
        not negated
        and attribute.lemma_ not in EMPTY
        and (
            articles in (["a"], ["an"])
            or (articles == ["the"] and unique)
            or (not articles and attribute.tag_ == "NNS")
        )
    )


def _kind_in(attribute: Token) -> Token:
    """Return "diseases" of "one of the deadliest diseases", else the noun itself."""
    inner = [t for prep in attribute.rights if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj"]
    return inner[0] if attribute.lower_ in ("one", "some") and inner and inner[0].tag_ == "NNS" else attribute


def _is_bare(subject: Token) -> bool:
    barred = any(
        c.dep_ in BARRED and c.lower_ not in ("a", "an")
        for c in subject.children
        if c.i < subject.i or c.dep_ != "appos"
    )
    return subject.pos_ in ("NOUN", "PROPN") and not barred


def _phrase(head: Token) -> list[Token]:
    return [*(c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")), head]


def _places(sentence: Sentence, found: dict[tuple[str, ...], Term], starts: set[str]) -> None:
    """Note each place where a term is written, the longest first; a part of a longer name does not count."""
    tokens: Tokens = sentence.tokens
    lemmas = [t.lemma_.lower() for t in tokens]
    i = 0
    while i < len(lemmas):
        if lemmas[i] not in starts:
            i += 1
            continue
        term = next((found[key] for n in range(LONGEST, 0, -1) if (key := tuple(lemmas[i : i + n])) in found), None)
        size = len(term.key) if term else 1
        last = tokens[i + size - 1]
        if (
            term
            and last.pos_ in ("NOUN", "PROPN")
            and last.dep_ not in ("compound", "nmod", "amod")
            and not _is_narrowed(tokens[i])
        ):
            term.spans.append(sentence.span_of(tokens[i], last))
            term.forms[" ".join(t.lower_ for t in tokens[i : i + size])] += 1
            term.with_article += i > 0 and tokens[i - 1].lower_ == "the"
        i += size


def _is_narrowed(first: Token) -> bool:
    """Tell whether a word before narrows the term: wound botulism is not botulism as such."""
    before = first.nbor(-1) if first.i > first.sent.start else None
    inside = before is not None and before.dep_ in ("compound", "amod", "nmod") and before.head.i >= first.i
    return inside or (before is not None and before.text in gazetteer.adjectives())
