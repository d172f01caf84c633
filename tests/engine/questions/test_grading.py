"""Grading of the kinds that are not typed, and the form every answer must have."""

import json
import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import KINDS, InvalidAnswer, Question, answer_text, from_json, grade, public, to_json
from tests.engine.builders import choice_question, number_question, typed_question

MULTIPLE = choice_question("multiple_choice", key=(0, 1))
ORDER = choice_question("ordering", choices=("a", "b", "c"), key=(2, 0, 1))
MATCH = choice_question("matching", choices=("a", "b", "c"), options=("x", "y", "z"), key=(1, 2, 0))
TRUTH = choice_question("true_false", choices=("True", "False"), key=(1,))
FOUND = choice_question("find_evidence", choices=("a", "b", "c", "d", "e"), key=(1,), paragraphs=(0, 0, 0, 1, 1))
BOTH = choice_question("find_evidence", choices=("a", "b", "c", "d", "e"), key=(1, 3))
EVERY = [
    choice_question(),
    MULTIPLE,
    ORDER,
    MATCH,
    TRUTH,
    FOUND,
    typed_question("Oslo", "Christiania", reject=("Bergen",)),
    typed_question("Oslo", kind="cloze"),
    number_question("about 2,500 troops", "2500", "125"),
]


@pytest.mark.parametrize(
    ("question", "given", "credit"),
    [
        (choice_question(), [0], 1.0),
        (choice_question(), [2], 0.0),
        (TRUTH, [1], 1.0),
        (TRUTH, [0], 0.0),
        (MULTIPLE, [1, 0], 1.0),
        (MULTIPLE, [0], 0.5),
        (MULTIPLE, [0, 1, 2], 0.5),
        (MULTIPLE, [0, 2], 0.0),
        (MULTIPLE, [2, 3], 0.0),
        (ORDER, [2, 0, 1], 1.0),
        (ORDER, [0, 2, 1], 2 / 3),
        (ORDER, [1, 0, 2], 0.0),
        (FOUND, [1], 1.0),
        (FOUND, [2], 0.0),
        (BOTH, [3, 1], 1.0),
        (BOTH, [1], 0.5),
        (BOTH, [1, 3, 4], 0.5),
        (BOTH, [1, 2], 0.0),
        (BOTH, [0, 2, 4], 0.0),
        (MATCH, [1, 2, 0], 1.0),
        (MATCH, [1, 0, 2], 1 / 3),
        (MATCH, [1, 1, 1], 1 / 3),
    ],
)
def test_credit(question, given, credit):
    assert grade(question, given).credit == pytest.approx(credit)


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("2500", 1.0),
        ("2,500", 1.0),
        ("2 500 troops", 1.0),
        ("two and a half thousand", 1.0),
        ("2.5 thousand", 1.0),
        ("twenty-five hundred", 1.0),
        ("2600", 1.0),
        ("2700", 0.0),
        ("-2500", 0.0),
        ("25000", 0.0),
    ],
)
def test_numeric_reads_numbers_as_people_write_them(typed, credit):
    question = number_question("about 2,500 troops", "2500", "125")

    assert grade(question, typed).credit == credit


@pytest.mark.parametrize(("typed", "credit"), [("5 km", 1.0), ("5 kilometers", 1.0), ("5", 1.0), ("5 miles", 0.0)])
def test_numeric_refuses_another_unit(typed, credit):
    assert grade(number_question("5 km", "5"), typed).credit == credit


def test_numeric_tells_a_figure_without_its_million():
    result = grade(number_question("3.5 million", "3500000"), "3.5")

    assert result.credit == 0.0
    assert "size" in result.message


@pytest.mark.parametrize("typed", ["many", "50 or 60"])
def test_numeric_asks_for_one_number(typed):
    with pytest.raises(InvalidAnswer, match="one number"):
        grade(number_question("50", "50"), typed)


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (choice_question(), []),
        (choice_question(), [4]),
        (choice_question(), [-1]),
        (choice_question(), [0, 1]),
        (choice_question(), [True]),
        (choice_question(), "Oslo"),
        (choice_question(), ["0"]),
        (choice_question(), None),
        (TRUTH, [2]),
        (MULTIPLE, []),
        (MULTIPLE, [0, 0]),
        (ORDER, [0, 1]),
        (ORDER, [0, 1, 1]),
        (ORDER, [0, 1, 3]),
        (MATCH, [0, 1]),
        (MATCH, [0, 1, 9]),
        (typed_question("Oslo"), [0]),
        (typed_question("Oslo"), ""),
        (typed_question("Oslo"), " \n"),
        (typed_question("Oslo"), "x" * 1_001),
        (typed_question("Oslo", kind="cloze"), 7),
        (number_question("5", "5"), [5]),
    ],
)
def test_an_answer_of_the_wrong_form_is_refused(question, given):
    with pytest.raises(InvalidAnswer) as refused:
        grade(question, given)

    assert str(refused.value).endswith(".")


