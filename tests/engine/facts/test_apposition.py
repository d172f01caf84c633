from __future__ import annotations

import pytest

from tests.engine.telling import asked, facts_of


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Lars Holm, the director of the Riga Museum, wrote a book about Denmark.",
            "Who was the director of the Riga Museum?",
            "Lars Holm",
        ),
        (
            "Lars Holm, a historian at the University of Riga, wrote a book about Denmark.",
            "Who was Lars Holm?",
            "a historian at the University of Riga",
        ),
        (
            "Denmark sold rice to Kigali, the capital of Rwanda, in 1931.",
            "What was the capital of Rwanda?",
            "Kigali",
        ),
        (
            "Lars Holm, the director of the Riga Museum, said that the roof was new.",
            "Who is the director of the Riga Museum?",
            "Lars Holm",
        ),
    ],
)
def test_asks_what_stands_in_commas(text: str, stem: str, answer: str) -> None:
    assert asked(text)[stem] == answer


def test_item_of_a_list_explains_nothing() -> None:
    text = "Denmark sold ships to Lars Holm, a farmer, and two sailors."

    assert not facts_of(text, "role")


def test_phrase_that_goes_on_as_a_list_is_left_alone() -> None:
    text = "Denmark sold the Baltic League, a group that included sailors, three ships and a port, in 1931."

    assert not any("included" in fact.statement for fact in facts_of(text, "definition"))


def test_a_house_is_no_relative() -> None:
    text = "The Riga Museum was named after the Holm Museum, a cousin of the mayor of Riga, in 1931."

    assert not any("cousin" in fact.statement for fact in facts_of(text, "definition"))


def test_who_fits_a_description_of_many_is_not_asked() -> None:
    text = "Lars Holm, a historian at the University of Riga, wrote a book about Denmark."

    assert not any(stem.startswith("Who was a ") for stem in asked(text))


def test_description_that_names_nothing_is_not_asked() -> None:
    text = "Denmark sold rice to Kigali, the commercial capital, in 1931."

    assert not any("commercial capital" in stem for stem in asked(text))


def test_a_thing_mistaken_for_a_person_is_nobody() -> None:
    text = "Lars Holm sang in Riga. Lars Holm's latest album, Lars Berg, was sold in Denmark."

    assert not any("album" in fact.statement for fact in facts_of(text, "role"))


def test_a_gap_before_a_description_of_many_is_not_left() -> None:
    (fact,) = facts_of("Lars Holm, a historian at the University of Riga, wrote a book about Denmark.", "role")

    assert "Lars Holm" not in [answer.text for answer in fact.answers]


def test_a_name_written_out_in_a_description_singles_it_out() -> None:
    text = "Lars Holm lived in Riga. Denmark bought Aarhus Hall, the house that gave him his first success, in 1931."

    assert any("house that gave Lars Holm" in stem for stem in asked(text, "definition"))


def test_relative_without_its_article_is_no_description() -> None:
    assert not facts_of("The house belongs to Lars Holm, son of the late mayor of Riga.", "role")


def test_description_that_is_but_a_kind_says_nothing() -> None:
    text = "Lars Holm was born in 1931 in Sigulda, a village, and moved to Riga."

    assert not any("Sigulda was" in fact.statement for fact in facts_of(text, "definition"))


def test_who_is_quoted_elsewhere_is_so_still() -> None:
    text = (
        "Lars Holm, a historian at the University of Riga, led a team of nine. "
        '"The roofs of the old town are made of slate from Wales," Lars Holm said.'
    )

    assert "Who is Lars Holm?" in asked(text, "role")


def test_a_village_stays_one() -> None:
    text = "Lars Holm was born in Sigulda, a village near the town of Riga in the west of Denmark, in May 1931."

    assert any(fact.statement.startswith("Sigulda is a village") for fact in facts_of(text, "definition"))


@pytest.mark.parametrize(
    "text",
    [
        "The race was won by Lars Holm, who is opening Riga Tides, a new school for sailors.",
        "Denmark paid for the launch of Riga Tides, a new school for sailors, in 1931.",
    ],
)
def test_what_is_new_is_not_told_to_have_been_so(text: str) -> None:
    assert not any("was a new" in fact.statement for fact in facts_of(text))


def test_the_time_is_that_of_the_nearest_verb() -> None:
    text = "The race was won by Lars Holm, who runs Riga Tides, a large school for young sailors."

    assert not any(fact.statement.startswith("Riga Tides was") for fact in facts_of(text))
