"""What the site says where Django says nothing."""

import pytest
from django.urls import reverse

from tests.views.taking import address, begin

pytestmark = pytest.mark.django_db


def test_wrong_method_is_explained_with_a_way_on(student, student_client):
    attempt = begin(student, "short_answer")

    reply = student_client.get(reverse("attempt_retry", args=[attempt.pk]))

    assert (reply.status_code, reply["Allow"]) == (405, "POST")
    assert "use the buttons" in reply.content.decode()
    assert reply["Content-Security-Policy"]


def test_wrong_method_tells_nobody_what_is_behind_a_sign_in(client, student):
    page = client.put(address(begin(student, "short_answer"))).content.decode()

    assert "405" in page
    assert student.username not in page
