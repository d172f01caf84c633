from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.questions.drafts import look_alikes
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


def test_a_name_that_differs_by_a_slip_looks_alike(harbour):
    assert look_alikes(TOWNS[0], harbour) == ("Tornow",)
