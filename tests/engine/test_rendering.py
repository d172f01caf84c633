from __future__ import annotations

from quizzes.engine.document import Span
from quizzes.engine.rendering import Rendered, as_sentence, capitalised, render
from tests.engine.parsing import parsed

TOKENS = list(parsed('The ship, however, reached "New Riga" in 1931.').sentences[0].tokens)


def pick(*words: str) -> list[object]:
    return [next((token for token in TOKENS if token.text == word), word) for word in words]


def test_neighbours_keep_their_own_spacing() -> None:
    assert render(TOKENS, {}).text == 'the ship, however, reached "New Riga" in 1931.'


def test_first_word_loses_the_capital_of_its_sentence() -> None:
    assert render(pick("in", "1931", ",", "The", "ship"), {}).text == "in 1931, the ship"


def test_stray_commas_go() -> None:
    assert render([",", "the", ",", ",", "ship", ","], {}).text == "the, ship"


def test_rewrite_replaces_and_leaves_out() -> None:
    rewrite = {TOKENS[0].i: "the Aurora", TOKENS[1].i: ""}

    assert render([TOKENS[0], TOKENS[1], "sank"], rewrite).text == "the Aurora sank"


def test_quotation_marks_cling_to_what_they_hold() -> None:
    assert render(pick("reached", '"', "Riga", '"', "in"), {}).text == 'reached "Riga" in'


def test_slot_is_where_the_tokens_stand() -> None:
    rendered = render([*TOKENS[:2], "sailed"], {})

    assert rendered.slot(TOKENS[:2]) == Span(0, 8)


def test_slot_of_what_is_not_shown_is_none() -> None:
    assert render(TOKENS[:2], {}).slot(TOKENS[-2:]) is None


def test_sentence_gets_capital_and_full_stop() -> None:
    assert as_sentence(Rendered("the ship sank", {})).text == "The ship sank."


def test_sentence_that_ends_in_a_quoted_stop_gets_no_second() -> None:
    assert as_sentence(Rendered('he said "no."', {})).text == 'He said "no."'


def test_name_with_its_own_capitals_is_left_alone() -> None:
    assert capitalised("iPhone sales rose") == "iPhone sales rose"
