from __future__ import annotations

from quizzes.engine.facts.base import AnswerType
from tests.engine.telling import answers_of, asked, facts_of


def test_asks_under_what_condition() -> None:
    text = "Denmark pays grain farmers a premium if inspectors from Aarhus find no mould."

    stems = asked(text, "condition")

    assert stems == {
        "Under what condition does Denmark pay grain farmers a premium?": "if inspectors from Aarhus find no mould",
        "What happens if inspectors from Aarhus find no mould?": "Denmark pays grain farmers a premium",
    }
    assert answers_of(text, "condition")[0].type is AnswerType.CONDITION


def test_bare_condition_is_not_asked() -> None:
    assert not asked("Danish farmers may sell their grain abroad if necessary.", "condition")


def test_when_tells_a_condition_of_what_is_so_at_any_time() -> None:
    text = "Danish grain farmers earn a premium when inspectors from Aarhus find no mould."

    assert "Under what condition do Danish grain farmers earn a premium?" in asked(text, "condition")


def test_when_tells_a_condition_of_what_is_done_at_any_time() -> None:
    text = "Danish grain farmers are paid a premium when inspectors from Aarhus find no mould."

    assert "Under what condition are Danish grain farmers paid a premium?" in asked(text, "condition")


def test_when_tells_a_time_of_what_happened_once() -> None:
    text = "Danish grain farmers earned a premium when inspectors from Aarhus found no mould."

    assert not asked(text, "condition")


def test_condition_that_names_whom_a_pronoun_means_stays_in_front() -> None:
    (fact,) = facts_of(
        "If a man chose to sell a ship to Denmark, Lars Holm warned him of the storms in Norway.", "condition"
    )

    assert fact.statement.startswith("If a man chose")


def test_pronoun_that_may_mean_somebody_of_the_condition_keeps_it_in_front() -> None:
    found = facts_of(
        "If a Dane chose to be a pirate, then Lars Holm insisted on telling him that he was breaking the law of Riga.",
        "condition",
    )

    assert all(fact.statement.startswith("If a Dane") for fact in found)
