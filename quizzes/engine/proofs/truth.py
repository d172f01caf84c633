"""Whether the article proves the key, and nothing else, with the reserve that it has."""

from __future__ import annotations

import re

from .. import prose
from ..figures import numbers
from ..questions.base import Question
from ..questions.find_evidence import KIND as FIND_EVIDENCE
from ..words import holds, telling
from ..world import World
from .base import facts_of, key_texts, wrong_texts


def evidence_verbatim(question: Question, world: World) -> str | None:
    """Every fact exists, and its evidence is whole text of the article."""
    facts = facts_of(question, world)
    quotes = [quote for fact in facts for quote in world.quotes(fact)]
    if len(facts) != len(question.facts) or not facts or not all(fact.evidence for fact in facts):
        return "a fact or its evidence is missing"
    return (
        None if all(quote.strip() and quote == quote.strip() for quote in quotes) else "the evidence is not a sentence"
    )


def key_in_evidence(question: Question, world: World) -> str | None:
    """The evidence says the key itself, or for long answers nearly all of its telling words."""
    if question.joins or question.kind in ("true_false", "ordering", "matching"):
        return None
    said = " ".join(quote for fact in facts_of(question, world) for quote in world.quotes(fact))
    for key in key_texts(question):
        if not _says(said, key, question, world):
            return f"the evidence does not say {key!r}"
    return None


def _says(said: str, key: str, question: Question, world: World) -> bool:
    names = [key, *world.aliases(key), *(accepted.text for accepted in question.accept)]
    if any(holds(said, name) for name in names):
        return True
    words = telling(key)
    if any(char.isdigit() for char in key):
        return words <= telling(said) or bool(set(numbers(key)) & set(numbers(said)))
    return len(words) >= 3 and len(words & telling(said)) >= 0.8 * len(words)


# What was more than 50,000 was more than 30,000 as well.
_OPEN_COUNT = re.compile(r"^(?:\S+ )?(?:(?:more|less|fewer) than|at least|at most|up to|over) (?:about )?how\b", re.I)


def distractors_untrue(question: Question, world: World) -> str | None:
    """No wrong option stands in the evidence or is said of the same thing elsewhere."""
    if question.kind == "single_choice" and _OPEN_COUNT.search(question.stem):
        return "another amount is true as well"
    facts = facts_of(question, world)
    if question.joins:
        return None
    sources = dict(zip(question.choices, question.choice_facts, strict=False))
    for text in wrong_texts(question):
        source = world.by_id.get(sources.get(text, ""))
        for fact in facts:
            if world.told_of(fact, text):
                return f"the evidence names {text!r} too"
            if world.supports(question.stem, text, leaving=fact, source=source):
                return f"the article may make {text!r} true"
    return None


def hedge_kept(question: Question, world: World) -> str | None:
    """What the article only estimates, expects or reports is asked with the same reserve."""
    for fact in facts_of(question, world):
        # The sentences of the article keep its reserve whatever is asked of them.
        shown = () if question.kind == FIND_EVIDENCE else (*key_texts(question), *question.choices)
        told = " ".join((question.stem, *shown))
        if fact.hedged and not prose.is_hedged(told):
            return "the article's reserve is lost"
    return None


def negation_only_judged(question: Question, world: World) -> str | None:
    """What did not happen is only judged, or its proof sought."""
    denied = any(fact.negated for fact in facts_of(question, world))
    judged = question.kind in ("true_false", FIND_EVIDENCE)
    return "a denial is asked as a question" if denied and not judged else None
