"""Who may read an article and who may change it."""

from __future__ import annotations

import pytest

from quizzes.models import Article
from tests.factories import ArticleFactory, CourseFactory, TeacherFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(teacher):
    return ArticleFactory(owner=teacher, visibility="courses")


def test_student_of_the_owners_class_reads_what_is_shared_with_it(article, student, teacher):
    CourseFactory(owner=teacher).enroll(student)

    assert list(Article.objects.visible_to(student)) == [article]


def test_student_of_another_class_does_not(article, student):
    CourseFactory().enroll(student)

    assert not Article.objects.visible_to(student)


def test_student_of_no_class_does_not(article, student):
    assert not Article.objects.visible_to(student)


def test_two_classes_of_one_teacher_show_an_article_once(article, student, teacher):
    for course in CourseFactory.create_batch(2, owner=teacher):
        course.enroll(student)

    assert Article.objects.visible_to(student).count() == 1


def test_private_article_is_its_owners_alone(article, student, teacher):
    CourseFactory(owner=teacher).enroll(student)
    Article.objects.update(visibility="private")

    assert not Article.objects.visible_to(student)
    assert list(Article.objects.visible_to(teacher)) == [article]


def test_public_article_is_everybodys(article, student):
    Article.objects.update(visibility="public")

    assert list(Article.objects.visible_to(student)) == [article]


def test_admin_reads_private_articles(article, admin):
    Article.objects.update(visibility="private")

    assert list(Article.objects.visible_to(admin)) == [article]


def test_owner_changes_an_article(article, teacher):
    assert list(Article.objects.editable_by(teacher)) == [article]


def test_another_teacher_does_not_change_a_public_article(article):
    Article.objects.update(visibility="public")

    assert not Article.objects.editable_by(TeacherFactory())


def test_admin_changes_everybodys_articles(article, admin):
    assert list(Article.objects.editable_by(admin)) == [article]
    assert not Article.objects.owned_by(admin)
