"""A statement is worth judging when a reader who guesses could not know it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType, Level
from quizzes.engine.proofs.worth import (
    count_worth_keeping,
    false_not_absurd,
    not_common_knowledge,
    worth_judging,
    year_worth_asking,
)
from quizzes.engine.questions.base import Question
from quizzes.engine.world import Named
from tests.engine.builders import choice_question, fact, typed_question, world


def _judged(statement: str, *, key: int = 0, kind: str = "action", level: Level = Level.RECALL) -> str | None:
    known = replace(
        world(fact("f1", statement, kind=kind, subject="Lars Holm")), topic=Named("Riga", AnswerType.PLACE, ("Riga",))
    )
    question = Question(
        "q1", "true_false", level, statement, ("f1",), choices=("True", "False"), key=(key,), notes=("", "")
    )
    return worth_judging(question, known)


@pytest.mark.parametrize(
    "statement",
    [
        "Lars Holm read many books.",
        "The Riga Herald was unable to reach Lars Holm for comment.",
        "The private life of Lars Holm was difficult.",
        "Teachers may give lessons in reading, writing and music.",
        "Skating is popular with the young people who live along the river banks of Riga.",
    ],
)
def test_what_anybody_would_believe_is_not_asked(statement):
    assert _judged(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Lars Holm sold twelve ships.",
        "Lars Holm sold ships to Chile.",
        "Lars Holm was the first to cross the ice.",
        "Lars Holm sold ships because coal was dear.",
        "Lars Holm sold salt, iron and timber.",
    ],
)
def test_a_detail_makes_a_statement_worth_judging(statement):
    assert _judged(statement) is None


def test_a_demand_is_no_fact():
    assert _judged("Ministers must aim for fewer quarrels.", key=1)


def test_a_false_statement_needs_no_more_than_its_change():
    assert _judged("Lars Holm read no books in winter.", key=1) is None


def test_what_joins_two_things_is_worth_judging():
    assert _judged("Noise harms whales.", level=Level.UNDERSTANDING) is None


@pytest.mark.parametrize(
    ("stem", "known"),
    [
        ("What is the capital of Norway?", True),
        ("Ferries: What was the capital of Norway?", True),
        ("What is the capital of Norway's oldest fishing guild, by its own charter?", False),
        ("Complete the sentence: The kingdom's capital and largest city is ____.", True),
        ("What is the Kingdom of Norway's capital and largest city?", True),
        ("Which city lent its capital to Norway?", False),
    ],
)
def test_what_a_map_tells_is_not_asked(stem, known):
    question = replace(choice_question(), stem=stem)

    assert bool(not_common_knowledge(question, world(fact("f1", "Oslo is the capital of Norway.")))) is known


def test_what_is_true_of_anything_of_its_sort_is_not_asked():
    assert _judged("Bergen is home to a number of museums, halls and theatres.")
    assert _judged("Bergen is home to nine museums, halls and theatres.") is None


@pytest.mark.parametrize(
    ("stem", "kept"),
    [
        ("Into how many distinct phases can the life of Lars Holm be divided?", False),
        ("In how many ways was Lars Holm honoured?", False),
        ("How many ships did Lars Holm own?", True),
    ],
)
def test_how_many_ways_there_are_is_not_asked(stem, kept):
    question = replace(choice_question(), stem=stem)

    assert (count_worth_keeping(question, world(fact("f1", "Lars Holm was honoured in three ways."))) is None) == kept


@pytest.mark.parametrize(
    ("stem", "kept"),
    [
        ("Complete the sentence with a year: The number of bakers has fallen by 9% since ____.", False),
        ("Complete the sentence with a year: Sales of rye bread have risen since ____.", False),
        ("Since which year have prices at the market risen by 3%?", False),
        ("Complete the sentence with a year: In ____, there were 80 floods.", False),
        ("Complete the sentence with a year: In ____, for every 84 bakers, there were 100 millers.", False),
        ("Complete the sentence with a year: The mill has belonged to Ida Moe since ____.", True),
        ("In which year did Ida Moe win 52% of the votes?", True),
        ("Complete the sentence with a year: In ____, there was a flood.", True),
    ],
)
def test_the_year_of_a_figure_is_not_asked(stem, kept):
    kind = "cloze" if stem.startswith("Complete") else "short_answer"
    question = typed_question("1994", kind=kind, stem=stem)

    assert (year_worth_asking(question, world(fact("f1", "Rye is dear."))) is None) == kept


@pytest.mark.parametrize(
    ("told", "false"),
    [
        ("Seals carry dangerously high levels of lead.", "Seals carry dangerously low levels of lead."),
        ("The mite is too small to be seen.", "The mite is too large to be seen."),
    ],
)
def test_a_word_where_it_cannot_stand_makes_no_false_statement(told, false):
    question = Question("q1", "true_false", Level.RECALL, false, ("f1",), ("True", "False"), (1,))

    assert false_not_absurd(question, world(fact("f1", told)))
    assert false_not_absurd(replace(question, stem=told.replace("lead", "tin")), world(fact("f1", told))) is None


@pytest.mark.parametrize(
    ("changed", "kept"), [("In 1994, there were 80 floods.", False), ("In 1991, there were 60 floods.", True)]
)
def test_the_year_of_a_figure_is_not_changed(changed, kept):
    question = Question("q1", "true_false", Level.RECALL, changed, ("f1",), ("True", "False"), (1,))
    known = world(fact("f1", "In 1991, there were 80 floods."))

    assert (year_worth_asking(question, known) is None) == kept
