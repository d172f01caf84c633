"""quizsite's own engine as a source of questions: needs no network, and gives the same bank each time."""

from __future__ import annotations

from .. import bank
from ..document import Document


class Builtin:
    """The built-in engine."""

    def build(self, document: Document, seed: int = 0, progress: bank.Progress | None = None) -> bank.Bank:
        """Return the bank of a document; raise Unreadable when none can be built."""
        return bank.build(document, seed, progress)
