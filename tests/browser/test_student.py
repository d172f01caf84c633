"""A student's journey: join, read, take a quiz without a mouse, come back to it, study flashcards."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps

CANAL = "The Making of the Panama Canal"
BAIKAL = "Lake Baikal, the Deepest Lake on Earth"


def test_a_new_student_joins_by_the_class_code_and_reads_an_article(page: Page) -> None:
    steps.join(page, "reader")
    steps.open_article(page, BAIKAL)

    page.get_by_role("link", name="Read", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(BAIKAL)
    expect(page.get_by_role("main")).to_contain_text("Baikal")
    expect(page.get_by_role("main").locator("p[id^=p], [id^=p] p").first).to_be_visible()


def test_a_wrong_class_code_is_explained_and_what_was_typed_stays(page: Page) -> None:
    page.goto("/join/")
    page.get_by_label("Class code").fill("NOSUCH99")
    page.get_by_label("Your name").fill("A Stranger")
    page.get_by_label("Username").fill("stranger")
    page.get_by_label("Password", exact=True).fill(steps.PASSWORD)
    page.get_by_role("button", name="Join and start").click()

    expect(page.get_by_text("No class has this code")).to_be_visible()
    expect(page.get_by_label("Username")).to_have_value("stranger")


def test_a_quiz_is_taken_by_keyboard_alone_and_resumed_after_leaving(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    page = context.new_page()
    steps.join(page, "typist")
    steps.open_article(page, CANAL)
    steps.follow(page, page.get_by_role("link", name="Quiz me"))
    steps.tab_to(page, page.get_by_role("radio", checked=True))
    page.keyboard.press("ArrowUp")
    steps.follow(page, page.get_by_role("button", name="Start"))
    steps.expect_question(page, 1)
    questions = steps.total(page)
    for position in (2, 3):
        steps.answer_by_keyboard(page)
        page.keyboard.press("Enter")
        steps.expect_question(page, position)
    stem = page.get_by_role("heading", level=1).inner_text()

    page.close()
    page = context.new_page()
    page.goto("/")
    steps.follow(page, page.get_by_role("link", name=re.compile("Resume")))

    steps.expect_question(page, 3)
    expect(page.get_by_role("heading", level=1)).to_have_text(stem)
    for position in range(3, questions + 1):
        steps.expect_question(page, position)
        steps.answer_by_keyboard(page)
        page.keyboard.press("Enter")
    steps.expect_result(page, questions)


def test_flashcards_are_studied_by_keyboard(page: Page) -> None:
    steps.join(page, "learner")
    steps.open_article(page, BAIKAL)
    steps.follow(page, page.get_by_role("link", name="Flashcards"))
    front = page.get_by_label("Front of the card")

    for rating in "314":
        stem = front.get_by_role("heading").inner_text()
        page.keyboard.press("Space")
        expect(page.get_by_label("Back of the card")).to_contain_text("Answer:")
        page.keyboard.press(rating)
        expect(front).to_be_visible()
        expect(front.get_by_role("heading")).not_to_have_text(stem)

    page.get_by_role("link", name="Stop for now").click()
    expect(page.get_by_role("definition").first).to_have_text("3")
