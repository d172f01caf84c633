"""An answer inside more words: "It was Paris", "The capital of France is Paris", "Paris, I think"."""

from __future__ import annotations

import re

from .. import gazetteer
from ..facts.base import AnswerType
from ..words import fold, holds
from .names import is_state, same_name
from .plain import plain, singular
from .times import Fit

_FRAME = frozenset(
    str.split(
        "a an the it its this that thats these those there they he she we i id im was is are were be been has had have"
        " in on at by to from of for with as answer answers called named known think guess believe say said would must"
        " should could might my maybe perhaps possibly presumably probably likely surely so well definitely certainly"
        " obviously because due"
    )
)
# What stands before a name makes another name of it, even where the question has the word.
_PARTS_OF_NAMES = frozenset(
    str.split("north south east west northern southern eastern western new old upper lower great greater little")
)
# A question has these of other places than the one it asks for: "Which river flows out of Lake Baikal?"
_NO_RIVERS = frozenset({"lake", "sea", "bay", "mount"})
_DENIALS = frozenset(
    str.split(
        "not no never none neither nor without except but isnt wasnt arent werent dont didnt doesnt cannot cant wont"
        " hasnt hadnt havent wouldnt wrong false instead"
    )
)
_CHOICE = re.compile(r"\b(?:or|either|versus|vs)\b|(?<=[^\W\d_]) ?/ ?(?=[^\W\d_])", re.I)
_OPEN_TIME = re.compile(r"(?:before|after|until|since|by) ", re.I)
_ASKED = re.compile(r"\b(?:which|what|how many|how much)\s+((?:[\w'’-]+\s+){1,3}|[\w'’-]+(?=\?))", re.I)
_KIND_OF = re.compile(r"^(?:kind|type|sort) of ", re.I)
_OF_ANOTHER = re.compile(r"\b(?:Lake|Mount)\b")
_STOPS = frozenset(str.split("is was are were do does did has have had can could may of in on at that who for from to"))
_PERSONS = re.compile(r"\bwho(?:m|se)?\b|\bwhich person\b|\bthe name of a person\b|\bnamed after which\b", re.I)
_DOER = re.compile(r"(?:...ist|..ian|man|woman|keeper|maker|master|worker|bearer)$")
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|seven|both|all)\b", re.I)
_COUNTRY_BEHIND = re.compile(r"^([^,()]+?)\s*(?:,\s*([^,()]+)|\(\s*([^,()]+?)\s*\))\.?$")
_ROLE_BEHIND = re.compile(r"^(.+?)\s*(?:,|\()\s*(?:the |an? )?([a-z]+)\)?\.?$")
_SHORT = {"mountain": "mount", "mountains": "mount"}
_LONG_FORM = re.compile(r"\b(?:stands? for|short for|short form|abbreviat\w+|acronym|in full|full name)\b", re.I)
# "America" is not told by "South America".
_OF_CONTINENT = re.compile(r"\b(?:North|South|Latin|Central|Middle|East|West|Northern|Southern) [A-Z]\w+")
_AKIN = 4


def denies(text: str) -> bool:
    """Say whether a text turns round what it names: "not Paris"."""
    return not _DENIALS.isdisjoint(fold(text).split())


def offers_several(text: str) -> bool:
    """Say whether a text leaves the choice between answers: "Paris or London"."""
    return bool(_CHOICE.search(text))


def asked_nouns(stem: str) -> frozenset[str]:
    """Return the words that the question asks with: an answer may leave them out or add them ("Which treaty ...")."""
    found = _ASKED.search(stem)
    words = plain(_OF_ANOTHER.split(_KIND_OF.sub("", found[1]))[0]).split() if found else []
    stop = next((index for index, word in enumerate(words) if word in _STOPS), len(words))
    return frozenset(words[:stop]) | {_SHORT[word] for word in words[:stop] if word in _SHORT}


def asks_person(stem: str) -> bool:
    """Say whether the answer is the name of a person."""
    kinds = gazetteer.noun_types()
    nouns = asked_nouns(stem)
    named = any(AnswerType.PERSON in (kinds.get(word), kinds.get(singular(word))) for word in nouns)
    return bool(_PERSONS.search(stem)) or named or (any(map(_DOER.search, nouns)) and not asks_thing(stem))


def asks_thing(stem: str) -> bool:
    """Say whether the question names a kind of thing that no person is."""
    kinds = gazetteer.noun_types()
    return any(kinds.get(word, AnswerType.PERSON) is not AnswerType.PERSON for word in asked_nouns(stem))


def asks_language(stem: str) -> bool:
    """Say whether the answer is the name of a language."""
    return not asked_nouns(stem).isdisjoint({"language", "languages", "tongue", "dialect"})


def asks_people(stem: str) -> bool:
    """Say whether the answer is the name of a people, and not of its country."""
    return not asked_nouns(stem).isdisjoint({"people", "peoples", "nationality", "inhabitants", "tribe"})


def asks_other_than_river(stem: str) -> bool:
    """Say whether a person is asked for, or another kind of place than a river."""
    return asks_person(stem) or (asks_thing(stem) and "river" not in asked_nouns(stem))


def asks_several(stem: str) -> bool:
    """Say whether several things are asked for, by their number."""
    return bool(_SEVERAL.search(stem))


def asks_long_form(stem: str) -> bool:
    """Say whether the question is what a short form stands for."""
    return bool(_LONG_FORM.search(stem))


