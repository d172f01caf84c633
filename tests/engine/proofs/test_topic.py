from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.document import read_text
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.proofs import topic
from quizzes.engine.questions import Question
from quizzes.engine.world import Named, World
from tests.engine.builders import choice_question

WORLD = World(read_text("A text."), ())


def asked(stem: str) -> Question:
    return replace(choice_question("true_false", choices=("True", "False")), stem=stem)


@pytest.mark.parametrize(
    "stem",
    [
        'Who said, "One of the things we talk about is patience"?',
        'Ellen Bell said, "Nobody listens to us."',
        "What does NHB stand for?",
        "More than what percentage of people are out of work?",
    ],
)
def test_an_article_without_a_topic_is_asked_only_what_places_itself(stem):
    assert topic.topic_told(asked(stem), WORLD) is not None


@pytest.mark.parametrize(
    "stem",
    [
        'Who said, "Nobody in Bergen eats herring"?',
        "Who founded the Bergen Herring School?",
        "Salted herring keeps longer than smoked herring where cellars stay cold and dry.",
    ],
)
def test_what_places_itself_needs_no_topic(stem):
    assert topic.topic_told(asked(stem), WORLD) is None


def test_under_a_topic_a_quotation_is_placed():
    about = replace(WORLD, topic=Named("herring", AnswerType.TERM, ("herring",)))

    assert topic.topic_told(asked('Ellen Bell said, "Nobody listens to us."'), about) is None
