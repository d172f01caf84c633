"""All the members of a list among others of their kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ..distractors import Distractor
from ..facts.base import Answer, AnswerType, Fact
from ..outsiders import outsiders
from ..world import World
from .answers import indexes, listed
from .base import Given, Grade, InvalidAnswer, Question
from .drafts import difficulty, explained

KIND = "multiple_choice"
INSTRUCTIONS = "Choose all that apply."
ON_PAPER = "Tick all that apply."


_MOST_MEMBERS = 4
_OUTSIDERS = 3


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Ask which of these belong to a list that the article gives whole."""
    for fact in facts:
        for answer in fact.answers:
            if answer.type is AnswerType.LIST and answer.stem and len(answer.members) >= 2 and not fact.negated:
                wrong = outsiders(fact, answer, world, rng, _OUTSIDERS)
                if len(wrong) == _OUTSIDERS:
                    yield question(fact, answer, wrong, world, rng)


def question(fact: Fact, answer: Answer, wrong: Sequence[Distractor], world: World, rng: random.Random) -> Question:
    """Return the question for the members of a list among the wrong options given."""
    right = rng.sample(answer.members, min(len(answer.members), _MOST_MEMBERS))
    options = rng.sample([*right, *(option.text for option in wrong)], len(right) + len(wrong))
    by_text = {option.text: option for option in wrong}
    return Question(
        id="",
        kind=KIND,
        level=answer.level,
        stem=answer.stem,
        facts=(fact.id,),
        choices=tuple(options),
        key=tuple(index for index, option in enumerate(options) if option in right),
        choice_facts=tuple(_source(fact, by_text.get(option)) for option in options),
        notes=tuple(by_text[option].note_for_list() if option in by_text else "" for option in options),
        explanation=explained([fact]),
        difficulty=difficulty(KIND, quotes=world.quotes(fact), level=answer.level),
    )


def _source(fact: Fact, wrong: Distractor | None) -> str:
    return fact.id if wrong is None else wrong.fact.id if wrong.fact else ""


def grade(question: Question, given: Given) -> Grade:
    """Give credit for right choices less wrong ones, never below zero."""
    chosen = set(indexes(given, below=len(question.choices)))
    if not chosen:
        raise InvalidAnswer("Choose at least one answer.")
    right, wrong = len(chosen & set(question.key)), len(chosen - set(question.key))
    credit = max(0, right - wrong) / len(question.key)
    if credit == 1:
        return Grade(1.0, "Right, all of them.")
    answer = listed([question.choices[index] for index in question.key])
    return Grade(credit, f"{'Partly right' if credit else 'Not quite'}: the right choices are {answer}.")
