from __future__ import annotations

import pytest

from tests.engine.telling import asked


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The Danish government lowered taxes on ships by closing three naval bases in Greenland.",
            "How did the Danish government lower taxes on ships?",
            "by closing three naval bases in Greenland",
        ),
        (
            "Niels Ryberg crossed Lake Arre with the help of wooden boats.",
            "How did Niels Ryberg cross Lake Arre?",
            "with the help of wooden boats",
        ),
    ],
)
def test_asks_how(text: str, stem: str, answer: str) -> None:
    assert asked(text, "means")[stem] == answer


def test_agent_is_no_means() -> None:
    assert not asked("The harbour at Aarhus was built by Danish prisoners.", "means")


def test_what_is_done_by_doing_tells_a_means() -> None:
    text = "The Danish naval school is funded by charging the sailors of Aarhus fees."

    assert asked(text, "means")["How is the Danish naval school funded?"] == "by charging the sailors of Aarhus fees"
