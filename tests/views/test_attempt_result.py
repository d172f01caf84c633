"""The end of an attempt: its result, what closing time does to it, and practising what was missed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Question
from quizzes.models.response import Sent
from tests.factories import (
    TEXT,
    ArticleFactory,
    AssignmentFactory,
    EnrollmentFactory,
    EvidenceFactory,
    FactFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
)
from tests.views.taking import address, begin, right_form, sent, wrong_form

pytestmark = pytest.mark.django_db

RESULT_QUERIES = 12


@pytest.fixture
def closed(student):
    """An attempt with one question answered, of a quiz that has closed since."""
    article = ArticleFactory()
    QuestionFactory(article=article)
    QuestionFactory(article=article)
    quiz = QuizFactory(articles=[article])
    assignment = AssignmentFactory(quiz=quiz, course=EnrollmentFactory(person=student).course)
    attempt = Attempt.objects.start(student, quiz, 2, 5, timezone.now())
    attempt.answer(1, list(attempt.responses.get(position=1).as_shown.key), timezone.now())
    assignment.closes = timezone.now()
    assignment.save()
    return attempt


@pytest.mark.parametrize("method", ["get", "post"])
def test_question_of_a_closed_quiz_leads_to_the_result_and_says_why(student_client, closed, method):
    reply = getattr(student_client, method)(address(closed, 2), sent({"choice": "0"}), follow=True)

    assert reply.redirect_chain == [(reverse("attempt_result", args=[closed.pk]), 302)]
    assert b"This quiz closed on" in reply.content
    assert b"What you answered before is kept." in reply.content


def test_closed_quiz_scores_what_was_answered(student_client, closed):
    student_client.get(reverse("attempt_resume", args=[closed.pk]))

    closed.refresh_from_db()
    assert closed.score == 0.5
    assert closed.responses.get(position=2).answered is None


def test_result_shows_every_question_of_any_kind(student, student_client):
    attempt = begin(student, *Question.Kind.values)
    for response in attempt.responses.all():
        student_client.post(address(attempt, response.position), right_form(response))

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "8 of 8 right" in page
    assert page.count("In which year was the Alpha Pact signed?") == 8
    assert page.count("<mark>The Alpha Pact was signed in 1992.</mark>") == 8
    assert "Practise what I missed" not in page


def test_result_counts_partly_right_answers(student, student_client):
    attempt = begin(student, "matching")
    key = attempt.responses.get().as_shown.key
    student_client.post(address(attempt), sent({f"match_{index}": key[0] for index in range(3)}))

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "0 of 1 right, 1 partly" in page
    assert 'aria-label="Partly right:"' in page


def test_result_marks_what_was_never_answered(student_client, closed):
    page = student_client.get(reverse("attempt_result", args=[closed.pk])).content.decode()

    assert "1 of 2 right" in page
    assert "Not answered." in page


def test_result_of_an_open_attempt_goes_on_with_it(student, student_client):
    attempt = begin(student, "single_choice")

    reply = student_client.get(reverse("attempt_result", args=[attempt.pk]))

    assert reply.url == reverse("attempt_resume", args=[attempt.pk])


def test_retry_begins_a_practice_round(student, student_client):
    attempt = begin(student, "single_choice")
    student_client.post(address(attempt), wrong_form(attempt.responses.get()))

    reply = student_client.post(reverse("attempt_retry", args=[attempt.pk]), follow=True)

    retry = attempt.retries.get()
    assert reply.redirect_chain[-1][0] == address(retry)


def test_retry_with_nothing_missed_says_so(student, student_client):
    attempt = begin(student, "single_choice")
    student_client.post(address(attempt), right_form(attempt.responses.get()))

    reply = student_client.post(reverse("attempt_retry", args=[attempt.pk]), follow=True)

    assert b"nothing to practise" in reply.content


@pytest.mark.parametrize("length", [1, 50])
def test_result_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["single_choice"] * length)
    for response in attempt.responses.all():
        response.grade(Sent([0], timezone.now()))
    attempt.finish(timezone.now())

    with django_assert_num_queries(RESULT_QUERIES):
        student_client.get(reverse("attempt_result", args=[attempt.pk]))


def result_page(client, attempt):
    return client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()


def finished_wrong(learner, **quiz):
    """A finished attempt with a wrong choice, "1994", which a fact of the article is about."""
    attempt = begin(learner, "single_choice", quiz=quiz)
    shown = attempt.responses.get().as_shown
    attempt.answer(1, [shown.choices.index("1994")], timezone.now(), certainty=3 if quiz.get("certainty") else None)
    attempt.refresh_from_db()
    return attempt


@pytest.mark.parametrize(("mark", "said"), [(None, ""), (60, "Not passed")])
def test_result_says_whether_it_passes(student, student_client, mark, said):
    page = result_page(student_client, finished_wrong(student, pass_mark=mark))

    assert ("Pass mark" in page, "Not passed" in page) == (bool(said), bool(said))


def test_result_says_what_counts_and_how_many_attempts_are_left(student, student_client):
    page = result_page(student_client, finished_wrong(student, attempts_allowed=3, counts="last"))

    assert "The last attempt" in page
    assert "2 attempts left" in page


def test_result_says_how_sure_one_was_and_what_that_did(student, student_client):
    page = result_page(student_client, finished_wrong(student, certainty=True))

    assert "Of 1 answer you were very sure of, 0 were right." in page


def test_result_says_what_hints_cost(student, student_client):
    quiz = {"hint_paragraph": True, "hint_cost": 25, "certainty": True}
    attempt = begin(student, "single_choice", quiz=quiz)
    attempt.hint(1, "paragraph", timezone.now())
    attempt.answer(1, list(attempt.responses.get().as_shown.key), timezone.now(), certainty=3)

    page = result_page(student_client, attempt)

    assert "75 %</span>" in page
    assert "1; without it the score would be 100 %" in page
    assert "Points: 2.25 of 3" in page
    assert "1 hint taken: −25 %" in page


def test_result_says_how_long_it_took(student, student_client):
    attempt = finished_wrong(student, time_limit=20)
    Attempt.objects.update(finished=attempt.started + timedelta(minutes=12, seconds=30))

    assert "12 min 30 s of 20 min" in result_page(student_client, attempt)


@pytest.mark.parametrize("name", ["question_answer", "attempt_result"])
def test_wrong_answer_shows_the_two_sentences_and_where_they_stand(student, student_client, name):
    article = RevisionFactory(article=ArticleFactory()).article
    question = QuestionFactory(article=article)
    other = FactFactory(article=article, statement="It came into force in 1994.", paragraph=0)
    other.evidence.all().delete()
    start = TEXT.index("It came")
    EvidenceFactory(
        fact=other, revision=article.revisions.get(), start=start, end=start + 27, quote="It came into force in 1994."
    )
    question.choices.filter(text="1994").update(fact=other)
    attempt = Attempt.objects.start(student, QuizFactory(articles=[article], owner=student), 1, 5, timezone.now())
    attempt.answer(1, [attempt.responses.get().as_shown.choices.index("1994")], timezone.now())

    page = student_client.get(
        reverse(name, args=[attempt.pk, 1] if name == "question_answer" else [attempt.pk])
    ).content.decode()

    read = reverse("article_read", args=[article.pk])
    assert "<mark>The Alpha Pact was signed in 1992.</mark>" in page
    assert "<mark>It came into force in 1994.</mark>" in page
    assert f"{read}#p0:~:text=The%20Alpha%20Pact" in page
    assert f"{read}#p0:~:text=It%20came" in page
