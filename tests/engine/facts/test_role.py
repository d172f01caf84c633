from __future__ import annotations

from quizzes.engine.facts.base import AnswerType, Pair
from tests.engine.telling import answers_of, asked, facts_of

HOLM = "In 1985, Danish Prime Minister Lars Holm said that Denmark would buy ten ships."


def test_title_before_a_name_is_a_post_of_its_time() -> None:
    assert asked(HOLM, "role") == {
        "Who held the post of Danish Prime Minister in 1985?": "Lars Holm",
        "What post did Lars Holm hold in 1985?": "Danish Prime Minister",
    }


def test_post_is_a_pair() -> None:
    (fact,) = facts_of(HOLM, "role")

    assert fact.pair == Pair("person-role", "Lars Holm", "Danish Prime Minister")


def test_country_after_the_name_belongs_to_the_post() -> None:
    text = "In 1985, President Lars Holm of Denmark visited Chile."

    assert asked(text, "role")["What post did Lars Holm hold in 1985?"] == "President of Denmark"


def test_title_without_country_is_no_post() -> None:
    assert not facts_of("In 1985, President Holm visited Chile.", "role")


def test_former_title_is_no_post() -> None:
    assert not facts_of("In 1985, former Danish President Lars Holm visited Chile.", "role")


def test_who_somebody_was() -> None:
    text = "Ada Lovelace was an English mathematician who wrote about the Analytical Engine."

    (answer,) = answers_of(text, "role")

    assert (answer.stem, answer.type) == ("Who was Ada Lovelace?", AnswerType.ROLE)


def test_first_to_do_something_is_asked_by_name() -> None:
    assert asked("Angela Merkel was the first woman to lead Germany.", "role") == {
        "Who was the first woman to lead Germany?": "Angela Merkel"
    }
