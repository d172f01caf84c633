from __future__ import annotations

import pytest

from quizzes.engine import inserts
from tests.engine.parsing import parsed
from tests.engine.telling import statements


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Nile (a river) flows north.", "The Nile flows north."),
        ("Napoleon, the emperor of France, invaded Russia in 1812.", "Napoleon invaded Russia in 1812."),
        ("The old alliance, the Baltic League, sold ships.", "The Baltic League sold ships."),
        ("Brazil, which exports coffee, joined the league.", "Brazil joined the league."),
        ("Denmark sold ten old ships to Chile—most of them broken.", "Denmark sold ten old ships to Chile."),
        (
            "Denmark sold ships to buyers in Norway, Iceland, the old port of Riga and the island of Gotland.",
            "Denmark sold ships to buyers in Norway, Iceland, the old port of Riga and the island of Gotland.",
        ),
        ("Denmark sold ships, raising a lot of money.", "Denmark sold ships."),
        (
            "In 1965 Lars Holm drew the straits, at which two seas slide past each other, and in 1967 he died.",
            "In 1965, Lars Holm drew the straits.",
        ),
        (
            "Lars Holm was given his Danish name, Karl, by a teacher.",
            "Lars Holm was given his Danish name, Karl, by a teacher.",
        ),
        (
            "In the spring race, Denmark held only one of the outer islands, Gotland.",
            "In the spring race, Denmark held only one of the outer islands.",
        ),
        ("In many old ports, including Riga, the coal ships rot.", "In many old ports, the coal ships rot."),
        ("Denmark sold three things: ships, coal and iron.", "Denmark sold three things."),
        ("The men who built Riga came from Norway.", "The men who built Riga came from Norway."),
        (
            "Denmark sold ships in Boston, Massachusetts, in 1931.",
            "Denmark sold ships in Boston, Massachusetts, in 1931.",
        ),
    ],
)
def test_leaves_out_what_is_said_in_passing(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Denmark sold ships—according to Norway—in 1931.",
        "Denmark sold (as Norway says ships.",
        'Denmark said it "[sold] ships" in 1931.',
        "Denmark — a kingdom — sold — it seems — ships.",
        "Born Rolihan Dalbunga in a small house in the Western Fjord on 18 July, 1901, Lindgren was given a ship.",
        "Ida Moe has called for the abolition of large coins, including the 5 mark piece, the 20 mark piece, the old "
        "100 crown piece and the 500 crown piece.",
        "In Riga, which had seen the worst floods the previous week and the main loss of ships, large crowds gathered.",
    ],
)
def test_insert_that_matters_breaks_its_clause(text: str) -> None:
    sentence = parsed(text).sentences[0]

    assert inserts.find(list(sentence.tokens)).broken
    assert not statements(text)


def test_clauses_run_together_break_each_other() -> None:
    told = statements("A glass roof was a must for 31%, almost a third (32%) asked for a house, and 22% had a boat.")

    assert told == ["22% had a boat."]


def test_list_item_is_no_apposition() -> None:
    told = statements("Symptoms include double vision, dry mouth, and muscle weakness.")

    assert all("dry mouth" in statement for statement in told)


def test_figure_with_a_footnote_mark_is_no_age() -> None:
    sentence = parsed("Lars Holm, 3¹, sold ten old ships to Chile in the spring of 1931.").sentences[0]

    assert inserts.find(list(sentence.tokens)) is not None
