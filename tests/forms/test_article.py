"""What the form for a new article takes, completes and refuses."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quizzes.engine import readers
from quizzes.engine.document import read_text
from quizzes.forms.article import ArticleAddForm
from quizzes.models import Article, Build
from tests.factories import TeacherFactory

pytestmark = pytest.mark.django_db

SENTENCES = (
    "The canal was opened in 1914 by the engineers of the zone.",
    "The lake was dammed in 1912 and it covers four hundred square kilometres.",
    "Many workers came from Barbados, because the wages there were low.",
    "The railway across the isthmus was finished in 1855.",
)
TEXT = "\n\n".join(" ".join(SENTENCES) for _ in range(3))


def form(text="", upload=None, **values):
    data = {"text": text, "title": "The canal", "visibility": "private"} | values
    return ArticleAddForm(data, {"file": upload} if upload else {})


def upload(content=TEXT, name="canal.txt"):
    return SimpleUploadedFile(name, content.encode())


def test_pasted_text_becomes_the_document():
    bound = form(TEXT)

    assert bound.is_valid(), bound.errors
    assert bound.document.text == read_text(TEXT, title="The canal").text


def test_file_becomes_the_document():
    bound = form(upload=upload())

    assert bound.is_valid(), bound.errors
    assert "opened in 1914" in bound.document.text


@pytest.mark.parametrize(("text", "file"), [("", None), ("  \n ", None), (TEXT, "canal.txt")])
def test_exactly_one_of_text_and_file_is_needed(text, file):
    bound = form(text, upload(name=file) if file else None)

    assert bound.non_field_errors() == ["Paste the article's text or upload its file: one of the two."]


def test_title_is_taken_from_the_file():
    bound = form(upload=upload(f"# How the Canal Was Dug\n\n{TEXT}", "canal.md"), title="")

    assert bound.is_valid(), bound.errors
    assert bound.cleaned_data["title"] == "How the Canal Was Dug"


def test_given_title_wins_over_the_one_in_the_file():
    bound = form(upload=upload(f"# How the Canal Was Dug\n\n{TEXT}", "canal.md"), title="Mine")

    assert bound.is_valid(), bound.errors
    assert bound.cleaned_data["title"] == "Mine"


def test_text_without_a_title_asks_for_one():
    bound = form(TEXT, title="")

    assert bound.errors["title"] == ["Give the article a title: its text does not begin with one."]


def test_title_that_is_too_long_is_told_of_once():
    bound = form(TEXT, title="x" * 301)

    assert len(bound.errors["title"]) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Too short.", "too little to ask about"),
        ("Der Kanal wurde im Jahr 1914 eröffnet, damit die Schiffe schneller ankamen. " * 10, "English"),
        (TEXT.upper(), "capital letters"),
        (TEXT * 3_000, "too long"),
    ],
)
def test_text_that_cannot_be_read_is_refused_at_its_box(text, reason):
    bound = form(text)

    assert list(bound.errors) == ["text"]
    assert reason in bound.errors["text"][0]


def test_unknown_kind_of_file_is_refused_at_its_box():
    bound = form(upload=upload(name="canal.exe"))

    assert list(bound.errors) == ["file"]


def test_empty_file_is_told_of_once():
    bound = form(upload=upload(""))

    assert list(bound.errors) == ["file"]
    assert len(bound.errors["file"]) == 1


def test_large_file_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(readers, "MAX_BYTES", 10)

    bound = form(upload=upload())

    assert "too large" in bound.errors["file"][0]


def test_unknown_visibility_is_refused():
    assert "visibility" in form(TEXT, visibility="world").errors


def test_add_stores_the_article_waiting_for_a_worker():
    bound, teacher = form(TEXT, author="A. Writer", source_url="https://example.org/canal"), TeacherFactory()
    assert bound.is_valid(), bound.errors

    article = bound.add(teacher)

    stored = Article.objects.get()
    assert stored == article
    assert (stored.title, stored.author, stored.owner, stored.visibility) == (
        "The canal",
        "A. Writer",
        teacher,
        "private",
    )
    assert stored.revisions.get().text == bound.document.text
    assert Build.objects.get().state == "waiting"
