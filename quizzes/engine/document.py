"""The text every offset in quizsite points into: normalised once on reading, never changed after.

API, with offsets in characters of the document:

    read_text(raw, title="") -> Document      the one normaliser; every reader ends in it; idempotent on its own text
    check(document) -> None                   raises Unreadable when there is nothing to ask about
    words(document) -> int                    words of the BODY paragraphs
    Document.text                             paragraphs joined by a blank line, each on one line
    Document.paragraphs                       BODY spans leave out a bullet or dateline in front of the first sentence
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from .blocks import BULLET, author_of, classify, date_of, prose_start
from .lists import word_set

MIN_WORDS = 40
MAX_WORDS = 200_000
MAX_CHARACTERS = 2_000_000
MAX_WORD = 100
ENGLISH_SHARE = 0.14


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters (Python string indexes) in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]


class Block(StrEnum):
    """What a paragraph is for: facts come from BODY alone; asides are kept so that offsets hold."""

    BODY = "body"
    HEADING = "heading"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `index` counts the BODY paragraphs from 0 and is -1 for the others."""

    span: Span
    block: Block
    index: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: its exact text and what is known about it ("" or None when unknown)."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""


class Unreadable(ValueError):  # noqa: N818  (it names what the article is)
    """The text cannot become a bank of questions; the message tells the reader why and what to do."""


SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ＇", "'"),
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‐‑−﹣－", "-"),
        "‒": "–",
        "―": "—",
    }
)
BREAKS = re.compile(r"\r\n?|[\u2028\x85]")
PAGE_BREAKS = re.compile(r"[\f\v\u2029\x1c-\x1e]")
MARKS = re.compile(
    r"(?<=[^\[])\[(?:(?:note|nb|n|fn)\s?\d{1,3}|\d{1,3}|(?:citation|clarification|page|better source) needed|vague"
    r"|who\?|when\?|where\?|which\?|by whom\?|according to whom\?|dubious|failed verification|original research\?"
    r"|not in citation given|further explanation needed|(?<=[^\s\[\(]\[)[a-z]"
    r"|update)\](?![^\[\]]{0,30}\])"
    r"|(?<=[.,;:!?\"')\]])[⁰¹²³⁴-⁹]+"
)
STRAY_SPACE = re.compile(
    r"(?<=[a-z]) (?=[.,;:](?: [A-Za-z]|$))|(?<=[a-z]-) (?=(?!and\b|or\b|to\b|but\b|nor\b|versus\b)[a-z]{2})"
    # What is left of "<i>Salt Wind</i> -themed".
    r"|(?<=[A-Za-z]) (?=-(?:themed|style|based|led|born|owned|run|sized|like|made|funded|backed|inspired) [a-z])"
)
PAGES = re.compile(r"(?<=[\w)\]\"'][.,;!?]):\d{1,4}(?:[,–-] ?\d{1,4}){0,3}(?= |$)")
LISTEN = re.compile(r" ?\( ?listen\)")
MISSING_SPACE = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?=[A-Z][a-z]*[ ,])")
WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
FUNCTION_WORDS = word_set(
    "the and to that with for from were are which by at be this have has not but their they it as his or of an "
    "these those there been its when who would while than through between because"
)


def read_text(raw: str, *, title: str = "") -> Document:
    """Return `raw` as a document: normalised text, its paragraphs, and what its head tells about it."""
    lines = _paragraph_lines(_clean_characters(raw))
    text = "\n\n".join(lines)
    given = " ".join(_clean_characters(title).split())
    blocks = [Block(name) for name in classify(lines, given)]
    head = next((i for i, block in enumerate(blocks) if block is Block.BODY), len(blocks))
    return Document(
        text=text,
        paragraphs=_paragraphs(lines, blocks),
        title=given or _first_heading(lines[:head], blocks),
        author=next(filter(None, map(author_of, _asides(lines, blocks))), ""),
        published=next(filter(None, map(date_of, _asides(lines[:head], blocks[:head]))), ""),
    )


def words(document: Document) -> int:
    """Count the words of the paragraphs that facts may come from."""
    return len(_words(_body(document)))


