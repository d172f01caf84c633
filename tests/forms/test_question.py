"""What a question must have before a teacher's change is saved."""

import pytest
from django import forms
from django.forms import inlineformset_factory

from quizzes.forms.question import (
    AcceptedFormSet,
    AcceptedRowForm,
    AnswerRowForm,
    ChoiceFormSet,
    QuestionForm,
    accepted_problems,
    choice_problems,
)
from quizzes.models import Accepted, Choice, Fact, Question
from tests.factories import ArticleFactory, FactFactory, QuestionFactory

CHOICES = inlineformset_factory(
    Question,
    Choice,
    form=AnswerRowForm,
    formset=ChoiceFormSet,
    fields=("text", "is_key", "pair", "note"),
    extra=0,
    widgets={"text": forms.TextInput},
)
ACCEPTED = inlineformset_factory(
    Question,
    Accepted,
    form=AcceptedRowForm,
    formset=AcceptedFormSet,
    fields=("text", "number", "tolerance", "credit"),
    extra=0,
)


def rows(*texts, keys=(0,), pairs=()):
    return [
        {"text": text, "is_key": index in keys, "pair": pairs[index] if pairs else ""}
        for index, text in enumerate(texts)
    ]


def placed(*paragraphs):
    """Two sentences, each with its paragraph."""
    return [row | {"paragraph": number} for row, number in zip(rows("First.", "Second."), paragraphs, strict=True)]


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("single_choice", rows("1992", "1994")),
        ("multiple_choice", rows("Beta", "Gamma", "Delta", keys=(0, 1))),
        ("true_false", rows("True", "False", keys=(1,))),
        ("matching", rows("Signed", "In force", keys=(), pairs=("1992", "1994"))),
        ("ordering", rows("First", "Second", keys=())),
        ("find_evidence", rows("First.", "Second.", "Third.", keys=(0, 2))),
        ("find_evidence", placed(3, 3)),
        ("cloze", []),
    ],
)
def test_choices_that_fit_have_no_problem(kind, choices):
    assert choice_problems(kind, choices) == []


@pytest.mark.parametrize(
    ("kind", "choices", "problem"),
    [
        ("single_choice", rows("1992", "1994", keys=()), "Mark exactly one choice as the key."),
        ("single_choice", rows("1992", "1994", keys=(0, 1)), "Mark exactly one choice as the key."),
        ("true_false", rows("True", "False", keys=(0, 1)), "Mark exactly one choice as the key."),
        ("single_choice", rows("Beta", "beta "), "Two choices are equal: “beta”."),
        ("single_choice", rows("1992"), "A question of this kind needs at least 2 choices."),
        ("single_choice", rows("A", "B", pairs=("1", "")), "Only the choices of a matching question have pairs"),
        ("multiple_choice", rows("A", "B", keys=()), "Mark at least one choice as key"),
        ("multiple_choice", rows("A", "B", keys=(0, 1)), "leave at least one that is not"),
        ("true_false", rows("False", "True"), "in this order"),
        ("find_evidence", rows("A", "B", keys=()), "Mark at least one choice as key"),
        ("find_evidence", placed(0, None), "Give the paragraph of every sentence, or of none."),
        ("find_evidence", placed(2, 1), "Keep the sentences in the order of the article"),
        ("single_choice", placed(0, 0), "Only sentences of the article have a paragraph."),
        ("matching", rows("A", "B", pairs=("1", "")), "Give each choice the pair it belongs to."),
        ("matching", rows("A", "B", pairs=("One", "one")), "Two pairs are equal: “one”."),
        ("cloze", rows("A"), "A typed question has no choices."),
    ],
)
def test_choices_that_do_not_fit_are_named(kind, choices, problem):
    assert any(problem in found for found in choice_problems(kind, choices))


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [("cloze", [{"text": "1992"}]), ("numeric", [{"text": "12", "number": 12}]), ("ordering", [])],
)
def test_answers_that_fit_have_no_problem(kind, accepted):
    assert accepted_problems(kind, accepted) == []


@pytest.mark.parametrize(
    ("kind", "accepted", "problem"),
    [
        ("short_answer", [], "Give at least one accepted answer"),
        ("numeric", [{"text": "twelve", "number": None}], "needs its number"),
        ("cloze", [{"text": "Beta"}, {"text": "BETA"}], "Two accepted answers are equal"),
        ("single_choice", [{"text": "Beta"}], "Only typed questions have accepted answers."),
    ],
)
def test_answers_that_do_not_fit_are_named(kind, accepted, problem):
    assert any(problem in found for found in accepted_problems(kind, accepted))


def bound(formset, question, changes=(), **more):
    """Return the formset as the browser sends it back, with some changes by field name."""
    empty = formset(instance=question)
    data = {f"{empty.prefix}-TOTAL_FORMS": len(empty.forms), f"{empty.prefix}-INITIAL_FORMS": len(empty.forms)}
    for form in empty.forms:
        for name in form.fields:
            value = form[name].value()
            if value is not None and value is not False:
                data[form.add_prefix(name)] = getattr(value, "pk", value)
    data |= {f"{empty.prefix}-{name}": value for name, value in dict(changes).items()}
    return formset(data, instance=question)


