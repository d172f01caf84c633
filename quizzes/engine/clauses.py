"""Sentences taken apart: each clause with its subject, its verb group and its other parts in surface order.

    find(sentence) -> (clauses, reasons)     the candidates, and why the others were turned away

Main clauses, coordinated ones (subject, auxiliaries and opening time shared), relative clauses about a named
noun, and fronted participles ("Formed in 1990, the league ...") become clauses of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from . import inserts
from .grammar import (
    DISCOURSE,
    FINITE,
    NOUNS,
    SUBJECTS,
    VERBAL,
    children,
    has_child,
    is_plural,
    is_proper,
    is_verb,
    listed,
)
from .timing import is_time

if TYPE_CHECKING:
    from .language import Sentence, Token
    from .rendering import Piece


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


@dataclass(frozen=True, slots=True)
class Clause:
    """One independent clause; `middle` is what stands between subject and verb, auxiliaries included."""

    sentence: Sentence
    verb: Token
    subject: Part
    opening: tuple[Part, ...]
    middle: tuple[Piece, ...]
    group: tuple[Token, ...]
    rest: tuple[Part, ...]
    auxiliary: Piece | None
    negated: bool
    passive: bool
    form: str = "main"

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part but the subject, in surface order."""
        return self.opening + self.rest

    def pieces(self) -> list[Piece]:
        """Return the whole clause in surface order, as `rendering.render` takes it."""
        out: list[Piece] = []
        for part in self.opening:
            out += [*part.tokens, ","]
        out += [*self.subject.tokens, *self.middle, *self.group]
        for part in self.rest:
            out += [","] * part.comma + list(part.tokens)
        return out

    def tokens(self) -> Iterator[Token]:
        """Yield every token the clause shows."""
        return (piece for piece in self.pieces() if not isinstance(piece, str))

    def of(self, *roles: Role) -> list[Part]:
        """Return the parts with one of `roles`."""
        return [part for part in self.parts if part.role in roles]


