"""A statement that is shown tells what other questions ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.leaks import gives_away, proves
from quizzes.engine.questions import Question
from tests.engine.builders import typed_question

SEARCH = Question(
    "q9",
    "find_evidence",
    Level.RECALL,
    "Which sentence proves this? “Ida Moe bought 12 ferries from the Danish navy.”",
    ("f1",),
    ("Moe bought 12 ferries from the Danish navy.", "It rained."),
    (0,),
)


def judged(stem: str, key: int) -> Question:
    return Question("q8", "true_false", Level.RECALL, stem, ("f1",), ("True", "False"), (key,))


@pytest.mark.parametrize(
    "asked",
    [
        typed_question("Ida Moe", stem="Who bought ferries from the Danish navy?"),
        typed_question("Ida Moe", "Moe", kind="cloze", stem="Complete the sentence: ____ bought Danish ferries."),
        typed_question("the navy of the Danish", stem="From whom did Ida Moe buy ferries?"),
        judged("Ida Moe bought 12 ferries from the navy.", 0),
        judged("Ida Moe bought 16 ferries from the Danish navy.", 1),
        judged("Ida Moe sold ferries from the Danish navy.", 1),
    ],
)
def test_the_statement_of_a_proof_tells_what_another_question_asks(asked):
    assert proves(SEARCH, asked)


@pytest.mark.parametrize(
    "asked",
    [
        typed_question("1931", stem="In which year did Ida Moe buy ferries from the Danish navy?"),
        typed_question("Ida Moe", stem="Who founded a school for pilots in Ribe?"),
        judged("Ida Moe founded a school for pilots in Ribe.", 0),
    ],
)
def test_the_statement_of_a_proof_does_not_tell_what_it_leaves_out(asked):
    assert not proves(SEARCH, asked)


def test_the_statement_of_a_proof_tells_a_pair_to_be_matched():
    pairs = Question(
        "q7",
        "matching",
        Level.RECALL,
        "What did each of these people do?",
        ("f1", "f2"),
        ("Ida Moe", "Lars Holm"),
        (1, 0),
        ("built a mill", "bought Danish ferries"),
    )

    assert proves(SEARCH, pairs)
    assert not proves(replace(SEARCH, stem="Which sentence proves this? “Ida Moe built a hut.”"), pairs)


def test_a_true_statement_tells_a_key_whose_words_it_has_in_another_order():
    asked = typed_question("the fishing ban of Bergen", stem="What did the harbour board of Oslo welcome?")

    assert gives_away(judged("The harbour board of Oslo welcomed the ban on Bergen fishing.", 0), asked)
