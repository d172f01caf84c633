"""Adding an article, and watching it being read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.tasks import default_task_backend
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Article, Build
from tests.conftest import signed_in
from tests.factories import ArticleFactory, BuildFactory, FactFactory, QuestionFactory, RevisionFactory
from tests.forms.test_article import TEXT

pytestmark = pytest.mark.django_db
ADD = "/articles/add/"
ENDED = {"finished": timezone.now()}


@pytest.fixture(autouse=True)
def empty_queue():
    default_task_backend.clear()


def sent(**values):
    return {"text": TEXT, "title": "The canal", "visibility": "private"} | values


@pytest.fixture
def build(teacher):
    return BuildFactory(revision=RevisionFactory(article=ArticleFactory(owner=teacher, title="The canal")))


def address(build, what="build"):
    return reverse(f"article_{what}", args=[build.revision.article_id])


def test_page_labels_every_field(teacher_client):
    page = teacher_client.get(ADD)

    assert page.status_code == 200
    for name in ("text", "file", "title", "visibility", "author", "publisher", "published", "source_url", "licence"):
        assert f'for="id_{name}"' in page.text


def test_text_becomes_an_article_and_a_queued_task(teacher, teacher_client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = teacher_client.post(ADD, sent())

    article = Article.objects.get()
    assert article.owner == teacher
    assert answer["Location"] == reverse("article_build", args=[article.pk])
    assert [result.args for result in default_task_backend.results] == [[Build.objects.get().pk]]


def test_file_becomes_an_article(teacher_client):
    file = SimpleUploadedFile("canal.txt", TEXT.encode())

    answer = teacher_client.post(ADD, sent(text="", file=file))

    assert answer.status_code == 302
    assert "opened in 1914" in Article.objects.get().revisions.get().text


def test_bad_input_is_given_back(teacher_client):
    page = teacher_client.post(ADD, sent(text="Too short, but mine.", author="A. <Writer>"))

    assert page.status_code == 422
    assert "Too short, but mine." in page.text
    assert "A. &lt;Writer&gt;" in page.text
    assert "A file has to be chosen again" in page.text
    assert not Article.objects.exists()


def test_nothing_at_all_is_told_what_to_do(teacher_client):
    page = teacher_client.post(ADD, {})

    assert page.status_code == 422
    assert "Paste the article&#x27;s text or upload its file" in page.text


def test_anonymous_signs_in_first(client):
    assert client.get(ADD)["Location"] == f"/accounts/login/?next={ADD.replace('/', '%2F')}"


def test_student_is_refused(student_client):
    assert student_client.post(ADD, sent()).status_code == 403
    assert not Article.objects.exists()


def test_other_methods_are_refused(teacher_client):
    assert teacher_client.put(ADD).status_code == 405


def test_waiting_build_asks_again_by_itself(teacher_client, build):
    page = teacher_client.get(address(build))

    assert "Waiting for its turn" in page.text
    assert 'hx-trigger="every 1s"' in page.text
    assert "Look again" in page.text


def test_running_build_shows_its_stage(teacher_client, build):
    Build.objects.update(state="running", stage="Reading the sentences", progress=42, lease_until=timezone.now())

    page = teacher_client.get(address(build))

    assert "Reading the sentences" in page.text
    assert 'value="42"' in page.text


def test_htmx_gets_the_progress_only(teacher_client, build):
    part = teacher_client.get(address(build), headers={"HX-Request": "true"})

    assert part.text.strip().startswith("<section")
    assert "<html" not in part.text
    assert "HX-Request" in part["Vary"]


def test_plain_request_gets_the_page(teacher_client, build):
    assert "<html" in teacher_client.get(address(build)).text


def test_ended_build_says_what_came_of_it(teacher_client, build):
    Build.objects.update(state="done", progress=100, **ENDED)
    article = build.revision.article
    fact = FactFactory(article=article, status="draft")
    QuestionFactory.create_batch(2, article=article, status="draft", fact=fact)
    QuestionFactory(article=article, status="draft", fact=fact, failed_proofs=["self_contained"])

    page = teacher_client.get(address(build))

    assert "<strong>1</strong> fact and <strong>3</strong> questions" in page.text
    assert "Multiple choice, one answer: 3" in page.text
    assert "Approve all 2 that passed every proof" in page.text
    assert "hx-trigger" not in page.text


def test_article_without_facts_says_so(teacher_client, build):
    Build.objects.update(state="done", progress=100, **ENDED)

    page = teacher_client.get(address(build))

    assert "There is too little to ask about" in page.text
    assert reverse("admin:quizzes_question_add") in page.text


def test_failed_build_says_why(teacher_client, build):
    Build.objects.update(state="failed", message="This is not English.", **ENDED)

    page = teacher_client.get(address(build))

    assert "This is not English." in page.text
    assert address(build, "rebuild") in page.text


@pytest.mark.parametrize("what", ["build", "approve", "rebuild"])
def test_foreign_article_does_not_exist(teacher_client, what):
    build = BuildFactory()

    ask = teacher_client.get if what == "build" else teacher_client.post

    assert ask(address(build, what)).status_code == 404


@pytest.mark.parametrize("what", ["build", "approve", "rebuild"])
def test_student_may_not_look(student_client, build, what):
    ask = student_client.get if what == "build" else student_client.post

    assert ask(address(build, what)).status_code == 403


@pytest.mark.parametrize(("what", "method"), [("build", "post"), ("approve", "get"), ("rebuild", "get")])
def test_wrong_method_is_refused(teacher_client, build, what, method):
    assert getattr(teacher_client, method)(address(build, what)).status_code == 405


def test_admin_may_look_at_every_build(admin, build):
    assert signed_in(admin).get(address(build)).status_code == 200


def test_approving_all_leaves_out_what_failed(teacher_client, build):
    article = build.revision.article
    fact = FactFactory(article=article, status="draft")
    proven = QuestionFactory(article=article, status="draft", fact=fact)
    failed = QuestionFactory(article=article, status="draft", fact=fact, failed_proofs=["self_contained"])

    page = teacher_client.post(address(build, "approve"), follow=True)

    for row in (proven, failed, fact):
        row.refresh_from_db()
    assert (proven.status, failed.status, fact.status) == ("approved", "draft", "approved")
    assert "1 question approved: students can be asked now." in page.text


def test_approving_names_the_person_in_the_history(teacher, teacher_client, build):
    question = QuestionFactory(article=build.revision.article, status="draft")

    teacher_client.post(address(build, "approve"))

    assert question.history.latest().history_user == teacher


def test_failed_build_is_queued_once_more(teacher_client, build, django_capture_on_commit_callbacks):
    Build.objects.update(state="failed", message="It broke.", tries=3, **ENDED)

    with django_capture_on_commit_callbacks(execute=True):
        answer = teacher_client.post(address(build, "rebuild"))

    build.refresh_from_db()
    assert answer["Location"] == address(build)
    assert (build.state, build.tries, build.message) == ("waiting", 0, "")
    assert [result.args for result in default_task_backend.results] == [[build.pk]]


def test_waiting_build_is_not_queued_twice(teacher_client, build, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        teacher_client.post(address(build, "rebuild"))

    assert callbacks == []


@pytest.mark.parametrize("number", [1, 50])
def test_progress_needs_the_same_queries_whatever_came_of_it(teacher_client, build, number, django_assert_num_queries):
    Build.objects.update(state="done", progress=100, **ENDED)
    fact = FactFactory(article=build.revision.article)
    QuestionFactory.create_batch(number, article=build.revision.article, status="draft", fact=fact)

    with django_assert_num_queries(8):
        teacher_client.get(address(build))


# --- who writes the questions


@pytest.fixture
def llm(settings):
    """A language model that the operator set up; nobody asks it here."""
    settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY = "https://llm.example.org/v1", "small-7b", "sk-secret"


def test_nothing_is_said_of_a_model_that_is_not_set_up(teacher_client, build):
    for address_of in (ADD, address(build)):
        page = teacher_client.get(address_of).text.lower()
        assert "language model" not in page
        assert "source" not in page.replace("source_url", "")


def test_model_that_is_not_set_up_is_refused_and_the_typing_kept(teacher_client):
    page = teacher_client.post(ADD, sent(source="model", author="A. Writer"))

    assert page.status_code == 422
    assert "No language model is set up on this site." in page.text
    assert "opened in 1914" in page.text
    assert "A. Writer" in page.text
    assert not Article.objects.exists()


def test_choice_is_offered_where_a_model_is_set_up(teacher_client, llm):
    page = teacher_client.get(ADD).text

    assert 'for="id_source"' in page
    assert "The language model small-7b" in page
    assert '<option value="engine" selected>' in page
    assert "sk-secret" not in page
    assert "llm.example.org" not in page


@pytest.mark.parametrize(
    ("chosen", "source"), [({"source": "model"}, "model"), ({"source": "engine"}, "engine"), ({}, "engine")]
)
def test_chosen_source_writes_the_questions(teacher_client, llm, chosen, source):
    teacher_client.post(ADD, sent(**chosen))

    assert Build.objects.get().source == source


def test_unknown_source_is_refused(teacher_client, llm):
    page = teacher_client.post(ADD, sent(source="oracle"))

    assert page.status_code == 422
    assert not Article.objects.exists()


def test_build_page_says_which_model_wrote(teacher_client, build):
    Build.objects.update(state="done", progress=100, source="model", model="small-7b", **ENDED)
    QuestionFactory(article=build.revision.article, status="draft")

    assert "Proposed by the language model small-7b" in teacher_client.get(address(build)).text


def test_build_page_says_that_a_model_is_at_work(teacher_client, build):
    Build.objects.update(source="model")

    assert "A language model proposes the questions" in teacher_client.get(address(build)).text


def test_failed_model_can_be_tried_again_or_left_to_the_engine(teacher_client, build, llm):
    Build.objects.update(state="failed", source="model", message="The model is busy.", **ENDED)

    page = teacher_client.get(address(build)).text

    assert "The language model wrote no questions" in page
    assert "The model is busy." in page
    assert "Let quizsite itself write them" in page
    assert "Try once more" in page


def test_model_that_was_taken_away_is_not_offered_again(teacher_client, build):
    Build.objects.update(state="failed", source="model", message="The model is busy.", **ENDED)

    page = teacher_client.get(address(build)).text

    assert "Let quizsite itself write them" in page
    assert "Try once more" not in page


def test_failed_model_is_left_to_the_engine(teacher_client, build):
    Build.objects.update(state="failed", source="model", **ENDED)

    teacher_client.post(address(build, "rebuild"), {"source": "engine"})

    build.refresh_from_db()
    assert (build.state, build.source) == ("waiting", "engine")


def test_failed_model_is_tried_once_more(teacher_client, build, llm):
    Build.objects.update(state="failed", source="model", **ENDED)

    teacher_client.post(address(build, "rebuild"))

    build.refresh_from_db()
    assert (build.state, build.source) == ("waiting", "model")


@pytest.mark.parametrize("source", ["model", "oracle"])
def test_rebuild_from_a_source_that_is_not_there_is_refused(teacher_client, build, source):
    Build.objects.update(state="failed", **ENDED)

    assert teacher_client.post(address(build, "rebuild"), {"source": source}).status_code == 400

    build.refresh_from_db()
    assert build.state == "failed"


def test_message_of_a_failed_model_is_escaped(teacher_client, build):
    Build.objects.update(state="failed", source="model", message="<script>alert(1)</script>", **ENDED)

    assert "<script>alert" not in teacher_client.get(address(build)).text
