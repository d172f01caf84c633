"""Answers that may change, flags and hints: whatever is sent, what is stored fits, and is the learner's own."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.engine.questions import grade
from quizzes.models import Question, Response
from tests.conftest import signed_in
from tests.factories import StudentFactory
from tests.views.taking import TOKEN, address, begin, right_form, sent

pytestmark = pytest.mark.django_db

NAMES = ["choice", "text", "gap_0", "gap_1", "leave", "go", "certainty", "version", "token", "hint", "taken", "flagged"]
NAMES += [f"{part}_{index}" for part in ("place", "match") for index in range(4)]
VALUES = st.sampled_from(["0", "1", "2", "3", "4", "-1", "99", "", "remove", "paragraph", TOKEN, "1992"])
FIELDS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(VALUES | st.text(st.characters(codec="utf-8"), max_size=9), max_size=3)
)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(place=st.integers(1, len(Question.Kind)), tool=st.sampled_from(["", "flag/", "hint/"]), fields=FIELDS)
def test_any_form_is_answered_and_what_is_stored_fits(student, student_client, place, tool, fields):
    attempt = student.attempts.first() or begin(
        student, *Question.Kind.values, quiz={"feedback": "end", "hint_remove": True, "hint_paragraph": True}
    )

    # No paper asks a question beside one whose passage tells it, so there may be fewer than kinds.
    position = min(place, attempt.responses.count())

    reply = student_client.post(address(attempt, position) + tool, sent({}) | fields)

    assert reply.status_code in {200, 302, 409, 422}
    for response in attempt.responses.filter(answered__isnull=False):
        assert 0 <= grade(response.as_shown, response.given).credit <= 1
        assert not (response.given and response.removed & set(_indexes(response.given)))


def _indexes(given):
    return [one for one in given if isinstance(one, int)] if isinstance(given, list) else []


@pytest.mark.parametrize("name", ["question_flag", "question_hint", "attempt_submit"])
def test_what_somebody_else_sends_changes_nothing(student, name):
    attempt = begin(student, "single_choice", quiz={"hint_remove": True})
    arguments = [attempt.pk] if name == "attempt_submit" else [attempt.pk, 1]
    fields = right_form(attempt.responses.get()) | {"hint": "remove", "taken": "0", "flagged": "1"}

    reply = signed_in(StudentFactory()).post(reverse(name, args=arguments), fields)

    attempt.refresh_from_db()
    response = Response.objects.get()
    assert reply.status_code == 404
    assert (response.answered, response.flagged, response.hints, attempt.finished) == (None, False, [], None)
