"""Says whether a typed text is a right answer, as a fair teacher would: form never matters, substance does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..words import distance, fold
from . import foreign, landforms, names, partial, sentences
from .base import GAP
from .bounds import fit_bound, fit_range
from .first_names import sexes_differ
from .hints import WRONG, figures_in, near_miss
from .letters import has_another_letter
from .measures import has_sign, is_measure, read_numbers, same_measure
from .names import same_name
from .persons import is_person, is_surname_first
from .plain import plain, with_thousands
from .portions import portion, same_portion
from .rulers import is_same_ruler
from .shortened import is_shortened
from .slips import is_slip
from .spans import ends, fit_ends, is_one_end
from .substances import same_substance
from .times import Fit, fit_time, periods, readings, unhedged

RIGHT = Fit(1.0)
_HEDGED_SHARE = 0.5
_ADJECTIVE_SHARE = 0.5
_PART_SHARE = 0.5
_SPLIT = re.compile(r"\s*(?:[,;\n/•]|\band\b|&|\+)\s*")
_NUMBERED = re.compile(r"(?:^|\s)\s*\d{1,2}[.)]\s")
# "C" is not "C++".
_MARKS = re.compile(r"(?<=\w)(?:\+\+|#)")
_SINCE = re.compile(r"^since ", re.I)
_PLACED = re.compile(r"^(?:in|at|on) ", re.I)
_PEOPLE = frozenset({"people", "persons", "inhabitants", "residents"})
_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)\.?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a typed answer is compared with: one right text, what else the article names, and the question."""

    right: str
    reject: tuple[str, ...]
    stem: str


def match(given: str, right: str, reject: tuple[str, ...] = (), stem: str = "") -> Fit:
    """Compare a typed text with one right answer, and with texts it must not be taken for."""
    asked = Asked(right, reject, stem)
    if _MARKS.findall(given) != _MARKS.findall(right):
        return WRONG
    if " ".join(given.casefold().split()) == " ".join(right.casefold().split()) or _same(given, right):
        return RIGHT
    town = sentences.town_of(right)
    if town and not sentences.asks_several(stem):
        return sentences.other_country(given, right) or match(given, town, reject, stem)
    for refuse in (_another, _turned_round, _several):
        if found := refuse(given, asked):
            return found
    found = _closest(given, asked)
    if found.share:
        return found
    if ends(asked.right) and is_one_end(given):
        return found
    if _explained(given, asked):
        return RIGHT
    rest = sentences.without_country(sentences.trimmed(given, right, stem))
    if _asks_person(asked):
        rest = sentences.without_role(rest)
    return _closest(rest, asked) if rest and rest != given else found


def _explained(given: str, asked: Asked) -> bool:
    """Say whether what stands in brackets behind a right text is right as well: "12 km (7.5 miles)"."""
    found = _IN_BRACKETS.fullmatch(given.strip())
    if not found or _closest(found[1], asked).share < 1.0:
        return False
    behind = found[2]
    initials = names.spells(behind, asked.right) or plain(behind) in names.known_as(asked.right)
    return initials or _closest(behind, asked).share == 1.0


def _same(given: str, right: str) -> bool:
    if portion(right) is not None:
        return same_portion(given, right)
    if has_sign(right) and is_measure(right):
        return same_measure(given, right)
    return bool(plain(given)) and same_name(given, right)


def _another(given: str, asked: Asked) -> Fit | None:
    """Refuse what another fact of the article is answered by, and slips of that."""
    mine, right = plain(given), plain(asked.right)
    for other in asked.reject:
        theirs = plain(other)
        near = is_slip(mine, theirs) and distance(mine, theirs) <= distance(mine, right) if mine and theirs else False
        if (near or _same(given, other)) and not _same(other, asked.right):
            return Fit(0.0, "That is something else in this article")
    return None


def _turned_round(given: str, asked: Asked) -> Fit | None:
    if sentences.denies(given) and not sentences.denies(asked.right):
        return Fit(0.0, "Your answer says what it is not")
    return None


