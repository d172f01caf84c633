"""Who or what a name is, told beside it: "Kigali, the capital of Rwanda," and "its major tributary, the Aare"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .. import inserts
from ..clauses import Clause
from ..grammar import FINITE, NOUNS, children, has_child, is_person, is_plural, is_proper, listed
from ..parts import Part, Role
from ..words import telling
from .base import AnswerType, Fact, Pair
from .definition import PERSONS, asked_of
from .told import Told
from .view import View, trusted

if TYPE_CHECKING:
    from ..language import Token

_FEWEST, _MOST = 2, 25
_NAME = re.compile(r"\b[A-Z]\w")
_PAST = frozenset({"was", "were", "had", "did"})
# Who speaks in an article of our days is, when it is written, what he is called beside his words or his name.
_QUOTING = frozenset({"say", "add", "explain", "warn"})
_YEAR = re.compile(r"\b[12]\d{3}\b")
_STAYING = listed("village town city river lake mountain island suburb peninsula valley volcano bay")
_NO_MORE = re.compile(r"\b(?:then|former|formerly|ancient|old|medieval|ruined|abandoned|lost|now)\b")
# A list that such a verb opens may go on behind the phrase.
_LISTING = frozenset({"include", "contain", "comprise", "unlike"})
_NO_PERSONS = frozenset({AnswerType.ORGANISATION, AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.WORK})
_COMPLETING = frozenset({"prep", "relcl", "acl"})
_POSTS = listed(
    "president minister premier chancellor governor mayor senator ambassador secretary commissioner director chairman"
    " chairwoman chair chief head professor dean rector bishop archbishop ceo executive officer speaker treasurer"
    " leader manager editor captain coach curator lecturer king queen emperor"
)


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each noun phrase in commas that says what the name before it, or after it, is."""
    tokens = list(view.sentence.tokens)
    pairs = [pair for token in tokens if token.dep_ == "appos" and (pair := _pair(token))]
    aside = inserts.find(tokens) if pairs else None
    for name, phrase in pairs:
        if aside is None or any(token.i in aside.broken for token in (*name.tokens, *phrase.tokens)):
            continue
        fact = _fact(view, name, phrase)
        if fact:
            yield fact


def _pair(token: Token) -> tuple[Part, Part] | None:
    """Return the name and what it is said to be, None where the two are no such pair."""
    head = token.head
    first, after = token.left_edge, token.right_edge.i + 1
    closed = after >= len(token.doc) or token.doc[after].text in {",", ".", ";"} or token.doc[after - 1].text == "."
    if token.doc[first.i - 1].text != "," or not closed or _is_listed(head) or _is_listed(token):
        return None
    if token.tag_ in {"NN", "NNS"} and (is_proper(head) or (head.tag_ == "NNS" and not has_child(head, "det", "amod"))):
        named = _phrase(head, Role.SUBJECT, before=token)
        return (named, _phrase(token, Role.ATTRIBUTE)) if _is_description(token) else None
    if is_proper(token) and head.tag_ == "NN" and _is_one(head):
        return _phrase(token, Role.SUBJECT), _phrase(head, Role.ATTRIBUTE, before=token)
    return None


def _is_listed(noun: Token) -> bool:
    return noun.dep_ == "conj" or has_child(noun, "cc", "conj")


def _is_description(noun: Token) -> bool:
    """Say whether a noun phrase tells what kind of thing something is: with its article, or with what completes it."""
    if noun.tag_ == "NNS" or has_child(noun, "det", "poss"):
        return True
    # "Director of the museum" is a post; nobody "is son of" another.
    return has_child(noun, *_COMPLETING) and noun.lemma_.lower() in _POSTS


def _is_one(noun: Token) -> bool:
    """Say whether only one thing is meant: "its largest lake", "the capital of Chile"."""
    of = [child for child in children(noun, "prep") if child.text.lower() in {"of", "in"}]
    best = [child for child in children(noun, "amod") if child.tag_ == "JJS"]
    return has_child(noun, "poss") or (has_child(noun, "det") and bool(of or best))


def _phrase(noun: Token, role: Role, before: Token | None = None) -> Part:
    """Return the noun's phrase up to a comma, or up to the apposition it bears."""
    tokens = list(noun.subtree)
    aside = {
        token.i
        for each in tokens
        for child in children(each, "appos", "relcl")
        if _is_aside(child)
        for token in child.subtree
    }
    if before is not None:
        aside |= {token.i for token in tokens if token.i >= before.left_edge.i}
    tokens = [token for token in tokens if token.i not in aside]
    while tokens and tokens[-1].text in {",", ".", ";"}:
        tokens.pop()
    return Part(role, noun, tuple(tokens))


def _is_aside(token: Token) -> bool:
    """Say whether a comma sets an apposition or a clause apart; "California, Berkeley" is one name."""
    apart = token.doc[token.left_edge.i - 1].text == ","
    return apart and not (token.dep_ == "appos" and is_proper(token) and is_proper(token.head))


