from __future__ import annotations

import pytest

from quizzes.engine import clauses
from tests.engine.parsing import parsed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Never again did Denmark sell ships to Chile.", "inverted"),
        ("What Denmark sold to Chile was a ship.", "broken_parse"),
        ("Early in 2022 analysts described Denmark as rich.", "broken_parse"),
    ],
)
def test_doubts_what_was_read_wrong(text: str, reason: str) -> None:
    found, reasons = clauses.find(parsed(text).sentences[0])

    assert reason in reasons
    assert not found


def test_plain_clause_is_not_doubted() -> None:
    found, reasons = clauses.find(parsed("Denmark sold ten ships to Chile.").sentences[0])

    assert len(found) == 1
    assert not reasons
