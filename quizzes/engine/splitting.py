"""Where sentences begin and end, told by punctuation alone: quick, and without any parsed text.

The engine reads facts off parsed sentences; this is for people, who point at the sentence they mean.
"""

from __future__ import annotations

import re

from .document import Block, Document, Span
from .lists import word_set

# A full stop after these, or after a single capital letter, ends no sentence.
_SHORT = word_set(
    "mr mrs ms dr prof st rev hon sr jr gen col capt lt sgt gov sen rep pres no vol fig pp ed eds art sec ch approx ca "
    "e.g i.e cf vs etc al inc ltd co corp u.s u.k u.n e.u a.m p.m b.c a.d jan feb mar apr jun jul aug sep sept oct nov "
    "dec"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(document: Document) -> list[list[Span]]:
    """Return the sentences of each body paragraph, in order; together they are all that it says."""
    return [split(document.text, part.span) for part in document.paragraphs if part.block is Block.BODY]


def split(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph."""
    found, start = [], paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if not _is_short(text[start : end.start()], end.group()):
            found.append(Span(start, end.start() + len(end.group().rstrip())))
            start = end.end()
    return [*found, Span(start, paragraph.end)] if start < paragraph.end else found


def _is_short(before: str, mark: str) -> bool:
    """Say whether a full stop belongs to an abbreviation or to initials."""
    word = _LAST_WORD.search(before)
    if word is None or not mark.startswith(".") or mark.startswith(".."):
        return False
    last = word.group()
    return last.lower() in _SHORT or (len(last) == 1 and last.isupper())
