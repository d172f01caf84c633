from __future__ import annotations

import pytest

from quizzes.engine.setting import unplaced


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("When did inflation reach ten per cent?", "inflation"),
        ("In June 1984, what did voters turn down?", "voters"),
        ("What did voters in Norway turn down?", ""),
        ("Most government officials are men.", "government officials"),
        ("Who found the wreck?", ""),
    ],
)
def test_what_every_country_has_needs_a_place(text, general):
    assert unplaced(text) == general
