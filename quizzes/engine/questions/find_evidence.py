"""The sentence of the article that proves a statement, to be found among those around it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..document import Span
from ..facts.base import AnswerType, Fact, Level
from ..passages import Passage, around
from ..rendering import capitalised
from ..words import fold, holds, stems
from ..world import World
from .answers import indexes, sentence
from .base import Given, Grade, InvalidAnswer, Question
from .drafts import difficulty, explained
from .hardness import distance
from .joins.events import Dated, dated, precedes, related, shares_name

KIND = "find_evidence"
INSTRUCTIONS = "Choose from the sentences of the article below."
ON_PAPER = "Tick what proves it among the sentences of the article below."

ONE = "Which sentence proves this?"
TWO = "Which two sentences together prove this?"
_STEM = re.compile(rf"(?:{re.escape(ONE)}|{re.escape(TWO)}) “(?P<statement>.*)”$")
# Words that somebody said stand in the article as in the question, and "such as" shows at once where examples are.
_SEEN_AT_ONCE = frozenset({"quotation", "example"})
_MOST_PAIRS = 6
# So many of a statement's stems, where it is so much of a sentence, are no other words for it.
_MOST_SHARED, _MOST_OF_SENTENCE = 0.8, 0.7
_EXACT_YEAR = re.compile(r"[12]\d{3}")
_YEAR = re.compile(r"\b[12]\d{3}s?\b")
# What was true of one year need not be true of ten: the largest of 1992, or all that there were.
_OF_ONE_YEAR = re.compile(r"\b(?:only|most|least|best|worst|largest|\w+est|every|each|all|none|no|never|until|since)\b")


def statement_of(question: Question) -> str:
    """Return what is to be proven."""
    asked = _STEM.search(question.stem)
    return asked["statement"] if asked else question.stem


def copied(question: Question) -> float:
    """Return how much of a statement stands in one sentence, in one piece and in all: copies are found unread."""
    told, asked = fold(statement_of(question)).split(), stems(statement_of(question))
    shares = (
        _longest_run(told, fold(text).split()) / max(1, len(told)) + len(asked & stems(text)) / max(1, len(asked))
        for text in question.choices
    )
    return max(shares, default=0.0) / 2


def leaves_out(question: Question) -> bool:
    """Say whether a statement is one sentence without a word or two: nobody need understand it to find it."""
    told = statement_of(question)
    asked = stems(told)
    return any(
        len(asked & stems(text)) > _MOST_SHARED * len(asked)
        and len(told.split()) > _MOST_OF_SENTENCE * len(text.split())
        for text in question.choices
    )


def _longest_run(told: list[str], said: list[str]) -> int:
    return SequenceMatcher(None, told, said, autojunk=False).find_longest_match().size


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the proof of each statement, then of what two dated sentences prove together."""
    told: set[str] = set()
    for fact in facts:
        span = world.quoted.teller(fact)
        if span is None or fact.statement in told or fact.kind in _SEEN_AT_ONCE:
            continue
        told.add(fact.statement)
        passage = around([span], world, rng)
        if passage:
            yield _of_one(fact, span, passage, world)
    yield from _of_two(facts, world, rng)


def _of_one(fact: Fact, span: Span, passage: Passage, world: World) -> Question:
    told = sentence(fact.statement)
    if holds(span.of(world.document.text), told):
        told = in_decade(fact, told)
    return _question(ONE, told, [fact], [span], passage, world)


def in_decade(fact: Fact, told: str) -> str:
    """Return a statement of one year as one of its decade, which the same sentence proves in other words."""
    if fact.negated or fact.hedged or len(_YEAR.findall(told)) != 1 or _OF_ONE_YEAR.search(told):
        return told
    for answer in fact.answers:
        before = told[: answer.slot.start]
        is_year = answer.type is AnswerType.DATE and _EXACT_YEAR.fullmatch(answer.text) and answer.text[2] != "0"
        if is_year and re.search(r"(?:^|[a-z,] )[Ii]n $", before):
            return f"{before}the {answer.text[:3]}0s{told[answer.slot.end :]}"
    return told


