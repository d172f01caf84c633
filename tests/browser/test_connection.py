"""A bad connection and an ended session lose no answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import fill_in_sign_in
from tests.browser.steps import PASSWORD, answer, expect_feedback, expect_question, fill, go_on, join, start_quiz

TITLE = "How Smallpox Was Eradicated"
FILLED = "form => [...new FormData(form)].filter(([name]) => /text|choice|gap|match|place/.test(name)).join()"
LOST = "Your answer is kept on this device"


def send(page: Page) -> None:
    page.get_by_role("button", name="Answer", exact=True).click()


def test_answer_given_offline_is_sent_when_the_connection_is_back(page: Page) -> None:
    join(page, "offline1")
    start_quiz(page, TITLE)
    fill(page)

    page.context.set_offline(True)
    send(page)
    expect(page.get_by_text(LOST)).to_be_visible()
    page.context.set_offline(False)

    expect_feedback(page)
    expect(page.get_by_text(LOST)).to_be_hidden()
    go_on(page)
    expect_question(page, 2)
    answer(page)


def test_answer_given_offline_survives_the_closing_of_the_page(page: Page) -> None:
    join(page, "offline2")
    start_quiz(page, TITLE)
    address = page.url
    fill(page)
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_text(LOST)).to_be_visible()

    page.close()
    page.context.set_offline(False)
    other = page.context.new_page()
    other.goto(address)

    expect_feedback(other)


def test_reply_that_got_lost_leaves_one_answer(page: Page) -> None:
    join(page, "offline3")
    start_quiz(page, TITLE)
    fill(page)
    lost: list[str] = []

    def lose_the_first(route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().text())
            route.abort()
        else:
            route.fallback()

    page.route("**/attempts/**", lose_the_first)
    send(page)

    expect_feedback(page)
    assert lost
    expect(page.get_by_text("already")).to_have_count(0)


def test_request_that_hangs_is_told_given_up_and_sent_again(page: Page) -> None:
    join(page, "hanging1")
    start_quiz(page, TITLE)
    fill(page)
    hanging: list[Route] = []

    def leave_the_first(route: Route) -> None:
        if route.request.method == "POST" and not hanging:
            hanging.append(route)
        else:
            route.fallback()

    page.route("**/attempts/**", leave_the_first)
    send(page)

    expect(page.get_by_text("Sending your answer…")).to_be_visible(timeout=5_000)
    expect(page.get_by_text(LOST)).to_be_visible()
    expect_feedback(page)
    expect(page.locator("#problem")).to_be_hidden()
    assert hanging


def test_answer_changed_while_its_request_hung_waits_to_be_sent(page: Page) -> None:
    join(page, "hanging2")
    start_quiz(page, TITLE)
    fill(page)
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_text(LOST)).to_be_visible()

    page.locator("form[data-answer]").dispatch_event("input")
    page.context.set_offline(False)

    expect(page.get_by_text("not sent yet")).to_be_visible()
    send(page)
    expect_feedback(page)
    expect(page.locator("#problem")).to_be_hidden()


def test_reply_that_never_comes_is_told_and_the_answer_sent_again(page: Page) -> None:
    join(page, "offline5")
    start_quiz(page, TITLE)
    fill(page)
    hanging: list[str] = []

    def hang_once(route) -> None:
        if route.request.method == "POST" and not hanging:
            hanging.append(route.request.url)  # neither answered nor refused
        else:
            route.fallback()

    page.route("**/attempts/**", hang_once)
    send(page)

    expect(page.get_by_text(LOST)).to_be_visible()
    expect_feedback(page)


def test_what_was_filled_in_survives_a_reload(page: Page) -> None:
    join(page, "offline4")
    start_quiz(page, TITLE)
    fill(page)
    before = page.locator("form[data-answer]").evaluate("form => [...new FormData(form)].slice(3).join()")

    page.reload()

    expect_question(page, 1)
    after = page.locator("form[data-answer]").evaluate("form => [...new FormData(form)].slice(3).join()")
    assert after == before


def test_what_was_filled_in_is_there_again_after_leaving(page: Page) -> None:
    join(page, "leaver")
    start_quiz(page, TITLE)
    address = page.url
    fill(page)
    filled = page.locator("#answer").evaluate(FILLED)

    page.get_by_role("button", name="Leave and come back later").click()
    expect(page).to_have_url("/")
    kept = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('quizsite-answer'))")
    page.goto(address)

    expect(page.get_by_text("What you had filled in was kept.")).to_be_visible()
    assert (page.locator("#answer").evaluate(FILLED), kept) == (filled, [])
    page.reload()
    expect(page.get_by_text("What you had filled in was kept.")).to_be_visible()
    page.context.clear_cookies(name="sessionid")
    page.reload()
    fill_in_sign_in(page, "leaver", PASSWORD)
    expect_question(page, 1)
    assert page.locator("#answer").evaluate(FILLED) == filled


@pytest.mark.parametrize("script", [True, False])
def test_session_that_ended_leads_back_to_the_answer(new_context: Callable[..., BrowserContext], script: bool) -> None:
    page = new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script).new_page()
    join(page, f"expired{script}".lower())
    start_quiz(page, TITLE)
    address = page.url
    fill(page)

    page.context.clear_cookies(name="sessionid")
    send(page)
    fill_in_sign_in(page, f"expired{script}".lower(), PASSWORD)

    expect(page).to_have_url(address)
    expect(page.get_by_text("What you had filled in was kept.")).to_be_visible()
    send(page)
    expect_feedback(page)
