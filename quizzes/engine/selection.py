"""Which drafts a bank shows, proven as they are taken: the best, of many kinds, none answering another."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .chosen import MOST_VIEWS, Chosen
from .document import Block
from .facts.base import Level
from .leaks import keys
from .proofs import Proving
from .questions import find_evidence
from .questions.base import Question
from .questions.joins.events import compares
from .score import LEAST, scored_all
from .searches import Searches
from .words import bare
from .world import World

# How many questions of each kind may compare events, in a text of usual length.
_COMPARISONS = {"multiple_choice": 1, "ordering": 2, "single_choice": 2, "numeric": 2, "true_false": 3}
_MOST_MATCHINGS = 3
# Statements to be judged are the easiest to guess: this share of a bank at most, yet a few where little else is proven.
_MOST_VERDICTS = 0.4
_ALWAYS_VERDICTS = 8
# So many of them ask for understanding in a text of usual length.
_REASONS_JUDGED = 5
_REASONS_ALONE = 3
_FALSE_FIRST = 1
# Up to this share where the text gives too little else to ask for a full bank: so many questions a word.
_MOST_LACKING = 0.6
_ENOUGH = 0.024
# Of the statements shown at most so many are true for each false one, and so many more where few can be changed.
_TRUE_FOR_FALSE = 1.2
_TRUE_ALONE = 1
# Proofs to be found take longer to read than anything else, and come on top of it: one for so many other questions,
# more where the text gives too little else to ask for a full bank.
_OTHERS_A_SEARCH = 7
_OTHERS_LACKING = 3
# Whatever is told so much in a sentence's own words is found unread.
_MOST_COPIED = 0.85
# The word "not" gives a denial away when too many of the false statements are denials.
_MOST_DENIALS = 0.25
# Sentences with two gaps, and gaps filled from a list, so many of each in a text of usual length: the change is
# welcome, the usual forms ask more of a reader.
_MOST_OTHER_GAPS = 1
_LONG_PARAGRAPH = 15
_WORDS_A_BANK = 1000


def choose(
    drafts: Sequence[Question], world: World, rng: random.Random, rejected: Counter[str], proving: Proving
) -> list[Question]:
    """Return the bank's questions, best first, each proven; count in `rejected` why the others are left out."""
    everything = sorted(scored_all(drafts, world), key=lambda q: (-q.score, q.id))
    scored = [question for question in everything if question.score >= LEAST]
    if len(scored) < len(everything):
        rejected["not_likely_usable"] += len(everything) - len(scored)
    chosen = Chosen(world, proving)
    searched = [question for question in scored if question.kind == find_evidence.KIND]
    alone = [question for question in scored if not question.joins and question.kind != find_evidence.KIND]
    asked = [question for question in alone if question.kind != "true_false" and not _is_other_gap(question)]
    verdicts = [question for question in alone if question.kind == "true_false"]
    _take_comparisons([question for question in scored if compares(question)], chosen)
    _take_matchings([q for q in scored if q.kind == "matching" and not _dates_joined(q, world)], chosen)
    _take_views([question for question in asked if question.level is Level.UNDERSTANDING], chosen)
    _take_some([question for question in alone if question.gaps > 1], _MOST_OTHER_GAPS, chosen)
    _take_some([q for q in alone if _is_other_gap(q) and q.gaps == 1], _MOST_OTHER_GAPS, chosen)
    _take_early(verdicts, chosen)
    _take_views(asked, chosen)
    _take_matchings([q for q in scored if q.kind == "matching" and _dates_joined(q, world)], chosen)
    # Statements to be judged are many: they make way for the first proofs, and those that are lacking come after them.
    _take_searches(searched, chosen, max(1, len(chosen.questions) // _OTHERS_A_SEARCH))
    _take_verdicts(verdicts, chosen)
    _take_searches(searched, chosen, _most_searches(chosen))
    # Two drafts that say exactly the same have one name: only one of them was taken.
    taken = Counter(question.id for question in chosen.questions)
    for question in scored:
        if taken[question.id]:
            taken[question.id] -= 1
        else:
            rejected[proving.found(question) or chosen.clash(question) or "enough_of_this_kind"] += 1
    best_first = sorted(chosen.questions, key=lambda question: (-question.score, question.id))
    return _keys_spread(_apart(best_first), rng)


def _is_other_gap(question: Question) -> bool:
    """Say whether a cloze has several gaps or is filled from a list."""
    return question.gaps > 1 or (question.kind == "cloze" and bool(question.options))


def _take_some(scored: Sequence[Question], most: int, chosen: Chosen) -> None:
    """Take the best that nothing speaks against, so many in a text of usual length."""
    room = round(most * _scale(chosen.world))
    for question in scored:
        if room and chosen.objection(question) is None:
            chosen.take(question)
            room -= 1


def _scale(world: World) -> float:
    """Return how many times a text of usual length this one is, never less than one."""
    return max(1.0, world.words / _WORDS_A_BANK)


def _take_comparisons(scored: Sequence[Question], chosen: Chosen) -> None:
    """Take questions that compare events, of each kind in turn, so that one kind does not use up all the events."""
    by_kind: dict[str, list[Question]] = defaultdict(list)
    for question in scored:
        by_kind[question.kind].append(question)
    scale = _scale(chosen.world)
    taken: Counter[str] = Counter()
    for turn in range(round(max(_COMPARISONS.values()) * scale)):
        for kind, most in _COMPARISONS.items():
            if turn < most * scale:
                taken[kind] += _take_first(by_kind[kind], chosen)


def _take_first(waiting: list[Question], chosen: Chosen) -> bool:
    """Take the first that nothing speaks against, which favours events not compared yet."""
    order = sorted(
        waiting, key=lambda q: (sum(chosen.compared[fact] for fact in q.facts) / len(q.facts), -q.score, q.id)
    )
    for question in order:
        if chosen.objection(question) is None:
            chosen.take(question)
            waiting.remove(question)
            return True
    return False


def _take_matchings(scored: Sequence[Question], chosen: Chosen) -> None:
    """Take matchings, none of them half made of facts that another matched."""
    used: Counter[str] = Counter()
    for question in scored:
        if chosen.kinds["matching"] >= _MOST_MATCHINGS * _scale(chosen.world) or chosen.objection(question):
            continue
        if sum(used[fact] for fact in question.facts) <= len(question.facts) // 2:
            used.update(question.facts)
            chosen.take(question)


def _dates_joined(question: Question, world: World) -> bool:
    """Say whether a question matches events with their dates: one such takes the place of several better ones."""
    pairs = (world.by_id[identifier].pair for identifier in question.facts)
    return any(pair and pair.group == "event-date" for pair in pairs)


def _by_paragraph(questions: Iterable[Question], chosen: Chosen) -> dict[int, list[Question]]:
    """Return the questions of each paragraph that is long enough to need one; the best that is proven orders them."""
    world = chosen.world
    long = {
        paragraph.index
        for paragraph in world.document.paragraphs
        if paragraph.block is Block.BODY and len(paragraph.span.of(world.document.text).split()) >= _LONG_PARAGRAPH
    }
    grouped: dict[int, list[Question]] = {}
    for question in questions:
        paragraph = world.by_id[question.facts[0]].paragraph
        if paragraph in grouped:
            grouped[paragraph].append(question)
        elif paragraph in long and not chosen.proving.failure(question):
            grouped[paragraph] = [question]
    return grouped


def _by_first_fact(questions: Iterable[Question]) -> dict[str, list[Question]]:
    grouped: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        grouped[question.facts[0]].append(question)
    return grouped


def _take_views(questions: Sequence[Question], chosen: Chosen) -> None:
    """Take the best question of each paragraph, then of every fact, then their second and third best."""
    for candidates in _by_paragraph(questions, chosen).values():
        _take_best(candidates, chosen)
    by_fact = _by_first_fact(questions)
    facts = chosen.world.by_id
    order = sorted(by_fact, key=lambda identifier: (-facts[identifier].salience, identifier))
    for _ in range(MOST_VIEWS):
        for identifier in order:
            _take_best(by_fact[identifier], chosen)


def _take_best(candidates: list[Question], chosen: Chosen) -> None:
    """Take the best of a fact's questions that may stand beside the others, rarer kinds first where nearly as good."""
    total = max(1, len(chosen.questions))
    for question in sorted(candidates, key=lambda q: (0.5 * chosen.kinds[q.kind] / total - q.score, q.id)):
        if chosen.objection(question) is None:
            chosen.take(question)
            candidates.remove(question)
            return


def _take_early(verdicts: Sequence[Question], chosen: Chosen) -> None:
    """Take statements to judge that would be lost once a date or a name in the same sentence is asked for.

    They are those that join two things, and false ones, without which nearly all would be true.
    """
    reasons = [question for question in verdicts if question.level is Level.UNDERSTANDING]
    # Whose words a quotation are is better asked for than judged.
    false = [q for q in verdicts if q.key == (1,) and chosen.world.by_id[q.facts[0]].kind != "quotation"]
    for wanted, most in ((reasons, _REASONS_JUDGED), (false, _FALSE_FIRST)):
        judging = _Judging(chosen, wanted, alone=_REASONS_ALONE)
        judging.most = judging.verdicts.total() + round(most * _scale(chosen.world))
        while judging.room() and judging.take_next():
            pass


def _take_verdicts(questions: Sequence[Question], chosen: Chosen) -> None:
    """Fill up with true/false where nothing else was asked, first in paragraphs that have no question yet."""
    judging = _Judging(chosen, questions)
    while judging.room() and judging.take_next():
        pass


def _most_searches(chosen: Chosen) -> int:
    """Return how many proofs may be searched for beside the other questions taken."""
    others = len(chosen.questions) - chosen.kinds[find_evidence.KIND]
    lacking = int(_ENOUGH * chosen.world.words) - others
    return max(others // _OTHERS_A_SEARCH, min(lacking, others // _OTHERS_LACKING))


def _take_searches(questions: Sequence[Question], chosen: Chosen, most: int) -> None:
    """Take proofs to be found, few beside the rest: from all over the text, in words that are not the text's first.

    A paragraph that nothing else asks about comes before any other.
    """
    if len(chosen.questions) < _OTHERS_LACKING or chosen.kinds[find_evidence.KIND] >= most:
        return
    reworded = [question for question in questions if not find_evidence.leaves_out(question)]
    searches = Searches(reworded, chosen, _MOST_COPIED)
    while chosen.kinds[find_evidence.KIND] < most and (question := searches.pop()):
        if chosen.objection(question) is None:
            searches.take(question)


class _Judging:
    """True/false statements being taken, as many true as false, and few that a "not" gives away."""

    def __init__(self, chosen: Chosen, questions: Sequence[Question], alone: int = _TRUE_ALONE) -> None:
        self.chosen, self.alone = chosen, alone
        self.verdicts = Counter(question.key[0] for question in chosen.questions if question.kind == "true_false")
        self.denials = 0
        others = len(chosen.questions) - self.verdicts.total()
        share = int(others * _MOST_VERDICTS / (1 - _MOST_VERDICTS))
        lacking = int(_ENOUGH * chosen.world.words) - others
        self.most = max(_ALWAYS_VERDICTS, share, min(lacking, int(others * _MOST_LACKING / (1 - _MOST_LACKING))))
        self.waiting: dict[int, list[Question]] = {0: [], 1: []}
        for question in questions:
            self.waiting[question.key[0]].append(question)

    def room(self) -> bool:
        """Say whether the bank may have more statements to judge."""
        return self.verdicts.total() < self.most

    def take_next(self) -> bool:
        """Take one more of the verdict that is rarer so far, of the other one while the balance allows it."""
        wanted = 1 if self.verdicts[1] <= self.verdicts[0] else 0
        found = self._next(wanted)
        if found is None and (wanted == 0 or self.verdicts[0] + 1 <= _TRUE_FOR_FALSE * self.verdicts[1] + self.alone):
            found = self._next(1 - wanted)
        if found is None:
            return False
        self.verdicts[found.key[0]] += 1
        self.denials += _is_denial(found, self.chosen.world)
        self.chosen.take(found)
        return True

    def _next(self, verdict: int) -> Question | None:
        """Take the first off the list that may stand beside the others, an uncovered paragraph's before any other."""
        world, waiting = self.chosen.world, self.waiting[verdict]
        denials_too = self.denials <= _MOST_DENIALS * self.verdicts.total()
        for open_only in (True, False):
            for question in list(waiting):
                if open_only and world.by_id[question.facts[0]].paragraph in self.chosen.covered:
                    continue
                if not denials_too and _is_denial(question, world):
                    continue
                # Nothing takes back what speaks against a statement once: none is looked at twice.
                waiting.remove(question)
                if self.chosen.objection(question) is None:
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
        if question.kind == "single_choice" and not question.has_figures:
            if not deck:
                deck = rng.sample(range(len(question.choices)), len(question.choices))
            question = _with_key_at(question, deck.pop())
        spread.append(question)
    return spread


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
