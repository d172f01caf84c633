"""What a sentence would say if it were the other way round."""

from __future__ import annotations

import pytest

from tests.engine.telling import facts_of


def denials(text: str) -> set[str]:
    """Return what the facts of a text contradict."""
    return {fact.denial for fact in facts_of(text) if fact.denial}


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Denmark sold ten ships to Chile in 1931.", "Denmark did not sell ten ships to Chile in 1931."),
        ("Denmark owns ten ships in Greenland.", "Denmark does not own ten ships in Greenland."),
        ("Denmark was invaded by Sweden in 1658.", "Denmark was not invaded by Sweden in 1658."),
        ("Denmark has signed the Treaty of Kiel.", "Denmark has not signed the Treaty of Kiel."),
        ("Denmark is a kingdom in northern Europe.", "Denmark is not a kingdom in northern Europe."),
        ("In 1931, Denmark sold ten ships to Chile.", "In 1931, Denmark did not sell ten ships to Chile."),
        ("Denmark was not invaded by Sweden in 1931.", "Denmark was invaded by Sweden in 1931."),
        ("Denmark does not own ships in Greenland.", "Denmark owns ships in Greenland."),
    ],
)
def test_says_the_contrary(text: str, denial: str) -> None:
    assert denials(text) == {denial}


@pytest.mark.parametrize(
    "text",
    [
        "Denmark sold all its ships to Chile in 1931.",
        "Denmark may own ten ships in Greenland.",
        "Denmark sold ten ships to Chile because coal had become too expensive.",
        "Denmark quickly sold ten ships to Chile in 1931.",
        "Denmark did not sell ten ships to Chile in 1931.",
        "Denmark had never signed the Treaty of Kiel.",
    ],
)
def test_says_nothing_where_the_contrary_is_not_sure(text: str) -> None:
    assert denials(text) == set()


def test_nobody_is_said_to_have_done_what_he_would_not() -> None:
    assert not denials("Lars Holm would not pay for the roof of the Riga Museum.")
