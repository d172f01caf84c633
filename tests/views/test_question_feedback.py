"""What an answered question tells: the verdict, the proof, and what is wrong."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Question
from tests.factories import FactFactory
from tests.views.taking import HTMX, address, begin, right_form, sent, wrong_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("taken", "said"), [("kk", "Right"), ("k", "Partly right"), ("w", "Wrong"), ("", "Left open")])
def test_verdict_is_announced(student, student_client, taken, said):
    attempt = begin(student, "multiple_choice")
    shown = attempt.responses.get().as_shown
    keys, others = list(shown.key), [index for index in range(4) if index not in shown.key]
    chosen = keys[: taken.count("k")] + others[: taken.count("w")]

    reply = student_client.post(address(attempt), sent({"choice": chosen} if taken else {"leave": "1"}), headers=HTMX)

    assert f'data-announce="{said}. {1 if taken else 0} of 1 answered."' in reply.content.decode()


def test_feedback_shows_evidence_marked_in_its_paragraph(student, student_client):
    attempt = begin(student, "single_choice")
    attempt.answer(1, list(attempt.responses.get().as_shown.key), timezone.now())

    page = student_client.get(address(attempt)).content.decode()

    assert "<mark>The Alpha Pact was signed in 1992.</mark>" in page
    assert "It came into force in 1994." in page


def test_feedback_shows_a_paragraph_that_proves_two_facts_once(student, student_client):
    attempt = begin(student, "single_choice")
    response = attempt.responses.get()
    response.question.facts.add(FactFactory(article=response.question.article))
    attempt.answer(1, list(response.as_shown.key), timezone.now())

    page = student_client.get(address(attempt)).content.decode()

    assert page.count("It came into force in 1994.") == 1


def test_feedback_says_why_the_chosen_answer_is_wrong(student, student_client):
    attempt = begin(student, "single_choice")
    response = attempt.responses.get()
    choice = wrong_form(response)["choice"]
    response.shown["notes"][choice] = "That year belongs to another pact."
    response.save()

    student_client.post(address(attempt), sent({"choice": choice}))

    page = student_client.get(address(attempt)).content.decode()
    assert "That year belongs to another pact." in page
    assert "Wrong, your answer" in page
    assert "Right answer" in page


def test_feedback_shows_where_the_article_tells_of_a_wrong_choice(student, student_client):
    attempt = begin(student, "single_choice")
    response = attempt.responses.get()
    attempt.answer(1, [response.as_shown.choices.index("1999")], timezone.now())

    page = student_client.get(address(attempt)).content.decode()

    assert "Where the article tells of “1999”" in page
    assert "<mark>Beta joined the Alpha Pact in 1999.</mark>" in page
    assert f"{reverse('article_read', args=[response.question.article_id])}#p1:~:text=" in page


def test_feedback_tells_right_from_wrong_in_words(student, student_client):
    attempt = begin(student, "short_answer")

    page = student_client.post(address(attempt), sent({"text": "1812"}), headers=HTMX).content.decode()

    assert 'aria-label="Wrong:"' in page
    assert "<dd>1812</dd>" in page


def verdict_said(page):
    """Return the verdict as it is read out: what the sign is called, and the sentence beside it."""
    line = re.search(r'<h2 class="verdict-line".*?</h2>', page, re.DOTALL)[0]
    named = "".join(re.findall(r'aria-label="([^"]*)"', line))
    return " ".join(f"{named} {re.sub('<[^>]*>', '', line).strip(' ✓~✗')}".split())


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_right_is_said_once(student, student_client, kind):
    attempt = begin(student, kind)

    page = student_client.post(address(attempt), right_form(attempt.responses.get()), headers=HTMX).content.decode()

    assert verdict_said(page).count("Right") == 1


def test_a_part_is_said_to_be_one_once(student, student_client):
    attempt = begin(student, "multiple_choice")
    shown = attempt.responses.get().as_shown

    page = student_client.post(address(attempt), sent({"choice": list(shown.key[:1])}), headers=HTMX).content.decode()

    assert verdict_said(page).count("Partly right") == 1


def test_feedback_moves_focus_to_the_verdict(student, student_client):
    attempt = begin(student, "short_answer")

    page = student_client.post(address(attempt), sent({"text": "1992"}), headers=HTMX).content.decode()

    assert '<h2 class="verdict-line" tabindex="-1" autofocus>' in page


def test_feedback_links_to_an_article_the_learner_may_read(student, student_client):
    attempt = begin(student, "single_choice")
    attempt.answer(1, [0], timezone.now())
    article = attempt.quiz.articles.get()

    linked = student_client.get(address(attempt)).content.decode()
    article.visibility = "private"
    article.save()
    unlinked = student_client.get(address(attempt)).content.decode()

    link = f'href="{reverse("article_read", args=[article.pk])}'
    assert (link in linked, link in unlinked) == (True, False)
