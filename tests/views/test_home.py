from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Reading
from tests.conftest import signed_in
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    FactFactory,
    MemoryFactory,
    QuestionFactory,
    QuizFactory,
    ResponseFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db


def due_card(learner, article):
    fact = FactFactory(article=article)
    QuestionFactory(article=article, fact=fact)
    return MemoryFactory(learner=learner, fact=fact)


def test_stranger_reads_what_this_is_and_how_to_get_in(client):
    page = client.get(reverse("home")).content.decode()

    assert reverse("student_signup") in page
    assert reverse("account_login") in page


def test_due_cards_can_be_studied_now(student, student_client):
    article = ArticleFactory()
    due_card(student, article)
    due_card(student, article)

    page = student_client.get(reverse("home"))

    assert page.context["due"] == 2
    assert "Study now" in page.content.decode()


def test_new_facts_of_articles_read_can_be_learned(student, student_client):
    article = QuestionFactory().article
    Reading.objects.note(student, article, timezone.now())

    page = student_client.get(reverse("home")).content.decode()

    assert "Learn new facts" in page


def test_without_cards_home_leads_to_the_library(student_client):
    page = student_client.get(reverse("home")).content.decode()

    assert "Choose an article" in page


def test_assignment_not_started_can_be_started(student, student_client):
    course = EnrollmentFactory(person=student).course
    assignment = AssignmentFactory(course=course)

    page = student_client.get(reverse("home")).content.decode()

    assert "Not started" in page
    assert reverse("quiz_start", args=[assignment.quiz_id]) in page


def test_assignment_begun_is_resumed_at_its_question(student, student_client):
    course = EnrollmentFactory(person=student).course
    attempt = AttemptFactory(learner=student, quiz=AssignmentFactory(course=course).quiz)
    ResponseFactory(attempt=attempt, answered=timezone.now(), credit=1)
    ResponseFactory(attempt=attempt)

    page = student_client.get(reverse("home")).content.decode()

    assert "Question 2 of 2" in page
    assert reverse("attempt_resume", args=[attempt.pk]) in page


def test_assignment_done_shows_its_score(student, student_client):
    course = EnrollmentFactory(person=student).course
    now = timezone.now()
    attempt = AttemptFactory(
        learner=student, quiz=AssignmentFactory(course=course).quiz, started=now, finished=now, score=0.755
    )

    page = student_client.get(reverse("home")).content.decode()

    assert "Done: 76 %" in page
    assert reverse("attempt_result", args=[attempt.pk]) in page


def test_assignment_past_its_date_is_marked(student, student_client):
    course = EnrollmentFactory(person=student).course
    now = timezone.now()
    AssignmentFactory(course=course, opens=now - timedelta(days=2), due=now - timedelta(days=1))

    page = student_client.get(reverse("home")).content.decode()

    assert "Overdue" in page


def test_practice_begun_can_be_resumed(student, student_client):
    attempt = AttemptFactory(learner=student, quiz__title="Tides")
    ResponseFactory(attempt=attempt)

    page = student_client.get(reverse("home")).content.decode()

    assert "Tides" in page
    assert reverse("attempt_resume", args=[attempt.pk]) in page


def test_other_people_have_no_place_on_it(student_client):
    other = StudentFactory()
    AttemptFactory(learner=other, quiz__title="Not yours")
    AssignmentFactory(course=EnrollmentFactory(person=other).course, quiz__title="Not yours")
    Reading.objects.note(other, ArticleFactory(title="Not yours"), timezone.now())

    page = student_client.get(reverse("home")).content.decode()

    assert "Not yours" not in page


def test_last_read_article_is_there_with_what_is_known_of_it(student, student_client):
    article = FactFactory(article__title="Tides").article
    Reading.objects.note(student, article, timezone.now())

    page = student_client.get(reverse("home")).content.decode()

    assert reverse("article_detail", args=[article.pk]) in page
    assert "<strong>1</strong> unseen" in page


def test_student_without_a_class_is_asked_to_join_one(student_client):
    page = student_client.get(reverse("home")).content.decode()

    assert "Are you in a class?" in page


def test_teacher_sees_what_awaits_approval(teacher, teacher_client):
    QuestionFactory(article__owner=teacher, status="draft")
    QuestionFactory(article__owner=teacher)
    QuestionFactory(status="draft")

    page = teacher_client.get(reverse("home"))

    assert page.context["drafts"] == 1
    assert reverse("teaching") in page.content.decode()


def test_student_sees_nothing_of_teaching(student_client):
    QuestionFactory(status="draft")

    page = student_client.get(reverse("home"))

    assert "drafts" not in page.context


def test_posting_is_refused(student_client):
    assert student_client.post(reverse("home")).status_code == 405


@pytest.mark.parametrize("count", [1, 50])
def test_number_of_queries_does_not_grow(student, django_assert_num_queries, count):
    course = EnrollmentFactory(person=student, course=CourseFactory()).course
    now = timezone.now()
    for _ in range(count):
        article = ArticleFactory()
        due_card(student, article)
        Reading.objects.note(student, article, now)
        AssignmentFactory(course=course, quiz=QuizFactory(articles=[article]))
        AttemptFactory(learner=student, quiz=QuizFactory())
        AttemptFactory(learner=student, quiz=QuizFactory(), started=now, finished=now, score=0.5)
    client = signed_in(student)

    with django_assert_num_queries(16):
        client.get(reverse("home"))
