from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType
from tests.engine.telling import answers_of, asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The Baltic League decided to sell the northern network in 1931.",
            "What did the Baltic League decide to do?",
            "sell the northern network in 1931",
        ),
        (
            "Warm water in the Baltic lake enables small fish to grow at an explosive rate.",
            "What does warm water in the Baltic lake enable small fish to do?",
            "grow at an explosive rate",
        ),
    ],
)
def test_asks_what_was_to_be_done(text: str, stem: str, answer: str) -> None:
    assert asked(text, "action")[stem] == answer


def test_answer_is_an_action() -> None:
    answers = answers_of("In 1931, the Baltic League refused to close the northern harbour of Esbjerg.", "action")

    assert AnswerType.ACTION in {answer.type for answer in answers}


def test_denied_intention_is_not_asked() -> None:
    facts = facts_of("Denmark did not want to sell three ships to Chile.", "action")

    assert not any(answer.stem for fact in facts for answer in fact.answers)