@settings(max_examples=200)
@given(
    st.sampled_from(EVERY),
    st.one_of(
        st.text(max_size=1_100), st.lists(st.integers(-2, 6), max_size=6), st.none(), st.integers(), st.booleans()
    ),
)
def test_any_answer_is_graded_or_refused(question, given):
    try:
        credit = grade(question, given).credit
    except InvalidAnswer:
        return

    assert 0.0 <= credit <= 1.0


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.kind)
def test_a_snapshot_is_exact(question):
    assert from_json(json.loads(json.dumps(to_json(question)))) == question


def test_a_snapshot_without_newer_parts_is_read():
    data = to_json(typed_question("Oslo"))
    del data["reject"], data["paragraphs"]

    assert (from_json(data).reject, from_json(data).paragraphs) == ((), ())


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.kind)
def test_public_holds_nothing_that_tells_the_answer(question):
    shown = public(question)

    assert set(shown) == {"kind", "stem", "choices", "options", "instructions"}


def test_public_leaves_out_what_is_accepted():
    question = typed_question("Oslo", "Christiania", reject=("Bergen",))

    shown = json.dumps(public(question))

    assert not any(text in shown for text in ("Oslo", "Christiania", "Bergen"))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (choice_question(), "Oslo"),
        (ORDER, "c; a; b"),
        (MATCH, "a: y; b: z; c: x"),
        (typed_question("Oslo", "X"), "Oslo"),
    ],
)
def test_answer_text(question, text):
    assert answer_text(question) == text


def test_every_kind_is_listed_once():
    assert len({module.KIND for module in KINDS}) == len(KINDS) == 9


def test_shuffled_keeps_each_key_with_its_text(rng):
    question = Question("q", "matching", Level.RECALL, "?", ("f",), ("a", "b", "c"), (0, 1, 2), ("A", "B", "C"))

    shuffled = question.shuffled(rng)

    assert [shuffled.options[index] for index in shuffled.key] == [choice.upper() for choice in shuffled.choices]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([0, 0, 0], "1 of 3 is matched right."),
        ([1, 0, 2], "1 of 3 is matched right."),
        ([0, 1, 2], "0 of 3 are matched right."),
    ],
)
def test_matching_says_how_many_are_right(given, told):
    assert grade(MATCH, given).message == told


def test_shuffled_leaves_true_before_false(rng):
    assert TRUTH.shuffled(rng) is TRUTH


def test_shuffled_leaves_years_in_rising_order(rng):
    question = choice_question(choices=("1901", "1905", "1911", "1920"), key=(2,))

    assert question.shuffled(rng) == question


def test_shuffled_moves_names_that_end_in_a_figure(rng):
    question = choice_question(choices=("Apollo 7", "Apollo 8", "Apollo 9", "Apollo 10"), key=(2,))

    assert any(question.shuffled(rng) != question for _ in range(9))


def test_shuffled_keeps_the_right_order_of_events(rng):
    shuffled = ORDER.shuffled(rng)

    assert [shuffled.choices[index] for index in shuffled.key] == ["c", "a", "b"]


@pytest.mark.parametrize("size", [2, 3, 4])
def test_shuffled_never_shows_events_in_the_right_order_and_shows_every_other_one(size):
    key = tuple(reversed(range(size)))
    question = choice_question("ordering", choices=tuple("abcd"[:size]), key=key)

    shown = {question.shuffled(random.Random(seed)).key for seed in range(400)}

    assert shown == set(permutations(range(size))) - {tuple(range(size))}


def test_shuffled_moves_notes_and_facts_with_their_choice(rng):
    question = choice_question(choice_facts=("f1", "f2", "f3", "f4"), notes=("1", "2", "3", "4"))

    shuffled = question.shuffled(rng)

    assert shuffled.choices[shuffled.key[0]] == "Oslo"
    assert [fact[1] for fact in shuffled.choice_facts] == list(shuffled.notes)


@pytest.mark.parametrize(
    ("question", "answer"),
    [(MULTIPLE, [0, 2]), (ORDER, [0, 1, 2]), (MATCH, [0] * len(MATCH.choices)), (typed_question("1992"), "the year")],
)
def test_answer_accepted_since_earns_everything(question, answer):
    as_given = (answer,) if isinstance(answer, str) else tuple(answer)
    accepted = from_json(json.loads(json.dumps(to_json(replace(question, also=(as_given,))))))

    assert grade(question, answer).credit < 1
    assert grade(accepted, answer).credit == 1
