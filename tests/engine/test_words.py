import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.words import bare, distance, fold, holds, letters, stems, telling


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Rhône!", "the rhone"),
        ("U.S. Navy", "us navy"),
        ("1,200 men", "1200 men"),
        ("3.5 km", "3.5 km"),
        ("O'Brien", "obrien"),
        ("Łódź", "lodz"),
        ("post-Soviet", "post soviet"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_bare_keeps_a_text_of_articles_only():
    assert bare("The") == "the"


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "ab", 2), ("ca", "abc", 3)],
)
def test_distance_counts_slips(left, right, count):
    assert distance(left, right) == count


def test_stems_are_the_first_letters_of_telling_words():
    assert stems("The organization of it") == {"organ"}


def test_telling_leaves_grammar_out():
    assert telling("It was the war of 1812") == {"war", "1812"}


def test_holds_needs_whole_words():
    assert holds("They left the CSTO in 2012.", "the csto")
    assert not holds("A partner", "art")
    assert not holds("anything", "")


@given(st.text(max_size=12), st.text(max_size=12))
def test_each_slip_takes_away_at_most_one_letter(left, right):
    assert (letters(left) & ~letters(right)).bit_count() <= distance(left, right)


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 4))
def test_distance_is_exact_up_to_the_most_that_counts(left, right, most):
    exact = distance(left, right)

    assert distance(left, right, most) == exact or min(exact, distance(left, right, most)) > most
