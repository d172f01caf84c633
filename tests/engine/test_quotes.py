from dataclasses import replace

import pytest

from quizzes.engine.document import Span
from quizzes.engine.quotes import Quotes
from tests.engine.builders import fact

QUAY = "The Northern Harbour Board built the long quay of Amble in 1902."
FERRY = "It was widened in 1911 for the ferry."
TEXT = f"{QUAY} {FERRY}"
FIRST, SECOND = Span(0, len(QUAY)), Span(len(QUAY) + 1, len(TEXT))


def told(statement: str, *evidence: Span):
    return replace(fact("f1", statement), evidence=evidence)


def test_a_fact_is_quoted_as_its_sentences_stand_in_the_text():
    assert Quotes(TEXT).of(told("The quay was widened in 1911.", FIRST, SECOND)) == (QUAY, FERRY)


@pytest.mark.parametrize(
    ("name", "is_named"), [("long quay", True), ("ferry", True), ("harbour boar", False), ("", False)]
)
def test_a_name_is_told_by_the_statement_or_a_sentence_that_proves_it(name, is_named):
    assert Quotes(TEXT).name(told("The long quay was widened in 1911.", SECOND), [name]) is is_named


def test_years_are_those_of_the_sentences_that_prove_a_fact():
    assert Quotes(TEXT).years(told("The quay was widened.", FIRST, SECOND)) == {1902, 1911}


def test_the_teller_is_the_sentence_that_says_what_is_stated():
    statement = "The long quay was widened in 1911 for the ferry."

    assert Quotes(TEXT).teller(told(statement, FIRST, SECOND)) == SECOND


def test_what_takes_several_sentences_has_no_teller():
    statement = "The Northern Harbour Board widened the long quay for coal ships, trawlers and pilot cutters."

    assert Quotes(TEXT).teller(told(statement, FIRST, SECOND)) is None
