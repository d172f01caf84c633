"""The passage in which a proof is to be found, screen by screen."""

import re

import pytest
from django.urls import reverse

from tests.views.taking import HTMX, address, begin, sent

pytestmark = pytest.mark.django_db


def test_passage_is_asked_in_the_order_and_paragraphs_of_the_article(student, student_client):
    attempt = begin(student, "find_evidence")

    page = student_client.get(address(attempt)).content.decode()

    sentences = ["Beta called", "The Alpha Pact was signed in 1992", "It came into", "Others followed", "Gamma did"]
    assert sorted(sentences, key=page.index) == sentences
    assert page.count('<div class="passage-paragraph">') == 2
    assert page.count('type="radio"') == 5


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_feedback_marks_the_proof_and_the_choice_in_the_passage(student, student_client, headers):
    attempt = begin(student, "find_evidence")

    page = student_client.post(address(attempt), sent({"choice": "2"}), headers=headers, follow=True).content.decode()

    assert "Close: the sentence before yours proves it." in page
    assert '<p class="choice-text"><mark>The Alpha Pact was signed in 1992.</mark></p>' in page
    assert re.findall(r"</span>(Proves it|Your choice)[^<]*</span>", page) == ["Proves it", "Your choice"]


def test_feedback_links_both_sentences_to_their_places_in_the_article(student, student_client):
    attempt = begin(student, "find_evidence")
    article = reverse("article_read", args=[attempt.quiz.articles.get().pk])

    page = student_client.post(address(attempt), sent({"choice": "4"}), headers=HTMX).content.decode()

    assert f'href="{article}#p0:~:text=The%20Alpha%20Pact' in page
    assert f'href="{article}#p1:~:text=Gamma%20did%20not.' in page


def test_feedback_does_not_show_the_passage_twice(student, student_client):
    attempt = begin(student, "find_evidence")

    page = student_client.post(address(attempt), sent({"choice": "4"}), headers=HTMX).content.decode()

    assert page.count("<mark>The Alpha Pact was signed in 1992.</mark>") == 1


def test_proof_of_two_sentences_is_ticked_and_half_of_it_earns_half(student, student_client):
    attempt = begin(student, "find_evidence")
    response = attempt.responses.get()
    response.shown["key"] = [1, 3]
    response.save()

    page = student_client.get(address(attempt)).content.decode()
    student_client.post(address(attempt), sent({"choice": ["1"]}))

    assert page.count('type="checkbox" name="choice"') == 5
    assert attempt.responses.get().credit == 0.5


@pytest.mark.parametrize("key", [[1], [1, 3]], ids=["one", "several"])
def test_a_saved_choice_is_marked_when_the_question_is_opened_again(student, student_client, key):
    attempt = begin(student, "find_evidence", quiz={"feedback": "end"})
    response = attempt.responses.get()
    response.shown["key"] = key
    response.save()

    student_client.post(address(attempt, response.position), sent({"choice": ["3"]}))

    page = student_client.get(address(attempt, response.position)).content.decode()
    assert re.findall(r'value="(\d)"[^>]* checked', page) == ["3"]
    assert "<mark>" not in page


def test_result_names_the_sentence_chosen_and_the_one_that_proves_it(student, student_client):
    attempt = begin(student, "find_evidence")
    student_client.post(address(attempt), sent({"choice": "4"}))

    page = student_client.get(reverse("attempt_result", args=[attempt.pk])).content.decode()

    assert "Gamma did not." in page
    assert "The Alpha Pact was signed in 1992." in page
