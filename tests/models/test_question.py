"""Questions as rows and as the engine's."""

from decimal import Decimal

import pytest

from quizzes.engine import questions as engine
from quizzes.models import Question
from tests.factories import AcceptedFactory, ChoiceFactory, FactFactory, QuestionFactory

pytestmark = pytest.mark.django_db

RIGHT = {
    "single_choice": [0],
    "multiple_choice": [0, 1],
    "true_false": [0],
    "cloze": "1992",
    "short_answer": "1992",
    "numeric": "1992",
    "matching": [0, 1, 2],
    "ordering": [0, 1, 2],
    "find_evidence": [1],
}


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_as_engine_grades_the_stored_answer_right(kind):
    question = QuestionFactory(kind=kind)

    grade = engine.grade(question.as_engine(), RIGHT[kind])

    assert grade.credit == 1


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_as_engine_survives_json(kind):
    question = QuestionFactory(kind=kind).as_engine()

    assert engine.from_json(engine.to_json(question)) == question


def test_as_engine_names_facts_by_their_keys():
    question = QuestionFactory()

    assert question.as_engine().facts == (question.facts.get().key,)


def test_as_engine_keeps_where_a_choice_is_true():
    question = QuestionFactory()
    other = FactFactory(article=question.article, key="other")
    ChoiceFactory(question=question, text="2002", fact=other, note="In 2002 it was renamed.", position=9)

    shown = question.as_engine()

    assert (shown.choice_facts[-1], shown.notes[-1]) == ("other", "In 2002 it was renamed.")


def test_as_engine_keeps_tolerance_and_credit():
    question = QuestionFactory(kind="numeric")
    AcceptedFactory(question=question, text="about 2,000", number=2000, tolerance=5, credit=0.5, position=1)

    accepted = Question.objects.get(pk=question.pk).as_engine().accept[1]

    assert (accepted.number, accepted.tolerance, accepted.credit) == (Decimal(2000), Decimal(5), 0.5)


def test_as_engine_keeps_what_must_be_rejected():
    question = QuestionFactory(kind="short_answer", reject=["1994"])

    assert question.as_engine().reject == ("1994",)


def test_with_answers_reads_any_number_in_four_queries(django_assert_num_queries):
    for kind in Question.Kind.values:
        QuestionFactory(kind=kind)

    with django_assert_num_queries(4):
        [question.as_engine() for question in Question.objects.with_answers()]


def test_askable_are_approved_questions_on_approved_facts():
    question = QuestionFactory()

    assert list(Question.objects.askable()) == [question]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_askable_leaves_out_questions_that_are_not_approved(status):
    QuestionFactory(status=status)

    assert not Question.objects.askable().exists()


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_askable_leaves_out_questions_with_one_fact_not_approved(status):
    question = QuestionFactory()
    question.facts.add(FactFactory(article=question.article, status=status))

    assert not Question.objects.askable().exists()


def test_askable_leaves_out_questions_without_a_fact():
    QuestionFactory().facts.clear()

    assert not Question.objects.askable().exists()


def test_as_engine_knows_what_each_gap_is_chosen_from():
    question = QuestionFactory(kind="cloze", stem="It was signed in ____ and in force in ____.", words=["1994", "1992"])
    AcceptedFactory(question=question, text="1994", gap=1)

    read = Question.objects.with_answers().get().as_engine()

    assert (read.options, read.key, read.answers) == (("1994", "1992"), (1, 0), ("1992", "1994"))
    assert engine.grade(read, [1, 0]).credit == 1


def test_as_engine_keeps_the_answers_of_each_gap_apart():
    question = QuestionFactory(kind="cloze", stem="It was signed in ____ and in force in ____.")
    AcceptedFactory(question=question, text="1994", gap=1)

    read = Question.objects.with_answers().get().as_engine()

    assert [engine.grade(read, answer).credit for answer in (["1992", "1994"], ["1994", "1992"])] == [1, 0]
