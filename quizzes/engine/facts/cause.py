"""Why something is so or was done."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Part, Role
from . import turning
from .base import Answer, AnswerType, Fact, Level
from .told import Told
from .view import View

_FEWEST_WORDS = 3
_OTHERS = (Role.PURPOSE, Role.CONDITION)
# "partly because", "not just because": one reason of several, or none.
_PARTLY = frozenset({"not", "partly", "only", "just", "perhaps", "probably", "simply", "merely", "even", "maybe"})
_STATES = frozenset({"be", "have", "know", "believe", "think", "want", "need", "remain", "seem", "belong", "live"})
_LEADS = ("because", "since", "due", "owing", "thanks", "as", "on", "in", "for", "out")


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that tells one cause."""
    for told in view.told:
        parts = told.clause.of(Role.CAUSE)
        if len(parts) != 1 or told.clause.of(*_OTHERS) or not (_is_whole(parts[0]) and turning.is_sound(told)):
            continue
        shown = turning.named_first(told, parts[0])
        answers = [_answer(shown, shown.clause.of(Role.CAUSE)[0]), _outcome(shown, shown.clause.of(Role.CAUSE)[0])]
        # The effect told as the reason of its cause is seldom false so much as absurd: there is no reversal.
        fact = shown.fact("cause", answers, weight=0.8, judged=True, level=Level.UNDERSTANDING)
        if fact:
            yield fact


def _answer(told: Told, part: Part) -> Answer | None:
    return told.answer(part.tokens, AnswerType.CAUSE, told.ask("why", part), level=Level.UNDERSTANDING)


def _outcome(told: Told, part: Part) -> Answer | None:
    """Ask what came of the cause: "What happened because coal had become too expensive?"."""
    happened = told.clause.verb.tag_ == "VBD" and told.clause.verb.lemma_ not in _STATES and not told.hedged
    if not happened or part.tokens[0].text.lower() != "because":
        return None
    stem = f"what happened {told.text(part.tokens)}"
    return turning.other_side(told, part, stem, AnswerType.ACTION)


def _is_whole(part: Part) -> bool:
    """Say whether a cause says enough, and is the whole of it."""
    first = part.tokens[0]
    before = first.doc[first.i - 1].text.lower() if first.i else ""
    whole = len(part.tokens) >= _FEWEST_WORDS and first.text.lower() in _LEADS
    return whole and before not in _PARTLY
