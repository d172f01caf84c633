"""PDF files: lines put back into paragraphs by where they stand, without running heads, page numbers and hyphens."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..document import Document, Unreadable, read_text
from .parsing import parsing

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

SUFFIXES = (".pdf",)
MAX_PAGES = 500
# pypdf's own limits allow a small file to cost minutes; an article needs far less.
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 500_000,
}
EDGE = 2
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?", re.I)
WORD = re.compile(r"\w+(?:-\w+)*")
HALVES = re.compile(r"\w+-\n\w+")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
SENTENCE_END = (".", "!", "?", '."', ".”", ".'", ".’", "?”", "!”", ".)")
FILE_NAME = re.compile(
    r"untitled|about:blank|microsoft word\b|.*\.(?:docx?|pdf|indd|tex|dvi|qxd|rtf|html?|odt)\s*$|https?:", re.I
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, where it starts and how large it is, in points."""

    text: str
    x: float
    y: float
    size: float


def recognises(data: bytes) -> bool:
    """Tell whether the bytes start as a PDF does (viewers allow some rubbish in front)."""
    return b"%PDF-" in data[:1024]


def read(data: bytes) -> Document:
    """Return the document in a PDF that holds text."""
    from pypdf import PdfReader, apply_configuration

    with parsing("PDF"), apply_configuration(**LIMITS):
        reader = PdfReader(io.BytesIO(data))
        _unlock(reader)
        if len(reader.pages) > MAX_PAGES:
            raise Unreadable(f"This PDF is too long: at most {MAX_PAGES} pages can be read. Split it into parts.")
        pages = [_lines(page) for page in reader.pages]
        title, author = _property(reader, "title"), _property(reader, "author")
    text = join_lines(without_furniture(pages))
    if not any(map(str.isalpha, text)):
        raise Unreadable("This PDF holds pictures of pages, not text. Run text recognition (OCR) on it first.")
    document = read_text(text, title="" if FILE_NAME.match(title) else title)
    return replace(document, author=author or document.author)


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and what stands again and again at the top or bottom of the pages."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in page[:EDGE] + page[-EDGE:]})
    often = max(2, (len(pages) + 2) // 3)
    repeated = {mark for mark, count in edges.items() if count >= often and len(pages) > 1}
    return [[line for i, line in enumerate(page) if not _is_furniture(line, i, len(page), repeated)] for page in pages]


def join_lines(pages: list[list[Line]]) -> str:
    """Return the paragraphs of the pages, a blank line between them."""
    lines = [line for page in pages for line in page]
    words = Counter(WORD.findall(HALVES.sub(" ", "\n".join(line.text for line in lines)).lower()))
    layout = _Layout.of(pages)
    joined: list[str] = []
    for before, line in pairwise([None, *lines]):
        if line is None or before is None or layout.is_break(before, line):
            joined.append(line.text if line else "")
        else:
            joined[-1] = _join(joined[-1], line.text, words)
    return "\n\n".join(joined)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The usual line of a document: distance to the next, letters' size, number of characters."""

    leading: float
    size: float
    width: int

    @classmethod
    def of(cls, pages: list[list[Line]]) -> _Layout:
        lines = [line for page in pages for line in page]
        gaps = Counter(round(a.y - b.y, 1) for page in pages for a, b in pairwise(page) if a.y - b.y > 1)
        sizes = Counter[float]()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        lengths = sorted(len(line.text) for line in lines)
        return cls(
            leading=gaps.most_common(1)[0][0] if gaps else 0.0,
            size=sizes.most_common(1)[0][0] if sizes else 0.0,
            width=lengths[len(lengths) * 9 // 10] if lengths else 0,
        )

    def is_break(self, before: Line, line: Line) -> bool:
        """Tell whether a new paragraph starts: by size, by space, by an indent or after a short last line."""
        if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
            return True
        gap = before.y - line.y
        is_body = abs(line.size - self.size) <= 0.1 * self.size
        if gap > (1.3 * self.leading if is_body else 1.6 * line.size):
            return True
        if not before.text.endswith(SENTENCE_END):
            return False
        is_indented = 0.8 * line.size < line.x - before.x < 5 * line.size
        return (gap > 0 and is_indented) or len(before.text) < 0.75 * self.width


def _unlock(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("This PDF is protected by a password. Save a copy without it and upload that.")


def _property(reader: PdfReader, name: str) -> str:
    return " ".join(str(getattr(reader.metadata, name, None) or "").split())


def _lines(page: PageObject) -> list[Line]:
    pieces: list[Line] = []
    lines: list[Line] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        for i, part in enumerate(text.split("\n")):
            if i:
                lines.extend(_line(pieces))
                pieces.clear()
            if part:
                pieces.append(Line(part, tm[4] * cm[0] + tm[5] * cm[2] + cm[4], y, height))

    page.extract_text(visitor_text=visit)
    return [*lines, *_line(pieces)]


def _line(pieces: list[Line]) -> Iterator[Line]:
    """Join what was printed on one line; its first visible piece says where it stands."""
    text = " ".join("".join(piece.text for piece in pieces).translate(LIGATURES).split())
    if text:
        first = next(piece for piece in pieces if piece.text.strip())
        yield replace(first, text=text)


def _is_furniture(line: Line, position: int, count: int, repeated: set[str]) -> bool:
    is_edge = position < EDGE or position >= count - EDGE
    return is_edge and (PAGE_NUMBER.fullmatch(line.text) is not None or _mark(line) in repeated)


def _mark(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _join(text: str, following: str, words: Counter[str]) -> str:
    """Join two lines; a hyphen at the break goes unless the text itself writes the word with one."""
    head, tail = re.search(r"(\w+)-$", text), re.match(r"\w+", following)
    if not head or not tail or not tail.group()[0].islower():
        return f"{text}{'' if text.endswith('-') else ' '}{following}"
    first, second = head[1].lower(), tail.group().lower()
    is_compound = words[f"{first}-{second}"] or (words[first] and words[second] and not words[first + second])
    return f"{text if is_compound else text[:-1]}{following}"
