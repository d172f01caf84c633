"""Why an answer is not kept although its attempt runs: views tell each in another way."""

from __future__ import annotations

from .quiz import Refused

OLDER = "This page is older than the answer you saved last, which is kept."


class OutOfTurn(Refused):
    """Another question comes first."""


class AlreadyAnswered(Refused):
    """Another answer to this question is kept, and cannot be changed."""


class Outdated(Refused):
    """A newer answer to this question is kept; it can be changed from a page that knows it."""
