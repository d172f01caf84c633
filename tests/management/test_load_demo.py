from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes import tasks
from quizzes.engine.bank import Bank
from quizzes.management.commands.load_demo import PASSWORD
from quizzes.models import Article, Assignment, Enrollment, Revision, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(settings, monkeypatch):
    """Allow the demo, and spare the test the engine, which the journeys run for real."""
    settings.DEMO = True
    monkeypatch.setattr(tasks, "read", lambda build, progress: empty_bank(build.revision))


def empty_bank(revision: Revision) -> Bank:
    return Bank(revision.document(), (), (), {})


def load() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_demo_people_can_sign_in(client):
    load()

    assert all(client.login(username=f"demo-{role}", password=PASSWORD) for role in ("student", "teacher", "admin"))


def test_demo_student_is_in_a_class_with_an_assignment():
    load()

    course = Enrollment.objects.get(person__username="demo-student").course
    assert Assignment.objects.get(course=course).quiz.articles.count() == Article.objects.count() >= 5


def test_demo_tells_the_three_sign_ins():
    told = load()

    assert PASSWORD in told
    assert all(user.username in told for user in User.objects.all())


def test_second_load_changes_nothing():
    load()
    before = [model.objects.count() for model in (User, Article, Revision, Enrollment, Assignment)]

    load()

    assert [model.objects.count() for model in (User, Article, Revision, Enrollment, Assignment)] == before


def test_demo_is_refused_on_a_real_site(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="published"):
        load()

    assert not User.objects.exists()
