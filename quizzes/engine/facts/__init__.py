"""Facts and where they are read from an article: one file per kind, each with `read(view) -> Iterator[Fact]`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from . import (
    action,
    aftermath,
    amount,
    announced,
    apposition,
    cause,
    comparison,
    condition,
    consequence,
    date,
    definition,
    example,
    intention,
    lifetime,
    means,
    membership,
    property,
    purpose,
    quotation,
    relation,
    role,
    sentence,
    sequence,
)
from .base import Fact
from .knowledge import Knowledge
from .view import views

if TYPE_CHECKING:
    from ..document import Document
    from ..entities import Entities
    from ..language import Parsed
    from ..reference import References

KINDS = (
    definition,
    apposition,
    date,
    lifetime,
    membership,
    announced,
    role,
    amount,
    cause,
    comparison,
    sequence,
    quotation,
    example,
    purpose,
    means,
    condition,
    consequence,
    aftermath,
    intention,
    relation,
    action,
    property,
    sentence,
)
NAMES = (
    "date",
    "membership",
    "role",
    "amount",
    "action",
    "definition",
    "cause",
    "purpose",
    "means",
    "condition",
    "consequence",
    "comparison",
    "example",
    "sequence",
    "quotation",
    "sentence",
)
"""What a fact's `kind` may be; a reader of another form of the same thing tells facts of these kinds too."""


def extract(
    document: Document, parsed: Parsed, entities: Entities, references: References
) -> tuple[tuple[Fact, ...], Counter[str]]:
    """Return the facts of a document in its order, and how many candidates each reason turned away."""
    rejected: Counter[str] = Counter()
    knowledge = Knowledge.of(document, parsed, entities, references)
    found: dict[tuple[str, str], Fact] = {}
    for view in views(knowledge, rejected):
        for kind in KINDS:
            for fact in kind.read(view):
                if (fact.kind, fact.statement) in found:
                    rejected["told_twice"] += 1
                else:
                    found[fact.kind, fact.statement] = fact
    return tuple(found.values()), rejected
