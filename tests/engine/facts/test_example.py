from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from tests.engine.telling import answers_of, facts_of


def test_each_example_of_a_class_is_asked_for() -> None:
    answers = answers_of("Danish farmers grow hardy northern winter grains, such as rye and barley.", "example")

    stem = "Which of these does the article give as an example of hardy northern winter grains?"
    assert [(answer.text, answer.stem) for answer in answers] == [("rye", stem), ("barley", stem)]
    assert {(answer.type, answer.level) for answer in answers} == {(AnswerType.EXAMPLE, Level.UNDERSTANDING)}


@pytest.mark.parametrize(
    "text",
    [
        "Danish farmers grow grains such as rye and barley.",
        "Danish farmers grow winter grains such as rye and barley.",  # anybody knows that
        "Danish farmers named several other hardy factors such as rye and barley.",
        "Danish farmers grow hardy winter grains such as those of Sweden.",
    ],
)
def test_bare_class_and_pointing_example_are_not_asked(text: str) -> None:
    assert not facts_of(text, "example")
