"""The desk for questions."""

import pytest
from django.urls import reverse

from quizzes.models import Fact, Question
from tests.admin.desk import errors, told, values
from tests.factories import ArticleFactory, FactFactory, QuestionFactory

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/quizzes/question/", "/admin/quizzes/question/add/"


@pytest.fixture
def article(teacher):
    return ArticleFactory(owner=teacher)


@pytest.fixture
def question(article):
    return QuestionFactory(article=article, status="draft", fact=FactFactory(article=article, status="draft"))


def address(question, what="change"):
    return reverse(f"admin:quizzes_question_{what}", args=[question.pk])


def save(client, question, **changes):
    """Send the change page back with some values changed."""
    data = values(client.get(address(question)))
    return client.post(address(question), data | changes, follow=True)


def act(client, action, *questions):
    data = {"action": action, "_selected_action": [one.pk for one in questions]}
    return client.post(LIST, data, follow=True)


def new(article, kind, **answers):
    """Return what is sent for a new question, empty rows included."""
    page = {"article": article.pk, "kind": kind, "level": "recall", "status": "draft", "difficulty": "0.5"}
    page |= {"stem": "In which year was the Alpha Pact signed?", "facts": [FactFactory(article=article).pk]}
    return page | answers


def test_list_shows_own_questions_only(teacher_client, question):
    QuestionFactory(stem="Whose is this?")

    page = teacher_client.get(LIST)

    assert list(page.context["cl"].queryset) == [question]
    assert "Whose is this?" not in page.text


def test_admin_sees_every_question(admin_client, question):
    other = QuestionFactory()

    assert set(admin_client.get(LIST).context["cl"].queryset) == {question, other}


@pytest.mark.parametrize("what", ["change", "delete"])
def test_foreign_question_leads_back(teacher_client, what):
    assert teacher_client.get(address(QuestionFactory(), what))["Location"] == reverse("admin:index")


def test_foreign_history_leads_back(teacher_client):
    answer = teacher_client.get(address(QuestionFactory(), "history"))

    assert answer.status_code == 302


def test_foreign_preview_does_not_exist(teacher_client):
    assert teacher_client.get(address(QuestionFactory(), "preview")).status_code == 404


def test_foreign_questions_are_not_acted_on(teacher_client, question):
    other = QuestionFactory(status="draft")

    act(teacher_client, "approve", other)

    other.refresh_from_db()
    assert other.status == "draft"


def test_students_have_no_desk(student_client):
    assert student_client.get(LIST).status_code in {302, 403}


@pytest.mark.parametrize("number", [1, 50])
def test_list_needs_the_same_queries_for_any_number(teacher_client, article, number, django_assert_max_num_queries):
    QuestionFactory.create_batch(number, article=article, fact=FactFactory(article=article))

    with django_assert_max_num_queries(10):
        teacher_client.get(LIST)


@pytest.mark.parametrize("words", ["Beta joined", "Explained thus", "Gamma"])
def test_search_finds_stem_explanation_and_answers(teacher_client, question, article, words):
    found = QuestionFactory(
        article=article, kind="multiple_choice", stem="Who was there when Beta joined?", explanation="Explained thus."
    )

    page = teacher_client.get(LIST, {"q": words})

    assert list(page.context["cl"].queryset) == [found]


@pytest.mark.parametrize(
    "query", [{"status__exact": "draft"}, {"kind__exact": "single_choice"}, {"proofs": "failed"}, {"level": "recall"}]
)
def test_filters_keep_what_fits(teacher_client, question, article, query):
    Question.objects.filter(pk=question.pk).update(failed_proofs=["self_contained"])
    QuestionFactory(article=article, kind="cloze", level="understanding", status="approved")

    assert list(teacher_client.get(LIST, query).context["cl"].queryset) == [question]


def test_filter_by_article_names_own_articles(teacher_client, article, question):
    other = ArticleFactory(owner=article.owner, title="Mine too")
    ArticleFactory(title="Not mine at all")

    page = teacher_client.get(LIST, {"article__id__exact": other.pk})

    assert not page.context["cl"].queryset.exists()
    assert "Mine too" in page.text
    assert "Not mine at all" not in page.text


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_saving_without_a_change_changes_nothing(teacher_client, article, kind):
    question = QuestionFactory(article=article, kind=kind, stem="The Alpha Pact was signed in ____.")
    before = question.as_engine()

    page = save(teacher_client, question)

    after = Question.objects.get().as_engine()
    assert page.status_code == 200
    assert (after.choices, after.key, after.options, after.accept) == (
        before.choices,
        before.key,
        before.options,
        before.accept,
    )


