"""A statement with a gap that only one thing fills."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from ..facts.base import Answer, AnswerType, Fact
from ..wording import is_body
from ..words import ARTICLES, telling
from ..world import World
from .answers import in_gaps, indexes, sentence
from .base import GAP, Accepted, Given, Grade, Question
from .drafts import accepted, difficulty, explained, gapped, typable
from .hardness import distance, rarity
from .rivals import rivals
from .short_answer import grade_text

KIND = "cloze"
INSTRUCTIONS = "Type what belongs in the gap."
ON_PAPER = "Write what belongs in each gap."
ON_PAPER_CHOSEN = "Write in each gap the letter of what belongs there."
# Fewer telling words than this around a gap leave several things that could fill it.
_FEWEST_WORDS = 4
_YEAR = re.compile(r"\d{4}")
_HINTS = {
    AnswerType.PERSON: "the name of a person",
    AnswerType.COUNTRY: "the name of a country",
    AnswerType.DATE: "a date",
    AnswerType.PLACE: "the name of a place",
}


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Leave a gap where a name or a date stands and the rest of the statement allows no other."""
    for fact in facts:
        for answer in fact.answers:
            if typable(answer, world) and not fact.negated and fills_alone(fact, answer):
                yield _question(fact, answer, world)


def fills_alone(fact: Fact, answer: Answer) -> bool:
    """Say whether the gap can be filled in one way: not one member of a list, no article that gives a name away."""
    before, after = fact.statement[: answer.slot.start].split(), fact.statement[answer.slot.end :].split()
    listed = (
        before[-1:] in (["and"], ["or"])
        or after[:1] in (["and"], ["or"])
        or fact.statement[answer.slot.end :][:1] == ","
    )
    around = fact.statement[max(0, answer.slot.start - 1) : answer.slot.start] + fact.statement[answer.slot.end :][:1]
    inside = any(char.isalnum() or char in "-–" for char in around)
    indefinite = [word.casefold() for word in (*before[-1:], answer.text.split()[0]) if word.casefold() in ("a", "an")]
    enough = len(telling(gapped(fact, answer, " "))) >= _FEWEST_WORDS
    return enough and not inside and not (listed and answer.type is not AnswerType.DATE) and not indefinite


def hint(answer: Answer) -> str:
    """Return what is to be filled in, "" where its kind would not help."""
    if answer.type is AnswerType.PLACE and is_body(answer.text):
        return ""
    return "a year" if _YEAR.fullmatch(answer.text) else _HINTS.get(answer.type, "")


def filling(answer: Answer) -> tuple[str, tuple[Accepted, ...]]:
    """Return what stands in place of an answer, its article before the gap, and what belongs there."""
    first = answer.text.split()[0]
    if first.casefold() not in ARTICLES or answer.text == first or answer.type is AnswerType.DATE:
        return GAP, accepted(answer)
    shown = first.capitalize() if answer.slot.start == 0 else first
    return f"{shown} {GAP}", (Accepted(answer.text.partition(" ")[2]), *accepted(answer))


def _question(fact: Fact, answer: Answer, world: World) -> Question:
    gap, right = filling(answer)
    told = sentence(gapped(fact, answer, gap))
    wanted = f" with {hint(answer)}" if hint(answer) else ""
    return Question(
        id="",
        kind=KIND,
        level=answer.level,
        stem=f"Complete the sentence{wanted}: {told}",
        facts=(fact.id,),
        accept=right,
        reject=rivals(fact, answer, world),
        explanation=explained([fact]),
        difficulty=difficulty(
            KIND,
            quotes=world.quotes(fact),
            level=answer.level,
            distance=distance(fact.evidence),
            rarity=rarity(fact, answer, world),
        ),
    )


def instructions(question: Question) -> str:
    """Return what to do, by how many gaps there are and how they are filled."""
    several = question.gaps > 1
    if question.options:
        return "Choose what belongs in each gap." if several else "Choose what belongs in the gap."
    return "Type what belongs in each gap." if several else INSTRUCTIONS


def grade(question: Question, given: Given) -> Grade:
    """Give the mean credit of the gaps, each graded as any typed answer, or right when the key was chosen.

    What is off in which of several gaps is told beside each of them.
    """
    parts = graded(question, given)
    if len(parts) == 1:
        return parts[0]
    right = sum(part.credit == 1.0 for part in parts)
    told = "Right." if right == len(parts) else f"{right} of {len(parts)} gaps right."
    return Grade(sum(part.credit for part in parts) / len(parts), told)


def graded(question: Question, given: Given) -> list[Grade]:
    """Return what each gap earns."""
    if question.options:
        return _chosen(question, given)
    texts = in_gaps(given, question.gaps)
    return [_typed_in(question, gap, text) for gap, text in enumerate(texts)]


def _typed_in(question: Question, gap: int, text: str) -> Grade:
    """Grade one gap; what belongs into another one is wrong here, however near."""
    accept = question.accepted_in(gap)
    others = tuple(accepted.text for accepted in question.accept if accepted.gap != gap)
    return grade_text(text, accept, (*question.reject, *others), question.stem)


def _chosen(question: Question, given: Given) -> list[Grade]:
    picked = indexes(given, below=len(question.options), length=question.gaps, distinct=False)
    return [
        Grade(1.0, "Right.") if index == key else Grade(0.0, f"Not quite: the answer is {question.options[key]}.")
        for index, key in zip(picked, question.key, strict=True)
    ]
