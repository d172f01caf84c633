import pytest

from quizzes.statistics import alpha, discrimination, facility


def test_facility_is_the_mean_credit():
    assert facility([1, 0, 0.5, 1]) == 0.625


def test_facility_of_nobody_is_unknown():
    assert facility([]) is None


def test_discrimination_is_one_when_the_item_follows_the_rest():
    assert discrimination([0, 0, 0.5, 1, 1], [0, 0, 1, 2, 2]) == pytest.approx(1)


def test_discrimination_is_negative_when_weak_learners_do_better():
    assert discrimination([1, 1, 0, 0, 0], [0, 1, 2, 3, 4]) == pytest.approx(-0.8660254)


def test_discrimination_of_a_few_attempts_is_unknown():
    assert discrimination([0, 1, 1, 0], [0, 1, 1, 0]) is None


def test_discrimination_of_an_item_everybody_knew_is_unknown():
    assert discrimination([1, 1, 1, 1, 1], [0, 1, 2, 3, 4]) is None


def test_alpha_of_equal_items_is_one():
    assert alpha([[0, 0], [1, 1], [0, 0], [1, 1], [1, 1]]) == pytest.approx(1)


def test_alpha_by_hand():
    # item variances 0.24, 0.16, 0.16; totals 3, 2, 1, 0, 2 vary by 1.04
    table = [[1, 1, 1], [1, 1, 0], [0, 1, 0], [0, 0, 0], [1, 1, 0]]

    assert alpha(table) == pytest.approx(1.5 * (1 - (0.24 + 0.16 + 0.16) / 1.04))


def test_alpha_of_one_question_is_unknown():
    assert alpha([[1], [0], [1], [0], [1]]) is None


def test_alpha_without_any_spread_is_unknown():
    assert alpha([[1, 0]] * 6) is None
