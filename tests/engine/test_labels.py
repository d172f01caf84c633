from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine import labels
from quizzes.engine.document import read_text
from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.questions.base import Accepted, Question
from quizzes.engine.world import Named, World
from tests.engine.parsing import entities, parsed

TOPIC = Named("the Baltic Cup", AnswerType.EVENT, ("Baltic Cup",))
WORLD = World(read_text("A text."), (), topic=TOPIC)
QUESTION = Question(
    "q", "short_answer", Level.RECALL, "Who won the first race?", ("f",), accept=(Accepted("Ellen Bell"),)
)


def test_a_question_that_does_not_name_the_topic_gets_it_as_a_label():
    assert labels.labelled(QUESTION, WORLD).stem == "Baltic Cup: Who won the first race?"


def test_a_sentence_to_complete_names_the_topic_in_its_instruction():
    cloze = replace(QUESTION, kind="cloze", stem="Complete the sentence with a year: Ellen Bell won in ____.")

    assert labels.labelled(cloze, WORLD).stem == (
        "Complete the sentence about the Baltic Cup with a year: Ellen Bell won in ____."
    )


@pytest.mark.parametrize(
    "question",
    [
        replace(QUESTION, stem="Who won the first Baltic Cup?"),
        replace(QUESTION, accept=(Accepted("the Baltic Cup"),)),
        replace(QUESTION, kind="single_choice", accept=(), choices=("the Baltic Cup", "the Nordic Cup"), key=(1,)),
    ],
)
def test_no_label_where_the_topic_is_named_or_an_answer(question):
    assert labels.labelled(question, WORLD) == question


def test_no_label_without_a_topic():
    assert labels.labelled(QUESTION, replace(WORLD, topic=None)) == QUESTION


@pytest.mark.parametrize(
    ("stem", "plain"),
    [
        ("Baltic Cup: Who won the first race?", "Who won the first race?"),
        ("Riga has three parts: the harbour, the old town and the market.", None),
    ],
)
def test_the_label_can_be_taken_off_again(stem, plain):
    assert labels.unlabelled(replace(QUESTION, stem=stem)).stem == (plain or stem)


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("The Rise of the Baltic Cup", "The Baltic Cup is a race. It began in 1931.", "the Baltic Cup"),
        ("How Danes Vote", "Danes vote by letter. Danes like it. Danes vote on Sundays.", "Denmark"),
        ("A long day", "Ellen Bell came to Riga. Lars Holm met Ellen Bell.", None),
    ],
)
def test_the_topic_is_what_the_title_names(title, text, topic):
    read = parsed(text, title)

    found = labels.topic_of(read.document, entities(text, title))

    assert (found.text if found else None) == topic
