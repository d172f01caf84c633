from __future__ import annotations

from decimal import Decimal

import pytest

from tests.engine.telling import answers_of, asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "About 2,500 soldiers entered the city of Almaty in January 2022.",
            "About how many soldiers entered the city of Almaty in January 2022?",
            "2,500",
        ),
        (
            "At least 30 ships sank near Cape Horn in 1905.",
            "At least how many ships sank near Cape Horn in 1905?",
            "30",
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
        (
            "There are about nine main islands in the Danish lake.",
            "About how many main islands are there in the Danish lake?",
            "nine",
        ),
        (
            "The three sources of Danish law are statutes, customs and contracts.",
            "How many sources of Danish law are there?",
            "three",
        ),
        (
            "Lake Baltic consists of three bodies of water.",
            "How many bodies of water does Lake Baltic consist of?",
            "three",
        ),
        (
            "The Danish film was screened in more than twelve countries in 1931.",
            "In more than how many countries was the Danish film screened in 1931?",
            "twelve",
        ),
        (
            "More than 54% of Danish people under 25 are out of work.",
            "More than what percentage of Danish people under 25 are out of work?",
            "54%",
        ),
        (
            "In 1931, Denmark paid £4.2bn for a package of ships.",
            "In 1931, how much did Denmark pay for a package of ships?",
            "£4.2bn",
        ),
        (
            "Denmark sold ten ships to Chile for about $8 million in 1931.",
            "For about how much did Denmark sell ten ships to Chile in 1931?",
            "$8 million",
        ),
        (
            "Lars Holm lived in Riga for eight years.",
            "For how long did Lars Holm live in Riga?",
            "eight years",
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


def test_what_the_writer_thinks_of_an_amount_is_no_part_of_the_answer() -> None:
    told = asked("In 1931, only 46% of Danish coal was sold to Chile.", "amount")

    assert [text for stem, text in told.items() if "percentage" in stem] == ["46%"]
