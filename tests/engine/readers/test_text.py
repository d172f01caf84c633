import codecs

import pytest

from quizzes.engine.document import Unreadable
from quizzes.engine.readers import read

TEXT = "The café in Nyíregyháza opened in 1912."
WESTERN = "The café charged £3 – “not much” – in 1912."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be with mark", "utf-16-le bare", "utf-16-be bare"],
)
def test_unicode_text_is_decoded(data):
    assert read(data, "a.txt").text == TEXT


def test_windows_western_text_is_decoded():
    document = read(WESTERN.encode("cp1252"), "a.txt")

    assert document.text == 'The café charged £3 – "not much" – in 1912.'


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        codecs.BOM_UTF16_LE + b"\x00\xd8\x41",
        b"text\x01\x02\x03",
    ],
    ids=["all bytes", "picture", "broken utf-16", "control characters"],
)
def test_binary_data_is_refused(data):
    with pytest.raises(Unreadable, match="does not hold plain text"):
        read(data, "a.txt")


def test_one_stray_control_character_does_not_make_a_text_binary():
    document = read(TEXT.encode() * 5 + b"\x01", "a.txt")

    assert "\x01" not in document.text
    assert TEXT in document.text


def test_the_first_line_alone_becomes_the_title():
    document = read(f"A Café in Hungary\n\n{TEXT}".encode(), "a.txt")

    assert document.title == "A Café in Hungary"
