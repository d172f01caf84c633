from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.world import Named

from .builders import answer, fact, world

SAID = "Tarnow and Tornow signed the Amble Treaty with Bergen."
TOWNS = [answer(SAID, name, AnswerType.PLACE) for name in ("Tarnow", "Tornow", "Bergen")]
HARBOUR = Named(
    "the Amble Harbour Board", AnswerType.ORGANISATION, ("Amble Harbour Board", "AHB"), frozenset({"board"})
)


@pytest.fixture
def harbour():
    return replace(world(fact("f1", SAID, *TOWNS)), named=(HARBOUR,))


def test_aliases_are_every_name_of_the_same_thing(harbour):
    assert harbour.aliases("The Amble Harbour Board") == ("ahb", "amble harbour board")


def test_a_name_is_the_same_as_its_short_form_and_its_part(harbour):
    assert harbour.same("AHB", "the Amble Harbour Board")
    assert harbour.same("Amble", "the Amble Harbour Board")
    assert not harbour.same("Bergen", "the Amble Harbour Board")


@pytest.mark.parametrize(
    ("text", "expected"), [("It was the AHB that met.", True), ("It was a board.", False), ("", False)]
)
def test_is_naming_finds_a_name_inside_a_text(harbour, text, expected):
    assert harbour.is_naming(text) is expected


def test_of_many_answers_only_those_near_a_fact_are_compared():
    told = [f"Town number {number} of the coast is called Quay{number}." for number in range(400)]
    facts = [
        fact(f"f{number}", text, answer(text, f"Quay{number}", AnswerType.PLACE)) for number, text in enumerate(told)
    ]
    coast = world(*facts)

    near = [source.id for source, _ in coast.answers_near(coast.facts[390], AnswerType.PLACE)]

    assert near == [f"f{number}" for number in range(300, 400)]
    assert [other.id for other in coast.facts_near(coast.facts[200])] == [f"f{number}" for number in range(150, 250)]


def test_of_few_answers_all_are_compared(harbour):
    assert len(harbour.answers_near(harbour.facts[0], AnswerType.PLACE)) == 3


def test_mentions_finds_a_name_anywhere_in_the_article(harbour):
    assert harbour.mentions("the Amble treaty")
    assert not harbour.mentions("Tarn")


def test_an_article_opens_a_clause_in_small_letters():
    told = replace(world(fact("f1", SAID)), named=(Named("The Long Race", AnswerType.EVENT),))

    assert told.in_sentence("The present race began") == "the present race began"


def test_what_is_named_is_found_by_the_first_word_of_any_name(harbour):
    assert harbour.named_by_start[HARBOUR.names[0].split()[0].lower()] == [HARBOUR]
