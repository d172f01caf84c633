"""A teacher chooses what a quiz asks."""

import pytest
from django.urls import reverse

from quizzes.models import Question
from tests.factories import ArticleFactory, AttemptFactory, QuestionFactory, QuizFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(teacher):
    article = ArticleFactory(owner=teacher)
    QuestionFactory.create_batch(3, article=article)
    return QuizFactory(owner=teacher, articles=[article])


def page_of(quiz):
    return reverse("quiz_questions", args=[quiz.pk])


def places(quiz, *numbers):
    pks = [one.pk for one in quiz.pool()]
    return {f"place_{pk}": number for pk, number in zip(pks, numbers, strict=True)}


def test_the_questions_to_choose_from_are_shown(teacher_client, quiz):
    page = teacher_client.get(page_of(quiz))

    assert page.content.decode().count('name="place_') == 3


def test_a_list_is_saved_in_the_order_of_its_numbers(teacher_client, quiz):
    first, _, third = Question.objects.order_by("pk")

    reply = teacher_client.post(page_of(quiz), places(quiz, "9", "", "2"))

    assert reply.status_code == 302
    assert [slot.question for slot in quiz.slots.all()] == [third, first]


def test_a_saved_list_is_shown_with_its_places(teacher_client, quiz):
    teacher_client.post(page_of(quiz), places(quiz, "9", "", "2"))

    initial = [field.value() for _, field in teacher_client.get(page_of(quiz)).context["form"].rows()]

    assert initial == [2, None, 1]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [(("", "", ""), "Give at least one question a place."), (("x", "", "1"), "whole number"), (("0", "", ""), "1")],
)
def test_a_list_that_is_none_is_refused_and_given_back(teacher_client, quiz, numbers, words):
    page = teacher_client.post(page_of(quiz), places(quiz, *numbers))

    assert page.status_code == 422
    assert words in page.content.decode()
    assert not quiz.slots.exists()
    assert f'value="{numbers[0]}"' in page.content.decode() or not numbers[0]


def test_a_question_of_another_article_cannot_be_chosen(teacher_client, quiz):
    other = QuestionFactory()

    page = teacher_client.post(page_of(quiz), places(quiz, "", "", "") | {f"place_{other.pk}": "1"})

    assert page.status_code == 422


def test_the_rule_draws_on_demand(teacher_client, quiz):
    teacher_client.post(reverse("quiz_redraw", args=[quiz.pk]))

    assert quiz.slots.count() == 3


def test_nothing_is_drawn_for_a_list(teacher_client, quiz):
    teacher_client.post(page_of(quiz), places(quiz, "1", "", ""))

    page = teacher_client.post(reverse("quiz_redraw", args=[quiz.pk]), follow=True)

    assert "nothing was drawn" in page.content.decode()
    assert quiz.slots.count() == 1


def test_an_empty_form_is_refused_with_a_message(teacher_client, quiz):
    page = teacher_client.post(page_of(quiz))

    assert page.status_code == 422
    assert "Give at least one question a place." in page.content.decode()


def test_what_the_rule_lacks_is_said(teacher_client, quiz):
    teacher_client.post(reverse("quiz_redraw", args=[quiz.pk]))

    assert "questions for 3 of the 10 facts you want" in teacher_client.get(page_of(quiz)).content.decode()


def test_a_quiz_that_has_begun_says_so(teacher_client, quiz):
    AttemptFactory(quiz=quiz)

    assert "1 attempt has begun" in teacher_client.get(page_of(quiz)).content.decode()


@pytest.mark.parametrize("name", ["quiz_questions", "quiz_redraw"])
def test_the_quiz_of_another_teacher_is_not_found(client, quiz, name):
    client.force_login(UserFactory(groups=["teacher"]))

    assert client.post(reverse(name, args=[quiz.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 50])
def test_the_page_needs_the_same_queries_for_any_number(teacher, teacher_client, number, django_assert_num_queries):
    article = ArticleFactory(owner=teacher)
    QuestionFactory.create_batch(number, article=article)
    quiz = QuizFactory(owner=teacher, articles=[article], length=number)
    quiz.fill()

    with django_assert_num_queries(8):
        teacher_client.get(page_of(quiz))
