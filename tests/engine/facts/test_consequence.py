from __future__ import annotations

from tests.engine.telling import asked, facts_of


def test_asks_for_the_cause_and_for_the_result() -> None:
    stems = asked("The drought of 1931 led to a shortage of grain in Denmark.", "consequence")

    assert stems == {
        "What led to a shortage of grain in Denmark?": "the drought of 1931",
        "What did the drought of 1931 lead to?": "a shortage of grain in Denmark",
    }


def test_passive_is_asked_in_the_active() -> None:
    stems = asked("The shortage of grain in Denmark was caused by a long drought.", "consequence")

    assert stems == {"What caused the shortage of grain in Denmark?": "a long drought"}


def test_effect_and_cause_are_not_exchanged() -> None:
    (fact,) = facts_of("The drought of 1931 led to a decline of trade in Denmark.", "consequence")

    assert not fact.reversal


def test_denied_consequence_tells_nothing() -> None:
    assert not facts_of("The drought of 1931 did not cause the shortage of grain in Denmark.", "consequence")
