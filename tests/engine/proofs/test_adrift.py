from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.document import read_text
from quizzes.engine.proofs import adrift
from quizzes.engine.world import World
from tests.engine.builders import choice_question

WORLD = World(read_text("A text."), ())


def holds(stem: str) -> bool:
    question = replace(choice_question("true_false", choices=("True", "False")), stem=stem)
    return adrift.nothing_adrift(question, WORLD) is None


@pytest.mark.parametrize(
    "stem",
    [
        "Who saw the practice in Bergen?",
        "The sons, Ole and Per Dahl, founded a shipyard in Voss.",
        "The Draug is the deepest known on the coast of Norway.",
        "New lamps were built to replace the old.",
        "The 43-year-old baker had lived in Voss for ten years.",
        "The ferry Hulda reached Bergen at 4:17 p.m.",
        "The plan was made at a time when many Norwegians left Voss.",
        "Kari Dahl went on to show that herring follow the light.",
    ],
)
def test_what_only_the_article_tells_is_adrift(stem):
    assert not holds(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Who saw the practice of salting herring in Bergen?",
        "A method was found in Voss, and the method spread.",
        "The Draug is the deepest known fjord of Norway.",
        "The 43-year-old baker Kari Dahl lived in Voss.",
        "The ferry Hulda reached Bergen at 4:17 p.m. on 3 May 1921.",
        'Kari Dahl said, "The practice must end."',
    ],
)
def test_what_the_question_itself_tells_is_not(stem):
    assert holds(stem)
