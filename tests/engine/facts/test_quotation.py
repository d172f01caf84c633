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
        '"But prices for rye will rise again in spring," said Anna Holm.',
        '"It is late," Holm said. "Prices for rye will rise again in spring. It is the weather."',
        'Anna Holm later told a meeting of millers in Ribe: "Prices for rye will rise again in spring."',
        'The director, Anna Holm, says: "Prices for rye will rise again in spring."',
        'Anna Holm said: "Prices for rye will rise again in spring. They always do so.',
    ],
)
def test_asks_who_said_the_very_words(text: str) -> None:
    stems = asked(f"{HOLM} {text}", "quotation")

    assert stems == {'Who said, "Prices for rye will rise again in spring"?': "Anna Holm"}


@pytest.mark.parametrize(
    "words",
    [
        "Rain on the fields of Danish rye means that they will be harvested late in Ribe",
        "Nobody in Denmark pays for farmers' losses after a long and dry summer in Jutland",
    ],
)
def test_what_the_words_themselves_name_hangs_on_nothing(words: str) -> None:
    assert f'Who said, "{words}"?' in asked(f'{HOLM} "{words}," said Anna Holm.', "quotation")


def test_statement_never_drops_the_speaker() -> None:
    (fact,) = facts_of(f'{HOLM} "Prices for rye will rise again in spring," said Anna Holm.', "quotation")

    assert fact.statement == 'Anna Holm said, "Prices for rye will rise again in spring."'
    assert fact.pair == Pair("speaker-words", "Anna Holm", '"Prices for rye will rise again in spring"')


@pytest.mark.parametrize(
    "text",
    [
        '"They will rise again in spring before the harvest," said Anna Holm.',
        '"The report tells every farmer about cheaper rye," said Anna Holm.',
        '"For the Danish farmers it has become a bad summer," said Anna Holm.',
        '"Rye is dear," said Anna Holm.',
        '"Prices for rye are higher today than in any spring," said Anna Holm.',
        '"One of the things farmers grow in spring is rye," said Anna Holm.',
        '"You can carry 45kg of rye," said Anna Holm.',
        '"Working with the team doctor helps farmers in a wet spring," said Anna Holm.',
        '"Will prices for rye rise again in spring?" asked Anna Holm.',
        '"Planning a harvest is a very big part of it for farmers," said Anna Holm.',
        '"Cheaper rye was meant to help Danish farmers do more," said Anna Holm.',
        '"Farmers in Ribe tell many stories about the benefits but nobody has figures," said Anna Holm.',
    ],
)
def test_words_that_need_the_others_are_not_asked(text: str) -> None:
    assert not facts_of(f"{HOLM} {text}", "quotation")


def test_unknown_speaker_is_not_asked_for() -> None:
    assert not facts_of('"Prices for rye will rise again in spring," said the farmer.', "quotation")


@pytest.mark.parametrize(
    "words",
    [
        "It is hard to sell Danish rye in a wet summer",
        "Nobody who grows rye forgets his first wet summer",
        "Millers buy Danish rye because they trust the mills in Ribe",
    ],
)
def test_pronoun_that_the_quotation_explains_itself_is_kept(words: str) -> None:
    assert f'Who said, "{words}"?' in asked(f'{HOLM} "{words}," said Anna Holm.', "quotation")


def test_he_said_means_the_only_person_named_last() -> None:
    text = (
        "Peter Lund grows rye near Ribe. Harvests were poor in 2004. In 2005 rust spoiled half of the grain. The mills "
        'stood still for months. All bread grew dear. "Prices for rye will rise again in spring," he said.'
    )

    assert asked(text, "quotation") == {'Who said, "Prices for rye will rise again in spring"?': "Peter Lund"}


def test_he_said_means_nobody_where_another_came_between() -> None:
    text = (
        "Peter Lund grows rye near Ribe with Ole Krag. Harvests were poor in 2004. "
        '"Prices for rye will rise again in spring," he said.'
    )

    assert not asked(text, "quotation")


def test_who_is_spoken_of_is_not_who_speaks() -> None:
    text = (
        "Peter Lund grows rye near Ribe and wrote a book about the harvest of 2004. "
        '"Ole Krag was the best miller in Denmark that year," he said. "Ole Krag ground more rye than anybody else."'
    )

    assert "Ole Krag" not in asked(text, "quotation").values()


def test_words_quoted_twice_are_asked_once() -> None:
    quoted = '"Prices for rye will rise again in spring," said Anna Holm.'

    assert len(facts_of(f"{HOLM} {quoted} Farmers doubted it. {quoted}", "quotation")) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"Prices for rye," said Anna Holm, "will rise again in spring after the harvest."',
        '"Rye is dear," said Anna Holm. Others disagree. "Prices for rye will fall again in spring."',
    ],
)
def test_words_torn_apart_or_of_another_speaker_are_not_asked(text: str) -> None:
    assert not facts_of(f"{HOLM} {text}", "quotation")


def test_who_claims_something_in_the_next_sentence_did_not_say_what_stands_before() -> None:
    text = (
        "Ida Moe runs a mill near Ribe. The Danish Grain Board sells rye. "
        '"The old mill is far too slow," says Ida Moe, a miller who writes on bread. '
        '"Cheap flour from Poland has taken every baker away from Ribe." The Danish Grain Board claims ninety members.'
    )

    assert "the Danish Grain Board" not in {who.removeprefix("The ") for who in asked(text, "quotation").values()}
    assert asked(text, "quotation")['Who said, "Cheap flour from Poland has taken every baker away from Ribe"?'] == (
        "Ida Moe"
    )
