"""Whether a clause lost what its verb or a noun cannot do without: "called", "was compelled", "took control"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from .clauses import Clause
from .grammar import PEOPLE_NOUNS, PROPER, children, has_child, listed

if TYPE_CHECKING:
    from .language import Token

# Verbs that say nothing without an object.
_TAKING = listed(
    "accept achieve acquire adopt announce approve ask attack award beat bring buy call capture cause claim complete "
    "conquer create defeat defend demand describe destroy discover enter establish exceed find follow found get give "
    "include introduce invade invent join keep kill lack lose make mean mention name need obtain offer oppose overtake "
    "own place possess produce propose provide publish put receive recognise recognize refuse regain reject release "
    "replace "
    "require reveal send share show sign suggest support surpass take tell throw use visit want watch win withdraw"
)
# The prepositions that such a verb may have instead.
_INSTEAD = {
    "call": listed("for on upon at"),
    "ask": listed("for about after"),
    "win": listed("against by over with"),
    "lose": listed("to against by"),
    "enter": listed("into"),
    "find": listed("for against in"),
    "follow": listed("from"),
    "provide": listed("for"),
    "withdraw": listed("from to into"),
    "watch": listed("over for as"),
    "use": listed("to"),
    "join": listed("with in"),
    "beat": listed("against at"),
    "claim": listed("for"),
    "get": listed("to into out from"),
    "sign": listed("for with to"),
    "take": listed("to"),
    "share": listed("in"),
    "lack": listed("in for"),
    "produce": frozenset[str](),
}
_COMPLEMENTS = ("dobj", "dative", "ccomp", "xcomp", "oprd", "attr", "acomp", "prt", "nsubjpass", "pcomp")
# Passives that leave open what was to be done.
_DRIVEN = listed(
    "compel force oblige require allow permit order urge persuade encourage invite entitle forbid enable ask tell "
    "instruct authorise authorize advise"
)
# Passives that leave open to, in or as what.
_PLACED = {
    "add": listed("to onto on"),
    "attach": listed("to"),
    "include": listed("in among on within"),
    "elect": listed("as to for by with"),
    "appoint": listed("as to for by"),
    "nominate": listed("as to for by"),
    "select": listed("as to for by from"),
    "give": listed("to by"),
    "grant": listed("to by"),
    "award": listed("to by for"),
    "exclude": listed("from"),
    "remove": listed("from by"),
    "convert": listed("into to"),
    "compare": listed("with to"),
}
# Whom somebody warned says little without of what.
_TOLD = listed("warn remind assure reassure inform")
_TOLD_OF = listed("of about against on off over")
_ORDINALS = listed("first second third fourth fifth last")
_LIGHT = listed("take gain lose regain assume seize have play")
_LIGHT_OBJECTS = listed("control charge command part action responsibility advantage role influence effect impact lead")
# What somebody decided, answered or objected to must be said.
_RELATIONAL = listed(
    "objection opposition reply response answer reaction complaint refusal consent approval decision proposal request "
    "demand suggestion claim argument"
)
_ABOUT = listed("to of for against about on over")
_HAPPENINGS = listed("event incident proposal plan decision problem issue matter change situation thing suggestion")
_EXPLAINED = frozenset({"prep", "relcl", "acl", "ccomp", "appos", "xcomp"})
_JUDGED = frozenset({"estimate", "calculate", "find", "show", "suggest", "believe", "conclude", "think", "know"})
# What somebody says back, and what someone is the better in, only the sentence before tells.
_ANSWERING = listed("reply respond retort answer")
_RIVALLING = listed("overtake surpass outdo equal match rival")
_SENDING = listed("send take bring put lead")
_YEAR = re.compile(r"[12]\d{3}s?")


def is_truncated(clause: Clause) -> bool:
    """Say whether a verb of the clause or a noun in it lacks the complement that tells what it is about."""
    tokens = list(clause.tokens())
    shown = {token.i for token in tokens}
    if any(_is_light(token, shown) for token in tokens):
        return True
    if any(_lacks(verb, shown, passive=passive) for verb, passive in _verbs(clause, tokens)):
        return True
    if any(_leans(token, shown) for token in tokens if token.pos_ == "VERB"):
        return True
    return any(_is_open(token, shown) or _is_someone(token, clause, shown) for token in tokens)


def _verbs(clause: Clause, tokens: list[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield each verb of a clause of its own, and whether it is passive."""
    yield clause.verb, clause.passive or has_child(clause.verb, "auxpass")
    for token in tokens:
        if token != clause.verb and token.pos_ == "VERB" and token.dep_ in {"ccomp", "advcl"} and _is_finite(token):
            yield token, has_child(token, "auxpass")


def _is_finite(verb: Token) -> bool:
    """Say whether it has a subject of its own; the parser often takes a past form for a participle."""
    return has_child(verb, "nsubj", "nsubjpass") and not any(child.tag_ == "TO" for child in verb.children)


