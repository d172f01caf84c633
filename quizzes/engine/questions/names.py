"""Names as people type them: surnames, initials, titles, short forms, the several names of a country."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import gazetteer
from ..facts.base import AnswerType
from ..words import ARTICLES, SMALL_WORDS, fold
from .plain import joined, plain, singular

_KEPT = 4096
_COURTESIES = frozenset(
    map(
        plain,
        str.split(
            "mr mrs ms miss madam madame monsieur sir dame lord lady doctor professor reverend rev his her majesty"
            " highness col colonel capt captain lt lieutenant major maj sgt sergeant admiral adm"
        ),
    )
)
_RANKS = frozenset(
    map(plain, str.split("president king queen prince princess emperor empress pope chancellor general"))
)
_SUFFIXES = frozenset(map(plain, str.split("junior incorporated limited corporation company co plc llc gmbh")))
OF = frozenset({"of", "for", "at"})
_STATE = re.compile(
    r"^(?:(?:federal|federative|islamic|democratic|socialist|united|plurinational) )*"
    r"(?:republic|kingdom|commonwealth|principality|duchy|federation|sultanate|emirate|state) of (?=.)"
)
# Two states each have one of these in their names.
_TWO_STATES = frozenset({"china", "congo", "korea", "guinea"})
_WATERS = frozenset({"river", "lake", "mount", "mountain", "cut", "canal", "strait", "desert"})
_PLAIN_PLACES = frozenset(
    str.split("red black white blue green yellow great big long little upper lower new old north south east west")
)
_CALLED = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "rob": "robert", "jim": "james",
    "jimmy": "james", "tom": "thomas", "tony": "anthony", "mike": "michael", "dick": "richard", "ted": "edward",
    "ed": "edward", "joe": "joseph", "jack": "john", "dan": "daniel", "dave": "david", "steve": "steven",
    "ben": "benjamin", "sam": "samuel", "liz": "elizabeth", "kate": "katherine", "sue": "susan", "meg": "margaret",
}  # fmt: skip
_SHORTEST_INITIALS = 3
_LONGEST_PERSON = 5
_FIGURES_APART = re.compile(r"\d \d")
_INVERTED = re.compile(r"^([^,]+),\s*([^,]+)$")


@lru_cache(_KEPT)
def forms(text: str) -> frozenset[str]:
    """Return the wordings of a name that are all the same: two names are one when they share any."""
    base = plain(text)
    found = {base, *_untitled(base)}
    inverted = _INVERTED.match(text.strip(" ."))
    if inverted:
        found.add(plain(f"{inverted[2]} {inverted[1]}"))
    found |= {turned for form in set(found) for turned in (*_turned(form), *_of_water(form))}
    state = _STATE.sub("", base)
    if state not in _TWO_STATES:
        found.add(state)
    found |= {f"={joined(form)}" for form in found if not _FIGURES_APART.search(form)}
    return frozenset(found)


def _untitled(base: str) -> set[str]:
    words = base.split()
    while len(words) > 1 and words[0] in _COURTESIES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    bare = words[1:] if len(words) > 1 and words[0] in _RANKS else words
    return {" ".join(words), " ".join(bare)}


def _turned(base: str) -> set[str]:
    """Return "rome treaty" for "treaty of rome", and "newton law" for "law of newtons"."""
    words = base.split()
    places = [index for index, word in enumerate(words) if word in OF]
    if len(places) != 1 or not 0 < places[0] < len(words) - 1:
        return set()
    before, after = words[: places[0]], words[places[0] + 1 :]
    return {" ".join([*after[:-1], last, *before]) for last in (after[-1], singular(after[-1]))}


def _of_water(base: str) -> set[str]:
    """Return "gatun lake" for "lake gatun": what kind of place it is stands before or behind."""
    first, *rest = base.split() or [""]
    return {" ".join([*rest, first])} if first in _WATERS and rest else set()


def _without_kind(text: str) -> str:
    """Return the name of a river or mountain without the word that says so, "" where that leaves no name."""
    words = plain(text).split()
    end = 0 if words[:1] and words[0] in _WATERS else -1
    if len(words) < 2 or words[end] not in _WATERS:
        return ""
    rest = words[1:] if end == 0 else words[:-1]
    return "" if set(rest) & _PLAIN_PLACES or is_known(" ".join(rest)) else " ".join(rest)


def is_place_of(given: str, right: str) -> bool:
    """Say whether a text is a name without its "river" or "mount": "Orlan" for the Orlan River."""
    return bool(plain(given)) and _without_kind(right) == plain(given)


def same_name(given: str, right: str) -> bool:
    """Say whether two texts are one name in any wording, a rank set against another apart ("Vice President")."""
    if plain(given) == plain(right):
        return True
    if is_state(given) or (is_state(right) and _is_titled(given)):
        return is_state(right) and _states().get(plain(given)) is _states()[plain(right)]
    if ranks_differ(given, right):
        return False
    return not forms(given).isdisjoint(forms(right)) or _same_noun(given, right)


def _is_titled(text: str) -> bool:
    return plain(text).split()[0] in _COURTESIES if plain(text) else False


def ranks_differ(given: str, right: str) -> bool:
    """Say whether two names have another rank each: a princess is no queen."""
    return bool(_rank(given) and _rank(right)) and _rank(given) != _rank(right)


def _rank(text: str) -> str:
    return next((word for word in plain(text).split()[:2] if word in _RANKS or word == "vice"), "")


def _same_noun(given: str, right: str) -> bool:
    """Say whether the same common noun stands for one and for several."""
    mine, theirs = plain(given).split(), plain(right).split()
    named = any(word[:1].isupper() for word in right.split()[-1:])
    if not mine or not theirs or named:
        return False
    return mine[:-1] == theirs[:-1] and singular(mine[-1]) == singular(theirs[-1])


@lru_cache(_KEPT)
def known_as(text: str) -> frozenset[str]:
    """Return the other names of a well-known country or organisation, in their one wording."""
    country = _states().get(plain(text))
    if country is not None:
        return frozenset(map(plain, (country.name, *country.aliases)))
    main = _organisations().get(plain(text))
    return frozenset(alias for alias, name in _organisations().items() if name == main) if main else frozenset()


@lru_cache(1)
def _organisations() -> dict[str, str]:
    return {plain(alias): name for alias, name in gazetteer.organisations().items()}


@lru_cache(1)
def _states() -> dict[str, gazetteer.Country]:
    return {plain(name): country for name, country in gazetteer.country_names().items()}


def is_state(text: str) -> bool:
    """Say whether a text is the name of a country."""
    return plain(text) in _states()


def is_known(text: str) -> bool:
    """Say whether a text is the name of a country or of a well-known place."""
    return plain(text) in _states() or plain(text) in _places()


@lru_cache(1)
def _places() -> frozenset[str]:
    return frozenset(map(plain, gazetteer.places()))


def is_its_adjective(given: str, right: str) -> bool:
    """Say whether a text is the adjective or the people of a country that is asked for: "Dutch"."""
    country = _states().get(plain(right))
    return country is not None and plain(given) in {plain(word) for word in (*country.adjectives, *country.people)}


@lru_cache(_KEPT)
def initials(text: str) -> str:
    """Return the letters that spell a name of three words or more: "who"; "" for any other text."""
    words = [word for word in plain(text).split() if word not in SMALL_WORDS and word not in _COURTESIES | _SUFFIXES]
    written = [word for word in text.replace("-", " ").split() if word[:1].isupper() and fold(word) not in ARTICLES]
    spelled = "".join(word[0] for word in words)
    return spelled if len(words) >= _SHORTEST_INITIALS and len(written) >= len(words) else ""


def spells(given: str, right: str) -> bool:
    """Say whether a text is the initials of a name: "WHO", "J.F.K."."""
    typed = joined(fold(given)).replace(".", "")
    return bool(typed) and typed == initials(right)


def is_shortened(given: str, right: str) -> bool:
    """Say whether words of a name are cut short by a full stop: "N. Korea", "Treaty Org."."""
    mine, theirs = plain(given).split(), plain(right).split()
    dotted = {fold(word) for word in given.split() if word.endswith((".", ".,"))}
    if len(mine) != len(theirs) or not dotted:
        return False
    pairs = list(zip(mine, theirs, strict=True))
    same = [a == b for a, b in pairs]
    return any(same) and all(a == b or (a in dotted and b.startswith(a)) for a, b in pairs)


def is_person_name(text: str) -> bool:
    """Say whether a text can be the name of a person: some words with capitals, none of them a kind of thing."""
    words = text.split()
    kinds = gazetteer.noun_types()
    thing = any(kinds.get(word.lower()) not in (None, AnswerType.PERSON) for word in words)
    capital = all(word[:1].isupper() for word in words[-1:]) and words[0][:1].isupper()
    return 1 < len(words) <= _LONGEST_PERSON and capital and not thing and not is_state(text)


def parts_of(text: str) -> tuple[list[str], str]:
    """Return a person's first names and the surname, titles and "Jr." left aside."""
    words = plain(text).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    while len(words) > 1 and words[0] in _COURTESIES | _RANKS:
        words = words[1:]
    return words[:-1], words[-1] if words else ""


def first_names_fit(given: list[str], right: list[str]) -> bool:
    """Say whether first names are those of the right answer: whole, as initials, or some left out."""
    if "".join(given) == "".join(name[0] for name in right):
        return True
    waiting = iter(right)
    return all(any(_one_name(name, other) for other in waiting) for name in given)


def _one_name(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    called = _CALLED.get(name) == other or _CALLED.get(other) == name
    return name == other or called or (len(short) == 1 and long.startswith(short))
