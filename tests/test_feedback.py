"""What is said of an answer."""

from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.questions import Accepted, Question
from quizzes.feedback import (
    Line,
    as_accepted,
    feedback,
    likeness,
    proven_lines,
    wrongly_chosen,
    wrongly_named,
    wrongly_typed,
)
from tests.engine.questions import test_cloze as cloze


def question(kind, **parts):
    return Question(id="q", kind=kind, level=Level.RECALL, stem="?", facts=("f",), **parts)


CHOICE = question("single_choice", choices=("A", "B", "C"), key=(1,), notes=("A is old.", "B is right.", "C is new."))
MATCH = question("matching", choices=("A", "B"), options=("1", "2"), key=(1, 0))
ORDER = question("ordering", choices=("A", "B", "C"), key=(2, 0, 1))


def test_choices_are_marked_given_and_right():
    told = feedback(CHOICE, [0])

    assert told.lines == (Line("A", True, False, "A is old."), Line("B", False, True), Line("C"))


def test_note_of_a_right_choice_is_not_shown():
    assert feedback(CHOICE, [1]).lines[1].note == ""


def test_what_the_explanation_says_is_not_said_beside_the_choice_as_well():
    told = "The article says 1992, not 1994."
    asked = question("true_false", choices=("True", "False"), key=(1,), notes=(told, ""), explanation=told)

    assert feedback(asked, [0]).lines[0].note == ""


def test_choices_are_named_on_one_line():
    told = feedback(question("multiple_choice", choices=("A", "B", "C"), key=(0, 2)), [1, 2])

    assert (told.given, told.right) == ("B; C", "A; C")


def test_typed_answer_is_shown_beside_the_first_accepted_one():
    told = feedback(question("cloze", accept=(Accepted("1992"), Accepted("'92"))), "1812")

    assert (told.given, told.right, told.lines) == ("1812", "1992", ())


def test_order_is_the_right_one_with_the_place_given():
    told = feedback(ORDER, [2, 1, 0])

    assert told.lines == (
        Line("C", is_key=True, given="1"),
        Line("A", is_key=False, given="3"),
        Line("B", is_key=False, given="2"),
    )


def test_matches_say_what_was_chosen_and_what_belongs_there():
    told = feedback(MATCH, [1, 1])

    assert told.lines == (
        Line("A", is_key=True, given="2", right="2"),
        Line("B", is_key=False, given="2", right="1"),
    )
    assert told.given == "A: 2; B: 2"


def test_passage_lines_keep_their_paragraphs():
    found = question("find_evidence", choices=("A", "B", "C"), key=(1,), paragraphs=(4, 4, 5))

    told = feedback(found, [2])

    assert told.layout == "passage"
    assert [(line.paragraph, line.is_key, line.is_given) for line in told.lines] == [
        (4, False, False),
        (4, True, False),
        (5, False, True),
    ]


def test_sentences_without_a_paragraph_have_none():
    told = feedback(question("find_evidence", choices=("A", "B", "C"), key=(1,)), [2])

    assert {line.paragraph for line in told.lines} == {None}


def test_unanswered_questions_show_only_what_is_right():
    assert [feedback(each, None).given for each in (CHOICE, MATCH, ORDER)] == ["", "", ""]
    assert [line.given for line in feedback(MATCH, None).lines] == ["", ""]
    assert [line.given for line in feedback(ORDER, None).lines] == ["", "", ""]
    assert feedback(question("cloze", accept=(Accepted("1992"),)), None).right == "1992"


TYPED = question("short_answer", accept=(Accepted("1992"),), reject=("1994",))


def test_wrong_choices_taken_are_named_with_their_facts():
    asked = question("multiple_choice", choices=("A", "B", "C", "D"), key=(0,), choice_facts=("f", "g", "", "h"))

    assert wrongly_chosen(asked, [0, 1, 2]) == [("B", "g")]


@pytest.mark.parametrize(
    ("kind", "key", "given"),
    [("single_choice", (1,), [1]), ("single_choice", (1,), None), ("ordering", (1, 0), [0, 1])],
)
def test_nothing_is_wrongly_chosen(kind, key, given):
    assert wrongly_chosen(question(kind, choices=("A", "B"), key=key, choice_facts=("f", "g")), given) == []


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        ("single_choice", [1], ["B"]),
        ("multiple_choice", [0, 1, 2, 3], ["B", "D"]),
        ("single_choice", [0], []),
        ("single_choice", None, []),
        ("true_false", [1], []),
        ("find_evidence", [1], []),
    ],
)
def test_wrong_choices_that_the_article_may_name(kind, given, named):
    asked = question(kind, choices=("A", "B", "C", "D"), key=(0,), choice_facts=("f", "g", "f", ""))

    assert wrongly_named(asked, given) == named


