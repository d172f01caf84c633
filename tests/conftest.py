from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import settings as hypothesis_settings

from quizzes.models import User
from tests.factories import AdminFactory, StudentFactory, TeacherFactory

# How long an example takes depends on what else the machine does: no test asserts on time.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def quick_settings(settings):
    """Hash passwords quickly, and serve static files without a manifest."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def student(db) -> User:
    return StudentFactory()


@pytest.fixture
def teacher(db) -> User:
    return TeacherFactory()


@pytest.fixture
def admin(db) -> User:
    return AdminFactory()


def signed_in(person: User) -> Client:
    """Return a client signed in as the person."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def student_client(student: User) -> Client:
    return signed_in(student)


@pytest.fixture
def teacher_client(teacher: User) -> Client:
    return signed_in(teacher)


@pytest.fixture
def admin_client(admin: User) -> Client:
    return signed_in(admin)
