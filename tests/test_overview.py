"""Where a learner is in an attempt."""

import pytest

from quizzes.overview import overview

# What is answered, left open for good, flagged.
ROWS = [(1, True, False, False), (2, False, False, True), (3, True, False, False), (4, False, False, False)]


def positions(places):
    return [place.position for place in places]


def test_counts_and_names_what_is_open_and_flagged():
    seen = overview(ROWS, one_way=False)

    assert (seen.total, seen.done) == (4, 2)
    assert (positions(seen.open), positions(seen.flagged)) == ([2, 4], [2])


def test_what_is_left_open_for_good_is_neither_answered_nor_still_open():
    seen = overview([(1, False, True, False), (2, False, False, False), (3, False, False, False)], one_way=True)

    assert (seen.done, positions(seen.left), positions(seen.open)) == (0, [1], [2, 3])
    assert seen.after(1) == 2


@pytest.mark.parametrize(("position", "expected"), [(1, 2), (2, 4), (3, 4), (4, 2)])
def test_open_after_looks_forward_first(position, expected):
    assert overview(ROWS, one_way=False).open_after(position) == expected


def test_open_after_the_last_open_one_is_none():
    assert overview([(1, True, False, False), (2, False, False, False)], one_way=False).open_after(2) is None


@pytest.mark.parametrize(("one_way", "reachable"), [(False, [1, 2, 3, 4]), (True, [1, 2])])
def test_one_way_reaches_no_further_than_the_first_open_one(one_way, reachable):
    seen = overview(ROWS, one_way=one_way)

    assert positions(place for place in seen.places if place.is_reachable) == reachable


@pytest.mark.parametrize(("position", "before", "after"), [(1, None, 2), (2, 1, None)])
def test_neighbours_are_those_that_may_be_seen(position, before, after):
    seen = overview(ROWS, one_way=True)

    assert (seen.before(position), seen.after(position)) == (before, after)


@pytest.mark.parametrize(("wanted", "expected"), [(3, 3), (0, 0), (None, 2), (99, 2)])
def test_on_from_goes_where_is_wanted_and_to_the_next_open_one_else(wanted, expected):
    assert overview(ROWS, one_way=False).on_from(1, wanted) == expected