def is_told(text: str, stem: str) -> bool:
    """Say whether the question itself has the words of a text side by side."""
    return holds(_OF_CONTINENT.sub("", stem), text)


def without_country(text: str) -> str:
    """Return a place without the country behind it: "Paris, France", "Paris (France)"."""
    found = _COUNTRY_BEHIND.match(text.strip())
    country = (found[2] or found[3]) if found else ""
    if found and is_state(country) and not is_state(found[1]):
        return found[1]
    first, _, last = text.strip().rpartition(" ")
    return first if first and is_state(last) and not is_state(first) and not is_state(text) else text


def town_of(text: str) -> str:
    """Return a place without the land behind its comma or in its brackets, "" where it has none."""
    found = _COUNTRY_BEHIND.match(text.strip())
    return found[1] if found and _is_land(found[2] or found[3]) and not _is_land(found[1]) else ""


def _is_land(text: str) -> bool:
    return is_state(text) or text in gazetteer.provinces() or fold(text) == "dc"


def other_country(given: str, right: str) -> Fit | None:
    """Refuse a place with another country behind it than the right one has, and that country alone."""
    town, bare = town_of(right), without_country(given)
    mine = given.strip().removeprefix(bare).strip(" ,()") if bare != given else given
    wanted = right.strip().removeprefix(town).strip(" ,()")
    return Fit(0.0, "That is another country") if is_state(mine) and not same_name(mine, wanted) else None


def without_role(text: str) -> str:
    """Return a person's name without what the person is behind it: "Ines Duarte, the mayor", "Duarte (mayor)"."""
    found = _ROLE_BEHIND.match(text.strip())
    is_person = found and gazetteer.noun_types().get(fold(found[2])) is AnswerType.PERSON
    return found[1] if found and is_person else text


def trimmed(text: str, right: str, stem: str) -> str:
    """Return what is left of a text without the words around it that only frame it or repeat the question.

    A text whose words stand in another order than the question's says something else ("Kuwait invaded Iraq"), and so
    does one that puts another doer or time behind the answer.
    """
    words = text.split()
    asked = [word for word in fold(stem).split() if word not in _FRAME]
    start, end = _inside(words, right) or _between(words, asked)
    around = [*words[:start], *words[end:]]
    figures = any(char.isdigit() for char in right)
    if figures and any(char.isdigit() for word in around for char in word):
        return text
    if start == end or _is_of_another_kind(words, start, end, stem) or not all(_frames(word, asked) for word in around):
        return text
    if not _in_order(around, asked, words[max(0, start - 1)]):
        return text
    turned = "by" in map(fold, words[end:]) and "by" not in fold(stem).split()
    return text if turned else " ".join(words[start:end]).strip(" ,;:.!?")


def _is_of_another_kind(words: list[str], start: int, end: int, stem: str) -> bool:
    """Say whether "lake" or "war" makes another name of the one beside it, and no lake or war is asked for."""
    beside = {*words[max(0, start - 1) : start], *words[end : end + 1]}
    last = fold(words[-1]) if end == len(words) - 1 else ""
    if gazetteer.noun_types().get(last, AnswerType.PERSON) is not AnswerType.PERSON and last not in asked_nouns(stem):
        return True
    return not ({word.casefold() for word in beside} & _NO_RIVERS).issubset(asked_nouns(stem))


def _inside(words: list[str], right: str) -> tuple[int, int] | None:
    """Return where the words of the right answer stand among those typed, None where they do not."""
    wanted = plain(right)
    size = len(right.split())
    places = ((start, start + size) for start in range(len(words) - size + 1))
    return next((place for place in places if plain(" ".join(words[slice(*place)])) == wanted), None)


def _between(words: list[str], asked: list[str]) -> tuple[int, int]:
    """Return where what neither frames an answer nor repeats the question begins and ends."""
    start, end = 0, len(words)
    while start < end and _frames(words[start], asked):
        start += 1
    while end > start and _frames(words[end - 1], asked):
        end -= 1
    return start, end


def _frames(word: str, asked: list[str]) -> bool:
    folded = fold(word).split()
    initial = word.endswith(".") and len(folded) == 1 and len(folded[0]) == 1
    return (
        not initial
        and _PARTS_OF_NAMES.isdisjoint(folded)
        and all(part in _FRAME or _place(part, asked) >= 0 for part in folded)
    )


def _place(word: str, asked: list[str]) -> int:
    """Return where the question has a word or one of its forms, -1 where it has not."""
    return next((index for index, other in enumerate(asked) if _akin(word, other)), -1)


def _akin(word: str, other: str) -> bool:
    length = max(_AKIN, min(len(word), len(other)) - 2)
    if word[:1] == other[:1] and _consonants(word) == _consonants(other) and len(_consonants(word)) > 1:
        return True
    return min(len(word), len(other)) >= _AKIN and word[:length] == other[:length]


def _consonants(word: str) -> str:
    """Return what "begin", "began" and "begun" have in common."""
    return "".join(letter for letter in word if letter not in "aeiou")


def _in_order(around: list[str], asked: list[str], before: str) -> bool:
    places = [_place(part, asked) for word in around for part in fold(word).split()]
    told = [place for place in places if place >= 0]
    return told == sorted(told) or fold(before) == "by"


def without_open_time(text: str, stem: str) -> str:
    """Return a text without the "before" or "after" that it begins with and the question does not have."""
    found = _OPEN_TIME.match(text.strip())
    return text.strip()[found.end() :] if found and fold(found[0]) not in fold(stem).split() else text
