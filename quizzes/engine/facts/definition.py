"""What something is, and what a short form stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Span
from ..entities import Entity
from ..grammar import NOUNS, children, has_child, is_person
from ..parts import Part, Role
from ..wording import finished
from ..words import telling
from .base import Answer, AnswerType, Fact, Pair
from .knowledge import make
from .told import Told
from .view import View

_FEWEST_WORDS = 3
_WIDE = frozenset({"place", "location", "organization", "body", "agreement", "treaty", "event", "work"})
_NO_PERSONS = frozenset({AnswerType.ORGANISATION, AnswerType.PLACE, AnswerType.COUNTRY})
PERSONS = frozenset({"head", "member", "winner", "author", "leader", "chair", "star", "host", "face", "voice"})
"""Nouns that mean a person as often as not."""
# A short form is worth knowing where the article itself goes on to speak by it.
_OFTEN = 2
_NAMING = frozenset({"call", "name", "know", "dub", "term", "nickname"})


def read(view: View) -> Iterator[Fact]:
    """Yield definitions told by "is", names told by "is called", and short forms in parentheses."""
    for told in view.told:
        fact = None
        if told.clause.verb.lemma_ == "be" and not told.clause.negated and len(told.clause.group) == 1:
            fact = _definition(told)
        elif told.clause.passive and told.clause.verb.lemma_ in _NAMING and not told.clause.negated:
            fact = _name(told)
        if fact:
            yield fact
    yield from _short_forms(view)


def _definition(told: Told) -> Fact | None:
    attributes = told.clause.of(Role.ATTRIBUTE)
    if (
        told.clause.subject.head.tag_ == "EX"
        or _is_one_of_many(told.clause.subject)
        or len(attributes) != 1
        or attributes[0] is not told.clause.rest[0]
    ):
        return None
    part, subject = attributes[0], told.clause.subject
    thing, same = told.entity(subject.tokens), told.entity(part.tokens)
    first = part.tokens[0].text.lower()
    definite = first in {"the", "one"} or "POS" in {token.tag_ for token in part.tokens[:4]}
    if thing is not None and thing.type is AnswerType.PERSON:
        return None
    answers: list[Answer | None] = []
    if thing is not None or subject.head.tag_ in {"NN", "NNS"}:
        answers.append(_what_is(told, part, first))
    if definite and (thing is not None or _describes_one(part, subject)):
        answers.append(_which_is(told, subject))
    if same is not None and thing is None:
        answers = [_which_attribute(told, part)]
    if thing is not None and first in {"a", "an"} and told.clause.auxiliary is None:
        answers.append(_what_fits(told, part))
    meaning = told.text(part.tokens)
    paired = thing is not None and first in {"a", "an"} and not told.hedged and same is None
    pair = Pair("term-meaning", told.text(subject.tokens), meaning) if paired else None
    return told.fact("definition", answers, pair=pair, weight=0.9)


def _is_one_of_many(subject: Part) -> bool:
    """Say whether several things answer the description: "One of the first buyers was ..."."""
    return subject.tokens[0].text.lower() in {"one", "another", "some", "part", "most"}


def _what_fits(told: Told, part: Part) -> Answer | None:
    """Ask for the thing by its meaning: "Which infection is caused by ...?", "Which company serves ...?"."""
    subject = told.clause.subject
    modifiers = [child for child in children(part.head, "acl", "relcl") if child.i > part.head.i]
    if len(modifiers) != 1 or modifiers[0].right_edge.i != part.tokens[-1].i or modifiers[0].left_edge.i <= part.head.i:
        return None
    inside = [token for token in part.tokens if token.i >= modifiers[0].left_edge.i]
    before = [token for token in part.tokens[1:] if token.i < inside[0].i and token.text != ","]
    if modifiers[0].dep_ == "acl" and modifiers[0].tag_ == "VBN" and inside[0] == modifiers[0]:
        told_of = f"{told.clause.verb.text.lower()} {told.text(inside)}"
    elif inside[0].text.lower() in {"that", "which"} and inside[0].dep_ in {"nsubj", "nsubjpass"}:
        told_of = told.text(inside[1:])
    else:
        return None
    stem = finished(f"which {told.text(before)} {told_of}")
    return told.answer(subject.tokens, told.kind(subject.tokens, subject.head), stem)


def _describes_one(part: Part, subject: Part) -> bool:
    """Say whether "the mainstay of therapy" holds of one thing only, which the subject then tells in full."""
    whole = part.tokens[0].text.lower() == "the" and part.head.tag_ == "NN" and has_child(part.head, "prep", "relcl")
    alone = not children(subject.head, "conj") and subject.head.tag_ == "NN"
    return whole and alone and len(telling(" ".join(token.text for token in subject.tokens))) >= 2


def _what_is(told: Told, part: Part, first: str) -> Answer | None:
    if part.head.tag_ not in NOUNS or len(telling(told.text(part.tokens))) < _FEWEST_WORDS or len(part.tokens) > 40:
        return None
    alone = not told.clause.of(Role.CAUSE, Role.MEANS, Role.PURPOSE, Role.CONDITION)
    stem = (
        told.ask("what", part) if alone and first in {"a", "an", "one"} and len(told.clause.subject.tokens) <= 8 else ""
    )
    defined = told.entity(told.clause.subject.tokens) is not None
    return told.answer(part.tokens, AnswerType.TERM, stem, anchored=defined)


def _which_is(told: Told, subject: Part) -> Answer | None:
    wh = asked_of(told, subject, told.clause.of(Role.ATTRIBUTE)[0])
    stem = told.ask_subject(wh) if wh else ""
    return told.answer(subject.tokens, told.kind(subject.tokens, subject.head), stem)


def asked_of(told: Told, subject: Part, description: Part) -> str:
    """Return the question word for what a description fits: "who", "what", or "which" with a noun it does not hold."""
    wh = told.wh(subject)
    noun = wh.removeprefix("which ")
    thing = told.entity(subject.tokens)
    if not wh and thing is not None and thing.type in _NO_PERSONS and is_person(description.head):
        return ""
    if not wh:
        return "who" if is_person(description.head) or description.head.lemma_.lower() in PERSONS else "what"
    return "what" if noun in _WIDE or noun in told.text(description.tokens).lower() else wh


def _which_attribute(told: Told, part: Part) -> Answer | None:
    kind = told.kind(part.tokens, part.head)
    return told.answer(part.tokens, kind, told.ask("who" if kind is AnswerType.PERSON else "what", part))


def _name(told: Told) -> Fact | None:
    """Ask for the name that "The layer is called the mesoglea" tells."""
    for part in told.clause.rest:
        lead = part.tokens[0].text.lower()
        tokens = part.tokens[1:] if lead == "as" else part.tokens
        if (part.role is Role.COMPLEMENT and part.head.tag_ in NOUNS) or (
            lead == "as" and told.clause.verb.lemma_ == "know"
        ):
            stem = told.ask("what", part)
            if lead == "as" and stem:
                # What stands behind the name would part it from its "as".
                stem = f"{stem.removesuffix('?')} as?" if part is told.clause.rest[-1] else ""
            heads = [token for token in tokens if token.tag_ in NOUNS]
            if not heads or any(children(token, "conj") for token in heads):
                return None
            answer = told.answer(tokens, told.kind(tokens, heads[-1]), stem)
            return told.fact("definition", [answer], weight=0.8)
    return None


def _short_forms(view: View) -> Iterator[Fact]:
    """Yield "CIS stands for Commonwealth of Independent States" where the sentence explains it."""
    sentence = view.sentence
    for mention in view.knowledge.entities.within(sentence.span.start, sentence.span.end):
        entity = mention.entity
        short, full = entity.abbreviation, entity.full
        if not short or not full or not _explains(sentence.text, short, full) or not _is_used(short, entity, view):
            continue
        yield _short_form(view, short, full, entity.names)
        return


def _is_used(short: str, entity: Entity, view: View) -> bool:
    """Say whether the article goes on to speak of a thing by its short form: one met in passing is nobody's to keep."""
    text = view.knowledge.document.text
    if short.endswith("s"):
        return False  # "FAQs" names a form, not a thing
    return entity is view.knowledge.entities.topic or len(re.findall(rf"\b{re.escape(short)}\b", text)) >= _OFTEN


def _explains(text: str, short: str, full: str) -> bool:
    after = rf"{re.escape(full)},? \((?:[^()]*\b)?{re.escape(short)}\b"
    before = rf"\b{re.escape(short)} \((?:the )?{re.escape(full)}"
    return bool(re.search(after, text, re.I) or re.search(before, text, re.I))


def _short_form(view: View, short: str, full: str, names: tuple[str, ...]) -> Fact:
    # The letters are not asked for: the full form spells them.
    statement = f"{short} stands for {full}."
    expansion = Answer(
        full, AnswerType.TERM, Span(len(short) + 12, len(short) + 12 + len(full)), f"What does {short} stand for?"
    )
    return make(
        view.knowledge, "definition", statement, (expansion,), (view.sentence.span,), view.sentence.paragraph,
        names=names, pair=Pair("abbreviation", short, full), weight=0.6, subject=short, relation="stand",
    )  # fmt: skip
