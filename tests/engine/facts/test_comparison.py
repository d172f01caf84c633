from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Level
from tests.engine.telling import facts_of


def test_two_things_are_compared_both_ways() -> None:
    (fact,) = facts_of("Lake Arre is deeper than Lake Esrum.", "comparison")

    assert (fact.reversal, fact.level) == ("Lake Esrum is deeper than Lake Arre.", Level.UNDERSTANDING)


def test_more_goes_with_any_object_but_is_not_turned_round() -> None:
    (fact,) = facts_of("The Danish navy owned more ships than the Baltic League.", "comparison")

    assert not fact.reversal


@pytest.mark.parametrize(
    "text",
    [
        "Lake Arre is not deeper than Lake Esrum.",
        "Denmark built a lens to study things smaller than atoms.",
    ],
)
def test_denial_and_aim_compare_nothing(text: str) -> None:
    assert not facts_of(text, "comparison")


def test_what_is_done_to_one_is_not_compared_with_the_other_itself() -> None:
    (fact,) = facts_of("The cure of marsh fever is harder than hill fever.", "comparison")

    assert not fact.reversal
