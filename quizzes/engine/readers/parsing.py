"""What readers share: the border to other people's parsers, and HTML turned into plain paragraphs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ..document import Unreadable

PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"}
)
HIDDEN = frozenset({"script", "style", "template", "head", "noscript", "svg", "math"})
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


def paragraphs(markup: str, without: frozenset[str] = frozenset()) -> str:
    """Return the text of HTML, a blank line between its blocks; scripts, styles, notes and `without` are left out."""
    from lxml.etree import HTMLParser

    target = _Paragraphs(HIDDEN | without)
    parser = HTMLParser(target=target)
    with parsing("web page"):
        parser.feed("<html>" + markup.replace("\0", ""))  # libxml2 refuses a page without any tag
        parser.close()
    return "\n\n".join(target.found)


class _Paragraphs:
    """Receives what lxml's parser meets (its "target" interface) and collects the text of each block."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self._left_out = left_out
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._hidden = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._hidden or tag in self._left_out or NOTE.search(attributes.get("id", "")):
            self._hidden += 1
        else:
            self._break(tag)

    def end(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        else:
            self._break(tag)

    def data(self, text: str) -> None:
        if not self._hidden:
            self._pieces.append(text)

    def close(self) -> None:
        self._flush()

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self._flush()
        elif tag in ("br", "td", "th"):
            self._pieces.append(" ")

    def _flush(self) -> None:
        if line := " ".join("".join(self._pieces).split()):
            self.found.append(line)
        self._pieces.clear()
