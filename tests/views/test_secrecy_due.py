"""Feedback after the due date: until then no page tells whether an answer was right, or what is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Course, Memory, Review
from quizzes.models.quiz import Refused
from quizzes.models.result import review_revealed
from tests.factories import ArticleFactory, AssignmentFactory, EnrollmentFactory, QuestionFactory, QuizFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def attempt(student):
    """A submitted attempt, one of three right, of a quiz whose results are out tomorrow."""
    return submitted(student)


def submitted(learner, due=DAY, title="The withheld quiz"):
    article = ArticleFactory()
    for number in range(3):
        QuestionFactory(article=article, stem=f"Question number {number}?")
    quiz = QuizFactory(articles=[article], feedback="due", title=title, length=3)
    now = timezone.now()
    course = Course.objects.filter(enrollments__person=learner).first() or EnrollmentFactory(person=learner).course
    AssignmentFactory(quiz=quiz, course=course, opens=now - 3 * DAY, due=now + due)
    attempt = Attempt.objects.start(learner, quiz, 3, 5, now - 2 * DAY)
    for response in attempt.responses.all():
        key = response.as_shown.key[0]
        attempt.answer(response.position, [key if response.position == 1 else (key + 1) % 4], now - 2 * DAY)
    attempt.finish(now - DAY)
    return attempt


def test_result_says_only_that_it_is_submitted_and_when_it_is_out(student_client, attempt):
    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    due = attempt.quiz.assignments.get().due
    assert "Submitted" in page
    assert f'datetime="{due.isoformat(timespec="microseconds")}"' in page
    assert [word for word in ("33 %", "Question number", "1992", "Wrong", "Practise") if word in page] == []


def test_result_without_a_due_date_says_what_it_waits_for(student_client, attempt):
    attempt.quiz.assignments.update(due=None)

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "Your teacher has not set one yet" in page
    assert [word for word in ("33 %", "Question number", "1992", "Wrong", "Practise") if word in page] == []


def test_start_without_a_due_date_says_so(student_client, attempt):
    attempt.quiz.assignments.update(due=None)

    page = student_client.get(reverse("quiz_start", args=[attempt.quiz_id])).content.decode()

    assert "Your teacher has not set one yet" in page
    assert "33 %" not in page


def test_nothing_else_tells_while_there_is_no_due_date(student_client, attempt):
    attempt.quiz.assignments.update(due=None)

    pages = [student_client.get(reverse(name), follow=True).text for name in ("home", "scores", "card_review")]

    assert [word for word in ("33 %", "Question number", "Alpha Pact") if word in "".join(pages)] == []
    assert review_revealed(Attempt.objects.all(), timezone.now()) == 0


@pytest.mark.parametrize("name", ["home", "scores", "quiz_start"])
def test_no_list_tells_the_score(student_client, attempt, name):
    page = student_client.get(reverse(name, args=[attempt.quiz_id] if name == "quiz_start" else [])).content.decode()

    assert "Submitted" in page
    assert "33 %" not in page


@pytest.mark.parametrize("name", ["home", "scores", "quiz_start"])
def test_every_list_tells_the_score_once_it_is_out(student, student_client, name):
    attempt = submitted(student, due=-timedelta(hours=1))

    page = student_client.get(reverse(name, args=[attempt.quiz_id] if name == "quiz_start" else [])).content.decode()

    assert "33 %" in page


def test_chart_leaves_it_out(student_client, attempt):
    chart = student_client.get(reverse("score_chart")).content.decode()

    assert "No finished quiz yet" in chart


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_answer_is_explained(student_client, attempt, method, headers):
    telling = ("Right", "Wrong", "blockquote", "The article says", "1992", "contest")
    for position in (2, 3):  # the first was answered rightly, and one's own answer may be shown
        address = reverse("question_answer", args=[attempt.pk, position])
        page = getattr(student_client, method)(address, {"choice": "0"}, headers=headers, follow=True).content.decode()
        assert [word for word in telling if word in page] == []


def test_practice_on_what_was_missed_waits(student_client, attempt):
    reply = student_client.post(reverse("attempt_retry", args=[attempt.pk]), follow=True)

    assert not Attempt.objects.filter(retry_of=attempt).exists()
    assert b"Your result is not out yet" in reply.content


def test_retry_is_refused_before_the_result_is_out(attempt):
    with pytest.raises(Refused, match="not out yet"):
        attempt.retry(1, timezone.now())


def test_flashcards_do_not_show_what_was_asked(student_client, attempt):
    page = student_client.get(reverse("card_review"), follow=True).content.decode()

    assert "Question number" not in page
    assert "Alpha Pact" not in page


def test_revealed_leaves_out_what_waits_and_keeps_the_rest(student, attempt):
    out = submitted(student, due=-timedelta(hours=1), title="Another")

    assert list(Attempt.objects.revealed(student, timezone.now())) == [out]


def test_due_date_of_a_class_that_the_learner_is_not_in_does_not_count(student, attempt):
    attempt.quiz.assignments.update(due=timezone.now() - timedelta(hours=1))
    AssignmentFactory(quiz=attempt.quiz, due=timezone.now() + DAY)

    assert attempt.reveals_result(timezone.now())
    assert list(Attempt.objects.revealed(student, timezone.now())) == [attempt]


def test_teacher_reviews_the_scores_at_once(admin_client, attempt):
    page = admin_client.get(reverse("quiz_scores", args=[attempt.quiz_id])).content.decode()

    assert "33 %" in page


def test_memories_wait_for_the_result(student, attempt):
    assert not Memory.objects.exists()
    assert review_revealed(Attempt.objects.all(), timezone.now()) == 0

    later = timezone.now() + 2 * DAY
    assert [review_revealed(Attempt.objects.all(), later) for _ in range(2)] == [1, 0]
    assert sorted(Review.objects.values_list("rating", flat=True)) == [1, 1, 3]


def test_result_that_is_out_tells_what_is_remembered(student, student_client):
    attempt = submitted(student, due=-timedelta(hours=1))

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert page.count(">Learning<") == 3
