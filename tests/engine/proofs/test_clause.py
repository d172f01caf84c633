"""A finished question is read again: sound ones pass, broken ones fail with a reason."""

from dataclasses import replace

import pytest

from quizzes.engine import language
from quizzes.engine.facts.base import Level
from quizzes.engine.proofs import clause
from quizzes.engine.questions import Accepted, Question

ASKED = Question("q", "short_answer", Level.RECALL, "", ("f",), accept=(Accepted("Oslo"),))


def fault(stem, kind="short_answer"):
    text = clause.read_again(replace(ASKED, stem=stem, kind=kind))[0]
    return clause.fault(text, language.parse_texts([text])[0])


@pytest.mark.parametrize(
    "stem",
    [
        "Which city hosted the winter games in 1952?",
        "In which year did the ferry company buy its second ship?",
        "What is the largest lake in Norway known as?",
        "Why were the wooden churches moved to the museum?",
        "How many bridges does the coastal road cross?",
        "In 1909, who opened the railway between the two ports?",
        "Where are the company's headquarters?",
        "Which people served the old king?",
        "Of which league was the town a member?",
    ],
)
def test_a_sound_question_is_one_clean_clause(stem):
    assert fault(stem) is None


@pytest.mark.parametrize(
    "stem",
    [
        "In which year the ferry company bought its second ship?",
        "Why the ferry company sold its second ship?",
        "What are one kind of wooden boat called?",
        "Who opened the railway in 1909, and the engineer?",
        "In which year did the king open the railway and the engineer was freed from prison?",
        "The long road over the mountains.",
    ],
)
def test_a_broken_question_is_not(stem):
    assert fault(stem)


@pytest.mark.parametrize(
    "stem",
    ["The ferry company bought its second ship in 1952.", "An average of 65 ships are repaired in the yard each year."],
)
def test_a_sound_statement_passes(stem):
    assert fault(stem, "true_false") is None


@pytest.mark.parametrize(
    "stem", ["The old ferry bound for the island with a load of timber.", "The boats in the harbour was repaired."]
)
def test_a_broken_statement_does_not(stem):
    assert fault(stem, "true_false")


def test_a_gap_is_read_with_its_key():
    question = replace(ASKED, kind="cloze", stem="Complete the sentence: The ____ opened in 1909.")

    assert clause.read_again(replace(question, accept=(Accepted("Bergen Line"), Accepted("the Bergen Line")))) == (
        "The Bergen Line opened in 1909.",
    )


def test_one_thing_is_not_several():
    assert fault("Amber Lake is the lakes in the Northern Parks.", "true_false")
    assert fault("Amber Lake is the largest of the lakes in the Northern Parks.", "true_false") is None


def test_happenings_to_be_put_in_order_are_read_as_sentences():
    question = replace(ASKED, kind="ordering", choices=("The harbour opened", "The yard burned down"))

    assert clause.read_again(question) == ("The harbour opened.", "The yard burned down.")


def test_options_that_are_happenings_are_read_beside_the_stem():
    stem = "Which of these events happened first?"
    question = replace(ASKED, kind="single_choice", facts=("f", "g"), stem=stem, choices=("The harbour opened",))

    assert clause.read_again(question) == ("The harbour opened.", stem)


@pytest.mark.parametrize(
    "told",
    [
        "The genus Rana are eaten by herons.",
        "How many ships requires special care in the yard?",
        "What is the oldest and Bergen?",
        "Apples, pears are grown in the valley of the old mill.",
        "Founded by a farmer in 1905, in which year was the ferry company sold?",
    ],
)
def test_what_does_not_agree_or_hangs_loose_is_at_fault(told):
    assert fault(told)


@pytest.mark.parametrize(
    "told",
    [
        "The genus Rana is eaten by herons.",
        "How many ships require special care in the yard?",
        "Apples, pears and plums are grown in the valley of the old mill.",
        "A blacksmith, a friend of the mayor, was seen at the mill.",
    ],
)
def test_what_agrees_and_is_whole_passes(told):
    assert fault(told, "true_false" if told.endswith(".") else "short_answer") is None
