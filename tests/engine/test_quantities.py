from __future__ import annotations

from decimal import Decimal

import pytest

from quizzes.engine import clauses
from quizzes.engine.quantities import Quantity, quantities
from tests.engine.parsing import parsed


def found(text: str) -> list[Quantity]:
    (clause, *_) = clauses.find(parsed(text).sentences[0])[0]
    return list(quantities(clause))


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("Denmark sold 2,500 ships.", "2,500", Decimal(2500)),
        ("Denmark sold about 2,500 ships.", "about 2,500", Decimal(2500)),
        ("Denmark sold at least thirty ships.", "at least thirty", Decimal(30)),
        ("Denmark sold twenty-one ships.", "twenty - one", Decimal(21)),
        ("Denmark planted more than 51 million trees.", "more than 51 million", Decimal(51_000_000)),
        ("Denmark paid 1.5 billion dollars.", "1.5 billion", Decimal(1_500_000_000)),
    ],
)
def test_reads_number_hedge_and_value(text: str, number: str, value: Decimal) -> None:
    (quantity,) = found(text)

    assert " ".join(token.text for token in quantity.tokens) == number
    assert quantity.value == value


def test_counted_noun_leaves_out_the_number() -> None:
    (quantity,) = found("Denmark sold about 2,500 ships of the old fleet.")

    assert [token.text for token in quantity.counted] == ["ships", "of", "the", "old", "fleet"]


@pytest.mark.parametrize(
    "text", ["Denmark sold ships in 1931.", "Denmark sold one ship.", "Denmark watched Super Bowl 50."]
)
def test_year_one_and_numbered_name_are_no_amounts(text: str) -> None:
    assert not found(text)


def test_list_is_not_counted_by_its_first_number() -> None:
    (quantity,) = found("Denmark sent 83 doctors and guards to Syria.")

    assert quantity.counted == ()
