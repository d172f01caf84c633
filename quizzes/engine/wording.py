"""Direct questions from clauses: word order, do-support, agreement, and the right question word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .clauses import Clause, lead
from .facts.base import AnswerType
from .grammar import FINITE, FIRST_PERSON, PRONOUNS, SECOND_PERSON
from .parts import Part, Role
from .rendering import Piece, capitalised, render

if TYPE_CHECKING:
    from .language import Token

LONGEST_STEM = 230
_FEWEST_WORDS = 3
_LONGEST_ENDING = 8
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_NOUNS_OF_TYPE = {
    AnswerType.COUNTRY: ("country", "state"),
    AnswerType.ORGANISATION: ("organization", "body"),
    AnswerType.PLACE: ("place", "location"),
    AnswerType.AGREEMENT: ("agreement", "treaty"),
    AnswerType.EVENT: ("event",),
    AnswerType.WORK: ("work",),
}


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order: the first that fits is taken."""
    return tuple(text.split())


_CUES = {
    AnswerType.ORGANISATION: words(
        "university college court parliament ministry commission committee council party agency museum "
        "company corporation school union league newspaper army navy association institute band team club "
        "government bank airline foundation alliance broadcaster network channel station publisher manufacturer "
        "retailer charity hospital laboratory orchestra troupe choir"
    ),
    AnswerType.AGREEMENT: words(
        "treaty act convention accord pact directive regulation constitution charter protocol law"
    ),
    AnswerType.PLACE: words(
        "river lake mountain island sea ocean city town village canal bay canton state province region "
        "county district valley desert strait stadium peninsula continent airport harbour forest dam park "
        "glacier cape gulf bridge castle port volcano planet moon star asteroid comet galaxy constellation hill summit "
        "waterfall plateau archipelago suburb church cathedral abbey monastery"
    ),
    AnswerType.EVENT: words(
        "war battle revolution tournament festival siege rebellion summit election"
    ),
    AnswerType.WORK: words(
        "book novel film song album poem play symphony opera painting magazine"
    ),
}  # fmt: skip
# "Which river ...?" would tell half of "the Amber River", and no river is a place.
_WIDER = {
    AnswerType.PLACE: dict.fromkeys(
        words("river creek canal lake loch bay sea ocean gulf strait sound reservoir"), "body of water"
    ),
    AnswerType.AGREEMENT: dict.fromkeys(words("act code bill statute law"), "law"),
}
_BEFORE_NAMES = frozenset({"river", "lake", "loch"})
# What the sky holds is no place that one would go to.
_CELESTIAL = {
    **dict.fromkeys(words("mercury venus earth mars jupiter saturn uranus neptune"), "which planet"),
    **dict.fromkeys(words("moon sun pluto ceres titan europa io ganymede callisto"), "which celestial body"),
}
# "US" is no pronoun, nor is the numeral of "World War I" or "Elizabeth I".
_NO_PERSON = re.compile(r"\bUS\b|\b[A-Z]\w+ I\b")
# A name ends with what it is, and nothing less would be asked: "Which prize ...?", "the Nobel Prize".
_HONOURS = frozenset({"award", "prize", "medal", "trophy"})
_RUN_ON = frozenset({Role.TIME, Role.PLACE, Role.OCCASION, Role.CAUSE, Role.PURPOSE})
_DETERMINERS = frozenset({"a", "an", "the", "some", "any"})


def third_person(lemma: str) -> str:
    """Return the form a verb takes after "he": "carries" for "carry"."""
    if lemma in {"be", "have", "do"}:
        return {"be": "is", "have": "has", "do": "does"}[lemma]
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if _SIBILANT.search(lemma) else "s")


_DOUBLED = frozenset(
    words(
        "put set cut let hit get run sit stop plan ship win begin swim drop ban rob grab step trap admit commit permit "
        "occur refer transfer control regret submit prefer spot plot cap map snap chop slip strip trim wrap dig beg"
    )
)


def ing(lemma: str) -> str:
    """Return the form a verb takes after "by": "making" for "make"."""
    if lemma in _DOUBLED:
        return f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    return f"{lemma[:-1]}ing" if re.search(r"[^aeoy]e$", lemma) else f"{lemma}ing"


