"""The teacher's own page, score review and its table for spreadsheets."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.engine import questions as engine
from quizzes.models import Quiz
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    BuildFactory,
    CourseFactory,
    EnrollmentFactory,
    QuestionFactory,
    QuizFactory,
    ResponseFactory,
    RevisionFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db
PAGE = "/teaching/"
NOW = timezone.now()


@pytest.fixture
def quiz(teacher):
    return QuizFactory(owner=teacher, title="Canals")


def taken(quiz, question=None, **about):
    """Return a finished attempt by a student of the quiz's owner, at one question if given."""
    learner = StudentFactory(**about)
    EnrollmentFactory(person=learner, course=CourseFactory(owner=quiz.owner))
    attempt = AttemptFactory(quiz=quiz, learner=learner, started=NOW, finished=NOW + timedelta(minutes=3), score=0.5)
    if question:
        shown = engine.to_json(question.as_engine())
        sure = 3 if quiz.certainty else None
        ResponseFactory(
            attempt=attempt, question=question, shown=shown, given=[1], credit=0, answered=NOW, certainty=sure
        )
    return attempt


def scores(quiz, name="quiz_scores"):
    return reverse(name, args=[quiz.pk])


def rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_page_of_a_new_teacher_says_what_to_do(teacher_client):
    page = teacher_client.get(PAGE)

    assert page.status_code == 200
    assert "No articles yet. Add one" in page.text
    assert "No classes yet." in page.text
    assert "Nobody has taken a quiz of yours yet." in page.text


def test_page_shows_what_is_the_teachers_own(teacher, teacher_client, quiz):
    article = ArticleFactory(owner=teacher, title="How a Canal Is Dug")
    BuildFactory(revision=RevisionFactory(article=article))
    QuestionFactory.create_batch(2, article=article, status="draft")
    QuestionFactory(article=article)
    AssignmentFactory(course=CourseFactory(owner=teacher, name="Form 7b", code="SEVEN7"), quiz=quiz)
    ArticleFactory(title="Somebody's")
    CourseFactory(name="Not mine")

    page = teacher_client.get(PAGE)

    (listed,) = page.context["articles"]
    assert (listed.title, listed.drafts, listed.approved, listed.state) == ("How a Canal Is Dug", 2, 1, "waiting")
    assert "SEVEN7" in page.text
    assert "for Form 7b" in page.text
    assert "Somebody" not in page.text
    assert "Not mine" not in page.text


def test_page_counts_the_students_of_a_class(teacher, teacher_client):
    course = CourseFactory(owner=teacher)
    EnrollmentFactory.create_batch(3, course=course)
    EnrollmentFactory(course=course, role="teacher")

    assert teacher_client.get(PAGE).context["courses"][0].people == 3


def test_page_counts_the_attempts_that_the_review_shows(teacher_client, quiz):
    first = taken(quiz)
    AttemptFactory(quiz=quiz, learner=first.learner, retry_of=first)
    AttemptFactory(quiz=quiz)
    AttemptFactory(quiz=QuizFactory(owner=quiz.owner))

    assert [(one, one.taken) for one in teacher_client.get(PAGE).context["quizzes"]] == [(quiz, 1)]


@pytest.mark.parametrize("number", [1, 50])
def test_page_needs_the_same_queries_whatever_it_shows(teacher, teacher_client, number, django_assert_num_queries):
    course = CourseFactory(owner=teacher)
    for _ in range(number):
        QuestionFactory(article=ArticleFactory(owner=teacher))
        quiz = QuizFactory(owner=teacher)
        AssignmentFactory(course=course, quiz=quiz)
        AttemptFactory(quiz=quiz, learner=EnrollmentFactory(course=course).person)

    with django_assert_num_queries(9):
        teacher_client.get(PAGE)


def test_review_shows_students_and_questions(teacher_client, quiz):
    question = QuestionFactory(stem="When was the <canal> opened?")
    taken(quiz, question, first_name="Ada", last_name="Lovelace", username="ada")

    page = teacher_client.get(scores(quiz))

    assert page.status_code == 200
    assert "Ada Lovelace" in page.text
    assert "(ada)" in page.text
    assert "When was the &lt;canal&gt; opened?" in page.text
    assert "0 of 1 right" in page.text
    assert scores(quiz, "quiz_scores_csv") in page.text


def test_review_of_an_untaken_quiz_says_so(teacher_client, quiz):
    page = teacher_client.get(scores(quiz))

    assert "Nobody has taken this quiz yet" in page.text
    assert "Download" not in page.text


