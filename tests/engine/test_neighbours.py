import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.figures import dates, numbers
from quizzes.engine.neighbours import date_neighbours, number_neighbours, same_date_form


def test_numbers_are_as_round_as_the_right_one(rng):
    near = number_neighbours("2,500 troops", Decimal(2500), rng)

    assert all(text.endswith(" troops") for text in near)
    assert all(numbers(text)[0] % 100 == 0 for text in near)


def test_small_numbers_stay_near(rng):
    assert set(number_neighbours("nine members", Decimal(9), rng)) == {
        f"{word} members" for word in ("five", "six", "seven", "eight", "ten", "eleven", "twelve", "thirteen")
    }


def test_shares_stay_below_all(rng):
    near = number_neighbours("80 percent", Decimal(80), rng)

    assert all(numbers(text)[0] <= 100 for text in near)


def test_a_scale_keeps_its_word(rng):
    near = number_neighbours("$3.5 million", Decimal(3_500_000), rng)

    assert all(text.startswith("$") and text.endswith(" million") for text in near)


def test_two_numbers_have_no_neighbours(rng):
    assert number_neighbours("10 to 20 men", None, rng) == []


@pytest.mark.parametrize("text", ["1992", "May 1992", "the 1990s"])
def test_dates_keep_their_form(text, rng):
    near = date_neighbours(text, rng)

    assert len(near) >= 3
    assert all(same_date_form(other, text) for other in near)
    assert text not in near


def test_a_day_never_becomes_one_that_does_not_exist():
    texts = {text for seed in range(20) for text in date_neighbours("31 May 1992", random.Random(seed))}

    assert not any(month in text for text in texts for month in ("February", "April", "June", "September", "November"))


def test_a_range_has_no_neighbours(rng):
    assert date_neighbours("1905 to 1907", rng) == []


def test_the_right_year_has_every_rank():
    ranks = {sorted([*date_neighbours("1992", random.Random(seed))[:3], "1992"]).index("1992") for seed in range(40)}

    assert ranks == {0, 1, 2, 3}


@given(st.integers(1, 10**9), st.integers(0, 99))
def test_neighbours_are_other_positive_numbers(number, seed):
    near = number_neighbours(f"{number:,}", Decimal(number), random.Random(seed))

    values = [numbers(text)[0] for text in near]

    assert len(set(values)) == len(values) >= 3
    assert all(value > 0 and value != number for value in values)


@given(st.text(max_size=60), st.integers(0, 9))
def test_no_text_breaks_them(text, seed):
    made = number_neighbours(text, None, random.Random(seed)) + date_neighbours(text, random.Random(seed))

    assert text not in made


def test_dates_of_one_form():
    assert same_date_form("15 May 1992", "3 June 2001")
    assert not same_date_form("May 1992", "1992")
    assert dates("May 1992")
