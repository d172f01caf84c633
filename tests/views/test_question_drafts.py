"""Drafts that wait for somebody who left: how long, beside which saved answer, and how many."""

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes import kept
from tests.views.taking import HTMX, address, begin, right_form, sent
from tests.views.test_question_leave import AT_END, BOTH, WAITS, leave, led_to, page_of, said

pytestmark = pytest.mark.django_db

SAVED = "Saved. You can change it"
OLDER = "older than the answer you saved last"
STANDS = "The answer you saved before still counts: <strong>abc</strong>"


def shown(page):
    """Return whether the page tells of the saved answer beside another."""
    return "data-unsaved>The answer you saved before still counts" in page


@pytest.fixture
def saved(student):
    """An attempt whose first answer, "abc", is saved and may be changed."""
    attempt = begin(student, "short_answer", "short_answer", quiz=AT_END)
    attempt.answer(1, "abc", timezone.now())
    return attempt


@pytest.fixture
def overtaken(student_client, saved):
    """The same, left on a page older than that answer."""
    leave(student_client, saved, sent({"text": "older tab"}, version=0))
    return saved


def test_every_question_left_keeps_its_own_draft(student, student_client):
    attempt = begin(student, "short_answer", "short_answer")

    for position, text in enumerate(["draft one", "draft two"], start=1):
        leave(student_client, attempt, sent({"text": text}), position)

    assert 'value="draft one"' in page_of(student_client, attempt)
    assert 'value="draft two"' in page_of(student_client, attempt, 2)


def test_draft_stays_until_an_answer_is_stored(student, student_client):
    attempt = begin(student, "short_answer", "short_answer")
    leave(student_client, attempt, sent({"text": "some 19"}))

    pages = [page_of(student_client, attempt) for _ in range(3)]
    student_client.post(address(attempt), sent({"text": "1992", "draft": "unsent"}))

    assert all(WAITS in page and 'value="some 19"' in page for page in pages)
    assert not student_client.session[kept.NAME]


def test_draft_stays_when_a_refused_answer_is_sent(student, student_client):
    attempt = begin(student, "short_answer")
    leave(student_client, attempt, sent({"text": "some 19"}))

    student_client.post(address(attempt), sent({"text": "a" * 1_001, "draft": "unsent"}))

    assert 'value="some 19"' in page_of(student_client, attempt)


def test_leaving_again_replaces_the_draft(student, student_client):
    attempt = begin(student, "short_answer")
    leave(student_client, attempt, sent({"text": "some 19"}))

    leave(student_client, attempt, sent({"text": "some 20", "draft": "unsent"}))

    assert 'value="some 20"' in page_of(student_client, attempt)


def test_draft_that_was_emptied_is_forgotten(student, student_client):
    attempt = begin(student, "short_answer")
    leave(student_client, attempt, sent({"text": "some 19"}))

    leave(student_client, attempt, sent({"text": "", "draft": "unsent"}))

    assert WAITS not in page_of(student_client, attempt)


def test_draft_stays_when_a_page_without_it_is_left(student, student_client):
    attempt = begin(student, "short_answer")
    leave(student_client, attempt, sent({"text": "some 19"}))

    leave(student_client, attempt, sent({"text": ""}))

    assert 'value="some 19"' in page_of(student_client, attempt)


def test_draft_is_forgotten_when_the_saved_answer_is_put_back(student_client, overtaken):
    student_client.post(address(overtaken), sent({"text": "abc", "draft": "unsent"}, version=1, go="2"))

    assert not student_client.session[kept.NAME]


def test_drafts_are_forgotten_with_their_attempt(student_client, overtaken):
    student_client.post(reverse("attempt_submit", args=[overtaken.pk]))

    assert not student_client.session[kept.NAME]


def test_page_tells_that_it_shows_a_draft(student, student_client):
    attempt = begin(student, "short_answer", quiz={"feedback": "each"})
    fresh = page_of(student_client, attempt)
    leave(student_client, attempt, sent({"text": "some 19"}))

    page = page_of(student_client, attempt)
    flagged = student_client.post(
        reverse("question_flag", args=[attempt.pk, 1]), sent({"text": "some 19", "draft": "unsent"}, flagged="1")
    ).content.decode()

    assert 'data-answer="draft"' in page
    assert ['name="draft"' in one for one in (fresh, page, flagged)] == [False, True, True]


def test_promise_names_its_limits(student, student_client):
    attempt = begin(student, "short_answer")

    [told] = said(leave(student_client, attempt, sent({"text": "some 19"})))

    assert "in this browser" in told
    assert "until you sign out" in told


