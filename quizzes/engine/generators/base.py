"""What a source of questions is, whatever it asks: a document in, a bank of proven questions out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..bank import Bank, Progress
from ..document import Document

type Message = dict[str, str]
"""One turn of a conversation: its "role" (system, user or assistant) and its "content"."""

type Ask = Callable[[list[Message]], str]
"""Sends a conversation to a language model and returns its reply; raises Failed when none is to be had."""


class Failed(Exception):  # noqa: N818  (it names what became of the bank)
    """No bank was made this time; the message tells the person who waits why."""


class Generator(Protocol):
    """A source of questions."""

    def build(self, document: Document, seed: int = 0, progress: Progress | None = None) -> Bank:
        """Return a document's bank; raise Unreadable when none can be, Failed when none was to be had this time."""
