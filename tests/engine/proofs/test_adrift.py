from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.document import read_text
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.proofs import adrift
from quizzes.engine.questions import Question
from quizzes.engine.world import Named, World
from tests.engine.builders import choice_question

WORLD = World(read_text("A text."), ())


def asked(stem: str) -> Question:
    return replace(choice_question("true_false", choices=("True", "False")), stem=stem)


def holds(stem: str) -> bool:
    return adrift.nothing_adrift(asked(stem), WORLD) is None


def about(name: str, kind: AnswerType) -> World:
    return replace(WORLD, topic=Named(name, kind))


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
        "Within ten days, five hundred sheep were dead in Voss.",
        "Kari Dahl is credited with ten ferries built in the decade following, the Hulda among them.",
        "Bergen traded with other nearby ports.",
        "In which year was the resulting Charter signed in Voss?",
        "One night, a baker of Voss saw the ferry Hulda sink.",
        "The Hulda Works hopes to build nine ferries in a year.",
        "The apprentices in Voss were taught by other senior bakers.",
        "In 1321, herring had reached the area from Iceland.",
        "For Kari Dahl, the expansion into Sweden was a dream.",
        "The Hulda Works is its third yard.",
        "Gulls sit on the roof of one of Norway's most expensive houses.",
        "Before the opening match in Bergen, the Hulda sank.",
        "Kari Dahl was a lawyer for the royal couple in Bergen.",
        "The goal of the 600-mile trip was to bring herring to Bergen.",
        "When will sailors of Bergen choose which of two ships to buy?",
        "Who was rude about his rival in Bergen?",
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
        "Salt, barley and other goods came to Bergen.",
        "The area of Voss is 22 hectares.",
        "The expansion of Hulda Works into Sweden cost a fortune.",
        "Bergen's pride is its fish market.",
        "The pride of Bergen is its fish market.",
    ],
)
def test_what_the_question_itself_tells_is_not(stem):
    assert holds(stem)


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("Kari Dahl left Voss in early March.", False),
        ("Kari Dahl was crowned in Bergen on Christmas Day.", False),
        ("Kari Dahl left Voss in March 1921.", True),
        ("Herring came to Voss in March each year.", True),
        ("Herring spawn in March.", True),
    ],
)
def test_a_day_of_the_past_has_its_year(stem, told):
    assert (adrift.year_told(asked(stem), WORLD) is None) is told


def test_a_day_of_an_event_that_has_a_year_needs_none():
    flood = about("the 1921 Voss flood", AnswerType.EVENT)

    assert adrift.year_told(asked("Kari Dahl left Voss in early March."), flood) is None


def test_a_post_is_told_with_what_it_is_a_post_of():
    assert adrift.post_placed(asked("Who became director in 1921?"), WORLD)
    assert adrift.post_placed(asked("Who became director of the Voss Line in 1921?"), WORLD) is None
    assert (
        adrift.post_placed(asked("Who became director in 1921?"), about("the Voss Line", AnswerType.ORGANISATION))
        is None
    )
