"""Where an article names something."""

import pytest

from quizzes.engine.document import Span, read_text
from quizzes.engine.mentions import mention

TEXT = read_text(
    "# The bridge of Mara Lind\n\n"
    "In 1903 the town of Orvel asked Dr. Mara Lind of Brin for a bridge. She drew it with 12 arches.\n\n"
    "## What Tessel paid\n\n"
    "The old ferry had cost 3.5 crowns a head. Tessel, the next town, gave 5 million crowns in May 1904. "
    "New Garth gave nothing. The workers came from Garth and from the Isle of Wen. "
    "Some 40 boats carried 60 stones each."
).text


def told(name, asked="What?", apart=()):
    """Return the sentence that names something, and the number of its paragraph."""
    found = mention(name, TEXT, "", asked=asked, apart=apart)
    return found and (found.sentence.of(TEXT), found.paragraph)


@pytest.mark.parametrize(
    ("name", "begins", "paragraph"),
    [
        ("1903", "In 1903", 0),
        ("Mara Lind", "In 1903", 0),
        ("Tessel", "Tessel, the next town", 1),
        ("May 1904", "Tessel, the next town", 1),
        ("the next town", "Tessel, the next town", 1),
        ("the workers", "The workers", 1),
        ("3.5 crowns", "The old ferry", 1),
        ("Garth", "The workers", 1),
        ("New Garth", "New Garth", 1),
        ("the Isle of Wen", "The workers", 1),
    ],
)
def test_the_first_sentence_that_has_it_as_whole_words(name, begins, paragraph):
    sentence, number = told(name)

    assert sentence.startswith(begins)
    assert sentence.endswith(".")
    assert number == paragraph


@pytest.mark.parametrize("name", ["190", "Lin", "Isle", "Norway", "What Tessel paid", "5 million crown", "", "..."])
def test_what_the_article_does_not_name(name):
    assert told(name) is None


@pytest.mark.parametrize("name", ["3", "5", "3.5", "12", "40"])
def test_a_mere_number_says_nothing_unless_it_counts_what_is_asked_for(name):
    assert told(name) is None


@pytest.mark.parametrize(("name", "asked"), [("12", "How many arches has it?"), ("60", "How many stones were there?")])
def test_a_number_is_found_where_it_counts_what_is_asked_for(name, asked):
    assert told(name, asked) is not None


def test_the_sentences_that_prove_the_key_are_not_taken():
    start = TEXT.index("The workers")

    assert told("Garth", apart=[Span(start + 4, start + 11)]) is None


def test_the_heading_of_an_article_is_none_of_its_sentences():
    text = read_text("Mara Lind\n\nThe town of Orvel asked for a bridge in the year 1903. Lind drew it at once.").text

    assert mention("Mara Lind", text, "Mara Lind", asked="Who?") is None
