"""What led to what: a thing that causes, allows or prevents another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .. import wording
from ..grammar import CAUSAL, NOUNS, children
from ..parts import Part, Role
from . import turning
from .base import Answer, AnswerType, Fact, Level
from .told import Told
from .view import View

if TYPE_CHECKING:
    from ..language import Token

_WITH = {"lead": "to", "result": "in", "contribute": "to", "give": "to"}
_FEWEST_WORDS = 2
_SAID = frozenset({"PRP", "DT", "EX", "WDT", "WP", "CD"})


def read(view: View) -> Iterator[Fact]:
    """Yield a fact for each clause in which one thing brings about another."""
    for told in filter(turning.is_sound, view.told):
        effect = _effect(told)
        if effect is None or told.clause.negated:
            continue
        answers = [_cause(told), _outcome(told, effect)]
        # The effect told as the cause of its cause is absurd more often than it is false: there is no reversal.
        fact = told.fact("consequence", answers, weight=0.9, level=Level.UNDERSTANDING)
        if fact and any(answer.stem for answer in fact.answers):
            yield fact


def _effect(told: Told) -> Part | None:
    """Return what is brought about, None where the verb brings about nothing."""
    verb = told.clause.verb.lemma_
    if verb in _WITH and told.clause.passive:
        return None
    if verb in _WITH:
        parts = [part for part in told.clause.rest if part.tokens[0].text.lower() == _WITH[verb]]
        return parts[0] if len(parts) == 1 and len(parts[0].tokens) > _FEWEST_WORDS else None
    if verb not in CAUSAL or len(told.clause.group) != 1:
        return None
    objects = told.clause.of(Role.OBJECT)
    if told.clause.passive:
        return told.clause.subject if told.clause.of(Role.AGENT) else None
    return objects[0] if len(objects) == 1 else None


def _cause(told: Told) -> Answer | None:
    """Ask what brought it about."""
    if told.clause.passive:
        (agent,) = told.clause.of(Role.AGENT)[:1]
        return _asked(told, agent.tokens[1:], _active(told, agent), AnswerType.CAUSE)
    subject = told.clause.subject
    if told.entity(subject.tokens) is not None or subject.head.tag_ in _SAID:
        return None
    return _asked(told, subject.tokens, told.ask_subject("what"), AnswerType.CAUSE)


def _active(told: Told, agent: Part) -> str:
    """Ask "What causes deafness?" of "Deafness is caused by noise", "By what ...?" where the form is not sure."""
    clause = told.clause
    words = [str(piece).lower() for piece in clause.middle]
    done = clause.verb.text.lower()
    if not words or words[0] not in {"is", "are", "was", "were"} or not done.endswith("ed") or "being" in words:
        return told.ask("by what", agent)
    verb = done if words[0] in {"was", "were"} else wording.third_person(clause.verb.lemma_)
    return wording.turned(clause, "what", [*words[1:], verb], agent, told.rewrite)


def _outcome(told: Told, effect: Part) -> Answer | None:
    """Ask what came of it: "What did the storm lead to?"."""
    lead = _WITH.get(told.clause.verb.lemma_, "")
    last = told.clause.rest and told.clause.rest[-1] is effect
    if not lead or not last or told.clause.verb.lemma_ == "give":
        return None
    stem = told.ask("what", effect)
    return _asked(told, effect.tokens[1:], f"{stem.removesuffix('?')} {lead}?" if stem else "", AnswerType.TERM)


def _asked(told: Told, tokens: tuple[Token, ...], stem: str, kind: AnswerType) -> Answer | None:
    if len(tokens) < _FEWEST_WORDS or not any(token.tag_ in NOUNS for token in tokens) or told.entity(tokens):
        return None
    if _is_cut(tokens):
        return None
    return told.answer(tokens, kind, stem, level=Level.UNDERSTANDING)


def _is_cut(tokens: tuple[Token, ...]) -> bool:
    """Say whether the phrase goes on in the article: "the idea" of "the idea that bodies fall"."""
    last = tokens[-1]
    after = last.doc[last.i + 1].text.lower() if last.i + 1 < len(last.doc) else ""
    inner = (child for token in tokens for child in children(token, "relcl", "acl", "prep"))
    return after in {"that", "which", "who", "whose", "of", "to"} or any(child not in tokens for child in inner)
