from datetime import UTC, datetime, timedelta

import pytest

from quizzes.models.fact import Standing
from quizzes.models.shelf import shelve
from tests.factories import ArticleFactory, FactFactory, MemoryFactory, QuestionFactory, RevisionFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_shelve_counts_approved_facts_and_questions(student):
    article = ArticleFactory()
    fact = FactFactory(article=article)
    QuestionFactory(article=article, fact=fact)
    QuestionFactory(article=article, fact=fact, status="draft")
    FactFactory(article=article, status="draft")
    MemoryFactory(learner=student, fact=fact, state=2, due=NOW + timedelta(days=1))

    shelved = shelve([article], student, NOW)[0]

    assert (shelved.questions, shelved.standing) == (1, Standing(known=1))


def test_shelve_counts_the_words_of_the_latest_revision(student):
    article = ArticleFactory()
    RevisionFactory(article=article, number=2, words=441)
    RevisionFactory(article=article, number=1, words=100)

    shelved = shelve([article], student, NOW)[0]

    assert (shelved.words, shelved.minutes) == (441, 3)


def test_shelve_keeps_the_order_and_takes_an_article_without_anything(student):
    second, first = ArticleFactory(), ArticleFactory()

    shelved = shelve([first, second], student, NOW)

    assert [(one.article, one.words, one.minutes, one.questions) for one in shelved] == [
        (first, 0, 1, 0),
        (second, 0, 1, 0),
    ]


@pytest.mark.parametrize("count", [1, 50])
def test_shelve_takes_three_queries(student, django_assert_num_queries, count):
    articles = [fact.article for fact in FactFactory.create_batch(count)]

    with django_assert_num_queries(3):
        shelve(articles, student, NOW)
