"""Plain text in the encodings that people's editors write."""

from __future__ import annotations

import codecs

from ..document import Document, Unreadable, read_text

SUFFIXES = (".txt", ".text")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a")
MAX_CONTROLS = 0.01


def read(data: bytes) -> Document:
    """Return the document in a plain text file."""
    return read_text(decode(data))


def decode(data: bytes) -> str:
    """Return the text of `data`: by its byte order mark, else UTF-8, else Windows' Western encoding."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(c in CONTROLS for c in text) <= MAX_CONTROLS * len(text):
            return text
    raise Unreadable("This file does not hold plain text. Upload a .txt, .html, .pdf or .docx file.")


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return (encoding,)
    if data.count(0) > 0.3 * len(data):  # UTF-16 without its mark: every second byte of English is zero
        return ("utf-16-le", "utf-16-be") if data[1::2].count(0) > data[::2].count(0) else ("utf-16-be",)
    return ("utf-8", "cp1252")
