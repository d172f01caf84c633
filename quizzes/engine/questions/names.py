"""Names as people type them: surnames, initials, titles, short forms, the several names of a country."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import gazetteer
from ..facts.base import AnswerType
from ..words import ARTICLES, SMALL_WORDS, fold
from .initialled import written_out
from .landforms import is_mountain, kind_of, with_kind_behind
from .plain import joined, plain, singular

_KEPT = 4096
_COURTESIES = frozenset(
    map(
        plain,
        str.split(
            "mr mrs ms miss madam madame monsieur sir dame lord lady doctor professor reverend rev his her majesty"
            " highness col colonel capt captain lt lieutenant major maj sgt sergeant admiral adm gov sen pres gen rep"
        ),
    )
)
# What stands before a ship's name sets it against another of that name, as a rank does.
_RANKS = frozenset(
    map(
        plain,
        str.split(
            "president king queen prince princess emperor empress pope chancellor general kaiser tsar czar sultan hms"
            " hmas uss rms ss"
        ),
    )
)
_EMPERORS = frozenset({"kaiser", "tsar", "czar"})
_SUFFIXES = frozenset(
    map(plain, str.split("junior incorporated limited corporation company co plc llc gmbh ag nv spa pty oyj"))
)
OF = frozenset({"of", "for", "at"})
_STATE = re.compile(
    r"^(?:(?:people|federal|federative|islamic|democratic|socialist|united|plurinational) )*"
    r"(?:republic|kingdom|commonwealth|principality|duchy|federation|sultanate|emirate|state) of (?=.)"
)
_STATES_KINDS = frozenset({"republic", "kingdom", "commonwealth", "principality", "duchy", "federation"})
# Two states each have one of these in their names.
_TWO_STATES = frozenset({"china", "congo", "korea", "guinea"})
# Of other countries, or alone in an article, these mean something else.
_IN_TALK = {"states": "United States", "us of a": "United States", "emirates": "United Arab Emirates",
            "trinidad": "Trinidad and Tobago", "vatican": "Vatican City", "antigua": "Antigua and Barbuda"}  # fmt: skip
_SETTLED = re.compile(
    r"^(?:the )?(?:port|harbou?r|city|town|village|hamlet|island|isle|province|region|district|state|parish)"
    r" of (?=[A-Z])"
)
_TOWN = re.compile(r"^(?:in )?(?:the )?(?:city|town|village) of (?=\w)", re.I)
_PLACED = re.compile(r"^(?:in|at) ", re.I)
_PEOPLE_WORDS = frozenset({"people", "peoples", "ones"})
_ADJECTIVE_ENDINGS = ("n", "an", "ian", "ese", "ish", "i", "ic")
# Only with these does a name mostly stay a name when they are left out.
_LEFT_OUT = frozenset(str.split("river lake mount mountain volcano cut canal strait desert bay creek glacier"))
_NO_NAMES = frozenset({"grande", "negro", "blanc", "rosa"})
PLAIN_PLACES = frozenset(
    str.split("red black white blue green yellow great big long little upper lower new old north south east west")
)
_SHORTEST_INITIALS = 3
_LONGEST_PERSON = 5
_YEAR = re.compile(r"[12]\d{3}")
_FIGURES_APART = re.compile(r"\d \d")
# "Prize in Physics", "for Physics" and "of Physics" are one.
_IN_OR_FOR = re.compile(r"(?<=\w) (?:in|for|at) (?=\w)")
_OF_ARABIC = re.compile(r"[ae]l-[A-Z]")
_INVERTED = re.compile(r"^([^,]+),\s*([^,]+)$")


@lru_cache(_KEPT)
def forms(text: str) -> frozenset[str]:
    """Return the wordings of a name that are all the same: two names are one when they share any."""
    base = plain(text)
    found = {base, written_out(base), *_untitled(base), _IN_OR_FOR.sub(" of ", base)}
    inverted = _INVERTED.match(text.strip(" ."))
    if inverted:
        found.add(plain(f"{inverted[2]} {inverted[1]}"))
    found |= {other for form in set(found) for other in (*turned(form), with_kind_behind(form)) if other}
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


def turned(base: str) -> set[str]:
    """Return "rome treaty" for "treaty of rome", "newton law" for "law of newtons", "1956 act" for "act 1956".

    What stands behind an "of" may stand there without it: "university bergen".
    """
    words = base.split()
    if len(words) > 2 and _YEAR.fullmatch(words[-1]):
        return {" ".join([words[-1], *words[:-1]])}
    places = [index for index, word in enumerate(words) if word in OF]
    if len(places) != 1 or not 0 < places[0] < len(words) - 1:
        return set()
    before, after = words[: places[0]], words[places[0] + 1 :]
    ways = {" ".join([*after[:-1], last, *before]) for last in (after[-1], singular(after[-1]))}
    return ways | {" ".join([*before, *after])}


def _without_kind(text: str) -> str:
    """Return the name of a river or mountain without the word that says so, "" where that leaves no name."""
    *rest, kind = with_kind_behind(plain(text)).split() or [""]
    if kind not in _LEFT_OUT:
        return ""
    return "" if set(rest) & (PLAIN_PLACES | _NO_NAMES) or is_known(" ".join(rest)) else " ".join(rest)


def is_place_of(given: str, right: str) -> bool:
    """Say whether a text is a name without its "river" or "port of": "Orlan" for the Orlan River."""
    bare = plain(_TOWN.sub("", given))
    if bare != plain(given):
        return bare == plain(_PLACED.sub("", right))
    return bool(bare) and bare in (_without_kind(right), plain(_SETTLED.sub("", right)))


def adds_kind(given: str, right: str) -> bool:
    """Say whether a text is a name with a "river" or "lake" that it does not have: "Orlan River" for Orlan."""
    wanted, bare = plain(right), with_kind_behind(plain(given)).rpartition(" ")[0]
    return bool(wanted) and bare == wanted not in _TWO_STATES and (bool(_without_kind(given)) or is_mountain(right))


def kinds_added(given: str, right: str) -> set[str]:
    """Return which kinds of place a text names beside the words of the right answer."""
    return {kind_of(word) for word in set(plain(given).split()) - set(plain(right).split())} - {""}


def is_state_of(given: str, right: str) -> bool:
    """Say whether a text is a state's name told by its adjective: "the Orlanian Republic" for Orlania."""
    adjective, _, kind = plain(given).rpartition(" ")
    own = plain(right).split()
    wanted = own[0] if len(own) > 1 else "republic"
    if kind != wanted or kind not in _STATES_KINDS or is_state(given):
        return False
    return is_its_adjective(adjective, right)


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


