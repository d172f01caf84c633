"""Everything a student does works without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser import steps
from tests.browser.conftest import sign_in

ARTICLE = "How Smallpox Was Eradicated"


def test_a_quiz_and_a_card_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, "demo-student")
    steps.start_quiz(page, ARTICLE)

    for position in (1, 2):
        steps.expect_question(page, position)
        steps.answer(page)
        steps.go_on(page)

    steps.expect_question(page, 3)
    steps.open_article(page, ARTICLE)
    page.get_by_role("link", name="Flashcards").click()
    stem = page.get_by_label("Front of the card").get_by_role("heading").inner_text()
    page.get_by_role("button", name="Show answer").click()
    expect(page.get_by_label("Back of the card").get_by_role("heading")).to_have_text(stem)
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_label("Front of the card").get_by_role("heading")).not_to_have_text(stem)
