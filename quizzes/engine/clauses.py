"""Sentences taken apart: each clause with its subject, its verb group and its other parts in surface order.

    find(sentence) -> (clauses, reasons)     the candidates, and why the others were turned away

Main clauses, coordinated ones (subject, auxiliaries and opening time shared), relative clauses about a named
noun, and fronted participles ("Formed in 1990, the league ...") become clauses of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from . import inserts, subjects
from .grammar import FINITE, FOLLOWING, SUBJECTS, children, has_child, is_plural, is_proper, is_verb
from .parts import Part, PartReader, Role, with_links
from .trust import doubt

if TYPE_CHECKING:
    from .language import Sentence, Token
    from .rendering import Piece


@dataclass(frozen=True)
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

    def pieces(self) -> Sequence[Piece]:
        """Return the whole clause in surface order, as `rendering.render` takes it."""
        return self._pieces

    def tokens(self) -> Sequence[Token]:
        """Return every token the clause shows."""
        return self._tokens

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tuple(piece for piece in self._pieces if not isinstance(piece, str))

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        out = lead(self.opening)
        out += [*self.subject.tokens, *self.middle, *self.group]
        for part in self.rest:
            out += [","] * part.comma + list(part.tokens)
        return tuple(out)

    def of(self, *roles: Role) -> list[Part]:
        """Return the parts with one of `roles`."""
        return [part for part in self.parts if part.role in roles]


def lead(opening: Sequence[Part]) -> list[Piece]:
    """Return the pieces of opening parts, a comma behind each that does not run on into the next: "from 1 to 5 May"."""
    out: list[Piece] = []
    for place, part in enumerate(opening, 1):
        runs_on = place < len(opening) and opening[place].tokens[0].i == part.tokens[-1].i + 1
        out += [*part.tokens, *([] if runs_on else [","])]
    return out


FACTIVE = frozenset({"after", "because", "although", "though", "whereas"})
_PARTICIPLES = frozenset({"participle", "postposed"})
_STATES = frozenset({"locate", "situate", "base", "surround", "border", "know", "call", "nickname", "shape", "compose"})
CONTRACTED = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "wo": "will", "ca": "can", "'m": "am"}


def find(sentence: Sentence) -> tuple[list[Clause], Counter[str]]:
    """Return the clauses of one sentence and the reasons why other candidates were turned away."""
    tokens = list(sentence.tokens)
    aside = inserts.find(tokens)
    aside = replace(aside, dropped=aside.dropped | subjects.stolen(tokens))
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
    if not _is_supposed(root):
        yield from _coordinated(root, "main")
    for token in tokens:
        if token.dep_ == "relcl" and is_verb(token) and is_proper(token.head) and not _tells_of_another(token):
            yield token, "relative"
        elif _stands_by_itself(token):
            yield token, "main"
        elif token.tag_ == "VBN" and _opens_sentence(token):
            yield token, "participle"
        elif token.tag_ == "VBN" and _follows_subject(token):
            yield token, "postposed"


def _tells_of_another(verb: Token) -> bool:
    """Say whether a relative clause may tell of something else than the name before it.

    "Which led to ..." at the end of a sentence may tell of the whole of it, "which" never of a person, and "who" of the
    person rather than of the body in "Ida Moe of the Guild, who ...".
    """
    name = verb.head
    relative = next((child.text.lower() for child in children(verb, *SUBJECTS)), "")
    if relative == "who":
        owner = name.head.head
        return name.ent_type_ not in {"PERSON", ""} and name.dep_ == "pobj" and is_proper(owner)
    ends = verb.right_edge.i + 2 >= len(verb.doc) or verb.doc[verb.right_edge.i + 1].text == "."
    whole = ends and verb.lemma_ in FOLLOWING and name.dep_ in {"pobj", "dobj", "conj"}
    return relative == "which" and (whole or name.ent_type_ == "PERSON")


def _is_supposed(verb: Token) -> bool:
    """Say whether an "if" stands before the clause: what it tells need not be so."""
    return any(child.text.lower() in {"if", "unless", "whether"} for child in children(verb, "mark"))


def _opens_sentence(token: Token) -> bool:
    """Say whether a participle tells something of the subject that follows: "Formed in 1990, the league ..."."""
    fronted = token.dep_ == "advcl" and token.head.dep_ == "ROOT" and token.head.i > token.i
    # "Asked what she wanted" leaves the question hanging, wherever the parse puts it.
    bare = token.lemma_ != "ask" and not has_child(token, "mark", "aux", "auxpass", "neg", "ccomp")
    return fronted and bare and token.left_edge.dep_ in {"advcl", "advmod"} and token.left_edge.tag_ in {"VBN", "RB"}


def _follows_subject(token: Token) -> bool:
    """Say whether a participle in commas tells something of the subject: "The bridge, opened in 1990, ..."."""
    if token.dep_ != "acl" or token.head.dep_ not in SUBJECTS or token.head.head.dep_ != "ROOT":
        return False
    before, after = token.left_edge.i - 1, token.right_edge.i + 1
    between = token.doc[token.head.i + 1 : before]
    if token.i > token.head.head.i or any(is_verb(each) or each not in token.head.subtree for each in between):
        return False
    enclosed = token.doc[before].text == "," and after < len(token.doc) and token.doc[after].text == ","
    return enclosed and token.left_edge.i >= token.i - 1 and not has_child(token, "oprd", "dobj")


def _stands_by_itself(token: Token) -> bool:
    """Say whether a subordinate clause tells a fact of its own: "after 40 ships had left Riga", "although ..."."""
    if token.dep_ != "advcl" or token.head.dep_ != "ROOT" or not has_child(token, *SUBJECTS):
        return False
    # What measures the link goes with the main clause: "sixty years after it was built".
    return any(child.text.lower() in FACTIVE and child is token.left_edge for child in children(token, "mark"))


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
    owner = subjects.owner(verb, form, aside)
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
    own = (
        frozenset(token.i for token in subject_head.subtree)
        if subjects.stolen_subject(verb) == subject_head
        else frozenset()
    )
    subject = subjects.phrase(subject_head, form, replace(aside, dropped=aside.dropped - own))
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
    return doubt(clause, aside) or _with_name_first(clause)


def _is_finite(verb: Token, subject: Token, owner: Token) -> bool:
    """Say whether the verb has a tense, or one that the tagger missed: "the eggs sink and hatch", "it ended ..."."""
    if verb.tag_ in FINITE:
        # "She planned to sail north and climb a hill": what was planned has no time of its own.
        planned = verb.tag_ == "VBP" and verb != owner and not is_plural(subject) and owner.tag_ not in {"VBP", "MD"}
        return not planned
    if verb.tag_ == "VBN":
        return verb.dep_ == "ROOT" and verb.text.endswith("ed") and has_child(verb, "nsubj")
    mistaken = verb.tag_ == "VB" and subject.i < verb.i and is_plural(subject)
    return mistaken and (verb == owner or owner.tag_ in {"VBP", "VB"}) and not has_child(owner, "aux", "auxpass")


def _with_name_first(clause: Clause) -> Clause:
    """Move what opens the clause behind it where it says "his" or "its" of the name that follows as the subject."""
    if len(clause.opening) != 1 or not is_proper(clause.subject.head) or clause.of(Role.CONTENT, Role.COMPLEMENT):
        return clause
    part = clause.opening[0]
    owners = [token for token in part.tokens if token.dep_ == "poss" and token.tag_ == "PRP$"]
    named = any(is_proper(token) and token.ent_type_ == "PERSON" for token in part.tokens)
    if (
        not owners
        or named
        or part.head.dep_ != "prep"
        or not all(_may_own(clause.subject.head, each) for each in owners)
    ):
        return clause
    return replace(clause, opening=(), rest=(*clause.rest, replace(part, comma=False)))


def _may_own(name: Token, pronoun: Token) -> bool:
    """Say whether a possessive in front of a name may mean it: "his" a person, "its" anything else."""
    person = name.ent_type_ in {"PERSON", ""}
    return person if pronoun.text.lower() in {"his", "her"} else name.ent_type_ != "PERSON"


def _revived(verb: Token, aside: inserts.Inserts) -> frozenset[int]:
    """A non-restrictive clause is dropped from its host, but not from itself."""
    own = {token.i for token in verb.subtree}
    asides = [child for child in verb.subtree if child.dep_ in {"relcl", "appos"} and child != verb]
    asides = [child for child in asides if child.dep_ == "relcl" or not (is_proper(child) and is_proper(child.head))]
    asides = [child for child in asides if child.doc[child.left_edge.i - 1].text == ","]
    inner = {token.i for child in asides for token in child.subtree} & aside.dropped
    return frozenset(aside.dropped - own) | frozenset(inner)


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
    if form in _PARTICIPLES and _lasts_since(verb):
        return ["have" if is_plural(subject) else "has", "been"]
    if form in _PARTICIPLES:
        # "The mill, located in Voss, is the oldest": it is there still.
        now = owner.tag_ in {"VBZ", "VBP"} and verb.lemma_ in _STATES
        return [("are" if now else "were") if is_plural(subject) else "is" if now else "was"]
    if (
        form == "shared"
        and verb.tag_ not in FINITE
        and not any(not isinstance(e, str) and e.dep_ != "neg" for e in own)
    ):
        lent = children(owner, "aux", "auxpass")
        fits = owner.tag_ == verb.tag_ or (owner.tag_ == "VBN" and verb.tag_ == "VBD")
        return [*lent, *own] if fits else own
    return own


def _lasts_since(verb: Token) -> bool:
    """Say whether it goes on: "banned since 1990" has been so."""
    return any(token.dep_ == "prep" and token.text.lower() == "since" for token in verb.subtree)


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