def _several(given: str, asked: Asked) -> Fit | None:
    said, _ = unhedged(given)
    if sentences.offers_several(said) and not sentences.offers_several(asked.right) and not _listed(asked):
        return Fit(0.0, "Give one answer, not a choice of several")
    return None


def _closest(given: str, asked: Asked) -> Fit:
    """Return the first verdict that a rule gives."""
    rules: tuple[Callable[[str, Asked], Fit | None], ...] = (
        _portioned,
        _same_again,
        _hedged,
        _timed,
        _bounded,
        _measured,
        _in_list,
        _known_name,
        _person,
        _slipped,
        _in_part,
    )
    return next((found for rule in rules if (found := rule(given, asked)) is not None), near_miss(given, asked.right))


def _same_again(given: str, asked: Asked) -> Fit | None:
    """Compare the texts again, after what stood around the answer is gone and without the noun that was asked with."""
    if found := _another(given, asked):
        return found
    nouns = sentences.asked_nouns(asked.stem) | names.OF
    bare, wanted = (_PLACED.sub("", text) for text in (given, asked.right))
    mine, theirs = ([word for word in plain(text).split() if word not in nouns] for text in (bare, wanted))
    tells = not set(mine) <= names.PLAIN_PLACES or mine == plain(wanted).split()
    same_words = mine and tells and mine == theirs and not has_sign(asked.right)
    return RIGHT if _same(given, asked.right) or same_words else None


def _portioned(given: str, asked: Asked) -> Fit | None:
    """Refuse the bare number of a portion: 3 is no third."""
    return WRONG if portion(asked.right) is not None and plain(given).isdigit() else None


def _hedged(given: str, asked: Asked) -> Fit | None:
    """Look at a text without its "about": in full where the right answer has one too, else in part."""
    said, hedged = unhedged(given)
    right, own = unhedged(asked.right)
    if not (hedged or own) or not (readings(right) or is_measure(right) or figures_in(plain(right))):
        return None
    found = _closest(said, Asked(right, asked.reject, asked.stem))
    if own or not hedged or not found.share:
        return found
    return Fit(found.share * _HEDGED_SHARE, "The article does not say “about” here")


def _timed(given: str, asked: Asked) -> Fit | None:
    """Compare times; what comes before or after one is none, unless the question says so itself."""
    given = with_thousands(given)
    if found := fit_ends(given, asked.right):
        return found
    right = _SINCE.sub("", asked.right)
    typed = given if right == asked.right else _SINCE.sub("", given)
    said = sentences.without_open_time(typed, asked.stem)
    found = fit_time(said, right, asked.reject)
    if found is not None and said != typed and not periods(given):
        return Fit(0.0, "The time itself is wanted, without “before” or “after”")
    if found is None and (readings(asked.right) or periods(asked.right)):
        mine, theirs = plain(given), plain(asked.right)
        slip = figures_in(mine) == figures_in(theirs) and is_slip(mine, theirs)
        return _written(asked.right) if slip else Fit(0.0, _other_time(given, asked.right))
    return found


def _other_time(given: str, right: str) -> str:
    if readings(right) and periods(given):
        return "A date is wanted, not a span of time"
    return "A span of time is wanted, not a date" if periods(right) and readings(given) else "Not quite"


def _measured(given: str, asked: Asked) -> Fit | None:
    right = asked.right
    if not is_measure(right):
        # "1.5 million people", where people are what is counted.
        nouns = sentences.asked_nouns(asked.stem) | (_PEOPLE if GAP in asked.stem else set())
        given, right = (" ".join(word for word in text.split() if plain(word) not in nouns) for text in (given, right))
    if is_measure(right):
        return RIGHT if same_measure(given, right) else Fit(0.0, _other_measure(given, right))
    return None


def _bounded(given: str, asked: Asked) -> Fit | None:
    """Compare what is more or less than a number, or between two."""
    bare = fit_bound(given, asked.right, lambda mine, theirs: _closest(mine, Asked(theirs, (), asked.stem)))
    return bare or fit_range(given, asked.right, sentences.asked_nouns(asked.stem))


def _other_measure(given: str, right: str) -> str:
    return "The number is right but not the unit" if read_numbers(given) == read_numbers(right) else "Not quite"


