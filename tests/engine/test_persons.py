from __future__ import annotations

import pytest

from quizzes.engine.facts.base import AnswerType
from tests.engine.parsing import entities, named


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Kemi sang in Hull before she left. Kemi won. Kemi came back.", "Kemi", "female"),
        ("The oldest singer, Kemi, sang in Hull before he left.", "Kemi", "male"),
        ("Kemi Sando said that she left.", "Kemi Sando", "female"),
    ],
)
def test_pronouns_tell_that_a_name_is_a_persons(text: str, name: str, gender: str) -> None:
    found = named(text, name)

    assert (found.type, found.gender) == (AnswerType.PERSON, gender)


@pytest.mark.parametrize(
    "text",
    [
        "Kemi Sando saw the king before he left.",
        "Kemi Sando met Toma Rell before he left.",
        'Kemi Sando wrote: "She was there."',
        "Kemi Sando said that he left. Kemi Sando said that she left.",
    ],
)
def test_pronouns_of_somebody_else_tell_nothing(text: str) -> None:
    assert named(text, "Kemi Sando").gender == ""


def test_a_surname_alone_is_not_that_of_a_relative() -> None:
    text = "Tomas Rell jumped. His mother, Ana Rell, wept. Rell landed."

    assert named(text, "Rell").name == "Tomas Rell"
    assert named(text, "Tomas Rell").count == 2


def test_a_surname_of_two_people_is_nobodys() -> None:
    text = "Tomas Rell met Ana Rell. Rell landed."

    assert all("Rell" not in entity.aliases or entity.count == 1 for entity in entities(text).all)
