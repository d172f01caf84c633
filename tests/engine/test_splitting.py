"""Sentences by punctuation alone."""

import pytest

from quizzes.engine.document import read_text
from quizzes.engine.splitting import sentences


def split(text):
    document = read_text(text)
    return [[span.of(document.text) for span in paragraph] for paragraph in sentences(document)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The pact was signed in 1992.", "It came into force in 1994."],
        ["Who signed it?", "Nobody knows!", "Beta did not."],
        ['He said: "We shall sign."', "They did."],
        ["Dr. Ada Lorne met Mr. Quill at St. Brin.", "They talked."],
        ["J. R. Marsh wrote to the U.S. Senate.", "It answered."],
        ["The road is 3.5 km long.", "300 people use it, e.g. Traders."],
        ["(It rained.)", "The river rose."],
    ],
)
def test_sentences_end_where_a_reader_stops(parts):
    assert split(" ".join(parts)) == [parts]


def test_each_paragraph_has_its_own_sentences():
    found = split("The pact was signed in 1992. It came into force in 1994.\n\nBeta joined it in 1999.")

    assert [len(paragraph) for paragraph in found] == [2, 1]


def test_headings_have_no_sentences():
    found = split("# The long road\n\nThe road was built in 1950. It leads to Brin.")

    assert found == [["The road was built in 1950.", "It leads to Brin."]]


def test_sentences_hold_every_word_of_their_paragraph():
    text = 'A first one... And more. Was it (really)? "Yes." No. 5 was last, in Jan. 1999. And then it was over.'
    document = read_text(text)

    [found] = sentences(document)

    assert " ".join(span.of(document.text) for span in found) == document.text
