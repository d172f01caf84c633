from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quizzes.engine.bank import Bank
from quizzes.models import Accepted, Choice, Evidence, Fact, Question, Revision
from tests.builders import SIGNED, bank_of, fact_of, find_evidence, matching, numeric, ordering, single
from tests.factories import RevisionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision() -> Revision:
    return RevisionFactory()


def rows() -> list[int]:
    models = (Fact, Evidence, Question, Choice, Accepted, Question.facts.through)
    return [model.objects.count() for model in models]


def test_fact_keeps_its_parts_and_its_evidence(revision):
    revision.store(bank_of(revision))

    fact = Fact.objects.get(key="f1")
    assert (fact.statement, fact.time, fact.amount, fact.unit) == (SIGNED, "1992", Decimal(1992), "years")
    assert fact.evidence.get().quote == SIGNED


def test_bank_arrives_as_drafts(revision):
    revision.store(bank_of(revision))

    assert Question.objects.get().status == Fact.objects.first().status == "draft"


def test_bank_can_be_approved_on_arrival(revision):
    revision.store(bank_of(revision), approve=True)

    assert Question.objects.askable().count() == 1
    assert list(Fact.objects.order_by("key").values_list("status", flat=True)) == ["approved", "draft"]


def test_second_store_changes_nothing(revision):
    bank = bank_of(revision, single(), numeric(), matching(), ordering())
    revision.store(bank)
    before = rows()

    revision.store(bank)

    assert rows() == before


def test_what_a_teacher_changed_stays(revision):
    revision.store(bank_of(revision))
    Question.objects.update(stem="When was the Alpha Pact signed?", status="approved")

    revision.store(bank_of(revision))

    question = Question.objects.get()
    assert (question.stem, question.status) == ("When was the Alpha Pact signed?", "approved")


def test_later_bank_adds_what_is_new_and_keeps_what_is_gone(revision):
    revision.store(bank_of(revision, single()))

    revision.store(bank_of(revision, numeric()))

    assert set(Question.objects.values_list("key", flat=True)) == {"q-single", "q-number"}


@pytest.mark.parametrize("make", [single, matching, ordering, find_evidence])
def test_stored_question_asks_the_same(revision, make):
    written = make()

    revision.store(bank_of(revision, written))

    read = Question.objects.with_answers().get().as_engine()
    assert right_answer(read) == right_answer(written)
    assert set(read.facts) == set(written.facts)


def right_answer(question) -> object:
    """What is right, whatever the order of the choices."""
    if question.kind == "matching":
        return {(question.choices[i], question.options[j]) for i, j in enumerate(question.key)}
    return [question.choices[index] for index in question.key]


def test_sentences_keep_their_order_and_their_paragraphs(revision):
    written = find_evidence()

    revision.store(bank_of(revision, written))

    read = Question.objects.with_answers().get().as_engine()
    assert (read.choices, read.key, read.paragraphs) == (written.choices, written.key, written.paragraphs)


def test_choice_knows_where_it_is_true(revision):
    revision.store(bank_of(revision))

    choice = Choice.objects.get(text="1994")
    assert (choice.fact.key, choice.note) == ("f2", "In 1994 it came into force.")


def test_typed_answers_are_stored_once_in_their_order(revision):
    revision.store(bank_of(revision, numeric()))

    assert list(Accepted.objects.values_list("text", "number")) == [("1992", Decimal(1992)), ("MCMXCII", None)]
    assert Question.objects.get().reject == ["1994"]


def test_number_too_big_for_its_column_is_left_out(revision):
    fact = fact_of(revision.text, "f1", SIGNED, "1992")
    huge = replace(fact, answers=(replace(fact.answers[0], value=Decimal(10) ** 30),))

    revision.store(Bank(revision.document(), (huge,), (), {}))

    assert Fact.objects.get().amount is None


def test_history_says_that_the_engine_wrote_it(revision):
    revision.store(bank_of(revision))

    reasons = {record.history_change_reason for model in (Question, Choice) for record in model.history.all()}
    assert reasons == {"Written by the engine"}


def test_queries_do_not_grow_with_the_bank(revision, django_assert_num_queries):
    many = [single(f"q{number}", f"In which year, asked for the time {number}, was it signed?") for number in range(50)]
    other = RevisionFactory()
    with django_assert_num_queries(13):
        revision.store(bank_of(revision))

    with django_assert_num_queries(13):
        other.store(bank_of(other, *many))


def test_bank_of_a_model_is_marked_with_its_name(revision):
    revision.store(replace(bank_of(revision), origin="model", model="small-7b"))

    assert set(Fact.objects.values_list("origin", "model")) == {("model", "small-7b")}
    assert set(Question.objects.values_list("origin", "model")) == {("model", "small-7b")}
    assert Question.history.get().history_change_reason == "Proposed by small-7b"


def test_bank_of_the_engine_names_no_model(revision):
    revision.store(bank_of(revision))

    assert set(Question.objects.values_list("origin", "model")) == {("engine", "")}
