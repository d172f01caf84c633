"""A sentence as the fact readers see it: its trusted clauses, told as statements, with what the article knows of its names."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import clauses, gazetteer, guards, wording
from ..clauses import Clause, Part
from ..document import Span
from ..grammar import GROUP_NOUNS, HEDGES, NOUNS, PRONOUNS, children, is_person, lowered
from ..guards import Reading, is_written_out
from ..rendering import Rendered, as_sentence, render
from ..words import bare, stems, telling
from .base import Answer, AnswerType, Event, Fact, Level, Pair

if TYPE_CHECKING:
    from ..document import Document
    from ..entities import Entities, Entity
    from ..language import Parsed, Sentence, Token
    from ..reference import References

_SHORT_ANSWER = 6
_YEAR = re.compile(r"\b[12]\d{3}\b")
_ONCE = re.compile(r"^How \w+ (?:is|was)\b|\b(?:die|born|resign|retire|marry|abdicate|founded|abolished)\b")
_AGREEMENTS = frozenset({"treaty", "convention", "agreement", "pact", "protocol", "charter", "accord"})
_EMPTY = frozenset({"organization", "country", "year", "purpose", "place", "happen", "date", "event", "body", "agreement"})
_DESCRIBING = frozenset({"NN", "NNP", "JJ", "HYPH", "VBN", "NNS"})
_NAMED = frozenset({AnswerType.PERSON, AnswerType.COUNTRY, AnswerType.ORGANISATION, AnswerType.PLACE,
                    AnswerType.AGREEMENT, AnswerType.WORK, AnswerType.EVENT, AnswerType.PEOPLE})  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """What is known of the whole article while one sentence is read."""

    document: Document
    parsed: Parsed
    entities: Entities
    references: References
    title: frozenset[str] = frozenset()
    common: Mapping[str, int] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, parsed: Parsed, entities: Entities, references: References) -> Knowledge:
        """Count the article's own terms once."""
        common = Counter(
            token.lemma_.lower() for sentence in parsed.sentences for token in sentence.tokens if token.tag_ in NOUNS
        )
        lower = frozenset(token.text for each in parsed.sentences for token in each.tokens if token.text.islower())
        return cls(document, parsed, entities, references, stems(document.title), common, lower)

    def in_running_text(self, name: str) -> str:
        """Return a name as the middle of a sentence has it: "the treaty", "smallpox"."""
        first, _, rest = name.partition(" ")
        lower = first[:1].lower() + first[1:]
        entity = self.entities.by_name(name.removesuffix("'s"))
        term = entity is not None and entity.type is AnswerType.TERM and lower.removesuffix("'s") in self.lower
        return f"{lower} {rest}".strip() if first == "The" or term else name

    def naming(self, text: str, sentence: Sentence) -> Span | None:
        """Return the sentence that names what `text` says, when it is not this one."""
        entity = self.entities.by_name(text.removesuffix("'s").removesuffix("'"))
        if entity is None or any(each.entity is entity for each in self.entities.within(sentence.span.start, sentence.span.end)):
            return None
        before = [each for each in self.entities.mentions if each.entity is entity and each.span.end <= sentence.span.start]
        place = before[-1].span.start if before else -1
        return next((each.span for each in self.parsed.sentences if each.span.start <= place < each.span.end), None)

    def entity(self, tokens: Sequence[Token], sentence: Sentence) -> Entity | None:
        """Return the entity that these tokens name, articles and a title in front apart."""
        if not tokens:
            return None
        words = list(tokens)
        while words and (words[0].tag_ in {"DT", "PRP$"} or words[0].text == ","):
            words.pop(0)
        if not words:
            return None
        found = self.entities.at(sentence.start(words[0]), sentence.end(words[-1]))
        if found is not None:
            return found
        last = self.entities.covering(sentence.start(words[-1]), sentence.end(words[-1]))
        return last.entity if last and _describes(words, last.span.start, sentence) else None


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

    @property
    def hedged(self) -> bool:
        """Say whether the statement is less than certain."""
        return bool(lowered(self.clause.tokens()) & HEDGES)

    def entity(self, tokens: Sequence[Token]) -> Entity | None:
        """Return the entity that a phrase names, after substitution."""
        for token in tokens:
            if self.rewrite.get(token.i) and is_written_out(token, self.rewrite):
                rest = [each for each in tokens if each.i not in self.rewrite and each.tag_ not in {"DT", "POS"}]
                return None if rest else self.knowledge.entities.by_name(self.rewrite[token.i].removesuffix("'s"))
        return self.knowledge.entity(tokens, self.sentence)

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
        asked = stem if stem and self.is_fair(stem, text) else ""
        return Answer(text, kind, slot, asked, others, value, unit, year, members, level)

    def is_fair(self, stem: str, answer: str) -> bool:
        """Say whether the stem names enough to be understood alone and does not give the answer away."""
        shared = telling(answer) & telling(stem)
        leaked = stems(answer) & stems(stem)
        if len(answer.split()) <= _SHORT_ANSWER:
            return not leaked and not shared and self.is_anchored(stem)
        return len(leaked) * 3 <= len(stems(answer)) and self.is_anchored(stem)

    def is_anchored(self, stem: str) -> bool:
        """Say whether a question names a thing of the article and says one more thing about it."""
        words = stem.rstrip("?").split()
        names = [word for word in words[1:] if word[:1].isupper() or _YEAR.search(word)]
        content = telling(stem) - _EMPTY
        if names:
            return len(content) >= (2 if _ONCE.search(stem) else 3)
        known = self.knowledge.common
        terms = [word for word in content if known.get(word, 0) + known.get(word.removesuffix("s"), 0) >= 3]
        return len(content) >= (4 if terms else 6)

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
            token.i not in inside and token.text.lower() in PRONOUNS and self.echoes.get(token.i, -1) in inside
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
    ) -> Fact | None:
        """Return a fact of these answers, None when there is nothing to ask."""
        found = tuple(answer for answer in answers if answer is not None)
        if (not found and event is None) or not self.is_anchored("So " + self.statement.text.rstrip(".")):
            return None
        return make(
            self.knowledge, kind, self.statement.text, found, self.evidence, self.sentence.paragraph,
            names=self.names(), hedged=self.hedged, negated=self.clause.negated, pair=pair, event=event, weight=weight,
            subject=self.text(self.clause.subject.tokens), relation=self.clause.verb.lemma_,
        )  # fmt: skip

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
            entity = self.knowledge.entities.by_name(text.removesuffix("'s")) if text and index in shown else None
            found += entity.names if entity else ()
        return tuple(dict.fromkeys(found))