def _lacks(verb: Token, shown: Set[int], *, passive: bool) -> bool:
    kept = [child for child in verb.children if child.i in shown]
    leads = {_lead(child) for child in kept if child.dep_ in {"prep", "agent", "dative"} and not _is_time(child)}
    if passive:
        return _is_passive_open(verb, kept, leads)
    if verb.lemma_ in {"come", "finish"} and any(child.text.lower() in _ORDINALS for child in kept):
        return not leads
    if verb.lemma_ == "tell" and sum(child.dep_ in _COMPLEMENTS for child in kept) == 1:
        # Whom somebody told is said, but not what.
        return any(child.dep_ == "dobj" and child.ent_type_ for child in kept) and not leads & {"of", "about"}
    if verb.lemma_ in _TOLD and any(child.dep_ == "dobj" for child in kept):
        return not any(child.dep_ in {"ccomp", "xcomp", "prt"} for child in kept) and not leads & _TOLD_OF
    if verb.lemma_ not in _TAKING or any(child.dep_ in _COMPLEMENTS for child in kept):
        return False
    return not leads & _INSTEAD.get(verb.lemma_, frozenset()) and not _has_shared_object(verb, shown)


def _leans(verb: Token, shown: Set[int]) -> bool:
    """Say whether a verb leaves to the sentence before what was answered, in what someone was passed, or sent where."""
    kept = [child for child in verb.children if child.i in shown and child.i > verb.i]
    objects = [child for child in kept if child.dep_ in {"dobj", "dative"}]
    leads = {
        _lead(child) for child in kept if child.dep_ in {"prep", "prt", "advmod", "dative"} and not _is_time(child)
    }
    if verb.lemma_ in _ANSWERING:
        return not objects and not leads and any(child.dep_ == "ccomp" for child in kept)
    if verb.lemma_ in _RIVALLING:
        return bool(objects) and objects[0].ent_type_ == "PERSON" and not leads & listed("in as at by for with on to")
    alone = len(objects) == 1 and objects[0].tag_ == "PRP" and not any(child.dep_ == "xcomp" for child in kept)
    return verb.lemma_ in _SENDING and alone and not leads


def _is_passive_open(verb: Token, kept: list[Token], leads: set[str]) -> bool:
    if any(child.dep_ in {"dobj", "oprd", "attr", "xcomp", "ccomp"} or _is_infinitive(child) for child in kept):
        return False
    if any(child.dep_ == "prt" for child in kept):
        return verb.lemma_ == "give" and not leads
    if verb.lemma_ in _DRIVEN:
        return not leads - {"by", "in", "on", "at"}
    wanted = _PLACED.get(verb.lemma_)
    return wanted is not None and verb.tag_ == "VBN" and not leads & wanted


def _is_infinitive(child: Token) -> bool:
    return child.dep_ == "advcl" and any(each.text.lower() == "to" for each in children(child, "aux"))


def _has_shared_object(verb: Token, shown: Set[int]) -> bool:
    """Say whether a verb joined by "and" has the object, or "which" is it."""
    joined = [*children(verb, "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    own = any(child.i in shown and child.dep_ == "dobj" for each in joined for child in each.children)
    return own or any(child.tag_ in {"WDT", "WP"} and child.dep_ == "dobj" for child in verb.children)


def _lead(child: Token) -> str:
    word: str = child.text.lower()
    return word


def _is_time(child: Token) -> bool:
    found = children(child, "pobj")
    return bool(found) and all(each.ent_type_ in {"DATE", "TIME"} or _YEAR.fullmatch(each.text) for each in found)


def _is_light(noun: Token, shown: Set[int]) -> bool:
    """Say whether it is "took control" without "of the ship"."""
    if (
        noun.dep_ != "dobj"
        or noun.tag_ != "NN"
        or noun.lemma_.lower() not in _LIGHT_OBJECTS
        or noun.head.lemma_ not in _LIGHT
    ):
        return False
    kept = [
        child for each in (noun, noun.head) for child in each.children if child.i in shown and child.i > noun.head.i
    ]
    return not any(child.dep_ in {"prep", "acl", "compound", "xcomp"} and not _is_time(child) for child in kept)


def _is_open(token: Token, shown: Set[int]) -> bool:
    """Say whether a noun leaves open what it is about, or an "it" whom an estimate is of."""
    word = token.lemma_.lower()
    if token.text.lower() == "it" and token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ccomp":
        return token.head.head.lemma_ in _JUDGED
    if token.tag_ not in {"NN", "NNS"} or any(c.dep_ in _EXPLAINED and c.i in shown for c in token.children):
        return False
    before = [child for child in token.children if child.i < token.i and child.i in shown]
    if word in _RELATIONAL and any(child.dep_ == "poss" for child in before):
        behind = any(c.text.lower() in _ABOUT and c.dep_ == "prep" and c.i > token.i for c in token.head.children)
        return not behind and not any(child.dep_ in {"amod", "compound"} for child in before)
    return word in _HAPPENINGS and [child.text.lower() for child in before] in (["a"], ["an"], ["one"], ["some"])


def _is_someone(token: Token, clause: Clause, shown: Set[int]) -> bool:
    """Say whether a past event happened to "a young man", whom only the article names."""
    named = token == clause.subject.head or (token.dep_ == "pobj" and token.head.dep_ == "agent")
    if not named or clause.verb.tag_ not in {"VBD", "VBN"} or token.tag_ != "NN":
        return False
    if token.lemma_.lower() not in PEOPLE_NOUNS or any(
        child.dep_ in _EXPLAINED and child.i in shown for child in token.children
    ):
        return False
    before = [child for child in token.children if child.i < token.i]
    single = any(child.text.lower() in {"a", "an", "one", "another"} for child in before)
    return single and not any(child.tag_ in PROPER or child.ent_type_ == "NORP" for child in before)
