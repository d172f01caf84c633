"""The desk for quizzes: all settings of how one is taken."""

import pytest
from django.urls import reverse

from quizzes.models import Quiz
from tests.admin.desk import errors, told, values
from tests.factories import ArticleFactory, AssignmentFactory, QuestionFactory, QuizFactory

pytestmark = pytest.mark.django_db


def url(model, what, *args):
    return reverse(f"admin:quizzes_{model}_{what}", args=args)


def fields(client, model):
    return client.get(url(model, "add")).context["adminform"].form.fields


def test_quiz_is_made_of_articles_the_teacher_may_read(teacher, teacher_client):
    own, public = ArticleFactory(owner=teacher, visibility="private"), ArticleFactory(visibility="public")
    ArticleFactory(visibility="private")

    assert set(fields(teacher_client, "quiz")["articles"].queryset) == {own, public}


def test_new_quiz_belongs_to_whoever_makes_it(teacher, teacher_client):
    data = values(teacher_client.get(url("quiz", "add")))
    data |= {"title": "Canals", "articles": [ArticleFactory().pk], "kinds": ["cloze", "numeric"]}

    teacher_client.post(url("quiz", "add"), data)

    quiz = Quiz.objects.get()
    assert (quiz.owner, quiz.kinds, quiz.length) == (teacher, ["cloze", "numeric"], 10)


@pytest.mark.parametrize("length", ["0", "101"])
def test_quiz_of_impossible_length_is_refused(teacher_client, length):
    data = values(teacher_client.get(url("quiz", "add")))

    page = teacher_client.post(url("quiz", "add"), data | {"title": "Canals", "length": length})

    assert "Ensure this value is" in errors(page)


def test_practice_quizzes_are_not_on_the_desk(teacher, teacher_client):
    Quiz.objects.practice(ArticleFactory(owner=teacher))

    assert not teacher_client.get(url("quiz", "changelist")).context["cl"].queryset.exists()


def test_every_setting_is_kept(teacher, teacher_client):
    article = ArticleFactory(owner=teacher)
    settings = {
        "title": "Canals", "articles": [article.pk], "selection": "rule", "length": 12, "kinds_wanted": 4,
        "understanding": 33, "feedback": "due", "attempts_allowed": 2, "counts": "average", "time_limit": 45,
        "grace": 20, "one_way": "on", "pass_mark": 60, "hint_remove": "on", "hint_paragraph": "on", "hint_cost": 40,
        "certainty": "on",
    }  # fmt: skip

    teacher_client.post(url("quiz", "add"), settings)

    kept = Quiz.objects.values(*settings).get()
    assert kept == settings | dict.fromkeys(("one_way", "hint_remove", "hint_paragraph", "certainty"), True) | {
        "articles": article.pk
    }


def changed(client, quiz, **data):
    page = url("quiz", "change", quiz.pk)
    return client.post(page, values(client.get(page)) | data, follow=True)


@pytest.fixture
def drawn(teacher):
    """A quiz whose rule has drawn ten facts of sixty."""
    article = ArticleFactory(owner=teacher)
    QuestionFactory.create_batch(60, article=article)
    quiz = QuizFactory(owner=teacher, articles=[article])
    quiz.fill()
    return quiz


def slots(quiz):
    return list(quiz.slots.values_list("question", flat=True))


def test_a_change_of_the_rule_draws_anew(teacher_client, drawn):
    before = slots(drawn)

    changed(teacher_client, drawn, length=12)

    assert len(slots(drawn)) == 12
    assert slots(drawn)[:10] != before


def test_a_change_of_anything_else_keeps_the_questions(teacher_client, drawn):
    before = slots(drawn)

    changed(teacher_client, drawn, time_limit=20)

    assert slots(drawn) == before


def test_a_list_without_questions_leads_to_them(teacher_client, drawn):
    drawn.slots.all().delete()

    page = changed(teacher_client, drawn, selection="list")

    assert any("choose its questions" in message for message in told(page))


@pytest.mark.parametrize(("feedback", "is_warned"), [("due", True), ("end", False)])
def test_results_that_wait_for_no_due_date_are_warned_of(teacher_client, drawn, feedback, is_warned):
    AssignmentFactory(quiz=drawn, course__name="Form 7b")

    page = changed(teacher_client, drawn, feedback=feedback)

    assert any("There is none for Form 7b" in message for message in told(page)) is is_warned


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kinds": ["cloze"], "kinds_wanted": 3}, "it cannot ask 3 different ones"),
        ({"pass_mark": 101}, "less than or equal to 100"),
        ({"grace": -1}, "greater than or equal to 0"),
        ({"hint_cost": 101}, "less than or equal to 100"),
        ({"feedback": "never"}, "not one of the available choices"),
    ],
)
def test_settings_that_cannot_be_are_refused(teacher_client, drawn, data, words):
    assert words in errors(changed(teacher_client, drawn, **data))
