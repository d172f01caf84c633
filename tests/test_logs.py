"""What the log says of requests that were refused, and of errors."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def told(caplog, status):
    """Return level and traceback of what was told of requests that ended with this status."""
    found = [record for record in caplog.records if getattr(record, "status_code", None) == status]
    return {(record.levelname, record.exc_info) for record in found}


@pytest.mark.parametrize(
    "body",
    ["code=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1), "x=1&" * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)],
    ids=["too large", "too many fields"],
)
def test_form_that_is_too_large_is_told_in_a_line(caplog, body):
    reply = Client().post("/join/", body, content_type=FORM)

    assert reply.status_code == 400
    assert told(caplog, 400) == {("WARNING", None)}


def test_page_of_others_is_told_in_a_line(student_client, caplog):
    reply = student_client.get(reverse("teaching"))

    assert reply.status_code == 403
    assert told(caplog, 403) == {("WARNING", None)}


def test_error_is_told_with_where_it_happened(student_client, caplog, monkeypatch):
    monkeypatch.setattr("quizzes.views.attempt.own_attempt", lambda *args: 1 / 0)
    student_client.raise_request_exception = False

    reply = student_client.get(reverse("attempt_resume", args=[1]))

    [(level, (kind, *_))] = told(caplog, 500)
    assert (reply.status_code, level, kind) == (500, "ERROR", ZeroDivisionError)
