"""The lengths to choose from."""

import pytest

from quizzes.forms.quiz import LengthForm


@pytest.mark.parametrize(
    ("available", "lengths"),
    [(3, [3]), (5, [5]), (10, [5, 10]), (12, [5, 10, 12]), (40, [5, 10, 15, 40]), (500, [5, 10, 15, 100])],
)
def test_lengths_are_those_there_are_questions_for(available, lengths):
    form = LengthForm(available)

    assert [value for value, _ in form.fields["length"].choices] == lengths


def test_length_is_ten_unless_chosen():
    assert LengthForm(40)["length"].value() == 10


def test_length_is_all_of_a_small_bank():
    assert LengthForm(4)["length"].value() == 4


def test_length_becomes_a_number():
    form = LengthForm(40, {"length": "15"})

    assert form.is_valid()
    assert form.cleaned_data["length"] == 15


@pytest.mark.parametrize(("sent", "said"), [({}, "Choose how many"), ({"length": "7"}, "Choose one of the lengths")])
def test_length_must_be_one_of_those_shown(sent, said):
    form = LengthForm(40, sent)

    assert said in str(form.errors["length"])
