import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from quizzes.engine import bank
from quizzes.engine.document import read_text

ARTICLE = sorted((Path(__file__).parents[2] / "fixtures" / "articles").glob("*.txt"))[0]


@pytest.fixture(scope="module")
def made() -> bank.Bank:
    """One bank, built once for all the tests of its printed forms."""
    return bank.build(read_text(ARTICLE.read_text(encoding="utf-8")), 3)


@pytest.fixture
def quick(monkeypatch, made):
    """Answer with the one bank, and remember what was asked for."""
    asked = {}

    def build(document, seed, progress):
        asked.update(text=document.text, seed=seed, progress=progress)
        if progress:
            progress("parse", 0.5)
            progress("parse", 1.0)
        return made

    monkeypatch.setattr(bank, "build", build)
    return asked


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("generate", *arguments, stdout=out)
    return out.getvalue()


def test_generate_prints_json(quick, made):
    data = json.loads(printed(str(ARTICLE), "--seed", "7"))

    assert len(data["items"]) == len(made.questions)
    assert quick["seed"] == 7


def test_generate_prints_text(quick, made):
    assert made.questions[0].stem in printed(str(ARTICLE), "--format", "text")


def test_generate_prints_a_table(quick, made):
    assert f"{len(made.questions)}\n" in printed(str(ARTICLE), "--format", "table")


def test_generate_prints_the_text_that_offsets_point_into(made):
    assert printed(str(ARTICLE), "--text").rstrip("\n") == made.document.text.rstrip("\n")


def test_generate_reads_standard_input(quick, monkeypatch, made):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.read_bytes())))

    printed("-")

    assert quick["text"] == made.document.text


def test_generate_touches_no_database(quick):
    # No `db` fixture: pytest-django fails the test on any query.
    assert printed(str(ARTICLE), "--format", "table")


def test_generate_shows_no_bar_in_a_pipe(quick, capsys):
    printed(str(ARTICLE), "--format", "table")

    assert quick["progress"] is None
    assert capsys.readouterr().err == ""


def test_generate_shows_a_bar_on_a_terminal(quick, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    out = printed(str(ARTICLE), "--format", "table")

    assert "100%" in screen.getvalue()
    assert "100%" not in out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"Too short to ask about.", "too little"),
        (b"Der Hund lief schnell durch den Wald und sprang dann auf die Mauer. " * 12, "English"),
        (bytes(range(256)) * 20, "plain text"),
        (b"It was so, and then it was not so any more. " * 12, "can be asked with certainty"),
    ],
)
def test_generate_says_why_it_cannot(tmp_path, content, reason):
    path = tmp_path / "article.txt"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=reason):
        printed(str(path))


def test_generate_says_that_a_file_is_missing(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        printed(str(tmp_path / "missing.txt"))


def test_generate_refuses_a_directory(tmp_path):
    with pytest.raises(CommandError, match="Cannot read"):
        printed(str(tmp_path))
