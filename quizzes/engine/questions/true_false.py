"""A statement that the article proves, or one that it contradicts in one place."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from ..distractors import outsiders, pick
from ..facts.base import Answer, AnswerType, Fact, Level
from ..rendering import capitalised
from ..world import World, opposites
from .answers import indexes, sentence
from .base import Given, Grade, Question
from .drafts import difficulty, explained, gapped

KIND = "true_false"
INSTRUCTIONS = "Say whether the statement is true or false according to the article."
CHOICES = ("True", "False")
# A value of these kinds excludes every other: what the article gives for it contradicts a changed one.
_EXCLUSIVE = frozenset({AnswerType.DATE, AnswerType.NUMBER, AnswerType.ABBREVIATION})
# Who did a thing excludes who else the article names, wherever the question "Who did it?" has one answer.
_NAMES = frozenset({AnswerType.PERSON, AnswerType.COUNTRY, AnswerType.ORGANISATION, AnswerType.AGREEMENT})
_POINTING = frozenset(str.split("he she his her him it its they their them who which")) | {"himself", "herself"}
# What belongs to which class a reader knows without the article, unless others are offered beside it.
_ASKED_ONLY = frozenset({"example"})
_ONCE = frozenset(str.split("first last only founded invented discovered born oldest largest highest longest deepest"))

_OR_MORE = re.compile(r"(?:\s\w+)?\s(?:or|and) (?:more|less|fewer|over|above|under|up)\b")
_AT_LEAST = re.compile(
    r"\b(?:at least|at most|up to|more than|less than|fewer than|over|under|nearly|almost)\s\S*$", re.I
)
_DO = re.compile(r"\b(?:do|does|did|can|ca) not\b")
_FIXED = re.compile(
    r"\b(?:(?:named|called|modelled|looks?|looked) after|after all|at first|at last|first of all|before long|by far"
    r"|so far)\b"
)
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """State each fact as it is, and changed in one place to what the article contradicts."""
    told: set[str] = set()
    for fact in facts:
        if fact.kind in _ASKED_ONLY:
            continue
        if fact.statement not in told:
            yield _question(fact, fact.statement, 0, "", world)
        changed = list(_changed(fact, world, rng))
        if not changed and fact.denial:
            changed = [(fact.denial, "The article says the opposite.")]
        yield from (_question(fact, statement, 1, note, world) for statement, note in changed if statement not in told)
        told |= {fact.statement, *(statement for statement, _ in changed)}


def _changed(fact: Fact, world: World, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield statements that the article contradicts, each with what it says instead."""
    if fact.reversal:
        yield fact.reversal, "The article tells it the other way round."
    if fact.denial:
        yield fact.denial, "The article says the opposite."
    if fact.negated:
        yield from () if fact.denial else _affirmed(fact)
        return
    for answer in fact.answers:
        if answer.type in _EXCLUSIVE and not fact.hedged and not _open_ended(fact, answer):
            for other in pick(fact, answer, world, rng)[:1]:
                yield gapped(fact, answer, other.text), f"The article says {answer.text}, not {other.text}."
        elif answer.type is AnswerType.LIST and not fact.hedged:
            yield from _with_a_stranger(fact, answer, world, rng)
        elif answer.type in _NAMES and answer.stem and (_is_single(fact) or fact.kind == "quotation"):
            yield from _of_another(fact, answer, world, rng)
    yield from _reversed(fact)


def _open_ended(fact: Fact, answer: Answer) -> bool:
    """Say whether a number leaves room above or below it, so that another one need not be false."""
    after = fact.statement[answer.slot.end :]
    return _OR_MORE.match(after) is not None or _AT_LEAST.search(fact.statement[: answer.slot.start]) is not None


def _is_single(fact: Fact) -> bool:
    """Say whether what is told happened once, so that naming another for it contradicts the article."""
    words = set(fact.statement.lower().rstrip(".").split())
    dated = any(answer.type is AnswerType.DATE for answer in fact.answers) or re.search(
        r"\b[12]\d{3}\b", fact.statement
    )
    return not fact.hedged and not words & _POINTING and bool(dated or words & _ONCE)


def _of_another(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Tell the same of another that the article names."""
    for other in [found for found in pick(fact, answer, world, rng) if found.fact][:1]:
        text = other.text if answer.slot.start == 0 else re.sub(r"^The ", "the ", other.text)
        yield gapped(fact, answer, text), f"The article says {answer.text}, not {text}."


def _affirmed(fact: Fact) -> Iterator[tuple[str, str]]:
    """Turn a denial into what it denies."""
    if fact.statement.count(" not ") == 1 and not _DO.search(fact.statement):
        yield fact.statement.replace(" not ", " ", 1), "The article says the opposite."


def _with_a_stranger(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Put one that is no member into a list that the article gives whole."""
    for other in outsiders(fact, answer, world, rng, 1):
        member = rng.choice(answer.members)
        if answer.text.count(member) == 1:
            changed = answer.text.replace(member, other.text)
            yield gapped(fact, answer, changed), f"The article names {member}, not {other.text}."


def _reversed(fact: Fact) -> Iterator[tuple[str, str]]:
    """Turn the one word that has an opposite into it."""
    words = [word for word in _WORD.findall(_FIXED.sub("", fact.statement)) if word in opposites()]
    if len(words) != 1:
        return
    word, other = words[0], opposites()[words[0]]
    pattern = rf"(?<![\w-])(an? )?{word}(?![\w-])"
    if re.search(pattern, fact.statement) and _article_fits(pattern, other, fact.statement):
        changed = re.sub(pattern, lambda match: (match[1] or "") + other, fact.statement, count=1)
        yield changed, f'The article says "{word}", not "{other}".'


def _article_fits(pattern: str, other: str, statement: str) -> bool:
    """Say whether the "a" or "an" before a word, if any, can stay before its opposite."""
    match = re.search(pattern, statement)
    article = match[1] if match else None
    return article is None or (article == "an ") == (other[0] in "aeiou")


def _question(fact: Fact, statement: str, key: int, note: str, world: World) -> Question:
    return Question(
        id="",
        kind=KIND,
        level=_level(fact, statement),
        stem=capitalised(sentence(statement)),
        facts=(fact.id,),
        choices=CHOICES,
        key=(key,),
        notes=("", "") if key == 0 else (note, ""),
        explanation=explained([fact]) if key == 0 else _why_false(note, fact),
        difficulty=difficulty(KIND, quotes=world.quotes(fact)),
    )


def _level(fact: Fact, statement: str) -> Level:
    """Return what judging asks for: a statement changed in a detail asks for the detail only."""
    joined = statement in {fact.statement, fact.reversal} or fact.kind == "consequence"
    return fact.level if joined else Level.RECALL


def _why_false(note: str, fact: Fact) -> str:
    return note if fact.statement in note else f"{note} {explained([fact])}"


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the right verdict."""
    chosen = indexes(given, below=len(CHOICES), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the statement is {CHOICES[question.key[0]].lower()}.")
