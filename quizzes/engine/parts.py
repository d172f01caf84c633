"""What stands around a verb: each dependent as a part with its role, in surface order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from .grammar import CONNECTORS, DISCOURSE, NOUNS, SUBJECTS, children, has_child, is_verb, listed
from .timing import is_time

if TYPE_CHECKING:
    from .language import Token


class Role(StrEnum):
    """What a part does in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    DATIVE = "dative"
    ATTRIBUTE = "attribute"
    COMPLEMENT = "complement"
    CONTENT = "content"
    AGENT = "agent"
    TIME = "time"
    OCCASION = "occasion"
    PLACE = "place"
    CAUSE = "cause"
    PURPOSE = "purpose"
    MEANS = "means"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"
    ADVERB = "adverb"
    PARTICLE = "particle"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of tokens with one role; `comma` says that one stands before it."""

    role: Role
    head: Token
    tokens: tuple[Token, ...]
    comma: bool = False

    @property
    def text(self) -> str:
        """The part's words, for matching closed expressions only."""
        return " ".join(token.text.lower() for token in self.tokens)


CAUSES = (
    "because of", "due to", "owing to", "thanks to", "as a result of", "on account of", "as a consequence of",
    "in response to", "in reaction to", "in retaliation for", "in recognition of", "in protest at",
    "in protest against", "for fear of", "out of fear of", "for lack of",
)  # fmt: skip
PURPOSES = ("in order to", "in an effort to", "in an attempt to", "with the aim of", "for the purpose of")
OCCASIONS = frozenset({"during", "after", "before", "following", "upon", "throughout", "until", "since", "amid"})
PLACES = listed("in at on near inside outside across throughout off along above below beneath under")
LINKS = frozenset(
    {
        "as a result", "in addition", "for example", "for instance", "in fact", "in turn", "in particular", "of course",
        "in return", "in response", "in this way", "by contrast", "in contrast", "at first", "in the end", "as well",
    }
)  # fmt: skip
EXAMPLES = frozenset({"for example", "for instance"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
CONDITIONS = frozenset({"if", "unless", "whether", "once"})
WHENEVER = frozenset({"when", "after", "before", "until", "as", "since", "where", "whenever"})
CONCESSIONS = frozenset({"although", "though", "while", "whereas", "whilst"})
_MAY = frozenset({"can", "could", "may", "might", "would"})
SKIPPED = frozenset({"cc", "preconj", "punct", "aux", "auxpass", "neg", "intj", "meta", "mark"})


class PartReader:
    """Sorts the children of one verb into parts."""

    def __init__(self, verb: Token, dropped: frozenset[int], group: set[int]) -> None:
        """Take the verb, what no part may show, and the verbs that share its parts."""
        self.verb = verb
        self.dropped = dropped
        self.group = group
        self.adverbs: list[Token] = []

    def parts(self, start: int) -> tuple[list[Part], list[Part]]:
        """Return the parts before the subject and those after the verb."""
        opening, rest = [], []
        for child in self._dependents():
            part = None if self._is_skipped(child, start) else self._part(child)
            if part is None:
                continue
            if child.i < start:
                opening.append(part)
            elif child.i < self.verb.i:
                self._before_verb(child, part, opening)
            else:
                rest.append(part)
        return opening, _without_appositions(_with_whole_periods(rest))

    def _is_skipped(self, child: Token, start: int) -> bool:
        late = child.dep_ == "neg" and child.i > self.verb.i
        if (child.dep_ in SKIPPED and not late) or child.dep_ in {*SUBJECTS, "expl"}:
            return True
        if child.dep_ == "conj" and not self._is_joined(child):
            return True
        return self._is_link(child, start) or (child.dep_ == "ccomp" and child.i < start)

    def _is_joined(self, child: Token) -> bool:
        """Say whether "and" joins a phrase to what stands right before it, as far as that is shown."""
        first = child.left_edge.i
        link = child.doc[first - 1]
        if is_verb(child) or link.dep_ != "cc" or link.head != self.verb or first < self.verb.i + 2:
            return False
        before = child.doc[first - 3 if child.doc[first - 2].text == "," else first - 2]
        return before.i not in self.dropped

    def _dependents(self) -> list[Token]:
        heads = [token for token in self.verb.doc[self.verb.i : max(self.group) + 1] if is_verb(token)]
        found = (child for head in heads for child in head.children if child.i not in self.group)
        return sorted(found, key=lambda child: child.i)

    def _before_verb(self, child: Token, part: Part, opening: list[Part]) -> None:
        if child.dep_ == "advmod" and len(part.tokens) <= 2:
            self.adverbs.extend(part.tokens)
        else:
            opening.append(replace(part, comma=True))

    def _is_link(self, child: Token, start: int) -> bool:
        """Say whether the child only joins the clause to what was said before."""
        text = " ".join(token.text.lower() for token in child.subtree) if child.dep_ in {"prep", "advmod"} else ""
        if text in EXAMPLES or text == "as well" or (text in LINKS and child.i < self.verb.i):
            return True
        if child.dep_ == "advmod" and child.text.lower() == "later" and list(child.children):
            return any(is_time(list(each.subtree)) for each in children(self.verb, "prep", "npadvmod"))
        links = DISCOURSE if child.i < start else CONNECTORS
        return child.dep_ in {"advmod", "prep"} and child.text.lower() in links and not list(child.children)

    def _part(self, child: Token) -> Part | None:
        tokens = [token for token in child.subtree if token.i not in self.dropped]
        while tokens and (tokens[-1].text in {",", ";", ":", "."} or tokens[-1].dep_ == "cc"):
            tokens.pop()
        while tokens and tokens[0].text in {","}:
            tokens.pop(0)
        tokens = with_both_marks(tokens)
        if not tokens:
            return None
        role = role_of(child, tokens)
        if role is None:
            return None
        first = tokens[0]
        before = first.doc[first.i - 1] if first.i else None
        comma = before is not None and before.text == "," and before.i not in self.dropped
        shown = child if child.i not in self.dropped else next((t for t in tokens if t.dep_ == "appos"), child)
        return Part(role, shown, tuple(tokens), comma)


def _with_whole_periods(parts: list[Part]) -> list[Part]:
    """Join "from 1905" and "to 1907", which the parser hangs on the verb one by one."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        ends = part.tokens[0].text.lower() in {"to", "until", "till", "through"} and part.tokens[-1].text.isdigit()
        if before is not None and ends and before.role is Role.TIME and before.tokens[0].text.lower() == "from":
            joined[-1] = replace(before, tokens=before.tokens + part.tokens)
        else:
            joined.append(part)
    return joined


def _without_appositions(parts: list[Part]) -> list[Part]:
    """Leave out a last noun phrase behind a comma, which explains the one before: "its first ship, the Vigilant"."""
    if len(parts) < 2 or not parts[-1].comma or parts[-1].head.tag_ not in NOUNS:
        return parts
    before, last = parts[-2], parts[-1]
    explains = last.head.dep_ in {"npadvmod", "attr", "dobj", "appos", "oprd"} and last.role is not Role.TIME
    named = before.role in {Role.OBJECT, Role.ATTRIBUTE} and not before.comma
    listed_on = has_child(last.head, "cc", "conj") or has_child(before.head, "conj")
    return parts[:-1] if explains and named and not listed_on else parts


def with_both_marks(tokens: list[Token]) -> list[Token]:
    """Return the phrase with the quotation mark that stands right before or behind it, where one is missing."""
    if not tokens or sum(token.text == '"' for token in tokens) % 2 == 0:
        return tokens
    before, after = tokens[0].i - 1, tokens[-1].i + 1
    if before >= 0 and tokens[0].doc[before].text == '"':
        return [tokens[0].doc[before], *tokens]
    if after < len(tokens[0].doc) and tokens[0].doc[after].text == '"':
        return [*tokens, tokens[0].doc[after]]
    return tokens


def with_links(verb: Token, parts: list[Part], dropped: frozenset[int]) -> list[Part]:
    """Return the parts with each "and" of the verb that joins no verb put back between what it joins."""
    verbs = [each.i for each in children(verb, "conj") if is_verb(each)]
    for link in children(verb, "cc"):
        if link.i > verb.i and link.i not in dropped and not any(i > link.i for i in verbs):
            parts = _linked(verb, link, parts, dropped)
    return parts


def _linked(verb: Token, link: Token, parts: list[Part], dropped: frozenset[int]) -> list[Part]:
    """Put one "and" into the part that it stands in, or join the two parts that it stands between."""
    place = next((n for n, part in enumerate(parts) if link.i + 1 in {token.i for token in part.tokens}), None)
    if place is None:
        return parts
    start = place - 1 if parts[place].tokens[0].i > link.i else place
    if start < 0 or (start < place and not _are_alike(parts[start], parts[place], link)):
        return parts
    before = verb.doc[link.i - 1]
    comma = [before] if before.text == "," else []
    tokens = [*comma, link, *(token for part in parts[start : place + 1] for token in part.tokens)]
    kept = sorted({token.i: token for token in tokens if token.i not in dropped}.items())
    return [*parts[:start], replace(parts[start], tokens=tuple(token for _, token in kept)), *parts[place + 1 :]]


def _are_alike(left: Part, right: Part, link: Token) -> bool:
    """Say whether two parts of one kind stand on either side of an "and"."""
    adjacent = left.tokens[-1].i >= link.i - 2
    kinds = [{"IN": "prep", "TO": "prep"}.get(part.head.tag_, part.head.tag_[:2]) for part in (left, right)]
    return adjacent and kinds[0] == kinds[1]


def role_of(child: Token, tokens: Sequence[Token]) -> Role | None:
    """Return the role of a verb's dependent, None when the clause is better told without it."""
    simple = {
        "dobj": Role.OBJECT, "dative": Role.DATIVE, "attr": Role.ATTRIBUTE, "acomp": Role.COMPLEMENT,
        "oprd": Role.COMPLEMENT, "xcomp": Role.COMPLEMENT, "ccomp": Role.CONTENT, "prt": Role.PARTICLE,
    }  # fmt: skip
    if child.dep_ in simple and child.tag_ != "IN":
        return simple[child.dep_]
    text = " ".join(token.text.lower() for token in tokens)
    if child.dep_ in {"prep", "agent", "dative"}:
        return _role_of_preposition(child, text, tokens)
    if child.dep_ == "advcl":
        return _role_of_adverbial(child, tokens)
    if child.dep_ in {"npadvmod", "advmod", "neg"}:
        return Role.TIME if is_time(tokens) else Role.ADVERB
    return Role.PHRASE


def _role_of_preposition(child: Token, text: str, tokens: Sequence[Token]) -> Role | None:
    word = child.text.lower()
    if word == "with" and any(has_child(inner, *SUBJECTS) for inner in children(child, "pcomp")):
        return None
    if text.startswith("according to"):
        return Role.ATTRIBUTION
    if text.startswith(CAUSES) or word == "because":
        return Role.CAUSE
    if text.startswith(PURPOSES):
        return Role.PURPOSE
    if word == "by":
        return _role_of_by(child)
    if is_time(tokens):
        return Role.TIME
    if word in OCCASIONS:
        return Role.OCCASION
    places = [token for token in child.children if token.dep_ == "pobj" and token.ent_type_ in PLACE_ENTITIES]
    return Role.PLACE if word in PLACES and places else Role.PHRASE


def _role_of_by(child: Token) -> Role:
    """Tell "caused by eating" and "written by Homer" from "prevented by washing" under a modal, which is a means."""
    passive = child.dep_ == "agent" or child.head.tag_ == "VBN"
    if has_child(child, "pcomp"):
        modal = any(aux.tag_ == "MD" for aux in children(child.head, "aux"))
        return Role.AGENT if passive and not modal else Role.MEANS
    return Role.AGENT if passive else Role.PHRASE


def _role_of_adverbial(child: Token, tokens: Sequence[Token]) -> Role | None:
    first = tokens[0].text.lower()
    marks = {token.text.lower() for token in children(child, "mark", "advmod")} | {first}
    if "because" in marks:
        return Role.CAUSE
    if marks & CONDITIONS:
        return Role.CONDITION
    if first == "so" and "that" in marks and _MAY & {aux.text.lower() for aux in children(child, "aux")}:
        return Role.PURPOSE
    if marks & CONCESSIONS or (first == "so" and "to" not in marks):
        return None
    if "since" in marks and not any(token.text.isdigit() for token in tokens):
        perfect = any(aux.lemma_ == "have" for aux in children(child.head, "aux"))
        return Role.OCCASION if perfect else Role.CAUSE
    if child.tag_ == "VB" and any(token.tag_ == "TO" for token in children(child, "aux")):
        return Role.PURPOSE
    return Role.OCCASION if marks & WHENEVER else Role.PHRASE
