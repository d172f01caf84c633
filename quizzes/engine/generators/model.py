"""A language model as a source of questions: it proposes, the article and the engine's own proofs decide.

The model is reached through one callable and nothing else; what it replies is data. Requests go out one at a time.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .. import bank
from ..document import Document, check
from ..facts.base import Answer, Fact
from ..questions.base import Question
from ..words import bare
from ..world import World
from . import asking, grounding, prompt, reply
from .base import Ask, Failed
from .parts import Part, parts
from .reply import Malformed, ProposedFact, ProposedQuestion, Refused

ORIGIN = "model"
TOO_LONG = (
    "This article is too long for the language model: it would take {needed} requests, and {allowed} are allowed for "
    "one article. Split it into parts."
)
NOT_AS_ASKED = "The language model's replies could not be used: they were not of the form asked for."
NOTHING_PROVEN = (
    "None of the questions that the language model proposed passed every proof, so none is kept ({count} were turned "
    "away, most of them for: {reason})."
)
NOTHING_PROPOSED = "The language model proposed no questions on this article."


type _Asked = tuple[ProposedQuestion, Answer | None]
"""A proposed question with the part of its fact that it asks for, None for a verdict on the whole."""


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that `ask` reaches; `name` marks what it proposes, `most_requests` bounds what it may cost."""

    ask: Ask
    name: str
    most_requests: int = 40

    def build(self, document: Document, seed: int = 0, progress: bank.Progress | None = None) -> bank.Bank:
        """Return the bank of what the model proposed and the proofs let pass; raise Unreadable or Failed."""
        tell = progress or bank.quiet
        check(document)
        read, _ = bank.read(document, tell)
        stretches = parts(document, read.sentences)
        if len(stretches) > self.most_requests:
            raise Failed(TOO_LONG.format(needed=len(stretches), allowed=self.most_requests))
        rejected: Counter[str] = Counter()
        asked = dict(_grounded(self._replies(document, stretches, rejected, tell), read, rejected))
        world = replace(read, facts=(*asked, *read.facts))
        drafts = _drafts(asked, world, seed, rejected)
        questions, forms = bank.sift(drafts, world, seed, rejected)
        tell("rank", 1.0)
        if not questions:
            raise Failed(_why_nothing(rejected))
        tested = {identifier for question in questions for identifier in question.facts}
        facts = tuple(fact for fact in asked if fact.id in tested)
        return bank.Bank(document, facts, questions, dict(sorted(rejected.items())), ORIGIN, self.name, forms)

    def _replies(
        self, document: Document, stretches: Sequence[Part], rejected: Counter[str], tell: bank.Progress
    ) -> Iterator[tuple[Part, ProposedFact]]:
        """Ask for one stretch after another; raise Failed when most replies are of no use."""
        spare = self.most_requests - len(stretches)
        useless = 0
        for number, part in enumerate(stretches):
            tell("ask", number / len(stretches))
            asked = prompt.messages(document, part)
            given = self.ask(asked)
            found, reason = _read(given, rejected)
            if reason and spare:
                spare -= 1
                found, reason = _read(self.ask(prompt.repair(asked, given, reason)), rejected)
            if reason:
                useless += 1
                rejected["malformed_reply"] += 1
            yield from ((part, fact) for fact in found)
        tell("ask", 1.0)
        if 2 * useless > len(stretches):
            raise Failed(NOT_AS_ASKED)


def _read(given: str, rejected: Counter[str]) -> tuple[list[ProposedFact], str]:
    """Return the facts in a reply, or why it cannot be used."""
    try:
        return reply.parse(given, rejected), ""
    except Malformed as error:
        return [], str(error)


def _grounded(
    proposed: Iterable[tuple[Part, ProposedFact]], world: World, rejected: Counter[str]
) -> Iterator[tuple[Fact, list[_Asked]]]:
    """Yield each fact that the article proves, once, with the questions on it that ask for a part of it."""
    told: set[str] = set()
    for part, one in proposed:
        try:
            grounded = grounding.ground(one, part, world)
        except Refused as refused:
            rejected[str(refused)] += 1
            continue
        if bare(one.statement) in told:
            rejected["told_twice"] += 1
            continue
        told.add(bare(one.statement))
        asked = list(_answered(one, grounded, world, rejected))
        answers = dict.fromkeys(answer for _, answer in asked if answer)
        yield replace(grounded.fact, answers=tuple(answers)), asked


def _answered(
    proposed: ProposedFact, grounded: grounding.Grounded, world: World, rejected: Counter[str]
) -> Iterator[_Asked]:
    for question in proposed.questions:
        try:
            yield question, asking.answer_of(question, grounded, world)
        except Refused as refused:
            rejected[str(refused)] += 1


def _drafts(
    asked: Mapping[Fact, Sequence[_Asked]], world: World, seed: int, rejected: Counter[str]
) -> Iterator[Question]:
    """Write every question that a kind of ours fits; chance depends on the fact alone, not on what else was said."""
    for fact, questions in asked.items():
        for question, answer in questions:
            try:
                rng = random.Random(f"{seed} {fact.id} {question.kind}")
                yield from asking.drafts(question, answer, fact, world, rng)
            except Refused as refused:
                rejected[str(refused)] += 1


def _why_nothing(rejected: Counter[str]) -> str:
    if not rejected:
        return NOTHING_PROPOSED
    reason, _ = max(rejected.items(), key=lambda row: (row[1], row[0]))
    return NOTHING_PROVEN.format(count=rejected.total(), reason=reason.replace("_", " "))
