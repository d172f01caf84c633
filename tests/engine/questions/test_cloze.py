"""Gaps, one or several, typed or chosen from a list."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import (
    Accepted,
    InvalidAnswer,
    Question,
    answer_text,
    from_json,
    grade,
    grade_gaps,
    public,
    to_json,
)
from quizzes.engine.questions.drafts import named

STEM = "Complete the sentence with a year and the name of a town: In ____, the railway from Bergen reached ____."


def gapped(*answers, options=(), key=(), stem=STEM, reject=()):
    """Return a cloze; each answer is the accepted texts of one gap."""
    accept = tuple(Accepted(text, gap=gap) for gap, texts in enumerate(answers) for text in texts)
    return Question("q1", "cloze", Level.RECALL, stem, ("f1",), accept=accept, options=options, key=key, reject=reject)


TYPED = gapped(("1909",), ("Oslo", "Christiania"))
CHOSEN = gapped(("1909",), ("Oslo",), options=("Voss", "1909", "Oslo", "1911"), key=(1, 2))
ONE = gapped(
    ("Oslo",), options=("Voss", "Oslo", "Hamar"), key=(1,), stem="The railway from Bergen reached ____ in 1909."
)


@pytest.mark.parametrize(
    ("question", "answer", "credit"),
    [
        (TYPED, ["1909", "Oslo"], 1.0),
        (TYPED, ["in 1909", "christiania"], 1.0),
        (TYPED, ["1909", "Bergen"], 0.5),
        (TYPED, ["1911", "Voss"], 0.0),
        (TYPED, ["Oslo", "1909"], 0.0),
        (CHOSEN, [1, 2], 1.0),
        (CHOSEN, [3, 2], 0.5),
        (CHOSEN, [2, 1], 0.0),
        (CHOSEN, [1, 1], 0.5),
        (ONE, [1], 1.0),
        (ONE, [0], 0.0),
    ],
)
def test_credit_is_the_mean_of_the_gaps(question, answer, credit):
    assert grade(question, answer).credit == credit


def test_what_belongs_into_another_gap_is_no_slip():
    question = gapped(("Kasimov",), ("Kasimow",), stem="____ met ____ at the town gate.")

    assert grade(question, ["Kasimow", "Kasimov"]).credit == 0.0


def test_each_gap_is_told_what_is_off():
    parts = grade_gaps(TYPED, ["1905", "Oslo"])

    assert [part.message for part in parts] == ["Right decade, but not the year: the answer is 1909.", "Right."]


def test_the_whole_tells_only_how_many_gaps_are_right():
    assert grade(TYPED, ["1905", "Oslo"]).message == "1 of 2 gaps right."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (TYPED, "1909"),
        (TYPED, ["1909"]),
        (TYPED, ["1909", "Oslo", "Voss"]),
        (TYPED, ["1909", " "]),
        (TYPED, [1, 2]),
        (TYPED, []),
        (CHOSEN, [1]),
        (CHOSEN, [1, 4]),
        (CHOSEN, [1, -1]),
        (CHOSEN, ["1909", "Oslo"]),
        (CHOSEN, "1909"),
        (ONE, "Oslo"),
    ],
)
def test_an_answer_of_the_wrong_form_is_refused(question, answer):
    with pytest.raises(InvalidAnswer):
        grade(question, answer)


def test_one_typed_gap_takes_a_text_alone_or_in_a_list():
    question = gapped(("Oslo",), stem="The railway from Bergen reached ____ in 1909.")

    assert grade(question, "Oslo").credit == grade(question, ["Oslo"]).credit == 1.0


@pytest.mark.parametrize("question", [TYPED, CHOSEN, ONE])
def test_a_snapshot_is_exact(question):
    assert from_json(json.loads(json.dumps(to_json(question)))) == question


def test_a_snapshot_without_gaps_is_read():
    data = to_json(gapped(("Oslo",)))
    for accepted in data["accept"]:
        del accepted["gap"]

    assert from_json(data).accept == (Accepted("Oslo"),)


def test_answer_text_names_each_gap():
    assert answer_text(TYPED) == answer_text(CHOSEN) == "1909; Oslo"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (TYPED, "Type what belongs in each gap."),
        (CHOSEN, "Choose what belongs in each gap."),
        (ONE, "Choose what belongs in the gap."),
    ],
)
def test_public_says_what_to_do_and_nothing_of_the_answers(question, told):
    shown = public(question)

    assert shown["instructions"] == told
    assert set(shown) == {"kind", "stem", "choices", "options", "instructions"}


def test_shuffled_keeps_each_gap_with_its_answer(rng):
    shuffled = [CHOSEN.shuffled(rng) for _ in range(5)]

    assert all([each.options[index] for index in each.key] == ["1909", "Oslo"] for each in shuffled)
    assert len({each.options for each in shuffled}) > 1


def test_shuffled_leaves_years_in_rising_order(rng):
    question = gapped(("1909",), options=("1905", "1909", "1911"), key=(1,), stem="It opened in ____ at last.")

    assert question.shuffled(rng) is question


def test_a_gap_to_choose_for_has_another_name_than_one_to_type_in():
    typed = gapped(("Oslo",), stem=ONE.stem)

    assert named(typed) != named(ONE)


@settings(max_examples=200)
@given(
    st.sampled_from([TYPED, CHOSEN, ONE]),
    st.one_of(
        st.text(max_size=30),
        st.lists(st.text(max_size=30), max_size=3),
        st.lists(st.integers(-2, 5), max_size=3),
        st.lists(st.one_of(st.integers(0, 3), st.text(max_size=5)), max_size=3),
    ),
)
def test_any_answer_is_graded_or_refused(question, answer):
    try:
        credit = grade(question, answer).credit
    except InvalidAnswer:
        return

    assert 0.0 <= credit <= 1.0