def _of_two(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for the two sentences whose dates prove that one event was before another."""
    events = [
        (event, span) for event in dated(facts, world) if event.clause and (span := world.quoted.teller(event.fact))
    ]
    found = 0
    for number, (first, start) in enumerate(events):
        for second, end in events[number + 1 :]:
            together = precedes(first, second) and related(first, second) and not _of_one_thing(first, second)
            if start == end or not together:
                continue
            passage = around([start, end], world, rng)
            if passage and found < _MOST_PAIRS:
                found += 1
                yield _question(
                    TWO, _in_order(first, second, rng), [first.fact, second.fact], [start, end], passage, world
                )


def _of_one_thing(first: Dated, second: Dated) -> bool:
    """Say whether a statement about both would name one thing twice."""
    named = set(first.fact.names) & set(second.fact.names)
    told_twice = any(holds(first.label, name) and holds(second.label, name) for name in named)
    return told_twice or shares_name(first, second) or bool(stems(first.fact.subject) & stems(second.fact.subject))


def _in_order(first: Dated, second: Dated, rng: random.Random) -> str:
    one, word, other = rng.choice(((first, "before", second), (second, "after", first)))
    return f"{one.label} {word} {other.clause}."


def _question(
    asks: str, told: str, facts: Sequence[Fact], spans: Sequence[Span], passage: Passage, world: World
) -> Question:
    texts = passage.texts(world)
    key = tuple(sorted(passage.sentences.index(span) for span in spans))
    quotes = [quote for fact in facts for quote in world.quotes(fact)]
    level = Level.UNDERSTANDING if len(spans) > 1 else facts[0].level
    return Question(
        id="",
        kind=KIND,
        level=level,
        stem=f"{asks} “{capitalised(told)}”",
        facts=tuple(fact.id for fact in facts),
        choices=texts,
        key=key,
        choice_facts=tuple(_fact_told(text, world) for text in texts),
        explanation=" ".join(explained([fact]) for fact in facts),
        difficulty=difficulty(
            KIND,
            closeness=_nearest(told, texts, key),
            quotes=quotes,
            level=level,
            distance=distance(spans),
            rarity=1 - facts[0].salience,
        ),
        paragraphs=passage.paragraphs,
    )


def _fact_told(text: str, world: World) -> str:
    """Return the weightiest fact that a sentence says, "" where it says none."""
    told = world.told_in.get(text, ())
    return max(told, key=lambda fact: (fact.salience, fact.id)).id if told else ""


def _nearest(told: str, texts: Sequence[str], key: Sequence[int]) -> float:
    """Return how much of what a statement says stands in the sentence most like it that does not prove it."""
    asked = stems(told)
    shares = (len(asked & stems(text)) / max(1, len(asked)) for index, text in enumerate(texts) if index not in key)
    return max(shares, default=0.0)


def grade(question: Question, given: Given) -> Grade:
    """Give credit for right sentences less wrong ones, never below zero; say where the proof of a near miss is."""
    chosen = indexes(given, below=len(question.choices), length=1 if len(question.key) == 1 else None)
    if not chosen:
        raise InvalidAnswer("Choose at least one sentence.")
    right, wrong = len(set(chosen) & set(question.key)), len(set(chosen) - set(question.key))
    credit = max(0, right - wrong) / len(question.key)
    if credit == 1:
        return Grade(1.0, "Right." if len(question.key) == 1 else "Right, all of them.")
    if len(question.key) > 1:
        return Grade(credit, f"{right} of the {len(question.key)} sentences found{_and_wrong(wrong)}.")
    return Grade(0.0, _beside(question.key[0] - chosen[0]))


def _and_wrong(wrong: int) -> str:
    return f", and {wrong} that {'does' if wrong == 1 else 'do'} not belong" if wrong else ""


def _beside(step: int) -> str:
    """Return what to say of a choice whose proof stands so many sentences further on."""
    if abs(step) == 1:
        return f"Close: the sentence {'after' if step == 1 else 'before'} yours proves it."
    return "Not quite: another sentence proves it."
