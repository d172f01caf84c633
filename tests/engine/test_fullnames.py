from __future__ import annotations

import pytest

from tests.engine.telling import facts_of

INTRODUCED = "Clara Holt was a chemist who worked in Leeds for thirty years. "


def told(text: str) -> set[str]:
    return {fact.statement for fact in facts_of(INTRODUCED + text)}


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Holt moved to York in 1871.", "Clara Holt moved to York in 1871."),
        ("In 1880 Holt's brother left England.", "In 1880, Clara Holt's brother left England."),
        ("In 1884 President Holt came to York.", "In 1884, President Clara Holt came to York."),
    ],
)
def test_a_surname_is_written_out_where_a_statement_first_names_a_person(sentence, statement):
    assert statement in told(sentence)


def test_the_full_name_is_written_once():
    found = told("Clara Holt left Leeds in 1890 because Holt wanted to see Norway.")

    assert found
    assert not any("because Clara Holt" in statement for statement in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1902 Holt's Tower was opened in York.",
        "The Holt family moved to York in 1902.",
        "In 1871 Ida Moe took the name Holt in Leeds.",
        'In 1871 Ida Moe said in Leeds, "Holt isolated iodine from seaweed."',
    ],
)
def test_a_surname_that_is_meant_as_such_stays(sentence):
    assert not any("Clara Holt" in statement for statement in told(sentence) if "chemist" not in statement)


def test_a_ruler_goes_by_name_and_rank():
    text = "Ogul Khan was a ruler who lived in Karakorum for thirty years. In 1251 Ogul left Karakorum."

    assert "In 1251, Ogul Khan left Karakorum." in {fact.statement for fact in facts_of(text)}
