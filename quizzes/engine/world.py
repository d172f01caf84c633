"""Everything known while one article's questions are written: its text, its facts, which names mean the same."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from . import gazetteer
from .borrowed import Phrase
from .casing import Casing
from .document import Document, Span
from .facts.base import Answer, AnswerType, Fact
from .lives import Life, lives
from .quotes import Quotes
from .sayings import Sayings
from .spellings import Spellings
from .words import bare, fold, stems

NAMES = frozenset(
    {
        AnswerType.PERSON,
        AnswerType.COUNTRY,
        AnswerType.PEOPLE,
        AnswerType.ORGANISATION,
        AnswerType.PLACE,
        AnswerType.AGREEMENT,
        AnswerType.WORK,
        AnswerType.EVENT,
        AnswerType.TERM,
        AnswerType.ABBREVIATION,
    }
)
_NEARLY_ALL = 0.6
_NONE: frozenset[int] = frozenset()
_TOLD_YEAR = re.compile(r"(?<!\bby )(?<!\buntil )(?<!\bby the year )\b([12]\d{3})(?![\d,])")

# What stands farther off in a long article is not compared: time would grow as the square of its length.
_COMPARED = 100


def _nearest[T](found: Sequence[T], place: int, place_of: Callable[[T], int]) -> Sequence[T]:
    """Return at most _COMPARED things of a list in the order of the text, those about a place in it."""
    if len(found) <= _COMPARED:
        return found
    middle = bisect_left(found, place, key=place_of)
    start = min(max(0, middle - _COMPARED // 2), len(found) - _COMPARED)
    return found[start : start + _COMPARED]


@dataclass(frozen=True, slots=True)
class Named:
    """Something the article names as running text has it; whether a person `acts` in it, and whether he `speaks`."""

    text: str
    type: AnswerType
    names: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    acts: bool = True
    speaks: bool = True


@dataclass(frozen=True)
class World:
    """A document with its facts, and what follows from them together; `sentences` where they are known.

    `topic` is what the article is about, `country` the one whose affairs it tells of.
    """

    document: Document
    facts: tuple[Fact, ...]
    named: tuple[Named, ...] = ()
    nearness: Callable[[str, str], float] | None = None
    borrowed: tuple[Phrase, ...] = ()
    sentences: tuple[Span, ...] = ()
    vocabulary: Callable[[str], bool] | None = None
    topic: Named | None = None
    country: str = ""

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Facts by their id."""
        return {fact.id: fact for fact in self.facts}

    def quotes(self, fact: Fact) -> tuple[str, ...]:
        """Return the sentences that prove a fact, as they stand in the text."""
        return self.quoted.of(fact)

    @cached_property
    def quoted(self) -> Quotes:
        """What each fact and the sentences that prove it say."""
        return Quotes(self.document.text)

    def told_of(self, fact: Fact, name: str) -> bool:
        """Say whether a fact, or a sentence that proves it, has any name of a thing."""
        return self.quoted.name(fact, self.aliases(name))

    @cached_property
    def placed(self) -> tuple[tuple[Span, int], ...]:
        """Every sentence of the running text, in order, with the number of its paragraph."""
        body = [paragraph for paragraph in self.document.paragraphs if paragraph.index >= 0]
        starts = [paragraph.span.start for paragraph in body]
        found = ((span, bisect_right(starts, span.start) - 1) for span in sorted(self.sentences))
        return tuple((span, body[at].index) for span, at in found if at >= 0 and span.end <= body[at].span.end)

    @cached_property
    def places(self) -> dict[Span, int]:
        """Where each sentence stands among those `placed`."""
        return {span: place for place, (span, _) in enumerate(self.placed)}

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return sum(len(paragraph.span.of(self.document.text).split()) for paragraph in self.document.paragraphs)

    @cached_property
    def told_in(self) -> dict[str, tuple[Fact, ...]]:
        """The facts that each sentence says, by its text."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            span = self.quoted.teller(fact)
            if span:
                found[span.of(self.document.text)].append(fact)
        return {text: tuple(facts) for text, facts in found.items()}

    @cached_property
    def latest_year(self) -> int:
        """The year of publication, else the last that the text names as past: an option after it would be absurd."""
        published = re.search(r"\b[12]\d{3}\b", self.document.published)
        if published:
            return int(published[0])
        years = [int(match[1]) for match in _TOLD_YEAR.finditer(self.document.text)]
        return max(years, default=9999)

    @cached_property
    def answers(self) -> list[tuple[Fact, Answer]]:
        """Every askable part of every fact."""
        return [(fact, answer) for fact in self.facts for answer in fact.answers]

    @cached_property
    def spellings(self) -> Spellings:
        """The names that facts ask for, by their letters."""
        return Spellings(answer.text for _, answer in self.answers if answer.type in NAMES)

    @cached_property
    def lives(self) -> tuple[Life, ...]:
        """What the facts tell of births and deaths."""
        return tuple(lives(self.facts))

    def names_with(self, word: str) -> Sequence[str]:
        """Return the names that the article has with a folded word in them: of very many, the first."""
        return self._names_by_word.get(word, ())[:_COMPARED]

    @cached_property
    def _names_by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        asked = (answer.text for _, answer in self.answers if answer.type in NAMES)
        for text in dict.fromkeys((*(name for thing in self.named for name in (thing.text, *thing.names)), *asked)):
            for word in set(bare(text).split()):
                found[word].append(text)
        return dict(found)

    def words_like(self, first: str, length: int) -> Sequence[str]:
        """Return the words written small in the article that begin with a letter and have a length."""
        return self._words_by_start.get((first, length), ())

    @cached_property
    def _words_by_start(self) -> dict[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._casing.lower):
            found[word[0], len(word)].append(word)
        return dict(found)

    @cached_property
    def types(self) -> dict[str, AnswerType]:
        """What kind of thing a name is, by its folded form: the facts' own verdict before the word lists'."""
        known = {bare(name): AnswerType.COUNTRY for name in gazetteer.country_names()}
        known |= {bare(name): thing.type for thing in self.named for name in (thing.text, *thing.names)}
        known |= {bare(answer.text): answer.type for _, answer in self.answers if answer.type in NAMES}
        return known

    @cached_property
    def heads(self) -> dict[str, frozenset[str]]:
        """The nouns that may stand for a name, by its folded form: "alliance" for NATO."""
        return {bare(name): thing.heads for thing in self.named for name in (thing.text, *thing.names)}

    def full_names(self, name: str) -> tuple[str, ...]:
        """Return the names of the thing that a name means, the longest first; of an unknown one, itself."""
        return self._names_of.get(bare(name), (name,))

    @cached_property
    def _names_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for thing in self.named:
            names = sorted((thing.text, *thing.names), key=lambda each: (-len(each.split()), each))
            found |= {bare(name): tuple(names) for name in names if bare(name) not in found}
        return found

    @cached_property
    def answers_of(self) -> dict[AnswerType, list[tuple[Fact, Answer]]]:
        """Every askable part of every fact, by its type."""
        found: dict[AnswerType, list[tuple[Fact, Answer]]] = defaultdict(list)
        for fact, answer in self.answers:
            found[answer.type].append((fact, answer))
        return dict(found)

    def answers_near(self, fact: Fact, kind: AnswerType) -> Sequence[tuple[Fact, Answer]]:
        """Return the askable parts of a type: of a long article's many, those that stand nearest to a fact."""
        found = self.answers_of.get(kind, [])
        return _nearest(found, fact.paragraph, lambda pair: pair[0].paragraph)

    def facts_near(self, fact: Fact) -> Sequence[Fact]:
        """Return the facts: of a long article's many, those that stand nearest to this one."""
        return _nearest(self.facts, fact.paragraph, lambda other: other.paragraph)

    def borrowed_near(self, fact: Fact) -> Sequence[Phrase]:
        """Return the borrowed phrases: of a long article's many, those that stand nearest to a fact."""
        return _nearest(self.borrowed, fact.paragraph, lambda phrase: phrase.paragraph)

    def mentions(self, name: str) -> bool:
        """Say whether the words of a name stand together anywhere in the article."""
        own = bare(name)
        if own not in self._mentioned:
            self._mentioned[own] = bool(own) and f" {own} " in self._folded
        return self._mentioned[own]

    @cached_property
    def _mentioned(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _folded(self) -> str:
        return f" {bare(self.document.text)} "

    @cached_property
    def named_of(self) -> dict[AnswerType, list[Named]]:
        """What the article names, by its type."""
        found: dict[AnswerType, list[Named]] = defaultdict(list)
        for thing in self.named:
            found[thing.type].append(thing)
        return dict(found)

    @cached_property
    def named_by_start(self) -> dict[str, list[Named]]:
        """What the article names, by the first word of each of its names, folded."""
        found: dict[str, list[Named]] = defaultdict(list)
        for thing in self.named:
            for start in {bare(name).partition(" ")[0] for name in (thing.text, *thing.names)}:
                found[start].append(thing)
        return dict(found)

    def is_named(self, text: str) -> bool:
        """Say whether a text is a name or a term of the article, not a phrase made up for once."""
        return bare(text) in self.heads

    def is_naming(self, text: str) -> bool:
        """Say whether a text holds a name or a term of the article."""
        words = bare(text).split()
        parts = (
            " ".join(words[start : start + length])
            for start in range(len(words))
            for length in range(1, self._longest_name + 1)
        )
        return any(part in self.heads for part in parts)

    @cached_property
    def _longest_name(self) -> int:
        return max((len(name.split()) for name in self.heads), default=0)

    def in_sentence(self, text: str) -> str:
        """Return a text that opens a sentence as the middle of one has it, "" where it may be a name or none."""
        return self._casing.in_sentence(text)

    @cached_property
    def _casing(self) -> Casing:
        return Casing(self.document.text, (name for thing in self.named for name in (thing.text, *thing.names)))

    @cached_property
    def shown_names(self) -> str:
        """What the article names, as running text has it, each on a line of its own."""
        return "\n".join(thing.text for thing in self.named)

    @cached_property
    def shown_words(self) -> frozenset[str]:
        """The words of what the article names."""
        return frozenset(self.shown_names.split())

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of all names."""
        return frozenset(s for thing in self.named for name in (thing.text, *thing.names) for s in stems(name))

    @cached_property
    def found(self) -> dict[tuple[str, str], bool]:
        """What was found of a name, by what was asked of it: every question looks at the same names again."""
        return {}

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The words of all names of persons, folded."""
        persons = [thing for thing in self.named if thing.type is AnswerType.PERSON]
        return frozenset(
            word for thing in persons for name in (thing.text, *thing.names) for word in fold(name).split()
        )

    @cached_property
    def shared_words(self) -> frozenset[str]:
        """Words that stand in the names of several persons of the article: "Khan"."""
        persons = [thing.text for thing in self.named if thing.type is AnswerType.PERSON]
        owners = Counter(word for name in persons for word in set(name.split()) if word[:1].isupper())
        alone = set(persons)
        return frozenset(word for word, count in owners.items() if count - (word in alone) > 1)

    def is_run_together(self, word: str) -> bool:
        """Say whether a word that nobody knows is two known ones: a space was lost where the text was copied."""
        knows = self.vocabulary
        if knows is None or knows(word):
            return False
        return any(knows(word[:place]) and knows(word[place:]) for place in range(4, len(word) - 3))

    def near(self, left: str, right: str, least: float) -> bool:
        """Say whether two phrases are near in meaning; where no vectors are at hand, nothing speaks against it."""
        return self.nearness is None or self.nearness(left, right) >= least

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        """The sets of folded names that mean one thing, each once."""
        return tuple(dict.fromkeys(tuple(sorted(set(map(bare, group)))) for group in self._alias_groups()))

    @cached_property
    def _groups_of(self) -> dict[str, frozenset[int]]:
        numbers: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(self._groups):
            for name in group:
                numbers[name].add(number)
        return {name: frozenset(found) for name, found in numbers.items()}

    def _alias_groups(self) -> Iterator[Iterable[str]]:
        yield from ((thing.text, *thing.names) for thing in self.named)
        yield from ((answer.text, *answer.accept) for _, answer in self.answers if answer.type in NAMES)
        yield from ((row.name, *row.aliases) for row in gazetteer.countries())

    def same(self, left: str, right: str) -> bool:
        """Say whether two texts name the same thing, or one is a part of the other's name."""
        a, b = bare(left), bare(right)
        if a == b or not self._groups_of.get(a, _NONE).isdisjoint(self._groups_of.get(b, _NONE)):
            return True
        return bool(a and b) and (f" {b} " in f" {a} " or f" {a} " in f" {b} ")

    def aliases(self, name: str) -> tuple[str, ...]:
        """Return every known name of the same thing, folded, itself included."""
        own = bare(name)
        if own not in self._aliases:
            groups = self._groups_of.get(own, _NONE)
            self._aliases[own] = tuple(sorted({own, *(other for number in groups for other in self._groups[number])}))
        return self._aliases[own]

    @cached_property
    def _aliases(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def sayings(self) -> Sayings:
        """Every sentence that proves a fact, and every statement."""
        quotes = [quote for fact in self.facts for quote in self.quotes(fact)]
        return Sayings([*quotes, *(fact.statement for fact in self.facts)])

    def supports(self, stem: str, candidate: str, *, leaving: Fact | None = None, source: Fact | None = None) -> bool:
        """Say whether a sentence of the article holds both the candidate and most of what the stem says.

        What `leaving` says is left aside, and what `source` says when it tells the same of another thing.
        """
        asked = stems(stem) - stems(candidate)
        if not asked:
            return True
        found = self.sayings.supporting(asked, _NEARLY_ALL, self.aliases(candidate))
        if not found:
            return False
        told = [leaving, source] if leaving and source and leaving.parallels(source) else [leaving]
        own = {text for fact in told if fact for text in (fact.statement, *self.quotes(fact))}
        return any(self.sayings.texts[number] not in own for number in found)
