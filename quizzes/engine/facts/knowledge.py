"""What is known of the whole article while one sentence is read, and how much a statement matters in it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .. import gazetteer
from ..document import Span
from ..grammar import NOUNS
from ..words import stems
from .base import Answer, AnswerType, Event, Fact, Forms, Level, Pair

if TYPE_CHECKING:
    from ..document import Document
    from ..entities import Entities, Entity
    from ..language import Parsed, Sentence, Token
    from ..reference import References

_DESCRIBING = frozenset({"NN", "NNP", "JJ", "HYPH", "VBN", "NNS"})
_FREQUENT = 6
_LEAD = 16
_WHERE = re.compile(
    r"\b(?:in|at|near|to|from|into|across|around|throughout|outside|inside|through|via) (?:the )?$", re.I
)
_BEFORE_LAND = re.compile(
    r"\b(?:(?:summit|top|foot|slopes?|banks?|mouth|shores?|peak|ridges?|flanks?) of (the )?"
    r"|(?:climb(?:s|ed|ing)?|ascend\w*|ascent of) )"
)
_BEHIND_LAND = re.compile(r" (?:rises|stands at|flows|is the (?:highest|longest))\b")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_OUR_DAYS = 1990
_EDGE = re.compile(r"\b")
_NO_FORMS = Forms()


# There is one moon of ours, but "the moons" are those of a planet that the article told of.
_MANY = frozenset({"moon", "sun", "planet", "world", "family", "household", "body"})


def _is_of_a_thing(start: int, sentence: Sentence) -> bool:
    """Say whether a name only tells of what sort another thing is: "the Baikal seal" names no lake."""
    first = next((token for token in sentence.tokens if sentence.start(token) == start), None)
    return first is not None and first.dep_ in {"compound", "nmod", "amod"} and first.head.tag_ in {"NN", "NNS"}


@dataclass(frozen=True)
class Knowledge:
    """The article's names, references and own terms."""

    document: Document
    parsed: Parsed
    entities: Entities
    references: References
    common: Mapping[str, int] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, parsed: Parsed, entities: Entities, references: References) -> Knowledge:
        """Count the article's own words once."""
        tokens = [token for sentence in parsed.sentences for token in sentence.tokens]
        common = Counter(token.lemma_.lower() for token in tokens if token.tag_ in NOUNS)
        lower = frozenset(token.text for token in tokens if token.text.islower())
        capital = frozenset(token.text for token in tokens if token.text.istitle() and not token.is_sent_start)
        return cls(document, parsed, entities, references, common, lower, capital)

    @cached_property
    def title(self) -> frozenset[str]:
        """Return what the article's title is about, as stems."""
        return stems(self.document.title)

    @cached_property
    def topics(self) -> frozenset[str]:
        """Return the stems of the article's terms: those of its title, those it explains, and its frequent nouns."""
        terms = [entity.name for entity in self.entities.all if entity.type is AnswerType.TERM and entity.count > 1]
        frequent = [word for word, count in self.common.items() if count >= _FREQUENT]
        return self.title | {stem for text in (*terms, *frequent) for stem in stems(text)}

    @cached_property
    def most_mentions(self) -> int:
        """Return how often the most mentioned name occurs."""
        return max((entity.count for entity in self.entities.all), default=0) or 1

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Return the names of those whom an article of our days quotes, none where it mostly tells of older years."""
        from . import speech

        years = [int(year) for year in _YEAR.findall(self.document.text)]
        if sum(year < _OUR_DAYS for year in years) * 2 > len(years):
            return frozenset()
        found = (speech.find(sentence, self) for sentence in self.parsed.sentences)
        return frozenset(each.speaker.name for each in found if each)

    @cached_property
    def paragraphs(self) -> int:
        """Return how many paragraphs the article has."""
        return max((sentence.paragraph for sentence in self.parsed.sentences), default=0) + 1

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for mention in self.entities.mentions:
            places.setdefault(id(mention.entity), []).append(mention.span.start)
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.parsed.sentences]

    def named(self, text: str) -> Entity | None:
        """Return the entity with this name, a possessive ending apart."""
        return self.entities.by_name(text.removesuffix("'s").removesuffix("'"))

    def is_known(self, noun: Token, sentence: Sentence) -> bool:
        """Say whether a common noun needs no introduction: the only one of its kind, or a term of the article."""
        unique = gazetteer.unique_nouns()
        alone = noun.lower_ in unique or noun.lemma_.lower() in unique
        if alone and not (noun.tag_ == "NNS" and noun.lemma_.lower() in _MANY):
            return True
        return self.entities.covering(sentence.start(noun), sentence.end(noun)) is not None

    def is_somewhere(self, place: Entity) -> bool:
        """Say whether the article ever puts something in, at or near what it takes for a place."""
        text = self.document.text
        return bool(place.heads) or any(
            _WHERE.search(text[max(0, start - _LEAD) : start]) for start in self._places.get(id(place), ())
        )

    def is_landscape(self, name: Entity) -> bool:
        """Say whether the article speaks of the summit, the banks or the foot of what it takes for a person."""
        text, (starts, ends) = self.document.text, self._land
        return any(
            any(text.startswith(each, place) and _EDGE.match(text, place + len(each)) for place in starts)
            or any(text.endswith(each, 0, place) and _EDGE.match(text, place - len(each)) for place in ends)
            for each in name.names
        )

    @cached_property
    def _land(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the name of a mountain or river would begin, and where it would end, by the words beside it."""
        before = list(_BEFORE_LAND.finditer(self.document.text))
        starts = [place for match in before for place in {match.end(), match.end() - len(match[1] or "")}]
        return tuple(starts), tuple(match.start() for match in _BEHIND_LAND.finditer(self.document.text))

    def in_running_text(self, name: str) -> str:
        """Return a name as the middle of a sentence has it: "the treaty", "smallpox"."""
        first, _, rest = name.partition(" ")
        lower = first[:1].lower() + first[1:]
        entity = self.named(name)
        term = entity is not None and entity.type is AnswerType.TERM and lower.removesuffix("'s") in self.lower
        return f"{lower} {rest}".strip() if first == "The" or term else name

    def naming(self, text: str, sentence: Sentence) -> Span | None:
        """Return the last sentence before this one that names what `text` says, None when this one does."""
        entity = self.named(text)
        places = self._places.get(id(entity), []) if entity is not None else []
        place = bisect_left(places, sentence.span.end) - 1
        if place < 0 or places[place] >= sentence.span.start:
            return None
        holding = [self.parsed.sentences[bisect_right(self._starts, at) - 1] for at in reversed(places[: place + 1])]
        named = zip(reversed(places[: place + 1]), holding, strict=True)
        return next((each.span for at, each in named if not _is_of_a_thing(at, each)), holding[0].span)

    def entity(self, tokens: Sequence[Token], sentence: Sentence) -> Entity | None:
        """Return the entity that these tokens name, articles and a title in front apart."""
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

    def salience(self, statement: str, names: Sequence[str], paragraph: int, weight: float) -> float:
        """Weigh what the statement shares with the title, how often its names occur, how early it stands."""
        entities = [self.entities.by_name(name) for name in names]
        frequency = max((each.count / self.most_mentions for each in entities if each is not None), default=0.0)
        titled = 1.0 if self.title & stems(statement) else 0.0
        early = 1 - paragraph / self.paragraphs
        return round(min(1.0, 0.3 * titled + 0.3 * frequency + 0.2 * early + 0.2 * weight), 3)


def _describes(words: Sequence[Token], name: int, sentence: Sentence) -> bool:
    """Say whether what stands before the name is its title or description: "the Irish broadcaster" Setanta Sports."""
    before = [word for word in words if sentence.start(word) < name]
    joined = {"compound", "amod", "nmod", "punct"}
    return bool(before) and all(word.tag_ in _DESCRIBING and word.dep_ in joined for word in before)


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
    denial: str = "",
    reversal: str = "",
    level: Level = Level.RECALL,
    forms: Forms = _NO_FORMS,
) -> Fact:
    """Return a fact with its identity and salience worked out."""
    identity = f"{kind}|{statement}|{[(span.start, span.end) for span in evidence]}"
    return Fact(
        id="f" + hashlib.sha256(identity.encode()).hexdigest()[:10],
        kind=kind, statement=statement, answers=answers, evidence=evidence, paragraph=paragraph,
        salience=knowledge.salience(statement, names, paragraph, weight), subject=subject, relation=relation,
        pair=pair, event=event, hedged=hedged, negated=negated, names=names, denial=denial,
        reversal=reversal, level=level, forms=forms,
    )  # fmt: skip
