"""Before a quiz."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Quiz
from tests.conftest import signed_in
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    EnrollmentFactory,
    QuestionFactory,
    QuizFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = ArticleFactory()
    for _ in range(7):
        QuestionFactory(article=article)
    return article


def given(student, article, **about):
    hours = {name: about.pop(name) for name in ("opens", "closes") if name in about}
    quiz = QuizFactory(articles=[article], **about)
    AssignmentFactory(quiz=quiz, course=EnrollmentFactory(person=student).course, **hours)
    return quiz


def quiz_start(quiz):
    return reverse("quiz_start", args=[quiz.pk])


def article_quiz(article):
    return reverse("article_quiz", args=[article.pk])


def test_article_quiz_offers_lengths(student_client, article):
    page = student_client.get(article_quiz(article)).content.decode()

    assert "5 questions" in page
    assert "All 7" in page
    assert not Quiz.objects.exists()


def test_article_quiz_begins_with_the_length_chosen(student, student_client, article):
    reply = student_client.post(article_quiz(article), {"length": "5"})

    attempt = Attempt.objects.get(learner=student)
    assert reply.url == reverse("attempt_resume", args=[attempt.pk])
    assert attempt.responses.count() == 5
    assert attempt.quiz.practice_for == article


def test_article_quiz_again_goes_on_with_the_open_attempt(student_client, article):
    first = student_client.post(article_quiz(article), {"length": "5"})
    page = student_client.get(article_quiz(article))
    second = student_client.post(article_quiz(article), {"length": "7"})

    assert b"Go on where you left off" in page.content
    assert second.url == first.url


@pytest.mark.parametrize(
    ("sent", "said"), [({}, b"Choose how many"), ({"length": "999"}, b"Choose one of the lengths")]
)
def test_article_quiz_needs_a_length_that_is_offered(student_client, article, sent, said):
    reply = student_client.post(article_quiz(article), sent)

    assert reply.status_code == 422
    assert said in reply.content
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(("method", "status"), [("get", 200), ("post", 422)])
def test_article_quiz_without_questions_says_so(student_client, method, status):
    reply = getattr(student_client, method)(article_quiz(ArticleFactory()), {"length": "5"})

    assert reply.status_code == status
    assert b"No questions yet" in reply.content


def test_article_quiz_whose_questions_were_just_retired_says_so(student_client, article, monkeypatch):
    monkeypatch.setattr(Quiz, "paper", lambda *args: [])

    reply = student_client.post(article_quiz(article), {"length": "5"})

    assert reply.status_code == 422
    assert b"There is no approved question to ask here yet." in reply.content


def test_article_quiz_of_a_private_article_is_not_found(student_client):
    assert student_client.get(article_quiz(ArticleFactory(visibility="private"))).status_code == 404


def test_quiz_start_tells_what_comes(student, student_client, article):
    page = student_client.get(quiz_start(given(student, article, length=5, attempts_allowed=2))).content.decode()

    assert "<dd>5</dd>" in page
    assert "0 of 2 used" in page


def test_quiz_start_begins_an_attempt(student, student_client, article):
    quiz = given(student, article, length=5)

    reply = student_client.post(quiz_start(quiz))

    assert reply.url == reverse("attempt_resume", args=[quiz.attempts.get().pk])


def test_quiz_start_again_goes_on_with_the_open_attempt(student, student_client, article):
    quiz = given(student, article, attempts_allowed=1)
    first = student_client.post(quiz_start(quiz))

    page = student_client.get(quiz_start(quiz))
    second = student_client.post(quiz_start(quiz))

    assert b"Go on where you left off" in page.content
    assert second.url == first.url


def practising(student, quiz):
    """A round of practice begun on a finished attempt at the quiz."""
    now = timezone.now()
    done = AttemptFactory(learner=student, quiz=quiz, started=now, finished=now, score=0.5)
    return AttemptFactory(learner=student, quiz=quiz, retry_of=done, started=now)


def test_quiz_start_offers_practice_and_the_next_attempt(student, student_client, article):
    quiz = given(student, article, length=5)
    practice = practising(student, quiz)

    page = student_client.get(quiz_start(quiz)).content.decode()
    reply = student_client.post(quiz_start(quiz))

    assert "Go on with the practice" in page
    assert reverse("attempt_resume", args=[practice.pk]) in page
    assert "Start the next attempt" in page
    following = quiz.attempts.get(finished=None, retry_of=None)
    assert reply.url == reverse("attempt_resume", args=[following.pk])


def test_quiz_start_with_no_attempt_left_still_leads_to_the_practice(student, student_client, article):
    quiz = given(student, article, attempts_allowed=1)
    practice = practising(student, quiz)

    page = student_client.get(quiz_start(quiz)).content.decode()

    assert "can be taken once" in page
    assert reverse("attempt_resume", args=[practice.pk]) in page


def test_article_quiz_offers_practice_and_another_quiz(student, student_client, article):
    practice = practising(student, Quiz.objects.practice(article))

    page = student_client.get(article_quiz(article)).content.decode()
    reply = student_client.post(article_quiz(article), {"length": "5"})

    assert reverse("attempt_resume", args=[practice.pk]) in page
    assert "How many questions?" in page
    assert reply.url != reverse("attempt_resume", args=[practice.pk])


def test_quiz_start_of_a_practice_quiz_asks_for_its_length(student_client, article):
    reply = student_client.get(quiz_start(Quiz.objects.practice(article)))

    assert reply.url == article_quiz(article)


def test_quiz_start_before_it_opens_says_when(student, student_client, article):
    quiz = given(student, article, opens=timezone.now() + timedelta(days=1))

    shown, refused = student_client.get(quiz_start(quiz)), student_client.post(quiz_start(quiz))

    assert (shown.status_code, refused.status_code) == (200, 409)
    assert b"This quiz opens on" in shown.content
    assert b"This quiz opens on" in refused.content
    assert not quiz.attempts.exists()


def test_quiz_start_after_it_closed_says_when(student, student_client, article):
    opens = timezone.now() - timedelta(days=2)
    quiz = given(student, article, opens=opens, closes=opens + timedelta(days=1))

    refused = student_client.post(quiz_start(quiz))

    assert refused.status_code == 409
    assert b"This quiz closed on" in refused.content


def test_quiz_start_with_no_attempt_left_lists_those_taken(student, student_client, article):
    quiz = given(student, article, attempts_allowed=1)
    now = timezone.now()
    attempt = AttemptFactory(learner=student, quiz=quiz, started=now, finished=now, score=0.5)

    page = student_client.get(quiz_start(quiz)).content.decode()

    assert "can be taken once" in page
    assert reverse("attempt_result", args=[attempt.pk]) in page


def test_quiz_start_without_questions_says_so(student, student_client):
    quiz = given(student, ArticleFactory())

    assert b"no approved question" in student_client.get(quiz_start(quiz)).content
    assert student_client.post(quiz_start(quiz)).status_code == 409


def test_quiz_start_of_another_class_is_not_found(student, article):
    quiz = given(student, article)

    assert signed_in(StudentFactory()).get(quiz_start(quiz)).status_code == 404


@pytest.mark.parametrize("name", ["quiz_start", "article_quiz"])
def test_anonymous_is_asked_to_sign_in(client, name):
    assert client.get(reverse(name, args=[1])).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["quiz_start", "article_quiz"])
def test_wrong_method(student_client, name):
    assert student_client.put(reverse(name, args=[1])).status_code == 405


@pytest.mark.parametrize("rows", [1, 50])
def test_quiz_start_costs_the_same_queries(student, student_client, article, rows, django_assert_num_queries):
    quiz, now = given(student, article), timezone.now()
    for _ in range(rows):
        AttemptFactory(learner=student, quiz=quiz, started=now, finished=now, score=0.5)

    with django_assert_num_queries(10):
        student_client.get(quiz_start(quiz))


@pytest.mark.parametrize("rows", [1, 50])
def test_article_quiz_costs_the_same_queries(student_client, rows, django_assert_num_queries):
    article = ArticleFactory()
    for _ in range(rows):
        QuestionFactory(article=article)

    with django_assert_num_queries(6):
        student_client.get(article_quiz(article))


def test_start_tells_the_rules(student, student_client):
    quiz = QuizFactory(owner=student, articles=[QuestionFactory().article], time_limit=20, pass_mark=60)

    page = student_client.get(reverse("quiz_start", args=[quiz.pk])).content.decode()

    assert "20 minutes from the moment you start" in page
    assert "You pass with 60 %." in page


def test_start_with_an_overdue_attempt_offers_another(student, student_client):
    quiz = QuizFactory(owner=student, articles=[QuestionFactory().article], time_limit=20)
    start = timezone.now() - timedelta(hours=1)
    attempt = Attempt.objects.start(student, quiz, 1, 5, start)

    page = student_client.get(reverse("quiz_start", args=[quiz.pk])).content.decode()

    attempt.refresh_from_db()
    assert attempt.finished == attempt.deadline
    assert ">Start</button>" in page