def singular_verb(piece: Piece) -> Piece:
    """Return a finite verb form as "what" takes it."""
    text = piece if isinstance(piece, str) else piece.text
    if text in _SINGULAR and (isinstance(piece, str) or piece.tag_ in FINITE):
        return _SINGULAR[text]
    if not isinstance(piece, str) and piece.tag_ in {"VBP", "VB"}:
        return third_person(piece.lemma_)
    return piece


def noun_for(kind: AnswerType, heads: Iterable[str] = (), name: str = "") -> str:
    """Return the noun to ask with, the narrowest that the article gives and the name does not hold."""
    wider = _wider(kind, [word for word in name.lower().split() if not word.isdigit()])
    if wider:
        return wider
    known = {head.lower() for head in heads}
    cues = [cue for cue in _CUES.get(kind, ()) if cue in known]
    nouns = [*cues, *_NOUNS_OF_TYPE.get(kind, ())]
    return next((noun for noun in nouns if noun not in name.lower().split()), nouns[0] if nouns else "")


def _wider(kind: AnswerType, name: list[str]) -> str:
    """Return the wider noun for what a name itself says the thing is: a law for an act, water for a river."""
    table = _WIDER.get(kind, {})
    if not name or name[-1] in table:
        return table.get(name[-1], "") if name else ""
    opens = name[0] in _BEFORE_NAMES and name[-1] not in _CUES[AnswerType.PLACE]
    return table.get(name[0], "") if opens else ""


def is_cue(word: str) -> bool:
    """Say whether a word in a name tells that it is an organisation's."""
    return word in _CUES[AnswerType.ORGANISATION] or word in {
        "organization",
        "organisation",
        "fund",
        "group",
        "society",
        "forces",
    }


def is_body(name: str) -> bool:
    """Say whether a name's last word tells that it is no place: "the Federal Reserve", "the Privy Council"."""
    last = name.lower().split()[-1:]
    return bool(last) and (is_cue(last[0]) or last[0] in {"reserve", "treasury", "senate", "bureau"})


def is_place(noun: str) -> bool:
    """Say whether a noun means a kind of place."""
    return noun in _CUES[AnswerType.PLACE]


def asking(kind: AnswerType, heads: Iterable[str] = (), name: str = "") -> str:
    """Return the question word for a name of this type, "" when none is sure."""
    if kind in {AnswerType.PERSON, AnswerType.PEOPLE}:
        return "who"
    sky = _CELESTIAL.get(name.lower().removeprefix("the "))
    if sky and kind is AnswerType.PLACE:
        return sky
    last = name.lower().split()[-1:]
    noun = last[0] if last and last[0] in _HONOURS else noun_for(kind, heads, name)
    if noun:
        return f"which {noun}"
    return "what" if kind in {AnswerType.TERM, AnswerType.OTHER} else ""


def subject_question(clause: Clause, wh: str, rewrite: Mapping[int, str], *, plural: bool) -> str:
    """Ask for the subject: "Which country left the treaty in 1999?"."""
    verb: list[Piece] = [*clause.middle, *clause.group]
    if not plural:
        finite = next((i for i, piece in enumerate(verb) if _is_finite(piece)), 0)
        verb[finite] = singular_verb(verb[finite])
    return _question(wh, [*verb, *_rest(clause, None)], clause, None, rewrite)


def inverted_question(clause: Clause, wh: str, asked: Part | None, rewrite: Mapping[int, str]) -> str:
    """Ask for anything but the subject: "When did Armenia leave the treaty?"."""
    body = _inverted(clause)
    if body is None:
        return ""
    return _question(wh, [*body, *_rest(clause, asked)], clause, asked, rewrite)


def turned(clause: Clause, wh: str, verb: Sequence[str], agent: Part, rewrite: Mapping[int, str]) -> str:
    """Ask for the agent of a passive in the active voice: "Who wrote the treaty in 1957?"."""
    rest = _rest(clause, agent)
    # "Who found the way by which it was passed in 1898?": the time would belong to the clause inside the object.
    if rest and any(token.dep_ == "relcl" for token in clause.subject.tokens):
        return ""
    return _question(wh, [*verb, *clause.subject.tokens, *rest], clause, agent, rewrite)


