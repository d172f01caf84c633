"""What a sentence says in passing: parentheses, appositions, non-restrictive clauses; left out of statements.

Never left out: attribution and hedges (an insert that holds one breaks the clause it stands in).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .grammar import DASHES, FINITE, NOUNS, SUBJECTS, VERBAL, has_child, is_proper

if TYPE_CHECKING:
    from .language import Token

ATTRIBUTING = frozenset(
    {"according", "says", "said", "claimed", "claims", "argued", "perhaps", "allegedly", "reportedly"}
)
_OLDEST = 120
_NAMES = frozenset({"name", "nickname", "surname", "pseudonym", "title", "motto", "word"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "predet"})
_LISTED_ON = frozenset({"appos", "conj", "attr", "dep"})
BRACKETS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Inserts:
    """Tokens (by index) to leave out, and tokens that no statement may hold because their reading is unsure."""

    dropped: frozenset[int]
    broken: frozenset[int]


def find(tokens: Sequence[Token]) -> Inserts:
    """Return the inserts of one sentence."""
    dropped, broken = _bracketed(tokens)
    more, worse = _dashed([token for token in tokens if token.i not in dropped])
    dropped |= more
    broken |= worse
    more, worse = _after_colon([token for token in tokens if token.i not in dropped])
    dropped |= more
    broken |= worse
    for token in tokens:
        if token.i in dropped:
            continue
        if token.dep_ == "appos" and _is_list_member(token):
            continue
        if token.dep_ == "appos" or _is_age(token):
            more, worse = _apposition(token, tokens)
        elif token.dep_ == "prep" and _gives_examples(token):
            more, worse = _examples(token, tokens)
        elif (
            (token.dep_ in {"nsubj", "nsubjpass"} and _has_earlier_subject(token))
            or token.dep_ == "relcl"
            or (token.dep_ in {"acl", "advcl", "xcomp"} and token.tag_ in {"VBG", "VBN"} and token.head.i < token.i)
        ):
            more, worse = _closed_off(_enclosed(token, tokens), token, tokens)
        else:
            continue
        (broken if more & _attributed(tokens) else dropped).update(more)
        broken |= worse
    return Inserts(frozenset(dropped), frozenset(broken))


def _is_list_member(token: Token) -> bool:
    """Say whether a phrase goes on a list and explains nothing: "in Oslo, Bergen, the port of Bodø and Tromsø"."""
    listed = token.head.dep_ == "conj" or any(child.dep_ == "conj" for child in token.head.children)
    joined = any(child.dep_ == "cc" for each in (token.head, *token.head.conjuncts) for child in each.children)
    return listed and not joined and any(each.dep_ == "cc" for each in token.subtree)


def _is_age(token: Token) -> bool:
    """Say whether a number in commas tells a person's age: "Lars Holm, 30, sold ..."."""
    if token.tag_ != "CD" or not (token.text.isdecimal() and int(token.text) <= _OLDEST):
        return False
    behind_name = token.head.i < token.i and is_proper(token.head) and token.head.ent_type_ != "DATE"
    return behind_name and token.dep_ in {"nummod", "npadvmod", "appos"}


def _gives_examples(token: Token) -> bool:
    """Say whether a phrase behind a noun only adds to it: "such as ...", "including ...", "along with ..."."""
    word = token.text.lower()
    pair = {child.text.lower() for child in token.children} if word in {"such", "along", "together"} else set()
    return token.head.tag_ in NOUNS and (
        word in {"including", "like", "unlike"}
        or bool(pair & {"as", "with"})
        or (word == "as" and any(child.text.lower() == "such" for child in token.children))
    )


def _closed(token: Token, tokens: Sequence[Token]) -> set[int]:
    """Return the phrase with its commas where one stands on either side, nothing otherwise."""
    inside = _enclosed(token, tokens)
    last = _neighbour(token.right_edge, tokens, 1)
    return inside if last is not None and last.text == "," else set()