def check(document: Document) -> None:
    """Raise Unreadable when no fair bank of questions can be built from the document."""
    if not document.text:
        raise Unreadable("This article is empty. Paste its text or choose another file.")
    body = _body(document)
    found = _words(body)
    if len(found) > MAX_WORDS or len(document.text) > MAX_CHARACTERS:
        raise Unreadable(
            f"This article is too long: at most {MAX_WORDS:,} words ({MAX_CHARACTERS:,} characters) can be read. "
            "Split it into parts."
        )
    if _is_foreign(found) or _is_foreign_script(document.text):
        raise Unreadable("This does not look like English prose. Only English articles can be read.")
    if (len(found) >= MIN_WORDS and body.islower()) or document.text.isupper():
        raise Unreadable(
            "This text does not tell capital letters from small ones, so that its names cannot be found. "
            "Paste it as it was written."
        )
    if len(found) < MIN_WORDS:
        raise Unreadable(
            f"There is too little to ask about: {len(found)} words of running text were found, "
            f"at least {MIN_WORDS} are needed."
        )


def clean(text: str) -> str:
    """Return a text as one line written with a document's characters, so that it can be found in one."""
    return _clean_line(_clean_characters(text).replace("\n", " "))


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(text)]


def _is_foreign(found: list[str]) -> bool:
    """Tell other languages by the words that no English prose can do without; figures tell nothing."""
    spelled = [word for word in found if not word[0].isdecimal()]
    known = sum(word in FUNCTION_WORDS for word in spelled)
    return len(spelled) >= 8 and known < ENGLISH_SHARE * len(spelled)


def _is_foreign_script(text: str) -> bool:
    letters = list(filter(str.isalpha, text))
    return 2 * sum(map(str.isascii, letters)) < len(letters)


def _body(document: Document) -> str:
    return " ".join(p.span.of(document.text) for p in document.paragraphs if p.block is Block.BODY)


def _asides(lines: list[str], blocks: list[Block]) -> list[str]:
    return [line for line, block in zip(lines, blocks, strict=True) if block is Block.ASIDE]


def _first_heading(lines: list[str], blocks: list[Block]) -> str:
    return next((line.lstrip("# ") for line, block in zip(lines, blocks, strict=False) if block is Block.HEADING), "")


def _clean_characters(raw: str) -> str:
    """Drop what cannot be seen, compose accents, and write quotes, dashes and blanks in one way."""
    text = PAGE_BREAKS.sub("\n\n", BREAKS.sub("\n", raw))
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn"))
    text = unicodedata.normalize("NFC", text).translate(SAME_LENGTH)
    return "".join(" " if c != "\n" and c.isspace() else c for c in text)


def _clean_line(line: str) -> str:
    line = LISTEN.sub("", PAGES.sub("", MARKS.sub("", " ".join(line.split()))))
    line = STRAY_SPACE.sub("", line)
    return " ".join(MISSING_SPACE.sub(" ", line).split())


def _paragraph_lines(text: str) -> list[str]:
    """Return one line for each paragraph, hard-wrapped ones joined."""
    vocabulary = frozenset(WORD.findall(text)) if "-\n" in text else frozenset()
    found: list[str] = []
    for group in re.split(r"\n[ \n]*\n", text):
        lines = [" ".join(line.split()) for line in group.split("\n")]
        found += _unwrap([line for line in lines if line], vocabulary)
    return [line for line in map(_clean_line, found) if line]


def _unwrap(lines: list[str], vocabulary: frozenset[str]) -> list[str]:
    """Join the lines of one group where the break was only made because the next word did not fit."""
    width = max(map(len, lines), default=0)
    joined: list[list[str]] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if joined and width <= MAX_WORD + 20 and _is_wrapped(before, line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_join(parts, vocabulary) for parts in joined]


def _is_wrapped(before: str, line: str, width: int) -> bool:
    if BULLET.match(line):
        return False
    fits = len(before) + 1 + len(line.split(" ", 1)[0]) <= width
    return not fits or (before[-1] not in ".!?:\"'" and line[0].islower())


def _join(parts: list[str], vocabulary: frozenset[str]) -> str:
    text = parts[0]
    pieces = [text]
    for before, part in pairwise(parts):
        if before.endswith("-") and not before.endswith("--") and part[0].islower():
            whole = before.rsplit(" ", 1)[-1][:-1] + part.split(" ", 1)[0].rstrip(".,;:!?\"')")
            if whole in vocabulary:
                pieces[-1] = pieces[-1][:-1]
            pieces.append(part)
        else:
            pieces += [" ", part]
    return "".join(pieces)


def _paragraphs(lines: list[str], blocks: list[Block]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    start, index = 0, 0
    for line, block in zip(lines, blocks, strict=True):
        is_body = block is Block.BODY
        skipped = prose_start(line) if is_body else 0
        found.append(Paragraph(Span(start + skipped, start + len(line)), block, index if is_body else -1))
        index += is_body
        start += len(line) + 2
    return tuple(found)
