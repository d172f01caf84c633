from __future__ import annotations

from tests.engine.telling import facts_of

PARTS = "Lake Baltic has three parts: the Bay (a cold one), the Basin, and a stretch of the Aare, called the Sound."


def test_list_behind_a_colon_is_told_whole() -> None:
    (fact,) = [fact for fact in facts_of(PARTS, "membership") if ":" in fact.statement]
    (answer,) = fact.answers

    assert fact.statement == "Lake Baltic has three parts: the Bay, the Basin and a stretch of the Aare."
    assert answer.stem == "Which three parts does Lake Baltic have?"
    assert answer.members == ("the Bay", "the Basin", "a stretch of the Aare")
    assert answer.slot.of(fact.statement) == answer.text


def test_list_that_does_not_have_its_number_is_none() -> None:
    text = "Lake Baltic has four parts: the Bay, the Basin and the Sound."

    assert not [fact for fact in facts_of(text, "membership") if ":" in fact.statement]