def _listed(asked: Asked) -> list[str]:
    """Return the items of a right answer that is a list: with commas, or asked for by their number."""
    parts = [part for part in _SPLIT.split(asked.right) if part.strip()]
    told = "," in asked.right or ";" in asked.right or sentences.asks_several(asked.stem)
    is_list = len(parts) > 1 and (told or _are_things(asked, parts))
    return parts if is_list else []


def _are_things(asked: Asked, parts: list[str]) -> bool:
    """Say whether an "and" joins things of their own, common words, countries or persons, and is in no name."""
    if asked.right == asked.right.lower():
        return not any(char.isdigit() for char in asked.right)
    persons = sentences.asks_person(asked.stem) and all(map(names.is_person_name, parts))
    return persons or (all(map(names.is_known, parts)) and not names.is_known(asked.right))


def _in_list(given: str, asked: Asked) -> Fit | None:
    """Credit each item of a list, less what is wrong; a name of two parts may have them in either order."""
    parts = _listed(asked) or [part for part in _SPLIT.split(asked.right) if part.strip()]
    if len(parts) < 2:
        return None
    mine = [part for part in _SPLIT.split(_unnumbered(given).strip(" .")) if part.strip()]
    fits = [next((part for part in parts if _is_item(item, part, asked)), "") for item in mine]
    found = set(fits) - {""}
    if len(found) == len(parts) == len(mine) or sorted(plain(given).split()) == sorted(plain(" ".join(parts)).split()):
        return RIGHT
    if not _listed(asked):
        return None
    if sentences.offers_several(re.sub(r"[/]", ",", given)):
        return Fit(0.0, "Give the items themselves, not a choice of several")
    share = max(0, len(found) - fits.count("")) / len(parts)
    wrong = f", {fits.count('')} wrong" if fits.count("") else ""
    return Fit(share, f"{len(found)} of {len(parts)} right{wrong}")


def _unnumbered(text: str) -> str:
    """Return a list without the numbers before its items: "1. salt 2. fish"."""
    return _NUMBERED.sub("\n", text) if _NUMBERED.match(text) else text


def _is_item(item: str, part: str, asked: Asked) -> bool:
    own = Asked(part, asked.reject, asked.stem)
    trimmed = sentences.trimmed(item, part, asked.stem)
    time, person = fit_time(item, part, ()), names.is_person_name(part) and sentences.asks_person(asked.stem)
    if (time is not None and time.share == 1.0) or (person and is_person(item, part)):
        return True
    return any(_same(text, part) or (_slipped(text, own) or WRONG).share for text in (item, trimmed))


def _known_name(given: str, asked: Asked) -> Fit | None:
    """Accept other names of a country, initials, and words cut short by a full stop, where they are nobody else's.

    What the question itself names, or asks the long form of, is no answer to it.
    """
    if sentences.is_told(given, asked.stem):
        return None
    if is_shortened(given, asked.right):
        return _unless_shared(is_shortened, given, asked)
    if sentences.asks_long_form(asked.stem):
        return None
    if names.is_spoken_of(given, asked.right) or _is_known_as(given, asked.right):
        return RIGHT
    if found := _national(given, asked):
        return found
    if names.adds_kind(given, asked.right):
        return RIGHT if _is_of_kind(given, asked) else None
    for rule in (names.spells, names.is_place_of, names.is_state_of, is_same_ruler):
        if rule(given, asked.right):
            return _unless_shared(rule, given, asked)
    return None


def _is_known_as(given: str, right: str) -> bool:
    known = names.known_as(right)
    return plain(given) in known or same_substance(given, right) or any(is_shortened(given, way) for way in known)


def _national(given: str, asked: Asked) -> Fit | None:
    """Set countries apart from each other, from their adjectives and from their people."""
    if names.are_two_states(given, asked.right):
        return Fit(0.0, "That is another country")
    if names.is_its_adjective(given, asked.right):
        return Fit(_ADJECTIVE_SHARE, "Nearly, but the name of the country is wanted")
    if names.is_people_of(asked.right, given):
        return _peopled(given, asked)
    return None