def test_too_many_drafts_are_refused_and_none_is_lost(student, student_client, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 120)
    attempt = begin(student, "short_answer", "short_answer")
    leave(student_client, attempt, sent({"text": "a" * 40}))

    reply = leave(student_client, attempt, sent({"text": "b" * 40}), 2)

    assert (reply.status_code, "Too many answers are kept unsent" in reply.content.decode()) == (422, True)
    assert "b" * 40 in reply.content.decode()
    assert "a" * 40 in page_of(student_client, attempt)


def test_older_draft_comes_back_with_the_newer_answer_named(student_client, overtaken):
    page = page_of(student_client, overtaken)

    assert 'value="older tab"' in page
    assert OLDER in page
    assert "Saved: <strong>abc</strong>" in page
    assert SAVED not in page


def test_leaving_an_older_draft_again_leaves_the_newer_answer(student_client, overtaken):
    page_of(student_client, overtaken)

    leave(student_client, overtaken, sent({"text": "older tab", "draft": "unsent"}, version=1))

    assert overtaken.responses.get(position=1).given == "abc"
    assert OLDER in page_of(student_client, overtaken)


def test_older_draft_is_saved_when_it_is_sent(student_client, overtaken):
    page_of(student_client, overtaken)

    student_client.post(address(overtaken), sent({"text": "older tab", "draft": "unsent"}, version=1))

    assert overtaken.responses.get(position=1).given == "older tab"


def test_flag_on_an_older_page_tells_of_the_newer_answer(student_client, saved):
    flag = reverse("question_flag", args=[saved.pk, 1])

    page = student_client.post(flag, sent({"text": "older tab"}, version=0, flagged="1")).content.decode()

    assert (OLDER in page, SAVED in page, 'value="older tab"' in page) == (True, False, True)


@pytest.mark.parametrize(("text", "is_saved"), [("abc", True), ("abd", False)])
def test_saved_is_said_of_the_saved_answer_alone(student_client, saved, text, is_saved):
    flag = reverse("question_flag", args=[saved.pk, 1])

    page = student_client.post(flag, sent({"text": text}, version=1, flagged="1")).content.decode()

    assert (SAVED in page, shown(page)) == (is_saved, not is_saved)


@pytest.mark.parametrize(("certainty", "is_saved"), [(1, True), (3, False)])
def test_saved_is_said_of_the_saved_certainty_alone(student, student_client, certainty, is_saved):
    attempt = begin(student, "short_answer", quiz=AT_END | {"certainty": True})
    attempt.answer(1, "abc", timezone.now(), certainty=1)
    flag = reverse("question_flag", args=[attempt.pk, 1])

    form = sent({"text": "abc"}, version=1, certainty=certainty, flagged="1")
    page = student_client.post(flag, form).content.decode()

    assert (SAVED in page, shown(page)) == (is_saved, not is_saved)


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "ordering", "matching", "numeric", "cloze"])
def test_saved_is_said_of_every_kind(student, student_client, kind):
    attempt = begin(student, kind, quiz=AT_END)
    form = right_form(attempt.responses.get())
    student_client.post(address(attempt), form)
    flag = reverse("question_flag", args=[attempt.pk, 1])

    page = student_client.post(flag, form | {"version": 1, "flagged": "1"}).content.decode()

    assert (SAVED in page, shown(page)) == (True, False)


@BOTH
@pytest.mark.parametrize(("more", "way_on"), [({}, 2), ({"go": "2"}, 2), ({"go": "0"}, 0)])
def test_cleared_answer_still_counts_and_can_be_gone_on_with(student_client, saved, headers, more, way_on):
    reply = student_client.post(address(saved), sent({"text": " "}, version=1, **more), headers=headers)

    page = reply.content.decode()
    led = address(saved, way_on) if way_on else reverse("attempt_submit", args=[saved.pk])
    assert reply.status_code == 422
    assert "Type an answer first." in page
    assert STANDS in page
    assert f'href="{led}" data-drop' in page
    assert SAVED not in page


def test_first_answer_that_is_missing_is_only_asked_for(student, student_client):
    attempt = begin(student, "short_answer", quiz=AT_END)

    page = student_client.post(address(attempt), sent({"text": ""})).content.decode()

    assert "Type an answer first." in page
    assert "still counts" not in page
    assert "data-drop" not in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_cleared_answer_that_is_left_keeps_nothing(student_client, saved, headers):
    reply = leave(student_client, saved, sent({"text": ""}, version=1), headers=headers)

    assert (led_to(reply), said(reply)) == (
        reverse("home"),
        ["Nothing was filled in: the answer you saved before still counts."],
    )
    page = page_of(student_client, saved)
    assert 'value="abc"' in page
    assert WAITS not in page
    assert SAVED in page
