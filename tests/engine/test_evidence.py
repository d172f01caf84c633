from __future__ import annotations

import pytest

from quizzes.engine.evidence import is_doubtful
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.runs import Run, name_runs
from tests.engine.parsing import parsed


def _runs(text: str, name: str) -> list[Run]:
    return [run for run in name_runs(parsed(text)) if run.text == name]


@pytest.mark.parametrize(
    ("text", "name", "kind", "heads"),
    [
        ("They met in Amble.", "Amble", AnswerType.PLACE, set()),
        ("The town of Amble burned.", "Amble", AnswerType.PLACE, set()),
        ("They saw Amble.", "Amble", AnswerType.PLACE, {"town"}),
        ("Toma van Rell said so.", "Toma van Rell", AnswerType.PERSON, set()),
        ("They read the life of Toma Rell.", "Toma Rell", AnswerType.PERSON, set()),
        ("Amble Holdings bought it.", "Amble Holdings", AnswerType.ORGANISATION, set()),
    ],
)
def test_a_type_with_evidence_is_kept(text: str, name: str, kind: AnswerType, heads: set[str]) -> None:
    assert not is_doubtful(kind, _runs(text, name), heads)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They saw Amble.", "Amble", AnswerType.PLACE),
        ("They saw Amble.", "Amble", AnswerType.ORGANISATION),
        ("The Posterior Amble is long.", "Posterior Amble", AnswerType.PERSON),
    ],
)
def test_a_mere_guess_is_doubtful(text: str, name: str, kind: AnswerType) -> None:
    assert is_doubtful(kind, _runs(text, name), set())
