import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Reading
from tests.conftest import signed_in
from tests.factories import (
    ArticleFactory,
    BuildFactory,
    MemoryFactory,
    QuestionFactory,
    RevisionFactory,
)

pytestmark = pytest.mark.django_db
PAGES = ["article_detail", "article_read"]
TEXT = (
    "On tides\n\nThe moon pulls the sea & the <b>shore</b>.\n\nSpring tides\n\n"
    "Spring tides are the highest of all.\n\nImages: Ann Moon\n\nNeap tides are the lowest of all."
)


@pytest.fixture
def article():
    return RevisionFactory(text=TEXT, article__title="On tides", article__author="Ann Moon").article


def ask(article, number=0, **about):
    """Add an approved fact and a question on it."""
    fact = article.facts.create(key=f"fact{number}", kind="date", statement="One.", paragraph=0, status="approved")
    return QuestionFactory(article=article, fact=fact, **about)


@pytest.mark.parametrize("page", PAGES)
def test_stranger_signs_in_first(client, article, page):
    assert client.get(reverse(page, args=[article.pk])).status_code == 302


@pytest.mark.parametrize("page", PAGES)
def test_article_that_is_not_shared_does_not_exist(student_client, page):
    private = RevisionFactory(article__visibility="private").article

    assert student_client.get(reverse(page, args=[private.pk])).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_owner_sees_a_private_article(teacher, page):
    private = RevisionFactory(article__visibility="private", article__owner=teacher).article

    assert signed_in(teacher).get(reverse(page, args=[private.pk])).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_posting_is_refused(student_client, article, page):
    assert student_client.post(reverse(page, args=[article.pk])).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_text_is_escaped(student_client, article, page):
    html = student_client.get(reverse(page, args=[article.pk])).content.decode()

    assert "the sea &amp; the &lt;b&gt;shore&lt;/b&gt;" in html


def test_front_names_the_author_and_links_the_source(student_client, article):
    article.source_url, article.licence = "https://example.org/tides", "CC BY 4.0"
    article.save()

    html = student_client.get(reverse("article_detail", args=[article.pk])).content.decode()

    assert "Ann Moon" in html
    assert 'href="https://example.org/tides"' in html
    assert "CC BY 4.0" in html


def test_front_leads_to_text_quiz_and_cards(student_client, article):
    ask(article)

    html = student_client.get(reverse("article_detail", args=[article.pk])).content.decode()

    for name in ("article_read", "article_quiz", "article_cards"):
        assert reverse(name, args=[article.pk]) in html


def test_front_without_questions_offers_no_quiz(student_client, article):
    ask(article, status="draft")

    html = student_client.get(reverse("article_detail", args=[article.pk])).content.decode()

    assert reverse("article_quiz", args=[article.pk]) not in html
    assert "no approved questions" in html


def test_front_tells_that_the_text_is_still_being_read(teacher):
    build = BuildFactory(revision__article__owner=teacher)
    article = build.revision.article

    html = signed_in(teacher).get(reverse("article_detail", args=[article.pk])).content.decode()

    assert "still being read" in html
    assert reverse("article_build", args=[article.pk]) in html


def test_front_tells_why_the_text_could_not_be_read(student_client):
    build = BuildFactory(state="failed", finished=timezone.now(), message="Too little text.")

    html = student_client.get(reverse("article_detail", args=[build.revision.article_id])).content.decode()

    assert "Too little text." in html
    assert reverse("article_build", args=[build.revision.article_id]) not in html


def test_front_of_an_article_without_text_stands(student_client):
    article = ArticleFactory()

    assert student_client.get(reverse("article_detail", args=[article.pk])).status_code == 200


def test_front_shows_what_the_reader_knows(student, student_client):
    article = MemoryFactory(learner=student, state=1).fact.article

    html = student_client.get(reverse("article_detail", args=[article.pk])).content.decode()

    assert "<strong>1</strong> learning" in html


def test_text_has_an_address_for_each_paragraph_of_the_body(student_client, article):
    html = student_client.get(reverse("article_read", args=[article.pk])).content.decode()

    assert '<p id="p0">The moon' in html
    assert "<h2>Spring tides</h2>" in html
    assert '<p id="p1">Spring tides are' in html
    assert '<p class="aside">Images: Ann Moon</p>' in html
    assert '<p id="p2">Neap tides' in html


def test_text_shows_its_title_once(student_client, article):
    html = student_client.get(reverse("article_read", args=[article.pk])).content.decode()

    assert html.count("On tides</h") == 1


def test_text_shows_the_latest_revision(student_client, article):
    RevisionFactory(article=article, number=1000, text="A newer text stands here now.")

    html = student_client.get(reverse("article_read", args=[article.pk])).content.decode()

    assert "A newer text" in html
    assert "The moon" not in html


def test_text_that_is_missing_is_not_found(student_client):
    assert student_client.get(reverse("article_read", args=[ArticleFactory().pk])).status_code == 404


def test_reading_is_remembered_once(student, student_client, article):
    for _ in range(2):
        student_client.get(reverse("article_read", args=[article.pk]))

    assert [(reading.learner, reading.article) for reading in Reading.objects.all()] == [(student, article)]


def test_text_leads_on_to_its_questions(student_client, article):
    ask(article)

    html = student_client.get(reverse("article_read", args=[article.pk])).content.decode()

    assert reverse("article_quiz", args=[article.pk]) in html


@pytest.mark.parametrize(("page", "queries"), [("article_detail", 9), ("article_read", 13)])
@pytest.mark.parametrize("count", [1, 50])
def test_number_of_queries_does_not_grow(student, article, django_assert_num_queries, page, queries, count):
    for number in range(count):
        ask(article, number)
    client = signed_in(student)

    with django_assert_num_queries(queries):
        client.get(reverse(page, args=[article.pk]))
