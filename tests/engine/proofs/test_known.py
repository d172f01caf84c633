"""Nobody is asked what is known without reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.proofs.known import not_known_before
from quizzes.engine.questions.base import Question
from tests.engine.builders import fact, typed_question, world

WORLD = world(fact("f1", "In 1986, the year of the Chernobyl accident, Ida Moe sold 12 ferries."))


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("What is the Chile capital?", "Santiago"),
        ("What is the Norwegian capital?", "Oslo"),
        ("Which city, the capital of Norway, bought twelve trams?", "Oslo"),
        ("Of which country is Oslo the capital?", "Norway"),
        ("What does GDP stand for?", "gross domestic product"),
        ("What does NATO stand for?", "North Atlantic Treaty Organization"),
        ("What is the short form of gross domestic product?", "GDP"),
        ("What is the UN health agency?", "the World Health Organization"),
        ("Who was US president?", "Ronald Reagan"),
        ("What post did Ronald Reagan hold?", "American president"),
        ("Which country fell apart under Mikhail Gorbachev?", "the Soviet Union"),
        ("In which year did the Chernobyl reactor burn?", "1986"),
    ],
)
def test_what_most_people_know_is_not_asked(stem, key):
    assert not_known_before(typed_question(key, stem=stem), WORLD)


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Which capital of Norway's oldest guild was spent on trams?", "9,000 crowns"),
        ("Which city bought trams from the capital of Norway?", "Bergen"),
        ("What does DGB stand for?", "Danish Grain Board"),
        ("Which organization paid for the schools of Riga?", "the World Health Organization"),
        ("Who praised the bakers of Riga as US president?", "Ronald Reagan"),
        ("Which country did Mikhail Gorbachev visit in 1989?", "China"),
        ("In which year was the Chernobyl museum in Riga opened?", "1994"),
    ],
)
def test_what_only_the_article_tells_is_asked(stem, key):
    assert not_known_before(typed_question(key, stem=stem), WORLD) is None


def judged(stem: str, key: int = 1) -> Question:
    return Question("q1", "true_false", Level.RECALL, stem, ("f1",), ("True", "False"), (key,))


def test_a_gap_for_the_holder_of_a_famous_post_is_not_asked():
    stem = "Complete the sentence with the name of a person: ____ held the post of US president."

    assert not_known_before(typed_question("Ronald Reagan", kind="cloze", stem=stem), WORLD)


def test_a_statement_that_is_false_for_the_year_of_a_famous_event_is_not_judged():
    false = "In 1981, the year of the Chernobyl accident, Ida Moe sold 12 ferries."

    assert not_known_before(judged(false), WORLD)
    assert not_known_before(judged(false.replace("1981", "1986").replace("12", "16")), WORLD) is None


def test_a_statement_of_a_capital_alone_is_not_judged():
    assert not_known_before(judged("Oslo is the Norwegian capital.", 0), WORLD)
    assert not_known_before(judged("Oslo is the capital of Norway and sold 12 ferries.", 0), WORLD) is None


def test_a_pair_of_a_leader_and_a_famous_post_is_not_matched():
    pairs = Question(
        "q1",
        "matching",
        Level.RECALL,
        "How does the article describe each of these people?",
        ("f1",),
        ("Ida Moe", "Ronald Reagan"),
        (1, 0),
        ("US president", "a seller of ferries"),
    )

    assert not_known_before(pairs, WORLD)
    assert not_known_before(replace(pairs, key=(0, 1)), WORLD) is None


def test_a_statement_of_what_a_well_known_body_is_is_not_judged():
    known = world(fact("f1", "UNICEF is the UN children's agency."))

    assert not_known_before(judged("The Danish Grain Board is the UN children's agency."), known)
    assert not_known_before(judged("UNICEF sent 12 ferries to Riga."), WORLD) is None
