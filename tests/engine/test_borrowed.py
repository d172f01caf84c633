from __future__ import annotations

from quizzes.engine.borrowed import collect
from tests.engine.parsing import parsed


def phrases(text: str) -> list[tuple[str, str]]:
    return [(phrase.lead, phrase.text) for phrase in collect(parsed(text))]


def test_purpose_means_and_noun_phrase_are_collected() -> None:
    found = phrases("The navy closed three bases to save coal. It saved coal by selling the oldest ships.")

    assert ("to", "save coal") not in found
    assert ("by", "selling the oldest ships") in found


def test_noun_phrase_with_its_complement_is_collected() -> None:
    assert ("of", "a sudden shortage of coal") in phrases("The navy feared a sudden shortage of coal.")


def test_what_leans_on_something_else_is_not_collected() -> None:
    assert not phrases("The navy tried to repair its ships by asking them for help in 1931.")


def test_thing_is_no_reason() -> None:
    assert not phrases("The navy painted the roof of the old harbour.")


def test_being_is_no_aim() -> None:
    assert not phrases("The navy hoped to be the largest buyer.")
