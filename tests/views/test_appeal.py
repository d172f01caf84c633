"""Contesting an answer, screen by screen, and the teacher's queue."""

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.engine.document import Span
from quizzes.models import Appeal, Attempt
from tests.conftest import signed_in
from tests.factories import (
    SENTENCE,
    ArticleFactory,
    CourseFactory,
    EnrollmentFactory,
    QuestionFactory,
    QuizFactory,
    RevisionFactory,
    StudentFactory,
    TeacherFactory,
)
from tests.views.taking import HTMX, begin

pytestmark = pytest.mark.django_db

FIRST = f"0-{len(SENTENCE)}"
WORDS = {"reason": "It means the same."}


def wrong(learner, given="1812", **about):
    """An attempt with one answer graded wrong."""
    attempt = begin(learner, "short_answer", **about)
    attempt.answer(1, given, timezone.now())
    return attempt


def contest(attempt):
    return reverse("appeal_create", args=[attempt.pk, 1])


def filed(learner, given="1812", **about):
    attempt = wrong(learner, given)
    return Appeal.objects.file(
        attempt.responses.get(), timezone.now(), **{"reason": "Because.", "revision": None, "span": None} | about
    )


def owner_of(appeal):
    return appeal.response.question.article.owner


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_page_shows_the_answers_and_every_sentence(student, student_client, headers):
    page = student_client.get(contest(wrong(student)), headers=headers).content.decode()

    assert page.count('type="radio" name="sentence"') == 4
    assert f'value="{FIRST}"' in page
    assert ("1812" in page) is not headers


def test_wrong_answer_links_to_it(student, student_client):
    attempt = wrong(student)

    for name in ("question_answer", "attempt_result"):
        page = student_client.get(reverse(name, args=[attempt.pk, 1][: 2 - (name == "attempt_result")]))
        assert contest(attempt) in page.content.decode()


def test_right_answer_does_not_link_to_it(student, student_client):
    attempt = wrong(student, "1992")

    page = student_client.get(reverse("question_answer", args=[attempt.pk, 1])).content.decode()

    assert contest(attempt) not in page


def test_marked_sentence_is_kept(student, student_client):
    attempt = wrong(student)

    reply = student_client.post(contest(attempt), {"sentence": FIRST, "reason": ""})

    appeal = Appeal.objects.get()
    assert reply.url == reverse("question_answer", args=[attempt.pk, 1])
    assert (appeal.revision.text[appeal.start : appeal.end], appeal.reason) == (SENTENCE, "")


def test_htmx_moves_the_page_on(student, student_client):
    attempt = wrong(student)

    reply = student_client.post(contest(attempt), WORDS, headers=HTMX)

    assert reply["HX-Redirect"] == reverse("question_answer", args=[attempt.pk, 1])
    assert Appeal.objects.get().reason == "It means the same."


def test_question_says_that_it_is_contested(student, student_client):
    appeal = filed(student)

    page = student_client.get(reverse("question_answer", args=[appeal.response.attempt_id, 1])).content.decode()

    assert "Your teacher will look at your answer" in page


def test_sending_again_changes_nothing(student, student_client):
    attempt = wrong(student)
    student_client.post(contest(attempt), WORDS)

    reply = student_client.post(contest(attempt), {"reason": "Another."}, follow=True)

    assert Appeal.objects.get().reason == "It means the same."
    assert b"Your teacher will look at your answer" in reply.content


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Mark the sentence"),
        ({"sentence": "3-9", "reason": "Kept words"}, "no sentence of this article"),
        ({"sentence": FIRST, "reason": "x" * 2001}, "at most 2,000 characters"),
    ],
)
def test_bad_input_says_why_and_keeps_what_was_written(student, student_client, headers, data, said):
    attempt = wrong(student)

    reply = student_client.post(contest(attempt), data, headers=headers)

    page = reply.content.decode()
    assert (reply.status_code, Appeal.objects.exists()) == (422, False)
    assert said in page
    assert data.get("reason", "") in page
    assert (f'value="{FIRST}" checked' in page) is (data.get("sentence") == FIRST)


