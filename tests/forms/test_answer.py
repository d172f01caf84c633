"""From what a browser sends to what the engine grades."""

from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import KINDS, Accepted, InvalidAnswer, Question, grade
from quizzes.forms.answer import FORMS, answer_form

CHOICES = ("A", "B", "C")
PARTS = {
    "single_choice": {"choices": CHOICES, "key": (0,)},
    "true_false": {"choices": ("True", "False"), "key": (0,)},
    "multiple_choice": {"choices": CHOICES, "key": (0, 1)},
    "ordering": {"choices": CHOICES, "key": (0, 1, 2)},
    "matching": {"choices": CHOICES, "options": ("1", "2", "3"), "key": (0, 1, 2)},
    "find_evidence": {"choices": CHOICES, "key": (0,), "paragraphs": (0, 0, 1)},
    "cloze": {"accept": (Accepted("1992"),)},
    "short_answer": {"accept": (Accepted("1992"),)},
    "numeric": {"accept": (Accepted("1992", 1992),)},
}


def question(kind):
    return Question(id="q", kind=kind, level=Level.RECALL, stem="?", facts=("f",), **PARTS[kind])


def filled(kind, sent):
    form = answer_form(question(kind), QueryDict(sent))
    assert form.is_valid(), form.errors
    return form.given


@pytest.mark.parametrize("kind", ["single_choice", "true_false"])
def test_one_answer_is_no_several(kind):
    form = answer_form(question(kind), QueryDict("choice=0&choice=1"))

    assert form.problems == ["Choose one answer only."]


def test_every_kind_of_the_engine_has_a_form():
    assert set(FORMS) == {module.KIND for module in KINDS}


@pytest.mark.parametrize(
    ("kind", "sent", "expected"),
    [
        ("single_choice", "choice=2", [2]),
        ("true_false", "choice=1", [1]),
        ("multiple_choice", "choice=2&choice=0", [0, 2]),
        ("multiple_choice", "choice=1&choice=1", [1]),
        ("find_evidence", "choice=2", [2]),
        ("cloze", "text=%20the%20pact%20", "the pact"),
        ("numeric", "text=1%2C992", "1,992"),
        ("ordering", "place_0=3&place_1=1&place_2=2", [1, 2, 0]),
        ("matching", "match_0=2&match_1=2&match_2=0", [2, 2, 0]),
    ],
)
def test_given_is_what_the_engine_grades(kind, sent, expected):
    assert filled(kind, sent) == expected


def test_order_begins_as_shown():
    form = answer_form(question("ordering"))

    assert [field.value() for field in form] == ["1", "2", "3"]


def test_match_begins_with_nothing_chosen():
    form = answer_form(question("matching"))

    assert [field.value() for field in form] == [None, None, None]


def test_a_passage_is_offered_by_paragraphs():
    form = answer_form(question("find_evidence"))

    assert [[sentence.text for sentence in paragraph] for paragraph in form.passage] == [["A", "B"], ["C"]]


def test_a_passage_without_paragraphs_is_one():
    form = answer_form(replace(question("find_evidence"), paragraphs=()))

    assert [len(paragraph) for paragraph in form.passage] == [3]


def test_a_proof_of_several_sentences_is_ticked():
    form = answer_form(replace(question("find_evidence"), key=(0, 2)), QueryDict("choice=2&choice=0&choice=2"))

    assert form.is_valid()
    assert form.given == [0, 2]
    assert 'type="checkbox"' in str(form["choice"])


GIVEN = {
    "single_choice": [2],
    "true_false": [1],
    "multiple_choice": [0, 2],
    "ordering": [2, 0, 1],
    "matching": [1, 1, 0],
    "find_evidence": [1],
    "cloze": "Tashkent",
    "short_answer": "Tashkent",
    "numeric": "1,992",
}


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_a_stored_answer_is_filled_in_as_it_was_given(kind):
    form = answer_form(question(kind))
    form.show(GIVEN[kind])

    again = QueryDict(mutable=True)
    for name, value in form.initial.items():
        again.setlist(name, value if isinstance(value, list) else [value])

    assert filled(kind, again.urlencode()) == GIVEN[kind]
    assert not answer_form_showing(kind, again).has_changed()


