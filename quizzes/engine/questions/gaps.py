"""Other forms of a gap: two of one sentence, and one that is filled from a list."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from ..distractors import pick, plain
from ..facts.base import Answer, AnswerType, Fact
from ..figures import dates
from ..gazetteer import country_names
from ..words import stems, telling
from ..world import NAMES, World
from .answers import listed, sentence
from .base import Accepted, Question
from .cloze import KIND, filling, fills_alone, hint
from .drafts import difficulty, explained, typable
from .hardness import closeness, distance, rarity
from .rivals import rivals

FORM = "gaps"
# What is left of a sentence with two gaps must still tell which one is meant.
_FEWEST_WORDS = 5
_FEWEST_BETWEEN = 2
_HINTS = {AnswerType.PLACE: "the name of a place", AnswerType.ORGANISATION: "the name of an organization"}
_OFFERED = NAMES | {AnswerType.DATE}


def write(facts: Sequence[Fact], world: World, rng: random.Random) -> Iterator[Question]:
    """Leave two gaps where neither gives the other away, and one gap where good wrong words are at hand."""
    for fact in facts:
        if fact.negated:
            continue
        yield from _paired(fact, world)
        # Few of them are shown: one for each fact is enough to choose from.
        fit = (answer for answer in fact.answers if answer.type in _OFFERED and fills_alone(fact, answer))
        for answer in islice(fit, 1):
            yield from _offered(fact, answer, world, rng)


def _paired(fact: Fact, world: World) -> Iterator[Question]:
    """Yield the first pair of answers of a fact that can both be left out."""
    fit = [answer for answer in fact.answers if typable(answer, world) and fills_alone(fact, answer) and _hint(answer)]
    fit.sort(key=lambda answer: answer.slot.start)
    pair = next((pair for pair in combinations(fit, 2) if _apart(fact, *pair, world)), None)
    if pair is not None:
        yield _two(fact, pair, world)


def _apart(fact: Fact, left: Answer, right: Answer, world: World) -> bool:
    """Say whether two answers stand apart, are of different kinds and leave enough to tell what is meant."""
    between = fact.statement[left.slot.end : right.slot.start]
    if left.slot.end >= right.slot.start or len(between.split()) < _FEWEST_BETWEEN or left.type is right.type:
        return False
    rest = f"{fact.statement[: left.slot.start]} {between} {fact.statement[right.slot.end :]}"
    shared = stems(left.text) & stems(right.text)
    return len(telling(rest)) >= _FEWEST_WORDS and not shared and not world.same(left.text, right.text)


def _two(fact: Fact, pair: tuple[Answer, Answer], world: World) -> Question:
    told, accept = fact.statement, []
    for gap, answer in reversed(list(enumerate(pair))):
        shown, right = filling(answer)
        told = told[: answer.slot.start] + shown + told[answer.slot.end :]
        accept += [replace(each, gap=gap) for each in right]
    wanted = f" with {listed([_hint(answer) for answer in pair])}"
    harder = max(pair, key=lambda answer: rarity(fact, answer, world))
    return _question(
        fact,
        harder,
        world,
        stem=f"Complete the sentence{wanted}: {sentence(told)}",
        accept=tuple(sorted(accept, key=lambda each: each.gap)),
        reject=tuple(sorted({text for answer in pair for text in rivals(fact, answer, world)})),
    )


def _hint(answer: Answer) -> str:
    """Return what is to be filled in: of two gaps each must be told."""
    return hint(answer) or _HINTS.get(answer.type, "")


def _offered(fact: Fact, answer: Answer, world: World, rng: random.Random) -> Iterator[Question]:
    """Yield a gap with the wrong options that a choice would have."""
    shown, _ = filling(answer)
    told = sentence(fact.statement[: answer.slot.start] + shown + fact.statement[answer.slot.end :])
    asked = answer if answer.stem else replace(answer, stem=told)
    others = pick(fact, asked, world, rng) if plain(asked, world).text == answer.text else ()
    words = _behind_article(fact, answer, [other.text for other in others])
    if len(words) <= len(others) or not others:
        return
    key, options = words[0], _in_order(words, rng)
    wanted = f" with {hint(answer)}" if hint(answer) else ""
    own = sum(other.fact is not None or other.told for other in others)
    yield replace(
        _question(
            fact,
            answer,
            world,
            stem=f"Complete the sentence{wanted}: {told}",
            accept=(Accepted(key),),
            near=closeness(answer, [other.text for other in others], own, world),
        ),
        options=tuple(options),
        key=(options.index(key),),
    )


def _behind_article(fact: Fact, answer: Answer, others: list[str]) -> list[str]:
    """Return the key and the others as they stand behind the gap's article, without those that take none."""
    words = [answer.text, *others]
    first = answer.text.split()[0]
    if filling(answer)[1][0].text != answer.text:
        return [word.removeprefix(f"{first} ") for word in words if word.startswith(f"{first} ")]
    if not fact.statement[: answer.slot.start].casefold().endswith("the "):
        return words
    return [answer.text, *(bared for word in others if (bared := _after_the(word)))]


def _after_the(name: str) -> str:
    """Return a name without the article that it takes, "" where it takes none: only one name would fit the gap."""
    state = country_names().get(name)
    return name.removeprefix("the ") if name.startswith("the ") else name if state and state.article else ""


def _in_order(words: list[str], rng: random.Random) -> list[str]:
    """Shuffle words; dates stand in rising order, where the key's rank was left to chance."""
    if all(len(dates(word)) == 1 for word in words):
        return sorted(words, key=lambda word: dates(word)[0])
    return rng.sample(words, len(words))


def _question(
    fact: Fact,
    answer: Answer,
    world: World,
    *,
    stem: str,
    accept: tuple[Accepted, ...],
    reject: tuple[str, ...] = (),
    near: float = 0.5,
) -> Question:
    return Question(
        id="",
        kind=KIND,
        level=answer.level,
        stem=stem,
        facts=(fact.id,),
        accept=accept,
        reject=reject,
        explanation=explained([fact]),
        difficulty=difficulty(
            KIND,
            closeness=near,
            quotes=world.quotes(fact),
            level=answer.level,
            distance=distance(fact.evidence),
            rarity=rarity(fact, answer, world),
        ),
    )
