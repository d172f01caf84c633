"""Filling gaps, and numbers in the learner's language."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.questions import grade
from quizzes.forms.answer import GapsForm, TextForm, answer_form
from tests.engine.builders import number_question, typed_question
from tests.engine.questions.test_cloze import CHOSEN, ONE, TYPED


def test_several_gaps_are_filled_one_by_one():
    form = answer_form(TYPED, QueryDict("gap_0=1909&gap_1=%20Oslo"))

    assert form.is_valid()
    assert form.given == ["1909", "Oslo"]


@pytest.mark.parametrize(("question", "sent", "expected"), [(CHOSEN, "gap_0=1&gap_1=2", [1, 2]), (ONE, "gap_0=0", [0])])
def test_words_are_chosen_by_their_place(question, sent, expected):
    form = answer_form(question, QueryDict(sent))

    assert form.is_valid()
    assert form.given == expected


def test_one_typed_gap_has_one_line():
    assert isinstance(answer_form(typed_question("Oslo", kind="cloze", stem="The line reached ____ late.")), TextForm)


@pytest.mark.parametrize(
    ("question", "sent", "problem"),
    [
        (TYPED, "gap_0=1909", "Fill every gap first."),
        (CHOSEN, "gap_0=1", "Choose something for every gap first."),
        (CHOSEN, "gap_0=1&gap_1=9", "One of the answers sent is not part of this question. Choose from those shown."),
        (TYPED, f"gap_0=1909&gap_1={'x' * 1001}", "The answer is too long: use at most 1,000 characters."),
    ],
)
def test_what_does_not_fit_is_refused_with_words(question, sent, problem):
    assert answer_form(question, QueryDict(sent)).problems == [problem]


def test_each_gap_has_a_name_and_stands_in_its_sentence():
    form = answer_form(TYPED)

    assert form.lead == "Complete the sentence with a year and the name of a town"
    assert [text for text, _ in form.pieces] == ["In ", ", the railway from Bergen reached ", "."]
    assert [field.label for _, field in form.pieces if field] == ["Gap 1 of 2", "Gap 2 of 2"]


def test_a_stem_without_an_instruction_gets_one():
    form = answer_form(ONE)

    assert form.lead == "Fill the gaps"
    assert "".join(text for text, _ in form.pieces) == ONE.stem.replace("____", "")


@pytest.mark.parametrize(
    ("question", "stored", "shown"), [(TYPED, ["1909", "Oslo"], ["1909", "Oslo"]), (CHOSEN, [1, 2], ["1", "2"])]
)
def test_a_stored_answer_is_filled_in(question, stored, shown):
    form = answer_form(question)

    form.show(stored)

    assert [field.value() for field in form] == shown


@pytest.mark.parametrize(("language", "credit"), [("de", 1.0), ("en", 0.0)])
def test_a_number_is_read_in_the_learners_language(language, credit):
    question = number_question("1234 ships", "1234")
    form = answer_form(question, QueryDict("text=1.234"), language=language)

    assert form.is_valid()
    assert grade(question, form.given).credit == credit
    assert form["text"].value() == "1.234"


@given(
    st.sampled_from([TYPED, CHOSEN, ONE]),
    st.lists(
        st.tuples(
            st.sampled_from(["gap_0", "gap_1", "gap_2", "text", "choice"]),
            st.one_of(st.text(max_size=12), st.just("1")),
        ),
        max_size=5,
    ),
)
def test_whatever_is_sent_is_graded_or_refused_with_words(question, sent):
    data = QueryDict(mutable=True)
    for name, value in sent:
        data.appendlist(name, value)
    form = answer_form(question, data)

    assert isinstance(form, GapsForm)
    if form.is_valid():
        assert 0 <= grade(question, form.given).credit <= 1
    else:
        assert all(form.problems)
