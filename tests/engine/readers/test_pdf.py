import pytest

from quizzes.engine.document import Block, Unreadable
from quizzes.engine.readers import pdf as pdf_reader
from quizzes.engine.readers import read

from .files import column, pdf

FIRST = [
    "The lake lies in the south of a wide country and is deeper",
    "than any other lake that people have found and measured.",
]
ORDINALS = ["First", "Second", "Third"]
SECOND = [
    "Many rivers flow into the lake, but only a single river flows",
    "out of it and carries its water to the distant ocean.",
]


def paragraphs(document, block=Block.BODY):
    return [p.span.of(document.text) for p in document.paragraphs if p.block is block]


@pytest.mark.parametrize(
    "lines",
    [[*FIRST, "", "", *SECOND], ["\t" + FIRST[0], FIRST[1], "\t" + SECOND[0], SECOND[1]]],
    ids=["space between", "first line indented"],
)
def test_lines_are_put_back_into_paragraphs(lines):
    document = read(pdf(column(*lines)), "a.pdf")

    assert paragraphs(document) == [" ".join(FIRST), " ".join(SECOND)]


def test_a_short_last_line_ends_a_paragraph():
    document = read(pdf(column(*FIRST, "It is old.", *SECOND)), "a.pdf")

    assert paragraphs(document) == [" ".join([*FIRST, "It is old."]), " ".join(SECOND)]


def test_a_paragraph_goes_on_in_the_next_column_and_page():
    left, right = (
        column(*FIRST, SECOND[0]),
        column(*SECOND[1:], "In winter it is covered by a thick sheet of ice that", x=320),
    )

    document = read(pdf([*left, *right], column("carries people, horses and even lorries.")), "a.pdf")

    assert paragraphs(document) == [
        f"{' '.join([*FIRST, *SECOND])} {right[1][3]} carries people, horses and even lorries."
    ]


def test_a_line_in_larger_letters_is_a_heading():
    document = read(pdf([*column("Deep Water", top=760, size=20), *column(*FIRST)]), "a.pdf")

    assert paragraphs(document, Block.HEADING) == ["Deep Water"]
    assert paragraphs(document) == [" ".join(FIRST)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The treaty was a great achieve-", "ment of its time."], "The treaty was a great achievement of its time."),
        (["They signed the Hay-", "Herran Treaty in 1903."], "They signed the Hay-Herran Treaty in 1903."),
        (["A well-known lake and one more well-", "known lake."], "A well-known lake and one more well-known lake."),
        (["The sea is a long term plan for a long-", "term aim."], "The sea is a long term plan for a long-term aim."),
    ],
    ids=["divided word", "capital", "written so elsewhere", "both halves are words"],
)
def test_hyphens_at_line_ends(lines, expected):
    document = read(pdf(column(*lines)), "a.pdf")

    assert document.text == expected


def test_running_heads_and_page_numbers_are_dropped():
    texts = [
        [f"{word} it was found that a lake is much deeper than", f"{word.lower()} people believed."]
        for word in ORDINALS
    ]
    numbers = ["1", "Page 2 of 3", "- 3 -"]
    pages = [
        [*column(f"The Lake Review {i}", top=800), *column(*lines, *FIRST, *lines), *column(number, top=40)]
        for i, (lines, number) in enumerate(zip(texts, numbers, strict=True))
    ]

    document = read(pdf(*pages), "a.pdf")

    assert "Review" not in document.text
    assert "Page" not in document.text
    assert paragraphs(document)[::2] == [" ".join(lines) for lines in texts]


def test_a_year_inside_the_page_is_not_a_page_number():
    document = read(pdf(column("It is old.", *FIRST[:1], "1912", FIRST[1], "It is deep.")), "a.pdf")

    assert "1912" in document.text


def test_title_and_author_come_from_the_properties():
    document = read(pdf(column(*FIRST), title="Deep Water", author="Jane Roe"), "a.pdf")

    assert (document.title, document.author) == ("Deep Water", "Jane Roe")


@pytest.mark.parametrize("title", ["Microsoft Word - lake.doc", "untitled", "lake_final2.docx"])
def test_a_file_name_is_no_title(title):
    document = read(pdf(column(*FIRST), title=title), "a.pdf")

    assert document.title == ""


def test_a_file_locked_without_a_password_to_open_is_read():
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf(column(*FIRST)))))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)

    assert paragraphs(read(file.getvalue(), "a.pdf")) == [" ".join(FIRST)]


def test_a_file_that_needs_a_password_is_refused():
    with pytest.raises(Unreadable, match="protected by a password"):
        read(pdf(column(*FIRST), password="secret"), "a.pdf")


def test_a_scan_is_refused():
    with pytest.raises(Unreadable, match="pictures of pages"):
        read(pdf([], []), "a.pdf")


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdf_reader, "MAX_PAGES", 1)

    with pytest.raises(Unreadable, match="at most 1 pages"):
        read(pdf(column(*FIRST), column(*SECOND)), "a.pdf")


def test_a_damaged_file_is_refused():
    with pytest.raises(Unreadable, match="PDF is damaged"):
        read(b"%PDF-1.7 and nothing more", "a.pdf")
