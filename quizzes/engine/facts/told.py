"""One trusted clause, told as a statement that stands alone, and the questions it can be asked by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from .. import gazetteer, wording
from ..clauses import Clause
from ..denial import denied
from ..document import Span
from ..grammar import GROUP_NOUNS, HEDGES, NOUNS, PRONOUNS, children, is_person, lowered
from ..guards import is_written_out
from ..parts import Part
from ..rendering import Rendered, as_sentence, render
from ..words import bare, stems, telling
from .base import Answer, AnswerType, Event, Fact, Forms, Level, Pair
from .forms import forms
from .knowledge import Knowledge, make
from .levels import answering, judging

if TYPE_CHECKING:
    from ..entities import Entity
    from ..language import Sentence, Token

_SHORT_ANSWER = 6
_FEW, _SOME, _MANY = 2, 3, 6
_YEAR = re.compile(r"\b[12]\d{3}\b")
_ONCE = re.compile(r"^How \w+ (?:is|was)\b|\b(?:die|born|resign|retire|marry|abdicate|founded|abolished)\b")
_AGREEMENTS = frozenset({"treaty", "convention", "agreement", "pact", "protocol", "charter", "accord"})
_EMPTY = frozenset(
    {"organization", "country", "year", "purpose", "place", "happen", "date", "event", "body", "agreement"}
)


@dataclass(frozen=True)
class Told:
    """One trusted clause, told as a statement that stands alone."""

    clause: Clause
    statement: Rendered
    rewrite: Mapping[int, str]
    evidence: tuple[Span, ...]
    knowledge: Knowledge
    echoes: Mapping[int, int] = field(default_factory=dict)

    @property
    def sentence(self) -> Sentence:
        """Return the sentence that the clause is part of."""
        return self.clause.sentence

    @cached_property
    def hedged(self) -> bool:
        """Say whether the statement is less than certain."""
        return bool(lowered(token for token in self.clause.tokens() if not _is_preposition(token)) & HEDGES)

    def entity(self, tokens: Sequence[Token]) -> Entity | None:
        """Return the entity that a phrase names, after substitution."""
        for token in tokens:
            if self.rewrite.get(token.i) and is_written_out(token, self.rewrite) and not self._is_name(token):
                rest = [each for each in tokens if each.i not in self.rewrite and each.tag_ not in {"DT", "POS"}]
                return None if rest else self.knowledge.named(self.rewrite[token.i])
        return self.knowledge.entity(tokens, self.sentence)

    def _is_name(self, token: Token) -> bool:
        """Say whether a word is part of a name in the article itself, which is but written out in full."""
        return self.knowledge.entities.covering(self.sentence.start(token), self.sentence.end(token)) is not None

    def text(self, tokens: Iterable[Token]) -> str:
        """Return the phrase as the statement has it."""
        return render(list(tokens), self.rewrite).text

    def wh(self, part: Part) -> str:
        """Return the question word for a noun phrase, "" when unsure."""
        entity = self.entity(part.tokens) or self._person(part)
        if entity is not None:
            if entity.type is AnswerType.PERSON and (entity.article or part.tokens[0].text.lower() == "the"):
                described = len(part.tokens) > len(entity.name.split()) + 1
                return "who" if described and not entity.article else ""
            kind = _typed(entity)
            if kind is AnswerType.OTHER or not _is_surely(entity):
                return ""
            if kind is AnswerType.PLACE and (wording.is_body(entity.name) or not self.knowledge.is_somewhere(entity)):
                return ""
            if kind is AnswerType.PERSON and self.knowledge.is_landscape(entity):
                return ""
            return wording.asking(kind, entity.heads, self.text(part.tokens))
        return self._common_wh(part.head)

    def _person(self, part: Part) -> Entity | None:
        """Return the person at the head of "President Lukashenko of Belarus"."""
        found = self.knowledge.entities.covering(self.sentence.start(part.head), self.sentence.end(part.head))
        return found.entity if found and found.entity.type is AnswerType.PERSON else None

    def _common_wh(self, head: Token) -> str:
        word = head.lemma_.lower()
        if head.tag_ == "VBG":
            return "what"
        if head.tag_ not in NOUNS or children(head, "conj"):
            return ""
        if is_person(head):
            return "who"
        if word in GROUP_NOUNS:
            named = any(child.dep_ in {"amod", "compound", "nmod"} for child in head.children)
            return f"which {word}" if named and head.tag_ == "NN" else ""
        return "" if head.tag_ in {"NNP", "NNPS"} else "what"

    def kind(self, tokens: Sequence[Token], head: Token) -> AnswerType:
        """Return the type of a noun phrase as an answer."""
        entity = self.entity(tokens)
        if entity is not None:
            return _typed(entity)
        if is_person(head):
            return AnswerType.PEOPLE
        return AnswerType.TERM if head.tag_ in NOUNS else AnswerType.OTHER

    def answer(
        self,
        tokens: Sequence[Token],
        kind: AnswerType,
        stem: str = "",
        *,
        value: Decimal | None = None,
        unit: str = "",
        year: int | None = None,
        members: tuple[str, ...] = (),
        level: Level = Level.RECALL,
        accept: Iterable[str] = (),
        anchored: bool = False,
    ) -> Answer | None:
        """Return one askable part of the statement, None when it cannot be found there whole."""
        slot = self.statement.slot(tokens)
        if slot is None:
            return None
        text = slot.of(self.statement.text).strip(" ,")
        if not text:
            return None
        if slot.start == 0 and text != self.text(tokens):
            text = self.text(tokens) or text
        entity = self.entity(tokens)
        aliases = [*accept, *(entity.names if entity else ())]
        others = tuple(dict.fromkeys(name for name in aliases if bare(name) != bare(text)))
        fair = not self._leaks(stem, text) and (anchored or self.is_anchored(stem))
        asked = stem if stem and fair else ""
        head = _head(tokens)
        asks = answering(self.clause, kind, asked) if level is Level.RECALL else level
        return Answer(text, kind, slot, asked, others, value, unit, year, members, asks, head.lemma_.lower(), head.tag_)

    def _leaks(self, stem: str, answer: str) -> bool:
        """Say whether the stem gives the answer away."""
        leaked = stems(answer) & stems(stem)
        if len(answer.split()) <= _SHORT_ANSWER:
            return bool(leaked or telling(answer) & telling(stem))
        return len(leaked) * 3 > len(stems(answer))

    def is_anchored(self, stem: str) -> bool:
        """Say whether a question names a thing of the article and says one more thing about it."""
        words = stem.rstrip("?").split()
        named = any(word[:1].isupper() for word in words[1:]) or _YEAR.search(" ".join(words[1:]))
        content = telling(stem) - _EMPTY
        if named:
            return len(content) >= (_FEW if _ONCE.search(stem) else _SOME)
        return len(content) >= (_SOME if self.knowledge.topics & stems(stem) else _MANY)

    def ask(self, wh: str, asked: Part) -> str:
        """Ask for anything but the subject."""
        if self.clause.negated or self._is_orphaned(asked):
            return ""
        return wording.inverted_question(self.clause, wh, asked, self.rewrite)

    def ask_subject(self, wh: str, *, plural: bool = False) -> str:
        """Ask for the subject."""
        if self.clause.negated or self._is_orphaned(self.clause.subject):
            return ""
        return wording.subject_question(self.clause, wh, self.rewrite, plural=plural)

    def _is_orphaned(self, asked: Part) -> bool:
        """Say whether a pronoun outside the asked part means something named inside it alone."""
        if self.entity(asked.tokens) is not None:
            return False
        inside = {token.i for token in asked.tokens}
        return any(
            token.i not in inside
            and token.text.lower() in PRONOUNS
            and not is_written_out(token, self.rewrite)
            and self.echoes.get(token.i, -1) in inside
            for token in self.clause.tokens()
        )

    def fact(
        self,
        kind: str,
        answers: Iterable[Answer | None],
        *,
        pair: Pair | None = None,
        event: Event | None = None,
        weight: float = 0.0,
        judged: bool = False,
        level: Level = Level.RECALL,
        reversal: str = "",
    ) -> Fact | None:
        """Return a fact of these answers, None when there is nothing to ask; `judged` allows one only to be judged."""
        found = tuple(answer for answer in answers if answer is not None)
        askable = found or event or reversal or judged
        if not askable or not self._stands_alone:
            return None
        return make(
            self.knowledge, kind, self.statement.text, found, self.evidence, self.sentence.paragraph,
            names=self.names, hedged=self.hedged, negated=self.clause.negated, pair=pair, event=event, weight=weight,
            subject=self.text(self.clause.subject.tokens), relation=self.clause.verb.lemma_, denial=self._denial,
            reversal=reversal, level=self._level if level is Level.RECALL else level,
            forms=self._forms,
        )  # fmt: skip

    @cached_property
    def _level(self) -> Level:
        """Return what judging the clause asks for."""
        return judging(self.clause)

    @cached_property
    def _stands_alone(self) -> bool:
        """Say whether the statement names what it is about."""
        return self.is_anchored("So " + self.statement.text.rstrip("."))

    @cached_property
    def _forms(self) -> Forms:
        """Return what wrong options are made of, the same for every fact of the clause."""
        return forms(self.clause, self.rewrite)

    @cached_property
    def _denial(self) -> str:
        """Return what the statement contradicts, where the statement is the clause as it stands."""
        told = as_sentence(render(self.clause.pieces(), self.rewrite)).text
        return denied(self.clause, self.rewrite) if told == self.statement.text else ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return every name in the statement with its aliases."""
        shown = {token.i for token in self.clause.tokens()}
        first, last = self.sentence.span.start, self.sentence.span.end
        places = {self.sentence.start(token): token.i for token in self.sentence.tokens}
        found: list[str] = []
        for mention in self.knowledge.entities.within(first, last):
            if places.get(mention.span.start) in shown:
                found += mention.entity.names
        for index, text in self.rewrite.items():
            entity = self.knowledge.named(text) if text and index in shown else None
            found += entity.names if entity else ()
        return tuple(dict.fromkeys(found))


def _head(tokens: Sequence[Token]) -> Token:
    """Return the word that the others of a phrase hang on; of a phrase with a preposition, the noun after it."""
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[0])
    return next(iter(children(top, "pobj", "pcomp")), top)


def _is_preposition(token: Token) -> bool:
    """Tell "wrote about the war" from "about 40 men"."""
    return token.dep_ == "prep" and token.text.lower() in {"about", "around"}


def _typed(entity: Entity) -> AnswerType:
    """Return the entity's type; a name that begins "Treaty on" is an agreement whatever it is about."""
    words = (entity.full or entity.name).lower().split()
    return AnswerType.AGREEMENT if words[0] in _AGREEMENTS and words[1:2] in (["on"], ["of"]) else entity.type


def _is_surely(entity: Entity) -> bool:
    """Say whether something besides a guess tells that an organisation is one."""
    if _typed(entity) is not AnswerType.ORGANISATION:
        return True
    words = entity.name.lower().split()
    told = any(map(wording.is_cue, (*entity.heads, *words)))
    return told or bool(entity.abbreviation or entity.full) or entity.name in gazetteer.organisations()
