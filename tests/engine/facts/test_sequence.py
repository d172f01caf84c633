from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Level
from tests.engine.telling import facts_of


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Denmark left the Baltic League after the collapse of the Hansa Bank.",
            "Denmark left the Baltic League after the collapse of the Hansa Bank.",
        ),
        (
            "In May 1931, Denmark left the Baltic League before the opening of the Kiel Canal.",
            "Denmark left the Baltic League before the opening of the Kiel Canal.",
        ),
    ],
)
def test_order_is_told_without_its_date(text: str, statement: str) -> None:
    (fact,) = facts_of(text, "sequence")

    assert (fact.statement, fact.reversal, fact.level) == (statement, "", Level.UNDERSTANDING)


def test_pronoun_that_the_opening_need_not_name_is_no_subject() -> None:
    assert not facts_of("After the sale of ten ships by the Danish ministers, they left the Baltic League.", "sequence")


def test_namesake_is_no_order() -> None:
    assert not facts_of("The Baltic League was named after the Baltic Sea in the north.", "sequence")
