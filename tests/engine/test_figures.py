from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.figures import When, dates, figures, numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200", "1200"),
        ("1 000 000", "1000000"),
        ("1.234,5", "1234.5"),
        ("3,5", "3.5"),
        ("twelve hundred", "1200"),
        ("two thousand three hundred and five", "2305"),
        ("a hundred", "100"),
        ("three dozen", "36"),
        ("2.5 million", "2500000"),
        ("$3.2bn", "3200000000"),
        ("twenty-one", "21"),
        ("-5 degrees", "-5"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("2½", "2.5"),
        ("½", "0.5"),
        ("12%", "12"),
        ("5km", "5"),
    ],
)
def test_numbers_reads_one_number(text, expected):
    assert numbers(text) == [Decimal(expected)]


def test_numbers_keeps_two_numbers_apart():
    assert numbers("50 or 60") == [50, 60]


def test_numbers_reads_a_range_without_a_sign():
    assert numbers("10-20") == [10, 20]


def test_numbers_finds_none_in_words():
    assert numbers("nothing to count here") == []


@given(st.integers(min_value=0, max_value=10**12))
def test_numbers_reads_what_is_written_with_separators(number):
    assert numbers(f"{number:,}") == [number]


@given(st.text(max_size=200))
def test_no_text_breaks_the_readers(text):
    assert all(value.is_finite() for value in numbers(text))
    assert all(isinstance(when, When) for when in dates(text))


def test_a_figure_date_has_two_readings_when_it_may():
    assert set(dates("5/6/1992")) == {When(1992, 6, 5), When(1992, 5, 6)}


def test_a_figure_date_that_cannot_be_has_none():
    assert dates("45/13/1992") == []


@pytest.mark.parametrize("text", ["the 1990s", "soon", "12 or 13 May 1992", "5", "32 May", ""])
def test_what_is_no_date_has_no_reading(text):
    assert dates(text) == []


def test_figures_joins_tens_and_ones():
    assert figures("the twenty first of 3rd") == "the 21 of 3"