CAUSES = ("because of", "due to", "owing to", "thanks to", "as a result of", "on account of", "as a consequence of")
OCCASIONS = frozenset({"during", "after", "before", "following", "upon", "throughout", "until", "since", "amid"})
PLACES = listed(
    "in at on near inside outside across throughout off along above below beneath under"
)
LINKS = frozenset({"as a result", "in addition", "for example", "for instance", "in fact", "in turn", "in particular", "of course", "in return", "in response", "in this way", "by contrast", "in contrast", "at first", "in the end", "as well"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
CONCESSIONS = frozenset({"although", "though", "while", "whereas", "whilst"})
CONTRACTED = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "wo": "will", "ca": "can", "'m": "am"}
SKIPPED = frozenset({"cc", "preconj", "conj", "punct", "aux", "auxpass", "neg", "intj", "meta", "mark"})


def find(sentence: Sentence) -> tuple[list[Clause], Counter[str]]:
    """Return the clauses of one sentence and the reasons why other candidates were turned away."""
    tokens = list(sentence.tokens)
    aside = inserts.find(tokens)
    aside = replace(aside, dropped=aside.dropped | _stolen(tokens))
    found: list[Clause] = []
    reasons: Counter[str] = Counter()
    for verb, form in _heads(tokens):
        clause = _read(sentence, verb, form, aside)
        if isinstance(clause, str):
            reasons[clause] += 1
        else:
            found.append(clause)
    return found, reasons


def _heads(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None or not is_verb(root):
        return
    yield from _coordinated(root, "main")
    for token in tokens:
        if token.dep_ == "relcl" and is_verb(token) and is_proper(token.head):
            yield token, "relative"
        elif token.dep_ == "advcl" and token.head.dep_ == "ROOT" and token.head.i > token.i and token.tag_ == "VBN" and not has_child(token, "mark"):
            yield token, "participle"


def _coordinated(verb: Token, form: str) -> Iterator[tuple[Token, str]]:
    yield verb, form
    for child in verb.children:
        if child.dep_ == "conj" and is_verb(child) and not _same_group(verb, child):
            yield from _coordinated(child, "main" if has_child(child, *SUBJECTS, "expl") else "shared")
        elif child.dep_ == "ccomp" and child.i < verb.i and has_child(child, *SUBJECTS) and _ends_clause(child):
            yield from _coordinated(child, "main")


def _ends_clause(verb: Token) -> bool:
    """Say whether a semicolon closes the clause of `verb`."""
    after = verb.right_edge.i + 1
    marks = {verb.doc[after].text, verb.right_edge.text} if after < len(verb.doc) else set()
    return not has_child(verb, "mark") and bool(marks & {";", ",", ":", "—", "–"})


def _same_group(verb: Token, other: Token) -> bool:
    """Say whether two verbs share everything, as in "oversee and enforce the law"."""
    between = [token for token in verb.doc[verb.i + 1 : other.i] if token.dep_ not in {"advmod"}]
    return len(between) == 1 and between[0].dep_ == "cc"


def _read(sentence: Sentence, verb: Token, form: str, aside: inserts.Inserts) -> Clause | str:
    if verb.i in aside.broken or (verb.i in aside.dropped and form != "relative"):
        return "broken_parse"
    owner = _owner(verb, form, aside)
    if isinstance(owner, str):
        return owner
    subject_head, subject_verb = owner
    group = _group(verb)
    helpers = _helpers(verb, form, subject_head, subject_verb)
    if (verb.tag_ not in FINITE and not helpers) or any(not isinstance(e, str) and e.tag_ == "TO" for e in helpers):
        return "not_finite"
    dropped = aside.dropped if form != "relative" else _revived(verb, aside)
    reader = _Reader(verb, dropped, set(token.i for token in group))
    own = frozenset(token.i for token in subject_head.subtree) if stolen_subject(verb) == subject_head else frozenset()
    subject = _subject(subject_head, form, replace(aside, dropped=aside.dropped - own))
    opening, rest = reader.parts(subject.tokens[0].i if subject.tokens and form == "main" else -1)
    if form == "shared" and not own:
        opening = _shared_opening(subject_verb, aside, rest) + opening
    clause = Clause(
        sentence, verb, subject, tuple(opening), tuple(_middle(helpers, reader)), group, tuple(rest),
        next((_expanded(each) for each in helpers if not isinstance(each, str) and each.dep_ != "neg"), None)
        or next((each for each in helpers if isinstance(each, str)), None),
        has_child(verb, "neg") or any(not isinstance(each, str) and each.dep_ == "neg" for each in helpers),
        has_child(verb, "nsubjpass", "auxpass") or form == "participle" or _passive(helpers),
        form,
    )  # fmt: skip
    return _whole(clause, aside) or clause


def _owner(verb: Token, form: str, aside: inserts.Inserts) -> tuple[Token, Token] | str:
    """Return the subject's head and the verb it belongs to, or why there is none."""
    if form == "relative":
        return _antecedent(verb)
    if form == "participle":
        found = children(verb.head, *SUBJECTS)
        return (found[0], verb.head) if found and not has_child(verb, *SUBJECTS) else "no_subject"
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
        return "expletive"
    found = [child for child in children(at, *SUBJECTS) if child.i not in aside.dropped] or children(at, *SUBJECTS)[:1]
    if len(found) != 1:
        return "broken_parse"
    return found[0], at


def stolen_subject(verb: Token) -> Token | None:
    """Return the noun before a coordinated verb that the parser joined to the clause before:
    "X is sold by A, and *the rest* is sold by B"."""
    if verb.dep_ != "conj" or has_child(verb, *SUBJECTS, "expl"):
        return None
    first = min([verb, *(child for child in verb.children if child.i < verb.i)], key=lambda token: token.i).left_edge
    noun = verb.doc[first.i - 1] if first.i else None
    while noun is not None and noun.dep_ != "conj" and noun.right_edge.i == first.i - 1 and noun.head != noun:
        noun = noun.head
    if noun is None or noun.tag_ not in NOUNS or noun.dep_ != "conj" or noun.right_edge.i != first.i - 1:
        return None
    before = noun.doc[noun.left_edge.i - 1]
    return noun if before.dep_ == "cc" and is_verb(verb.head) and noun.i > verb.head.i else None


def _stolen(tokens: Sequence[Token]) -> frozenset[int]:
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
    first = min([verb, *(child for child in verb.children if child.i < verb.i and child.dep_ != "cc")], key=lambda t: t.i)
    before = verb.doc[first.left_edge.i - 1] if first.left_edge.i else None
    while before is not None and before.i and before.dep_ in {"advmod", "punct", "cc"} and before.text not in {",", ";"} and before.dep_ != "cc":
        before = before.doc[before.i - 1]
    return before is not None and (before.dep_ == "cc" or before.text in {",", ";"})


def _antecedent(verb: Token) -> tuple[Token, Token] | str:
    """Return the named noun a relative clause is about, when its pronoun is the subject."""
    pronouns = [child for child in children(verb, *SUBJECTS) if child.tag_ in {"WDT", "WP"}]
    listed_name = has_child(verb.head, "conj", "cc") or verb.head.dep_ == "conj"
    if not pronouns or not is_proper(verb.head) or listed_name:
        return "relative_clause"
    return verb.head, verb


def _revived(verb: Token, aside: inserts.Inserts) -> frozenset[int]:
    """A non-restrictive clause is dropped from its host, but not from itself."""
    own = {token.i for token in verb.subtree}
    inner = {token.i for child in verb.subtree if child.dep_ in {"relcl", "appos"} and child != verb
             for token in child.subtree} & aside.dropped  # fmt: skip
    return frozenset(aside.dropped - own) | frozenset(inner)


def _subject(head: Token, form: str, aside: inserts.Inserts) -> Part:
    tokens = [token for token in head.subtree if token.i not in aside.dropped]
    if form == "relative":
        clauses = {token.i for child in children(head, "relcl", "acl", "appos") for token in child.subtree}
        tokens = [token for token in tokens if token.i not in clauses and token.text not in {",", ";"}]
        tokens = [token for token in tokens if not _in_conjunct(token, head)]
    while tokens and tokens[-1].text == ",":
        tokens.pop()
    shown = head if head.i not in aside.dropped else next(
        (child for child in children(head, "appos", "nmod") if child.i not in aside.dropped), head
    )  # fmt: skip
    return Part(Role.SUBJECT, shown, tuple(tokens))


def _in_conjunct(token: Token, head: Token) -> bool:
    return any(token in set(child.subtree) for child in children(head, "conj", "cc"))


def _group(verb: Token) -> tuple[Token, ...]:
    """Return the verb, or two verbs that share everything."""
    for child in children(verb, "conj"):
        if is_verb(child) and _same_group(verb, child):
            return tuple(verb.doc[verb.i : child.i + 1])
    return (verb,)


def _helpers(verb: Token, form: str, subject: Token, owner: Token) -> list[Piece]:
    """Return auxiliaries and negation, shared ones included; a participle gets "was" or "were"."""
    own: list[Piece] = [*children(verb, "aux", "auxpass", "neg")]
    own = [each for each in own if not isinstance(each, str) and each.i < verb.i]
    if form == "participle":
        return ["were" if is_plural(subject) else "was"]
    if form == "shared" and verb.tag_ not in FINITE and not any(not isinstance(e, str) and e.dep_ != "neg" for e in own):
        lent = children(owner, "aux", "auxpass")
        fits = owner.tag_ == verb.tag_ or (owner.tag_ == "VBN" and verb.tag_ == "VBD")
        return [*lent, *own] if fits else own
    return own


def _passive(helpers: Iterable[Piece]) -> bool:
    return any(not isinstance(each, str) and each.dep_ == "auxpass" for each in helpers)


def _expanded(piece: Piece) -> Piece:
    """Return a contracted auxiliary in full."""
    if isinstance(piece, str):
        return piece
    text = piece.text.lower()
    if text == "'s":
        return "has" if piece.lemma_ == "have" else "is"
    if text == "'d":
        return "would" if piece.tag_ == "MD" else "had"
    return CONTRACTED.get(text, piece)


def _middle(helpers: Sequence[Piece], reader: _Reader) -> list[Piece]:
    """Return auxiliaries, negation and adverbs before the verb, in order."""
    tokens = [each for each in helpers if not isinstance(each, str)]
    words: list[Piece] = [each for each in helpers if isinstance(each, str)]
    lent = [each for each in tokens if each.head != reader.verb]
    own = sorted([each for each in tokens if each.head == reader.verb] + reader.adverbs, key=lambda token: token.i)
    return words + [_expanded(each) for each in lent + own]


class _Reader:
    """Sorts the children of one verb into parts."""

    def __init__(self, verb: Token, dropped: frozenset[int], group: set[int]) -> None:
        self.verb = verb
        self.dropped = dropped
        self.group = group
        self.adverbs: list[Token] = []

    def parts(self, start: int) -> tuple[list[Part], list[Part]]:
        """Return the parts before the subject and those after the verb."""
        opening, rest = [], []
        for child in self._dependents():
            late = child.dep_ == "neg" and child.i > self.verb.i
            if (child.dep_ in SKIPPED and not late) or child.dep_ in {*SUBJECTS, "expl"}:
                continue
            if self._is_link(child) or (child.dep_ == "ccomp" and child.i < start):
                continue
            part = self._part(child)
            if part is None:
                continue
            if child.i < start:
                opening.append(part)
            elif child.i < self.verb.i:
                self._before_verb(child, part, opening)
            else:
                rest.append(part)
        return opening, rest

    def _dependents(self) -> list[Token]:
        heads = [token for token in self.verb.doc[self.verb.i : max(self.group) + 1] if is_verb(token)]
        return sorted((child for head in heads for child in head.children if child.i not in self.group), key=lambda t: t.i)

    def _before_verb(self, child: Token, part: Part, opening: list[Part]) -> None:
        if child.dep_ == "advmod" and len(part.tokens) <= 2:
            self.adverbs.extend(part.tokens)
        else:
            opening.append(replace(part, comma=True))

    def _is_link(self, child: Token) -> bool:
        if child.dep_ in {"prep", "advmod"} and child.i < self.verb.i:
            text = " ".join(token.text.lower() for token in child.subtree)
            if text in LINKS:
                return True
        elif child.dep_ == "prep" and " ".join(t.text.lower() for t in child.subtree) in {"for example", "for instance"}:
            return True
        if child.dep_ == "advmod" and child.text.lower() == "later" and list(child.children):
            return any(is_time(list(each.subtree)) for each in children(self.verb, "prep", "npadvmod"))
        alone = child.dep_ in {"advmod", "prep"} and child.text.lower() in DISCOURSE and not list(child.children)
        return alone and (child.tag_ == "RB" or child.i < self.verb.i)

    def _part(self, child: Token) -> Part | None:
        tokens = [token for token in child.subtree if token.i not in self.dropped]
        while tokens and tokens[-1].text in {",", ";", ":", "."}:
            tokens.pop()
        while tokens and tokens[0].text in {","}:
            tokens.pop(0)
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


def role_of(child: Token, tokens: Sequence[Token]) -> Role | None:
    """Return the role of a verb's dependent, None when the clause is better told without it."""
    simple = {
        "dobj": Role.OBJECT, "dative": Role.DATIVE, "attr": Role.ATTRIBUTE, "acomp": Role.COMPLEMENT,
        "oprd": Role.COMPLEMENT, "xcomp": Role.COMPLEMENT, "ccomp": Role.CONTENT, "prt": Role.PARTICLE,
    }  # fmt: skip
    if child.dep_ in simple:
        return simple[child.dep_]
    text = " ".join(token.text.lower() for token in tokens)
    if child.dep_ in {"prep", "agent"}:
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
    if text.startswith(CAUSES):
        return Role.CAUSE
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
    marks = {token.text.lower() for token in children(child, "mark", "advmod")} | {tokens[0].text.lower()}
    if "because" in marks:
        return Role.CAUSE
    if marks & {"if", "unless", "whether", "once"}:
        return Role.CONDITION
    if marks & CONCESSIONS or tokens[0].text.lower() == "so" and tokens[0].tag_ != "TO" and "to" not in marks:
        return None
    if "since" in marks and not any(token.text.isdigit() for token in tokens):
        perfect = any(aux.lemma_ == "have" for aux in children(child.head, "aux"))
        return Role.OCCASION if perfect else Role.CAUSE
    if child.tag_ == "VB" and any(token.tag_ == "TO" for token in children(child, "aux")):
        return Role.PURPOSE
    if marks & {"when", "after", "before", "until", "as", "since", "where", "whenever"}:
        return Role.OCCASION
    return Role.PHRASE


def _shared_opening(owner: Token, aside: inserts.Inserts, rest: Sequence[Part]) -> list[Part]:
    """A time that opens the sentence holds for every verb that shares the subject."""
    if any(part.role is Role.TIME for part in rest):
        return []
    reader = _Reader(owner, aside.dropped, {owner.i})
    subject = children(owner, *SUBJECTS)[0]
    opening, _ = reader.parts(subject.left_edge.i)
    return [part for part in opening if part.role is Role.TIME]


def _is_garden_path(clause: Clause) -> bool:
    """Say whether the subject swallowed a verb: "the men drained swamps, covered ..."."""
    subject = clause.subject
    if any(token.dep_ == "acl" and token.tag_ == "VBN" and has_child(token, "dobj") for token in subject.tokens):
        return True
    if subject.tokens and subject.tokens[0].tag_ == "CD" and len(subject.tokens[0].text) == 4 and subject.tokens[0].text.isdigit():
        return True
    following = [token for token in (*clause.tokens(),) if token.i > subject.tokens[-1].i] if subject.tokens else []
    if clause.form != "main" or not following:
        return False
    between = subject.tokens[0].doc[subject.tokens[-1].i + 1 : following[0].i]
    return len(between) == 1 and between[0].text == ","


def _whole(clause: Clause, aside: inserts.Inserts) -> str:
    """Return why the clause cannot be trusted as read, "" when it can."""
    shown = list(clause.tokens())
    if any(token.i in aside.broken for token in shown):
        return "broken_parse"
    if has_child(clause.verb, "dep", "csubj", "csubjpass", "parataxis"):
        return "broken_parse"
    if any(token.text in {";", ":", "?", "…", "..."} for token in shown) or len(clause.of(Role.AGENT)) > 1:
        return "broken_parse"
    if shown[-1].text.lower() in {"so", "that", "as", "than", "and", "or", "of", "which"}:
        return "broken_parse"
    joined = [child for child in children(clause.verb, "cc") if child.i > clause.verb.i]
    if joined and not any(is_verb(child) for child in children(clause.verb, "conj")):
        return "broken_parse"
    if _is_garden_path(clause):
        return "broken_parse"
    if not clause.subject.tokens or clause.subject.head.tag_ in VERBAL - {"VBG"}:
        return "broken_parse"
    if clause.form == "main" and clause.subject.head.i > clause.verb.i:
        return "inverted"
    if clause.subject.head.tag_ not in NOUNS | {"PRP", "CD", "VBG", "DT", "JJ", "JJR", "JJS", "WDT", "WP", "PRP$"}:
        return "broken_parse"
    loose = {Role.OBJECT, Role.COMPLEMENT, Role.ATTRIBUTE}
    if any(part.comma and (part.role in loose or part.head.dep_ == "npadvmod") for part in clause.rest):
        return "broken_parse"
    if any(part.role is Role.OBJECT and part.tokens[0].tag_ in {"VBN", "VBD"} for part in clause.rest):
        return "broken_parse"
    if any(len(part.tokens) == 1 and part.head.dep_ == "prep" for part in clause.opening):
        return "broken_parse"
    ordered = [token.i for token in clause.tokens()]
    if clause.form == "main" and ordered != sorted(ordered):
        return "broken_parse"
    helpers = [each for each in clause.middle if not isinstance(each, str) and each.dep_ in {"aux", "auxpass"}]
    if clause.form == "main" and any(each.i < clause.subject.head.i for each in helpers):
        return "inverted"
    return ""