def test_right_answer_cannot_be_contested(student, student_client):
    attempt = wrong(student, "1992")

    reply = student_client.post(contest(attempt), WORDS, follow=True)

    assert not Appeal.objects.exists()
    assert b"all the credit it can earn" in reply.content


@pytest.mark.parametrize("method", ["get", "post"])
def test_answer_that_is_not_explained_yet_is_not_there(student, student_client, method):
    attempt = begin(student, "short_answer", "short_answer", quiz={"feedback": "end"})
    attempt.answer(1, "1812", timezone.now())

    reply = getattr(student_client, method)(contest(attempt), WORDS)

    assert (reply.status_code, Appeal.objects.exists()) == (404, False)


@pytest.mark.parametrize("who", [StudentFactory, TeacherFactory])
def test_other_persons_answer_is_not_there(student, who):
    attempt = wrong(student)

    reply = signed_in(who()).post(contest(attempt), WORDS)

    assert (reply.status_code, Appeal.objects.exists()) == (404, False)


def test_article_that_may_not_be_read_is_not_shown(student, student_client):
    attempt = wrong(student)
    attempt.quiz.articles.update(visibility="private")

    page = student_client.get(contest(attempt)).content.decode()

    assert SENTENCE not in page.partition('<form id="appeal"')[2]
    assert 'name="sentence"' not in page


def test_teacher_reads_what_is_needed_to_decide(student):
    attempt = wrong(student)
    revision = attempt.responses.get().question.article.revisions.get()
    signed_in(student).post(contest(attempt), {"sentence": FIRST, "reason": "<b>Read</b> it."})

    page = signed_in(revision.article.owner).get(reverse("appeals")).content.decode()

    said = ["In which year was the Alpha Pact signed?", "1812", "1992", f"<mark>{SENTENCE}</mark>", "&lt;b&gt;Read"]
    assert [text for text in said if text not in page] == []


def test_others_see_nothing_of_it(student, teacher_client):
    filed(student)

    page = teacher_client.get(reverse("appeals")).content.decode()

    assert "Nothing waits for you" in page


def test_accepting_changes_the_score_and_tells_the_student(student, student_client):
    appeal = filed(student, "the year of signing")

    reply = signed_in(owner_of(appeal)).post(
        reverse("appeal_decide", args=[appeal.pk]), {"verdict": "accepted", "reply": "Well read."}, follow=True
    )

    assert b"full credit now" in reply.content
    assert Attempt.objects.get().score == 1
    for name, arguments in (("home", []), ("attempt_result", [appeal.response.attempt_id])):
        page = student_client.get(reverse(name, args=arguments)).content.decode()
        assert "Accepted" in page
        assert "Well read." in page


def test_refusing_keeps_the_score_and_tells_the_student(student, student_client):
    appeal = filed(student)

    signed_in(owner_of(appeal)).post(
        reverse("appeal_decide", args=[appeal.pk]), {"verdict": "refused", "reply": "That is another war."}
    )

    page = student_client.get(reverse("question_answer", args=[appeal.response.attempt_id, 1])).content.decode()
    assert Attempt.objects.get().score == 0
    assert "Not accepted" in page
    assert "That is another war." in page


def test_second_verdict_is_told_that_the_first_stands(student):
    appeal = filed(student)
    client = signed_in(owner_of(appeal))
    client.post(reverse("appeal_decide", args=[appeal.pk]), {"verdict": "refused"})

    reply = client.post(reverse("appeal_decide", args=[appeal.pk]), {"verdict": "accepted"}, follow=True)

    assert b"decided before" in reply.content
    assert Appeal.objects.get().verdict == "refused"


@pytest.mark.parametrize("data", [{}, {"verdict": "maybe"}, {"verdict": "accepted", "reply": "x" * 2001}])
def test_bad_verdict_says_why(student, data):
    appeal = filed(student)

    reply = signed_in(owner_of(appeal)).post(reverse("appeal_decide", args=[appeal.pk]), data)

    assert (reply.status_code, Appeal.objects.get().verdict) == (422, "open")
    assert b'role="alert"' in reply.content


