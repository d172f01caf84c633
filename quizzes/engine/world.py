"""Everything known while one article's questions are written: its text, its facts, which names mean the same."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from .document import Document
from .facts.base import Answer, AnswerType, Fact
from .words import bare, holds, stems

DATA = Path(__file__).parent / "data"
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


@dataclass(frozen=True)
class World:
    """A document with its facts, and what follows from them together."""

    document: Document
    facts: tuple[Fact, ...]
    alias_groups: tuple[tuple[str, ...], ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Facts by their id."""
        return {fact.id: fact for fact in self.facts}

    def quotes(self, fact: Fact) -> list[str]:
        """Return the sentences that prove a fact, as they stand in the text."""
        return [span.of(self.document.text) for span in fact.evidence]

    @cached_property
    def answers(self) -> list[tuple[Fact, Answer]]:
        """Every askable part of every fact."""
        return [(fact, answer) for fact in self.facts for answer in fact.answers]

    @cached_property
    def types(self) -> dict[str, AnswerType]:
        """What kind of thing a name is, by its folded form: the facts' own verdict before the word lists'."""
        known = {bare(name): AnswerType.COUNTRY for row in countries() for name in row.names}
        known |= {bare(answer.text): answer.type for _, answer in self.answers if answer.type in NAMES}
        return known

    @cached_property
    def _groups(self) -> dict[str, set[int]]:
        groups: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(self._alias_groups()):
            for name in group:
                groups[bare(name)].add(number)
        return groups

    def _alias_groups(self) -> Iterator[Iterable[str]]:
        yield from self.alias_groups
        yield from ((answer.text, *answer.accept) for _, answer in self.answers if answer.type in NAMES)
        yield from (row.names for row in countries())

    def same(self, left: str, right: str) -> bool:
        """Say whether two texts name the same thing, or one is a part of the other's name."""
        a, b = bare(left), bare(right)
        return a == b or bool(self._groups.get(a, set()) & self._groups.get(b, set())) or holds(a, b) or holds(b, a)

    def aliases(self, name: str) -> list[str]:
        """Return every known name of the same thing, itself included."""
        groups = self._groups.get(bare(name), set())
        return sorted({bare(name), *(other for other, numbers in self._groups.items() if numbers & groups)})

    @cached_property
    def _said(self) -> list[tuple[str, frozenset[str]]]:
        texts = [quote for fact in self.facts for quote in self.quotes(fact)]
        return [(text, stems(text)) for text in dict.fromkeys([*texts, *(fact.statement for fact in self.facts)])]

    def supports(self, stem: str, candidate: str, *, leaving: Fact | None = None) -> bool:
        """Say whether a sentence of the article holds both the candidate and most of what the stem says."""
        asked = stems(stem) - stems(candidate)
        if not asked:
            return True
        own = {leaving.statement, *self.quotes(leaving)} if leaving else set()
        names = self.aliases(candidate)
        return any(
            len(asked & said) >= _NEARLY_ALL * len(asked) and any(holds(text, name) for name in names)
            for text, said in self._said
            if text not in own
        )


@dataclass(frozen=True, slots=True)
class Country:
    """One state, with every name it goes by and the years it existed (0 and 9999 when open)."""

    name: str
    names: tuple[str, ...]
    continent: str
    start: int = 0
    end: int = 9999


@cache
def countries() -> tuple[Country, ...]:
    """Return the states of the word lists, present and former."""
    return tuple(_country(row) for row in [*_rows("countries.csv"), *_rows("former_states.csv")])


def _country(row: dict[str, str]) -> Country:
    names = (row["name"], *(alias for alias in (row["aliases"] or "").split(";") if alias))
    start, end = int(row.get("start") or 0), int(row.get("end") or 9999)
    return Country(row["name"], names, row.get("continent") or "", start, end)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|"))


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Return sets of things of one kind: what is in a set can stand for any other of it."""
    listed = tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))
    sets = {name: tuple(item.strip() for item in text.replace("\n", " ").split(";")) for name, text in listed.items()}
    for row in _rows("countries.csv"):
        key = f"capitals of {row['continent']}"
        sets[key] = (*sets.get(key, ()), row["capital"])
    return sets
