"""Whether one answer could be taken for another: the same sort of thing, in the same form, yet told apart from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from . import gazetteer
from .facts.base import Answer, AnswerType, Fact
from .figures import dates
from .kinds import is_listed, of_one_kind, person_sorts, sorts
from .words import ARTICLES, bare, stems
from .world import Named, World

REASONS = frozenset(
    {
        AnswerType.CAUSE,
        AnswerType.PURPOSE,
        AnswerType.MEANS,
        AnswerType.CONDITION,
        AnswerType.EXAMPLE,
        AnswerType.ACTION,
    }
)
PHRASES = frozenset({AnswerType.TERM, AnswerType.PEOPLE, AnswerType.EVENT, AnswerType.WORK, AnswerType.ROLE})
# "Which organization" may be answered by anything of the type; any other noun narrows it.
_WIDE_NOUNS = frozenset(
    {"organization", "organisation", "country", "place", "agreement", "event", "work", "person", ""}
)
_THE = re.compile(r"^[Tt]he ")
_ASKED_NOUN = re.compile(r"\b[Ww]hich ([a-z]+)\b")
# Of names whose sort is unknown only those of persons, states and organisations can stand for each other.
_MAY_BE_UNKNOWN = frozenset({AnswerType.PERSON, AnswerType.COUNTRY, AnswerType.ORGANISATION})
_HEADS_ALIKE = 0.5
_ALIKE = 0.45
_ONE_THING = 0.5
# What is no part of a person's name, though capitals make it look like one.
_NO_NAMES = frozenset(
    str.split(
        "majesty highness excellency lordship honour nature lab labs land lands christ god lord saviour almighty album"
        " street road inc ltd corp news times party royal holy mother father saint sainte fort international national"
        " united center centre hall square historic lodge manor villa cottage mansion cinema"
    )
)
# A name that ends so is an office: "the Chief Medical Officer".
_OFFICES = frozenset(
    str.split(
        "officer minister secretary president director executive governor chancellor commissioner ambassador mayor"
    )
)
_SEXES = {
    **dict.fromkeys(
        str.split(
            "wife girl woman mother daughter sister girlfriend queen princess actress aunt niece grandmother widow nun"
            " empress duchess"
        ),
        "female",
    ),
    **dict.fromkeys(
        str.split(
            "husband boy man father son brother boyfriend king prince actor uncle nephew grandfather widower monk"
            " emperor duke"
        ),
        "male",
    ),
}
_SEX_OF = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_PRONOUN = re.compile(r"\b(he|his|him|she|her)\b", re.I)
_NAME = re.compile(r"(?<=\w )[A-Z]")
_OWNERS = frozenset({"its", "their", "his", "her"})
_ASKS_SPEAKER = re.compile(
    r"^(?:According to \w+, )?(?:Who|Complete the sentence[^:]*: ____|____) (?:also )?(?:is|sa(?:id|ys)|wrote|writes"
    r"|told|tells|argue[sd]|explain(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)|insist(?:s|ed)|announce[sd]|declare[sd]|note[sd]"
    r"|conclude[sd]|admit(?:s|ted)|predict(?:s|ed)|believe[sd]|thinks|thought|suggest(?:s|ed)|describe[sd]|call(?:s|ed)"
    r"|add(?:s|ed))\b"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Sorted:
    """The key of a question, beside which only names of its own sort may stand."""

    answer: Answer
    world: World

    def fits(self, text: str) -> bool:
        """Say whether a name is surely of the key's sort."""
        key = self.answer
        if not self._has_form(text):
            return False
        if key.text.islower() and _is_plural(key.text) != _is_plural(text):
            return False
        if key.type is AnswerType.COUNTRY:
            return is_state(text)
        if of_one_kind(key.text, text, key.type):
            return True
        if key.type not in _MAY_BE_UNKNOWN and key.type is not AnswerType.PLACE and key.text.islower():
            return self._same_term(text)
        return bool(self._sorts(key.text) & self._sorts(text)) and self._is_asked(text)

    def may_fit(self, text: str) -> bool:
        """Say whether nothing is known against a name's being of the key's sort."""
        if self.answer.type not in _MAY_BE_UNKNOWN or not self._has_form(text) or not self._is_asked(text):
            return False
        if is_listed(self.answer.text) != is_listed(text):
            return False
        # "What is the home of ...?" says nothing of a sort; what is of none may be anything.
        if self.answer.type is AnswerType.ORGANISATION and not _ASKED_NOUN.search(self.answer.stem):
            return False
        mine, theirs = self._sorts(self.answer.text), self._sorts(text)
        if self.answer.type is AnswerType.PERSON:
            return not mine or not theirs
        return not mine and not theirs

    def _sorts(self, name: str) -> frozenset[str]:
        return sorts(name, self.answer.type, self.world.heads.get(bare(name), frozenset()))

    def _same_term(self, text: str) -> bool:
        """Say whether both are kinds of one thing ("wound botulism", "infant botulism") or near in meaning."""
        mine, theirs = bare(self.answer.text).split(), bare(text).split()
        if not (text.islower() and self.world.is_named(text)):
            return False
        if len(mine) > 1 or len(theirs) > 1:
            return mine[-1] == theirs[-1]
        return self.world.near(text, self.answer.text, _HEADS_ALIKE)

    def _is_asked(self, text: str) -> bool:
        """Say whether a name is what the stem asks for: "which river"."""
        asked = _ASKED_NOUN.search(self.answer.stem)
        noun = asked[1] if asked else ""
        other = bare(text)
        return noun in _WIDE_NOUNS or noun in self.world.heads.get(other, frozenset()) or noun in other.split()

    def _has_form(self, text: str) -> bool:
        (mine, *my_form), (theirs, *its_form) = _form(text), _form(self.answer.text)
        long = not theirs / 2.5 <= mine <= max(theirs * 2, theirs + 2)
        return not long and my_form == its_form and not dates(text)


