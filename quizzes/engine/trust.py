"""Whether a clause was read right: each doubt is a small check on its shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .grammar import NOUNS, VERBAL, children, has_child, is_verb, listed
from .parts import Role

if TYPE_CHECKING:
    from .clauses import Clause
    from .inserts import Inserts
    from .language import Token

MARKS = frozenset({";", ":", "?", "…", "...", "(", ")"})
UNFINISHED = frozenset({"so", "that", "as", "than", "and", "or", "of", "which"})
HEADS = NOUNS | {"PRP", "CD", "VBG", "DT", "JJ", "JJR", "JJS", "WDT", "WP", "PRP$", "EX"}
ADVERBS = listed("sometimes often usually always even subsequently however generally rarely mostly particularly then")
# Verbs that take two objects: "gave him a ship".
GIVING = listed(
    "give award grant offer send show teach tell pay lend buy bring call name make elect appoint deny owe sell ask "
    "cost allow promise assign hand win earn consider declare find leave dub crown feed save bet charge refuse "
    "guarantee write bequeath cede rename title label term deem"
)
# Nouns that stand with a verb of either number.
EITHER = listed(
    "number majority minority half third quarter quarters rest percent % part proportion series species people police"
    " staff team government family group pair couple lot lots variety range none all some most any more each data media"
    " average headquarters politics geopolitics economics mathematics physics statistics athletics means news works"
    " barracks rabies measles diabetes handful dozen host crowd audience crew public thanks states nations"
)
COMPLETING = frozenset({Role.OBJECT, Role.COMPLEMENT, Role.ATTRIBUTE})


def doubt(clause: Clause, aside: Inserts) -> str:
    """Return why the clause cannot be trusted as read, "" when it can."""
    shown = list(clause.tokens())
    if any(token.i in aside.broken for token in shown) or not clause.subject.tokens:
        return "broken_parse"
    if _is_parted(clause, shown, aside):
        return "broken_parse"
    return next((reason for reason, check in DOUBTS if check(clause, shown)), "")


def _is_loose(clause: Clause, shown: list[Token]) -> bool:
    """Something hangs on the verb that the parser could not place, or the text stops short."""
    if has_child(clause.verb, "dep", "csubj", "csubjpass", "parataxis") or len(clause.of(Role.AGENT)) > 1:
        return True
    if any(after.i == before.i + 2 and before.doc[before.i + 1].text == ";" for before, after in pairwise(shown)):
        return True
    return any(MARKS & {token.text, token.text[-1]} for token in shown) or shown[-1].text.lower() in UNFINISHED


def _is_cut_list(clause: Clause, shown: list[Token]) -> bool:
    """An "and" is left without what it joins."""
    joins = any(child.i > clause.verb.i and child not in shown for child in children(clause.verb, "cc"))
    return joins and not any(is_verb(child) for child in children(clause.verb, "conj"))


def _has_no_noun(clause: Clause, shown: list[Token]) -> bool:
    return clause.subject.head.tag_ not in HEADS or clause.subject.head.tag_ in VERBAL - {"VBG"}


def _has_swallowed_verb(clause: Clause, shown: list[Token]) -> bool:
    """The subject holds a verb: "the men drained swamps, covered ..."; or a year: "in 2022 analysts ..."."""
    tokens = clause.subject.tokens
    if tokens[0].tag_ == "RB" and tokens[0].text.lower() in ADVERBS:
        return True
    if any(token.dep_ == "acl" and token.tag_ == "VBN" and has_child(token, "dobj") for token in tokens):
        return True
    return tokens[0].tag_ == "CD" and len(tokens[0].text) == len("2022") and tokens[0].text.isdigit()


def _is_parted(clause: Clause, shown: list[Token], aside: Inserts) -> bool:
    """A lone comma parts the subject from its verb."""
    last = clause.subject.tokens[-1]
    following = [token for token in shown if token.i > last.i]
    if clause.form != "main" or not following:
        return False
    between = last.doc[last.i + 1 : following[0].i]
    return len(between) == 1 and between[0].text == "," and between[0].i not in aside.dropped


def _is_misplaced(clause: Clause, shown: list[Token]) -> bool:
    """A part stands where no part of its kind does."""
    for part in clause.rest:
        if part.comma and (part.role in COMPLETING or part.head.dep_ == "npadvmod"):
            return True
        if part.role is Role.OBJECT and (part.tokens[0].tag_ in {"VBN", "VBD"} or part.tokens[0].text == "for"):
            return True
    return any(len(part.tokens) == 1 and part.head.dep_ == "prep" for part in clause.opening)


def _is_patched(clause: Clause, shown: list[Token]) -> bool:
    """An adjective follows a noun where something between them was left out."""
    return any(
        after.i > before.i + 1
        and before.tag_ in NOUNS
        and (after.tag_ == "JJ" or (after.tag_ == "RB" and after.head.tag_ == "JJ" and after.head.i > after.i))
        and (after.tag_ == "RB" or all(each.text != "," for each in before.doc[before.i + 1 : after.i]))
        for before, after in pairwise(shown)
    )


def _has_two_objects(clause: Clause, shown: list[Token]) -> bool:
    """Two objects stand behind a verb that takes one: the noun before them was the verb's own."""
    objects = clause.of(Role.OBJECT, Role.DATIVE, Role.ATTRIBUTE)
    bare = [part for part in objects if part.head.tag_ in NOUNS and part.tokens[0].dep_ != "prep"]
    return len(bare) > 1 and clause.verb.lemma_ not in GIVING


