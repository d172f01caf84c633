from __future__ import annotations

import pytest

from quizzes.models import Attempt, Course, Quiz
from tests.factories import AttemptFactory, CourseFactory, QuizFactory, TeacherFactory

pytestmark = pytest.mark.django_db


def test_teacher_changes_their_own_classes_only(teacher):
    mine, _ = CourseFactory(owner=teacher), CourseFactory()

    assert list(Course.objects.editable_by(teacher)) == [mine]


def test_admin_changes_every_class(admin):
    courses = CourseFactory.create_batch(2)

    assert set(Course.objects.editable_by(admin)) == set(courses)


def test_enrolling_twice_is_once(student):
    course = CourseFactory()

    assert course.enroll(student)
    assert not course.enroll(student)
    assert course.enrollments.count() == 1


def test_no_class_has_an_empty_code():
    CourseFactory(code="ABC")

    assert Course.objects.by_code(" - ") is None


def test_teacher_reviews_their_own_quizzes_only(teacher):
    mine, _ = QuizFactory(owner=teacher), QuizFactory(owner=TeacherFactory())

    assert list(Quiz.objects.editable_by(teacher)) == [mine]


def test_attempt_is_its_learners_alone(student, admin):
    attempt = AttemptFactory(learner=student)

    assert list(Attempt.objects.of(student)) == [attempt]
    assert not Attempt.objects.of(admin)
