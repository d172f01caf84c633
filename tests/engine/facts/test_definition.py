from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Pair
from tests.engine.telling import asked, facts_of

UNION = (
    "The Baltic Shipping Union (BSU) was founded in Riga in 1931. At first the BSU had three ships. In 1938 the BSU had"
    " forty. Strikes broke the BSU after the war."
)


def test_what_a_short_form_stands_for_is_asked_but_not_its_letters() -> None:
    assert asked(UNION, "definition") == {"What does BSU stand for?": "Baltic Shipping Union"}


def test_a_short_form_that_the_article_hardly_uses_is_not_asked_for() -> None:
    text = (
        "Otto Lind was a painter of ships. Otto Lind worked for the Baltic Shipping Union (BSU) in Riga. Lind left"
        " Riga in 1931. Lind died in Voss."
    )

    assert not [stem for stem in asked(text, "definition") if "stand for" in stem]


def test_short_form_is_a_pair() -> None:
    (fact,) = facts_of(UNION, "definition")

    assert fact.pair == Pair("abbreviation", "BSU", "Baltic Shipping Union")
    assert [answer.slot.of(fact.statement) for answer in fact.answers] == [answer.text for answer in fact.answers]


def test_superlative_asks_for_the_name() -> None:
    assert asked("The Nile is the longest river in Africa.", "definition") == {
        "What is the longest river in Africa?": "the Nile"
    }


def test_indefinite_predicate_is_a_meaning() -> None:
    text = "The Baltic Shipping Union is an association of shipowners in Latvia and Estonia."

    (fact,) = facts_of(text, "definition")

    assert asked(text, "definition") == {
        "What is the Baltic Shipping Union?": "an association of shipowners in Latvia and Estonia"
    }
    assert fact.pair is not None
    assert fact.pair.group == "term-meaning"


def test_a_name_is_not_asked_for_where_more_stands_behind_it() -> None:
    text = "The Baltic Shipping Union was known as the League of Riga, first meeting in May 1852 at Tallinn."

    assert not any(stem.endswith("as?") for stem in asked(text, "definition"))


def test_name_given_is_asked() -> None:
    text = "The strait between Denmark and Sweden is called the Sound."

    assert asked(text, "definition") == {"What is the strait between Denmark and Sweden called?": "the Sound"}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Baltic Sky is a Danish company which serves the northern islands.",
            "Which Danish company serves the northern islands?",
            "Baltic Sky",
        ),
        (
            "Good supportive care in a hospital is the mainstay of therapy for Danish patients.",
            "What is the mainstay of therapy for Danish patients?",
            "good supportive care in a hospital",
        ),
    ],
)
def test_meaning_asks_for_the_thing(text: str, stem: str, answer: str) -> None:
    assert asked(text, "definition")[stem] == answer


def test_one_of_many_is_not_asked() -> None:
    assert not asked("One of the first Danish buyers was Lars Holm.", "definition")


def test_negated_definition_is_no_definition() -> None:
    assert not facts_of("The Nile is not the longest river in Asia.", "definition")