def test_review_of_unfinished_attempts_says_so(teacher_client, quiz):
    EnrollmentFactory(person=(learner := StudentFactory()), course=CourseFactory(owner=quiz.owner))
    AttemptFactory(quiz=quiz, learner=learner)

    page = teacher_client.get(scores(quiz))

    assert "not finished" in page.text
    assert "No question has been answered yet." in page.text


@pytest.mark.parametrize("number", [1, 50])
def test_review_needs_the_same_queries_whatever_it_shows(teacher_client, quiz, number, django_assert_num_queries):
    quiz.certainty = True
    quiz.save()
    for _ in range(number):
        taken(quiz, QuestionFactory())

    with django_assert_num_queries(7):
        teacher_client.get(scores(quiz))


def test_table_has_a_line_for_each_attempt(teacher_client, quiz):
    taken(quiz, first_name="Ada", username="ada")

    answer = teacher_client.get(scores(quiz, "quiz_scores_csv"))

    head, line = rows(answer)
    assert head == ["Student", "Username", "Started", "Finished", "Score in %", "Counts in %", "Passed"]
    assert (line[:2], line[4]) == (["Ada", "ada"], "50.0")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="canals-scores.csv"'


@pytest.mark.parametrize("is_asked", [True, False])
def test_certainty_is_reported_where_it_is_asked(teacher_client, quiz, is_asked):
    quiz.certainty = is_asked
    quiz.save()
    taken(quiz, QuestionFactory())

    page = teacher_client.get(scores(quiz)).text
    head, line = rows(teacher_client.get(scores(quiz, "quiz_scores_csv")))

    assert ("Very sure: 1, 0 of them right" in page, "0 of 1 right</td>" in page) == (is_asked, is_asked)
    assert line[7:] == (["1", "0", "0", "0", "0", "0"] if is_asked else [])
    assert head[7:9] == (["Very sure, answers", "Very sure, of them right"] if is_asked else [])


def test_table_leaves_empty_what_is_not_finished(teacher_client, quiz):
    attempt = taken(quiz)
    type(attempt).objects.update(finished=None, score=None)

    assert rows(teacher_client.get(scores(quiz, "quiz_scores_csv")))[1][3:] == ["", "", "", ""]


def test_table_disarms_formulas(teacher_client, quiz):
    taken(quiz, first_name="=HYPERLINK(1)", username="+1")

    assert rows(teacher_client.get(scores(quiz, "quiz_scores_csv")))[1][:2] == ["'=HYPERLINK(1)", "'+1"]


def test_table_has_a_name_whatever_the_title(teacher_client, quiz):
    Quiz.objects.update(title="日本")

    assert 'filename="quiz-scores.csv"' in teacher_client.get(scores(quiz, "quiz_scores_csv"))["Content-Disposition"]


@pytest.mark.parametrize("name", ["quiz_scores", "quiz_scores_csv"])
def test_foreign_quiz_does_not_exist(teacher_client, name):
    assert teacher_client.get(scores(QuizFactory(), name)).status_code == 404


@pytest.mark.parametrize("name", ["quiz_scores", "quiz_scores_csv"])
def test_admin_sees_every_quiz(admin_client, quiz, name):
    taken(quiz, first_name="Ada")

    assert "Ada" in admin_client.get(scores(quiz, name)).text


def test_students_are_refused(student_client, quiz):
    addresses = [PAGE, scores(quiz), scores(quiz, "quiz_scores_csv")]

    assert [student_client.get(each).status_code for each in addresses] == [403, 403, 403]


def test_anonymous_people_sign_in_first(client, quiz):
    for each in (PAGE, scores(quiz), scores(quiz, "quiz_scores_csv")):
        assert client.get(each)["Location"].startswith("/accounts/login/?next=")


def test_nothing_can_be_posted(teacher_client, quiz):
    addresses = [PAGE, scores(quiz), scores(quiz, "quiz_scores_csv")]

    assert [teacher_client.post(each).status_code for each in addresses] == [405, 405, 405]


def test_tables_of_answers_are_named_apart(teacher_client, quiz):
    for _ in range(2):
        taken(quiz, QuestionFactory(stem="When did the canal open?"))

    names = re.findall(r'aria-label="(Answers given[^"]*)"', teacher_client.get(scores(quiz)).text)

    assert names == [f"Answers given, {number}: When did the canal open?" for number in (1, 2)]
