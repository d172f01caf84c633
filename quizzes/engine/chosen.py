"""The questions taken for a bank so far, and what speaks against taking one more."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from .alike import Alike
from .leaks import gives_away, keys, proves, tells
from .proofs import Proving
from .questions import find_evidence
from .questions.base import Question
from .questions.joins.events import compares
from .words import bare, holds
from .world import World

MOST_VIEWS = 3
# How often one event may be compared with others, whatever is asked of it alone.
MOST_COMPARED = 3
_MOST_SAME_ANSWER = 3
_ASKED_ALREADY = 0.34
type Pair = frozenset[str]


@dataclass(slots=True)
class Chosen:
    """The questions taken so far, indexed so that each new one is compared with its neighbours only."""

    world: World
    proving: Proving
    questions: list[Question] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    views: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    covered: set[int] = field(default_factory=set)
    near: dict[tuple[int, int], list[Question]] = field(default_factory=lambda: defaultdict(list))
    alike: Alike = field(default_factory=Alike)
    proven: dict[tuple[int, int], list[Question]] = field(default_factory=lambda: defaultdict(list))
    proofs: Alike = field(default_factory=Alike)
    stems: set[str] = field(default_factory=set)
    denied: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    compared: Counter[str] = field(default_factory=Counter)
    pairs: set[Pair] = field(default_factory=set)
    told_pairs: set[Pair] = field(default_factory=set)

    def take(self, question: Question) -> None:
        """Add a question."""
        self.questions.append(question)
        self.kinds[question.kind] += 1
        self.stems.add(_same_form(question))
        self.covered |= {self.world.by_id[identifier].paragraph for identifier in question.facts}
        self.answers.update(_single_key(question))
        if compares(question):
            self._take_comparison(question)
            return
        if question.kind == find_evidence.KIND:
            for span in spans(question, self.world):
                self.proven[span].append(question)
            self.proofs.add(question)
            return
        self.views.update(statements(question, self.world))
        if not question.joins:
            self.asked.update(statements(question, self.world))
        if question.kind == "true_false" and question.key == (1,):
            for statement in statements(question, self.world):
                self.denied[statement].append(question.stem)
        for span in spans(question, self.world):
            self.near[span].append(question)
        self.alike.add(question)

    def _take_comparison(self, question: Question) -> None:
        self.compared.update(question.facts)
        (self.told_pairs if _tells_order(question) else self.pairs).update(_pairs(question))

    def objection(self, question: Question) -> str | None:
        """Return why a question cannot be taken: it cannot stand beside those taken, or fails a proof."""
        return self.clash(question) or self.proving.failure(question) or None

    def clash(self, question: Question) -> str | None:
        """Return why a question cannot stand beside those taken."""
        if _same_form(question) in self.stems:
            return "asked_twice"
        if compares(question):
            return self._against_comparison(question)
        if question.kind == find_evidence.KIND:
            # Nothing else tells where a proof stands; what its passage tells, no quiz asks beside it.
            return self._against_what_it_proves(question)
        told = statements(question, self.world)
        if not question.joins and any(self.views[statement] >= MOST_VIEWS for statement in told):
            return "enough_of_this_fact"
        most = max(_MOST_SAME_ANSWER, len(self.questions) // 12)
        if question.kind == "true_false" and any(self.asked[statement] for statement in told):
            return "asked_in_this_direction"
        if question.kind != "true_false" and any(self._is_denied(statement, question) for statement in told):
            return "asked_in_this_direction"
        if any(self.answers[key] >= most for key in _single_key(question)):
            return "enough_of_this_answer"
        return self._against_neighbours(question)

    def _is_denied(self, statement: str, question: Question) -> bool:
        """Say whether the question asks for what a false statement has changed."""
        return any(not holds(stem, key) for stem in self.denied.get(statement, ()) for key in keys(question))

    def is_apart(self, question: Question) -> bool:
        """Say whether a question may stand in one paper with all those taken that test other facts."""
        if _same_form(question) in self.stems:
            return False
        near, far = self._neighbours(question)
        return not _told(
            question,
            [other for other in near if other.facts != question.facts],
            [other for other in far if other.facts != question.facts],
        )

    def _against_neighbours(self, question: Question) -> str | None:
        near = [proof for span in spans(question, self.world) for proof in self.proven.get(span, ())]
        told = any(proves(proof, question) for proof in (*near, *self.proofs.to(question)))
        return "another_question_answers_it" if told or _told(question, *self._neighbours(question)) else None

    def _against_what_it_proves(self, question: Question) -> str | None:
        """Return why a statement to be proven cannot be shown: it says what a question taken asks for."""
        near, far = self._neighbours(question)
        return "another_question_answers_it" if any(proves(question, other) for other in (*near, *far)) else None

    def _neighbours(self, question: Question) -> tuple[list[Question], list[Question]]:
        """Return the questions on the same sentences, and those from anywhere that may tell this one's answer."""
        near = {other.id: other for span in spans(question, self.world) for other in self.near[span]}
        return list(near.values()), [other for other in self.alike.to(question) if other.id not in near]

    def _against_comparison(self, question: Question) -> str | None:
        if any(self.compared[identifier] >= MOST_COMPARED for identifier in question.facts):
            return "enough_of_this_fact"
        pairs = _pairs(question)
        if pairs & self.told_pairs or (_tells_order(question) and pairs & self.pairs):
            return "another_question_answers_it"
        known = len(pairs & self.pairs)
        return "asked_in_this_direction" if known > _ASKED_ALREADY * len(pairs) else None


def _told(question: Question, near: list[Question], far: list[Question]) -> bool:
    """Say whether the question and one of the others answer each other."""
    given = any(gives_away(other, question) or gives_away(question, other) for other in near)
    return given or any(tells(other, question) or tells(question, other) for other in far)


def _tells_order(question: Question) -> bool:
    """Say whether the stem itself says which of two events came first."""
    return question.kind == "numeric"


def _pairs(question: Question) -> set[Pair]:
    """Return which events the answer compares: all with each other, or the key with the others."""
    if question.kind not in ("single_choice", "multiple_choice"):
        return {frozenset(pair) for pair in combinations(question.facts, 2)}
    right = {question.choice_facts[index] for index in question.key}
    return {frozenset((key, other)) for key in right for other in question.facts if other not in right}


def spans(question: Question, world: World) -> set[tuple[int, int]]:
    """Return the places of a question's evidence."""
    return {(span.start, span.end) for identifier in question.facts for span in world.by_id[identifier].evidence}


def statements(question: Question, world: World) -> set[str]:
    """Return what the facts of a question say: facts of several kinds may say the same."""
    return {world.by_id[identifier].statement for identifier in question.facts}


def _single_key(question: Question) -> list[str]:
    """Return the folded key of a question that asks for one thing, as a list of none or one."""
    if question.joins or question.kind in ("true_false", "multiple_choice"):
        return []
    return [bare(keys(question)[0])]


def _same_form(question: Question) -> str:
    return "|".join((question.stem, *sorted(question.choices))) if question.joins else bare(question.stem)
