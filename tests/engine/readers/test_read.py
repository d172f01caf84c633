import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.engine.document import Document, Unreadable
from quizzes.engine.readers import MAX_BYTES, SUFFIXES, read

from .files import column, docx, pdf

SENTENCE = "Lake Baikal holds about a fifth of the fresh water on the surface of the Earth."
WORD_FILE = docx(SENTENCE)
PDF_FILE = pdf(column(SENTENCE))
DAMAGED = st.sampled_from([WORD_FILE, PDF_FILE]).flatmap(
    lambda data: st.tuples(st.integers(0, len(data)), st.binary(max_size=20)).map(
        lambda cut: data[: cut[0]] + cut[1] + data[cut[0] + len(cut[1]) :]
    )
)


def outcome(data, name):
    try:
        return read(data, name)
    except Unreadable as error:
        return error


def is_document_with_words_in_every_span(result):
    return isinstance(result, Document) and all(p.span.of(result.text).strip() for p in result.paragraphs)


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.md", "", "-", "folder.d/article"])
def test_plain_text_is_read_by_its_name_or_without_one(name):
    document = read(SENTENCE.encode(), name)

    assert document.text == SENTENCE


@pytest.mark.parametrize(
    ("data", "name"), [(WORD_FILE, "a.txt"), (PDF_FILE, "a.txt"), (WORD_FILE, ""), (PDF_FILE, "-")]
)
def test_what_the_bytes_say_counts_more_than_the_name(data, name):
    document = read(data, name)

    assert document.text == SENTENCE


def test_unnamed_bytes_that_start_as_a_page_are_read_as_one():
    document = read(f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode())

    assert document.text == SENTENCE


@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_an_empty_file_is_refused(data):
    with pytest.raises(Unreadable, match="empty"):
        read(data, "a.txt")


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a.png", "a.epub"])
def test_an_unknown_type_is_refused_with_the_types_that_work(name):
    with pytest.raises(Unreadable, match=r"Upload a \.txt, \.html, \.pdf or \.docx file"):
        read(b"anything", name)


def test_a_file_over_the_limit_is_refused_with_the_limit():
    with pytest.raises(Unreadable, match="at most 5 MB"):
        read(b"a" * (MAX_BYTES + 1), "a.txt")


def test_every_suffix_of_a_reader_is_listed_for_forms():
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx"} <= set(SUFFIXES)


@given(data=st.binary(max_size=400), suffix=st.sampled_from([*SUFFIXES, "", ".exe"]))
@example(b"%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R>>", ".pdf")
@example(b"PK\x03\x04word/", ".docx")
@example(b"<", ".html")
@settings(max_examples=200)
def test_any_bytes_are_a_document_or_unreadable(data, suffix):
    result = outcome(data, f"article{suffix}")

    assert is_document_with_words_in_every_span(result) or (
        isinstance(result, Unreadable) and str(result).endswith(".")
    )


@given(DAMAGED)
@settings(max_examples=150)
def test_a_damaged_file_is_a_document_or_unreadable(data):
    result = outcome(data, "article")

    assert is_document_with_words_in_every_span(result) or (
        isinstance(result, Unreadable) and str(result).endswith(".")
    )