def test_change_page_shows_the_evidence_and_the_way_to_the_preview(teacher_client, question):
    page = teacher_client.get(address(question))

    assert "<mark>The Alpha Pact was signed in 1992.</mark>" in page.text
    assert address(question, "preview") in page.text
    assert "It came into force in 1994." in page.text


def test_change_page_offers_the_facts_of_its_article(teacher_client, question, article):
    other = FactFactory(article=ArticleFactory(owner=article.owner))

    offered = teacher_client.get(address(question)).context["adminform"].form.fields["facts"].queryset

    assert set(offered) == set(article.facts.all())
    assert other not in offered


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"choices-0-is_key": ""}, "Mark exactly one choice as the key."),
        ({"choices-1-is_key": "on"}, "Mark exactly one choice as the key."),
        ({"choices-1-text": "1992 "}, "Two choices are equal"),
        ({"facts": []}, "Choose the fact that the question tests"),
        ({"stem": ""}, "This field is required."),
    ],
)
def test_save_is_refused_with_the_reason(teacher_client, question, changes, reason):
    page = save(teacher_client, question, **changes)

    assert reason in errors(page)
    assert Question.objects.get().as_engine() == question.as_engine()


def test_typed_question_without_an_answer_is_refused(teacher_client, article):
    question = QuestionFactory(article=article, kind="short_answer")

    page = save(teacher_client, question, **{"accepted-0-DELETE": "on"})

    assert "Give at least one accepted answer" in errors(page)


def test_fact_without_evidence_refuses_the_save(teacher_client, question):
    Fact.objects.get().evidence.all().delete()

    assert "has no evidence in the article yet" in errors(save(teacher_client, question, stem="When was it signed?"))


def test_choices_change_places(teacher_client, article):
    question = QuestionFactory(article=article, kind="ordering")

    save(teacher_client, question, **{"choices-0-order": "2", "choices-1-order": "1"})

    assert question.choices.get(position=0).text == "The pact came into force"


def test_saving_checks_the_question_again(teacher_client, question):
    page = save(teacher_client, question, stem="When was it signed?")

    question.refresh_from_db()
    assert question.failed_proofs != []
    assert "Checks that fail now" in told(page)[0]


def test_approving_in_the_form_approves_the_facts(teacher_client, question):
    save(teacher_client, question, status="approved")

    assert Fact.objects.get().status == "approved"
    assert question in Question.objects.askable()


def test_add_page_shows_rows_for_every_kind(teacher_client):
    page = teacher_client.get(ADD)

    prefixes = [inline.formset.prefix for inline in page.context["inline_admin_formsets"]]
    assert prefixes == ["choices", "accepted"]
    assert 'name="choices-3-text"' in page.text
    assert 'name="accepted-0-text"' in page.text


def test_add_page_offers_own_articles_and_facts(teacher_client, article):
    own, other = FactFactory(article=article), FactFactory()

    fields = teacher_client.get(ADD).context["adminform"].form.fields

    assert list(fields["article"].queryset) == [article]
    assert list(fields["facts"].queryset) == [own]
    assert other not in fields["facts"].queryset


def test_new_choice_question_is_stored_without_its_empty_rows(teacher_client, teacher, article):
    data = values(teacher_client.get(ADD)) | new(article, "single_choice")
    data |= {"choices-0-text": "1992", "choices-0-is_key": "on", "choices-1-text": "1994"}

    page = teacher_client.post(ADD, data, follow=True)

    stored = Question.objects.get()
    assert page.status_code == 200
    assert list(stored.choices.values_list("text", "is_key", "position")) == [("1992", True, 0), ("1994", False, 1)]
    assert not stored.accepted.exists()
    assert stored.key.startswith("t")
    assert stored.history.latest().history_user == teacher


def test_new_typed_question_is_stored(teacher_client, article):
    data = values(teacher_client.get(ADD)) | new(article, "numeric")
    data |= {"accepted-0-text": "1992", "accepted-0-number": "1992"}

    teacher_client.post(ADD, data)

    assert Question.objects.get().accepted.get().number == 1992


@pytest.mark.parametrize(("kind", "reason"), [("numeric", "accepted answer"), ("matching", "at least 2 choices")])
def test_new_question_without_answers_is_refused(teacher_client, article, kind, reason):
    page = teacher_client.post(ADD, values(teacher_client.get(ADD)) | new(article, kind))

    assert reason in errors(page)
    assert not Question.objects.exists()


