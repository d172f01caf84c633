"""Finding the proof in a real article, by keyboard alone on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import steps


def begin(page: Page, username: str, start: str) -> None:
    steps.join(page, username)
    page.goto(start)
    steps.follow(page, page.get_by_role("button", name="Start"))
    steps.expect_question(page, 1)


def test_proofs_are_found_by_keyboard_alone_on_a_phone(page: Page, quiz_of: Callable[[str], str]) -> None:
    begin(page, "finder", quiz_of("find_evidence"))
    keys, last = page.keyboard, steps.total(page)

    for position in range(1, last + 1):
        steps.expect_question(page, position)
        boxes = page.locator(".passage input")
        steps.tab_to(page, boxes.first)
        if boxes.first.get_attribute("type") == "radio":
            keys.press("ArrowDown")
            expect(boxes.nth(1)).to_be_checked()
        else:
            keys.press("Space")
            keys.press("Tab")
            keys.press("Space")
            expect(page.locator(".passage input:checked")).to_have_count(2)
        keys.press("Enter")
        steps.expect_feedback(page)
        expect(page.locator(".verdict-line")).to_be_focused()
        expect(page.locator(".passage mark").first).to_be_attached()
        keys.press("Enter")

    steps.expect_result(page, last)


def test_a_number_chooses_a_sentence(page: Page, quiz_of: Callable[[str], str]) -> None:
    begin(page, "numbers", quiz_of("find_evidence"))

    page.keyboard.press("3")

    expect(page.locator(".passage input").nth(2)).to_be_checked()
