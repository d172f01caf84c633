"""Answers with hints from before each hint named its cost: the same marks after the change, and back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from quizzes.engine import questions as engine
from tests.factories import AttemptFactory, QuestionFactory, QuizFactory, ResponseFactory

pytestmark = pytest.mark.django_db
migration = import_module("quizzes.migrations.0010_hints_practice")


def stored(given, credit, hints, cost):
    """A response as it was stored, its credit less what hints cost."""
    question = QuestionFactory()
    return ResponseFactory(
        attempt=AttemptFactory(quiz=QuizFactory(hint_cost=cost)),
        question=question,
        shown=engine.to_json(question.as_engine()),
        given=given,
        credit=credit,
        answered=timezone.now(),
        hints=hints,
    )


@pytest.mark.parametrize(
    ("given", "credit", "hints", "cost", "before"),
    [
        ([0], 0.75, [{"paragraph": True}], 25, 1),
        ([0], 0.2, [{"remove": 1}, {"remove": 2}], 40, 1),
        ([0], 0, [{"paragraph": True}], 100, 1),
        ([1], 0, [{"paragraph": True}], 100, 0),
        ([0], 1, [], 25, 1),
    ],
)
def test_credit_gets_back_what_hints_cost(given, credit, hints, cost, before):
    response = stored(given, credit, hints, cost)

    migration.name_costs(apps, None)

    response.refresh_from_db()
    assert response.credit == pytest.approx(before)
    assert response.earned == pytest.approx(credit)
    assert response.hints == [hint | {"cost": cost} for hint in hints]


def test_score_of_who_was_sure_and_took_hints_follows():
    response = stored([0], 0.25, [{"paragraph": True}], 75)
    attempt = response.attempt
    type(response).objects.update(certainty=3)
    type(attempt).objects.update(finished=timezone.now(), score=0)

    migration.name_costs(apps, None)

    attempt.refresh_from_db()
    assert attempt.score == pytest.approx(0.25)


def test_the_way_back_takes_it_off_again():
    response = stored([0], 0.75, [{"paragraph": True}], 25)
    migration.name_costs(apps, None)

    migration.take_costs(apps, None)

    response.refresh_from_db()
    assert (response.credit, response.hints) == (0.75, [{"paragraph": True}])
