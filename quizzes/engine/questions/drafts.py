"""What the writers of several kinds share: the parts of a question that follow from its fact."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from ..facts.base import Answer, AnswerType, Fact, Level
from ..world import NAMES, World
from .answers import sentence
from .base import Accepted, Question

TYPED = NAMES | {AnswerType.DATE}
MOST_TYPED_WORDS = 5
_PHRASES = frozenset({AnswerType.TERM, AnswerType.PEOPLE, AnswerType.EVENT, AnswerType.WORK})
# A question for a name has one answer, whatever kind of word it is.
_NAMING = re.compile(r"\b(?:called|known as|named|nicknamed|dubbed|titled)\?$|^(?:What is the term|Which term)\b")


def gapped(fact: Fact, answer: Answer, filling: str) -> str:
    """Return the fact's statement with `filling` where the answer stands."""
    return fact.statement[: answer.slot.start] + filling + fact.statement[answer.slot.end :]


def typable(answer: Answer, world: World) -> bool:
    """Say whether an answer is short and definite enough to be typed without seeing it: a name, no made-up phrase."""
    short = answer.type in TYPED and len(answer.text.split()) <= MOST_TYPED_WORDS and '"' not in answer.text
    return short and (answer.type not in _PHRASES or world.is_named(answer.text) or bool(_NAMING.search(answer.stem)))


def accepted(answer: Answer) -> tuple[Accepted, ...]:
    """Return the right texts of an answer, the one to show first."""
    return tuple(Accepted(text) for text in dict.fromkeys((answer.text, *answer.accept)) if text.strip())


def explained(facts: Sequence[Fact]) -> str:
    """Return one sentence on why the key is right."""
    return sentence(facts[0].statement)


def named(question: Question) -> str:
    """Return the engine's name for a question: the same for the same text, whatever else is in the bank."""
    # The options of a matching follow from its facts; those of a gap tell it from the same gap to be typed in.
    offered = question.choices or (question.options if question.kind == "cloze" else ())
    told = "|".join((question.kind, question.stem, *sorted(offered), *question.facts))
    return f"q{hashlib.sha256(told.encode()).hexdigest()[:10]}"


def difficulty(
    kind: str,
    *,
    closeness: float = 0.5,
    quotes: Sequence[str] = (),
    level: Level = Level.RECALL,
    distance: float = 0.0,
    rarity: float = 0.5,
) -> float:
    """Estimate how hard a question is, 0..1: the kind's own share, changed by what `hardness` tells of it."""
    base = {
        "true_false": 0.2,
        "single_choice": 0.3,
        "multiple_choice": 0.5,
        "matching": 0.45,
        "find_evidence": 0.4,
        "cloze": 0.5,
        "short_answer": 0.55,
        "numeric": 0.6,
        "ordering": 0.6,
    }[kind]
    length = min(1.0, sum(len(quote.split()) for quote in quotes) / 60)
    understanding = 0.1 if level is Level.UNDERSTANDING else 0.0
    told = 0.3 * (closeness - 0.5) + 0.15 * length + 0.15 * distance + 0.2 * (rarity - 0.5)
    return round(max(0.0, min(1.0, base + told + understanding)), 3)
