from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from tests.engine.telling import answers_of, asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Denmark sold ten ships to Chile in order to repay its debts.",
            "For what purpose did Denmark sell ten ships to Chile?",
            "in order to repay its debts",
        ),
        (
            "The Danish navy built a harbour at Aarhus to protect merchant ships.",
            "For what purpose did the Danish navy build a harbour at Aarhus?",
            "to protect merchant ships",
        ),
        (
            "The Danish barometer was used to measure the pressure of the air.",
            "For what purpose was the Danish barometer used?",
            "to measure the pressure of the air",
        ),
        (
            "Niels Holm moved to Aarhus in 1931 to study the pressure of the air.",
            "For what purpose did Niels Holm move to Aarhus in 1931?",
            "to study the pressure of the air",
        ),
    ],
)
def test_asks_what_for(text: str, stem: str, answer: str) -> None:
    assert asked(text, "purpose")[stem] == answer


def test_purpose_needs_understanding() -> None:
    (answer,) = answers_of("Denmark sold ten ships to Chile in order to repay its debts.", "purpose")

    assert (answer.level, answer.type) == (Level.UNDERSTANDING, AnswerType.PURPOSE)


@pytest.mark.parametrize(
    "text",
    [
        "Denmark was too small to build its own ships in 1931.",
        "Denmark forced the Baltic League to sell ten ships.",
        "Denmark began to sell its old ships in 1931.",
    ],
)
def test_degree_order_and_beginning_are_no_purpose(text: str) -> None:
    assert not asked(text, "purpose")


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "In 1931, the Danish navy launched a campaign to capture the port of Aarhus.",
            "In 1931, for what purpose did the Danish navy launch a campaign?",
            "to capture the port of Aarhus",
        ),
        (
            "The Danish cattle tax was invented to ruin the farmers of Norway.",
            "For what purpose was the Danish cattle tax invented?",
            "to ruin the farmers of Norway",
        ),
    ],
)
def test_asks_what_an_undertaking_is_for(text: str, stem: str, answer: str) -> None:
    assert asked(text, "purpose")[stem] == answer


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Danish farmers gathered in Aarhus to celebrate the birthday of Niels Holm.",
            "For what purpose did Danish farmers gather in Aarhus?",
            "to celebrate the birthday of Niels Holm",
        ),
        (
            "Denmark used a steam pump to raise water from the canal of Aarhus.",
            "For what purpose did Denmark use a steam pump?",
            "to raise water from the canal of Aarhus",
        ),
        (
            "The Danish navy needs ten ships to protect the port of Aarhus.",
            "For what purpose does the Danish navy need ten ships?",
            "to protect the port of Aarhus",
        ),
    ],
)
def test_asks_what_a_meeting_or_a_tool_is_for(text: str, stem: str, answer: str) -> None:
    assert asked(text, "purpose")[stem] == answer


@pytest.mark.parametrize(
    "text",
    [
        "Niels Holm has the right to raise water from the canal of Aarhus.",
        "A small ship of the Danish navy takes a week to reach the port of Aarhus.",
    ],
)
def test_what_a_right_consists_in_and_how_long_it_takes_are_no_purpose(text: str) -> None:
    assert not asked(text, "purpose")