@lru_cache(4096)
def _form(name: str) -> tuple[int, bool, bool]:
    """Return how many words a name has, whether it has a figure, and whether it is a proper name."""
    return len(bare(name).split()), any(char.isdigit() for char in name), _is_proper(name)


def _is_plural(text: str) -> bool:
    """Say whether a common word is plural by its ending; a few that only look so never stand beside others."""
    return text.endswith(("s", "ia", "ae", "nuclei", "fungi")) and not text.endswith(("ss", "us", "is"))


def _is_proper(text: str) -> bool:
    """Say whether a text begins, after its article, with a capital."""
    words = [word for word in text.split() if word.casefold() not in ARTICLES]
    return bool(words) and words[0][:1].isupper()


def is_state(text: str) -> bool:
    """Say whether a text names a state, of today or of the past."""
    return _THE.sub("", text) in gazetteer.country_names()


def is_person(text: str, world: World) -> bool:
    """Say whether nothing is known against a name's being a person's: no place, work, body or title is called so."""
    asked = "person", text
    if asked not in world.found:
        world.found[asked] = _is_person(text, world)
    return world.found[asked]


def _is_person(text: str, world: World) -> bool:
    words = [word.casefold() for word in text.split()]
    told = {world.types.get(bare(text)), world.types.get(bare(words[-1]))}
    if told - {None, AnswerType.PERSON} or "'s" in text or set(words) & _NO_NAMES:
        return False
    if len(words) > 1 and words[-1] in _OFFICES:
        return False
    last = text.split()[-1]
    if last in gazetteer.country_names() or last in gazetteer.places():
        return False
    if gazetteer.noun_types().get(words[-1], AnswerType.PERSON) is not AnswerType.PERSON:
        return False
    return not (sorts(text, AnswerType.PERSON) - person_sorts() or _is_thing(world.heads.get(bare(text), frozenset())))


def fits_gender(text: str, stem: str, world: World) -> bool:
    """Say whether a person may be the girl or king that a stem asks for: a name of the other sex rules itself out."""
    asked = _sex_asked_for(stem)
    full = world.full_names(text)[0].split()
    own = gazetteer.genders().get(full[0].casefold()) if len(full) > 1 else None
    return len(asked) != 1 or own is None or own in asked


def _described_as(stem: str) -> str:
    """Return what a stem says the person is, before it tells whose or with whom: "the wife" of "the wife of a king"."""
    return re.split(r"\b(?:of|to|with|by|for|who|whose|and)\b", stem.removeprefix("Who "))[0]


@lru_cache(4096)
def _sex_asked_for(stem: str) -> frozenset[str]:
    """Return the sexes of whom a stem may ask for, by its nouns or its pronoun; none where neither tells."""
    told = bare(_described_as(stem)).split()
    return frozenset(_SEXES[word] for word in told if word in _SEXES) or frozenset(_sex_of_pronoun(stem))


def _sex_of_pronoun(stem: str) -> set[str]:
    """Return the sex that "she" or "his" tells where it can only mean whom the stem asks for."""
    pronoun = _PRONOUN.search(stem)
    return {_SEX_OF[pronoun[1].lower()]} if pronoun and not _NAME.search(stem[: pronoun.start()]) else set()


