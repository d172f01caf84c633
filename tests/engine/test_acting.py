from __future__ import annotations

import pytest

from quizzes.engine import acting
from tests.engine.parsing import entities, parsed

TEXT = (
    "Ida Moe led the strike of 1931 in Bergen. Her courage was compared with that of Karl Lind. The hall was opened by"
    ' Nils Berg. "The strike was a mistake," said Anna Vik. A prize is called after Clara Dahl, who founded the union.'
)


@pytest.mark.parametrize("name", ["Ida Moe", "Nils Berg", "Anna Vik", "Clara Dahl"])
def test_who_does_something_acts(name: str) -> None:
    doing, _ = acting.persons(parsed(TEXT), entities(TEXT))

    assert name in doing


def test_who_is_only_compared_with_does_nothing() -> None:
    doing, _ = acting.persons(parsed(TEXT), entities(TEXT))

    assert "Karl Lind" not in doing


def test_only_who_says_something_speaks() -> None:
    _, saying = acting.persons(parsed(TEXT), entities(TEXT))

    assert saying == {"Anna Vik"}
