from datetime import UTC, datetime, timedelta

import pytest

from quizzes import memory as schedule
from quizzes.memory import Rating
from quizzes.models import Memory, Review
from tests.factories import FactFactory, MemoryFactory, ResponseFactory, StudentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_review_begins_a_memory(student):
    fact = FactFactory()

    memory = Memory.objects.review(student, fact, Rating.GOOD, NOW, "one")

    assert Memory.objects.get(learner=student, fact=fact).as_state() == schedule.review(None, Rating.GOOD, NOW)
    assert memory.due == NOW + timedelta(minutes=10)


def test_review_moves_the_memory_on(student):
    fact = FactFactory()
    Memory.objects.review(student, fact, Rating.GOOD, NOW, "one")

    Memory.objects.review(student, fact, Rating.GOOD, NOW + timedelta(minutes=10), "two")

    memory = Memory.objects.get()
    assert (memory.state, memory.due) == (2, NOW + timedelta(days=2, minutes=10))


def test_review_is_logged_with_the_answer_it_came_from(student):
    response = ResponseFactory(attempt__learner=student)

    Memory.objects.review(student, FactFactory(), Rating.HARD, NOW, "one", response=response)

    review = Review.objects.get()
    assert (review.rating, review.at, review.response) == (Rating.HARD, NOW, response)


def test_token_seen_before_changes_nothing(student):
    fact = FactFactory()
    first = Memory.objects.review(student, fact, Rating.GOOD, NOW, "one")

    again = Memory.objects.review(student, fact, Rating.AGAIN, NOW + timedelta(minutes=1), "one")

    assert again.as_state() == first.as_state()
    assert Review.objects.get().rating == Rating.GOOD


def test_same_token_for_another_fact_counts(student):
    Memory.objects.review(student, FactFactory(), Rating.GOOD, NOW, "one")

    Memory.objects.review(student, FactFactory(), Rating.GOOD, NOW, "one")

    assert Memory.objects.of(student).count() == 2


def test_review_that_came_late_is_logged_in_order(student):
    fact = FactFactory()
    Memory.objects.review(student, fact, Rating.GOOD, NOW, "one")

    Memory.objects.review(student, fact, Rating.GOOD, NOW - timedelta(hours=1), "two")

    assert [review.at for review in Review.objects.all()] == [NOW, NOW]


def test_rebuild_restores_what_the_reviews_left(student):
    fact = FactFactory()
    for number, rating in enumerate([Rating.GOOD, Rating.EASY, Rating.AGAIN, Rating.HARD]):
        memory = Memory.objects.review(student, fact, rating, NOW + timedelta(days=9 * number), str(number))
    expected = memory.as_state()
    Memory.objects.update(stability=99, difficulty=1, state=1, step=0, due=NOW, last_review=NOW)

    memory = Memory.objects.get()
    memory.rebuild()

    assert Memory.objects.get().as_state() == expected


def test_rebuild_without_reviews_keeps_the_memory():
    memory = MemoryFactory()
    before = memory.as_state()

    memory.rebuild()

    assert Memory.objects.get().as_state() == before


def test_due_puts_the_longest_waiting_first(student):
    late = MemoryFactory(learner=student, due=NOW)
    later = MemoryFactory(learner=student, due=NOW - timedelta(days=1))

    assert list(Memory.objects.of(student).due(NOW)) == [later, late]


def test_due_excludes_what_comes_later(student):
    MemoryFactory(learner=student, due=NOW + timedelta(seconds=1))

    assert not Memory.objects.of(student).due(NOW).exists()


def test_due_excludes_retired_facts(student):
    MemoryFactory(learner=student, due=NOW, fact__status="retired")

    assert not Memory.objects.of(student).due(NOW).exists()


def test_of_excludes_other_people(student):
    MemoryFactory(learner=StudentFactory())

    assert not Memory.objects.of(student).exists()


def test_names_say_who_what_and_how(student):
    fact = FactFactory(statement="Tides turn.")
    memory = Memory.objects.review(student, fact, Rating.HARD, NOW, "one")

    assert [str(memory), str(Review.objects.get())] == [f"{student}: Tides turn.", f"{student}: Tides turn. (Hard)"]
