"""One question of an attempt, screen by screen."""

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Question, Response, Review
from quizzes.models.quiz import Refused
from quizzes.models.refusals import OutOfTurn
from tests.conftest import signed_in
from tests.factories import StudentFactory
from tests.views.taking import HTMX, address, begin, right_form, sent, wrong_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_question_asks_its_stem_in_a_form(student, student_client, kind):
    attempt = begin(student, kind)

    page = student_client.get(address(attempt))

    assert page.status_code == 200
    assert "quizzes/question_answer.html" in [template.name for template in page.templates]
    assert b"In which year was the Alpha Pact signed?" in page.content
    assert f'action="{address(attempt)}"'.encode() in page.content


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_answer_without_htmx_is_stored_and_redirects_to_its_feedback(student, student_client, kind):
    attempt = begin(student, kind)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get()))

    assert (reply.status_code, reply.url) == (302, address(attempt))
    assert attempt.responses.get().credit == 1


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_answer_with_htmx_is_stored_and_shows_its_feedback(student, student_client, kind):
    attempt = begin(student, kind)

    reply = student_client.post(address(attempt), right_form(attempt.responses.get()), headers=HTMX)

    assert reply.status_code == 200
    assert b"<!DOCTYPE" not in reply.content
    assert b"The article says that the Alpha Pact was signed in 1992." in reply.content
    assert attempt.responses.get().credit == 1


def test_feedback_offers_the_next_question_then_the_result(student, student_client):
    attempt = begin(student, "single_choice", "single_choice")

    pages = []
    for position in (1, 2):
        attempt.answer(position, [0], timezone.now())
        pages.append(student_client.get(address(attempt, position)).content.decode())

    assert f'href="{address(attempt, 2)}"' in pages[0]
    assert f'href="{reverse("attempt_result", args=[attempt.pk])}"' in pages[1]


def test_answer_sent_again_shows_the_same_page(student, student_client):
    attempt = begin(student, "single_choice")
    form = right_form(attempt.responses.get())

    replies = [student_client.post(address(attempt), form, headers=HTMX) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 200]
    assert replies[0].content == replies[1].content
    assert (Response.objects.get().version, Review.objects.count()) == (1, 1)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_another_answer_after_feedback_shows_the_one_that_counts(student, student_client, headers):
    attempt = begin(student, "single_choice")
    response = attempt.responses.get()
    student_client.post(address(attempt), right_form(response))

    again = student_client.post(
        address(attempt), wrong_form(response, token="another-page-of-the-same"), headers=headers
    )

    assert again.status_code == 409
    assert b"You have answered this question already. That answer counts." in again.content
    assert b"Right, your answer" in again.content
    assert (Response.objects.get().credit, Review.objects.count()) == (1, 1)


def test_nonsense_after_feedback_shows_the_answer_that_counts(student, student_client):
    attempt = begin(student, "single_choice")
    student_client.post(address(attempt), right_form(attempt.responses.get()))

    again = student_client.post(address(attempt), {"x": "1"})

    assert (again.status_code, Response.objects.get().credit) == (409, 1)


@pytest.mark.parametrize(
    "carried",
    [{"token": ""}, {"token": "short"}, {"token": "x" * 41}, {"token": "a form; drop it now"}, {"version": ""},
     {"version": "-1"}, {"version": "x"}, {"version": "40000"}],
)  # fmt: skip
def test_form_that_is_not_whole_is_refused_and_given_back(student, student_client, carried):
    attempt = begin(student, "short_answer")

    reply = student_client.post(address(attempt), sent({"text": "Some 1992"}) | carried)

    assert reply.status_code == 422
    assert b"not complete or has been changed" in reply.content
    assert b'value="Some 1992"' in reply.content
    assert attempt.responses.get().answered is None


def test_every_rendering_has_a_token_of_its_own(student, student_client):
    attempt = begin(student, "cloze")

    tokens = [student_client.get(address(attempt)).context["token"] for _ in range(2)]

    assert len(set(tokens)) == 2


def test_question_varies_by_htmx_and_is_not_cached(student, student_client):
    reply = student_client.get(address(begin(student, "cloze")))

    assert "HX-Request" in reply["Vary"]
    assert "no-store" in reply["Cache-Control"]


def test_question_by_htmx_is_a_part_with_its_title(student, student_client):
    page = student_client.get(address(begin(student, "cloze")), headers=HTMX).content.decode()

    assert page.lstrip().startswith("<title>Question 1 of 1: ")


def test_going_back_in_the_history_gets_the_whole_page(student, student_client):
    headers = HTMX | {"HX-History-Restore-Request": "true"}

    page = student_client.get(address(begin(student, "cloze")), headers=headers)

    assert b"<!DOCTYPE html>" in page.content