def _typed(entity: Entity) -> AnswerType:
    """Return the entity's type; a name that begins "Treaty on" is an agreement whatever it is about."""
    words = (entity.full or entity.name).lower().split()
    return AnswerType.AGREEMENT if words[0] in _AGREEMENTS and words[1:2] in (["on"], ["of"]) else entity.type


def _is_surely(entity: Entity) -> bool:
    """Say whether something besides a guess tells that an organisation is one."""
    if _typed(entity) is not AnswerType.ORGANISATION:
        return True
    words = entity.name.lower().split()
    return bool(entity.abbreviation or entity.full) or any(map(wording.is_cue, entity.heads)) or entity.name.isupper() or any(map(wording.is_cue, words))


def _describes(words: Sequence[Token], name: int, sentence: Sentence) -> bool:
    """Say whether what stands before the name is its title or description: "the Irish broadcaster" Setanta Sports."""
    before = [word for word in words if sentence.start(word) < name]
    return bool(before) and all(word.tag_ in _DESCRIBING and word.dep_ in {"compound", "amod", "nmod", "punct"} for word in before)


def make(
    knowledge: Knowledge,
    kind: str,
    statement: str,
    answers: tuple[Answer, ...],
    evidence: tuple[Span, ...],
    paragraph: int,
    *,
    names: tuple[str, ...] = (),
    hedged: bool = False,
    negated: bool = False,
    pair: Pair | None = None,
    event: Event | None = None,
    weight: float = 0.0,
    subject: str = "",
    relation: str = "",
) -> Fact:
    """Return a fact with its identity and salience worked out."""
    identity = f"{kind}|{statement}|{[(span.start, span.end) for span in evidence]}"
    return Fact(
        id="f" + hashlib.sha256(identity.encode()).hexdigest()[:10],
        kind=kind, statement=statement, answers=answers, evidence=evidence, paragraph=paragraph,
        salience=_salience(knowledge, statement, names, paragraph, weight), subject=subject, relation=relation,
        pair=pair, event=event, hedged=hedged, negated=negated, names=names,
    )  # fmt: skip


def _salience(knowledge: Knowledge, statement: str, names: Sequence[str], paragraph: int, weight: float) -> float:
    """Weigh what the statement shares with the title, how often its names occur, how early it stands."""
    total = max((each.count for each in knowledge.entities.all), default=1) or 1
    entities = [knowledge.entities.by_name(name) for name in names]
    frequency = max((each.count / total for each in entities if each is not None), default=0.0)
    titled = 1.0 if knowledge.title & stems(statement) else 0.0
    last = max((each.paragraph for each in knowledge.parsed.sentences), default=0) + 1
    early = 1 - paragraph / last
    return round(min(1.0, 0.3 * titled + 0.3 * frequency + 0.2 * early + 0.2 * weight), 3)


