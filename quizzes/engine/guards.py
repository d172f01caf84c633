"""Why a clause may not be asked about: each check is one named reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .clauses import Clause
from .grammar import (
    NOUNS,
    OPINION,
    PRONOUNS,
    REFLEXIVES,
    RELATIONAL,
    SUBJECTS,
    VAGUE_TIME,
    children,
    is_proper,
    is_speaker_or_reader,
    listed,
    lowered,
)
from .parts import Role
from .truncated import is_truncated

if TYPE_CHECKING:
    from .language import Token

_YEAR = re.compile(r"[12]\d{3}")
QUANTIFIERS = listed("most some many several few both all each every neither either")
VAGUE_PHRASES = re.compile(
    r"\b(?:at present|at the moment|to date|so far|these days|in the (?:past|future)"
    r"|(?:this|last|next|that|the same|the previous|the following) (?:year|month|week|day|time|season|decade|century"
    r"|spring|summer|autumn|fall|winter)"
    r"|in recent (?:years|times|decades|months)|the latter|the former(?! \w)|at (?:the|this|that) (?:same )?time"
    r"|as (?:such|follows)|that (?:followed|ensued|resulted)|do(?:es)? so|did so|the one|later that)\b"
)
WEAK_VERBS = frozenset({"do", "go", "get", "let", "seem", "appear", "happen", "matter", "deserve"})
MONTH = re.compile(r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b")
COMPLETING = frozenset({"prep", "relcl", "acl", "appos", "nummod"})
WEAK = frozenset(
    {"same", "new", "old", "other", "first", "second", "third", "whole", "entire", "main", "final", "last"}
    | {"fourth", "fifth", "two", "three", "four", "five", "six", "popular", "famous", "young"}
)
ORDINALS = listed("first second third fourth fifth sixth seventh eighth ninth tenth")
# One of its kind in general, yet in a story one that the article tells of: "the family moved".
OF_A_STORY = listed(
    "family household home workplace ground danger risk help chance role ability process purpose number degree extent "
    "opposite contrary majority minority rest case body"
)
POINTING = frozenset({"amod", "det", "predet", "pobj", "nsubj", "nsubjpass", "dobj", "advmod", "attr", "acomp"})
COMPARED_HERE = frozenset({"following", "different", "above", "below", "same", "similar"})
# What was joined, followed or refused, the sentence before says.
LEANING_VERBS = listed(
    "join follow continue remain stay agree disagree respond reply react help try fail succeed start stop begin resume "
    "act apply refuse accept comply participate benefit suffer object leave arrive return come go depart land set"
)
WHOLE = (Role.OBJECT, Role.COMPLEMENT, Role.ATTRIBUTE, Role.CONTENT, Role.PHRASE, Role.PURPOSE, Role.PLACE)
# Whose members, officials or critics they are, the sentence before says.
RELATIVES = listed(
    "member state resident official leader critic supporter delegate troop force author researcher scientist expert "
    "observer analyst opponent participant"
)
# "The army took guns with it": these go with the subject's own place.
_ABOUT_ONESELF = listed("with around behind before after under above below beneath beside near within")
INDEFINITE = frozenset({"something", "anything", "someone", "somebody", "everything", "nothing", "anyone", "everyone"})
SPEECH = frozenset({"say", "tell", "think", "believe", "claim", "argue", "suggest", "report"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause's references mean: what to write, what stays unknown, where the clause explains a pronoun."""

    rewrite: Mapping[int, str]
    unresolved: frozenset[int]
    echoes: Mapping[int, int] = field(default_factory=dict)
    known: frozenset[int] = frozenset()


def is_written_out(token: Token, rewrite: Mapping[int, str]) -> bool:
    """Say whether a reference was replaced by a name (a change of case is none)."""
    return rewrite.get(token.i, token.text).lower() != token.text.lower()


def refuse(clause: Clause, reading: Reading) -> str:
    """Return the first reason against the clause, "" when there is none."""
    tokens = list(clause.tokens())
    for reason, check in CHECKS:
        if check(clause, tokens, reading):
            return reason
    return ""


