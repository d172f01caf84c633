"""Checks of the form of an answer that several kinds share."""

from __future__ import annotations

from collections.abc import Sequence

from .base import Given, InvalidAnswer

MAX_TEXT = 1_000


def indexes(given: Given, *, below: int, length: int | None = None, distinct: bool = True) -> list[int]:
    """Return `given` as indexes under `below`, or raise InvalidAnswer with what to do."""
    chosen = [index for index in given if type(index) is int] if isinstance(given, list) else []
    if not isinstance(given, list) or len(chosen) != len(given):
        raise InvalidAnswer("Choose from the answers shown.")
    if any(not 0 <= index < below for index in chosen):
        raise InvalidAnswer("One of the answers sent is not part of this question. Choose from those shown.")
    if distinct and len(set(chosen)) != len(chosen):
        raise InvalidAnswer("Choose each answer once.")
    if length is not None and len(chosen) != length:
        raise InvalidAnswer(f"Give {length} {'answer' if length == 1 else 'answers'}.")
    return chosen


def typed(given: Given) -> str:
    """Return `given` as trimmed text, or raise InvalidAnswer with what to do."""
    if not isinstance(given, str):
        raise InvalidAnswer("Type your answer as text.")
    if len(given) > MAX_TEXT:
        raise InvalidAnswer(f"The answer is too long: use at most {MAX_TEXT:,} characters.")
    if not given.strip():
        raise InvalidAnswer("Type an answer first.")
    return given.strip()


def in_gaps(given: Given, gaps: int) -> list[str]:
    """Return `given` as one trimmed text for each gap, or raise InvalidAnswer with what to do."""
    sent = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    texts = [text for text in sent if isinstance(text, str)]
    if not sent or len(texts) != len(sent):
        raise InvalidAnswer("Type your answer as text.")
    if len(texts) != gaps or (gaps > 1 and not all(text.strip() for text in texts)):
        raise InvalidAnswer("Fill every gap first.")
    return [typed(text) for text in texts]


def listed(texts: Sequence[str]) -> str:
    """Return texts as one phrase: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def sentence(text: str) -> str:
    """Return `text` as a sentence: closed by its own mark or by a full stop."""
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”", '."')) else f"{text}."
