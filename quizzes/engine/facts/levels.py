"""What a clause asks of who judges it or answers from it: to recall a detail, or to see how two things are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..grammar import CAUSAL, NOUNS, SUBJECTS, children
from ..parts import Role
from .base import AnswerType, Level

if TYPE_CHECKING:
    from ..clauses import Clause
    from ..language import Token

_JOINING = (Role.CAUSE, Role.PURPOSE, Role.MEANS, Role.CONDITION)
_LINKING = frozenset({"because", "although", "though", "whereas", "if", "unless"})
_OPPOSING = frozenset({"despite", "unlike"})
# Verbs that join a cause with its effect by a preposition.
_GOVERNING = {"lead": {"to"}, "result": {"in", "from"}, "contribute": {"to"}, "stem": {"from"}, "arise": {"from"},
              "depend": {"on", "upon"}, "rely": {"on", "upon"}, "attribute": {"to"}}  # fmt: skip
_THINGS = frozenset({AnswerType.TERM, AnswerType.EVENT, AnswerType.OTHER})
_SUPERLATIVE = re.compile(r"(?<!one of )\bthe (?:\w+[- ])?(?:most [a-z]+|least [a-z]+|[a-z]{2,}(?<!for)est)\b")
_NO_SUPERLATIVE = re.compile(r"\b(?:west|east|north-?west|north-?east|south-?west|south-?east|latest|interest|request|"
                             r"forest|harvest|conquest|protest|contest|guest|rest|nest|chest|test|quest|priest|"
                             r"arrest|invest|suggest|midwest)\b", re.I)  # fmt: skip


def judging(clause: Clause) -> Level:
    """Return what judging the clause asks for: understanding where it joins a reason, an aim, an effect, a contrast."""
    linked = any(_links(token) for token in clause.tokens())
    return Level.UNDERSTANDING if clause.of(*_JOINING) or linked or _is_causal(clause) else Level.RECALL


def _links(token: Token) -> bool:
    """Say whether a word sets two things against each other, or makes the one a condition of the other."""
    word = token.text.lower()
    if word == "than":
        # "More than 300" compares with no other thing.
        return token.dep_ == "prep" and any(child.tag_ in NOUNS for child in children(token, "pobj"))
    if token.lemma_ == "cause" and token.dep_ in {"acl", "relcl"}:
        # "An infection caused by worms", not what is told of "the mills that cause smoke".
        return token.head.dep_ not in SUBJECTS and bool(children(token, "agent", "dobj"))
    if token.dep_ == "mark":
        return word in _LINKING
    return (token.dep_ == "prep" and word in _OPPOSING) or _reasons(token, word)


def _reasons(token: Token, word: str) -> bool:
    """Say whether a word tells why, how or what for: "because of", "due to", "by washing", "to defend the town"."""
    if word in {"because", "due"} and token.dep_ in {"prep", "pcomp", "amod"}:
        return any(child.text.lower() in {"of", "to"} for child in token.children)
    if token.tag_ == "VBG" and token.dep_ == "pcomp":
        return token.head.text.lower() == "by"
    # What is needed "for all to be safe" is no aim, nor what it would be wrong "to ban".
    aim = token.dep_ == "advcl" and token.tag_ == "VB" and token.head.dep_ == "ROOT" and token.head.lemma_ != "be"
    return aim and not children(token, *SUBJECTS) and any(each.tag_ == "TO" for each in children(token, "aux"))


def answering(clause: Clause, kind: AnswerType, stem: str) -> Level:
    """Return what answering asks for: understanding for a cause or an effect, and for what exceeds all others."""
    causal = kind in _THINGS and _is_causal(clause)
    exceeds = _SUPERLATIVE.search(_NO_SUPERLATIVE.sub("", stem)) is not None
    return Level.UNDERSTANDING if stem and (causal or exceeds) else Level.RECALL


def _is_causal(clause: Clause) -> bool:
    verb = clause.verb.lemma_
    subject = clause.subject.head
    if verb in CAUSAL:
        somebody = subject.tag_ == "PRP" or subject.ent_type_ == "PERSON"
        effect = (Role.AGENT,) if clause.passive else (Role.OBJECT, Role.CONTENT, Role.COMPLEMENT)
        return bool(clause.of(*effect)) and not somebody
    return any(each.text.lower() in _GOVERNING.get(verb, ()) for each in children(clause.verb, "prep"))
