from __future__ import annotations

import pytest

from quizzes.engine import whole
from quizzes.engine.rendering import as_sentence, render
from tests.engine.parsing import parsed


def told(text: str) -> str:
    """Return what is shown of a sentence taken whole, "" where it is not taken."""
    clause = whole.find(parsed(text).sentences[0])
    return as_sentence(render(clause.pieces(), {})).text if clause else ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The harbour of Riga freezes in hard winters, and icebreakers keep its entrance open.",
            "The harbour of Riga freezes in hard winters, and icebreakers keep its entrance open.",
        ),
        (
            "However, the harbour of Riga (built in 1852) also serves ships from Sweden and Finland.",
            "The harbour of Riga serves ships from Sweden and Finland.",
        ),
        (
            "For example, the harbour of Riga serves many ships from Sweden and Finland.",
            "The harbour of Riga serves many ships from Sweden and Finland.",
        ),
        (
            "In hard winters, the harbour of Riga is kept open by two icebreakers.",
            "In hard winters, the harbour of Riga is kept open by two icebreakers.",
        ),
        (
            "In 1852 the harbour of Riga was enlarged – and deepened – for ships from Sweden.",
            "In 1852 the harbour of Riga was enlarged – and deepened – for ships from Sweden.",
        ),
    ],
)
def test_a_plain_sentence_is_taken_as_it_stands(text: str, shown: str) -> None:
    assert told(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The measurements of the depth of the harbour of Riga shows that it has lost two metres.",
        "The monitoring of many old harbours show that they have lost two metres of their depth.",
        "Lars Holm says at the fish market, a charity that runs the home of the sailors.",
        "Ships enter the harbour of Riga; tugs bring them to the quay on the left bank.",
        "The harbour of Riga is free of ice in January and in February!",
        "The harbour of Riga, however, serves ships from Sweden and from Finland.",
        "Riga has a harbour.",
        "A harbour for the ships that come from Sweden and from Finland in January.",
    ],
)
def test_what_is_no_plain_statement_is_not_taken(text: str) -> None:
    assert told(text) == ""


def test_the_clause_shows_its_tokens_in_their_order() -> None:
    clause = whole.find(parsed("In hard winters, the harbour of Riga is kept open by two icebreakers.").sentences[0])

    assert clause is not None
    order = [token.i for token in clause.tokens()]
    assert order == sorted(order)
