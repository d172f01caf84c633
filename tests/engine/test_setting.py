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
        ("Emails take 3% of children's time.", "% of children's time"),
        ("Herring are sold domestically and abroad.", "domestically"),
        ("Emails take 3% of children's time in Norway.", ""),
    ],
)
def test_what_every_country_has_needs_a_place(text, general):
    assert unplaced(text) == general
