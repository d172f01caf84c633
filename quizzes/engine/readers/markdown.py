"""Markdown: rendered first, so that no mark of it ends up in a question."""

from __future__ import annotations

from ..document import Document, read_text
from .parsing import paragraphs, parsing
from .text import decode

SUFFIXES = (".md", ".markdown")


def read(data: bytes) -> Document:
    """Return the document in a Markdown file."""
    from markdown_it import MarkdownIt

    source = decode(data)
    with parsing("Markdown file"):
        markup = MarkdownIt("commonmark").enable("table").render(source)
    return read_text(paragraphs(markup))
