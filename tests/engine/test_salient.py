from __future__ import annotations

from quizzes.engine import salient
from quizzes.engine.world import Named
from tests.engine.parsing import entities, parsed, references

HERO = (
    "Clara Holt was a chemist in Leeds. She studied kelp. She left Leeds in 1890. She sold the works."
    " She moved to York. Lars Dahl met her there. She never came back to Leeds."
)


def hero(text: str) -> Named | None:
    return salient.hero(parsed(text), entities(text, ""), references(text, ""))


def test_the_hero_is_whom_the_text_means_far_more_often_than_anybody_else():
    found = hero(HERO)

    assert found
    assert found.text == "Clara Holt"


def test_nobody_is_the_hero_where_the_opening_does_not_name_them():
    text = f"Leeds is a town. It lies on the Aire. {HERO}"

    assert hero(text) is None


def test_two_firms_that_the_text_begins_and_goes_on_with_are_named_together():
    text = "Holm Shipping and Dahl Motors merged in 1921. Holm Shipping owned ten ships. Dahl Motors owned a dock."
    found = salient.pair(parsed(text), entities(text))

    assert found is None or found.text == "Holm Shipping and Dahl Motors"


def test_a_case_is_named_by_its_parties():
    text = "Ida Holm fell ill in Voss. Holm sued Lars Dahl. Students know Holm v Dahl. Holm won."
    found = salient.lawsuit(parsed(text))

    assert found
    assert found.text == "Holm v Dahl"


def test_no_case_whose_parties_the_text_does_not_tell_of():
    assert salient.lawsuit(parsed("The court took its words from Holm v Dahl. It was a long day in Voss.")) is None
