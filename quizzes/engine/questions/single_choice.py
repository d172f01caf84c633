"""One right answer among four."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from ..distractors import Distractor, pick, plain
from ..facts.base import Answer, AnswerType, Fact
from ..figures import dates, numbers
from ..world import World
from .answers import indexes, sentence
from .base import Given, Grade, Question
from .drafts import difficulty, explained
from .hardness import closeness, distance, rarity

KIND = "single_choice"
INSTRUCTIONS = "Choose one answer."
ON_PAPER = "Tick one answer."
_MOST_USED = 2


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask for each part of a fact that has three good wrong options."""
    used: Counter[frozenset[str]] = Counter()
    for fact in facts:
        for whole in fact.answers:
            if not whole.stem or fact.negated or whole.type is AnswerType.LIST:
                continue
            answer = plain(whole, world)
            others = pick(fact, answer, world, rng)
            options = frozenset({answer.text, *(other.text for other in others)})
            if others and used[options] < _MOST_USED:
                used[options] += 1
                yield question(fact, answer, others, world, rng)


def question(fact: Fact, answer: Answer, others: Sequence[Distractor], world: World, rng: random.Random) -> Question:
    """Return the question for one part of a fact among the wrong options given."""
    options = _in_order(answer, [Distractor(answer.text, fact), *others], rng)
    key = next(index for index, option in enumerate(options) if option.text == answer.text)
    own = sum(option.fact is not None or option.told for option in others)
    return Question(
        id="",
        kind=KIND,
        level=answer.level,
        stem=answer.stem,
        facts=(fact.id,),
        choices=tuple(option.text for option in options),
        key=(key,),
        choice_facts=tuple(option.fact.id if option.fact else "" for option in options),
        notes=tuple("" if index == key else option.note(answer.text) for index, option in enumerate(options)),
        explanation=explained([fact]),
        difficulty=difficulty(
            KIND,
            closeness=closeness(answer, [option.text for option in others], own, world),
            quotes=world.quotes(fact),
            level=answer.level,
            distance=distance(fact.evidence),
            rarity=rarity(fact, answer, world),
        ),
    )


def _in_order(answer: Answer, options: list[Distractor], rng: random.Random) -> list[Distractor]:
    """Shuffle options; numbers and years stand in rising order, where the key's rank was already left to chance."""
    if answer.type is AnswerType.NUMBER and all(len(numbers(option.text)) == 1 for option in options):
        return sorted(options, key=lambda option: numbers(option.text)[0])
    if answer.type is AnswerType.DATE and all(len(dates(option.text)) == 1 for option in options):
        return sorted(options, key=lambda option: dates(option.text)[0])
    return rng.sample(options, len(options))


def grade(question: Question, given: Given) -> Grade:
    """Give full credit for the key."""
    chosen = indexes(given, below=len(question.choices), length=1)
    if tuple(chosen) == question.key:
        return Grade(1.0, "Right.")
    return Grade(0.0, f"Not quite: the answer is {sentence(question.choices[question.key[0]])}")
