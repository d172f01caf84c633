import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", ["client", "student_client", "teacher_client"])
def test_help_is_for_everybody(request, person):
    response = request.getfixturevalue(person).get(reverse("help"))

    assert response.status_code == 200
    assert "<kbd>Space</kbd>" in response.content.decode()


def test_posting_is_refused(client):
    assert client.post(reverse("help")).status_code == 405
