from __future__ import annotations

from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from quizzes.models import User
from tests.factories import CourseFactory, StudentFactory, UserFactory

PASSWORD = "correct horse battery"
SIGN_IN = reverse("account_login")


@pytest.fixture
def client(db) -> Client:
    return Client()


def sign_in(client: Client, username: str, password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"login": username, "password": password, **more})


def test_sign_in_leads_home(client, student):
    answer = sign_in(client, student.username)

    assert answer.headers["Location"] == reverse("home")
    assert client.session["_auth_user_id"] == str(student.pk)


def test_sign_in_ignores_the_case_of_the_name(client):
    person = UserFactory(username="Anna")

    sign_in(client, "aNNa")

    assert client.session["_auth_user_id"] == str(person.pk)


def test_sign_in_goes_on_to_the_page_asked_for(client, student):
    answer = sign_in(client, student.username, next="/library/")

    assert answer.headers["Location"] == "/library/"


def test_sign_in_never_leads_to_another_site(client, student):
    answer = sign_in(client, student.username, next="https://evil.example/")

    assert answer.headers["Location"] == reverse("home")


def test_wrong_password_keeps_the_name(client, student):
    answer = sign_in(client, student.username, "wrong")

    assert answer.status_code == 422
    assert f'value="{student.username}"' in answer.content.decode()
    assert "Check both and try again" in answer.content.decode()


def test_unknown_name_is_answered_like_a_wrong_password(client, student):
    known, unknown = sign_in(client, student.username, "wrong"), sign_in(client, "nobody-here", "wrong")

    assert known.context["form"].errors == unknown.context["form"].errors


def test_tenth_wrong_password_closes_the_name_for_a_while(client, student):
    for _ in range(10):
        sign_in(client, student.username, "wrong")

    answer = sign_in(client, student.username)

    assert answer.status_code == 429
    assert "Wait five minutes" in answer.content.decode()


def test_right_passwords_of_a_whole_school_do_not_close_its_address(client):
    people = StudentFactory.create_batch(70)

    answers = [sign_in(Client(), person.username) for person in people]

    assert {answer.status_code for answer in answers} == {302}


def test_flood_of_sign_ins_gets_the_page_that_says_what_to_do(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(client, "anna")

    answer = sign_in(client, "anna")

    assert answer.status_code == 429
    assert "Wait a few minutes" in answer.content.decode()


def test_sign_in_ends_with_the_browser_unless_asked(client, student):
    sign_in(client, student.username)

    assert client.session.get_expire_at_browser_close()


def test_sign_in_stays_when_asked(client, student):
    sign_in(client, student.username, remember="on")

    assert not client.session.get_expire_at_browser_close()


def test_inactive_account_is_told_whom_to_ask(client):
    person = UserFactory(is_active=False)

    answer = client.get(sign_in(client, person.username).headers["Location"])

    assert "Ask your teacher" in answer.content.decode()


def test_sign_out_needs_a_press(student_client):
    answer = student_client.get(reverse("account_logout"))

    assert answer.status_code == 200
    assert "_auth_user_id" in student_client.session


def test_sign_out(student_client):
    student_client.post(reverse("account_logout"))

    assert "_auth_user_id" not in student_client.session


def test_change_password(student_client, student):
    new = "a much longer sentence"

    answer = student_client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    student.refresh_from_db()
    assert answer.headers["Location"] == reverse("home")
    assert student.check_password(new)


def test_change_password_with_a_wrong_old_one(student_client, student):
    answer = student_client.post(
        reverse("account_change_password"),
        {"oldpassword": "no", "password1": "x y z 1 2 3", "password2": "x y z 1 2 3"},
    )

    assert answer.status_code == 422
    assert "not your current password" in answer.content.decode()
    assert User.objects.get(pk=student.pk).check_password(PASSWORD)


def test_changed_password_ends_other_sessions(client, student_client, student):
    sign_in(client, student.username)
    new = "a much longer sentence"

    student_client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert client.get(reverse("library")).status_code == 302
    assert student_client.get(reverse("library")).status_code == 200


def test_forgotten_password_says_whom_to_ask(client):
    assert "Ask your teacher" in client.get(reverse("account_reset_password")).content.decode()


def test_open_sign_up_leads_to_the_class_code(client):
    assert client.get(reverse("account_signup")).headers["Location"] == reverse("student_signup")


def test_desk_signs_in_at_the_same_place(client):
    front = client.get(reverse("admin:index"))

    assert client.get(front.headers["Location"]).headers["Location"].startswith(SIGN_IN)


def test_healthz_says_ok(client):
    assert client.get("/healthz").content == b"ok\n"


def test_healthz_over_http_is_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200


def test_healthz_fails_without_the_database(client, monkeypatch):
    monkeypatch.setattr("quizzes.views.account.connection", Mock(cursor=Mock(side_effect=OperationalError)))
    client.raise_request_exception = False

    answer = client.get("/healthz")

    assert answer.status_code == 500
    assert "our fault" in answer.content.decode()


def test_missing_page_says_what_to_do(client):
    answer = client.get("/nothing-here/")

    assert answer.status_code == 404
    assert "start from the home page" in answer.content.decode()


def test_stale_form_says_what_to_do(student):
    client = Client(enforce_csrf_checks=True)

    answer = sign_in(client, student.username)

    assert answer.status_code == 403
    assert "load the page again" in answer.content.decode()


def test_menu_of_a_student_has_no_teaching(student_client):
    page = student_client.get(reverse("student_signup")).content.decode()

    assert reverse("teaching") not in page
    assert reverse("admin:index") not in page


def test_menu_of_a_teacher_leads_to_teaching_and_desk(teacher_client):
    page = teacher_client.get(reverse("student_signup")).content.decode()

    assert f'href="{reverse("teaching")}"' in page
    assert f'href="{reverse("admin:index")}"' in page


def test_names_in_the_menu_are_escaped(client):
    person = UserFactory(first_name="<b>Eve</b>")
    client.force_login(person)

    assert "<b>Eve" not in client.get(reverse("student_signup")).content.decode()


@pytest.mark.parametrize("classes", [1, 50])
def test_queries_do_not_grow_with_classes(student_client, student, classes, django_assert_num_queries):
    for course in CourseFactory.create_batch(classes):
        course.enroll(student)

    with django_assert_num_queries(3):  # session, person, roles
        student_client.get(reverse("student_signup"))
