from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from quizzes.models import Course, User
from tests.factories import CourseFactory, UserFactory

JOIN = reverse("student_signup")
FORM = {"code": "baikal-24", "name": "Anna Sokolova", "username": "anna", "password": "seven lakes deep"}


@pytest.fixture
def client(db) -> Client:
    return Client()


@pytest.fixture
def course(db) -> Course:
    return CourseFactory(name="History 9b", code="BAIKAL24")


def test_new_student_is_signed_in_and_in_the_class(client, course):
    answer = client.post(JOIN, FORM)

    anna = User.objects.get(username="anna")
    assert answer.headers["Location"] == reverse("home")
    assert client.session["_auth_user_id"] == str(anna.pk)
    assert anna.roles == {"student"}
    assert anna.get_full_name() == "Anna Sokolova"
    assert course.enrollments.get().person == anna


def test_new_student_is_no_staff(client, course):
    client.post(JOIN, FORM | {"is_staff": "on", "is_superuser": "on", "groups": "1"})

    anna = User.objects.get(username="anna")
    assert not anna.is_staff
    assert not anna.is_teacher


@pytest.mark.parametrize("code", ["BAIKAL24", "baikal24", " Bai kal-24 ", "baikal–24"])
def test_code_in_any_writing(client, course, code):
    client.post(JOIN, FORM | {"code": code})

    assert course.enrollments.count() == 1


def test_wrong_code_keeps_what_was_typed(client, course):
    answer = client.post(JOIN, FORM | {"code": "BAIKAL25"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "No class has this code" in page
    assert 'value="BAIKAL25"' in page
    assert 'value="Anna Sokolova"' in page
    assert FORM["password"] not in page
    assert not User.objects.filter(username="anna").exists()


def test_link_brings_the_code(client):
    assert 'value="BAIKAL24"' in client.get(JOIN, {"code": "BAIKAL24"}).content.decode()


def test_code_in_the_link_is_escaped(client):
    assert "<script>alert" not in client.get(JOIN, {"code": '"><script>alert(1)</script>'}).content.decode()


def test_guessing_codes_is_stopped(client, course):
    for _ in range(30):
        client.post(JOIN, FORM | {"code": "NOPE"})

    answer = client.post(JOIN, FORM)

    assert answer.status_code == 429
    assert "Wait a few minutes" in answer.content.decode()
    assert course.enrollments.count() == 0


def test_right_codes_of_a_whole_class_are_not_stopped(course):
    answers = [Client().post(JOIN, FORM | {"username": f"student{number}"}) for number in range(40)]

    assert {answer.status_code for answer in answers} == {302}
    assert course.enrollments.count() == 40


def test_flood_of_new_accounts_is_stopped(client, course, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client.post(JOIN, FORM)

    answer = Client().post(JOIN, FORM | {"username": "boris"})

    assert answer.status_code == 429
    assert not User.objects.filter(username="boris").exists()


def test_name_taken_by_somebody_in_the_same_moment(client, course, monkeypatch):
    def taken(*args: object, **kwargs: object) -> User:
        raise IntegrityError("UNIQUE constraint failed: quizzes_user.username")

    monkeypatch.setattr(Course, "sign_up", taken)

    answer = client.post(JOIN, FORM)

    assert answer.status_code == 422
    assert "That username is taken" in answer.content.decode()


def test_failed_sign_up_leaves_no_account(course, monkeypatch):
    def broken(self: Course, person: User) -> bool:
        raise IntegrityError("no enrollment")

    monkeypatch.setattr(Course, "enroll", broken)

    with pytest.raises(IntegrityError):
        course.sign_up("anna", "Anna", "seven lakes deep")

    assert not User.objects.filter(username="anna").exists()


def test_signed_in_student_joins_another_class(student_client, student, course):
    answer = student_client.post(JOIN, {"code": "baikal24"}, follow=True)

    assert course.enrollments.get().person == student
    assert "You are now in History 9b." in answer.content.decode()


def test_joining_twice_is_once(student_client, course):
    student_client.post(JOIN, {"code": "baikal24"})

    answer = student_client.post(JOIN, {"code": "baikal24"}, follow=True)

    assert course.enrollments.count() == 1
    assert "You are already in History 9b." in answer.content.decode()


def test_signed_in_person_is_asked_for_the_code_only(student_client):
    assert list(student_client.get(JOIN).context["form"].fields) == ["code"]


def test_joining_as_a_colleague_gives_no_rights_over_the_class(teacher_client, teacher, course):
    teacher_client.post(JOIN, {"code": "baikal24"})

    assert course.enrollments.get(person=teacher).role == "student"
    assert course not in Course.objects.editable_by(teacher)


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(JOIN).status_code == 405


def test_code_is_stored_as_it_is_looked_for(db):
    course = CourseFactory.build(code="bai-kal 24", owner=UserFactory())

    course.full_clean()

    assert course.code == "BAIKAL24"
