from __future__ import annotations

import pytest

from tests.engine.telling import asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The name of Denmark is derived from the old word for a border.",
            "What is the name of Denmark derived from?",
            "the old word for a border",
        ),
        (
            "Most Danish harbours are associated with cheap coal imports.",
            "What are most Danish harbours associated with?",
            "cheap coal imports",
        ),
    ],
)
def test_asks_for_what_the_preposition_governs(text: str, stem: str, answer: str) -> None:
    assert asked(text, "action")[stem] == answer


def test_place_and_time_are_no_relations() -> None:
    stems = asked("Denmark was changed from head to toe in 1931.", "action")

    assert not any(stem.endswith((" in?", " from?")) for stem in stems)
