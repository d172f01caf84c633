from __future__ import annotations

import io
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.tasks import default_task_backend

from quizzes import tasks
from quizzes.models import Article, Build, Question
from tests.builders import bank_of
from tests.factories import TEXT

pytestmark = pytest.mark.django_db

UNTITLED = TEXT + "\n\n" + "Delta and Gamma left the pact in the year 2001 after a long quarrel. " * 4
PROSE = f"The Alpha Pact\n\n{UNTITLED}"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Spare the tests the language model."""
    monkeypatch.setattr(tasks, "read", lambda build, progress: bank_of(build.revision))
    default_task_backend.clear()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "pact.txt"
    path.write_text(PROSE)
    return path


def add(*arguments: object) -> str:
    out = StringIO()
    call_command("add_article", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_article_waits_for_the_worker(file, teacher, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        told = add(file, "--owner", teacher.username)

    article = Article.objects.get()
    assert (article.title, article.owner, article.visibility) == ("The Alpha Pact", teacher, "courses")
    assert len(default_task_backend.results) == 1
    assert "the worker will write its questions" in told


def test_now_builds_the_bank_here(file, teacher):
    told = add(file, "--owner", teacher.username, "--now")

    assert Build.objects.get().state == "done"
    assert "2 facts, 1 questions" in told
    assert Question.objects.get().status == "draft"


def test_approve_builds_and_approves(file, teacher):
    add(file, "--owner", teacher.username, "--approve")

    assert Question.objects.askable().count() == 1


def test_what_is_typed_comes_before_what_the_file_says(file, teacher):
    add(
        file,
        "--owner",
        teacher.username,
        "--title",
        "Pacts",
        "--source-url",
        "https://example.org/",
        "--visibility",
        "public",
    )

    article = Article.objects.get()
    assert (article.title, article.source_url, article.visibility) == ("Pacts", "https://example.org/", "public")


def test_article_comes_from_standard_input(monkeypatch, teacher):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode())))

    add("-", "--owner", teacher.username)

    assert "signed in 1992" in Article.objects.get().revisions.get().text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--owner", "nobody"], "There is no teacher with the username nobody"),
        (["--source-url", "not an address"], "valid URL"),
    ],
)
def test_bad_arguments_are_refused(file, teacher, arguments, reason):
    with pytest.raises(CommandError, match=reason):
        add(file, "--owner", teacher.username, *arguments)

    assert not Article.objects.exists()


def test_student_cannot_be_the_owner(file, student):
    with pytest.raises(CommandError, match="no teacher"):
        add(file, "--owner", student.username)


@pytest.mark.parametrize(
    ("text", "reason"), [("", "empty"), ("Three short words.", "too little"), (UNTITLED, "no title")]
)
def test_text_that_cannot_be_used_is_refused(file, teacher, text, reason):
    file.write_text(text)

    with pytest.raises(CommandError, match=reason):
        add(file, "--owner", teacher.username)

    assert not Article.objects.exists()


def test_missing_file_is_named(tmp_path, teacher):
    with pytest.raises(CommandError, match=r"Cannot read .*gone\.txt"):
        add(tmp_path / "gone.txt", "--owner", teacher.username)


def test_terminal_shows_a_progress_bar(file, teacher, monkeypatch):
    shown = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        tasks,
        "read",
        lambda build, tell: shown.extend([tell("parse", 0.2), tell("parse", 1.0)]) or bank_of(build.revision),
    )

    add(file, "--owner", teacher.username, "--now")

    assert len(shown) == 2
