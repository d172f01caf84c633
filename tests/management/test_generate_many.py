"""Many articles in one call: in order, each as if it were alone, and none stopped by another."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from quizzes.engine import bank
from quizzes.engine.document import Unreadable, read_text

HARBOUR = (
    "The harbour of Amble was dredged in 1902 so that larger ships could reach the town. In 1911 John Thornton became "
    "the first harbour master of Amble. The Northern Harbour Board built the long quay of Amble in 1926, because the "
    "old one had been damaged by the storms of the winter.\n\n"
)
RAILWAY = (
    "The Northern Coast Railway was opened in 1874. It was built by George Hargreave, an engineer who was born in "
    "Bergen in 1831. The railway was closed in 1964 because the mines of the coast had been "
    "abandoned by their owners.\n\n"
)
EMPTY = "It was so, and then it was not so any more. " * 12


@pytest.fixture
def articles(tmp_path):
    texts = {"harbour": HARBOUR, "empty": EMPTY, "railway": RAILWAY}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.txt") for name in texts}


def run(*arguments: str) -> tuple[list[str], str, str]:
    """Return the lines printed, what stands on stderr, and the error that ends the command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("generate", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue().splitlines(), err.getvalue(), str(error)
    return out.getvalue().splitlines(), err.getvalue(), ""


def alone(text: str) -> dict:
    return json.loads(json.dumps(bank.to_json(bank.build(read_text(text), 7))))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_line_is_the_bank_of_one_article(articles, jobs):
    lines, _, error = run(articles["railway"], articles["harbour"], "--seed", "7", "--jobs", jobs)

    assert [json.loads(line) for line in lines] == [alone(RAILWAY), alone(HARBOUR)]
    assert error == ""


def test_articles_without_a_bank_are_reported_and_the_others_go_on(articles, tmp_path):
    lines, told, error = run(articles["harbour"], articles["empty"], str(tmp_path / "none.txt"), articles["railway"])

    assert len(lines) == 2
    assert f"{articles['empty']}: Nothing in this article can be asked" in told
    assert "none.txt: Cannot read" in told
    assert error == "No bank for 2 of 4 articles."


def test_out_writes_a_file_for_each_article(articles, tmp_path):
    lines, _, _ = run(articles["harbour"], articles["railway"], "--out", str(tmp_path / "banks"), "--seed", "7")

    assert json.loads((tmp_path / "banks" / "harbour.json").read_text(encoding="utf-8")) == alone(HARBOUR)
    assert sorted(path.name for path in (tmp_path / "banks").iterdir()) == ["harbour.json", "railway.json"]
    assert lines == []


def test_articles_of_one_name_do_not_overwrite_each_other(articles, tmp_path):
    _, _, error = run(articles["harbour"], articles["harbour"], "--out", str(tmp_path / "banks"))

    assert "overwrite each other" in error
    assert not (tmp_path / "banks").exists()


def test_out_that_is_a_file_is_refused(articles):
    assert "Cannot write to" in run(articles["harbour"], "--out", articles["railway"])[2]


def test_standard_input_stands_alone(articles):
    assert "give - alone" in run("-", articles["harbour"])[2]


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_jobs_are_one_or_more(articles, jobs):
    assert "1 or more" in run(articles["harbour"], f"--jobs={jobs}")[2]


def test_build_many_equals_single_builds():
    documents = [read_text(text) for text in (HARBOUR, "word", RAILWAY)]

    banks = list(bank.build_many(documents, 7))

    assert [banks[0], banks[2]] == [bank.build(documents[0], 7), bank.build(documents[2], 7)]
    assert isinstance(banks[1], Unreadable)
