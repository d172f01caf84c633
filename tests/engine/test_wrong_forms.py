from __future__ import annotations

from dataclasses import replace

from quizzes.engine.borrowed import Phrase
from quizzes.engine.facts.base import AnswerType, Forms, Level
from quizzes.engine.wrong_forms import formed
from tests.engine.builders import answer, fact, world

WHY = "Why did Denmark sell its ships?"
SOLD = "Denmark sold its ships because coal was dear."
ASKED = fact(
    "c1",
    SOLD,
    answer(SOLD, "because coal was dear", AnswerType.CAUSE, WHY, level=Level.UNDERSTANDING),
    kind="cause",
)
AIM = "Denmark closed two ports to save coal."
AIMED = fact(
    "c2",
    AIM,
    answer(AIM, "to save coal", AnswerType.PURPOSE, "For what purpose did Denmark close two ports?"),
    kind="purpose",
)


def other(identifier: str, statement: str, clause: str, action: str = "") -> object:
    return fact(identifier, statement, kind="action", relation="do", forms=Forms(clause, action), paragraph=3)


def options(asked: object, known: object) -> list[str]:
    return [text for text, _ in formed(asked, asked.answers[0], known)]


def test_another_statement_becomes_a_reason() -> None:
    known = world(ASKED, other("a1", "The king married twice.", "the king married twice"))

    assert options(known.by_id["c1"], known) == ["because the king married twice"]


def test_what_tells_of_the_same_is_no_wrong_reason() -> None:
    known = world(ASKED, other("a1", "Denmark sold old ships cheaply.", "Denmark sold old ships cheaply"))

    assert options(known.by_id["c1"], known) == []


def test_own_paragraph_is_left_out() -> None:
    near = replace(other("a1", "The king married twice.", "the king married twice"), paragraph=0)
    known = world(ASKED, near)
    asked = replace(known.by_id["c1"], paragraph=known.by_id["a1"].paragraph)

    assert options(asked, known) == []


def test_aims_come_from_deeds_and_from_phrases() -> None:
    known = world(AIMED, other("a1", "The king built a road.", "the king built a road", "build a road"))
    known = replace(known, borrowed=(Phrase("to", "win a long war", "The king wanted to win a long war.", 5),))

    assert sorted(options(known.by_id["c2"], known)) == ["to build a road", "to win a long war"]
