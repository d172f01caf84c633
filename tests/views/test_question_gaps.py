"""Gaps to fill, and numbers by language, in the browser's own terms."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given

from quizzes.engine import questions as engine
from quizzes.models import Attempt
from tests.factories import AcceptedFactory, ArticleFactory, QuestionFactory, QuizFactory
from tests.views.taking import HTMX, address, begin, sent
from tests.views.test_tampering import CARRIED, FORMS, ONE_BY_ONE, send

pytestmark = pytest.mark.django_db
STEM = "Complete the sentence with two years: The Alpha Pact was signed in ____ and came into force in ____."


def begin_gaps(learner, words=None):
    """Begin a quiz of one cloze with two gaps."""
    article = ArticleFactory()
    question = QuestionFactory(article=article, kind="cloze", stem=STEM, words=words)
    AcceptedFactory(question=question, text="1994", gap=1)
    quiz = QuizFactory(articles=[article], owner=learner, length=1)
    return Attempt.objects.start(learner, quiz, 1, 5, timezone.now())


def test_gaps_stand_in_the_sentence_with_names(student, student_client):
    page = student_client.get(address(begin_gaps(student))).content.decode()

    assert '<label class="visually-hidden" for="id_gap_0">Gap 1 of 2</label>' in page
    assert '<label class="visually-hidden" for="id_gap_1">Gap 2 of 2</label>' in page
    assert "1992" not in page
    assert "1994" not in page


def test_words_are_offered_for_each_gap_without_saying_which_is_right(student, student_client):
    page = student_client.get(address(begin_gaps(student, ["1990", "1992", "1994", "1999"]))).content.decode()

    for place in (0, 1):
        start = page.index(f'name="gap_{place}"')
        listed = page[start : page.index("</select>", start)]
        assert all(year in listed for year in ("1990", "1992", "1994", "1999"))
        assert "selected" not in listed.replace('value="" selected', "")


def test_half_right_is_told_gap_by_gap(student, student_client):
    attempt = begin_gaps(student)

    page = student_client.post(address(attempt), sent({"gap_0": "1992", "gap_1": "1999"}), headers=HTMX)

    assert attempt.responses.get().credit == 0.5
    assert attempt.responses.get().given == ["1992", "1999"]
    assert "You answered 1999" in page.content.decode()
    assert "1 of 2 gaps right." in page.content.decode()


def test_chosen_words_are_kept_by_their_place(student, student_client):
    attempt = begin_gaps(student, ["1990", "1992", "1994", "1999"])
    shown = attempt.responses.get().as_shown
    places = {f"gap_{gap}": shown.options.index(year) for gap, year in enumerate(("1992", "1994"))}

    student_client.post(address(attempt), sent(places))

    assert attempt.responses.get().credit == 1.0


@pytest.mark.parametrize(
    "answer", [{"gap_0": "1992"}, {"text": "1992"}, {"choice": "0"}, {"gap_0": "1992", "gap_1": ""}]
)
def test_a_form_without_every_gap_is_refused_and_given_back(student, student_client, answer):
    attempt = begin_gaps(student)

    page = student_client.post(address(attempt), sent(answer), headers=HTMX)

    assert page.status_code == 422
    assert "Fill every gap first." in page.content.decode()
    assert attempt.responses.get().answered is None
    assert answer.get("gap_0", "") in page.content.decode()


@pytest.mark.parametrize(
    ("language", "credit"), [("de", 0.0), ("en-gb", 1.0), ("", 1.0), ("de-AT,de;q=0.9,en;q=0.5", 0.0)]
)
def test_numbers_are_read_in_the_language_of_the_browser(student, student_client, language, credit):
    attempt = begin(student, "numeric")

    student_client.post(address(attempt), sent({"text": "1,992"}), headers={"Accept-Language": language})

    assert attempt.responses.get().credit == credit


@pytest.fixture(params=[None, ["1990", "1992", "1994", "1999"]], ids=["typed", "chosen"])
def attempt(request, student):
    return begin_gaps(student, request.param)


@ONE_BY_ONE
@given(carried=CARRIED, form=FORMS)
def test_any_form_fills_every_gap_or_is_refused_with_a_message(attempt, student, carried, form):
    with transaction.atomic():
        reply = send(student, attempt, sent({}) | carried | form)
        response = attempt.responses.get()
        transaction.set_rollback(True)

    if response.answered:
        assert reply.status_code == 302
        assert response.given is None or engine.grade(response.as_shown, response.given).credit == response.credit
    else:
        assert reply.status_code in {409, 422}
        assert 'class="error"' in reply.content.decode() or "notice warn" in reply.content.decode()


def test_the_result_tells_each_gap(student, student_client, attempt):
    response = attempt.responses.get()
    wrong = [0] * 2 if response.as_shown.options else ["1812", "1994"]
    attempt.answer(1, wrong, timezone.now())

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "Gap 1:" in page
    assert "You answered" in page


def test_a_saved_answer_can_be_changed_and_tells_nothing(student, student_client):
    article = ArticleFactory()
    question = QuestionFactory(article=article, kind="cloze", stem=STEM)
    AcceptedFactory(question=question, text="1994", gap=1)
    quiz = QuizFactory(articles=[article], owner=student, length=1, feedback="end")
    attempt = Attempt.objects.start(student, quiz, 1, 5, timezone.now())
    attempt.answer(1, ["1812", "1815"], timezone.now())

    page = student_client.get(address(attempt)).content.decode()

    assert 'value="1812"' in page
    assert 'value="1815"' in page
    assert "1994" not in page
    assert "right" not in page.partition("<form")[2].partition("</form>")[0]
