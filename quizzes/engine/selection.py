"""Which of the proven questions a bank shows: the best, of many kinds, over the whole text, none answering another."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .leaks import gives_away, keys
from .questions.base import Question
from .score import score
from .words import bare
from .world import World

MOST_VIEWS = 3
_JOINED = ("ordering", "matching")
_MOST_JOINED = {"ordering": 2, "matching": 3}
# A text that gives little else to ask may still be judged by statements.
_ALWAYS_VERDICTS = 8
_FEWEST_VERDICTS = 3
# The word "not" gives a denial away when too many of the false statements are denials.
_MOST_DENIALS = 0.25
_MOST_SAME_ANSWER = 3


@dataclass(slots=True)
class _Chosen:
    """The questions taken so far, indexed so that each new one is compared with its neighbours only."""

    world: World
    questions: list[Question] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    views: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    near: dict[tuple[int, int], list[Question]] = field(default_factory=lambda: defaultdict(list))
    stems: set[str] = field(default_factory=set)

    def take(self, question: Question) -> None:
        """Add a question."""
        self.questions.append(question)
        self.kinds[question.kind] += 1
        self.stems.add(_same_form(question))
        self.views.update(_statements(question, self.world))
        if question.kind not in _JOINED:
            self.asked.update(_statements(question, self.world))
        self.answers.update(_single_key(question))
        for span in _spans(question, self.world):
            self.near[span].append(question)

    def objection(self, question: Question) -> str | None:
        """Return why a question cannot stand beside those taken."""
        if _same_form(question) in self.stems:
            return "asked_twice"
        told = _statements(question, self.world)
        if question.kind not in _JOINED and any(self.views[statement] >= MOST_VIEWS for statement in told):
            return "enough_of_this_fact"
        most = max(_MOST_SAME_ANSWER, len(self.questions) // 12)
        if question.kind == "true_false" and any(self.asked[statement] for statement in told):
            return "asked_in_this_direction"
        if any(self.answers[key] >= most for key in _single_key(question)):
            return "enough_of_this_answer"
        spans = _spans(question, self.world)
        others = {other.id: other for span in spans for other in self.near[span]}
        if any(gives_away(other, question) or gives_away(question, other) for other in others.values()):
            return "another_question_answers_it"
        return None


def _spans(question: Question, world: World) -> set[tuple[int, int]]:
    return {(span.start, span.end) for identifier in question.facts for span in world.by_id[identifier].evidence}


def _statements(question: Question, world: World) -> set[str]:
    return {world.by_id[identifier].statement for identifier in question.facts}


def _single_key(question: Question) -> list[str]:
    """Return the folded key of a question that asks for one thing, as a list of none or one."""
    if question.kind in (*_JOINED, "true_false", "multiple_choice"):
        return []
    return [bare(keys(question)[0])]


def _same_form(question: Question) -> str:
    return "|".join((question.stem, *sorted(question.choices))) if question.kind in _JOINED else bare(question.stem)


def choose(proven: Sequence[Question], world: World, rng: random.Random, rejected: Counter[str]) -> list[Question]:
    """Return the bank's questions, best first; count in `rejected` why the others are left out."""
    scored = [replace(question, score=score(question, world)) for question in proven]
    chosen = _Chosen(world)
    _take_joined([question for question in scored if not _dates_joined(question, world)], chosen)
    _take_views([q for q in scored if q.kind not in (*_JOINED, "true_false")], chosen)
    _take_joined([question for question in scored if _dates_joined(question, world)], chosen)
    _take_verdicts([question for question in scored if question.kind == "true_false"], chosen)
    for question in scored:
        if question.id not in {taken.id for taken in chosen.questions}:
            rejected[chosen.objection(question) or "enough_of_this_fact"] += 1
    best_first = sorted(chosen.questions, key=lambda question: (-question.score, question.id))
    return _keys_spread(_apart(best_first), rng)


def _by_first_fact(questions: Iterable[Question]) -> dict[str, list[Question]]:
    grouped: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        grouped[question.facts[0]].append(question)
    return grouped


def _take_joined(scored: Sequence[Question], chosen: _Chosen) -> None:
    """Take the questions that join several facts, no fact in more than two of a kind."""
    used: Counter[tuple[str, str]] = Counter()
    for question in sorted(scored, key=lambda question: (-question.score, question.id)):
        if question.kind not in _JOINED or chosen.objection(question):
            continue
        if chosen.kinds[question.kind] >= _MOST_JOINED[question.kind]:
            continue
        if sum(used[question.kind, fact] for fact in question.facts) <= len(question.facts) // 2:
            used.update((question.kind, fact) for fact in question.facts)
            chosen.take(question)


