"""Another speaker of the article is named for what somebody said."""

import random

import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.other_speakers import is_speech, other_speaker
from tests.engine.builders import answer, fact, world


def said(identifier, name, words):
    told = f'{name} said, "{words}."'
    return fact(identifier, told, answer(told, name, AnswerType.PERSON, f'Who said, "{words}"?'), kind="quotation")


LIND = said("f1", "Otto Lind", "The roof of the mill is made of slate")
BERG = said("f2", "Anna Berg", "Nets are mended in winter alone")


def test_the_other_one_whom_the_article_quotes_is_named():
    known = world(LIND, BERG)

    assert other_speaker(LIND, LIND.answers[0], known, random.Random(1)) == "Anna Berg"


def test_what_somebody_said_in_other_words_is_speech_as_well():
    told = "Otto Lind said the price of salt would be too high."
    reported = fact("f1", told, answer(told, "Otto Lind", AnswerType.PERSON), kind="action", relation="say")

    assert is_speech(reported, reported.answers[0])


@pytest.mark.parametrize(
    "words", ["He has never seen a mill", "My wife and I are glad to see our first grandchild", "My son keeps the mill"]
)
def test_words_that_tell_whose_they_are_are_nobody_elses(words):
    spoken = said("f1", "Otto Lind", words)

    assert not is_speech(spoken, spoken.answers[0])


def test_whoever_the_words_speak_of_did_not_say_them():
    of_berg = said("f1", "Otto Lind", "Berg was the best skipper of the fjord")

    assert other_speaker(of_berg, of_berg.answers[0], world(of_berg, BERG), random.Random(1)) == ""
