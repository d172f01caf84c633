from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Forms
from tests.engine.telling import facts_of


def forms_of(text: str) -> Forms:
    return facts_of(text)[0].forms


def test_time_is_left_out_of_a_wrong_option() -> None:
    assert forms_of("The Baltic League sold ten ships to Chile in 1931.") == Forms(
        "the Baltic League sold ten ships to Chile", "sell ten ships to Chile"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic League did not sell its ten ships to Chile.",
        "The Baltic League may have sold ten ships to Chile.",
        "The Baltic League sold 10 ships and 400 boats to Chile.",
    ],
)
def test_denials_hedges_and_figures_have_no_forms(text: str) -> None:
    assert forms_of(text) == Forms()
