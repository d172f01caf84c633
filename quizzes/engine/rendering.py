"""From tokens back to text: substitutions applied, inserts left out, commas and spaces put right.

A *piece* is a token of the article or a word of our own. `render` joins pieces and remembers where each
token came to stand, so that an answer's slot in a statement is known and never searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .document import Span
from .grammar import PROPER

if TYPE_CHECKING:
    from .language import Token

type Piece = Token | str

CLOSE_LEFT = frozenset({",", ".", ";", ":", "?", "!", "%", ")", "]", "'s", "'", "n't"})
CLOSE_RIGHT = frozenset({"(", "[", "$", "£", "€"})


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text and, for each token in it (by its index), where it stands."""

    text: str
    places: Mapping[int, Span] = field(default_factory=dict)

    def slot(self, tokens: Iterable[Token]) -> Span | None:
        """Return the span of `tokens` in the text, None when one of their ends is missing."""
        spans = [self.places[token.i] for token in tokens if token.i in self.places]
        return Span(min(spans).start, max(span.end for span in spans)) if spans else None


def render(pieces: Iterable[Piece], rewrite: Mapping[int, str]) -> Rendered:
    """Join `pieces`; `rewrite` gives another text for a token ("" leaves it out)."""
    shown = _without_stray_commas((piece, text) for piece in pieces if (text := _text(piece, rewrite)))
    out, places, before = "", {}, None
    open_quote = False
    for piece, text in shown:
        if before is not None and _spaced(before, piece, text, open_quote):
            out += " "
        if not isinstance(piece, str):
            places[piece.i] = Span(len(out), len(out) + len(text))
        out += text
        if text == '"':
            open_quote = not open_quote
        before = piece
    return Rendered(out, places)


def as_sentence(rendered: Rendered) -> Rendered:
    """Return the rendering with a capital at its start and a full stop at its end."""
    text = capitalised(rendered.text)
    if text[-1:] == '"' and text[-2:-1] in ".!":
        return Rendered(text, rendered.places)
    return Rendered(text if text.endswith((".", "!")) else text + ".", rendered.places)


def capitalised(text: str) -> str:
    """Return `text` with a capital first letter, but leave names such as "iPhone" alone."""
    first = text.split(" ", 1)[0]
    return text if any(char.isupper() for char in first[1:]) else text[:1].upper() + text[1:]


def _text(piece: Piece, rewrite: Mapping[int, str]) -> str:
    if isinstance(piece, str):
        return piece
    if piece.i in rewrite:
        return rewrite[piece.i]
    return _uncapitalised(piece) if piece.is_sent_start else piece.text


def _uncapitalised(token: Token) -> str:
    """Take back the capital that a word has only because it opens its sentence."""
    text: str = token.text
    if token.tag_ in PROPER or (token.ent_type_ in {"PERSON", "GPE", "NORP", "ORG"} and token.tag_ != "DT"):
        return text
    if text == "I" or any(char.isupper() or char.isdigit() for char in text[1:]):
        return text
    return text[:1].lower() + text[1:]


def _spaced(before: Piece, piece: Piece, text: str, open_quote: bool) -> bool:
    if (
        not isinstance(before, str)
        and not isinstance(piece, str)
        and piece.i == before.i + 1
        and before.doc is piece.doc
    ):
        return bool(before.whitespace_)
    last = before if isinstance(before, str) else before.text
    if '"' in (text, last):
        return not open_quote
    if (last.lower(), text) == ("can", "not"):
        return False  # one word
    return text not in CLOSE_LEFT and last not in CLOSE_RIGHT


def _without_stray_commas(pieces: Iterable[tuple[Piece, str]]) -> list[tuple[Piece, str]]:
    kept: list[tuple[Piece, str]] = []
    last = ","
    for piece, text in pieces:
        mark = piece if isinstance(piece, str) else piece.text
        if mark == "," == last:
            continue
        if last == "," and kept and not isinstance(piece, str) and mark in {".", ";", ":"}:
            kept.pop()
        kept.append((piece, text))
        last = mark
    while kept and _is_comma(kept[-1][0]):
        kept.pop()
    return kept


def _is_comma(piece: Piece) -> bool:
    return (piece if isinstance(piece, str) else piece.text) == ","
