"""Web pages: the article without the page around it, and what the page says about it."""

from __future__ import annotations

import re
from dataclasses import replace

from ..document import Document, Unreadable, read_text
from .parsing import paragraphs, parsing
from .text import decode

SUFFIXES = (".html", ".htm", ".xhtml")
START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.I | re.S,
)
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.I)
# A fixed range: the date of a page must not depend on the day it is read.
DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-01-01"}
# Where no article stands out, all text of the page is taken but this.
OUTSIDE = frozenset({"nav", "form", "button", "select", "iframe", "footer"})


def recognises(data: bytes) -> bool:
    """Tell whether the bytes start as a page does."""
    return bool(START.match(data[:2000]))


def read(data: bytes) -> Document:
    """Return the article of a page with its title, author, publisher and date as the page states them."""
    import trafilatura

    markup = _decode(data)
    with parsing("web page"):
        found = trafilatura.extract_metadata(markup, date_config=dict(DATES), extensive=False)
        main = trafilatura.extract(markup, output_format="html", include_comments=False, with_metadata=False)
    text = paragraphs(main or "") or paragraphs(markup, without=OUTSIDE)
    if not text:
        raise Unreadable("No text was found in this page. Copy the article's text and paste it instead.")
    document = read_text(text, title=_one_line(found and found.title))
    return replace(
        document,
        author=_one_line(found and found.author) or document.author,
        publisher=_one_line(found and found.sitename),
        published=_one_line(found and found.date) or document.published,
    )


def _decode(data: bytes) -> str:
    match = CHARSET.search(data[:4000])
    try:
        return data.decode(match[1].decode("ascii")) if match else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _one_line(value: object) -> str:
    return " ".join(str(value or "").split())
