from __future__ import annotations

import pytest

from quizzes.engine.facts.base import Pair
from tests.engine.telling import asked, facts_of

HOLM = "Anna Holm runs the Danish Grain Board."


@pytest.mark.parametrize(
    "text",
    [
        '"Prices for rye will rise again in spring," said Anna Holm.',
        '"Prices for rye will rise again in spring," Holm said.',
        'Anna Holm said: "Prices for rye will rise again in spring."',
        'Anna Holm added: "Prices for rye will rise again in spring. It is the weather."',
    ],
)
def test_asks_who_said_the_very_words(text: str) -> None:
    stems = asked(f"{HOLM} {text}", "quotation")

    assert stems == {'Who said, "Prices for rye will rise again in spring"?': "Anna Holm"}


def test_statement_never_drops_the_speaker() -> None:
    (fact,) = facts_of(f'{HOLM} "Prices for rye will rise again in spring," said Anna Holm.', "quotation")

    assert fact.statement == 'Anna Holm said, "Prices for rye will rise again in spring."'
    assert fact.pair == Pair("speaker-words", "Anna Holm", '"Prices for rye will rise again in spring"')


@pytest.mark.parametrize(
    "text",
    [
        '"They will rise again in spring before the harvest," said Anna Holm.',
        '"The report tells every farmer about cheaper rye," said Anna Holm.',
        '"But prices for rye will rise again in spring," said Anna Holm.',
        '"For the Danish farmers it has become a bad summer," said Anna Holm.',
        '"Rye is dear," said Anna Holm.',
        '"Will prices for rye rise again in spring?" asked Anna Holm.',
    ],
)
def test_words_that_need_the_others_are_not_asked(text: str) -> None:
    assert not facts_of(f"{HOLM} {text}", "quotation")


def test_unknown_speaker_is_not_asked_for() -> None:
    assert not facts_of('"Prices for rye will rise again in spring," said the farmer.', "quotation")
