"""What a quiz asks on paper."""

from __future__ import annotations

import random

from django.db import transaction

from ..paper import Printed, laid_out
from .question import Question
from .quiz import Quiz


def printed(quiz: Quiz, version: str) -> list[Printed]:
    """Return what a version of the quiz prints, the same each time, with what proves it."""
    with transaction.atomic():
        quiz.fill()
    rng = random.Random(quiz.seed)
    chosen = _as_they_stand(quiz)
    if quiz.shuffle_questions:
        rng.shuffle(chosen)
    found = Question.objects.with_answers().prefetch_related("facts__evidence", "article").in_bulk(chosen)
    questions = [found[pk] for pk in chosen]
    sheet = [Printed(question.as_engine(), _proofs(question), question.article.title) for question in questions]
    return laid_out(sheet, quiz.seed, version)


def _as_they_stand(quiz: Quiz) -> list[int]:
    """Return the question in each slot; another form of its facts only where it can no longer be asked."""
    pool = quiz.pool()
    own = set(quiz.slots.values_list("question", flat=True))
    others = frozenset(one.pk for one in pool) - own
    return [one.pk for one in quiz.forms(pool, random.Random(quiz.seed), others)]


def _proofs(question: Question) -> tuple[str, ...]:
    """Return the sentences that prove the facts of a question, each once."""
    return tuple(dict.fromkeys(proof.quote for fact in question.facts.all() for proof in fact.evidence.all()))