BAD = [
    ("single_choice", {}, "Choose an answer first."),
    ("single_choice", {"choice": "17"}, "not part of this question"),
    ("single_choice", {"choice": "-1"}, "not part of this question"),
    ("single_choice", {"text": "1992"}, "Choose an answer first."),
    ("true_false", {"choice": "2"}, "not part of this question"),
    ("multiple_choice", {}, "Choose at least one answer first."),
    ("multiple_choice", {"choice": ["0", "9"]}, "not part of this question"),
    ("find_evidence", {}, "Choose a sentence first."),
    ("find_evidence", {"choice": "5"}, "not part of this question"),
    ("cloze", {"text": "  "}, "Type an answer first."),
    ("cloze", {"choice": "0"}, "Type an answer first."),
    ("short_answer", {"text": "x" * 1001}, "too long: use at most 1,000 characters"),
    ("short_answer", {"text": "a\x00b"}, "Null characters are not allowed"),
    ("numeric", {"text": "many"}, "Type one number"),
    ("ordering", {"place_0": "1", "place_1": "1", "place_2": "2"}, "Two items have the same place."),
    ("ordering", {"place_0": "1"}, "Give every item a place."),
    ("ordering", {"place_0": "1", "place_1": "2", "place_2": "4"}, "not part of this question"),
    ("matching", {"match_0": "0", "match_1": "", "match_2": "1"}, "Choose a partner for every item first."),
    ("matching", {"match_0": "0", "match_1": "1", "match_2": "8"}, "not part of this question"),
]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize(("kind", "answer", "said"), BAD)
def test_answer_that_does_not_fit_is_refused_with_what_to_do(student, student_client, kind, answer, said, headers):
    attempt = begin(student, kind)

    reply = student_client.post(address(attempt), sent(answer), headers=headers)

    assert reply.status_code == 422
    assert said in reply.content.decode()
    assert 'role="alert"' in reply.content.decode()
    assert attempt.responses.get().answered is None


def test_answer_that_is_refused_is_given_back(student, student_client):
    attempt = begin(student, "numeric")

    reply = student_client.post(address(attempt), sent({"text": "a great many"}))

    assert b'value="a great many"' in reply.content


def test_places_that_are_refused_are_given_back(student, student_client):
    attempt = begin(student, "ordering")

    reply = student_client.post(address(attempt), sent({"place_0": "3", "place_1": "3", "place_2": "2"}))

    assert reply.content.decode().count('<option value="3" selected>') == 2


def test_later_question_opens(student, student_client):
    attempt = begin(student, "single_choice", "cloze")

    assert student_client.get(address(attempt, 2)).status_code == 200


def test_later_question_one_way_leads_back_to_the_first_open_one(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz={"one_way": True})

    reply = student_client.get(address(attempt, 2), follow=True)

    assert reply.redirect_chain[-1][0] == address(attempt, 1)


@pytest.mark.parametrize("answer", [{}, {"choice": "0", "text": "1992"}])
def test_later_question_one_way_takes_no_answer(student, student_client, answer):
    attempt = begin(student, "single_choice", "cloze", quiz={"one_way": True})

    reply = student_client.post(address(attempt, 2), sent(answer))

    assert reply.url == reverse("attempt_resume", args=[attempt.pk])
    assert not attempt.responses.filter(answered__isnull=False).exists()


@pytest.mark.parametrize("refusal", [OutOfTurn("Another question comes first."), Refused("This quiz closed.")])
def test_answer_that_comes_second_in_a_race_goes_on_where_the_attempt_is(student, student_client, monkeypatch, refusal):
    def answer(*args, **kwargs):
        raise refusal

    attempt = begin(student, "single_choice")
    monkeypatch.setattr(Attempt, "keep", answer)

    reply = student_client.post(address(attempt), sent({"choice": "0"}))

    assert reply.url == reverse("attempt_resume", args=[attempt.pk])


def test_later_question_one_way_by_htmx_loads_the_page_of_the_first(student, student_client):
    attempt = begin(student, "single_choice", "cloze", quiz={"one_way": True})

    reply = student_client.post(address(attempt, 2), sent({"text": "1992"}), headers=HTMX)

    assert reply["HX-Redirect"] == reverse("attempt_resume", args=[attempt.pk])


@pytest.mark.parametrize("position", [0, 2, 99999999999999999999])
def test_question_that_does_not_exist_is_not_found(student, student_client, position):
    attempt = begin(student, "single_choice")

    assert student_client.get(address(attempt, position)).status_code == 404


def test_question_of_somebody_else_is_neither_shown_nor_answered(student):
    attempt = begin(student, "single_choice")
    other = signed_in(StudentFactory())

    statuses = [
        other.get(address(attempt)).status_code,
        other.post(address(attempt), {"choice": "0"}).status_code,
        other.post(reverse("attempt_retry", args=[attempt.pk])).status_code,
    ]

    assert statuses == [404, 404, 404]
    assert attempt.responses.get().answered is None


def test_anonymous_is_asked_to_sign_in(student, client):
    attempt = begin(student, "single_choice")

    assert client.get(address(attempt)).url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("method", "name"),
    [("delete", "question_answer"), ("post", "attempt_resume"), ("post", "attempt_result"), ("get", "attempt_retry")],
)
def test_wrong_method(student, student_client, method, name):
    attempt = begin(student, "single_choice")
    arguments = [attempt.pk, 1] if name == "question_answer" else [attempt.pk]

    assert getattr(student_client, method)(reverse(name, args=arguments)).status_code == 405


@pytest.mark.parametrize("length", [1, 50])
def test_question_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["single_choice"] * length)

    with django_assert_num_queries(QUESTION_QUERIES):
        student_client.get(address(attempt))


@pytest.mark.parametrize("length", [1, 50])
def test_feedback_costs_the_same_queries_for_any_length(student, student_client, length, django_assert_num_queries):
    attempt = begin(student, *["single_choice"] * length)
    attempt.answer(1, [0], timezone.now())

    with django_assert_num_queries(FEEDBACK_QUERIES):
        student_client.get(address(attempt))


QUESTION_QUERIES = 5
FEEDBACK_QUERIES = 9
