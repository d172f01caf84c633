"""Why, for what purpose and by what means."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Part, Role
from .base import Answer, AnswerType, Fact, Level
from .told import Told
from .view import View

_ASKED = {
    Role.CAUSE: ("why", AnswerType.CAUSE),
    Role.PURPOSE: ("for what purpose", AnswerType.PURPOSE),
    Role.MEANS: ("how", AnswerType.MEANS),
}
_DEGREE = frozenset({"enough", "too", "so", "likely", "able", "ready", "only"})
_FEWEST_WORDS = 3


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that tells one cause, purpose or means."""
    for told in view.told:
        parts = told.clause.of(*_ASKED)
        if len(parts) != 1:
            continue
        fact = told.fact("cause", [_answer(told, parts[0])], weight=0.8)
        if fact and any(answer.stem for answer in fact.answers):
            yield fact


def _answer(told: Told, part: Part) -> Answer | None:
    wh, kind = _ASKED[part.role]
    if not _is_telling(told, part):
        return None
    return told.answer(part.tokens, kind, told.ask(wh, part), level=Level.UNDERSTANDING)


def _is_telling(told: Told, part: Part) -> bool:
    if len(part.tokens) < _FEWEST_WORDS:
        return False
    if part.role is not Role.PURPOSE:
        return True
    first = part.tokens[0]
    before = first.doc[first.i - 1].text.lower() if first.i else ""
    return (
        before not in _DEGREE
        and first.text.lower() in {"to", "in", "so", "with", "for"}
        and told.clause.verb.lemma_ not in {"be", "have"}
    )
