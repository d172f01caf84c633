"""Where an article tells of something: the first sentence that names it, found quickly and without any parsed text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .document import Block, Span, clean, read_text
from .figures import numbers
from .splitting import split
from .words import ARTICLES, SMALL_WORDS, stems

_YEAR = re.compile(r"[12]\d{3}")
_NEXT = re.compile(r"\s+([\w-]+)")
_SCALES = r"(?:hundred|thousand|million|billion|trillion|per\s?cent)\b"
_GOES_ON = re.compile(r" [A-ZÀ-Þ]")
_OF = re.compile(r" of [A-ZÀ-Þ]")
_WORD_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'.-]* $")
_OPENING = "\"'([“‘"
# What stands before somebody's name and makes no other name of it.
_TITLES = re.compile(
    r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Lady|Saint|St|King|Queen|Prince|Princess|Emperor|Pope|President|"
    r"Minister|Chancellor|General|Colonel|Captain|Admiral|Senator|Governor)\.? $"
)
# A class answers about one article at a time.
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of the article's body, and the number of its paragraph."""

    sentence: Span
    paragraph: int


def mention(name: str, text: str, title: str, *, asked: str, apart: Collection[Span] = ()) -> Mention | None:
    """Return the first sentence of an article that tells of `name`, None where there is none.

    `asked` is the question: a mere number is found only where it counts what that asks for. No sentence that shares
    anything with the spans `apart` is taken.
    """
    pattern = _whole(name)
    if not pattern.search(text):  # to read the paragraphs takes longer
        return None
    counted = stems(asked) if _is_number(name) else None
    for found, sentence, paragraph in _holding(pattern, text, _body(text, title)):
        is_apart = all(sentence.end <= each.start or each.end <= sentence.start for each in apart)
        if is_apart and not _is_part(found, sentence) and (counted is None or _counts(found, counted)):
            return Mention(sentence, paragraph)
    return None


def _holding(
    pattern: re.Pattern[str], text: str, paragraphs: tuple[Span, ...]
) -> Iterator[tuple[re.Match[str], Span, int]]:
    """Yield all that is found, each with its sentence and the number of its paragraph."""
    for number, paragraph in enumerate(paragraphs):
        matches = list(pattern.finditer(text, paragraph.start, paragraph.end))
        sentences = split(text, paragraph) if matches else []
        starts = [sentence.start for sentence in sentences]
        yield from ((found, sentences[bisect_right(starts, found.start()) - 1], number) for found in matches)


@lru_cache(_KEPT)
def _body(text: str, title: str) -> tuple[Span, ...]:
    """Return the paragraphs of an article's body."""
    return tuple(part.span for part in read_text(text, title=title).paragraphs if part.block is Block.BODY)


def _whole(name: str) -> re.Pattern[str]:
    """Return what finds a name as whole words, with or without its article, at the beginning of a sentence too."""
    words = clean(name).rstrip(".").split()
    if len(words) > 1 and words[0].lower() in ARTICLES:
        words = words[1:]
    told = r"\s".join(map(re.escape, words))
    if words and words[0][0].islower():
        told = f"[{words[0][0]}{words[0][0].upper()}]{told[1:]}"
    # 5 is not in 3.5, 5,000, 5 % or 5 million, nor Ann in Mary-Ann.
    return re.compile(rf"(?<!\w)(?<!\w-)(?<!\d[.,]){told}(?!-?\w)(?![.,]\d)(?!\s?%)(?!\s{_SCALES})" if told else "(?!)")


def _is_number(name: str) -> bool:
    """Say whether a name is a number and nothing else; a year tells enough."""
    is_figure = all(letter.isdigit() or letter in " .,'" for letter in name) or name.isalpha()
    return is_figure and bool(numbers(name)) and not _YEAR.fullmatch(name)


def _is_part(found: re.Match[str], sentence: Span) -> bool:
    """Say whether what was found goes beyond its sentence or is a part of a longer name."""
    if found.end() > sentence.end:
        return True
    if not found[0][:1].isupper():
        return False
    before = found.string[sentence.start : found.start()].lstrip(_OPENING)
    word = _WORD_BEFORE.search(before)
    is_led = word is not None and word[0].strip().lower() not in SMALL_WORDS and not _TITLES.search(before)
    goes_on = _GOES_ON.match(found.string, found.end()) or (
        " " not in found[0] and _OF.match(found.string, found.end())
    )
    return is_led or bool(goes_on)


def _counts(found: re.Match[str], counted: frozenset[str]) -> bool:
    """Say whether a number counts one of the things asked for."""
    word = _NEXT.match(found.string, found.end())
    return word is not None and not counted.isdisjoint(stems(word[1]))
