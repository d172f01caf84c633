"""What a quiz asks on paper."""

from __future__ import annotations

import random

from django.db.models import prefetch_related_objects

from ..paper import Printed
from .question import Question
from .quiz import Quiz


def printed(quiz: Quiz) -> list[Printed]:
    """Return the questions that the quiz prints, the same ones each time, with what proves them."""
    questions = quiz.draw(quiz.length, random.Random(quiz.pk))
    prefetch_related_objects(questions, "facts__evidence", "article")
    return [Printed(question.as_engine(), _proofs(question), question.article.title) for question in questions]


def _proofs(question: Question) -> tuple[str, ...]:
    """Return the sentences that prove the facts of a question, each once."""
    return tuple(dict.fromkeys(proof.quote for fact in question.facts.all() for proof in fact.evidence.all()))
