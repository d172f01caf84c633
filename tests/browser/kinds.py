"""A paper with a question of every kind: how each is answered right and wrong, and what is said then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

type Answer = tuple[str, ...] | Mapping[str, str]
"""The choices to take, the items in their order, or what goes into each field by its label."""


@dataclass(frozen=True)
class Asked:
    """One question of the paper; `wrong` earns something where the kind gives partial credit."""

    name: str
    kind: str
    stem: str
    right: Answer
    wrong: Answer
    told: str
    is_partly_right: bool = False
    gaps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


TEXT = "Your answer"
GAPS = "Complete the sentence: The Alpha Pact was signed in ____ and came into force in ____."

PAPER = (
    Asked(
        "single_choice",
        "single_choice",
        "In which year was the Alpha Pact signed?",
        ("1992",),
        ("1994",),
        "Not quite",
    ),
    Asked(
        "multiple_choice",
        "multiple_choice",
        "Which of these signed the Alpha Pact?",
        ("Beta", "Gamma"),
        ("Beta",),
        "Partly right: the right choices are",
        is_partly_right=True,
    ),
    Asked(
        "true_false",
        "true_false",
        "True or false? The Alpha Pact was signed in 1992.",
        ("True",),
        ("False",),
        "Not quite: the statement is true.",
    ),
    Asked(
        "cloze",
        "cloze",
        "Complete the sentence with a year: The Alpha Pact was signed in ____.",
        {TEXT: "1992"},
        {TEXT: "1994"},
        "Right decade, but not the year: the answer is 1992.",
    ),
    Asked(
        "cloze_two_gaps",
        "cloze",
        GAPS,
        {"Gap 1 of 2": "1992", "Gap 2 of 2": "1994"},
        {"Gap 1 of 2": "1992", "Gap 2 of 2": "1999"},
        "1 of 2 gaps right.",
        is_partly_right=True,
        gaps=("1994",),
    ),
    Asked(
        "cloze_from_list",
        "cloze",
        GAPS.replace("sentence", "sentence with years"),
        {"Gap 1 of 2": "1992", "Gap 2 of 2": "1994"},
        {"Gap 1 of 2": "1999", "Gap 2 of 2": "1994"},
        "1 of 2 gaps right.",
        is_partly_right=True,
        gaps=("1994",),
        words=("1991", "1992", "1994", "1999"),
    ),
    Asked(
        "short_answer",
        "short_answer",
        "When was the Alpha Pact signed?",
        {TEXT: "1992"},
        {TEXT: "1999"},
        "Right decade, but not the year: the answer is 1992.",
    ),
    Asked(
        "numeric",
        "numeric",
        "In what year did Beta and Gamma sign?",
        {TEXT: "1992"},
        {TEXT: "1985"},
        "Close, but not near enough: the answer is 1992.",
    ),
    Asked(
        "matching",
        "matching",
        "What happened when?",
        {"Signed": "1992", "In force": "1994", "Beta joined": "1999"},
        {"Signed": "1992", "In force": "1999", "Beta joined": "1994"},
        "1 of 3 is matched right.",
        is_partly_right=True,
    ),
    Asked(
        "ordering",
        "ordering",
        "Put these events in order, the first at the top.",
        ("The pact was signed", "The pact came into force", "Beta joined"),
        ("The pact came into force", "The pact was signed", "Beta joined"),
        "2 of 3 pairs are in the right order.",
        is_partly_right=True,
    ),
    Asked(
        "find_evidence",
        "find_evidence",
        "Which sentence proves that the Alpha Pact is of 1992?",
        ("The Alpha Pact was signed in 1992.",),
        ("Gamma did not.",),
        "Not quite",
    ),
)
