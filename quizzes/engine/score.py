"""How much a question is worth showing."""

from __future__ import annotations

from .facts.base import Level
from .questions.base import Question
from .world import World

_WORTH = {
    "single_choice": 0.12,
    "multiple_choice": 0.2,
    "true_false": 0.0,
    "cloze": 0.02,
    "short_answer": 0.08,
    "numeric": 0.08,
    "matching": 0.15,
    "ordering": 0.15,
}


def score(question: Question, world: World) -> float:
    """Return how much a question is worth showing, 0..1: what it asks about, its kind and level, how plain it is."""
    facts = [world.by_id[identifier] for identifier in question.facts]
    salience = sum(fact.salience for fact in facts) / len(facts)
    plain = 1 - min(1.0, max(0, len(question.stem.split()) - 12) / 24)
    understanding = 0.08 if question.level is Level.UNDERSTANDING else 0.0
    sure = 0.0 if any(fact.hedged for fact in facts) else 0.05
    own = sum(1 for fact in question.choice_facts if fact) / max(1, len(question.choices)) if question.choices else 0.5
    total = 0.3 + 0.2 * salience + 0.15 * plain + 0.1 * own + _WORTH[question.kind] + understanding + sure
    return round(min(1.0, total), 4)
