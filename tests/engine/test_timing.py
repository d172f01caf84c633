from __future__ import annotations

import pytest

from quizzes.engine.timing import is_time, moment
from tests.engine.parsing import parsed


def phrase(text: str) -> list[object]:
    tokens = list(parsed(f"Denmark sold ships {text}.").sentences[0].tokens)
    return tokens[3:-1]


@pytest.mark.parametrize(
    ("text", "form", "lead", "told", "iso", "year"),
    [
        ("in 1931", "year", "in", "1931", "1931", 1931),
        ("in January 1931", "month", "in", "January 1931", "1931-01", 1931),
        ("on 7 February 1931", "day", "on", "7 February 1931", "1931-02-07", 1931),
        ("on February 7, 1931", "day", "on", "February 7, 1931", "1931-02-07", 1931),
        ("in early 1931", "part", "in", "early 1931", "", 1931),
        ("from 1905 to 1907", "range", "from", "1905 to 1907", "", 1905),
        ("in the 1930s", "decade", "in", "the 1930s", "", 1930),
        ("in the late 19th century", "century", "in", "the late 19th century", "", None),
        ("in 44 BC", "", "", "", "", None),
        ("since 1931", "year", "since", "1931", "1931", 1931),
    ],
)
def test_reads_a_definite_time(text: str, form: str, lead: str, told: str, iso: str, year: int | None) -> None:
    found = moment(phrase(text))

    if not form:
        assert found is None
        return
    assert found is not None
    assert (found.form, found.lead, found.text, found.iso, found.year) == (form, lead, told, iso, year)


@pytest.mark.parametrize("text", ["in the harbour", "after the war", "on Friday", "two years later", "in January"])
def test_anything_else_is_no_definite_time(text: str) -> None:
    assert moment(phrase(text)) is None


def test_nothing_is_no_time() -> None:
    assert moment([]) is None


@pytest.mark.parametrize(("text", "verdict"), [("in 1931", True), ("in Norway", False), ("on 3 May 1931", True)])
def test_knows_a_time_when_it_sees_one(text: str, verdict: bool) -> None:
    assert is_time(phrase(text)) is verdict
