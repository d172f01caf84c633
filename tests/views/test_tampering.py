"""Whatever is sent to a question, it is stored as a whole answer or refused with a message: never anything between."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.engine import questions as engine
from quizzes.forms.answer import answer_form
from quizzes.models import Question
from tests.factories import StudentFactory
from tests.views.taking import HTMX, TOKEN, address, begin, right_form, sent

pytestmark = pytest.mark.django_db
ONE_BY_ONE = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

NUMBERS = st.integers(-3, 12).map(str)
VALUES = (
    NUMBERS
    | st.sampled_from(["", "True", "1992", "1e9", "٣", "0x1", "-0", " 1 ", "1.0", "\x00", "0" * 5_000])
    | st.text(max_size=30)
)
# Every name that any kind of form has, for the question's own form and for those of other kinds.
NAMES = st.sampled_from(
    [
        *("choice", "text", "leave", "certainty"),
        *(f"{part}_{index}" for part in ("place", "match", "gap") for index in (0, 1, 2, 9)),
    ]
)
CARRIED = st.fixed_dictionaries(
    {}, optional={"token": st.sampled_from([TOKEN, "", "x", "a b", "é" * 20, "t" * 41]), "version": VALUES}
)
FORMS = st.dictionaries(NAMES, st.lists(VALUES, min_size=1, max_size=4), max_size=8)


@pytest.fixture(params=Question.Kind.values)
def attempt(request, student):
    return begin(student, request.param, request.param)


@ONE_BY_ONE
@given(carried=CARRIED, form=FORMS)
def test_any_form_is_a_whole_answer_or_refused_with_a_message(attempt, student, carried, form):
    with transaction.atomic():
        reply = send(student, attempt, sent({}) | carried | form)
        response = attempt.responses.get(position=1)
        transaction.set_rollback(True)

    if response.answered:
        assert reply.status_code == 302
        assert response.given is None or engine.grade(response.as_shown, response.given).credit == response.credit
    else:
        assert reply.status_code in {409, 422}
        assert 'class="error"' in reply.content.decode() or "notice warn" in reply.content.decode()


@ONE_BY_ONE
@given(data=st.data())
def test_a_form_with_one_field_changed_is_a_whole_answer_or_refused(attempt, student, data):
    response = attempt.responses.get(position=1)
    name = data.draw(st.sampled_from([*answer_form(response.as_shown).fields, "token", "version"]))
    with transaction.atomic():
        reply = send(student, attempt, right_form(response) | {name: data.draw(st.lists(VALUES, max_size=3))})
        response.refresh_from_db()
        transaction.set_rollback(True)

    assert (reply.status_code == 302) == bool(response.answered)
    assert reply.status_code in {302, 409, 422}


def send(student: Any, attempt: Any, form: dict[str, Any], **headers: str) -> Any:
    client = Client()
    client.force_login(student)
    return client.post(address(attempt), form, headers=headers)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_answer_of_ten_megabytes_is_refused(student_client, attempt, headers):
    reply = student_client.post(address(attempt), sent({"text": "a" * 10_000_000}), headers=headers)

    assert reply.status_code in {400, 413}
    assert "larger than 4 megabytes" in reply.content.decode()
    assert not attempt.responses.exclude(answered=None).exists()


@pytest.mark.parametrize(
    "name", ["question_answer", "attempt_result", "attempt_submit", "attempt_resume", "attempt_retry"]
)
def test_an_attempt_of_somebody_else_does_not_exist(client, attempt, name):
    client.force_login(StudentFactory())
    args = [attempt.pk, 1] if name == "question_answer" else [attempt.pk]

    replies = [client.get(reverse(name, args=args)), client.post(reverse(name, args=args), sent({"choice": "0"}))]

    assert {reply.status_code for reply in replies} <= {404, 405}


@pytest.mark.parametrize("name", ["question_answer", "question_flag", "question_hint"])
def test_an_attempt_of_impossible_number_is_not_found(student_client, name):
    assert student_client.post(reverse(name, args=[10**20, 1])).status_code == 404


@pytest.mark.parametrize("position", [0, 3, 99_999, 10**12])
def test_a_question_that_the_attempt_does_not_have_is_not_found(student_client, attempt, position):
    assert student_client.post(address(attempt, position), sent({"choice": "0"})).status_code == 404
