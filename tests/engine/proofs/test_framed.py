from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.engine.proofs import framed
from tests.engine.builders import choice_question, fact, world


def kept(statement: str, said: str, kind: str = "action") -> bool:
    known = world(fact("f1", statement, kind=kind), said={"f1": said})
    question = replace(choice_question("true_false", choices=("True", "False")), stem=statement)
    return framed.frame_kept(question, known) is None


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("Bergen had become the largest port of Norway.", "By 1830, Bergen had become the largest port of Norway."),
        (
            "Bergen had become the largest port of Norway.",
            "Herring brought money, and by the fire of 1830, Bergen had become the largest port of Norway.",
        ),
        ("Ellen Bell bought herself books on rye.", "As a young baker, Ellen Bell bought herself books on rye."),
    ],
)
def test_what_a_sentence_opens_with_is_not_lost(statement, said):
    assert not kept(statement, said)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("In 1830, Bergen became a port of Norway.", "In 1830, Bergen became a port of Norway."),
        ("Bergen bought nine ferries in 1840.", "In 1830, Bergen sold its mills, and it bought nine ferries in 1840."),
        ("As a young baker, Ellen Bell bought books on rye.", "As a young baker, Ellen Bell bought books on rye."),
        ("Bergen lies by the sea and has a port.", "Bergen lies by the sea and has a port; in 1830, Voss burned."),
    ],
)
def test_what_it_keeps_or_has_of_another_part_is_no_loss(statement, said):
    assert kept(statement, said)


def test_what_a_thing_is_needs_no_year():
    assert kept("The Hulda is a ferry of Bergen.", "In 1830, the Hulda, a ferry of Bergen, sank.", "definition")
