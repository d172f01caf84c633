"""What readers share: the border to other people's parsers, and HTML turned into plain paragraphs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

from ..document import Unreadable

PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"}
)
HIDDEN = frozenset({"script", "style", "template", "head", "noscript", "svg", "math"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
NOTE = re.compile(r"(?:foot|end)note-(?:ref-)?\w+$")


@contextmanager
def parsing(what: str) -> Iterator[None]:
    """Turn whatever a parser throws at damaged input into one clear Unreadable."""
    logger = logging.getLogger(__name__)
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:  # parsers of hostile input raise nearly anything, RecursionError and KeyError included
        logger.info("unreadable %s: %r", what, error)
        raise Unreadable(
            f"This {what} is damaged and cannot be read. Save it again, or paste the article's text."
        ) from error


def paragraphs(markup: str) -> str:
    """Return the text of HTML, a blank line between its blocks; scripts, styles and note marks are left out."""
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    parser.flush()
    return "\n\n".join(parser.found)


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._hidden: list[str] = []

    def flush(self) -> None:
        if line := " ".join("".join(self._pieces).split()):
            self.found.append(line)
        self._pieces.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._break(tag)
        elif self._hidden or tag in HIDDEN or NOTE.search(dict(attrs).get("id") or ""):
            self._hidden.append(tag)
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                continue
        elif not self._hidden:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self.flush()
        elif tag in ("br", "td", "th"):
            self._pieces.append(" ")
