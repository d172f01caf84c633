"""For what purpose something was done, and what a thing is used or meant for."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Part, Role
from . import turning
from .base import Answer, AnswerType, Fact, Level
from .told import Told
from .view import View

_DEGREE = frozenset({"enough", "too", "so", "likely", "able", "ready", "only", "as", "right", "ability", "way", "time"})
# With these, "to" tells what is wanted, begun or ordered, not what for.
_NO_PURPOSE = frozenset(
    str.split(
        "be have seem appear tend continue begin start want try hope fail manage need ask tell urge force order allow"
        " enable help cause lead live grow go come return wait expect require persuade encourage decide agree plan"
        " permit invite advise remain rise fall turn happen prove get take choose refuse offer"
    )
)
_FEWEST_WORDS = 4
_MEANT = {"use": "for what purpose", "design": "for what purpose", "intend": "for what purpose"}


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that tells one purpose."""
    for told in filter(turning.is_sound, view.told):
        answer = _of_deed(told) or _of_thing(told)
        fact = told.fact("purpose", [answer], weight=0.8, level=Level.UNDERSTANDING) if answer else None
        if fact:
            yield fact


def _of_deed(told: Told) -> Answer | None:
    parts = told.clause.of(Role.PURPOSE)
    if len(parts) != 1 or told.clause.of(Role.CAUSE) or not _is_purpose(told, parts[0]):
        return None
    return _asked(told, parts[0], "for what purpose")


def _asked(told: Told, part: Part, wh: str) -> Answer | None:
    stem = told.ask(wh, part)
    answer = told.answer(part.tokens, AnswerType.PURPOSE, stem, level=Level.UNDERSTANDING)
    return answer if answer and answer.stem else None


def _is_purpose(told: Told, part: Part) -> bool:
    first = part.tokens[0]
    before = first.doc[first.i - 1] if first.i else None
    opens = before is None or before.i < told.clause.subject.tokens[0].i or before.text == ","
    if len(part.tokens) < _FEWEST_WORDS or (not opens and before is not None and before.lemma_.lower() in _DEGREE):
        return False
    if first.text.lower() in {"in", "with", "so"} or part.text.startswith("for the purpose"):
        return True
    sure = told.clause.verb.lemma_ not in _NO_PURPOSE and (told.clause.passive or told.clause.of(Role.OBJECT))
    return first.text.lower() == "to" and bool(sure)


def _of_thing(told: Told) -> Answer | None:
    """Ask for what purpose something is used, designed or intended."""
    wh = _MEANT.get(told.clause.verb.lemma_, "")
    if not wh or not told.clause.passive:
        return None
    for part in told.clause.of(Role.COMPLEMENT, Role.PURPOSE):
        if part.tokens[0].text.lower() == "to" and len(part.tokens) >= _FEWEST_WORDS:
            return _asked(told, part, wh)
    return None