def texts(question):
    return list(question.choices.order_by("position").values_list("text", flat=True))


@pytest.mark.django_db
def test_choices_change_places():
    question = QuestionFactory(kind="ordering")

    sent = bound(CHOICES, question, {"0-order": 2, "1-order": 1})

    assert sent.is_valid(), sent.errors
    sent.save()
    assert texts(question) == ["The pact came into force", "The pact was signed", "Beta joined"]


@pytest.mark.django_db
def test_choices_exchange_their_texts():
    question = QuestionFactory(kind="single_choice")

    sent = bound(CHOICES, question, {"0-text": "1991", "1-text": "1992"})

    assert sent.is_valid(), sent.errors
    sent.save()
    assert texts(question)[:2] == ["1991", "1992"]


@pytest.mark.django_db
def test_matching_choices_exchange_their_pairs():
    question = QuestionFactory(kind="matching")

    sent = bound(CHOICES, question, {"0-pair": "1994", "1-pair": "1992"})

    assert sent.is_valid(), sent.errors
    sent.save()
    assert list(question.choices.order_by("position").values_list("pair", flat=True)) == ["1994", "1992", "1999"]


@pytest.mark.django_db
def test_new_choice_without_a_number_comes_last():
    question = QuestionFactory(kind="single_choice")
    new = {"TOTAL_FORMS": 5, "4-text": "2002"}

    sent = bound(CHOICES, question, new)

    assert sent.is_valid(), sent.errors
    sent.save()
    assert texts(question)[-1] == "2002"


@pytest.mark.django_db
def test_deleted_choice_makes_room():
    question = QuestionFactory(kind="single_choice")

    sent = bound(CHOICES, question, {"3-DELETE": "on", "1-text": "1999"})

    assert sent.is_valid(), sent.errors
    sent.save()
    assert texts(question) == ["1992", "1999", "1994"]


@pytest.mark.django_db
def test_deleting_the_key_is_refused():
    sent = bound(CHOICES, QuestionFactory(), {"0-DELETE": "on"})

    assert sent.non_form_errors() == ["Mark exactly one choice as the key."]


@pytest.mark.django_db
def test_choice_without_text_is_refused_at_its_box():
    sent = bound(CHOICES, QuestionFactory(), {"1-text": ""})

    assert not sent.is_valid()
    assert sent.errors[1]["text"] == ["This field is required."]


@pytest.mark.django_db
def test_last_accepted_answer_stays():
    sent = bound(ACCEPTED, QuestionFactory(kind="cloze"), {"0-DELETE": "on"})

    assert sent.non_form_errors() == ["Give at least one accepted answer: without one, nobody can be right."]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"), [("credit", "2"), ("credit", "0"), ("tolerance", "-1"), ("number", "twelve")]
)
def test_number_out_of_bounds_is_refused_at_its_box(field, value):
    sent = bound(ACCEPTED, QuestionFactory(kind="numeric"), {f"0-{field}": value})

    assert not sent.is_valid()
    assert list(sent.errors[0]) == [field]


@pytest.mark.django_db
def test_tolerance_needs_a_number():
    sent = bound(ACCEPTED, QuestionFactory(kind="cloze"), {"0-tolerance": "3"})

    assert not sent.is_valid()
    assert sent.errors[0]["number"] == ["Give the number that the tolerance is around."]


def question_form(fact=None, instance=None, **values):
    data = {
        "article": fact.article_id if fact else "",
        "kind": "short_answer",
        "level": "recall",
        "status": "draft",
        "stem": "When was the Alpha Pact signed?",
        "difficulty": "0.5",
        "facts": [fact.pk] if fact else [],
    }
    return QuestionForm(data | values, instance=instance)


@pytest.mark.django_db
def test_complete_question_is_taken():
    sent = question_form(FactFactory())

    assert sent.is_valid(), sent.errors


@pytest.mark.django_db
def test_question_without_a_fact_is_refused():
    assert "facts" in question_form(FactFactory(), facts=[]).errors


@pytest.mark.django_db
def test_question_without_an_article_is_refused():
    assert question_form(FactFactory(), article="").errors["article"] == ["This field is required."]


@pytest.mark.django_db
def test_fact_of_another_article_is_refused():
    sent = question_form(FactFactory(), article=ArticleFactory().pk)

    assert sent.errors["facts"] == ["Choose facts of the question's own article."]


@pytest.mark.django_db
def test_fact_without_evidence_is_refused():
    fact = FactFactory()
    Fact.objects.get(pk=fact.pk).evidence.all().delete()

    assert "has no evidence" in question_form(fact).errors["facts"][0]


@pytest.mark.django_db
def test_cloze_without_a_gap_is_refused():
    sent = question_form(FactFactory(), kind="cloze")

    assert sent.errors["stem"] == ["Write the gap as four underscores: ____"]


@pytest.mark.django_db
@pytest.mark.parametrize("difficulty", ["-0.1", "1.1", "hard"])
def test_difficulty_is_from_0_to_1(difficulty):
    assert "difficulty" in question_form(FactFactory(), difficulty=difficulty).errors