def _inverted(clause: Clause) -> list[Piece] | None:
    subject = list(clause.subject.tokens)
    if clause.auxiliary is not None:
        first = clause.auxiliary
        middle = list(clause.middle)
        if first not in middle:
            return None
        middle.remove(first)
        if is_plain_past(clause):
            return ["did", *subject, *middle, clause.verb.lemma_]
        return [first, *subject, *middle, *clause.group]
    if clause.verb.lemma_ == "be":
        return [clause.verb, *subject, *clause.middle, *clause.group[1:]]
    support = {"VBD": "did", "VBN": "did", "VBZ": "does", "VBP": "do", "VB": "do"}.get(clause.verb.tag_)
    if support is None:
        return None
    return [support, *subject, *clause.middle, *(_base(token, clause.verb.tag_) for token in clause.group)]


def is_plain_past(clause: Clause) -> bool:
    """Say whether "had sold" stands alone, so that no later happening asks for more than "sold"."""
    first = clause.auxiliary
    had = first is not None and not isinstance(first, str) and first.text.lower() == "had"
    helpers = [piece for piece in clause.middle if not isinstance(piece, str) and piece.dep_ in {"aux", "auxpass"}]
    plain = len(helpers) == 1 and len(clause.group) == 1 and clause.verb.tag_ == "VBN"
    return had and plain and not clause.of(Role.OCCASION)


def _base(token: Token, tag: str) -> Piece:
    return token.lemma_ if token.tag_ == tag else token


def _is_finite(piece: Piece) -> bool:
    return piece in _SINGULAR if isinstance(piece, str) else piece.tag_ in FINITE


def _rest(clause: Clause, asked: Part | None) -> list[Piece]:
    out: list[Piece] = []
    for part in clause.rest:
        if part is not asked:
            pause = part.comma and part.role not in _RUN_ON
            out += [","] * pause + list(part.tokens)
    return out


def _question(wh: str, body: Sequence[Piece], clause: Clause, asked: Part | None, rewrite: Mapping[int, str]) -> str:
    before: list[Part] = []
    ending: list[Piece] = []
    for part in clause.opening:
        if part is asked or _is_passing(part, asked):
            continue
        if _may_follow(part, asked, clause):
            ending += part.tokens
        else:
            before.append(part)
    return finished(render([*lead(before), wh, *body, *ending], rewrite).text)


def _is_passing(part: Part, asked: Part | None) -> bool:
    """Say whether a question for the time is better without a description: "As a young man, ..."."""
    return asked is not None and asked.role is Role.TIME and part.role is Role.PHRASE and part.head.text.lower() == "as"


def _may_follow(part: Part, asked: Part | None, clause: Clause) -> bool:
    """Say whether what opens the sentence can close a question for the time: "At the age of 19, he entered ..."."""
    if asked is None or asked.role is not Role.TIME or len(part.tokens) > _LONGEST_ENDING:
        return False
    nested = clause.of(Role.CONTENT, Role.COMPLEMENT, Role.CONDITION, Role.CAUSE, Role.PURPOSE)
    return part.role in {Role.PLACE, Role.OCCASION, Role.PHRASE, Role.TIME} and part.head.dep_ == "prep" and not nested


def finished(text: str) -> str:
    """Return the question with its capital and mark, "" when it is no sound question."""
    text = re.sub(r"\s+", " ", text).strip().rstrip(",;: ")
    question = capitalised(text) + "?"
    return question if sound(question) else ""


def sound(question: str) -> bool:
    """Say whether nothing marks a question as unfinished: a pronoun adrift, an open quotation, a bare end."""
    told = re.findall(r"[\w'-]+", question.lower())
    if len(question) > LONGEST_STEM or len(told) < _FEWEST_WORDS or question.count('"') % 2:
        return False
    if told[-1] in _DETERMINERS | {"and", "or", "that", "which", "who", "between"}:
        return False
    if set(re.findall(r"[\w'-]+", _NO_PERSON.sub("", question).lower())) & (FIRST_PERSON | SECOND_PERSON):
        return False
    return not re.search(r"\b(\w+) \1\b(?<!had had)|,,| ,|\(|\)|\[|;|: ", question) and not _adrift(told)


def _adrift(words: Sequence[str]) -> bool:
    """Say whether a pronoun stands before anything it could mean."""
    return any(word in PRONOUNS - {"that", "one", "ones"} for word in words[:4])
