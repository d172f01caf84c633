"""Who is named as an example or a partner is not asked for as if there were no other."""

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs import several
from quizzes.engine.questions import Accepted, Question
from tests.engine.builders import answer, fact, world


def asked(said, stem, key="Voss", kind=AnswerType.PLACE):
    told = fact("f", said, answer(said, key, kind, stem), kind="action")
    question = Question("q", "short_answer", Level.RECALL, stem, ("f",), accept=(Accepted(key),))
    return several.key_is_the_only_one(question, world(told))


@pytest.mark.parametrize(
    ("said", "stem"),
    [
        ("The fever struck towns such as Bergen and Voss.", "Which town did the fever strike?"),
        ("The fever struck many towns, including Voss.", "Which town did the fever strike?"),
        ("For example, Voss lost half of its people.", "Which town lost half of its people?"),
        ("Voss, for instance, lost half of its people.", "Which town lost half of its people?"),
        ("Voss (Vangen) (1905), for instance, lost half of its people.", "Which town lost half of its people?"),
        ("Voss was joint owner of the railway.", "Which town was joint owner of the railway?"),
        ("Voss is one of the oldest ports.", "Which town is one of the oldest ports?"),
    ],
)
def test_one_of_several_is_not_asked_for(said, stem):
    assert asked(said, stem)


@pytest.mark.parametrize(
    ("said", "stem"),
    [
        ("Voss lost half of its people, for example to the fever.", "Which town lost half of its people?"),
        ("In 1905, Voss sold its railway.", "Which town sold its railway in 1905?"),
        ("Unlike towns such as Bergen, which lies on the sea, Voss grew late.", "Which town grew late?"),
    ],
)
def test_the_only_one_is_asked_for(said, stem):
    assert asked(said, stem) is None


def test_a_figure_is_asked_for_beside_examples():
    said = "Towns such as Bergen, founded in 1070, grew."
    assert asked(said, "In which year was Bergen founded?", "1070", AnswerType.DATE) is None


def of_one(said, stem, key, kind=AnswerType.PLACE, form="short_answer"):
    told = fact("f", said, answer(said, key, kind, stem), kind="action")
    question = Question("q", form, Level.RECALL, stem, ("f",), accept=(Accepted(key),))
    return several.told_of_one(question, world(told))


@pytest.mark.parametrize(
    ("said", "stem", "key", "form"),
    [
        ("Voss has black crows or jackdaws.", "Which place has black crows or jackdaws?", "Voss", "short_answer"),
        ("Ida Moe advises firms on sleep.", "Who advises firms on sleep?", "Ida Moe", "short_answer"),
        (
            "Voss was a Norwegian trading post.",
            "Complete the sentence: ____ was a Norwegian trading post.",
            "Voss",
            "cloze",
        ),
    ],
)
def test_what_many_do_or_are_singles_nobody_out(said, stem, key, form):
    assert of_one(said, stem, key, form=form)


@pytest.mark.parametrize(
    ("said", "stem", "key"),
    [
        ("Voss has 40 mills.", "Which place has 40 mills?", "Voss"),
        ("Voss is the oldest port.", "Which place is the oldest port?", "Voss"),
        ("Ida Moe says firms lose money.", "Who says firms lose money?", "Ida Moe"),
        ("Ida Moe sold the mill.", "Who sold the mill?", "Ida Moe"),
    ],
)
def test_what_one_did_or_is_alone_singles_out(said, stem, key):
    assert of_one(said, stem, key) is None


@pytest.mark.parametrize(
    "stem",
    [
        "Who was the director of the port of Voss?",
        "Which place remained hugely important throughout the war of the Norse kings?",
        "What can change the whole life of a northern village and all its trades?",
        "Who belongs to the Party of Voss?",
    ],
)
def test_what_others_held_or_may_do_too_is_not_asked(stem):
    said = "Ida Moe did so."
    told = fact("f", said, answer(said, "Ida Moe", AnswerType.PERSON, stem), kind="action")
    question = Question("q", "short_answer", Level.RECALL, stem, ("f",), accept=(Accepted("Ida Moe"),))

    assert several.told_of_one(question, world(told)) or several.key_is_the_only_one(question, world(told))


@pytest.mark.parametrize(
    "stem",
    [
        "Who was the first director of the port of Voss?",
        "Who was mayor of Voss in 1905?",
        "Who was the fifth president of the port of Voss?",
        "Who was asked to dinner by the president of a port?",
        "Who blames the dull work of the port on its mayor?",
    ],
)
def test_who_held_an_office_first_or_in_a_year_is_asked(stem):
    assert of_one("Ida Moe did so.", stem, "Ida Moe", AnswerType.PERSON) is None
