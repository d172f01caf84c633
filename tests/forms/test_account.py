from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from quizzes.forms.account import JoinForm, StudentSignupForm
from quizzes.models import User
from quizzes.models.course import plain_code
from tests.factories import CourseFactory, UserFactory

pytestmark = pytest.mark.django_db
TYPED = {"code": "BAIKAL24", "name": "Anna", "username": "anna", "password": "seven lakes deep"}


@pytest.fixture
def course():
    return CourseFactory(code="BAIKAL24")


def errors(**typed: str) -> dict[str, list[str]]:
    return StudentSignupForm(TYPED | typed).errors


def test_cleaned_code_is_the_class(course):
    form = JoinForm({"code": "baikal 24"})

    assert form.is_valid()
    assert form.cleaned_data["code"] == course


@pytest.mark.parametrize("code", ["NOPE", "-", "BAIKAL2", "BAIKAL244"])
def test_unknown_code(course, code):
    assert JoinForm({"code": code}).has_error("code", "unknown")


def test_missing_code_says_where_to_get_it(course):
    assert "your teacher gave you" in JoinForm({"code": " "}).errors["code"][0]


@pytest.mark.parametrize("username", ["anna", "Anna", "ANNA"])
def test_username_taken_in_any_case(course, username):
    UserFactory(username="anna")

    assert "taken" in errors(username=username)["username"][0]


@pytest.mark.parametrize("username", ["an na", "a/b", "<b>", "x" * 151, ""])
def test_username_of_other_characters(course, username):
    assert "username" in errors(username=username)


@pytest.mark.parametrize("password", ["short", "12345678", "password1", "annaanna", ""])
def test_weak_password(course, password):
    typed = {"username": "annaanna", "password": password}

    assert "password" in errors(**typed)


def test_password_is_not_stripped(course):
    form = StudentSignupForm(TYPED | {"password": "  seven lakes deep  "})

    assert form.is_valid()
    assert form.cleaned_data["password"] == "  seven lakes deep  "


def test_name_is_needed(course):
    assert "name" in errors(name="  ")


def test_username_is_stored_normalised(course):
    form = StudentSignupForm(TYPED | {"username": "ﬁona"})

    assert form.is_valid()
    assert form.cleaned_data["username"] == User.normalize_username("ﬁona") == "fiona"


@pytest.mark.parametrize(("typed", "stored"), [("ab-12", "AB12"), (" a b ", "AB"), ("–", ""), ("äß9", "ÄSS9")])
def test_plain_code(typed, stored):
    assert plain_code(typed) == stored


def test_class_code_needs_letters_or_digits():
    with pytest.raises(ValidationError, match="letters or digits"):
        CourseFactory.build(code="--", owner=UserFactory()).full_clean()