def _peopled(given: str, asked: Asked) -> Fit | None:
    """Accept a country for its people where it does something, and in part where the people is asked for."""
    if sentences.asks_language(asked.stem):
        return None
    acts = sentences.asks_person(asked.stem) or (names.is_people(asked.right) and not sentences.asks_people(asked.stem))
    if acts or not names.is_state(given):
        return RIGHT
    return Fit(_ADJECTIVE_SHARE, "Nearly, but the name of the people is wanted")


def _is_of_kind(given: str, asked: Asked) -> bool:
    """Say whether a "river" or "lake" that was typed with a name is what the question is about."""
    added = names.kinds_added(given, asked.right)
    if added == {"river"} and not landforms.is_mountain(asked.right):
        return not sentences.asks_other_than_river(asked.stem)
    if added == {"mount"} and landforms.is_mountain(asked.right):
        return True
    return added <= set(map(landforms.kind_of, sentences.asked_nouns(asked.stem)))


def _unless_shared(rule: Callable[[str, str], bool], given: str, asked: Asked) -> Fit:
    shared = any(rule(given, other) and not _same(other, asked.right) for other in asked.reject)
    return Fit(0.0, "This may be another in the article: the full name is wanted") if shared else RIGHT


def _person(given: str, asked: Asked) -> Fit | None:
    """Accept a surname, with the right first names or their initials, that no other name of the article shares."""
    if not _asks_person(asked) or names.ranks_differ(given, asked.right):
        return None
    if names.sexes_differ(given, asked.right):
        return Fit(0.0, "That may be another person")
    if partial.is_given_name(given, asked.right):
        return _part_unless_shared(partial.is_given_name, given, asked)
    if is_surname_first(given, asked.right):
        return RIGHT
    if not is_person(given, asked.right):
        return None
    found = _unless_shared(is_person, given, asked)
    exact = names.parts_of(given)[1] == names.parts_of(asked.right)[1] or names.is_run_together(given, asked.right)
    return found if exact or not found.share else _written(asked.right)


def _asks_person(asked: Asked) -> bool:
    """Say whether the answer is a person: asked for as one, or named as one where nothing else is asked for."""
    if not names.is_person_name(asked.right):
        return False
    named = names.has_given_name(asked.right) and not sentences.asks_thing(asked.stem)
    return sentences.asks_person(asked.stem) or named


def _part_unless_shared(rule: Callable[[str, str], bool], given: str, asked: Asked) -> Fit | None:
    found = _unless_shared(rule, given, asked)
    return Fit(_PART_SHARE, "Right, but that is not the whole name") if found.share else found


def _in_part(given: str, asked: Asked) -> Fit | None:
    """Credit so much of a long name as tells which one is meant."""
    if _asks_person(asked) or not partial.is_part_of_name(given, asked.right):
        return None
    return _part_unless_shared(partial.is_part_of_name, given, asked)


def _slipped(given: str, asked: Asked) -> Fit | None:
    """Accept slips of the fingers that make no other name."""
    mine, theirs = plain(given), plain(asked.right)
    ways = (theirs, *sorted(names.turned(theirs)))
    if not mine or figures_in(mine) != figures_in(theirs):
        return None
    if not any(is_slip(mine, way) for way in ways) and not _is_abroad(given, asked):
        return None
    first = (fold(text).partition(" ")[0] for text in (given, asked.right))
    another_name = has_another_letter(given, asked.right) or (" " in mine and sexes_differ(*first))
    another = another_name or names.is_known(given) or names.is_common_noun(mine, asked.right)
    return Fit(0.0, "That is another name") if another else _written(asked.right)


def _is_abroad(given: str, asked: Asked) -> bool:
    """Say whether a text is the name as another language writes it, and no other name of the article is."""
    shared = any(foreign.is_spelled_abroad(given, other) for other in asked.reject if not _same(other, asked.right))
    return foreign.is_spelled_abroad(given, asked.right) and not shared


def _written(right: str) -> Fit:
    return Fit(1.0, f"Right; it is written {right}")
