"""Whose clause it is: the subject of a verb, its own, shared with a verb before it, or the noun it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from . import inserts
from .grammar import DISCOURSE, NOUNS, SUBJECTS, children, has_child, is_proper, is_verb
from .parts import Part, Role, with_both_marks

if TYPE_CHECKING:
    from .language import Token


def owner(verb: Token, form: str, aside: inserts.Inserts) -> tuple[Token, Token] | str:
    """Return the subject's head and the verb it belongs to, or why there is none."""
    told_aside = _owner_of_aside(verb, form)
    if told_aside:
        return told_aside
    stolen = stolen_subject(verb)
    if stolen is not None:
        return stolen, verb
    at = verb
    while not has_child(at, *SUBJECTS, "expl", "csubj", "csubjpass"):
        if not _follows_link(at):
            return "broken_parse"
        if at.dep_ != "conj" or at.head == at or not is_verb(at.head):
            return "no_subject"
        at = at.head
        if has_child(at, "neg") or any(child.text.lower() in {"or", "nor"} for child in at.children):
            return "shared_negation"
    if has_child(at, "expl"):
        return (children(at, "expl")[0], at) if at == verb and _says_there_is(at) else "expletive"
    found = [child for child in children(at, *SUBJECTS) if child.i not in aside.dropped] or children(at, *SUBJECTS)[:1]
    if len(found) != 1:
        return "broken_parse"
    return found[0], at


def _owner_of_aside(verb: Token, form: str) -> tuple[Token, Token] | str:
    """Return what a relative clause or a participle is about, "" for any other form."""
    if form == "relative":
        return _antecedent(verb)
    if form == "postposed":
        return verb.head, verb.head.head
    if form == "participle":
        found = children(verb.head, *SUBJECTS)
        return (found[0], verb.head) if found and not has_child(verb, *SUBJECTS) else "no_subject"
    return ""


def _says_there_is(verb: Token) -> bool:
    """Say whether the clause tells that something exists: "There are nine islands in the lake"."""
    there = children(verb, "expl")[0]
    return there.text.lower() == "there" and there.i < verb.i and verb.lemma_ == "be" and has_child(verb, "attr")


def stolen_subject(verb: Token) -> Token | None:
    """Return the noun that stands before a coordinated verb and that the parser joined to the clause before.

    In "X is sold by A, and the rest is sold by B" that is "rest".
    """
    if verb.dep_ != "conj" or has_child(verb, *SUBJECTS, "expl"):
        return None
    first = _first(child for child in (verb, *verb.children) if child.i <= verb.i).left_edge
    noun = verb.doc[first.i - 1] if first.i else None
    while noun is not None and noun.dep_ != "conj" and noun.right_edge.i == first.i - 1 and noun.head != noun:
        noun = noun.head
    if noun is None or noun.tag_ not in NOUNS or noun.dep_ != "conj" or noun.right_edge.i != first.i - 1:
        return None
    before = noun.doc[noun.left_edge.i - 1]
    return noun if before.dep_ == "cc" and is_verb(verb.head) and noun.i > verb.head.i else None


def stolen(tokens: Sequence[Token]) -> frozenset[int]:
    """Return what belongs to stolen subjects, with the "and" before them: no other clause may show it."""
    found: set[int] = set()
    for token in tokens:
        noun = stolen_subject(token) if token.dep_ == "conj" and is_verb(token) else None
        if noun is not None:
            start = noun.left_edge.i - 1
            start -= noun.doc[start - 1].text == ","
            found.update(range(start, noun.right_edge.i + 1))
    return frozenset(found)


def _follows_link(verb: Token) -> bool:
    """Say whether a coordinated verb stands right behind its "and": a noun between them may be its true subject."""
    first = _first(child for child in (verb, *verb.children) if child.i <= verb.i and child.dep_ != "cc").left_edge
    place = first.i - 1
    while place > 0 and verb.doc[place].dep_ in {"advmod", "punct"} and verb.doc[place].text not in {",", ";"}:
        place -= 1
    return place >= 0 and (verb.doc[place].dep_ == "cc" or verb.doc[place].text in {",", ";"})


def _first(tokens: Iterable[Token]) -> Token:
    return min(tokens, key=lambda token: token.i)


def _antecedent(verb: Token) -> tuple[Token, Token] | str:
    """Return the named noun a relative clause is about, when its pronoun is the subject."""
    pronouns = [child for child in children(verb, *SUBJECTS) if child.tag_ in {"WDT", "WP"}]
    listed_name = has_child(verb.head, "conj", "cc") or verb.head.dep_ == "conj"
    if not pronouns or not is_proper(verb.head) or listed_name:
        return "relative_clause"
    if any(each.dep_ == "relcl" and each != verb and is_proper(each.head) for each in verb.subtree):
        return "broken_parse"
    return verb.head, verb


def phrase(head: Token, form: str, aside: inserts.Inserts) -> Part:
    """Return the subject's noun phrase as a part, without what is left out and what only joins it to the text."""
    tokens = [token for token in head.subtree if token.i not in aside.dropped]
    if form in {"relative", "postposed"}:
        clauses = {token.i for child in children(head, "relcl", "acl", "appos") for token in child.subtree}
        tokens = [token for token in tokens if token.i not in clauses and token.text not in {",", ";"}]
        tokens = [token for token in tokens if not _in_conjunct(token, head)]
    while tokens and tokens[-1].text == ",":
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].text == "," or _leans(tokens[0], head)):
        tokens.pop(0)
    tokens = with_both_marks(tokens)
    shown = head if head.i not in aside.dropped else next(
        (child for child in children(head, "appos", "nmod") if child.i not in aside.dropped), head
    )  # fmt: skip
    return Part(Role.SUBJECT, shown, tuple(tokens))


def _leans(token: Token, head: Token) -> bool:
    """Say whether the parser hung on a noun the adverb that joins the sentence to the one before."""
    return token.dep_ in {"advmod", "cc"} and token != head and token.text.lower() in DISCOURSE and token.tag_ != "JJ"


def _in_conjunct(token: Token, head: Token) -> bool:
    return any(token in set(child.subtree) for child in children(head, "conj", "cc"))
