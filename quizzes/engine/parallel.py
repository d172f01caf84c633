"""Other forms of what a bank asks: for parallel papers and retakes, never beside the form that is shown first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .chosen import Chosen
from .facts.base import Level
from .proofs import Proving
from .questions import find_evidence
from .questions.base import Question
from .score import LEAST, scored_all
from .world import World

MOST_FORMS = 3
"""So many forms of one fact at one level, the one shown included."""
type _Place = tuple[tuple[str, ...], Level]


def other_forms(
    drafts: Sequence[Question], shown: Sequence[Question], world: World, proving: Proving
) -> list[Question]:
    """Return more forms of the facts asked alone, best first, each of a kind its fact is not asked in yet.

    A paper asks no fact twice, so forms of one fact may answer each other; what tests another fact may not.
    """
    chosen = Chosen(world, proving)
    kinds: dict[_Place, set[str]] = defaultdict(set)
    for question in shown:
        chosen.take(question)
        if _is_alone(question):
            kinds[_place(question)].add(question.kind)
    scored = sorted(scored_all(filter(_is_alone, drafts), world), key=lambda q: (-q.score, q.id))
    forms: list[Question] = []
    for question in scored:
        used = kinds.get(_place(question), set())
        if question.score < LEAST or not used or question.kind in used or len(used) >= MOST_FORMS:
            continue
        if chosen.is_apart(question) and not proving.failure(question):
            chosen.take(question)
            used.add(question.kind)
            forms.append(question)
    return forms


def _is_alone(question: Question) -> bool:
    return not question.joins and question.kind != find_evidence.KIND


def _place(question: Question) -> _Place:
    return question.facts, question.level
