from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine import labels
from quizzes.engine.document import read_text
from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.questions.base import Accepted, Question
from quizzes.engine.world import Named, World

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
        "Complete the sentence, from an article about the Baltic Cup, with a year: Ellen Bell won in ____."
    )


@pytest.mark.parametrize(
    "instruction",
    [
        "Complete the sentence: ",
        "Complete the sentence from an article about Riga: ",
        "Complete the sentence, from an article about Riga, with the name of a person: ",
        "Complete the sentence about Riga with the name of a person: ",
    ],
)
def test_the_article_named_in_an_instruction_can_be_taken_out_again(instruction):
    plain = labels.plain("cloze", f"{instruction}____ won.")

    assert plain in {"Complete the sentence: ____ won.", "Complete the sentence with the name of a person: ____ won."}


@pytest.mark.parametrize(
    "question",
    [
        replace(QUESTION, stem="Who won the first Baltic Cup?"),
        replace(QUESTION, stem="Who won the Baltic Cup's first race?"),
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


def test_a_label_that_would_tell_the_answer_is_left_out():
    question = replace(QUESTION, accept=(Accepted("the Baltic"),))

    assert labels.label_of(question, WORLD) == ""


EVENT = Named("the 1846 Riga flood", AnswerType.EVENT, ("Riga flood", "flood of 1846"))


@pytest.mark.parametrize(
    ("answer", "label"),
    [("Ellen Bell", "the 1846 Riga flood"), ("May 1846", "the Riga flood"), ("Riga", "the flood of 1846")],
)
def test_an_event_goes_by_the_name_that_does_not_tell_the_answer(answer, label):
    question = replace(QUESTION, accept=(Accepted(answer),))

    assert labels.label_of(question, replace(WORLD, topic=EVENT)) == label


def test_one_word_of_the_topics_name_does_not_name_it():
    regatta = replace(WORLD, topic=Named("the Riga Regatta", AnswerType.EVENT, ("Regatta",)))

    found = labels.labelled(replace(QUESTION, stem="Who won the first Regatta?"), regatta)

    assert found.stem == "Riga Regatta: Who won the first Regatta?"


def test_an_event_is_named_only_with_a_year():
    flood = replace(WORLD, topic=EVENT)

    assert labels.label_of(replace(QUESTION, stem="Who saw the Riga flood?"), flood) == EVENT.text
    assert labels.label_of(replace(QUESTION, stem="Who saw the Riga flood of May 1846?"), flood) == ""


PRICES = replace(QUESTION, stem="When did inflation reach ten per cent?", accept=(Accepted("1974"),))


def test_what_every_country_has_is_told_with_the_country():
    thing = replace(WORLD, topic=Named("the Long Strike", AnswerType.EVENT), country="the Netherlands")

    assert labels.labelled(PRICES, thing).stem == ("Long Strike (Netherlands): When did inflation reach ten per cent?")
    assert labels.labelled(PRICES, replace(thing, topic=None)).stem.startswith("Netherlands: ")


def test_no_country_where_the_question_names_one():
    question = replace(PRICES, stem="When did inflation in Norway reach ten per cent?")

    assert labels.country_meant(question, replace(WORLD, country="the Netherlands")) == ""


def test_a_label_with_a_country_can_be_taken_off_again():
    question = replace(PRICES, stem=f"Long Strike (Netherlands): {PRICES.stem}")

    assert labels.unlabelled(question) == PRICES


@pytest.mark.parametrize(
    ("stem", "label"), [("Who founded the NHB?", True), ("Who founded the Nordic Herring Board?", False)]
)
def test_letters_that_stand_for_the_topic_do_not_name_it(stem, label):
    board = Named("the Nordic Herring Board", AnswerType.ORGANISATION, ("NHB", "Nordic Herring Board"))

    assert bool(labels.label_of(replace(QUESTION, stem=stem), replace(WORLD, topic=board))) is label