def test_other_teacher_cannot_decide(student, teacher_client):
    appeal = filed(student)

    reply = teacher_client.post(reverse("appeal_decide", args=[appeal.pk]), {"verdict": "accepted"})

    assert (reply.status_code, Appeal.objects.get().verdict) == (404, "open")


def test_teacher_of_the_class_may_decide(student):
    appeal = filed(student)
    course = CourseFactory()
    EnrollmentFactory(person=student, course=course)

    signed_in(course.owner).post(reverse("appeal_decide", args=[appeal.pk]), {"verdict": "refused"})

    assert Appeal.objects.get().decided_by == course.owner


def chosen_wrong(student):
    """Contest a wrong choice, which accepted makes its question unsound."""
    attempt = begin(student, "single_choice")
    attempt.answer(1, [attempt.responses.get().as_shown.choices.index("1994")], timezone.now())
    return Appeal.objects.file(attempt.responses.get(), timezone.now(), reason="Because.", revision=None, span=None)


def decide(client, appeal):
    data = {"verdict": "accepted"}
    return client.post(reverse("appeal_decide", args=[appeal.pk]), data, follow=True).content.decode()


def test_unsound_question_is_told_with_a_link_and_what_fixed_lists_lose(student):
    appeal = chosen_wrong(student)

    page = decide(signed_in(owner_of(appeal)), appeal)

    assert "Accepted." in page
    assert "ask one question fewer until it is approved again" in page
    assert reverse("admin:quizzes_question_change", args=[appeal.response.question_id]) in page


def test_whoever_may_not_mend_an_unsound_question_gets_no_link(student):
    appeal = chosen_wrong(student)
    EnrollmentFactory(person=student, course=(course := CourseFactory()))

    page = decide(signed_in(course.owner), appeal)

    assert "Whoever looks after the article can mend it" in page
    assert reverse("admin:quizzes_question_change", args=[appeal.response.question_id]) not in page


def test_accepted_typed_answer_leaves_the_question_approved(student):
    appeal = filed(student)

    assert "a draft again" not in decide(signed_in(owner_of(appeal)), appeal)


def test_unsound_question_is_linked_among_the_decided(student):
    appeal = chosen_wrong(student)
    client = signed_in(owner_of(appeal))
    decide(client, appeal)

    page = client.get(reverse("appeals") + "?show=decided").content.decode()

    assert reverse("admin:quizzes_question_change", args=[appeal.response.question_id]) in page


def test_waiting_answers_are_counted_for_the_teacher(student):
    appeal = filed(student)
    client = signed_in(owner_of(appeal))

    assert "1</strong> contested answer waits" in client.get(reverse("home")).content.decode()
    assert reverse("appeals") in client.get(reverse("teaching")).content.decode()


@pytest.mark.parametrize("show", ["open", "decided"])
@pytest.mark.parametrize("count", [1, 50])
def test_queue_costs_the_same_queries(student, count, show, django_assert_num_queries):
    article = RevisionFactory(article=ArticleFactory()).article
    for _ in range(count):
        quiz = QuizFactory(articles=[article], owner=student, length=1)
        QuestionFactory(article=article, kind="short_answer")
        attempt = Attempt.objects.start(student, quiz, 1, 5, timezone.now())
        attempt.answer(1, "1812", timezone.now())
        place = {"revision": article.revisions.get(), "span": Span(0, len(SENTENCE))}
        appeal = Appeal.objects.file(attempt.responses.get(), timezone.now(), **place)
        if show == "decided":
            appeal.refuse(article.owner, timezone.now())
    client = signed_in(article.owner)

    with django_assert_num_queries(9):
        client.get(reverse("appeals") + f"?show={show}")


@pytest.mark.parametrize("length", [1, 50])
def test_page_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["short_answer"] * length)
    attempt.answer(1, "1812", timezone.now())

    with django_assert_num_queries(10):
        student_client.get(contest(attempt))
