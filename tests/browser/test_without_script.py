"""Everything a student does works without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import exams, steps
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
    third = page.url
    page.get_by_role("button", name="Leave and come back later").click()
    expect(page).to_have_url("/")
    page.goto(third)
    steps.expect_question(page, 3)
    steps.open_article(page, ARTICLE)
    page.get_by_role("link", name="Flashcards").click()
    stem = page.get_by_label("Front of the card").get_by_role("heading").inner_text()
    page.get_by_role("button", name="Show answer").click()
    expect(page.get_by_label("Back of the card").get_by_role("heading")).to_have_text(stem)
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_label("Front of the card").get_by_role("heading")).not_to_have_text(stem)


def typed_exam(teacher: Page) -> str:
    """Set a quiz of two typed answers with a hint and a time limit, explained at the end; return where it begins."""
    about = {"feedback": "end", "length": 2, "kinds": "short_answer", "hint_paragraph": True, "time_limit": 20}
    sign_in(teacher, "demo-teacher")
    return exams.set_quiz(teacher, "No script", ARTICLE, **about)


def test_a_set_quiz_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    start = typed_exam(new_context().new_page())
    page = new_context(java_script_enabled=False).new_page()
    steps.join(page, "plain1")
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("timer")).to_contain_text("19 min")

    page.get_by_role("textbox").fill("cowpox")
    page.get_by_role("button", name="Flag for later").click()
    expect(page.get_by_role("textbox")).to_have_value("cowpox")
    page.get_by_role("button", name="Show the paragraph").click()
    expect(page.get_by_role("heading", name="The answer stands here")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    second = page.url
    page.get_by_role("textbox").fill("milkmaids")
    page.get_by_role("button", name="Leave and come back later").click()
    expect(page).to_have_url("/")
    page.goto(second)
    expect(page.get_by_role("textbox")).to_have_value("milkmaids")
    page.locator(".overview-box summary").click()
    page.get_by_role("button", name="Question 1").click()
    expect(page.get_by_role("textbox")).to_have_value("cowpox")
    page.get_by_role("textbox").fill("a cow")
    page.get_by_role("button", name="Submit the quiz…").click()
    expect(page.get_by_text("Flagged: 1")).to_be_visible()
    page.get_by_role("button", name="Submit", exact=True).click()

    for typed in ("a cow", "milkmaids"):
        expect(page.get_by_role("main")).to_contain_text(typed)
