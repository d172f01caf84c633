from __future__ import annotations

import pytest

from quizzes.engine import stubs

BODY = "Fixed-price bread is dear. " + "Bakers sell fixed-price bread. " * 5


@pytest.mark.parametrize(("title", "expected"), [("Who baked", True), ("How to bake", True), ("Doctor Who", False)])
def test_a_title_that_begins_as_a_question_is_one(title, expected):
    assert stubs.is_question(title) is expected


@pytest.mark.parametrize(("noun", "expected"), [("Winter", True), ("hours", True), ("harvest", False)])
def test_a_noun_that_tells_when_is_a_time(noun, expected):
    assert stubs.is_time(noun) is expected


def test_a_title_that_the_text_writes_with_hyphens_names_what_follows_them():
    found = stubs.hyphened("Fixed Price", BODY)

    assert found
    assert found.text == "fixed-price bread"


@pytest.mark.parametrize("title", ["Fixed", "Price list", "A very fixed price"])
def test_a_title_that_the_text_does_not_hyphen_names_nothing(title):
    assert stubs.hyphened(title, BODY) is None