def _examples(token: Token, tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Return what to drop, or what is broken where the list of examples goes on behind the parsed phrase."""
    inside = _closed(token, tokens)
    after = _neighbour(token.right_edge, tokens, 2) if inside else None
    while after is not None and after.head.i > after.i and after.dep_ in _BEFORE_NOUN:
        after = after.head
    return (set(), inside | {token.head.i}) if after is not None and _goes_on(after) else (inside, set())


def _goes_on(noun: Token) -> bool:
    """Say whether a noun behind a list is one more of it, whatever else the parser takes it for."""
    listed = noun.dep_ in _LISTED_ON or (noun.dep_ == "dobj" and has_child(noun, "cc", "conj", "appos"))
    return listed and noun.tag_ in NOUNS | {"CD"}


def _attributed(tokens: Sequence[Token]) -> set[int]:
    return {token.i for token in tokens if token.text.lower() in ATTRIBUTING}


def _bracketed(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Drop what stands in brackets; an editor's bracket in a quotation, or a lone one, breaks the sentence."""
    dropped: set[int] = set()
    stack: list[tuple[str, int]] = []
    for token in tokens:
        if token.text in BRACKETS:
            stack.append((token.text, token.i))
        elif token.text in BRACKETS.values():
            if not stack or BRACKETS[stack[-1][0]] != token.text:
                return dropped, {each.i for each in tokens}
            opener, start = stack.pop()
            if opener != "(":
                return dropped, {each.i for each in tokens}
            dropped.update(range(start, token.i + 1))
    return (dropped, set()) if not stack else (dropped, {each.i for each in tokens})


def _dashes(tokens: Sequence[Token]) -> Iterator[Token]:
    for before, token in pairwise(tokens):
        if token.text in {"—", "--", "―"} or (token.text in DASHES | {"-"} and before.whitespace_):
            yield token


def _after_colon(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Drop what a colon announces; the sentence before it stands by itself."""
    colon = next((token for token in tokens if token.text == ":"), None)
    if colon is None:
        return set(), set()
    end = tokens[-1].i - (tokens[-1].text in {".", "!"})
    inside = {token.i for token in tokens if colon.i <= token.i <= end}
    root = any(token.dep_ == "ROOT" for token in tokens if token.i in inside)
    return (
        (set(), inside) if root or any(token.text == '"' for token in tokens if token.i in inside) else (inside, set())
    )


def _dashed(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Drop what stands between two dashes, or after a single one, unless the main verb is there."""
    marks = list(_dashes(tokens))
    if not marks:
        return set(), set()
    if len(marks) > 2:
        return set(), {token.i for token in tokens if marks[0].i <= token.i}
    end = marks[1].i if len(marks) == 2 else tokens[-1].i - (tokens[-1].text in {".", "!", '"'})
    inside = {token.i for token in tokens if marks[0].i <= token.i <= end}
    if any(token.dep_ == "ROOT" for token in tokens if token.i in inside) or inside & _attributed(tokens):
        return set(), inside
    return inside, set()


def _neighbour(token: Token, tokens: Sequence[Token], step: int) -> Token | None:
    place = token.i + step - tokens[0].i
    return tokens[place] if 0 <= place < len(tokens) else None


def _enclosed(token: Token, tokens: Sequence[Token]) -> set[int]:
    """Return the subtree with the commas around it, or nothing when no comma stands before it."""
    first, last = token.left_edge, token.right_edge
    if last.text in {".", "!"}:
        last = tokens[last.i - 1 - tokens[0].i]
    before, after = _neighbour(first, tokens, -1), _neighbour(last, tokens, 1)
    if before is not None and before.text == '"' and _closes(last, tokens):
        first, last = before, _closes(last, tokens) or last
        before, after = _neighbour(first, tokens, -1), _neighbour(last, tokens, 1)
    if before is not None and before.text == '"' and token.dep_ in {"acl", "advcl"}:
        before = _neighbour(before, tokens, -1)
    backward = token.head.i > token.i and not _has_earlier_subject(token)
    if before is None or before.text != "," or backward:
        return set()
    closing = {after.i} if after is not None and after.text == "," else set()
    return {index for index in {before.i} if before.i == first.i - 1} | set(range(first.i, last.i + 1)) | closing


def _closed_off(inside: set[int], token: Token, tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Return what to drop, or what is broken where no comma closes it: ", using it can help", ", who sang and the"."""
    after, next_but_one = _neighbour(token.right_edge, tokens, 1), _neighbour(token.right_edge, tokens, 2)
    if not inside or after is None:
        return inside, set()
    if token.dep_ in SUBJECTS:
        return (set(), inside) if _follows_participle(token) else (inside, set())
    if token.right_edge.dep_ == "cc" and token.right_edge.nbor(-1).text != ",":
        return set(), inside
    acts = token.dep_ != "relcl" and after.tag_ in FINITE
    joins = after.dep_ == "cc" and token.right_edge.text != ","
    goes_on = joins and next_but_one is not None and next_but_one.tag_ not in VERBAL | {"MD", "RB"}
    return (set(), inside | {after.i}) if acts or goes_on else (inside, set())


def _follows_participle(token: Token) -> bool:
    """Say whether what was taken for an earlier subject opens the sentence: "Born Ida Moe in Voss, Ida Holm ..."."""
    first = next(child for child in token.head.children if child.dep_ in SUBJECTS)
    return first.left_edge.tag_ in {"VBN", "VBG"}


def _is_listed(head: Token, token: Token) -> bool:
    """Say whether an apposition may be an item of a list: "double vision, dry mouth, and weakness"."""
    later = [child for child in head.children if child.dep_ in {"conj", "cc", "appos"} and child.i > token.i]
    return head.dep_ == "conj" or bool(later) or (token.dep_ == "appos" and head.dep_ == "appos")


def _are_places(head: Token, token: Token) -> bool:
    """Say whether a place is followed by where it lies: "Burbank, California"."""
    places = {"GPE", "LOC", "FAC"}
    return is_proper(head) and is_proper(token) and head.ent_type_ in places and token.ent_type_ in places


def _names_all(head: Token, token: Token) -> bool:
    """Say whether names tell who a number of things are: "three more sons, A, B and C"."""
    counted = any(child.tag_ == "CD" for child in head.children) and head.tag_ == "NNS"
    return counted and is_proper(token) and not has_child(head, "cc", "conj")


def _ends_list(head: Token, token: Token, tokens: Sequence[Token]) -> bool:
    """Say whether an apposition explains the last item of a list: "A, B, and C, another ship."."""
    last = head.dep_ == "conj" and has_child(head.head, "cc") and not has_child(head, "cc", "conj")
    described = token.tag_ in {"NN", "NNS"} and not has_child(token, "cc", "conj")
    return last and described and is_proper(head)


def _closes(last: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the quotation mark right behind `last`, a comma between them allowed."""
    after = _neighbour(last, tokens, 1)
    if after is not None and after.text == ",":
        after = _neighbour(after, tokens, 1)
    return after if after is not None and after.text == '"' else None


def _has_earlier_subject(token: Token) -> bool:
    """Say whether the verb has another subject before this one, which makes this one an apposition."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i for child in token.head.children)


def _apposition(token: Token, tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Drop "an X" in "Name, an X,", but the common noun in "the alliance, the Name,"."""
    head = token.head
    inside = _enclosed(token, tokens)
    if not inside:
        return set(), set()
    if token.tag_ == "CD":
        return (inside, set()) if _is_age(token) else (set(), set())
    if _are_places(head, token):
        return set(), set()
    if _names_all(head, token) or _ends_list(head, token, tokens):
        return inside, set()
    if _is_listed(head, token):
        return set(), inside | {head.i}
    if is_proper(token) and is_proper(head):
        if has_child(token, "cc", "conj") or has_child(head, "cc", "conj"):
            return set(), inside | {head.i}
        return set(), set()
    if _runs_on(token, tokens):
        return set(), inside | {head.i}
    return (_noun_before(token, inside, tokens) if is_proper(token) and head.tag_ in {"NN", "NNS"} else inside), set()


def _runs_on(token: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a verb follows that the apposition may be the subject of: "a must for 28, a quarter opted ..."."""
    after = _neighbour(token.right_edge, tokens, 1)
    while after is not None and after.text == ")":
        after = _neighbour(after, tokens, 1)
    return token.right_edge.text != "," and after is not None and after.tag_ in FINITE | {"VBN"}


def _is_of_several(head: Token) -> bool:
    """Say whether a noun tells of what something is one or some: "one of the islands" is no "one of Gotland"."""
    of = head.head
    return head.dep_ == "pobj" and of.text.lower() == "of" and of.head.tag_ in {"CD", "DT", "JJ", "JJS", "PDT"}


def _noun_before(token: Token, inside: set[int], tokens: Sequence[Token]) -> set[int]:
    """Return what to drop of "the alliance, the Name,": the common noun, but nobody "was given Karl" for "a name"."""
    head = token.head
    if head.lemma_ in _NAMES:
        return set()
    if has_child(token, "cc", "conj") or _is_of_several(head):
        return inside
    opening = {each.i for each in tokens if head.left_edge.i <= each.i <= head.i}
    commas = {index for index in inside if tokens[index - tokens[0].i].text == "," and index < token.left_edge.i}
    after = {index for index in inside if index > token.right_edge.i}
    return opening | commas | after | set(range(head.i + 1, token.left_edge.i))
