"""For what purpose something was done, and what a thing is used or meant for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..grammar import children, listed
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
# What is done to a thing for a purpose that an infinitive tells: "was invented to ruin a rival".
_MEANT = listed(
    "use design intend mean build create establish found invent devise form develop introduce construct launch adopt"
    " erect install open"
)
# What one undertakes or makes for a purpose: "a campaign to capture the port".
_UNDERTAKEN = listed(
    "campaign operation project programme program expedition mission experiment scheme tax fund foundation technique"
    " system device dam wall fort canal railway committee commission"
)
# Who comes together does so for something, and what one needs or takes, where it is told, is for something as well.
_GATHERING = listed("gather meet assemble unite cooperate collaborate campaign")
_FOR_SOMETHING = listed("need require take")
# Of these nouns "to" tells what they consist in: "the right to vote", "a plan to merge".
_CONSISTING = listed(
    "ability right power freedom chance opportunity time way failure decision plan desire need duty reason tendency"
    " authority permission refusal pressure attempt effort promise willingness capacity order incentive tendency year"
    " talent obligation proposal offer"
)
_USING = listed("use have employ need produce install possess carry contain include")
_USED = listed("use employ deploy")
_TRAVELLING = listed("move travel sail march flee defect emigrate migrate fly journey return ride walk")
_GOALS = frozenset({"to", "into", "from", "across", "through", "towards"})
_WHAT_FOR = "for what purpose"


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause that tells one purpose."""
    for told in filter(turning.is_sound, view.told):
        answer = _of_deed(told) or _of_thing(told) or _of_object(told)
        fact = told.fact("purpose", [answer], weight=0.8, level=Level.UNDERSTANDING) if answer else None
        if fact:
            yield fact


def _of_deed(told: Told) -> Answer | None:
    parts = told.clause.of(Role.PURPOSE)
    if len(parts) != 1 or told.clause.of(Role.CAUSE) or not _is_purpose(told, parts[0]):
        return None
    return _asked(told, parts[0])


def _asked(told: Told, part: Part) -> Answer | None:
    stem = told.ask(_WHAT_FOR, part)
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
    verb = told.clause.verb.lemma_
    if first.text.lower() != "to":
        return False
    told_what = bool(told.clause.passive or told.clause.of(Role.OBJECT))
    if verb in _FOR_SOMETHING:
        return told_what and not any(map(_is_of_time, told.clause.of(Role.OBJECT)))
    sure = verb in _GATHERING or (verb not in _NO_PURPOSE and told_what)
    return sure or (verb in _TRAVELLING and _has_goal(told, part))


def _is_of_time(part: Part) -> bool:
    """Say whether an object tells how long something takes, or that there is no need of it: "take a year to fall"."""
    return part.head.ent_type_ in {"DATE", "TIME"} or part.head.lemma_.lower() in _CONSISTING


def _has_goal(told: Told, part: Part) -> bool:
    """Say whether it is told where to somebody went: "moved to Riga to study" has two of "to"."""
    ways = [each for each in told.clause.rest if each is not part and each.tokens[0].text.lower() in _GOALS]
    return bool(ways) and all(len(each.tokens) > 1 for each in ways)


def _of_thing(told: Told) -> Answer | None:
    """Ask for what purpose something is used, designed or invented, or somebody uses a thing."""
    used = told.clause.verb.lemma_ in _USED and bool(told.clause.of(Role.OBJECT))
    if not used and (told.clause.verb.lemma_ not in _MEANT or not told.clause.passive):
        return None
    for part in told.clause.of(Role.COMPLEMENT, Role.PURPOSE):
        if part.tokens[0].text.lower() == "to" and len(part.tokens) >= _FEWEST_WORDS and part is told.clause.rest[-1]:
            return _asked(told, part)
    return None


def _of_object(told: Told) -> Answer | None:
    """Ask for what purpose somebody launched "a campaign to capture the port", or uses "a pump to raise water"."""
    for part in told.clause.of(Role.OBJECT):
        aims = [child for child in children(part.head, "acl", "relcl") if child.left_edge.text.lower() == "to"]
        noun = part.head.lemma_.lower()
        used = told.clause.verb.lemma_ in _USING and noun not in _CONSISTING
        if not (noun in _UNDERTAKEN or used) or len(aims) != 1 or part is not told.clause.rest[-1]:
            continue
        first = aims[0].left_edge.i
        aim = tuple(token for token in part.tokens if token.i >= first)
        if len(aim) < _FEWEST_WORDS or aim[-1] is not part.tokens[-1]:
            continue
        bare = replace(part, tokens=tuple(token for token in part.tokens if token.i < first))
        purpose = Part(Role.PURPOSE, aims[0], aim)
        rest = (*told.clause.rest[:-1], bare, purpose)
        return _asked(replace(told, clause=replace(told.clause, rest=rest)), purpose)
    return None
