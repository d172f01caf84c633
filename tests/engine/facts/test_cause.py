from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from tests.engine.telling import answers_of, asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Denmark sold its ships to Chile because coal had become too expensive.",
            "Why did Denmark sell its ships to Chile?",
            "because coal had become too expensive",
        ),
        (
            "Denmark sold ten ships to Chile in order to repay its debts.",
            "For what purpose did Denmark sell ten ships to Chile?",
            "in order to repay its debts",
        ),
        (
            "The Danish government lowered taxes on ships by closing three naval bases in Greenland.",
            "How did the Danish government lower taxes on ships?",
            "by closing three naval bases in Greenland",
        ),
        (
            "Denmark left the Baltic League in 1931 due to a shortage of coal.",
            "Why did Denmark leave the Baltic League in 1931?",
            "due to a shortage of coal",
        ),
    ],
)
def test_asks_why(text: str, stem: str, answer: str) -> None:
    assert asked(text, "cause")[stem] == answer


def test_cause_needs_understanding() -> None:
    (answer,) = answers_of("Denmark sold its ships to Chile because coal had become too expensive.", "cause")

    assert (answer.level, answer.type) == (Level.UNDERSTANDING, AnswerType.CAUSE)


def test_degree_is_no_purpose() -> None:
    assert not asked("Denmark was too small to build its own ships in 1931.", "cause")


def test_two_reasons_are_not_asked() -> None:
    text = "Denmark sold ships to repay its debts because coal had become too expensive."

    assert not asked(text, "cause")
