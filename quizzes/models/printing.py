"""What a quiz asks on paper."""

from __future__ import annotations

import random

from django.db import transaction
from django.db.models import prefetch_related_objects

from ..paper import Printed, laid_out
from .question import Question
from .quiz import Quiz


@transaction.atomic
def printed(quiz: Quiz, version: str) -> list[Printed]:
    """Return what a version of the quiz prints, the same each time, with what proves it.

    Each slot is asked as it stands in the quiz, in another form only where its question can no longer be asked.
    """
    quiz.fill()
    others = quiz.questions().exclude(slots__quiz=quiz).values_list("pk", flat=True)
    questions = quiz.paper(quiz.length, random.Random(quiz.seed), seen=frozenset(others))
    prefetch_related_objects(questions, "facts__evidence", "article")
    found = [Printed(question.as_engine(), _proofs(question), question.article.title) for question in questions]
    return laid_out(found, quiz.seed, version)


def _proofs(question: Question) -> tuple[str, ...]:
    """Return the sentences that prove the facts of a question, each once."""
    return tuple(dict.fromkeys(proof.quote for fact in question.facts.all() for proof in fact.evidence.all()))
