from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Level
from tests.engine.telling import answers_of, facts_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The Danish navy sold ten ships to Chile because coal had become dear.", Level.UNDERSTANDING),
        ("The long drought of 1931 led to a shortage of grain in Denmark.", Level.UNDERSTANDING),
        ("The Danish navy sold ten ships to Chile in 1931.", Level.RECALL),
    ],
)
def test_judging_what_is_joined_asks_for_understanding(text: str, level: Level) -> None:
    assert {fact.level for fact in facts_of(text)} == {level}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Copenhagen is the largest city in Denmark.", Level.UNDERSTANDING),
        ("Copenhagen is the eastern gate of Denmark.", Level.RECALL),
        ("The Danish navy sold the harvest museum to Chile in 1931.", Level.RECALL),
    ],
)
def test_what_exceeds_all_others_is_compared(text: str, level: Level) -> None:
    assert level in {answer.level for answer in answers_of(text) if answer.stem}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Despite the long drought of 1931, the Danish navy sold ten ships to Chile.", Level.UNDERSTANDING),
        ("The harbour of Aarhus has longer piers than the harbour of Odense.", Level.UNDERSTANDING),
        ("The Danish navy sold more than ten ships to Chile.", Level.RECALL),
    ],
)
def test_judging_what_is_set_against_another_asks_for_understanding(text: str, level: Level) -> None:
    assert {fact.level for fact in facts_of(text) if fact.kind != "comparison"} <= {level}


@pytest.mark.parametrize(
    "text",
    [
        "Funen fever is an infection caused by a small worm.",
        "The long drought of 1931 caused the Danish navy to sell ten ships to Chile.",
    ],
)
def test_judging_what_something_causes_asks_for_understanding(text: str) -> None:
    assert Level.UNDERSTANDING in {fact.level for fact in facts_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Danish navy protects its ships by painting them with tar.",
        "A long wall was built around Aarhus to defend it from the Baltic League.",
    ],
)
def test_judging_how_or_what_for_asks_for_understanding(text: str) -> None:
    assert {fact.level for fact in facts_of(text)} == {Level.UNDERSTANDING}


def test_what_is_told_of_mills_that_cause_smoke_is_a_detail() -> None:
    facts = facts_of("The mills that cause smoke in Aarhus were sold to Chile in 1931.")

    assert {fact.level for fact in facts} == {Level.RECALL}
