"""From credits to scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring import after_hints, counted, mark, score


@pytest.mark.parametrize(("hints", "left"), [(0, 0.8), (1, 0.6), (2, 0.4), (4, 0), (9, 0)])
def test_after_hints_each_costs_its_share(hints, left):
    assert after_hints(0.8, hints, 0.25) == pytest.approx(left)


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
