"""A queryset whose SQL is built once finds what the queryset finds."""

import pytest
from django.db.models.sql.compiler import SQLCompiler

from quizzes.models import Response
from quizzes.models.prepared import Prepared
from tests.factories import AttemptFactory, ResponseFactory

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
