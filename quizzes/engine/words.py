"""Comparing words as a fair reader does: accents, case, articles and punctuation never matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

ARTICLES = frozenset({"a", "an", "the"})
SMALL_WORDS = frozenset(
    str.split(
        "a an the and or but nor of in on at to for from by with as into over under about after before during between"
        " among than then that this these those it its he she they them his her their who whom whose which what when"
        " where why how is are was were be been being am do does did has have had can could may might will would shall"
        " should must not no if so such there here also only any all some each more most many much"
    )
)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
# What it begins with is what it takes out: so the engine of patterns skips to it.
_GROUPED = re.compile(r"[,\u00a0\u202f\u2009 '’](?<=\d.)(?=\d{3}(?!\d))")
_NOT_WORD = re.compile(r"[^\w.]+|_+|(?<!\d)\.|\.(?!\d)")
_LONE_POINT = re.compile(r"\.(?:(?<!\d.)|(?!\d))")
# Of plain ASCII, what is no letter, digit or point parts words, and apostrophes go: bytes are replaced fastest.
_PARTING = bytes(byte if chr(byte).isalnum() or chr(byte) == "." else ord(" ") for byte in range(128)) + bytes(128)
_SHORT_FORM = re.compile(r"(?:[A-Z]\.?|[A-Z]&[A-Z]){1,6}[A-Z]?s?")
_STEM_LENGTH = 5
# One article's sentences are compared with each other again and again; what is kept stays within some megabytes.
_KEPT = 16384
# Letters that carry no decomposition of their own but that typists write plainly.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(_KEPT)
def fold(text: str) -> str:
    """Return `text` without case, accents, punctuation, thousands separators and extra space."""
    # Most texts are plain words: nothing below would change them but their case and space.
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.lower().split())
    if text.count(".") > 1:
        text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    text = text.replace("&", " and ")
    if text.isascii():
        told = _GROUPED.sub("", text.lower()).encode().translate(_PARTING, b"'`").decode()
        return " ".join(_LONE_POINT.sub(" ", told).split())
    text = _APOSTROPHES.sub("", _GROUPED.sub("", _without_accents(text)))
    return " ".join(_NOT_WORD.sub(" ", text).split())


def _without_accents(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    return "".join(filterfalse(unicodedata.combining, text))


@lru_cache(_KEPT)
def bare(text: str) -> str:
    """Return the folded `text` without its articles, unless nothing else is left."""
    words = fold(text).split()
    return " ".join([word for word in words if word not in ARTICLES] or words)


@lru_cache(_KEPT)
def stems(text: str) -> frozenset[str]:
    """Return the first five letters of each telling word: what two texts share when one gives the other away."""
    return frozenset(word[:_STEM_LENGTH] for word in fold(text).split() if word not in SMALL_WORDS and len(word) >= 3)


@lru_cache(_KEPT)
def telling(text: str) -> frozenset[str]:
    """Return the folded words of `text` that are not grammar."""
    return frozenset(word for word in fold(text).split() if word not in SMALL_WORDS)


def holds(text: str, part: str) -> bool:
    """Say whether the words of `part` stand together in `text`, whatever the case and punctuation."""
    inner = bare(part)
    return bool(inner) and f" {inner} " in f" {bare(text)} "


def is_short_form(name: str) -> bool:
    """Say whether a name is letters that stand for words: "ABC", "V&A"."""
    return _SHORT_FORM.fullmatch(name) is not None


def letters(text: str) -> int:
    """Return which letters a text has, as the bits of a number: a slip puts one there at most and takes one away."""
    bits = 0
    for char in text:
        bits |= 1 << (ord(char) & 63)
    return bits


def distance(left: str, right: str, most: int | None = None) -> int:
    """Count the typing errors between two texts: letters added, lost, changed, or two neighbours swapped.

    The count may stop at any number above `most`.
    """
    bound = max(len(left), len(right)) if most is None else most
    if abs(len(left) - len(right)) > bound:
        return bound + 1
    # No way within the bound leads farther off the diagonal than the bound itself.
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = last, row, [i] + [bound + 1] * len(right)
        for j in range(max(1, i - bound), min(len(right), i + bound) + 1):
            if a == right[j - 1]:
                row[j] = last[j - 1]
                continue
            cost = last[j - 1]
            if last[j] < cost:
                cost = last[j]
            if row[j - 1] < cost:
                cost = row[j - 1]
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == right[j - 1] and before[j - 2] < cost:
                cost = before[j - 2]
            row[j] = cost + 1
        if min(row) > bound and min(last) > bound:
            break
    return row[-1]
