"""Whether the key can be guessed: from the stem, from its form, from the question word."""

from __future__ import annotations

import re

from ..facts.base import AnswerType
from ..questions.base import GAP, Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import bare, holds, stems, telling
from ..world import World
from .base import answer_of, key_texts, wrong_texts

_LONG_ANSWERS = frozenset(
    {AnswerType.CAUSE, AnswerType.PURPOSE, AnswerType.MEANS, AnswerType.CONDITION, AnswerType.ACTION}
)
_AGENTS = frozenset(
    {
        AnswerType.PERSON,
        AnswerType.PEOPLE,
        AnswerType.ORGANISATION,
        AnswerType.ROLE,
        AnswerType.LIST,
        AnswerType.COUNTRY,
    }
)
_PLURAL_ASKED = re.compile(r"^Which (\w+(?:ies|s))\b (?!of\b)", re.I)
_QUESTION_WORD = {
    "who": _AGENTS,
    "when": {AnswerType.DATE},
    "how many": {AnswerType.NUMBER},
    "how much": {AnswerType.NUMBER},
    "why": {AnswerType.CAUSE, AnswerType.PURPOSE},
    "where": {AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.LIST},
    "in which year": {AnswerType.DATE},
    "in what year": {AnswerType.DATE},
}  # fmt: skip
# "Who was the first to ...?" may ask for a role or for more than people.
_OPENINGS = {
    word: (re.compile(rf"(?:according to [^,]+, )?{word}\b{'(?! (?:is|was) the)' if word == 'who' else ''}"), types)
    for word, types in _QUESTION_WORD.items()
}
# A river is no "place" that is asked for, nor a law an "agreement".
_OTHERWISE_CALLED = (
    (
        re.compile(r"\b[Ww]hich place\b"),
        re.compile(r"\b(?:River|Lake|Sea|Ocean|Mountains?|Canal|Bay|Strait|Creek|Road|Street|Bridge|Park|Garden)$"),
    ),
    (re.compile(r"\b[Ww]hich (?:agreement|treaty)\b"), re.compile(r"\b(?:Act|Law|Code|Constitution|Bill)\b")),
)
_EMPTY_KEYS = frozenset(
    str.split("people person thing things one something someone part way group member members others it them world")
)


def no_leak(question: Question, world: World) -> str | None:
    """The stem does not hold the key, or a telling part of it that no wrong option shares."""
    if question.kind in ("true_false", "ordering", "matching", FIND_EVIDENCE):
        return None
    answer = answer_of(question, world)
    for key in key_texts(question):
        if question.kind != "numeric" and holds(question.stem, key):
            return "the stem holds the key"
        shared = stems(key) & stems(question.stem) - _asked_noun(question.stem)
        for text in wrong_texts(question):
            shared &= frozenset() if _all_share(question, shared) else shared | stems(text)
        allowed = 0.34 * len(stems(key)) if answer and answer.type in _LONG_ANSWERS else 0
        if len(shared) > allowed and not _all_share(question, shared):
            return f"the stem shares {sorted(shared)} with the key"
    return None


def _all_share(question: Question, shared: frozenset[str]) -> bool:
    wrong = wrong_texts(question)
    return bool(wrong) and all(shared <= stems(text) for text in wrong)


def _asked_noun(stem: str) -> frozenset[str]:
    """Return what follows "Which" up to the verb: "Which treaty" may be answered by "the Treaty of Rome"."""
    match = re.match(r"(?:\w+ )?(?:Which|What|which|what|How many|how many) ((?:\w+ ){1,2})", stem)
    return stems(match[1]) if match else frozenset()


def key_not_conspicuous(question: Question, _world: World) -> str | None:
    """The key is not clearly the longest or the shortest choice, nor the only one with a figure."""
    if question.kind != "single_choice" and not (question.kind == "cloze" and question.options):
        return None
    key, wrong = key_texts(question)[0], wrong_texts(question)
    longest, shortest = max(map(len, wrong)), min(map(len, wrong))
    if len(key) > 1.5 * longest and len(key) > longest + 10:
        return "the key is clearly the longest"
    if len(key) * 1.5 < shortest and len(key) + 10 < shortest:
        return "the key is clearly the shortest"
    figures = [any(char.isdigit() for char in text) for text in wrong]
    return "only the key has a figure" if any(c.isdigit() for c in key) and not any(figures) else None


def grammar_gives_nothing(question: Question, world: World) -> str | None:
    """Article, number and question word fit the key and every option alike."""
    if re.search(rf"\b(?:a|an) {GAP}", question.stem):
        return "the article before the gap gives the key's first letter"
    answer = answer_of(question, world)
    asked = _PLURAL_ASKED.match(question.stem)
    if asked and answer and question.kind in ("single_choice", "short_answer") and answer.type is not AnswerType.LIST:
        plural = " and " in answer.text or answer.text.endswith("s") or answer.type is AnswerType.PEOPLE
        if not plural and not asked[1].endswith(("ss", "us", "is", "series", "species", "news", "politics")):
            return "the stem asks for several, the key is one"
    return None


def question_word_fits(question: Question, world: World) -> str | None:
    """The question word fits: "who" asks for people, "when" for a date, "how many" for a number."""
    answer = answer_of(question, world)
    if answer is None or question.kind == "cloze":
        return None
    lead = question.stem.casefold()
    for asked, name in _OTHERWISE_CALLED:
        if asked.search(question.stem) and name.search(answer.text):
            return f"{answer.text!r} is called by another word"
    for word, (opening, types) in _OPENINGS.items():
        if answer.type not in types and opening.match(lead):
            return f"{word!r} does not ask for a {answer.type.value}"
    return None


def key_worth_asking(question: Question, _world: World) -> str | None:
    """The key says something: not a pronoun, a vague word or what any reader would guess."""
    for key in key_texts(question):
        if question.kind != "true_false" and (not telling(key) or bare(key) in _EMPTY_KEYS):
            return f"{key!r} is not worth asking"
    return None