def _fact(view: View, name: Part, phrase: Part) -> Fact | None:
    if not _FEWEST <= len(phrase.tokens) <= _MOST or not name.tokens or any(t.text in '";()' for t in phrase.tokens):
        return None
    entity = view.knowledge.entity(name.tokens, view.sentence)
    if entity is None or phrase.head.tag_ not in NOUNS or any(token.lemma_ in _LISTING for token in phrase.tokens):
        return None
    person = entity.type is AnswerType.PERSON
    if is_person(phrase.head) and entity.type in _NO_PERSONS:
        return None
    told = trusted(_clause(view, name, phrase), view.knowledge)
    if isinstance(told, str) or (told.clause.auxiliary in _PAST and _is_new(phrase)):
        return None
    return _of_person(told, name, phrase) if person else _of_thing(told, name, phrase)


def _clause(view: View, name: Part, phrase: Part) -> Clause:
    """Return what the apposition says as a clause in the tense of its sentence; who is quoted there is so still."""
    plural = is_plural(name.head) and phrase.head.tag_ == "NNS"
    root = next((token for token in view.sentence.tokens if token.dep_ == "ROOT"), phrase.head)
    verb = _governing(name.head)
    helpers = {child.text.lower() for child in children(verb, "aux", "auxpass")}
    past = (verb.tag_ == "VBD" or bool(helpers & _PAST)) and not _is_so_still(view, name, phrase, root)
    be = ("were" if plural else "was") if past else ("are" if plural else "is")
    return Clause(view.sentence, phrase.head, name, (), (be,), (), (phrase,), be, False, False, "apposition")


def _governing(noun: Token) -> Token:
    """Return the nearest verb above a noun that has a time of its own: "is opening" of "who is opening X, a school"."""
    above = [noun, *noun.ancestors]
    return next((each for each in above if each.tag_ in FINITE or _has_helper(each)), above[-1])


def _has_helper(verb: Token) -> bool:
    return any(child.tag_ != "TO" for child in children(verb, "aux", "auxpass"))


def _is_new(phrase: Part) -> bool:
    """Say whether it is called new: nobody says afterwards that it was."""
    return any(child.text.lower() == "new" for child in children(phrase.head, "amod"))


def _is_so_still(view: View, name: Part, phrase: Part, root: Token) -> bool:
    """Say whether who is described speaks in the article, and no year tells that it was once, or a town stays one."""
    if root.lemma_ in _QUOTING or (phrase.head.lemma_ in _STAYING and not _NO_MORE.search(view.sentence.text)):
        return True
    entity = view.knowledge.entity(name.tokens, view.sentence)
    return not _YEAR.search(view.sentence.text) and entity is not None and entity.name in view.knowledge.speakers


def _of_person(told: Told, name: Part, phrase: Part) -> Fact | None:
    if not is_person(phrase.head) and phrase.head.lemma_.lower() not in PERSONS:
        return None
    text, shown = told.text(phrase.tokens), told.text(name.tokens)
    # A gap before a description of many could be filled by others as well.
    who = told.answer(name.tokens, AnswerType.PERSON, told.ask_subject("who")) if _singles_out(told, phrase) else None
    asked = told.ask("who", phrase) if len(telling(text)) >= _FEWEST else ""
    what = told.answer(phrase.tokens, AnswerType.ROLE, asked, anchored=True)
    return told.fact("role", [who, what], pair=Pair("person-role", shown, text), weight=0.7)


def _singles_out(told: Told, phrase: Part) -> bool:
    """Say whether a description holds of one alone, and names of what: "a doctor in India" may be anybody."""
    first = phrase.tokens[0].text.lower()
    return (
        first not in {"a", "an"} and phrase.head.tag_ in {"NN", "NNP"} and bool(_NAME.search(told.text(phrase.tokens)))
    )


def _of_thing(told: Told, name: Part, phrase: Part) -> Fact | None:
    first = phrase.tokens[0].text.lower()
    kind = told.kind(name.tokens, name.head)
    definite = first == "the" or has_child(phrase.head, "poss")
    if len(telling(told.text(phrase.tokens))) < _FEWEST or (definite and not _singles_out(told, phrase)):
        return None
    one = definite
    wh = asked_of(told, name, phrase) if one else ""
    answers = [told.answer(name.tokens, kind, told.ask_subject(wh) if wh else "", anchored=True)]
    pair = None
    if first in {"a", "an"} or phrase.head.tag_ == "NNS":
        answers.append(told.answer(phrase.tokens, AnswerType.TERM, told.ask("what", phrase), anchored=True))
        pair = Pair("term-meaning", told.text(name.tokens), told.text(phrase.tokens))
    return told.fact("definition", answers, pair=pair, weight=0.8)
