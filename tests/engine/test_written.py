"""A topic is named as running text has it."""

from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.world import Named
from quizzes.engine.written import in_running_text, with_its_s


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Winter storm", "A winter storm came. The winter storm left.", "winter storm"),
        ("Riga storm", "A storm came to Riga.", "Riga storm"),
        ("Barley Riots", "The barley riots began.", "Barley Riots"),
    ],
)
def test_a_title_keeps_only_the_capitals_of_its_names(title, body, expected):
    assert in_running_text(title, body) == expected


def test_a_firm_with_an_s_in_its_name_keeps_it():
    firm = Named("Dahl", AnswerType.ORGANISATION, ("Dahl",))
    text = "Dahl's is a bakery. At Dahl's, bread is dear. Sales at Dahl's in Riga fell. Dahl's bread is dark."

    assert with_its_s(firm, text) == Named("Dahl's", AnswerType.ORGANISATION, ("Dahl", "Dahl's"))


def test_an_owner_does_not():
    owner = Named("Dahl", AnswerType.PERSON, ("Dahl",))

    assert with_its_s(owner, "Dahl's is dear. Dahl's was old. Dahl baked. Dahl slept.").text == "Dahl"
    assert with_its_s(owner, "Dahl's bread was dear. Dahl's shop was dark. Dahl's car was red.").text == "Dahl"
