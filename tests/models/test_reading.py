from datetime import UTC, datetime, timedelta

import pytest

from quizzes.models import Reading
from tests.factories import ArticleFactory, StudentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_reading_again_only_moves_the_time(student):
    article = ArticleFactory()
    Reading.objects.note(student, article, NOW)

    Reading.objects.note(student, article, NOW + timedelta(days=1))

    assert [reading.at for reading in Reading.objects.all()] == [NOW + timedelta(days=1)]


def test_of_puts_the_latest_first(student):
    early, late = ArticleFactory(), ArticleFactory()
    Reading.objects.note(student, late, NOW)
    Reading.objects.note(student, early, NOW - timedelta(days=1))

    assert [reading.article for reading in Reading.objects.of(student)] == [late, early]


def test_of_excludes_other_people_and_articles_no_longer_visible(student):
    Reading.objects.note(StudentFactory(), ArticleFactory(), NOW)
    Reading.objects.note(student, ArticleFactory(visibility="private"), NOW)

    assert not Reading.objects.of(student).exists()


def test_name_says_who_and_what(student):
    reading = Reading(learner=student, article=ArticleFactory(title="Tides"), at=NOW)

    assert str(reading) == f"{student}: Tides"
