import socket

import pytest

from quizzes.engine.document import Block, Unreadable
from quizzes.engine.readers import read

FIRST = "Lake Baikal holds a fifth of all the fresh water on the surface of the Earth, and it is 25 million years old."
SECOND = "More than 300 rivers flow into the lake, but only the Angara flows out of it on its way to the Yenisei."
HEAD = """<title>The Lake | The Daily</title><meta property="og:title" content="The Lake">
<meta name="author" content="Jane Roe"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">"""


def page(body, head=HEAD, before=""):
    return f"{before}<!doctype html><html><head>{head}</head><body>{body}</body></html>"


ARTICLE = page(
    f"""<nav><a href="/">Home</a> <a href="/world">World news</a></nav>
    <article><h1>The Lake</h1><p>{FIRST}<script>alert(1)</script></p><h2>Its rivers</h2><p>{SECOND}</p></article>
    <form><label>Subscribe to our letter <input name="mail"></label></form>
    <footer>Copyright 2021 The Daily. All rights reserved.</footer>"""
)


def body(document):
    return [p.span.of(document.text) for p in document.paragraphs if p.block is Block.BODY]


def test_the_article_is_read_without_the_page_around_it():
    document = read(ARTICLE.encode(), "a.html")

    assert body(document) == [FIRST, SECOND]
    assert all(word not in document.text for word in ("Home", "Subscribe", "Copyright", "alert"))


def test_headings_are_kept_as_headings():
    document = read(ARTICLE.encode(), "a.html")

    assert "Its rivers" in [p.span.of(document.text) for p in document.paragraphs if p.block is Block.HEADING]


def test_title_author_publisher_and_date_come_from_the_page():
    document = read(ARTICLE.encode(), "a.html")

    assert (document.title, document.author) == ("The Lake", "Jane Roe")
    assert (document.publisher, document.published) == ("The Daily", "2021-03-04")


def test_a_page_without_statements_about_itself_has_none():
    document = read(page(f"<p>{FIRST}</p><p>{SECOND}</p>", head="").encode(), "a.html")

    assert (document.author, document.publisher, document.published) == ("", "", "")


def test_a_fragment_is_read_whole():
    document = read(f"<p>{FIRST}</p><script>alert(1)</script><style>p{{}}</style>".encode(), "a.htm")

    assert document.text == FIRST


def test_a_head_without_an_end_hides_nothing_of_the_body():
    document = read(b"<html><head><title>Lake</title><body><div>It is deep, and old.</div>", "a.html")

    assert "It is deep, and old." in document.text


@pytest.mark.parametrize("tag", ["<div>", "&", "<", "<p title='"])
def test_a_page_of_nothing_but_marks_is_no_trap(tag):
    document = read(b"<div>It is deep, and old.</div>" + tag.encode() * 100_000, "a.html")

    assert document.text.startswith("It is deep, and old.")


def test_entities_and_unsafe_markup_end_as_plain_text():
    document = read(b"<p onclick=x()>Fish &amp; chips cost &lt;b&gt; 3 pounds in the year 1912.</p>", "a.html")

    assert document.text == "Fish & chips cost <b> 3 pounds in the year 1912."


def test_a_line_break_parts_words_and_a_block_parts_paragraphs():
    document = read(b"<div>It is deep,<br>and old.</div><div>It is cold.</div>", "a.html")

    assert [p.span.of(document.text) for p in document.paragraphs] == ["It is deep, and old.", "It is cold."]


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-2", "utf-8"])
def test_the_declared_encoding_is_used(charset):
    source = page(
        "<p>Die Stra\u00dfe was paved in the year 1912, as an old map of the town shows.</p>",
        f"<meta charset={charset}>",
    )

    document = read(source.encode(charset), "a.html")

    assert "Straße" in document.text


@pytest.mark.parametrize("charset", ["no-such-code", "ascii"])
def test_a_wrong_declared_encoding_is_passed_over(charset):
    source = page(
        "<p>The café was opened in the year 1912, as an old map of the town shows.</p>", f"<meta charset={charset}>"
    )

    document = read(source.encode(), "a.html")

    assert "café" in document.text


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<html><body><script>x()</script></body></html>", "<html><body><img src=a.png></body></html>"],
)
def test_a_page_without_text_is_refused(source):
    with pytest.raises(Unreadable, match="paste it instead"):
        read(source.encode(), "a.html")


def test_nothing_is_fetched(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the reader opened a connection")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    linked = ARTICLE.replace(
        "</head>", '<base href="http://example.org/"><link rel="canonical" href="http://example.org/x"></head>'
    )

    document = read(linked.encode(), "a.html")

    assert body(document) == [FIRST, SECOND]
