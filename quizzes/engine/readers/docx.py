"""Word documents: their paragraphs and headings, without pictures, comments and footnotes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from ..document import Document, Unreadable, read_text
from .parsing import paragraphs, parsing

SUFFIXES = (".docx",)
MAX_UNPACKED = 30_000_000
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
PROPERTIES = "docProps/core.xml"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a ZIP archive with a word/ folder (member names are never compressed)."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(data: bytes) -> Document:
    """Return the document in a Word file, with the title and author that its properties name."""
    import mammoth

    with parsing("Word file"):
        properties = _checked_properties(data)
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: {}),
        )
        text = paragraphs(result.value)
    if not text:
        raise Unreadable("No text was found in this Word file. Copy the article's text and paste it instead.")
    document = read_text(text, title=properties.get("title", ""))
    return replace(document, author=properties.get("creator", "") or document.author)


def _checked_properties(data: bytes) -> dict[str, str]:
    """Refuse archives that unpack to too much or declare XML entities; return the title and creator."""
    from defusedxml.ElementTree import fromstring

    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        left = MAX_UNPACKED
        for member in archive.infolist():
            with archive.open(member) as file:
                content = file.read(left + 1)  # the stated size may lie, so count what really comes out
            left -= len(content)
            if left < 0:
                raise Unreadable(
                    "This Word file is too large once unpacked. Remove its pictures, or split it into parts."
                )
            if member.filename.endswith((".xml", ".rels")):
                root = fromstring(content, forbid_dtd=True)
                if member.filename == PROPERTIES:
                    found = {tag: _text(root.findtext(DUBLIN_CORE + tag)) for tag in ("title", "creator")}
    return found


def _text(value: str | None) -> str:
    return " ".join((value or "").split())
