from quizzes.engine.document import Block
from quizzes.engine.readers import read


def texts(document, block):
    return [p.span.of(document.text) for p in document.paragraphs if p.block is block]


def test_marks_are_rendered_away():
    source = "Lake *Baikal* is **very** deep, as [a survey](https://example.org) showed & proved.\n"

    document = read(source.encode(), "a.md")

    assert texts(document, Block.BODY) == ["Lake Baikal is very deep, as a survey showed & proved."]


def test_headings_stay_headings_and_the_first_is_the_title():
    document = read(b"# The Lake\n\nIt is deep.\n\n## Rivers\n\nOne flows out.\n", "a.md")

    assert document.title == "The Lake"
    assert texts(document, Block.HEADING) == ["The Lake", "Rivers"]


def test_wrapped_lines_are_one_paragraph():
    document = read(b"The lake is\ndeep and\nold.\n", "a.markdown")

    assert texts(document, Block.BODY) == ["The lake is deep and old."]


def test_table_rows_are_lines_with_their_cells_apart():
    document = read(b"| River | Length |\n|---|---|\n| Angara | 1779 km |\n", "a.md")

    assert "River Length" in document.text
    assert "Angara 1779 km" in document.text


def test_embedded_scripts_are_dropped():
    document = read(b"The lake is deep.\n\n<script>alert('x')</script>\n", "a.md")

    assert document.text == "The lake is deep."
