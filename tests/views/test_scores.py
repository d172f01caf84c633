"""What a learner has scored."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import ArticleFactory, AttemptFactory, FactFactory, MemoryFactory, QuizFactory, ResponseFactory

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def finished(learner, score, day=0, **about):
    when = DAY + timedelta(days=day)
    return AttemptFactory(learner=learner, started=when, finished=when, score=score, **about)


def page_of(client, query=""):
    reply = client.get(reverse("scores") + query)
    assert reply.status_code == 200
    return reply.content.decode()


def test_scores_before_any_quiz_say_what_will_be_here(student_client):
    assert "No quiz taken yet" in page_of(student_client)


def test_scores_list_an_attempt_with_its_score_and_link(student, student_client):
    attempt = finished(student, 0.5, quiz=QuizFactory(title="On pacts"))

    page = page_of(student_client)

    assert "On pacts" in page
    assert "50 %" in page
    assert "2 Mar 2026, 12:00" in page
    assert reverse("attempt_resume", args=[attempt.pk]) in page


def test_scores_show_how_far_an_open_attempt_is(student, student_client):
    attempt = AttemptFactory(learner=student)
    ResponseFactory(attempt=attempt, position=1, credit=1, answered=DAY)
    ResponseFactory(attempt=attempt, position=2)

    page = page_of(student_client)

    assert "1 of 2" in page
    assert ">Open<" in page


def test_scores_leave_out_other_people(student_client):
    finished(AttemptFactory().learner, 0.5, quiz=QuizFactory(title="Not mine"))

    assert "Not mine" not in page_of(student_client)


def test_scores_describe_the_chart_in_words(student, student_client):
    finished(student, 0.25)
    finished(student, 0.75, day=3)

    page = page_of(student_client)

    assert f'src="{reverse("score_chart")}"' in page
    assert "Line of your last 2 scores, from 25 % on 2 March 2026 to 75 % on 5 March 2026." in page


def test_scores_draw_no_chart_of_one_score(student, student_client):
    finished(student, 0.25)

    assert reverse("score_chart") not in page_of(student_client)


def test_scores_count_facts_by_standing_for_articles_begun(student, student_client):
    begun, untouched = ArticleFactory(title="Begun"), ArticleFactory(title="Untouched")
    for state in (2, 1):
        fact = FactFactory(article=begun)
        MemoryFactory(learner=student, fact=fact, state=state, due=timezone.now() + timedelta(days=9))
    FactFactory(article=begun)
    FactFactory(article=untouched)

    page = page_of(student_client)

    assert "Untouched" not in page
    counts = [f"<strong>1</strong> {word}" for word in ("known", "learning", "unseen")]
    assert [count in page for count in counts] == [True, True, True]


def test_scores_are_paged(student, student_client):
    for number in range(51):
        finished(student, 0.5, day=number, quiz=QuizFactory(title=f"Number {number}."))

    assert "Number 0." in page_of(student_client, "?page=2")
    assert "Number 0." not in page_of(student_client)


def test_scores_page_that_is_not_there_is_the_last(student, student_client):
    finished(student, 0.5, quiz=QuizFactory(title="Only one"))

    assert "Only one" in page_of(student_client, "?page=9999")


@pytest.mark.parametrize("rows", [1, 50])
def test_scores_cost_the_same_queries(student, student_client, rows, django_assert_num_queries):
    for number in range(rows):
        attempt = finished(student, 0.5, day=number)
        fact = FactFactory(article=ArticleFactory())
        attempt.quiz.articles.add(fact.article)
        MemoryFactory(learner=student, fact=fact)

    with django_assert_num_queries(9):
        student_client.get(reverse("scores"))


def test_chart_is_an_image_of_the_learners_scores(student, student_client):
    finished(student, 0.25)
    finished(student, 0.75, day=3)

    reply = student_client.get(reverse("score_chart"))

    assert reply["Content-Type"] == "image/svg+xml"
    assert b"5 Mar" in reply.content


def test_chart_comes_in_a_size_for_phones(student_client):
    reply = student_client.get(reverse("score_chart") + "?narrow")

    assert b'viewBox="0 0 420 260"' in reply.content


def test_chart_may_run_nothing(student_client):
    policy = student_client.get(reverse("score_chart"))["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_chart_is_not_kept_by_others(student_client):
    assert "private" in student_client.get(reverse("score_chart"))["Cache-Control"]


@pytest.mark.parametrize("name", ["scores", "score_chart"])
def test_anonymous_is_asked_to_sign_in(client, name):
    assert client.get(reverse(name)).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["scores", "score_chart"])
def test_wrong_method(student_client, name):
    assert student_client.post(reverse(name)).status_code == 405


@pytest.mark.parametrize(
    ("counts", "shown"), [("best", "75 %"), ("last", "25 %"), ("first", "50 %"), ("average", "50 %")]
)
def test_scores_tell_which_attempt_counts(student, student_client, counts, shown):
    quiz = QuizFactory(title="On pacts", counts=counts, pass_mark=60)
    for day, score in enumerate((0.5, 0.75, 0.25)):
        finished(student, score, day=day, quiz=quiz)

    table = page_of(student_client).partition("What counts")[2].partition("</table>")[0]

    assert f'<td class="number">{shown}</td>' in table
    assert ("Passed" in table.replace("Not passed", "")) is (counts == "best")
    assert ", of 3" in table


def test_practice_counts_nowhere(student, student_client):
    finished(student, 0.5, quiz=QuizFactory(practice_for=ArticleFactory()))

    assert "What counts" not in page_of(student_client)
