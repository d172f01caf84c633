"""What stands beside the members of a list: of their sort, told of something else."""

from __future__ import annotations

import random
from dataclasses import replace

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.outsiders import outsiders, strangers
from quizzes.engine.world import Named
from tests.engine.builders import answer, fact, world

SAID = "The old loom was built of oak, copper and leather."
LOOM = fact(
    "f1", SAID,
    answer(SAID, "oak, copper and leather", AnswerType.LIST, "What was the old loom built of?",
           members=("oak", "copper", "leather")),
    kind="membership", subject="the old loom",
)  # fmt: skip
OTHER = "Masons in Bergen paid for granite, cotton and amber."
MASONS = fact(
    "f2", OTHER,
    answer(OTHER, "granite, cotton and amber", AnswerType.LIST, "What did masons in Bergen pay for?",
           members=("granite", "cotton", "amber")),
    kind="membership", subject="masons in Bergen",
)  # fmt: skip
DUO = "Ida Moe and Karl Lind founded the choir."
CHOIR = fact(
    "f3", DUO,
    answer(DUO, "Ida Moe and Karl Lind", AnswerType.LIST, "Which people founded the choir?",
           members=("Ida Moe", "Karl Lind")),
    kind="membership", subject="Ida Moe and Karl Lind",
)  # fmt: skip


def near(_left: str, _right: str) -> float:
    return 0.5


def far(_left: str, _right: str) -> float:
    return 0.1


def chosen(asked, known):
    found = outsiders(known.by_id[asked.id], asked.answers[0], known, random.Random(1), 3)
    return {each.text for each in found}


def test_members_of_another_list_stand_beside_those_of_one() -> None:
    assert chosen(LOOM, replace(world(LOOM, MASONS), nearness=near)) == {"granite", "cotton", "amber"}


def test_things_of_another_field_do_not() -> None:
    assert chosen(LOOM, replace(world(LOOM, MASONS), nearness=far)) == set()


def test_a_changed_list_takes_no_common_thing() -> None:
    known = replace(world(LOOM, MASONS), nearness=near)

    assert strangers(known.by_id["f1"], LOOM.answers[0], known, random.Random(1), 1) == ()


def test_persons_who_act_stand_beside_persons() -> None:
    people = ("Ida Moe", "Karl Lind", "Nils Berg", "Anna Vik", "Ole Dahl")
    named = (*(Named(name, AnswerType.PERSON) for name in people), Named("Clara Voss", AnswerType.PERSON, acts=False))
    known = replace(world(CHOIR), named=named)

    assert chosen(CHOIR, known) == {"Nils Berg", "Anna Vik", "Ole Dahl"}


def test_another_spelling_of_a_name_in_the_question_is_not_offered() -> None:
    said = "Ida Moe and Karl Lind served Ogodei Khan."
    served = fact(
        "f3", said,
        answer(said, "Ida Moe and Karl Lind", AnswerType.LIST, "Which people served Ogodei Khan?",
               members=("Ida Moe", "Karl Lind")),
        kind="membership",
    )  # fmt: skip
    people = ("Ida Moe", "Karl Lind", "Ogedei Khan", "Anna Vik", "Ole Dahl")
    known = replace(world(served), named=tuple(Named(name, AnswerType.PERSON) for name in people))

    assert chosen(served, known) == set()
