"""Sentences taken apart: each clause with its subject, its verb group and its other parts in surface order.

    find(sentence) -> (clauses, reasons)     the candidates, and why the others were turned away

Main clauses, coordinated ones (subject, auxiliaries and opening time shared), relative clauses about a named
noun, and fronted participles ("Formed in 1990, the league ...") become clauses of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import inserts
from .grammar import DISCOURSE, FINITE, NOUNS, SUBJECTS, children, has_child, is_plural, is_proper, is_verb
from .parts import Part, PartReader, Role, with_links
from .trust import doubt

if TYPE_CHECKING:
    from .language import Sentence, Token
    from .rendering import Piece


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


FACTIVE = frozenset({"after", "because", "although", "though", "whereas"})
_PARTICIPLES = frozenset({"participle", "postposed"})
CONTRACTED = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "wo": "will", "ca": "can", "'m": "am"}


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
    return sorted(found, key=lambda clause: clause.verb.i), reasons


def _heads(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None or not is_verb(root):
        return
    yield from _coordinated(root, "main")
    for token in tokens:
        if token.dep_ == "relcl" and is_verb(token) and is_proper(token.head):
            yield token, "relative"
        elif _stands_by_itself(token):
            yield token, "main"
        elif token.tag_ == "VBN" and _opens_sentence(token):
            yield token, "participle"
        elif token.tag_ == "VBN" and _follows_subject(token):
            yield token, "postposed"


def _opens_sentence(token: Token) -> bool:
    """Say whether a participle tells something of the subject that follows: "Formed in 1990, the league ..."."""
    fronted = token.dep_ == "advcl" and token.head.dep_ == "ROOT" and token.head.i > token.i
    bare = not has_child(token, "mark", "aux", "auxpass", "neg")
    return fronted and bare and token.left_edge.dep_ in {"advcl", "advmod"} and token.left_edge.tag_ in {"VBN", "RB"}


def _follows_subject(token: Token) -> bool:
    """Say whether a participle in commas tells something of the subject: "The bridge, opened in 1990, ..."."""
    if token.dep_ != "acl" or token.head.dep_ not in SUBJECTS or token.head.head.dep_ != "ROOT":
        return False
    before, after = token.left_edge.i - 1, token.right_edge.i + 1
    if token.i > token.head.head.i or token.doc[before - 1] not in token.head.subtree:
        return False
    enclosed = token.doc[before].text == "," and after < len(token.doc) and token.doc[after].text == ","
    return enclosed and token.left_edge.i >= token.i - 1 and not has_child(token, "oprd", "dobj")


def _stands_by_itself(token: Token) -> bool:
    """Say whether a subordinate clause tells a fact of its own: "after 40 ships had left Riga", "although ..."."""
    if token.dep_ != "advcl" or token.head.dep_ != "ROOT" or not has_child(token, *SUBJECTS):
        return False
    return any(child.text.lower() in FACTIVE for child in children(token, "mark"))


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
    told_aside = form in {"relative", "postposed"}
    if verb.i in aside.broken or (verb.i in aside.dropped and not told_aside):
        return "broken_parse"
    owner = _owner(verb, form, aside)
    if isinstance(owner, str):
        return owner
    subject_head, subject_verb = owner
    group = _group(verb)
    helpers = _helpers(verb, form, subject_head, subject_verb)
    if (not _is_finite(verb, subject_head, subject_verb) and not helpers) or any(
        not isinstance(e, str) and e.tag_ == "TO" for e in helpers
    ):
        return "not_finite"
    dropped = _revived(verb, aside) if told_aside else aside.dropped
    reader = PartReader(verb, dropped, {token.i for token in group})
    own = frozenset(token.i for token in subject_head.subtree) if stolen_subject(verb) == subject_head else frozenset()
    subject = _subject(subject_head, form, replace(aside, dropped=aside.dropped - own))
    opening, rest = reader.parts(subject.tokens[0].i if subject.tokens and form == "main" else -1)
    rest = with_links(verb, rest, dropped)
    if form == "shared" and not own:
        opening = _shared_opening(subject_verb, aside, rest) + opening
    clause = Clause(
        sentence, verb, subject, tuple(opening), tuple(_middle(helpers, reader)), group, tuple(rest),
        next((_expanded(each) for each in helpers if not isinstance(each, str) and each.dep_ != "neg"), None)
        or next((each for each in helpers if isinstance(each, str)), None),
        has_child(verb, "neg") or _says_no(subject)
        or any(not isinstance(each, str) and each.dep_ == "neg" for each in helpers),
        has_child(verb, "nsubjpass", "auxpass") or form in _PARTICIPLES or _passive(helpers),
        form,
    )  # fmt: skip
    return doubt(clause, aside) or clause


def _is_finite(verb: Token, subject: Token, owner: Token) -> bool:
    """Say whether the verb has a tense, or one that the tagger missed: "the eggs sink and hatch", "it ended ..."."""
    if verb.tag_ in FINITE:
        return True
    if verb.tag_ == "VBN":
        return verb.dep_ == "ROOT" and verb.text.endswith("ed") and has_child(verb, "nsubj")
    mistaken = verb.tag_ == "VB" and subject.i < verb.i and is_plural(subject)
    return mistaken and (verb == owner or owner.tag_ in {"VBP", "VB"}) and not has_child(owner, "aux", "auxpass")


def _owner(verb: Token, form: str, aside: inserts.Inserts) -> tuple[Token, Token] | str:
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
    return verb.head, verb


def _revived(verb: Token, aside: inserts.Inserts) -> frozenset[int]:
    """A non-restrictive clause is dropped from its host, but not from itself."""
    own = {token.i for token in verb.subtree}
    inner = {token.i for child in verb.subtree if child.dep_ in {"relcl", "appos"} and child != verb
             for token in child.subtree} & aside.dropped  # fmt: skip
    return frozenset(aside.dropped - own) | frozenset(inner)


def _subject(head: Token, form: str, aside: inserts.Inserts) -> Part:
    tokens = [token for token in head.subtree if token.i not in aside.dropped]
    if form in {"relative", "postposed"}:
        clauses = {token.i for child in children(head, "relcl", "acl", "appos") for token in child.subtree}
        tokens = [token for token in tokens if token.i not in clauses and token.text not in {",", ";"}]
        tokens = [token for token in tokens if not _in_conjunct(token, head)]
    while tokens and tokens[-1].text == ",":
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].text == "," or _leans(tokens[0], head)):
        tokens.pop(0)
    shown = head if head.i not in aside.dropped else next(
        (child for child in children(head, "appos", "nmod") if child.i not in aside.dropped), head
    )  # fmt: skip
    return Part(Role.SUBJECT, shown, tuple(tokens))


def _leans(token: Token, head: Token) -> bool:
    """Say whether the parser hung on a noun the adverb that joins the sentence to the one before."""
    return token.dep_ in {"advmod", "cc"} and token != head and token.text.lower() in DISCOURSE and token.tag_ != "JJ"


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
    if form in _PARTICIPLES:
        return ["were" if is_plural(subject) else "was"]
    if (
        form == "shared"
        and verb.tag_ not in FINITE
        and not any(not isinstance(e, str) and e.dep_ != "neg" for e in own)
    ):
        lent = children(owner, "aux", "auxpass")
        fits = owner.tag_ == verb.tag_ or (owner.tag_ == "VBN" and verb.tag_ == "VBD")
        return [*lent, *own] if fits else own
    return own


def _says_no(subject: Part) -> bool:
    """Say whether nothing is said to do it: "no ship", "none of the ships"."""
    return bool(subject.tokens) and subject.tokens[0].text.lower() in {"no", "none", "neither", "nobody"}


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


def _middle(helpers: Sequence[Piece], reader: PartReader) -> list[Piece]:
    """Return auxiliaries, negation and adverbs before the verb, in order."""
    tokens = [each for each in helpers if not isinstance(each, str)]
    words: list[Piece] = [each for each in helpers if isinstance(each, str)]
    lent = [each for each in tokens if each.head != reader.verb]
    own = sorted([each for each in tokens if each.head == reader.verb] + reader.adverbs, key=lambda token: token.i)
    return words + [_expanded(each) for each in lent + own]


def _shared_opening(owner: Token, aside: inserts.Inserts, rest: Sequence[Part]) -> list[Part]:
    """A time that opens the sentence holds for every verb that shares the subject."""
    if any(part.role is Role.TIME for part in rest):
        return []
    reader = PartReader(owner, aside.dropped, {owner.i})
    subject = children(owner, *SUBJECTS)[0]
    opening, _ = reader.parts(subject.left_edge.i)
    return [part for part in opening if part.role is Role.TIME]
