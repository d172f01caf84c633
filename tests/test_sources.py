"""A language model as a source of this site: set up or not, its builds, and what becomes of them when it fails."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.tasks import default_task_backend

from quizzes import endpoint, sources, tasks
from quizzes.engine.document import read_text
from quizzes.engine.generators import Builtin, Failed, Model
from quizzes.models import Article, Build, Fact, Question
from tests.engine.generators.proposals import TEXT, TITLE, fact, question, reply
from tests.factories import TeacherFactory
from tests.service import Answer, Service, running, said

SOUND = reply(
    fact(
        question("short_answer", stem="In which year was the Harlow Lighthouse designed?", answer="1871", type="date"),
        statement="The Harlow Lighthouse was designed by Edith Marlow in 1871.",
    )
)


@pytest.fixture
def service(settings, monkeypatch) -> Iterator[Service]:
    """A language model that the operator set up, on this machine; it pauses for nobody."""
    monkeypatch.setattr(endpoint, "_pause", lambda number, answer: 0)
    with running() as server:
        # The heartbeat is tested elsewhere; here the first build also loads the engine's own language model.
        settings.LEASE_SECONDS = 600
        settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY = server.url, "small-7b", "sk-secret"
        server.answer(said(SOUND))
        yield server


@pytest.fixture
def build(db) -> Build:
    """A build that waits for the language model."""
    default_task_backend.clear()
    document = read_text(TEXT, title=TITLE)
    Article.objects.add(document, TeacherFactory(), source=sources.MODEL, title=TITLE)
    return Build.objects.get()


def run(build: Build) -> str:
    told: str = tasks.build_bank.call(build.pk)
    build.refresh_from_db()
    return told


def test_engine_is_always_there():
    assert isinstance(sources.generator("engine"), Builtin)


def test_model_is_not_there_unless_set_up():
    assert not sources.has_model()
    with pytest.raises(Failed, match="No language model"):
        sources.generator("model")


def test_model_is_there_when_set_up(service):
    generator = sources.generator("model")

    assert sources.has_model()
    assert isinstance(generator, Model)
    assert generator.name == "small-7b"


def test_budget_bounds_what_an_article_may_cost(service, settings):
    settings.LLM_REQUESTS = 3

    assert sources.generator("model").most_requests == 3


def test_build_stores_what_the_model_proposed_and_marks_it(build, service):
    assert run(build) == "done"

    assert (build.state, build.source, build.model) == ("done", "model", "small-7b")
    assert set(Question.objects.values_list("origin", "model")) == {("model", "small-7b")}
    assert set(Fact.objects.values_list("origin", "model")) == {("model", "small-7b")}
    assert Question.objects.get().status == "draft"


def test_build_tells_that_the_model_is_asked(build, service, monkeypatch):
    seen = []
    renew = Build.renew
    monkeypatch.setattr(Build, "renew", lambda self, now, **told: seen.append(told) or renew(self, now, **told))

    run(build)

    asking = [told["progress"] for told in seen if told.get("stage") == "Asking the language model"]
    assert asking == [10, 95]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (said("I would rather not."), "not of the form asked for"),
        (said(None, refusal="No."), "declined"),
        (said('{"facts": []}'), "proposed no questions"),
        (Answer(b"{}", 401), "does not accept the key"),
        (Answer(b"{}", 503), "failing"),
        (Answer(b"<p>Hello</p>", content_type="text/html"), "does not speak its language"),
    ],
)
def test_failing_model_is_told_and_not_tried_behind_the_teachers_back(build, service, answer, reason):
    service.answer(answer)

    assert run(build) == "no answer"

    assert build.state == "failed"
    assert reason in build.message
    assert default_task_backend.results == []
    assert not Fact.objects.exists()


def test_model_that_stays_silent_is_told(build, service, settings):
    settings.LLM_SECONDS = 0.2
    service.answer(Answer(said(SOUND).body, trickle=0.05))

    assert run(build) == "no answer"

    assert "did not answer within" in build.message


def test_failed_build_may_be_tried_again(build, service):
    service.answer(Answer(b"{}", 401))
    run(build)
    service.answer(said(SOUND))

    build.restart()

    assert run(build) == "done"


def test_failed_build_may_be_left_to_the_engine(build, service):
    service.answer(Answer(b"{}", 401))
    run(build)

    build.restart("engine")

    assert run(build) == "done"
    assert (build.source, build.model) == ("engine", "")
    assert set(Fact.objects.values_list("origin", flat=True)) == {"engine"}


def test_model_that_was_taken_away_is_told(build):
    assert run(build) == "no answer"

    assert "No language model is set up" in build.message


def test_worker_that_lost_the_lease_asks_no_further(build, service, monkeypatch):
    monkeypatch.setattr(Build, "renew", lambda self, now, **told: told.get("stage") != "Asking the language model")

    assert run(build) == "taken over"

    assert service.heard == []


# --- commands


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "lighthouse.txt"
    path.write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
    return str(path)


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("generate", *arguments, stdout=out)
    return out.getvalue()


def test_generate_asks_the_model(article, service):
    told = printed(article, "--source", "model")

    assert '"model": "small-7b"' in told
    assert "In which year was the Harlow Lighthouse designed?" in told


def test_generate_says_that_no_model_is_set_up(article):
    with pytest.raises(CommandError, match="No language model is set up"):
        printed(article, "--source", "model")


def test_generate_says_why_the_model_failed(article, service):
    service.answer(Answer(b"{}", 404))

    with pytest.raises(CommandError, match="does not know the address or the model"):
        printed(article, "--source", "model")


def test_generate_lets_a_model_read_one_article_at_a_time(article, service):
    with pytest.raises(CommandError, match="one article at a time"):
        printed(article, article, "--source", "model")

    assert service.heard == []


def test_added_article_may_be_left_to_the_model(article, service, teacher):
    call_command(
        "add_article", article, "--owner", teacher.username, "--source", "model", "--now", stdout=io.StringIO()
    )

    assert Build.objects.get().model == "small-7b"


def test_article_is_not_added_for_a_model_that_is_not_set_up(article, teacher):
    with pytest.raises(CommandError, match="No language model is set up"):
        call_command("add_article", article, "--owner", teacher.username, "--source", "model")

    assert not Article.objects.exists()
