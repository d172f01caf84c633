"""How sure people were of their answers, and how often rightly so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .response import Response


@dataclass(frozen=True, slots=True)
class Sure:
    """The answers that were given with one degree of certainty, and how many of them were right."""

    label: str
    count: int
    right: int


def sureness(responses: Iterable[Response]) -> list[Sure]:
    """Return every degree, the surest first; what was left open was said with none."""
    given = [response for response in responses if response.given is not None]
    by_degree = {level: [one for one in given if one.certainty == level] for level in reversed(Response.Certainty)}
    return [
        Sure(str(level.label).lower(), len(mine), sum(one.is_right for one in mine))
        for level, mine in by_degree.items()
    ]
