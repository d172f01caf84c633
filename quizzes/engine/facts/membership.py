"""Lists that the article gives whole: "consisting of A, B and C", "A, B and C left the treaty"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import wording
from ..clauses import Clause
from ..grammar import NOUNS, children
from ..parts import Part, Role
from ..rendering import as_sentence, render
from .base import Answer, AnswerType, Fact
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..language import Token

_FEWEST = 3
_FEWEST_NAMES = 2
_LONGEST_ITEM = 8
_PLURALS = {
    AnswerType.COUNTRY: "countries", AnswerType.ORGANISATION: "organizations", AnswerType.PLACE: "places",
    AnswerType.AGREEMENT: "agreements", AnswerType.PERSON: "people", AnswerType.EVENT: "events",
}  # fmt: skip


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each list in a clause."""
    for told in view.told:
        if told.clause.negated:
            continue
        composed = _composed(told)
        if composed:
            yield composed
        shown = _with_list_as_subject(told) or told
        answers = [_answer(shown, part) for part in (shown.clause.subject, *shown.clause.rest)]
        fact = shown.fact("membership", answers, weight=1.0)
        if fact and any(answer.stem for answer in fact.answers):
            yield fact


def _answer(told: Told, part: Part) -> Answer | None:
    head, tokens, lead = _noun_phrase(part)
    if head is None:
        return None
    items = _items(head, tokens)
    entities = [told.entity(item) for item in items]
    types = {entity.type for entity in entities if entity is not None}
    named = len(types) == 1 and all(entities)
    if len(items) < (_FEWEST_NAMES if named else _FEWEST) or any(len(item) > _LONGEST_ITEM for item in items):
        return None
    wh = f"which {_PLURALS[types.pop()]}" if named and types <= set(_PLURALS) else "what"
    members = tuple(told.text(item) for item in items)
    if part.role is Role.SUBJECT:
        # Common things are seldom told apart from all others by what one says of them: only a choice asks for them.
        stem = told.ask_subject(wh if named else "which of these", plural=not named or wh != "what")
    else:
        stem = _object_stem(told, part, wh, lead)
    return told.answer(tokens, AnswerType.LIST, stem, members=members)


def _object_stem(told: Told, part: Part, wh: str, lead: Sequence[Token]) -> str:
    if part.role is Role.OBJECT:
        return told.ask(wh, part)
    if part.role is Role.ATTRIBUTE:
        if told.clause.subject.head.tag_ == "EX":
            return ""
        return told.ask("what", part) if part is told.clause.rest[-1] else ""
    if part.role is not Role.PHRASE or not lead:
        return ""
    if told.clause.verb.lemma_ in {"consist", "compose", "make"} and lead[0].text.lower() == "of":
        stem = told.ask(wh, part)
        return stem.removesuffix("?") + " of?" if stem else ""
    return told.ask(f"{lead[0].text.lower()} {wh}", part) if wh != "what" else ""


def _noun_phrase(part: Part) -> tuple[Token | None, tuple[Token, ...], tuple[Token, ...]]:
    """Return the head of the part's noun phrase, its tokens, and the preposition in front."""
    if part.role in {Role.SUBJECT, Role.OBJECT, Role.ATTRIBUTE}:
        return (part.head if part.head.tag_ in NOUNS else None), part.tokens, ()
    if part.role in {Role.PHRASE, Role.AGENT} and part.head.tag_ == "IN":
        inner = children(part.head, "pobj")
        if len(inner) == 1 and len(part.tokens) > 1:
            return inner[0], part.tokens[1:], part.tokens[:1]
    return None, (), ()


def _items(head: Token, tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Return the coordinated items of a noun phrase, each without what joins it to the next."""
    heads = [head]
    while more := children(heads[-1], "conj"):
        heads.append(more[0])
    if len(heads) < _FEWEST_NAMES or not any(children(each, "cc") for each in heads):
        return []
    later: list[set[int]] = [{token.i for token in each.subtree} for each in heads] + [set()]
    found = []
    for place, each in enumerate(heads):
        joins = {token.i for child in children(each, "cc", "punct") for token in child.subtree}
        own = [t for t in tokens if t.i in later[place] and t.i not in later[place + 1] and t.i not in joins]
        found.append(tuple(own))
    return found if all(found) else []


def _composed(told: Told) -> Fact | None:
    """Tell the list that opens "Consisting of A, B and C, the league ..." as a fact of its own."""
    for part in told.clause.opening:
        of = next(iter(children(part.head, "prep")), None)
        head = next(iter(children(of, "pobj")), None) if of is not None else None
        if part.head.lemma_ != "consist" or of is None or head is None:
            continue
        tokens = tuple(token for token in part.tokens if token.i > of.i)
        past = told.clause.verb.tag_ == "VBD" or str(told.clause.auxiliary) in {"was", "were", "had"}
        pieces = [*told.clause.subject.tokens, "consisted" if past else "consists", of, *tokens]
        shown = replace(told, statement=as_sentence(render(pieces, told.rewrite)))
        members = _items(head, tokens)
        kinds = {entity.type for item in members if (entity := told.entity(item)) is not None}
        wh = f"which {_PLURALS[next(iter(kinds))]}" if len(kinds) == 1 and kinds <= set(_PLURALS) else "what"
        subject = told.text(told.clause.subject.tokens)
        stem = wording.finished(f"{wh} {'did' if past else 'does'} {subject} consist of")
        answer = shown.answer(tokens, AnswerType.LIST, stem, members=tuple(told.text(item) for item in members))
        return shown.fact("membership", [answer], weight=1.0) if len(members) >= _FEWEST else None
    return None


def _with_list_as_subject(told: Told) -> Told | None:
    """Tell "three members - A, B and C - left" with the names as its subject."""
    head = told.clause.subject.head
    inner = [token for each in head.subtree for token in children(each, "appos") if each in told.clause.subject.tokens]
    for name in inner:
        tokens = tuple(name.subtree)
        if name in told.clause.subject.tokens or not _items(name, tokens):
            continue
        if all(told.entity(item) for item in _items(name, tokens)):
            clause: Clause = replace(told.clause, subject=Part(Role.SUBJECT, name, tokens))
            return replace(told, clause=clause, statement=as_sentence(render(clause.pieces(), told.rewrite)))
    return None