@pytest.mark.parametrize(("given", "named"), [([0, 1], []), ([1, 0], []), ([2, 1], ["C"]), ([2, 2], ["C"])])
def test_wrong_words_that_the_article_may_name_are_no_key_of_another_gap(given, named):
    asked = question(
        "cloze",
        choices=(),
        key=(0, 1),
        options=("A", "B", "C"),
        accept=(Accepted("A"), Accepted("B", gap=1)),
    )

    assert wrongly_named(replace(asked, stem="____ and ____"), given) == named


@pytest.mark.parametrize(("given", "wrong"), [("1812", ["1812"]), ("1992", []), (None, [])])
def test_typed_answer_without_credit_is_wrong(given, wrong):
    assert wrongly_typed(TYPED, given) == wrong


@pytest.mark.parametrize(
    ("answer", "given", "fits"),
    [
        ("1994", "in 1994", True),
        ("the Northern Treaty", "northern treatty", True),
        ("1995", "1994", False),
        ("the Southern Treaty", "Northern Treaty", False),
        ("Beta", "1994", False),
    ],
)
def test_text_typed_fits_another_answer_as_a_fair_reader_says(answer, given, fits):
    assert (likeness(TYPED, answer, given) >= 0.5) is fits


def test_matched_items_read_as_they_are_right():
    asked = question("matching", choices=("A", "B"), options=("1", "2"), key=(1, 0), choice_facts=("f", "g"))

    assert proven_lines(asked) == [("A: 2", "f"), ("B: 1", "g")]


def test_ordered_items_stand_in_the_right_order():
    asked = question("ordering", choices=("A", "B", "C"), key=(2, 0, 1), choice_facts=("f", "g", "h"))

    assert proven_lines(asked) == [("C", "h"), ("A", "f"), ("B", "g")]


def test_items_without_facts_of_their_own_are_not_proven_one_by_one():
    assert proven_lines(MATCH) == []


def test_gaps_are_told_one_by_one():
    told = feedback(cloze.TYPED, ["1905", "Oslo"])

    off = "Right decade, but not the year."
    assert (told.layout, told.given, told.right) == ("gaps", "1905; Oslo", "1909; Oslo")
    assert told.lines == (
        Line("Gap 1", given="1905", right="1909", note=off),
        Line("Gap 2", given="Oslo", right="Oslo", is_key=True),
    )


def test_chosen_words_are_told_by_their_text():
    told = feedback(cloze.CHOSEN, [3, 2])

    assert [(line.given, line.right, line.is_key) for line in told.lines] == [
        ("1911", "1909", False),
        ("Oslo", "Oslo", True),
    ]


def test_gaps_never_answered_show_what_belongs_there():
    told = feedback(cloze.CHOSEN, None)

    assert (told.given, [line.right for line in told.lines]) == ("", ["1909", "Oslo"])


def test_wrongly_typed_are_the_gaps_that_earned_nothing():
    assert wrongly_typed(cloze.TYPED, ["1905", "Oslo"]) == ["1905"]
    assert wrongly_typed(cloze.CHOSEN, [1, 0]) == ["Voss"]


@pytest.mark.parametrize(
    ("asked", "given", "key"),
    [
        (CHOICE, [0], (0, 1)),
        (MATCH, [0, 1], (0, 1)),
        (ORDER, [0, 1, 2], (0, 1, 2)),
    ],
    ids=["chosen", "matched", "ordered"],
)
def test_answer_accepted_since_stands_in_the_key(asked, given, key):
    accepted = as_accepted(replace(asked, also=(tuple(given),)), given)

    assert accepted.key == key
    assert all(line.is_key for line in feedback(accepted, given).lines if line.is_given or line.given)


@pytest.mark.parametrize("given", [None, "A", [2]])
def test_other_answers_are_shown_as_they_were(given):
    asked = replace(CHOICE, also=((0,),))

    assert as_accepted(asked, given) is asked
