"""What "the organization", "he", "the treaty", "that year" stand for, or that it is unknown. Precision first.

API, with offsets in characters of the document:

    resolve(parsed, entities) -> References

    references.of(token) -> Entity | UNKNOWN | None
        None: the token refers to nothing that needs a referent (a name, "the renewal of the treaty", a pronoun
        whose antecedent is a common noun of the same sentence, an expletive "it").
    references.is_empty(token) -> bool                for an "it" that stands for nothing
    references.antecedent(token) -> Token | None     where the same sentence names what the token means
    references.year_of(token) -> int | None          for the token "year"/"years" of "that year", "two years later"
    references.substitutions(sentence, within=None) -> ((start, end, text), ...)
        what to write instead so that the sentence stands alone, as document offsets, in order; `within` is a Span of
        it (a clause): then what the rest of the sentence named is written out too.
        `shown` are the places of the words that a reader will see of it: what only the others named is written out.
    references.unresolved(sentence, within=None) -> ((start, end), ...)
        what would leave the sentence (or the clause) hanging: never show a text that contains one of these.
    references.origin(start) -> Span | None
        the sentence that has the phrase, where what is to be written at `start` is a phrase and no name
    references.stands_alone(sentence, within=None) -> str | None
        the slice with all substitutions made, or None when something stays unresolved.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from . import jurisdiction
from .definites import resolve_definite
from .discourse import Scene, by_head, scenes
from .document import Block, Document, Span
from .entities import Entities, Entity
from .facts.base import AnswerType
from .language import Parsed, Sentence
from .lists import word_set
from .pronouns import resolve_pronoun
from .referring import UNKNOWN, Context, Meaning, Story, Unknown
from .years import is_year, relative_year, vague_times, years_in

if TYPE_CHECKING:
    from .language import Token

__all__ = ["UNKNOWN", "References", "Unknown", "resolve"]

LONGEST_OWNER = 3
SILENT = word_set("VERB AUX ADP PUNCT CCONJ SCONJ PART SPACE SYM INTJ X")


@dataclass(frozen=True, slots=True)
class Link:
    """A referring expression: its characters, what it means, what to write for it, and where the sentence named it."""

    span: Span
    entity: Entity | Unknown | None
    text: str = ""
    antecedent: int = -1


class References:
    """The referring expressions of an article and what each means; see the head of this file."""

    def __init__(self) -> None:
        """Start with nothing known; `resolve` fills it in."""
        self._links: dict[int, list[Link]] = {}
        self._meanings: dict[tuple[int, int], Meaning] = {}
        self._years: dict[tuple[int, int], int] = {}
        self._origins: dict[int, Span] = {}

    def of(self, token: Token) -> Entity | Unknown | None:
        """Return what the token means; see the head of this file."""
        meaning = self._meanings.get((id(token.doc), token.i))
        return meaning.entity if meaning else None

    def is_empty(self, token: Token) -> bool:
        """Tell whether the token refers to nothing: "it is likely that"."""
        meaning = self._meanings.get((id(token.doc), token.i))
        return meaning is not None and meaning.needs_nothing

    def antecedent(self, token: Token) -> Token | None:
        """Return the token of the same sentence that names what this one means."""
        meaning = self._meanings.get((id(token.doc), token.i))
        return meaning.antecedent if meaning else None

    def year_of(self, token: Token) -> int | None:
        """Return the year that "that year" or "two years later" is."""
        return self._years.get((id(token.doc), token.i))

    def substitutions(
        self, sentence: Sentence, within: Span | None = None, shown: Set[int] | None = None
    ) -> tuple[tuple[int, int, str], ...]:
        """Return what to write instead, so that the sentence or the part of it stands alone."""
        links = self._far(sentence, within, shown)
        return tuple((k.span.start, k.span.end, k.text) for k in links if k.text)

    def unresolved(
        self, sentence: Sentence, within: Span | None = None, shown: Set[int] | None = None
    ) -> tuple[tuple[int, int], ...]:
        """Return the references that would hang."""
        links = self._far(sentence, within, shown)
        return tuple((k.span.start, k.span.end) for k in links if not k.text)

    def origin(self, start: int) -> Span | None:
        """Return the sentence that proves what a phrase stands for."""
        return self._origins.get(start)

    def stands_alone(self, sentence: Sentence, within: Span | None = None) -> str | None:
        """Return the text with every reference written out, or None when one stays unresolved."""
        if self.unresolved(sentence, within):
            return None
        span = within or sentence.span
        base = span.start
        text = sentence.text[base - sentence.span.start : span.end - sentence.span.start]
        for start, end, new in reversed(self.substitutions(sentence, within)):
            text = text[: start - base] + new + text[end - base :]
        return text

    def note(self, sentence: Sentence, link: Link) -> None:
        """Add a referring expression of the sentence."""
        if isinstance(link.entity, Entity) and link.entity.origin is not None:
            self._origins[link.span.start] = link.entity.origin
        self._links.setdefault(sentence.index, []).append(link)

    def mean(self, token: Token, meaning: Meaning) -> None:
        """Note what a token means."""
        self._meanings[id(token.doc), token.i] = meaning

    def date(self, token: Token, year: int) -> None:
        """Note the year that a token means."""
        self._years[id(token.doc), token.i] = year

    def _far(self, sentence: Sentence, within: Span | None, shown: Set[int] | None) -> list[Link]:
        """Return the references in the part whose antecedent the reader does not see."""
        span = within or sentence.span

        def is_near(link: Link) -> bool:
            return span.start <= link.antecedent < span.end and (shown is None or link.antecedent in shown)

        links = self._links.get(sentence.index, [])
        inside = [k for k in links if span.start <= k.span.start and k.span.end <= span.end and not is_near(k)]
        return sorted(inside, key=lambda k: k.span)


def resolve(parsed: Parsed, entities: Entities) -> References:
    """Find what every referring expression of a document means."""
    references = References()
    told = scenes(parsed, entities)
    story = Story(
        entities, by_head(entities), breaks=_breaks(parsed.document), country=jurisdiction.of(parsed, entities)
    )
    for i, scene in enumerate(told):
        _read(references, Context(told, i, story))
        _read_times(references, scene, told[max(0, i - 2) : i])
        _remember(story, scene)
    return references


def _breaks(document: Document) -> frozenset[int]:
    """Return the paragraphs of running text that a heading stands before."""
    return frozenset(
        after.index
        for before, after in pairwise(document.paragraphs)
        if before.block is Block.HEADING and after.index >= 0
    )


def _remember(story: Story, scene: Scene) -> None:
    """Note the nouns of a sentence that is told."""
    for token in scene.sentence.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN":
            story.said.add(lemma)
            story.pairs.update((child.lower_, lemma) for child in token.lefts if child.dep_ != "det")
        if token.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children):
            story.introduced[lemma] = scene.sentence.paragraph


def _read(references: References, context: Context) -> None:
    sentence = context.scene.sentence
    for token in sentence.tokens:
        kind = token.pos_
        if kind in SILENT:
            continue
        meaning = resolve_pronoun(token, context) if kind not in ("PROPN", "NUM") else None
        meaning = meaning or (resolve_definite(token, context) if kind in ("NOUN", "PROPN") else None)
        if meaning is not None and _is_of_many(token, meaning):
            meaning = replace(meaning, entity=UNKNOWN, antecedent=None)
        if meaning is None:
            continue
        references.mean(token, meaning)
        if meaning.needs_nothing:
            continue
        context.scene.linked.add(token.i)
        if isinstance(meaning.entity, Entity):
            context.scene.add(token, meaning.entity)
        first = meaning.first if meaning.first is not None else token
        place = sentence.start(meaning.antecedent) if meaning.antecedent is not None else -1
        span = sentence.span_of(first, token)
        references.note(sentence, Link(span, meaning.entity, _written(meaning, token, first, context), place))


def _is_of_many(token: Token, meaning: Meaning) -> bool:
    """Tell whether one thing would be named by the word for its kind: "the engine" is not "steam engines"."""
    entity = meaning.entity
    return isinstance(entity, Entity) and entity.type is AnswerType.TERM and entity.plural and token.tag_ == "NN"


def _written(meaning: Meaning, token: Token, first: Token, context: Context) -> str:
    """Return the name as it stands in place of the reference, or "" where none can."""
    if not isinstance(meaning.entity, Entity) or context.in_quotes(token):
        return ""
    name = meaning.entity.shown
    if meaning.entity.type is AnswerType.AGREEMENT and token.pos_ == "NOUN" and not meaning.entity.article:
        # "The convention" has shown that its name takes an article, which a number may have hidden.
        name = f"the {name}" if name.lower().endswith(f" {token.lower_}") else name
    if token.tag_ == "PRP$" and meaning.entity.origin is not None and len(name.split()) > LONGEST_OWNER:
        return ""
    if token.tag_ == "PRP$":
        closed = name.endswith("s") and meaning.entity.type is not AnswerType.PERSON
        name += "'" if closed else "'s"
    starts = first.i == context.scene.sentence.tokens[0].i
    return name[0].upper() + name[1:] if starts else name


def _read_times(references: References, scene: Scene, earlier: list[Scene]) -> None:
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for first, last in vague_times(sentence):
        references.note(sentence, Link(sentence.span_of(first, last), UNKNOWN))
    for i in range(len(tokens)):
        found = relative_year(tokens, i) if tokens[i].lower_ in ("year", "years") else None
        if found:
            _read_year(references, scene, earlier, found, tokens[i])


def _read_year(
    references: References, scene: Scene, earlier: list[Scene], found: tuple[int, int, int], token: Token
) -> None:
    sentence, tokens = scene.sentence, scene.sentence.tokens
    first, last, shift = found
    if last + 2 < len(tokens) and any(is_year(t) for t in tokens[last + 1 : last + 4]):
        return
    here = [t for t in tokens if t.i < tokens[first].i and is_year(t)]
    base, place = (int(here[-1].text), sentence.start(here[-1])) if here else (_last_year(sentence, earlier), -1)
    span = sentence.span_of(tokens[first], tokens[last])
    if base is None:
        references.note(sentence, Link(span, UNKNOWN))
        return
    references.date(token, base + shift)
    has_in = first > 0 and tokens[first - 1].lower_ in ("in", "of", "by", "since", "until", "during")
    word = "" if has_in else ("In " if first == 0 else "in ")
    references.note(sentence, Link(span, None, f"{word}{base + shift}", place))


def _last_year(sentence: Sentence, earlier: list[Scene]) -> int | None:
    """Return the one year that the nearest dated sentence of the paragraph tells."""
    for scene in reversed(earlier):
        if scene.sentence.paragraph != sentence.paragraph:
            return None
        years = set(years_in(scene.sentence))
        if years:
            return years.pop() if len(years) == 1 else None
    return None
