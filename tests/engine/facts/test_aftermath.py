from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Level
from tests.engine.telling import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Denmark dug a canal through the hills of Funen, allowing large ships to reach Odense.",
        "Denmark closed all the mills of Odense in 1931, which led to a long strike of weavers.",
        "Denmark sold the old harbour of Odense, causing a long strike of dockers.",
        "Denmark closed all the mills of Odense in 1931, which had caused weavers to leave Funen.",
    ],
)
def test_what_followed_is_told_with_its_clause(text: str) -> None:
    (fact,) = facts_of(text, "consequence")

    assert fact.statement == text
    assert fact.level is Level.UNDERSTANDING


@pytest.mark.parametrize(
    "text",
    [
        "Denmark dug a canal through the hills of Funen, visiting many towns on the way.",
        "Denmark sold the old harbour of Odense, which made use of steam.",
    ],
)
def test_what_only_goes_along_is_no_outcome(text: str) -> None:
    assert not facts_of(text, "consequence")


def test_the_last_name_of_a_clause_does_not_bring_about_what_the_clause_does() -> None:
    statements = {fact.statement for fact in facts_of("Wages fell in Odense, which led to a long strike of weavers.")}

    assert "Odense led to a long strike of weavers." not in statements


def test_who_does_not_tell_of_the_body_that_a_person_is_of() -> None:
    text = "Professor Niels Holm of Aarhus University, who runs a small company in Odense, sold ten ships to Chile."

    assert not any(fact.statement.startswith("Aarhus University run") for fact in facts_of(text))


def test_what_followed_is_told_without_the_insert_before_it() -> None:
    (fact,) = facts_of(
        "Denmark left the Baltic League, a club of nine ports, allowing its weavers to sail to Chile.", "consequence"
    )

    assert fact.statement == "Denmark left the Baltic League, allowing its weavers to sail to Chile."