def _is_inverted(clause: Clause, shown: list[Token]) -> bool:
    if clause.form != "main":
        return False
    verbs = [each for each in clause.middle if not isinstance(each, str) and each.dep_ in {"aux", "auxpass"}]
    return any(each.i < clause.subject.head.i for each in (*verbs, clause.verb))


def disagrees(clause: Clause, _shown: Sequence[Token] = ()) -> bool:
    """Subject and verb differ in number: the verb is another's, or the sentence was never looked through."""
    head, verb = clause.subject.head, _with_a_number(clause)
    if verb is None or has_child(head, "conj", "cc", "appos") or head.text.lower() in EITHER:
        return False
    word = verb.text.lower()
    if verb.tag_ == "VBZ" or word == "was":
        # "Two minutes is long", but not "two systems needs".
        measured = word in {"is", "was"} and has_child(head, "nummod")
        return head.tag_ == "NNS" and head.text.islower() and not measured
    if verb.tag_ != "VBP" and word != "were":
        return False
    several = any(inner.tag_ == "NNS" for of in children(head, "prep") for inner in children(of, "pobj"))
    return (head.tag_ == "NN" and several) or (
        head.tag_ == "NNP" and head.ent_type_ == "GPE" and word in {"are", "were"}
    )


def _with_a_number(clause: Clause) -> Token | None:
    """Return the verb that agrees with the subject, None where it has none or its forms are alike."""
    own = [each for each in clause.middle if not isinstance(each, str) and each.dep_ in {"aux", "auxpass"}]
    first = own[0] if own else clause.verb
    return first if clause.form in {"main", "whole"} and first.tag_ in {"VBZ", "VBP", "VBD"} else None


def _is_shuffled(clause: Clause, shown: list[Token]) -> bool:
    order = [token.i for token in shown]
    return clause.form == "main" and order != sorted(order)


DOUBTS: tuple[tuple[str, Callable[[Clause, list[Token]], bool]], ...] = (
    ("inverted", _is_inverted),
    ("broken_parse", _is_loose),
    ("broken_parse", _is_cut_list),
    ("broken_parse", _has_no_noun),
    ("broken_parse", _has_swallowed_verb),
    ("broken_parse", _is_misplaced),
    ("broken_parse", _is_shuffled),
    ("broken_parse", _has_two_objects),
    ("broken_parse", _is_patched),
    ("broken_parse", disagrees),
)
