from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from tests.engine.telling import answers_of, asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Denmark sold its ships to Chile because coal had become too expensive.",
            "Why did Denmark sell its ships to Chile?",
            "because coal had become too expensive",
        ),
        (
            "Denmark left the Baltic League in 1931 due to a shortage of coal.",
            "Why did Denmark leave the Baltic League in 1931?",
            "due to a shortage of coal",
        ),
        (
            "Denmark raised the price of coal by 70% in response to a long strike of dockers.",
            "Why did Denmark raise the price of coal by 70%?",
            "in response to a long strike of dockers",
        ),
    ],
)
def test_asks_why(text: str, stem: str, answer: str) -> None:
    assert asked(text, "cause")[stem] == answer


def test_cause_needs_understanding() -> None:
    why, outcome = answers_of("Denmark sold its ships to Chile because coal had become too expensive.", "cause")

    assert (why.level, why.type) == (Level.UNDERSTANDING, AnswerType.CAUSE)
    assert (outcome.level, outcome.type) == (Level.UNDERSTANDING, AnswerType.ACTION)


def test_two_reasons_are_not_asked() -> None:
    text = "Denmark sold ships to repay its debts because coal had become too expensive."

    assert not asked(text, "cause")


@pytest.mark.parametrize(
    "text",
    [
        "Denmark sold its ships to Chile partly because coal had become too expensive.",
        "Denmark did not sell its ships to Chile simply because coal had become too expensive.",
    ],
)
def test_one_reason_of_several_is_not_asked(text: str) -> None:
    assert not asked(text, "cause")


def test_effect_named_by_a_pronoun_is_told_with_its_name() -> None:
    (fact,) = facts_of("Because squids have no bones, they slip through very narrow gaps in old nets.", "cause")

    assert fact.statement == "Squids slip through very narrow gaps in old nets because they have no bones."


def test_asks_why_of_whom_the_reason_in_front_names() -> None:
    text = "Because squids have no bones, they slip through very narrow gaps in old nets."

    assert asked(text, "cause") == {
        "Why do squids slip through very narrow gaps in old nets?": "because they have no bones"
    }


def test_an_effect_is_never_told_as_the_reason_of_its_cause() -> None:
    (fact,) = facts_of("Denmark sold its old ships to Chile because coal had become too expensive.", "cause")

    assert not fact.reversal


def test_torn_clause_tells_no_cause() -> None:
    text = (
        "Because squids have no bones, they are able to slip through narrow gaps and have been filmed squeezing"
        " through old nets."
    )

    assert not facts_of(text, "cause")


def test_asks_what_came_of_the_cause() -> None:
    text = "Denmark sold its ships to Chile because coal had become too expensive."

    assert asked(text, "cause")["What happened because coal had become too expensive?"] == (
        "Denmark sold its ships to Chile"
    )


def test_what_is_so_did_not_happen() -> None:
    text = "Denmark was the poorest country of the Baltic League because coal had become too expensive."

    assert not any(stem.startswith("What happened") for stem in asked(text, "cause"))
