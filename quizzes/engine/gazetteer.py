"""What is known before an article is read: countries and their people, places, given names, what nouns stand for."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from .facts.base import AnswerType


@dataclass(frozen=True, slots=True)
class Country:
    """A state of today or of the past; `start` and `end` are the years of a former one (negative: BC).

    `official` are names that a learner may type and that articles seldom have.
    """

    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    aliases: tuple[str, ...]
    article: bool
    capital: str = ""
    continent: str = ""
    official: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None

    @property
    def is_former(self) -> bool:
        """Tell whether the state no longer exists."""
        return self.end is not None


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody whose post most people know: the names that mean nobody else, the country and the words of the post."""

    names: tuple[str, ...]
    country: str
    post: str


@cache
def countries() -> tuple[Country, ...]:
    """Return every state known, those of today first."""
    return tuple(_country(row) for name in ("countries.csv", "former_states.csv") for row in _rows(name))


@cache
def country_names() -> dict[str, Country]:
    """Return the states by each of their names."""
    return {name: country for country in reversed(countries()) for name in (country.name, *country.aliases)}


@cache
def adjectives() -> dict[str, tuple[Country, ...]]:
    """Return the states that an adjective such as "Dutch" may belong to."""
    found: dict[str, tuple[Country, ...]] = {}
    for country in countries():
        for word in country.adjectives:
            found[word] = (*found.get(word, ()), country)
    return found


@cache
def peoples() -> dict[str, Country]:
    """Return the states by the name of their people, such as "Danes"."""
    return {word: country for country in reversed(countries()) for word in country.people}


@cache
def places() -> frozenset[str]:
    """Return the names of well-known places that are not states."""
    kinds = ("continents", "regions", "states", "cities", "waters", "mountains")
    capitals = {country.capital for country in countries() if country.capital}
    return frozenset(name for kind in kinds for name in _listed(_toml("places.toml")[kind])) | capitals


@cache
def cities() -> frozenset[str]:
    """Return the names of well-known cities and of capitals."""
    capitals = {country.capital for country in countries() if country.capital}
    return frozenset(_listed(_toml("places.toml")["cities"])) | capitals


@cache
def mountains() -> frozenset[str]:
    """Return the names of well-known mountains and ranges that are one mountain."""
    return frozenset(_listed(_toml("places.toml")["mountains"]))


@cache
def places_with_article() -> frozenset[str]:
    """Return the places that running text names with "the"."""
    return frozenset(_listed(_toml("places.toml")["article"]))


@cache
def organisations() -> dict[str, str]:
    """Return well-known organisations: each name with the name it is listed under."""
    table = _toml("places.toml")["organisations"]
    return {alias: name for name, aliases in table.items() for alias in (name, *_listed(aliases))}


@cache
def places_elsewhere() -> dict[str, str]:
    """Return well-known places by what other languages call them: each name with the English one."""
    table = _toml("places.toml")["elsewhere"]
    return {alias: name for name, aliases in table.items() for alias in (name, *_listed(aliases))}


@cache
def noun_types() -> dict[str, AnswerType]:
    """Return what a noun in or beside a name says the named thing is."""
    found = {word: AnswerType(kind) for kind, words in _toml("nouns.toml")["type"].items() for word in words.split()}
    return {**found, **dict.fromkeys(titles(), AnswerType.PERSON)}


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name, in lower case."""
    return frozenset(word for words in _toml("nouns.toml")["title"].values() for word in words.split())


@cache
def genders() -> dict[str, str]:
    """Return "male" or "female" for given names and titles, in lower case, only where sure."""
    names, words = _toml("names.toml"), _toml("nouns.toml")["title"]
    return {word: kind for kind in ("male", "female") for word in f"{names[kind]} {words[kind]}".split()}


@cache
def general_nouns(kind: str) -> frozenset[str]:
    """Return the nouns that may stand for anything of a kind ("organisation", "country", ...)."""
    return frozenset(_toml("nouns.toml")["general"].get(kind, "").split())


@cache
def near_nouns(noun: str) -> frozenset[str]:
    """Return the nouns that may stand for what the noun says, when the article is about it."""
    groups = [frozenset(group.split()) for group in _toml("nouns.toml")["near"]["groups"]]
    return frozenset().union(*(group for group in groups if noun in group)) - {noun}


@cache
def provinces() -> frozenset[str]:
    """Return the names of well-known states that are parts of a country."""
    return frozenset(_listed(_toml("places.toml")["states"]))


@cache
def unique_nouns() -> frozenset[str]:
    """Return the nouns that need no referent after "the"."""
    return frozenset(_toml("nouns.toml")["unique"]["nouns"].split())


@cache
def leaders() -> dict[str, Leader]:
    """Return the leaders whose posts are known without reading, by each of the names that mean nobody else."""
    found: dict[str, Leader] = {}
    for name, row in _toml("known.toml")["leaders"].items():
        leader = Leader((name, *_listed(row.get("called", ""))), row["country"], row["post"])
        found |= dict.fromkeys(leader.names, leader)
    return found


@cache
def famous_years() -> dict[str, int]:
    """Return the years of events that most people can date, by what names the event."""
    return dict(_toml("known.toml")["events"])


@cache
def known_abbreviations() -> frozenset[str]:
    """Return the letters whose meaning is known without reading, those of well-known organisations among them."""
    short = {name for name in organisations() if name.isupper()}
    return frozenset(_listed(_toml("known.toml")["abbreviations"]["names"])) | short


def _country(row: dict[str, str]) -> Country:
    def several(key: str) -> tuple[str, ...]:
        return tuple(filter(None, row.get(key, "").split(";")))

    def year(key: str) -> int | None:
        return int(row[key]) if row.get(key) else None

    return Country(
        row["name"], several("adjective"), several("people"), several("aliases"), row["article"] == "the",
        row.get("capital", ""), row.get("continent", ""), several("official"), year("start"), year("end"),
    )  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_read(name).splitlines(), delimiter="|"))


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_read(name))


def _read(name: str) -> str:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def _listed(text: str) -> list[str]:
    return [name for part in text.split(";") if (name := " ".join(part.split()))]