def test_new_question_without_anything_is_refused(teacher_client):
    page = teacher_client.post(ADD, values(teacher_client.get(ADD)))

    assert page.status_code == 200
    assert "This field is required." in errors(page)


def test_selected_questions_are_approved_with_their_facts(teacher_client, teacher, question):
    page = act(teacher_client, "approve", question)

    question.refresh_from_db()
    assert (question.status, Fact.objects.get().status) == ("approved", "approved")
    assert told(page) == ["1 question approved."]
    assert question.history.latest().history_user == teacher


def test_questions_without_evidence_are_not_approved(teacher_client, question):
    Fact.objects.get().evidence.all().delete()

    page = act(teacher_client, "approve", question)

    question.refresh_from_db()
    assert question.status == "draft"
    assert "1 left out: a fact has no evidence." in told(page)


def test_questions_on_retired_facts_are_not_approved(teacher_client, question):
    Fact.objects.update(status="retired")

    page = act(teacher_client, "approve", question)

    question.refresh_from_db()
    assert (question.status, Fact.objects.get().status) == ("draft", "retired")
    assert "1 left out: a fact is retired." in told(page)


@pytest.mark.parametrize(("action", "status"), [("retire", "retired"), ("redraft", "draft")])
def test_selected_questions_are_taken_back(teacher_client, article, action, status):
    questions = QuestionFactory.create_batch(2, article=article, fact=FactFactory(article=article))

    page = act(teacher_client, action, *questions)

    assert set(Question.objects.values_list("status", flat=True)) == {status}
    assert told(page)[0].startswith("2 questions")


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_preview_shows_both_sides(teacher_client, article, kind):
    question = QuestionFactory(article=article, kind=kind)

    page = teacher_client.get(address(question, "preview"))

    assert question.stem in page.text
    assert question.explanation in page.text
    assert "<mark>The Alpha Pact was signed in 1992.</mark>" in page.text


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_preview_asks_by_the_fields_that_students_get(teacher_client, article, kind):
    question = QuestionFactory(article=article, kind=kind)

    page = teacher_client.get(address(question, "preview"))

    names = [bound.html_name for bound in page.context["form"]]
    assert [name for name in names if f'name="{name}"' not in page.text] == []


def test_preview_of_matching_begins_with_nothing_chosen(teacher_client, article):
    question = QuestionFactory(article=article, kind="matching")

    page = teacher_client.get(address(question, "preview")).text

    assert page.count('<option value="" selected>Choose…</option>') == 3


def test_preview_shows_an_order_to_find_in_one_that_is_shuffled_and_stays(teacher_client, article):
    questions = QuestionFactory.create_batch(6, article=article, kind="ordering")

    shown, again = (
        [teacher_client.get(address(one, "preview")).context["form"].question.choices for one in questions]
        for _ in range(2)
    )

    assert shown == again
    assert len(set(shown)) > 1


def test_history_shows_who_changed_what(teacher, teacher_client, question):
    save(teacher_client, question, stem="When was the Alpha Pact signed?", **{"choices-1-text": "1990"})

    page = teacher_client.get(address(question, "history"))

    assert teacher.username in page.text
    assert "In which year was the Alpha Pact signed? → When was the Alpha Pact signed?" in page.text
    assert "1991 → 1990" in page.text


def test_history_shows_deleted_choices(teacher_client, question):
    save(teacher_client, question, **{"choices-3-DELETE": "on"})

    assert "Choice deleted: 1999" in teacher_client.get(address(question, "history")).text


@pytest.mark.parametrize("page", ["list", "add", "change", "history", "preview", "delete"])
def test_pages_keep_to_the_content_security_policy(teacher_client, question, page):
    where = {"list": LIST, "add": ADD}.get(page) or address(question, page)

    answer = teacher_client.get(where)

    assert answer.status_code == 200
    for inline in ("<script>", "<style", ' style="', " onclick=", " onload="):
        assert inline not in answer.text


def test_desk_says_which_model_proposed_a_question(teacher_client, question):
    Question.objects.update(origin="model", model="small-7b")

    assert "Proposed by a language model: small-7b" in teacher_client.get(address(question)).text
    assert "Proposed by a language model: small-7b" in teacher_client.get(LIST).text


def test_question_of_a_teacher_is_marked_so(teacher_client, article):
    data = values(teacher_client.get(ADD)) | new(article, "short_answer") | {"accepted-0-text": "1992"}

    teacher_client.post(ADD, data)

    assert Question.objects.get().origin == "teacher"