@dataclass(frozen=True)
class View:
    """One sentence with its trusted clauses."""

    sentence: Sentence
    told: tuple[Told, ...]
    knowledge: Knowledge


def views(knowledge: Knowledge, rejected: Counter[str]) -> Iterator[View]:
    """Yield each sentence; count in `rejected` why clauses were turned away."""
    for sentence in knowledge.parsed.sentences:
        found, reasons = clauses.find(sentence)
        rejected.update(reasons)
        told = []
        for clause in found:
            reading, far = resolved(clause, knowledge)
            reason = guards.refuse(clause, reading)
            if not reason and _is_headless(clause, reading.rewrite):
                reason = "unresolved_reference"
            if reason:
                rejected[reason] += 1
                continue
            told.append(_told(clause, reading, far, knowledge))
        yield View(sentence, tuple(told), knowledge)


def _is_headless(clause: Clause, rewrite: Mapping[int, str]) -> bool:
    """Say whether a possessive is left without what it owns: "Maalin's was the last case"."""
    last = [token for token in clause.subject.tokens if rewrite.get(token.i, token.text)]
    return not last or rewrite.get(last[-1].i, "").endswith(("'s", "s'"))


def _told(clause: Clause, reading: Reading, far: Mapping[int, Span], knowledge: Knowledge) -> Told:
    shown = list(clause.tokens())
    spans = {clause.sentence.span} | {far[token.i] for token in shown if token.i in far}
    statement = as_sentence(render(clause.pieces(), reading.rewrite))
    return Told(clause, statement, reading.rewrite, tuple(sorted(spans)), knowledge, reading.echoes)


def resolved(clause: Clause, knowledge: Knowledge) -> tuple[Reading, dict[int, Span]]:
    """Return what the references of a clause mean, and the sentences needed to prove it."""
    sentence = clause.sentence
    shown = sorted(clause.tokens(), key=lambda token: token.i)
    within = sentence.span_of(shown[0], shown[-1])
    rewrite = _cased(sentence, knowledge)
    far: dict[int, Span] = {}
    echoes: dict[int, int] = {}
    for start, end, text in knowledge.references.substitutions(sentence, within):
        tokens = [token for token in shown if start <= sentence.start(token) < end]
        before = _named_before(text, tokens, rewrite) if tokens else -1
        if before >= 0:
            echoes[tokens[0].i] = before
            continue
        for place, token in enumerate(tokens):
            rewrite[token.i] = "" if place else knowledge.in_running_text(text)
        proof = knowledge.naming(text, sentence) if tokens else None
        if proof:
            far[tokens[0].i] = proof
    hanging = knowledge.references.unresolved(sentence, within)
    unknown = {token.i for token in shown for start, end in hanging if start <= sentence.start(token) < end}
    for token in shown:
        antecedent = knowledge.references.antecedent(token)
        if antecedent is not None and antecedent in shown:
            echoes.setdefault(token.i, antecedent.i)
    known = {token.i for token in shown if _is_known(token, sentence, knowledge)}
    return Reading(rewrite, frozenset(unknown), echoes, frozenset(known)), far


def _named_before(text: str, tokens: Sequence[Token], rewrite: Mapping[int, str]) -> int:
    """Return where the clause already writes out the name that a pronoun stands for, -1 when it does not."""
    if len(tokens) != 1 or tokens[0].text.lower() not in PRONOUNS:
        return -1
    name = text.removesuffix("'s")
    return next((i for i, old in rewrite.items() if i < tokens[0].i and old.removesuffix("'s") == name), -1)


def _is_known(noun: Token, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Say whether a common noun needs no introduction: the only one of its kind, or a term of the article."""
    if noun.lemma_.lower() in gazetteer.unique_nouns() or noun.text.lower() in gazetteer.unique_nouns():
        return True
    return knowledge.entities.covering(sentence.start(noun), sentence.end(noun)) is not None


def _cased(sentence: Sentence, knowledge: Knowledge) -> dict[int, str]:
    """Write the first word of a sentence as the article writes it elsewhere: names keep their capital, terms lose it."""
    first = sentence.tokens[0]
    lower = first.text[:1].lower() + first.text[1:]
    if first.text == lower or first.text[1:] != first.text[1:].lower():
        return {}
    named = knowledge.entities.covering(sentence.start(first), sentence.end(first))
    if named and named.entity.type is not AnswerType.TERM:
        return {first.i: first.text}
    return {first.i: lower} if first.tag_ == "DT" or lower in knowledge.lower else {}
