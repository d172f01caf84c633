"""One file per source form, bytes in and a Document out.

A reader is a module with `SUFFIXES`, `recognises(data)` (only for forms whose first bytes tell what they are)
and `read(data, suffix)`; a new form is one file and one name in READERS. None of them uses the network.
"""

from __future__ import annotations

from pathlib import PurePath
from types import ModuleType

from ..document import Document, Unreadable
from . import docx, html, markdown, pdf, text

MAX_BYTES = 5_000_000
READERS = (pdf, docx, html, markdown, text)
SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)


def read(data: bytes, name: str = "") -> Document:
    """Return the document in `data`; `name` is the file's name, "" or "-" when it has none."""
    if not data.strip():
        raise Unreadable("This file is empty. Choose another one, or paste the article's text.")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            f"This file is too large: at most {MAX_BYTES // 1_000_000} MB can be read. Split it into parts."
        )
    document: Document = _reader_for(data, PurePath(name).suffix.lower()).read(data)
    return document


def _reader_for(data: bytes, suffix: str) -> ModuleType:
    """Choose by what the bytes say where they are sure, then by the name; unnamed bytes are a page or plain text."""
    for reader in (pdf, docx):
        if reader.recognises(data):
            return reader
    for reader in READERS:
        if suffix in reader.SUFFIXES:
            return reader
    if suffix:
        raise Unreadable(f"Files of the type {suffix[:10]} cannot be read. Upload a .txt, .html, .pdf or .docx file.")
    return html if html.recognises(data) else text
