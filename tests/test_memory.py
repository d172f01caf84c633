"""The memory of one fact: FSRS by its published numbers, and what must hold for any history."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import memory
from quizzes.memory import Phase, Rating

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ratings = st.sampled_from(Rating)
histories = st.lists(st.tuples(ratings, st.integers(0, 400 * 24 * 60)), min_size=1, max_size=12)


def log(history):
    """Turn ratings and minutes of waiting into ratings and times."""
    at, found = NOW, []
    for rating, minutes in history:
        at += timedelta(minutes=minutes)
        found.append((rating, at))
    return found


def test_first_good_review_has_the_published_initial_stability():
    state = memory.review(None, Rating.GOOD, NOW)

    assert state.stability == pytest.approx(2.3065)


def test_first_good_review_is_due_in_ten_minutes():
    state = memory.review(None, Rating.GOOD, NOW)

    assert (state.phase, state.due) == (Phase.LEARNING, NOW + timedelta(minutes=10))


def test_second_good_review_settles_the_memory_for_days():
    state = memory.rebuild(log([(Rating.GOOD, 0), (Rating.GOOD, 10)]))

    assert (state.phase, state.due - state.last_review) == (Phase.REVIEW, timedelta(days=2))


def test_forgetting_a_settled_memory_relearns_it():
    settled = memory.review(None, Rating.EASY, NOW)

    state = memory.review(settled, Rating.AGAIN, settled.due)

    assert state.phase == Phase.RELEARNING
    assert state.stability < settled.stability


def test_rebuild_of_nothing_is_no_memory():
    assert memory.rebuild([]) is None


@given(histories)
def test_rebuild_equals_one_review_after_another(history):
    state = None
    for rating, at in log(history):
        state = memory.review(state, rating, at)

    assert memory.rebuild(log(history)) == state


@given(histories)
def test_memory_stays_within_bounds_and_is_due_later_than_it_was_reviewed(history):
    state = memory.rebuild(log(history))

    assert state.stability > 0
    assert 1 <= state.difficulty <= 10
    assert state.due > state.last_review


@given(histories)
def test_intervals_never_shrink_with_a_better_rating(history):
    state = memory.rebuild(log(history))

    intervals = memory.next_intervals(state, state.due)

    assert list(intervals) == list(Rating)
    assert list(intervals.values()) == sorted(intervals.values())


@given(histories, ratings)
def test_interval_on_a_button_is_the_one_that_pressing_it_gives(history, rating):
    state = memory.rebuild(log(history))

    after = memory.review(state, rating, state.due)

    assert after.due == state.due + memory.next_intervals(state, state.due)[rating]


def test_intervals_of_a_new_fact_need_no_state():
    minutes = [span.total_seconds() / 60 for span in memory.next_intervals(None, NOW).values()]

    assert minutes == [1, 5.5, 10, 8 * 24 * 60]


@given(st.integers(2, 12), st.integers(0, 60))
def test_right_answers_in_quick_succession_do_not_raise_stability(times, minutes):
    once = memory.review(None, Rating.GOOD, NOW)

    many = memory.rebuild(log([(Rating.GOOD, minutes)] * times))

    assert many.stability == once.stability


def test_clock_that_ran_backwards_counts_as_no_time():
    state = memory.review(None, Rating.GOOD, NOW)

    after = memory.review(state, Rating.GOOD, NOW - timedelta(days=3))

    assert after == memory.review(state, Rating.GOOD, NOW)


def test_time_zone_of_the_clock_does_not_matter():
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    state = memory.review(None, Rating.EASY, NOW.astimezone(kathmandu))

    assert state == memory.review(None, Rating.EASY, NOW)


def test_recall_is_certain_after_a_review_and_nine_in_ten_when_stability_is_over():
    state = memory.review(None, Rating.EASY, NOW)

    later = memory.retrievability(state, NOW + timedelta(days=round(state.stability)))

    assert memory.retrievability(state, NOW) == 1
    assert later == pytest.approx(memory.RETENTION, abs=0.01)


@pytest.mark.parametrize(
    ("credit", "rating"), [(1.0, Rating.GOOD), (0.99, Rating.HARD), (0.1, Rating.HARD), (0.0, Rating.AGAIN)]
)
def test_credit_of_an_answer_as_a_rating(credit, rating):
    assert memory.rating_of(credit) is rating
