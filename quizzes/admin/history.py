"""Who changed what of a question and when: the question itself and its answers, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizzes.models import Accepted, Choice, Question, User

VERBS = {"+": "added", "~": "changed", "-": "deleted"}
QUIET = ["position", "proofs", "failed_proofs", "score"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what, by whom, when, and each field's old and new value."""

    when: datetime
    who: User | None
    what: str
    reason: str
    fields: list[tuple[str, object, object]]


def changes(question: Question) -> list[Change]:
    """Return every change of the question and of its answers, the latest first."""
    histories = ((Question, "id", "Question"), (Choice, "question_id", "Choice"), (Accepted, "question_id", "Answer"))
    found = [one for model, field, name in histories for one in _changes(model, {field: question.pk}, name)]
    return sorted(found, key=lambda change: change.when, reverse=True)


def _changes(model: Any, of: dict[str, int], name: str) -> Iterator[Change]:
    before: dict[int, Any] = {}
    for record in model.history.filter(**of).select_related("history_user").order_by("history_date", "history_id"):
        fields = _fields(record, before.get(record.id)) if record.history_type == "~" else []
        before[record.id] = record
        if fields or record.history_type != "~":
            text = record.stem if model is Question else record.text
            what = f"{name} {VERBS[record.history_type]}: {text}"
            yield Change(record.history_date, record.history_user, what, record.history_change_reason or "", fields)


def _fields(record: Any, before: Any) -> list[tuple[str, object, object]]:
    if before is None:
        return []
    delta = record.diff_against(before, excluded_fields=[name for name in QUIET if hasattr(record, name)])
    label = record.instance_type._meta.get_field
    return [(label(change.field).verbose_name, change.old, change.new) for change in delta.changes]
