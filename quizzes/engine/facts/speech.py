"""Whose words stand between the quotation marks of a paragraph, where its sentences tell that for sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..grammar import FINITE, PROPER, SUBJECTS, children, is_person, is_verb, listed
from .base import AnswerType
from .knowledge import Knowledge

if TYPE_CHECKING:
    from ..entities import Entity
    from ..language import Sentence, Token
    from ..tokens import Doc

SAYING = listed(
    "say write argue explain warn claim insist announce declare reply state note conclude comment recall add tell admit"
    " observe remark stress predict"
)
# What may stand between the verb and the quotation without changing whose words they are.
_BETWEEN = listed("also later too")
_MARK = '"'
# Past this many sentences without his name a reader no longer knows who "he" is.
_FARTHEST = 6


@dataclass(frozen=True, slots=True)
class Speech:
    """Who spoke, the verb that says so, and the words of each quotation that is surely this speaker's."""

    speaker: Entity
    verb: Token
    passages: tuple[tuple[Token, ...], ...]


def find(sentence: Sentence, knowledge: Knowledge) -> Speech | None:
    """Return what the speaker whom this sentence names said, None where either is not sure."""
    doc = sentence.tokens[0].doc
    quoted = _passages(doc)
    inside = {token.i for passage in quoted for token in passage}
    # What the speaker said without marks has a verb of its own: only one verb may tell of the quotation.
    verbs = [token for token in sentence.tokens if token.i not in inside and _says(token)]
    for verb in verbs:
        own = [passage for passage in quoted if _touches(verb, passage)]
        speaker = _speaker(verb, sentence, knowledge) if own else None
        if speaker is not None and not _interrupts(own):
            last = max(verb.i, own[-1][-1].i + 1)
            following = [passage for passage in quoted if _goes_on(last, passage, sentence) and passage not in own]
            return Speech(speaker, verb, (*own, *following))
    return None


def _passages(doc: Doc) -> list[tuple[Token, ...]]:
    """Return what stands between each two quotation marks; a last one may go on in the next paragraph."""
    marks = [token for token in doc if token.text == _MARK]
    opening, closing = marks[::2], marks[1::2]
    if any(mark.whitespace_ for mark in opening) or any(mark.nbor(-1).whitespace_ for mark in closing):
        return []
    ends = [*(mark.i for mark in closing), len(doc)]
    return [tuple(doc[mark.i + 1 : end]) for mark, end in zip(opening, ends, strict=False) if end > mark.i + 1]


def _says(token: Token) -> bool:
    return token.lemma_ in SAYING and is_verb(token) and token.tag_ in {"VBD", "VBZ"}


def _touches(verb: Token, passage: Sequence[Token]) -> bool:
    """Say whether nothing but the speaker, or a colon's lead, stands between a verb and a quotation."""
    own = {token.i for child in children(verb, *SUBJECTS) for token in child.subtree} | {verb.i}
    before, after = passage[0].i - 1, passage[-1].i + 1
    if verb.i < before:
        between: Sequence[Token] = [*verb.doc[verb.i + 1 : before]]
        if between and between[-1].text == ":":
            return not any(token.tag_ in FINITE or token.text in {".", ";"} for token in between)
    elif passage[-1].text == ".":
        # What follows a full stop is another sentence: whoever claims something there has not said this.
        return False
    else:
        between = [*verb.doc[after + 1 : verb.i]]
    return all(token.i in own or token.text == "," or token.lemma_ in _BETWEEN for token in between)


def _interrupts(passages: Sequence[tuple[Token, ...]]) -> bool:
    """Say whether the words tell of the speaker in the middle of what was said."""
    return any(passage[0].text[:1].islower() for passage in passages)


def _goes_on(last: int, passage: Sequence[Token], sentence: Sentence) -> bool:
    """Say whether a quotation opens right where the sentence that names the speaker ends."""
    doc, mark = passage[0].doc, passage[0].i - 1
    between = [*doc[last + 1 : mark]] if mark > last else []
    ended = [token for token in between if token.text == "."]
    return (
        len(ended) == 1
        and between[-1] is ended[0]
        and passage[0].text[:1].isupper()
        and sentence.start(between[0]) >= sentence.span.start
        and sentence.start(ended[0]) < sentence.span.end
        and not any(token.text == _MARK for token in between)
    )


