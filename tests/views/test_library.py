import pytest
from django.urls import reverse

from quizzes.views.library import PER_PAGE
from tests.conftest import signed_in
from tests.factories import (
    ArticleFactory,
    CourseFactory,
    EnrollmentFactory,
    FactFactory,
    MemoryFactory,
    QuestionFactory,
    RevisionFactory,
)

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def titles(response):
    return [shelved.article.title for shelved in response.context["shelf"]]


def test_stranger_signs_in_first(client):
    response = client.get(reverse("library"))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_articles_are_listed_with_their_numbers(student, student_client):
    article = RevisionFactory(article__title="Tides", words=700).article
    fact = FactFactory(article=article)
    QuestionFactory(article=article, fact=fact)
    MemoryFactory(learner=student, fact=fact, state=1)

    page = student_client.get(reverse("library")).content.decode()

    assert reverse("article_detail", args=[article.pk]) in page
    for words in ("4 min read", "1 fact<", "1 question<", "<strong>1</strong> learning"):
        assert words in page


def test_articles_of_other_classes_are_not_listed(student, student_client):
    mine, other = CourseFactory(), CourseFactory()
    EnrollmentFactory(person=student, course=mine)
    ArticleFactory(title="Mine", owner=mine.owner, visibility="courses")
    ArticleFactory(title="Theirs", owner=other.owner, visibility="courses")
    ArticleFactory(title="Private", visibility="private")

    assert titles(student_client.get(reverse("library"))) == ["Mine"]


def test_search_finds_every_word_in_title_author_or_publisher(student_client):
    ArticleFactory(title="Tides", author="Ann Moon")
    ArticleFactory(title="Tides of March")

    response = student_client.get(reverse("library"), {"q": "moon tides"})

    assert titles(response) == ["Tides"]


def test_search_without_a_find_gives_the_words_back(student_client):
    ArticleFactory()

    page = student_client.get(reverse("library"), {"q": '<b>"x'}).content.decode()

    assert "Nothing found for “&lt;b&gt;&quot;x”" in page
    assert 'value="&lt;b&gt;&quot;x"' in page


def test_search_too_long_is_refused_and_given_back(student_client):
    response = student_client.get(reverse("library"), {"q": "x" * 101})

    assert response.status_code == 400
    assert "at most 100 characters" in response.content.decode()
    assert "x" * 101 in response.content.decode()


@pytest.mark.parametrize("page", ["0", "x"])
def test_page_that_is_no_number_is_refused(student_client, page):
    response = student_client.get(reverse("library"), {"page": page})

    assert response.status_code == 400
    assert "There is no such page" in response.content.decode()


def test_pages_follow_each_other_and_keep_the_search(student_client):
    ArticleFactory.create_batch(PER_PAGE + 1, title="Tides")

    response = student_client.get(reverse("library"), {"q": "tides", "page": "2"})

    assert len(titles(response)) == 1
    assert "?q=tides&amp;page=1" in response.content.decode()


def test_htmx_gets_the_results_alone(student_client):
    ArticleFactory(title="Tides")

    response = student_client.get(reverse("library"), {"q": "tides"}, headers=HTMX)

    assert response.content.decode().lstrip().startswith('<div id="results"')
    assert "HX-Request" in response["Vary"]


def test_empty_library_tells_a_student_to_join_a_class(student_client):
    page = student_client.get(reverse("library")).content.decode()

    assert "The shelves are empty" in page
    assert reverse("article_add") not in page


def test_empty_library_tells_a_teacher_to_add_an_article(teacher_client):
    page = teacher_client.get(reverse("library")).content.decode()

    assert reverse("article_add") in page


def test_posting_is_refused(student_client):
    assert student_client.post(reverse("library")).status_code == 405


@pytest.mark.parametrize("count", [1, 50])
def test_number_of_queries_does_not_grow(student, django_assert_num_queries, count):
    for fact in FactFactory.create_batch(count):
        QuestionFactory(article=fact.article, fact=fact)
    client = signed_in(student)

    with django_assert_num_queries(8):
        client.get(reverse("library"))
