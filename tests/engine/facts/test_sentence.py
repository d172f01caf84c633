from __future__ import annotations

import pytest

from tests.engine.telling import facts_of

# Two names for one subject, parted by commas: the clause readers turn the sentence away.
LOOSE = "The annual Baltic Regatta, or Baltica, from Riga to Stockholm, is one of the oldest races in Europe."


def test_a_sentence_that_cannot_be_taken_apart_is_told_whole() -> None:
    (fact,) = facts_of(LOOSE)

    assert fact.kind == "sentence"
    assert fact.statement == LOOSE


def test_its_names_are_gaps() -> None:
    (fact,) = facts_of(LOOSE)

    assert [answer.text for answer in fact.answers] == ["Baltic Regatta", "Baltica", "Riga", "Stockholm", "Europe"]
    assert all(answer.slot.of(fact.statement) == answer.text for answer in fact.answers)


def test_a_sentence_told_by_another_kind_is_not_told_whole() -> None:
    assert not facts_of("The Nile is the longest river in Africa.", "sentence")


def test_a_subject_with_a_pronoun_is_not_told_whole() -> None:
    text = "In Latvia, their Baltic Regatta, or Baltica, from Riga to Stockholm, is one of the oldest races."

    assert not facts_of(text, "sentence")


def test_time_in_front_without_a_comma_is_told_with_it() -> None:
    assert facts_of("Until 1930 sailors of the Baltic Regatta had to mend their own sails.", "sentence")


def test_a_pronoun_that_no_subject_explains_is_not_told_whole() -> None:
    text = (
        "The annual Baltic Regatta, or Baltica, from Riga to Stockholm, is one of the oldest, and Estonia runs it well."
    )

    assert not facts_of(text, "sentence")


@pytest.mark.parametrize(
    "text",
    [
        "The biggest city on the river Gudena is Randers, Denmark with a population of more than 60,000 people.",
        "The Fishing Guild of Denmark, basically no more than a club of sailors, has but little say at sea.",
    ],
)
def test_a_name_that_goes_on_with_another_is_no_gap(text):
    assert not any(answer.text == "Denmark" for fact in facts_of(text, "sentence") for answer in fact.answers)
