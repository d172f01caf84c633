"""The reason of one thing is told of another."""

from __future__ import annotations

from quizzes.engine.contradictions import contradictions
from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.other_reasons import other_reasons
from tests.engine.builders import answer, fact, world


def _why(identifier, said, reason, stem):
    return fact(
        identifier, said, answer(said, reason, AnswerType.PURPOSE, stem, level=Level.UNDERSTANDING), kind="purpose"
    )


WALL = _why(
    "f1", "Voss built a wall to keep wolves away.", "to keep wolves away", "For what purpose did Voss build a wall?"
)
ROAD = _why(
    "f2", "Molde paved a road to sell more fish.", "to sell more fish", "For what purpose did Molde pave a road?"
)
BECAUSE = _why("f3", "Lom burned because straw was dry.", "because straw was dry", "Why did Lom burn?")


def test_the_aim_of_another_deed_is_offered():
    known = world(WALL, ROAD, BECAUSE)

    found = [other.text for other, _ in other_reasons(WALL, WALL.answers[0], known)]

    assert found == ["to sell more fish"]


def test_a_reason_that_speaks_of_the_same_thing_is_not():
    same = _why("f4", "Alta dug a pit to trap wolves.", "to trap wolves", "For what purpose did Alta dig a pit?")

    assert list(other_reasons(WALL, WALL.answers[0], world(WALL, same))) == []


def test_a_deed_told_for_the_aim_of_another_is_a_false_statement_that_asks_for_understanding(rng):
    known = world(WALL, ROAD)

    (false,) = contradictions(known.by_id["f1"], known, rng)

    assert false.text == "Voss built a wall to sell more fish."
    assert false.joined
    assert false.note == "The article says this of something else: Molde paved a road to sell more fish."
