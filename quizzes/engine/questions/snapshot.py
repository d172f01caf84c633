"""A question as JSON, exact in both directions: what is stored with each response."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from ..facts.base import Level
from .base import Accepted, Question

_LISTS = ("facts", "choices", "key", "options", "choice_facts", "notes", "proofs", "reject", "paragraphs")


def to_json(question: Question) -> dict[str, Any]:
    """Return the question as values that JSON can hold."""
    data = asdict(question)
    data["level"] = question.level.value
    data["accept"] = [_accepted_to_json(accepted) for accepted in question.accept]
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}


def _accepted_to_json(accepted: Accepted) -> dict[str, Any]:
    number = None if accepted.number is None else str(accepted.number)
    return {
        "text": accepted.text,
        "number": number,
        "tolerance": str(accepted.tolerance),
        "credit": accepted.credit,
        "gap": accepted.gap,
    }


def from_json(data: dict[str, Any]) -> Question:
    """Return the question that `to_json` wrote; parts that an older version did not know keep their defaults."""
    values = dict(data)
    values["level"] = Level(values["level"])
    values["accept"] = tuple(_accepted_from_json(accepted) for accepted in values.get("accept", ()))
    for name in _LISTS:
        values[name] = tuple(values.get(name, ()))
    values["also"] = tuple(tuple(given) for given in values.get("also", ()))
    return Question(**values)


def _accepted_from_json(data: dict[str, Any]) -> Accepted:
    number = None if data["number"] is None else Decimal(data["number"])
    return Accepted(data["text"], number, Decimal(data["tolerance"]), data["credit"], data.get("gap", 0))