def _person(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return any(is_speaker_or_reader(token) for token in tokens)


def _asks(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return clause.sentence.text.rstrip("\"') ").endswith("?")


def _quoted(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """A clause that stands wholly inside a quotation is somebody's word, not the article's."""
    before = [token.text for token in clause.sentence.tokens if token.i < clause.verb.i]
    if _has_lost_its_marks(clause, tokens):
        return True
    return bool((before.count('"') + clause.sentence.quoted) % 2) or sum(t.text == '"' for t in tokens) % 2 == 1


def _has_lost_its_marks(clause: Clause, tokens: list[Token]) -> bool:
    """Say whether words are shown that stand in quotation marks which are not."""
    shown = {token.i for token in tokens}
    marks = [token.i for token in clause.sentence.tokens if token.text == '"']
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return any(first not in shown and any(first < i < last for i in shown) for first, last in pairs)


def _reference(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    if any(token.text.lower() in {"there", "here"} and token.tag_ == "RB" for token in tokens):
        return True
    return any(token.i in reading.unresolved and not is_written_out(token, reading.rewrite) for token in tokens) or any(
        _is_adrift(token, clause, reading) for token in tokens
    )


def _is_adrift(token: Token, clause: Clause, reading: Reading) -> bool:
    """Say whether a pronoun has nothing in its clause to mean."""
    word = token.text.lower()
    if word not in PRONOUNS or is_written_out(token, reading.rewrite) or token.tag_ in {"WDT", "IN"}:
        return False
    if word in {"that", "those"} and (token.tag_ in {"IN", "WDT"} or children(token, "prep", "relcl", "acl")):
        return False
    if word == "one":
        return _lacks_noun(token)
    if word in REFLEXIVES or token.i in reading.known:
        return False
    if _is_no_echo(token, clause, reading):
        return True
    if token == clause.subject.head and token.i in reading.echoes:
        return token.doc[reading.echoes[token.i]].dep_ not in SUBJECTS
    if token.i < clause.subject.tokens[0].i:
        return token.i not in reading.echoes and any(token in part.tokens for part in clause.opening)
    return token.i not in reading.echoes and not any(
        each.i < token.i and _agrees(token, each)
        for each in clause.tokens()
        if each.tag_ in NOUNS and _is_head(each, token) and (token != clause.subject.head or each.dep_ == "nsubj")
    )


def _is_no_echo(token: Token, clause: Clause, reading: Reading) -> bool:
    """Say whether an object was taken for its own subject, and nothing else is named: "WHO put him in charge of it"."""
    if token.dep_ not in {"dobj", "pobj"} or token.text.lower() not in {"it", "them"} or token.i not in reading.echoes:
        return False
    if token.head.text.lower() in _ABOUT_ONESELF:
        return False
    meant = token.doc[reading.echoes[token.i]]
    verb = next((each for each in token.ancestors if any(child.dep_ in SUBJECTS for child in each.children)), token)
    if meant.dep_ not in SUBJECTS or not (meant.head == verb or clause.verb.dep_ == "conj"):
        return False
    plural, over = token.text.lower() == "them", set(token.ancestors)
    others = [each for each in clause.tokens() if each.i < token.i and each.tag_ in NOUNS and each not in over]
    return not any(
        each != meant and each.head != verb and each.ent_type_ != "PERSON" and plural == (each.tag_ in {"NNS", "NNPS"})
        for each in others
    )


def _lacks_noun(one: Token) -> bool:
    """Tell "one was red" from "one to 33 cases", "one of the ships" and a name with "One"."""
    numbered = one.dep_ in {"nummod", "quantmod", "compound"} or one.tag_ in {"NNP", "PRP"}
    return not numbered and not any(child.text.lower() == "of" for child in one.children)


def _is_head(noun: Token, pronoun: Token) -> bool:
    return noun.dep_ not in {"compound", "nmod", "poss"} and noun != pronoun.head


def _agrees(pronoun: Token, noun: Token) -> bool:
    """Say whether the pronoun may mean this noun of its own clause."""
    word = pronoun.text.lower()
    plural = noun.tag_ in {"NNS", "NNPS"} or bool(children(noun, "conj"))
    if word in {"he", "his", "him", "she", "her"}:
        return False
    if pronoun.dep_ != "poss" and not {pronoun.dep_, noun.dep_} <= {"nsubj", "nsubjpass"}:
        return False
    if word in {"they", "them", "their", "theirs"}:
        return plural
    return not plural and noun.ent_type_ != "PERSON"


def _relational(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return any(
        token.text.lower() in INDEFINITE or _points_elsewhere(token) or _is_other(token, clause) for token in tokens
    )


def _points_elsewhere(token: Token) -> bool:
    """Say whether "similar" or "such" compares with something that the clause does not name."""
    word = token.text.lower()
    if word not in RELATIONAL or token.dep_ not in POINTING or (word == "such" and _next(token) == "as"):
        return False
    later = [child for child in [*token.children, *token.head.children] if child.i > token.i]
    return word not in COMPARED_HERE or not any(child.dep_ in {"pobj", "prep"} for child in later)


def _is_other(token: Token, clause: Clause) -> bool:
    heads_subject = token.head == clause.subject.head and token.i < clause.verb.i
    return token.text.lower() == "other" and heads_subject and _next(token) != "than"


def _compared(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """Say whether "more recent authors" is left without what it is compared with."""
    if any(token.text.lower() in {"than", "as"} for token in tokens):
        return False
    return any(
        token.dep_ == "amod"
        and (token.tag_ == "JJR" or any(child.text.lower() in {"more", "less"} for child in token.children))
        for token in tokens
    )


def _next(token: Token) -> str:
    place = token.i + 1
    return token.doc[place].text if place < len(token.doc) else ""


def _vague(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    if any(token.text.lower() in VAGUE_TIME and token.tag_ not in {"JJ"} for token in tokens):
        return True
    dated = any(_YEAR.fullmatch(token.text) for token in tokens)
    if not dated and any(
        token.text.lower() in {"later", "earlier"} and children(token, "npadvmod") for token in tokens
    ):
        return True
    return bool(VAGUE_PHRASES.search(" ".join(token.text.lower() for token in tokens)))


def _yearless(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """A past event "in August" without its year is nobody's to date."""
    past = clause.verb.tag_ in {"VBD", "VBN"}
    month = any(part.role is Role.TIME and MONTH.search(part.text) for part in clause.parts) or any(
        token.ent_type_ == "DATE" and MONTH.fullmatch(token.text.lower()) for token in tokens
    )
    return past and month and not any(_YEAR.fullmatch(token.text) for token in tokens)


def _bare_definite(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """Alone, "the plan" or "the event" points to a sentence that a question does not show."""
    past = clause.verb.tag_ in {"VBD", "VBN"}
    return any(
        token.text.lower() == "the"
        and not is_written_out(token, reading.rewrite)
        and _says_nothing(token.head, tokens, reading, past=past)
        for token in tokens
        if token.dep_ == "det"
    )


def _says_nothing(noun: Token, tokens: list[Token], reading: Reading, *, past: bool) -> bool:
    if (
        noun.tag_ not in {"NN", "NNS"}
        or (noun.i in reading.known and not (past and noun.lemma_ in OF_A_STORY) and not _is_counted(noun))
        or noun.i in reading.echoes
        or is_written_out(noun, reading.rewrite)
    ):
        return False
    if noun.ent_type_ in {"DATE", "TIME"} or noun.text[0].isdigit() or _next(noun)[:1].isupper():
        return False
    if any(_completes(child, tokens) for child in noun.children if child.i > noun.i):
        return False
    if any(token.lemma_ == noun.lemma_ and token.i < noun.i for token in tokens):
        return False
    return all(_adds_nothing(child) for child in noun.children if child in tokens and child.dep_ != "prep")


def _is_counted(noun: Token) -> bool:
    """Say whether it is one of several, as "the fourth element" is."""
    return any(child.text.lower() in ORDINALS for child in noun.children if child.i < noun.i)


def _completes(child: Token, tokens: list[Token]) -> bool:
    """Say whether what stands behind a noun says which one is meant; behind a comma it only tells more of it."""
    if child.dep_ not in COMPLETING or child not in tokens:
        return False
    return child.dep_ not in {"relcl", "prep"} or child.doc[child.left_edge.i - 1].text != ","


def _adds_nothing(child: Token) -> bool:
    """Say whether a word before the noun leaves open which one is meant: "the new plan", "the proposed plan"."""
    if child.dep_ == "amod" and child.tag_ == "VBN":
        return True
    return child.dep_ in {"det", "punct", "case", "cc", "conj"} or child.text.lower() in WEAK


def _opinion(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return bool(lowered(token for token in tokens if not is_proper(token)) & OPINION)


def _unspecific(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """A subject such as "most species" or "the problem" tells nobody what it is about."""
    subject = clause.subject
    words = [
        token
        for token in subject.tokens
        if token.dep_ not in {"det", "predet"} and token.text.lower() not in QUANTIFIERS
    ]
    quantified = any(token.text.lower() in QUANTIFIERS for token in subject.tokens[:1])
    if any(is_written_out(token, reading.rewrite) for token in subject.tokens):
        return False
    if all(token.lemma_.lower() in RELATIVES for token in words):
        return True
    return not words or (quantified and len(words) == 1 and words[0].tag_ in {"NN", "NNS"})


def _bare_number(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    head = clause.subject.head
    return (
        head.tag_ in {"CD", "DT", "JJ", "JJR", "JJS"}
        and not children(head, "prep", "nummod", "quantmod")
        and not is_written_out(head, reading.rewrite)
    )


def _half_range(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """Say whether "between" was lost from "between 10 and 15 million people"."""
    first = clause.subject.tokens[0]
    return first.tag_ == "CD" and first.i > 0 and first.doc[first.i - 1].text.lower() in {"between", "from"}


def _loose(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """Say whether a "which" opens it that belongs to the sentence, or an "as if" that mocks what stands before."""
    alone = any(len(part.tokens) == 1 and part.head.tag_ in {"WDT", "WP"} for part in clause.opening)
    return alone or any(part.text.startswith(("as if ", "as though ")) for part in clause.opening)


def _says_the_known_is_there(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    """Say whether "there was the debate": what is known needs not be told to exist, and stands in a story."""
    behind = clause.rest[0].tokens[0] if clause.subject.head.tag_ == "EX" and clause.rest else None
    return behind is not None and behind.text.lower() == "the"


def _imperative(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return clause.verb.tag_ == "VB" and not clause.middle


def _empty(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    if clause.verb.lemma_ in SPEECH and not clause.passive:
        return not clause.of(Role.CONTENT, Role.OBJECT, Role.COMPLEMENT)
    if clause.verb.lemma_ in {"have", "include", "contain", "comprise"} and not clause.passive:
        return not clause.of(Role.OBJECT)
    if clause.verb.lemma_ in LEANING_VERBS and not clause.passive and not clause.of(*WHOLE):
        return True
    return clause.verb.lemma_ in WEAK_VERBS and not clause.of(Role.OBJECT, Role.COMPLEMENT, Role.ATTRIBUTE)


def _cut(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return is_truncated(clause)


def _size(clause: Clause, tokens: list[Token], reading: Reading) -> bool:
    return len(tokens) > 55 or len([token for token in tokens if token.text.isalnum()]) < 4


type Check = Callable[[Clause, list[Token], Reading], bool]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("question", _asks),
    ("first_or_second_person", _person),
    ("imperative", _imperative),
    ("broken_parse", _half_range),
    ("broken_parse", _loose),
    ("nothing_told", _says_the_known_is_there),
    ("quotation", _quoted),
    ("unresolved_reference", _reference),
    ("bare_definite", _bare_definite),
    ("relational_word", _relational),
    ("comparison", _compared),
    ("vague_time", _vague),
    ("vague_time", _yearless),
    ("opinion", _opinion),
    ("unspecific_subject", _unspecific),
    ("unspecific_subject", _bare_number),
    ("nothing_told", _empty),
    ("nothing_told", _cut),
    ("too_long_or_short", _size),
)