def _dates_joined(question: Question, world: World) -> bool:
    """Say whether a question matches events with their dates: one such takes the place of several better ones."""
    pairs = (world.by_id[identifier].pair for identifier in question.facts)
    return question.kind == "matching" and any(pair and pair.group == "event-date" for pair in pairs)


def _take_views(questions: Sequence[Question], chosen: _Chosen) -> None:
    """Take the best question of every fact, then their second and third best."""
    by_fact = _by_first_fact(questions)
    facts = chosen.world.by_id
    order = sorted(by_fact, key=lambda identifier: (-facts[identifier].salience, identifier))
    for _ in range(MOST_VIEWS):
        for identifier in order:
            _take_best(by_fact[identifier], chosen)


def _take_best(candidates: list[Question], chosen: _Chosen) -> None:
    """Take the best of a fact's questions that may stand beside the others, rarer kinds first where nearly as good."""
    total = max(1, len(chosen.questions))
    for question in sorted(candidates, key=lambda q: (0.5 * chosen.kinds[q.kind] / total - q.score, q.id)):
        if chosen.objection(question) is None:
            chosen.take(question)
            candidates.remove(question)
            return


def _take_verdicts(questions: Sequence[Question], chosen: _Chosen) -> None:
    """Fill up with true/false where nothing else was asked, as many of the one as of the other."""
    most = max(_ALWAYS_VERDICTS, len(chosen.questions) // 2)
    waiting: dict[int, list[Question]] = {0: [], 1: []}
    for question in sorted(questions, key=lambda q: (_is_denial(q, chosen.world), -q.score, q.id)):
        waiting[question.key[0]].append(question)
    verdicts = Counter({0: 0, 1: 0})
    denials = 0
    while verdicts.total() < most:
        wanted = 1 if verdicts[1] <= verdicts[0] else 0
        denied_enough = denials > _MOST_DENIALS * verdicts.total()
        found = _next_verdict(waiting[wanted], chosen, denials_too=not denied_enough)
        if found is None and (wanted == 0 or verdicts[0] < verdicts[1] + _FEWEST_VERDICTS):
            found = _next_verdict(waiting[1 - wanted], chosen, denials_too=not denied_enough)
        if found is None:
            return
        verdicts[found.key[0]] += 1
        denials += _is_denial(found, chosen.world)
        chosen.take(found)


def _next_verdict(waiting: list[Question], chosen: _Chosen, *, denials_too: bool) -> Question | None:
    """Take the first question off the list that may stand beside the others."""
    for question in waiting:
        if (denials_too or not _is_denial(question, chosen.world)) and chosen.objection(question) is None:
            waiting.remove(question)
            return question
    return None


def _is_denial(question: Question, world: World) -> bool:
    """Say whether a statement is false for a "not" that was put in: too many of them, and the word gives it away."""
    fact = world.by_id[question.facts[0]]
    return question.key[0] == 1 and not fact.negated and question.stem == fact.denial


def _apart(questions: list[Question]) -> list[Question]:
    """Keep the order, but never let two questions with one answer follow each other where it can be helped."""
    waiting = list(questions)
    placed: list[Question] = []
    while waiting:
        fitting = (i for i, question in enumerate(waiting) if not placed or _differ(placed[-1], question))
        index = next(fitting, None)
        if index is None:
            _squeeze_in(waiting.pop(0), placed)
        else:
            placed.append(waiting.pop(index))
    return placed


def _squeeze_in(question: Question, placed: list[Question]) -> None:
    """Put a question at the last place where neither neighbour has its answer, at the end when there is none."""
    for place in range(len(placed) - 1, -1, -1):
        before = placed[place - 1 : place] if place else []
        if all(_differ(question, other) for other in (*before, placed[place])):
            placed.insert(place, question)
            return
    placed.append(question)


def _differ(question: Question, other: Question) -> bool:
    return not {bare(key) for key in keys(question)} & {bare(key) for key in keys(other)}


def _keys_spread(questions: Sequence[Question], rng: random.Random) -> list[Question]:
    """Move the keys of single choices so that each place holds as many; options in rising order stay so."""
    deck: list[int] = []
    spread: list[Question] = []
    for question in questions:
        if question.kind == "single_choice" and not _rising(question):
            if not deck:
                deck = rng.sample(range(len(question.choices)), len(question.choices))
            question = _with_key_at(question, deck.pop())
        spread.append(question)
    return spread


def _rising(question: Question) -> bool:
    return all(any(char.isdigit() for char in choice) for choice in question.choices)


def _with_key_at(question: Question, place: int) -> Question:
    order = [index for index in range(len(question.choices)) if index != question.key[0]]
    order.insert(min(place, len(order)), question.key[0])
    return replace(
        question,
        choices=tuple(question.choices[index] for index in order),
        key=(order.index(question.key[0]),),
        choice_facts=tuple(question.choice_facts[index] for index in order),
        notes=tuple(question.notes[index] for index in order),
    )