def has_rank(text: str) -> bool:
    """Say whether a name begins with a rank: "Queen", "Vice President"."""
    return bool(_rank(text))


def sexes_differ(given: str, right: str) -> bool:
    """Say whether a text has a "Mr" or "Mrs" that cannot stand before the name."""
    sexes = gazetteer.genders()
    title = sexes.get(fold(given).split()[0]) if _is_titled(given) else None
    own = next((sexes[word] for word in fold(right).split() if word in sexes), None)
    return title is not None and own is not None and title != own


def has_given_name(text: str) -> bool:
    """Say whether a text begins with a title or a well-known given name."""
    first = fold(text).split()[:1]
    return bool(first) and (first[0] in gazetteer.genders() or _is_titled(text))


def is_run_together(given: str, right: str) -> bool:
    """Say whether a text is a surname whose parts are written together or apart: "Vandermeer", "Mc Kenzie"."""
    firsts, surname = parts_of(right)
    surnames = ["".join([*firsts[index:], surname]) for index in range(1, len(firsts))]
    return joined(plain(given)) in [surname, *surnames]


def ranks_differ(given: str, right: str) -> bool:
    """Say whether two names have another rank each: a princess is no queen, and a pope no archbishop."""
    mine, theirs = _rank(given), _rank(right)
    first = plain(right).split()[:1]
    titled = bool(first) and first[0] in gazetteer.titles() and first[0] not in _COURTESIES
    return bool(mine) and mine != theirs and (bool(theirs) or titled)


def _rank(text: str) -> str:
    rank = next((word for word in plain(text).split()[:2] if word in _RANKS or word == "vice"), "")
    return "emperor" if rank in _EMPERORS else rank


def _same_noun(given: str, right: str) -> bool:
    """Say whether the same common noun stands for one and for several."""
    mine, theirs = plain(given).split(), plain(right).split()
    named = any(word[:1].isupper() for word in right.split()[-1:])
    if not mine or not theirs or named:
        return False
    return mine[:-1] == theirs[:-1] and singular(mine[-1]) == singular(theirs[-1])


@lru_cache(_KEPT)
def known_as(text: str) -> frozenset[str]:
    """Return the other names of a well-known country, place or organisation, in their one wording."""
    country = _states().get(plain(text))
    if country is not None:
        return frozenset(map(plain, (country.name, *country.aliases, *country.official)))
    main = _other_names().get(plain(text))
    return frozenset(alias for alias, name in _other_names().items() if name == main) if main else frozenset()


def is_spoken_of(given: str, right: str) -> bool:
    """Say whether a text is what a country is called in talk, where nothing else is meant by it: "the States"."""
    country = _states().get(plain(right))
    return country is not None and _IN_TALK.get(plain(given)) == country.name


@lru_cache(1)
def _other_names() -> dict[str, str]:
    named = gazetteer.organisations() | gazetteer.places_elsewhere()
    return {plain(alias): name for alias, name in named.items()}


@lru_cache(1)
def _states() -> dict[str, gazetteer.Country]:
    official = {plain(name): country for country in gazetteer.countries() for name in country.official}
    return official | {plain(name): country for name, country in gazetteer.country_names().items()}


