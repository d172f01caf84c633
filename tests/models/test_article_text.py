"""An article as a reader meets it: its byline, its paragraphs, and finding it."""

import pytest

from quizzes.models import Article
from tests.factories import ArticleFactory, RevisionFactory


@pytest.mark.parametrize(
    ("about", "byline"),
    [
        ({}, ""),
        ({"author": "Ann Moon", "published": "2022-01-14"}, "Ann Moon · 14 January 2022"),
        ({"author": "Tides", "publisher": "Tides", "published": "Spring 2022"}, "Tides · Spring 2022"),
    ],
)
def test_byline_tells_what_is_known(about, byline):
    assert Article(title="On tides", **about).byline == byline


@pytest.mark.django_db
@pytest.mark.parametrize(("title", "first"), [("On tides", "body"), ("Something else", "heading")])
def test_blocks_leave_out_the_title_above_the_text(title, first):
    text = "On tides\n\nThe moon pulls the sea, and the sea follows it."
    revision = RevisionFactory(text=text, article__title=title)

    assert revision.blocks()[0].kind == first


@pytest.mark.django_db
def test_blocks_count_only_the_paragraphs_of_the_body():
    text = "The moon pulls the sea, and the sea follows it.\n\nSpring\n\nSpring tides are the highest tides of all."
    revision = RevisionFactory(text=text)

    assert [(shown.kind, shown.index) for shown in revision.blocks()] == [("body", 0), ("heading", -1), ("body", 1)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "count"), [("", 2), ("tides", 2), ("TIDES moon", 1), ("moon march", 0), ("press", 1)]
)
def test_search_wants_every_word_somewhere(query, count):
    ArticleFactory(title="On tides", author="Ann Moon")
    ArticleFactory(title="Tides of March", publisher="Sea Press")

    assert Article.objects.search(query).count() == count
