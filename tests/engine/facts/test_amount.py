from __future__ import annotations

from decimal import Decimal

import pytest

from tests.engine.telling import answers_of, asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "About 2,500 soldiers entered the city of Almaty in January 2022.",
            "How many soldiers entered the city of Almaty in January 2022?",
            "about 2,500",
        ),
        (
            "At least 30 ships sank near Cape Horn in 1905.",
            "How many ships sank near Cape Horn in 1905?",
            "at least 30",
        ),
        ("Mount Everest is 8,849 metres high.", "How high is Mount Everest?", "8,849 metres"),
        (
            "In 2010, Ghana exported 40 percent of its cocoa to Sweden.",
            "In 2010, what percentage of its cocoa did Ghana export to Sweden?",
            "40",
        ),
        (
            "In 2003, Denmark sold twelve ships to Chile.",
            "In 2003, how many ships did Denmark sell to Chile?",
            "twelve",
        ),
    ],
)
def test_asks_how_many(text: str, stem: str, answer: str) -> None:
    assert asked(text, "amount")[stem] == answer


def test_amount_knows_its_value_and_unit() -> None:
    (answer,) = answers_of("About 2,500 soldiers entered the city of Almaty in January 2022.", "amount")

    assert (answer.value, answer.unit) == (Decimal(2500), "soldier")


def test_year_is_no_amount() -> None:
    assert not answers_of("The 1905 revolution shook Russia in January 1905.", "amount")
