import pytest

from quizzes.engine.document import Block, Unreadable
from quizzes.engine.readers import read
from quizzes.engine.readers.docx import MAX_UNPACKED

from .files import WORD_SPACE, docx

SENTENCE = "The lake is deep, and it is old."


def paragraphs(document):
    return [(p.block, p.span.of(document.text)) for p in document.paragraphs]


def test_paragraphs_and_headings_are_read():
    document = read(docx("# The Lake", SENTENCE, "# Rivers", "Only one flows out."), "a.docx")

    assert paragraphs(document) == [
        (Block.HEADING, "The Lake"),
        (Block.BODY, SENTENCE),
        (Block.HEADING, "Rivers"),
        (Block.BODY, "Only one flows out."),
    ]


def test_title_and_author_come_from_the_properties():
    document = read(docx(SENTENCE, title="Deep  Water", author="Jane Roe"), "a.docx")

    assert (document.title, document.author) == ("Deep Water", "Jane Roe")


def test_without_properties_the_first_heading_is_the_title():
    document = read(docx("# The Lake", SENTENCE), "a.docx")

    assert (document.title, document.author) == ("The Lake", "")


def test_footnotes_and_their_marks_are_left_out():
    text = "The lake is deep"
    notes = f"""<w:footnotes xmlns:w="{WORD_SPACE}"><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p>
    </w:footnote></w:footnotes>"""
    body = f"""<w:document xmlns:w="{WORD_SPACE}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r>
    <w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>"""

    document = read(docx(body=body, extra={"word/footnotes.xml": notes}), "a.docx")

    assert document.text == "The lake is deep."


def test_pictures_are_left_out():
    document = read(docx(SENTENCE, extra={"word/media/image1.png": "no picture"}), "a.docx")

    assert document.text == SENTENCE


def test_a_file_without_text_is_refused():
    with pytest.raises(Unreadable, match="No text was found"):
        read(docx(), "a.docx")


def test_an_archive_that_unpacks_to_too_much_is_refused():
    with pytest.raises(Unreadable, match="too large once unpacked"):
        read(docx(SENTENCE, extra={"word/media/image1.bmp": "a" * MAX_UNPACKED}), "a.docx")


def test_xml_entities_are_refused():
    bomb = f"""<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]><w:document xmlns:w="{WORD_SPACE}"><w:body><w:p><w:r>
    <w:t>&a;</w:t></w:r></w:p></w:body></w:document>"""

    with pytest.raises(Unreadable, match="damaged"):
        read(docx(body=bomb), "a.docx")


@pytest.mark.parametrize("data", [b"PK\x03\x04 word/ and nothing more", b"no archive at all"])
def test_a_damaged_file_is_refused(data):
    with pytest.raises(Unreadable, match="Word file is damaged"):
        read(data, "a.docx")
