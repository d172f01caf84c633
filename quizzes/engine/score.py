"""How likely a question is to be usable, by what readers said of questions with the same signs.

The weights in `data/weights.toml` come from `benchmarks/weights.py`; docs/engine.md says how, and how far they reach.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from math import exp
from pathlib import Path

from .features import features
from .questions.base import Question
from .world import World

_WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
LEAST = 0.65
"""What is less likely to be usable than this is not shown."""


def score(question: Question, world: World) -> float:
    """Return the probability that a reader would use a question, 0..1, by logistic regression on its signs."""
    known = weights()
    total = known["always"] + sum(known.get(name, 0.0) * value for name, value in features(question, world).items())
    return round(1 / (1 + exp(-total)), 4)


def scored_all(questions: Iterable[Question], world: World) -> list[Question]:
    """Return the questions with their scores; one that has its score keeps it."""
    return [q if q.score else replace(q, score=score(q, world)) for q in questions]


@cache
def weights() -> dict[str, float]:
    """Return what each sign adds to the log-odds of being usable, and what all questions start from ("always")."""
    return tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