def plays_a_part(text: str, stem: str, world: World) -> bool:
    """Say whether a person does something in the article, or speaks in it where a speaker is asked for.

    Whom it only compares somebody with, and whom a prize or a mask is called after, no reader takes for the key.
    """
    speaking = _ASKS_SPEAKER.search(stem) is not None
    asked = "speaks" if speaking else "acts", text
    if asked not in world.found:
        start = bare(text).partition(" ")[0]
        known = [thing for thing in world.named_by_start.get(start, ()) if _is_name_of(text, thing)]
        world.found[asked] = not known or any(thing.speaks if speaking else thing.acts for thing in known)
    return world.found[asked]


def _is_name_of(text: str, thing: Named) -> bool:
    return bare(text) in map(bare, (thing.text, *thing.names))


def _is_thing(heads: frozenset[str]) -> bool:
    """Say whether the nouns said of a name are those of things, not of persons."""
    types = {gazetteer.noun_types().get(head) for head in heads} - {None}
    return bool(types) and AnswerType.PERSON not in types


def same_name_form(text: str, answer: Answer, world: World) -> str:
    """Return a name as the key names its own kind: persons by surname or in full alike; "" where it cannot be."""
    if answer.type is not AnswerType.PERSON:
        return text
    if not is_person(text, world):
        return ""
    if len(answer.text.split()) == 1:
        # A given name among surnames stands out, and so does who has no other name.
        alone = len(world.full_names(answer.text)[0].split()) == 1
        if answer.text.casefold() in gazetteer.genders() or alone != (len(world.full_names(text)[0].split()) == 1):
            return ""
        return text.split()[-1]
    full = [name for name in world.full_names(text) if len(name.split()) > 1]
    return full[0] if full else ""


def is_framed(fact: Fact, answer: Answer, source: Fact, other: Answer) -> bool:
    """Say whether two answers stand in the same place of the same verb: what caused the one, and the other."""
    same_place = (answer.slot.start == 0) == (other.slot.start == 0)
    return bool(fact.relation) and fact.relation == source.relation and fact.kind == source.kind and same_place


def is_alike(fact: Fact, answer: Answer, source: Fact, other: Answer, world: World) -> str:
    """Return another answer as it may stand beside the key, "" when it is of another kind or form."""
    shown = other.text
    mine, theirs = len(shown.split()), len(answer.text.split())
    if not shown or not theirs / 2.2 <= mine <= max(theirs * 1.9, theirs + 3) or dates(shown):
        return ""
    if not told_apart(shown, answer.text, world):
        return ""
    if _opening(shown) != _opening(answer.text) or (answer.form == "NNS") != (other.form == "NNS"):
        return ""
    if is_framed(fact, answer, source, other) and fact.relation not in ("be", "have"):
        return shown
    if answer.form != other.form:
        return ""
    heads = bool(answer.head and other.head) and (
        answer.head == other.head or world.near(answer.head, other.head, _HEADS_ALIKE)
    )
    return shown if heads and world.near(shown, answer.text, _ALIKE) else ""


def _opening(text: str) -> str:
    first = text.split()[0].casefold()
    return "article" if first in ARTICLES else "owner" if first.endswith("'s") or first in _OWNERS else ""


def told_apart(left: str, right: str, world: World) -> bool:
    """Say whether two options are two things: not one name in two forms, not one phrase in nearly the same words."""
    if world.same(left, right) or _counted(left) == _counted(right):
        return False
    mine, theirs = stems(left), stems(right)
    words = min(len(left.split()), len(right.split()))
    if words < 4 or not mine or not theirs or _differ_in_one_place(left, right):
        return True
    return len(mine & theirs) < _ONE_THING * len(mine | theirs)


def _differ_in_one_place(left: str, right: str) -> bool:
    """Say whether two texts are made alike on purpose: the same words about one detail."""
    a, b = left.split(), right.split()
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    end = next((i for i, (x, y) in enumerate(zip(reversed(a), reversed(b), strict=False)) if x != y), 0)
    return start + end >= max(len(a), len(b)) - 3 and start + end >= 2


def _counted(name: str) -> str:
    """Return a numbered name with its number in figures: "Cup XIX" and "Cup 19" are one."""
    words = bare(name).split()
    if len(words) > 1 and words[-1] and set(words[-1].upper()) <= _ROMAN.keys():
        values = [_ROMAN[char] for char in words[-1].upper()]
        total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
        words[-1] = str(total)
    return " ".join(words)
