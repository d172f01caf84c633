"""The one way in: `build(document, seed)` reads a document's facts and writes its questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .document import Document
from .facts.base import Fact
from .questions.base import Question

type Progress = Callable[[str, float], None]
"""Called with the name of the stage and the share done, 0..1."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A document's facts and finished questions, best first, and how many drafts each reason turned away."""

    document: Document
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    rejected: dict[str, int]
