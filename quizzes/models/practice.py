"""What a round of practice asks: the facts that an attempt missed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from django.db import models

from .question import Question

if TYPE_CHECKING:
    from .attempt import Attempt


def draw_missed(attempt: Attempt, rng: random.Random, withheld: frozenset[int] = frozenset()) -> list[Question]:
    """Return one question on each fact missed: one not asked in the attempt if there is one, else the same.

    Nothing is asked on a fact `withheld`.
    """
    asked = set(attempt.responses.values_list("question", flat=True))
    missed = _facts_of(Question.objects.filter(responses__in=attempt.missed()))
    every = set().union(*missed.values())
    forms = _facts_of(Question.objects.askable().filter(facts__in=every))
    chosen: list[int] = []
    used = set(withheld)
    for same, facts in missed.items():
        fitting = [pk for pk, tested in forms.items() if tested & facts and used.isdisjoint(tested)]
        others = [pk for pk in fitting if pk not in asked]
        pick = rng.choice(others) if others else same if same in fitting else None
        if pick is not None:
            chosen.append(pick)
            used |= forms[pick]
    rng.shuffle(chosen)
    found = Question.objects.with_answers().in_bulk(chosen)
    return [found[pk] for pk in chosen]


def _facts_of(questions: models.QuerySet[Question]) -> dict[int, set[int]]:
    """Return the facts of each question, all of them, by primary keys."""
    tests = Question.facts.through.objects.filter(question__in=questions.order_by())
    facts: dict[int, set[int]] = {}
    for question, fact in tests.order_by("question", "fact").values_list("question", "fact"):
        facts.setdefault(question, set()).add(fact)
    return facts