def are_two_states(given: str, right: str) -> bool:
    """Say whether two texts name two countries: the Republic of China is not the People's Republic."""
    mine, theirs = _states().get(plain(given)), _states().get(plain(right))
    return mine is not None and theirs is not None and mine is not theirs


def is_state(text: str) -> bool:
    """Say whether a text is the name of a country."""
    return plain(text) in _states()


def is_known(text: str) -> bool:
    """Say whether a text is the name of a country or of a well-known place."""
    return plain(text) in _states() or plain(text) in _places()


@lru_cache(1)
def _places() -> frozenset[str]:
    return frozenset(map(plain, gazetteer.places()))


def is_common_noun(given: str, right: str) -> bool:
    """Say whether a text is a common noun where a name of one word is wanted: "Time" for "The Times"."""
    is_name = " " not in plain(right) and any(word[:1].isupper() for word in right.split()[-1:])
    return is_name and (given in gazetteer.noun_types() or given in gazetteer.unique_nouns())


def is_its_adjective(given: str, right: str) -> bool:
    """Say whether a text is the adjective or the people of a country that is asked for: "Dutch"."""
    country = _states().get(plain(right))
    if country is not None:
        return plain(given) in {plain(word) for word in (*country.adjectives, *country.people)}
    name = _STATE.sub("", plain(right))
    mine = plain(given)
    ways = {f"{stem}{ending}" for stem in (name, name[:-1]) for ending in _ADJECTIVE_ENDINGS}
    return name != plain(right) and " " not in name and mine in ways


def is_people_of(right: str, given: str) -> bool:
    """Say whether a right answer is the people of the country that a text names or tells by its adjective."""
    own = {plain(word) for word in right.split()} - _PEOPLE_WORDS - ARTICLES - {""}
    mine = " ".join(word for word in plain(given).split() if word not in _PEOPLE_WORDS)
    mine = plain(_IN_TALK.get(mine, mine))
    return len(own) == 1 and mine in _by_people().get(own.pop(), ())


def is_people(text: str) -> bool:
    """Say whether a text names a people, and is no bare adjective: "the French", "Danes"."""
    peoples = gazetteer.peoples()
    return text.casefold().startswith("the ") or text in peoples


@lru_cache(1)
def _by_people() -> dict[str, frozenset[str]]:
    """Return what else may be said for each people and adjective of a state of today."""
    found: dict[str, frozenset[str]] = {}
    for country in (country for country in gazetteer.countries() if not country.is_former):
        told = {plain(word) for word in (*country.adjectives, *country.people)}
        names = frozenset(told | {plain(name) for name in (country.name, *country.aliases)})
        found |= {word: found.get(word, frozenset()) | names for word in told}
    return found


@lru_cache(_KEPT)
def initials(text: str) -> str:
    """Return the letters that spell a name of three words or more: "who"; "" for any other text."""
    words = [word for word in fold(text).split() if word not in SMALL_WORDS and word not in _COURTESIES | _SUFFIXES]
    written = [word for word in text.replace("-", " ").split() if word[:1].isupper() and fold(word) not in ARTICLES]
    spelled = "".join(word[0] for word in words)
    return spelled if len(words) >= _SHORTEST_INITIALS and len(written) >= len(words) else ""


def spells(given: str, right: str) -> bool:
    """Say whether a text is the initials of a name: "WHO", "J.F.K."."""
    typed = joined(fold(given)).replace(".", "")
    return bool(typed) and typed in (initials(right), initials(written_out(plain(right)).title()), _with_small(right))


def _with_small(text: str) -> str:
    """Return the letters that spell a name with its small words: "mod" for the Ministry of Defence."""
    words = [word for word in fold(text).split() if word not in ARTICLES]
    told = [word for word in text.split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(told) > 1 and len(words) >= _SHORTEST_INITIALS else ""


def is_person_name(text: str) -> bool:
    """Say whether a text can be the name of a person: some words with capitals, none of them a kind of thing."""
    words = text.split()
    if "and" in words:
        return False
    kinds = gazetteer.noun_types()
    thing = any(kinds.get(word.lower()) not in (None, AnswerType.PERSON) for word in words)
    capital = all(word[:1].isupper() or _OF_ARABIC.match(word) for word in (*words[:1], *words[-1:]))
    return 1 < len(words) <= _LONGEST_PERSON and capital and not thing and not is_state(text)


def parts_of(text: str) -> tuple[list[str], str]:
    """Return a person's first names and the surname, titles and "Jr." left aside."""
    words = plain(text).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    while len(words) > 1 and (words[0] in _COURTESIES | _RANKS or words[0] in gazetteer.titles()):
        words = words[1:]
    if "of" in words[1:]:
        # Maud of Norway is called Maud.
        words = words[: words.index("of", 1)]
    return words[:-1], words[-1] if words else ""