def _speaker(verb: Token, sentence: Sentence, knowledge: Knowledge) -> Entity | None:
    """Return the person or organisation that the subject names or surely means."""
    subject = next(iter(children(verb, *SUBJECTS)), None)
    if subject is None or children(subject, "conj"):
        return None
    pronoun = subject.text.lower() in {"he", "she"}
    entity = (_meant if pronoun else _named)(subject, sentence, knowledge)
    if entity is None or entity.origin is not None:
        return None
    person = entity.type is AnswerType.PERSON and (len(entity.name.split()) > 1 or subject.tag_ in PROPER)
    body = entity.type is AnswerType.ORGANISATION and subject.tag_ in PROPER
    return entity if person or body else None


def _meant(pronoun: Token, sentence: Sentence, knowledge: Knowledge) -> Entity | None:
    """Return whom "he said" means; few speak of themselves by name, so that nobody named in the quotation is."""
    meant = knowledge.references.of(pronoun)
    quoted = [token for passage in _passages(pronoun.doc) for token in passage]
    named = [knowledge.entities.covering(sentence.start(token), sentence.end(token)) for token in quoted]
    if isinstance(meant, Enum) or any(mention is not None and mention.entity is meant for mention in named):
        return _last_named(pronoun, sentence, knowledge)
    return meant


def _named(subject: Token, sentence: Sentence, knowledge: Knowledge) -> Entity | None:
    """Return what a subject names, or the one person whose role it tells: "the mayor, Ida Moe"."""
    around = [subject, *children(subject, "appos")]
    named = [knowledge.entities.covering(sentence.start(token), sentence.end(token)) for token in around]
    people = {id(m.entity): m.entity for m in named if m and m.entity.type is AnswerType.PERSON}
    if len(people) == 1 and (is_person(subject) or subject.tag_ in PROPER):
        return next(iter(people.values()))
    return named[0].entity if named[0] is not None else None


def _last_named(pronoun: Token, sentence: Sentence, knowledge: Knowledge) -> Entity | None:
    """Return whom "he said" means: the only person of the last sentence that names one, no other person since."""
    for told in _before(sentence, knowledge):
        own = _outside(told)
        here = [(t, m.entity) for t in own if (m := knowledge.entities.covering(told.start(t), told.end(t)))]
        people = {id(entity): entity for token, entity in here if _may_speak(token, entity)}
        if len(people) == 1:
            (entity,) = people.values()
            fits = entity.gender in ("", "male" if pronoun.text.lower() == "he" else "female")
            return entity if fits and entity.type is AnswerType.PERSON else None
        if people or any(_is_another(token) for token in own):
            return None
    return None


def _may_speak(token: Token, entity: Entity) -> bool:
    """Say whether a name is, or may be, somebody's."""
    return entity.type is AnswerType.PERSON or (entity.type is AnswerType.OTHER and token.dep_ in SUBJECTS)


def _before(sentence: Sentence, knowledge: Knowledge) -> Iterator[Sentence]:
    """Yield the sentences before this one, the nearest first."""
    sentences = knowledge.parsed.sentences
    for index in range(sentence.index - 1, max(-1, sentence.index - _FARTHEST - 1), -1):
        yield sentences[index]


def _outside(sentence: Sentence) -> list[Token]:
    """Return the words of a sentence that stand in no quotation."""
    inside = {token.i for passage in _passages(sentence.tokens[0].doc) for token in passage}
    return [token for token in sentence.tokens if token.i not in inside]


def _is_another(token: Token) -> bool:
    """Say whether a word brings in somebody without a name, whom a pronoun may mean."""
    return is_person(token) and token.tag_ == "NN" and token.dep_ not in {"compound", "attr", "appos", "amod"}
