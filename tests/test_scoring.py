"""From credits to scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring import after_hints, counted, mark, percent, score


@pytest.mark.parametrize(
    ("earned", "cost", "left"), [(0.8, 0, 0.8), (0.8, 0.25, 0.6), (0.8, 1, 0), (0.8, 2, 0), (-2, 0.25, -2), (0, 1, 0)]
)
def test_after_hints_only_what_is_earned_is_less(earned, cost, left):
    assert after_hints(earned, cost) == pytest.approx(left)


@given(st.floats(0, 1), st.sampled_from([None, 1, 2, 3]), st.floats(0, 2))
def test_after_hints_a_mark_is_never_more_and_loses_nothing_else(credit, certainty, cost):
    before = mark(credit, certainty)

    assert min(before, 0) <= after_hints(before, cost) <= before


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, 0), (1 / 6, 17), (0.145, 15), (0.144, 14), (0.29, 29), (0.995, 99), (0.9999, 99), (1 - 1e-12, 100), (1, 100)],
)
def test_percent_rounds_halves_up_and_is_full_only_for_all(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(("share", "shown"), [(1 / 6, 16.7), (0.99999, 99.9), (1, 100), (0.00049, 0)])
def test_percent_with_a_digit(share, shown):
    assert percent(share, digits=1) == shown


@pytest.mark.parametrize(
    ("credit", "certainty", "earned"), [(1, 1, 1 / 3), (0, 1, 0), (1, 2, 2 / 3), (0, 2, -2 / 3), (1, 3, 1), (0, 3, -2)]
)
def test_mark_by_certainty(credit, certainty, earned):
    assert mark(credit, certainty) == pytest.approx(earned)


def test_mark_without_certainty_is_the_credit():
    assert mark(0.5, None) == 0.5


@pytest.mark.parametrize(("chance", "best"), [(0.3, 1), (0.6, 1), (0.7, 2), (0.75, 2), (0.85, 3), (0.99, 3)])
def test_mark_is_highest_for_an_honest_certainty(chance, best):
    expected = {c: chance * mark(1, c) + (1 - chance) * mark(0, c) for c in (1, 2, 3)}

    assert max(expected, key=expected.__getitem__) == best


def test_score_counts_open_questions():
    assert score([1, 1], 4) == 0.5


def test_score_of_nothing_is_nothing():
    assert score([], 0) == 0


@given(st.lists(st.floats(-2, 1), max_size=20))
def test_score_stays_within_0_and_1(marks):
    assert 0 <= score(marks, len(marks)) <= 1


@pytest.mark.parametrize(("rule", "expected"), [("best", 0.9), ("last", 0.4), ("average", 0.6), ("first", 0.5)])
def test_counted_by_rule(rule, expected):
    assert counted([0.5, 0.9, 0.4], rule) == pytest.approx(expected)


def test_counted_without_attempts_is_none():
    assert counted([], "best") is None
