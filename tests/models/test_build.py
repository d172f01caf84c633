"""The lease of a build: one worker holds it, another may take it when the first is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quizzes.models import Article, Build, Fact, Revision
from tests.builders import bank_of
from tests.factories import BuildFactory, EnrollmentFactory, TeacherFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def build() -> Build:
    return BuildFactory()


def state(build: Build) -> str:
    build.refresh_from_db()
    return build.state


def test_waiting_build_is_claimed_once(build):
    first = Build.objects.claim(build.pk, NOW)
    second = Build.objects.claim(build.pk, NOW)

    assert first is not None
    assert first.tries == 1
    assert second is None


def test_lease_that_ran_out_is_taken_over(build):
    Build.objects.claim(build.pk, NOW)

    second = Build.objects.claim(build.pk, LATER)

    assert second is not None
    assert second.tries == 2


def test_renewed_lease_is_not_taken_over(build):
    held = Build.objects.claim(build.pk, NOW)

    assert held.renew(LATER, stage="Reading", progress=40)

    assert Build.objects.claim(build.pk, LATER) is None
    build.refresh_from_db()
    assert (build.stage, build.progress) == ("Reading", 40)


@pytest.mark.parametrize("verb", ["renew", "finish", "fail", "release"])
def test_who_lost_the_lease_changes_nothing(build, verb):
    lost = Build.objects.claim(build.pk, NOW)
    Build.objects.claim(build.pk, LATER)
    arguments = {"renew": (LATER,), "finish": (bank_of(build.revision), LATER), "fail": ("no", LATER), "release": (0,)}

    assert getattr(lost, verb)(*arguments[verb]) is False

    assert state(build) == "running"
    assert not Fact.objects.exists()


def test_finish_stores_the_bank(build):
    held = Build.objects.claim(build.pk, NOW)

    assert held.finish(bank_of(build.revision), NOW)

    assert state(build) == "done"
    assert build.progress == 100
    assert build.lease_until is None
    assert Fact.objects.count() == 2


def test_finish_that_cannot_store_leaves_the_build_running(build, monkeypatch):
    held = Build.objects.claim(build.pk, NOW)

    def burn(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Revision, "store", burn)
    with pytest.raises(RuntimeError):
        held.finish(bank_of(build.revision), NOW)

    assert state(build) == "running"


def test_fail_keeps_the_message(build):
    Build.objects.claim(build.pk, NOW).fail("Too short.", NOW)

    assert state(build) == "failed"
    assert (build.message, build.finished) == ("Too short.", NOW)


def test_released_build_can_be_claimed_again(build):
    Build.objects.claim(build.pk, NOW).release(0)

    assert Build.objects.claim(build.pk, NOW).tries == 1


def test_restart_of_a_failed_build(build):
    Build.objects.claim(build.pk, NOW).fail("Too short.", NOW)

    assert build.restart()

    assert state(build) == "waiting"
    assert (build.tries, build.message) == (0, "")


def test_restart_of_a_running_build_is_refused(build):
    Build.objects.claim(build.pk, NOW)

    assert not build.restart()
    assert state(build) == "running"


@pytest.mark.parametrize(
    ("state", "is_over"), [("waiting", False), ("running", False), ("done", True), ("failed", True)]
)
def test_is_over(state, is_over):
    assert Build(state=state).is_over is is_over


@pytest.mark.parametrize(
    ("visibility", "person", "is_seen"),
    [
        ("private", "owner", True),
        ("private", "pupil", False),
        ("private", "admin", True),
        ("courses", "pupil", True),
        ("courses", "stranger", False),
        ("public", "stranger", True),
    ],
)
def test_who_sees_an_article(build, admin, student, visibility, person, is_seen):
    article = build.revision.article
    Article.objects.filter(pk=article.pk).update(visibility=visibility)
    pupil = EnrollmentFactory(course__owner=article.owner).person
    people = {"owner": article.owner, "pupil": pupil, "stranger": student, "admin": admin}

    assert Article.objects.visible_to(people[person]).exists() is is_seen


def test_who_may_edit_an_article(build, admin):
    owner = build.revision.article.owner

    assert [Article.objects.editable_by(person).count() for person in (owner, admin, TeacherFactory())] == [1, 1, 0]


def test_restart_may_name_another_source(build):
    Build.objects.filter(pk=build.pk).update(source="model")
    Build.objects.claim(build.pk, NOW).fail("No answer.", NOW)

    assert build.restart("engine")

    assert state(build) == "waiting"
    assert build.source == "engine"


def test_restart_keeps_its_source_unless_told(build):
    Build.objects.filter(pk=build.pk).update(source="model")
    held = Build.objects.claim(build.pk, NOW)
    held.fail("No answer.", NOW)

    held.restart()

    build.refresh_from_db()
    assert build.source == "model"
