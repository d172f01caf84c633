"""The desk for facts."""

import pytest
from django.urls import reverse

from quizzes.forms.fact import NOT_FOUND
from quizzes.models import Fact, Question
from tests.admin.desk import errors, told, values
from tests.factories import SENTENCE, TEXT, ArticleFactory, FactFactory, QuestionFactory

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/quizzes/fact/", "/admin/quizzes/fact/add/"
LAST = "Beta joined the Alpha Pact in 1999."


@pytest.fixture
def fact(teacher):
    return FactFactory(article=ArticleFactory(owner=teacher))


def address(fact, what="change"):
    return reverse(f"admin:quizzes_fact_{what}", args=[fact.pk])


def save(client, fact, **changes):
    return client.post(address(fact), values(client.get(address(fact))) | changes, follow=True)


def test_list_shows_own_facts_only(teacher_client, fact):
    FactFactory()

    assert list(teacher_client.get(LIST).context["cl"].queryset) == [fact]


def test_foreign_fact_leads_back(teacher_client):
    assert teacher_client.get(address(FactFactory()))["Location"] == reverse("admin:index")


@pytest.mark.parametrize("number", [1, 50])
def test_list_needs_the_same_queries_for_any_number(teacher_client, fact, number, django_assert_max_num_queries):
    FactFactory.create_batch(number, article=fact.article)

    with django_assert_max_num_queries(10):
        teacher_client.get(LIST)


def test_teacher_writes_a_fact(teacher_client, fact):
    data = values(teacher_client.get(ADD)) | {"article": fact.article_id, "kind": "action", "statement": LAST}

    page = teacher_client.post(ADD, data | {"evidence-0-quote": LAST}, follow=True)

    assert page.status_code == 200
    written = Fact.objects.get(statement=LAST)
    assert (written.origin, written.paragraph, written.key[0]) == ("teacher", 1, "t")
    assert written.evidence.get().start == TEXT.index(LAST)


def test_fact_of_another_teachers_article_is_refused(teacher_client):
    data = {"article": ArticleFactory().pk, "kind": "action", "statement": LAST, "evidence-0-quote": LAST}

    page = teacher_client.post(ADD, values(teacher_client.get(ADD)) | data)

    assert "Select a valid choice" in errors(page)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence-0-quote": "The Alpha Pact was torn up."}, NOT_FOUND),
        ({"evidence-0-DELETE": "on"}, "A fact needs the sentence that proves it."),
        ({"statement": ""}, "This field is required."),
    ],
)
def test_save_is_refused_with_the_reason(teacher_client, fact, changes, reason):
    page = save(teacher_client, fact, **changes)

    assert reason in errors(page)
    assert Fact.objects.get().evidence.get().quote == SENTENCE


def test_new_evidence_moves_the_fact_to_its_paragraph(teacher_client, fact):
    save(teacher_client, fact, **{"evidence-0-quote": LAST})

    assert Fact.objects.get().paragraph == 1


def test_new_evidence_checks_the_questions_again(teacher_client, fact):
    question = QuestionFactory(article=fact.article, fact=fact)

    page = save(teacher_client, fact, **{"evidence-0-quote": LAST})

    assert "key_in_evidence" in Question.objects.get(pk=question.pk).failed_proofs
    assert "1 of its questions fails a check now: see Questions." in told(page)


def test_fact_keeps_its_article(teacher_client, teacher, fact):
    save(teacher_client, fact, article=ArticleFactory(owner=teacher).pk)

    assert Fact.objects.get().article_id == fact.article_id


def test_teacher_retires_rather_than_deletes_facts(teacher_client, fact):
    assert teacher_client.post(address(fact, "delete"), {"post": "yes"}).status_code == 403
    assert Fact.objects.filter(pk=fact.pk).exists()


def test_desk_says_which_model_proposed_a_fact(teacher_client, fact):
    Fact.objects.update(origin="model", model="small-7b")

    assert "Proposed by a language model: small-7b" in teacher_client.get(address(fact)).text
    assert "Proposed by a language model: small-7b" in teacher_client.get(LIST).text


def test_facts_are_narrowed_by_origin(teacher_client, fact):
    other = FactFactory(article=fact.article, origin="teacher")

    page = teacher_client.get(LIST, {"origin": "teacher"})

    assert list(page.context["cl"].queryset) == [other]


def test_origins_that_no_row_has_are_not_offered(teacher_client, fact):
    FactFactory(origin="model", model="small-7b")

    assert "language model" not in teacher_client.get(LIST).text
