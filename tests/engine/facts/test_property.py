from __future__ import annotations

import pytest

from tests.engine.telling import asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The Danish council is responsible for public schools in Riga.",
            "What is the Danish council responsible for?",
            "public schools in Riga",
        ),
        (
            "The Baltic adder is native to the northern coast of Latvia.",
            "What is the Baltic adder native to?",
            "the northern coast of Latvia",
        ),
    ],
)
def test_asks_what_a_quality_refers_to(text: str, stem: str, answer: str) -> None:
    assert asked(text, "definition")[stem] == answer


def test_plain_quality_is_only_judged() -> None:
    (fact,) = facts_of("Danish honey is safe for adults with strong allergies in Riga.", "definition")

    assert not any(answer.stem for answer in fact.answers)
    assert fact.denial == "Danish honey is not safe for adults with strong allergies in Riga."


def test_degree_of_something_unsaid_is_no_fact() -> None:
    assert not facts_of("Danish trade rule in the Baltic ports is less direct.", "definition")
