"""A queryset whose SQL is built once finds what the queryset finds."""

from datetime import UTC, datetime

import pytest
from django.db.models.sql.compiler import SQLCompiler

from quizzes.models import Memory, Response, Review
from quizzes.models.prepared import Changed, Prepared, Stored
from tests.factories import AttemptFactory, FactFactory, MemoryFactory, ResponseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def responses():
    attempt = AttemptFactory()
    return [ResponseFactory(attempt=attempt, position=position, shown={"stem": "Who?"}) for position in (1, 2)]


@pytest.fixture
def at():
    return Prepared(
        lambda attempt, position: Response.objects.select_related("attempt__quiz").filter(
            attempt=attempt, position=position
        )
    )


def test_instances_come_with_what_they_were_joined_with(responses, at, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = at.first(responses[0].attempt_id, 1)
        assert (found, found.shown, found.attempt.quiz.title) == (
            responses[0],
            {"stem": "Who?"},
            found.attempt.quiz.title,
        )

    assert found.attempt == responses[0].attempt


def test_other_values_find_other_rows(responses, at):
    attempt = responses[0].attempt_id

    assert [at(attempt, position) for position in (1, 2, 3)] == [[responses[0]], [responses[1]], []]


def test_sql_is_built_once(responses, at, monkeypatch):
    at(responses[0].attempt_id, 1)

    def build(*args, **kwargs):
        raise AssertionError("built again")

    monkeypatch.setattr(SQLCompiler, "as_sql", build)
    assert at(responses[0].attempt_id, 2) == [responses[1]]


def test_list_of_values_is_a_list_of_tuples(responses):
    rows = Prepared(lambda attempt: Response.objects.filter(attempt=attempt).values_list("position", "shown"))

    assert rows(responses[0].attempt_id) == [(1, {"stem": "Who?"}), (2, {"stem": "Who?"})]


@pytest.mark.parametrize("number", [-1, 2**63, 10**30])
def test_number_that_no_column_holds_finds_nothing(responses, at, number):
    assert at(responses[0].attempt_id, number) == at(number, 1) == []


def test_nothing_found_is_none(at):
    assert at.first(1, 1) is None


@pytest.mark.parametrize("position", [31_001, 31_002])
def test_numbers_that_stand_for_values_are_values_too(responses, at, position):
    late = ResponseFactory(attempt=responses[0].attempt, position=position)

    assert [at.first(late.attempt_id, number) for number in (position, 1)] == [late, responses[0]]


def _review(learner, token):
    return Review(learner=learner, fact=FactFactory(), rating=3, at=datetime(2026, 3, 2, tzinfo=UTC), token=token)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_values_of_a_list_find_their_rows(student, count):
    facts = [FactFactory() for _ in range(4)]
    memories = [MemoryFactory(learner=student, fact=fact) for fact in facts]
    of = Prepared(lambda learner, facts: Memory.objects.filter(learner=learner, fact__in=facts).order_by("pk"))

    assert of(student.pk, [fact.pk for fact in facts[:count]]) == memories[:count]


def test_lists_of_nearly_one_length_share_their_sql(student, monkeypatch):
    of = Prepared(lambda learner, facts: Memory.objects.filter(learner=learner, fact__in=facts))
    of(student.pk, [1, 2, 3])

    def build(*args, **kwargs):
        raise AssertionError("built again")

    monkeypatch.setattr(SQLCompiler, "as_sql", build)
    assert of(student.pk, [4, 5, 6, 7]) == []


def test_empty_list_finds_nothing_without_a_query(student, django_assert_num_queries):
    of = Prepared(lambda learner, facts: Memory.objects.filter(learner=learner, fact__in=facts))

    with django_assert_num_queries(0):
        assert of(student.pk, []) == []


def test_text_is_a_value(student):
    review = _review(student, "one")
    review.save()
    with_token = Prepared(lambda tokens: Review.objects.filter(token__in=tokens))

    assert [with_token([token]) for token in ("one", "two")] == [[review], []]


def test_rows_are_stored_in_one_query(student, django_assert_num_queries):
    store = Stored(Review)
    reviews = [_review(student, token) for token in ("one", "two")]

    with django_assert_num_queries(1):
        store(reviews)

    assert list(Review.objects.order_by("pk").values_list("token", "at")) == [(one.token, one.at) for one in reviews]


def test_row_that_is_there_becomes_what_the_new_one_is():
    there = MemoryFactory(stability=1)

    Stored(Memory, unique=["learner", "fact"])(
        [MemoryFactory.build(learner=there.learner, fact=there.fact, stability=2)]
    )

    assert list(Memory.objects.values_list("pk", "stability")) == [(there.pk, 2)]


def test_no_rows_are_stored_without_a_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        Stored(Review)([])


def test_changed_fields_of_a_row_are_stored_and_no_others(responses, django_assert_num_queries):
    one, other = responses
    one.given, one.answered, one.token, one.flagged = [2, 0], datetime(2026, 5, 4, tzinfo=UTC), "new", True
    change = Changed(lambda pk: Response.objects.filter(pk=pk), ("given", "answered", "credit", "token"))
    one.credit = 0.5

    with django_assert_num_queries(1):
        assert change(one, one.pk)

    stored = Response.objects.get(pk=one.pk)
    assert (stored.given, stored.answered, stored.credit, stored.token) == ([2, 0], one.answered, 0.5, "new")
    assert (stored.flagged, Response.objects.get(pk=other.pk).answered) == (False, None)


def test_a_value_that_is_none_is_stored_as_none(responses):
    [one, _] = responses
    one.given = None

    Changed(lambda pk: Response.objects.filter(pk=pk), ("given",))(one, one.pk)

    assert Response.objects.filter(pk=one.pk, given__isnull=True).exists()


def test_a_row_that_is_not_among_those_to_change_stays(responses):
    one, other = responses
    change = Changed(lambda pk, stem, token: Response.objects.filter(pk=pk, shown=stem, token=token), ("flagged",))
    one.flagged = other.flagged = True

    changed = [change(one, one.pk, {"stem": "Who?"}, ""), change(other, other.pk, {"stem": "What?"}, "")]

    assert changed == [True, False]
    assert list(Response.objects.order_by("position").values_list("flagged", flat=True)) == [True, False]