def answer_form_showing(kind, data):
    form = answer_form(question(kind), data)
    form.show(GIVEN[kind])
    return form


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_what_was_filled_in_is_kept_without_a_word_of_complaint(kind):
    form = answer_form(question(kind))

    form.keep(QueryDict("choice=77&text=some+19&place_0=x&match_0="))

    assert not form.is_bound
    assert form.problems == []


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_it_shows_the_answer_it_begins_with_and_no_other(kind):
    empty, form = answer_form(question(kind)), answer_form(question(kind))

    form.show(GIVEN[kind])

    assert [empty.shows(GIVEN[kind]), form.shows(GIVEN[kind]), form.shows(None)] == [False, True, False]


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_nothing_filled_in_is_blank(kind):
    form = answer_form(question(kind), QueryDict("text=+&match_0=&match_1="))

    assert form.is_blank


@pytest.mark.parametrize("sent", ["text=0", "text=+a"])
def test_something_filled_in_is_not_blank(sent):
    assert not answer_form(question("short_answer"), QueryDict(sent)).is_blank


@pytest.mark.parametrize("sent", ["match_1=0", "match_0=&match_2=1"])
def test_a_part_filled_in_is_not_blank(sent):
    assert not answer_form(question("matching"), QueryDict(sent)).is_blank


def test_a_choice_that_was_taken_away_is_refused():
    form = answer_form(question("single_choice"), QueryDict("choice=1"), removed={1})

    assert form.problems == ["That choice was taken away. Choose another."]


@pytest.mark.parametrize(
    ("kind", "removed", "keys", "follow"),
    [
        ("single_choice", (), ["1", "2", "3"], True),
        ("single_choice", (0,), ["2", "3"], False),
        ("single_choice", (1,), ["1", "3"], False),
        ("true_false", (), ["1", "2"], False),
        ("find_evidence", (), ["1", "2", "3"], True),
    ],
)
def test_keys_named_are_those_that_choose_something(kind, removed, keys, follow):
    form = answer_form(question(kind), removed=removed)

    assert (form.keys, form.keys_follow) == (keys, follow)


def test_no_more_choices_have_keys_than_there_are_figures():
    several = replace(question("multiple_choice"), choices=tuple("ABCDEFGHIJKL"))

    assert answer_form(several).keys[-1] == "9"


def test_keys_around_a_choice_taken_away_do_not_follow():
    several = replace(question("single_choice"), choices=tuple("ABCD"))

    assert not answer_form(several, removed={1}).keys_follow


def test_problems_say_each_thing_once():
    form = answer_form(question("matching"), QueryDict("match_0=1"))

    assert form.problems == ["Choose a partner for every item first."]


def test_refuse_says_why_an_answer_cannot_be_graded():
    form = answer_form(question("numeric"), QueryDict("text=many"))
    form.is_valid()

    form.refuse("Type one number.")

    assert form.problems == ["Type one number."]


@given(
    kind=st.sampled_from(sorted(FORMS)),
    names=st.lists(
        st.sampled_from(["choice", "text", "place_0", "place_1", "place_2", "match_0", "match_1", "match_2"])
    ),
    data=st.data(),
)
def test_whatever_is_sent_is_graded_or_refused_with_words(kind, names, data):
    sent = QueryDict(mutable=True)
    for name in names:
        sent.appendlist(name, data.draw(st.one_of(st.sampled_from(["0", "1", "2", "3", "-1"]), st.text(max_size=20))))
    form = answer_form(question(kind), sent)

    if form.is_valid():
        assert graded(question(kind), form.given)
    else:
        assert all(form.problems)


def graded(asked, answer):
    """Return whether the engine grades the answer, or says why it cannot."""
    try:
        return 0 <= grade(asked, answer).credit <= 1
    except InvalidAnswer as problem:
        return bool(str(problem))
