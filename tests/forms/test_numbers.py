"""Numbers in the language of whoever types them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.questions.measures import read_numbers
from quizzes.forms.numbers import unambiguous


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("1,234", "en", "1234"),
        ("1.234", "en", "1.234"),
        ("1,234", "en-us", "1234"),
        ("1,234", "", "1234"),
        ("1.234", "de", "1234"),
        ("1,234", "de", "1.234"),
        ("1.234 km", "de", "1234"),
        ("-1.234", "de", "-1234"),
        ("1,5", "de", "1.5"),
        ("1,5", "en", "1.5"),
        ("1.5", "de", "1.5"),
        ("1.234,5", "de", "1234.5"),
        ("1,234.5", "de", "1234.5"),
        ("1.234.567", "de", "1234567"),
        ("1 234", "fr", "1234"),
        ("1 234,5", "fr", "1234.5"),
        ("1,234", "fr", "1.234"),
        ("1.234", "es", "1234"),
        ("1.234", "pt-br", "1234"),
        ("1.234", "nl", "1234"),
        ("12.345 Personen", "de", "12345"),
        ("0,234", "de", "0.234"),
        ("0,234", "en", "0.234"),
        ("0.234", "de", "0.234"),
        ("1.234", "xx-unknown", "1.234"),
        ("2,5 million", "de", "2500000"),
    ],
)
def test_the_language_decides_what_is_ambiguous(typed, language, number):
    assert read_numbers(unambiguous(typed, language)) == [Decimal(number)]


def test_what_is_copied_from_the_article_means_what_it_means_there():
    assert read_numbers(unambiguous("1,234", "de", ["about 1,234 ships"])) == [1234]


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", ""]))
def test_texts_without_figures_stay_as_they_are(text, language):
    text = "".join(char for char in text if not char.isdigit())

    assert unambiguous(text, language) == text


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["de", "fr", "es", "it"]))
def test_a_number_written_the_continental_way_is_read_back(number, language):
    written = f"{number:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")

    assert read_numbers(unambiguous(written, language)) == [number]
