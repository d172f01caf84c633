from __future__ import annotations

import pytest

from quizzes.engine import jurisdiction
from tests.engine.parsing import entities, parsed

DUTCH = "In the Netherlands prices rose. Dutch bakers went on strike. The Dutch government fell."


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (DUTCH, "the Netherlands"),
        (f"{DUTCH} Norway lent money. Norwegian ships came. Norway also sent fish.", ""),
        ("Bakers went on strike. A Dutch baker sang.", ""),
    ],
)
def test_the_country_is_the_one_named_far_more_than_any_other(text, country):
    assert jurisdiction.of(parsed(text), entities(text)) == country
