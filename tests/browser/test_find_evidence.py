"""Finding the proof: by keyboard alone on a phone, and for everyone in each of its states."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.looks import PHONE, problems

TARGET = 44


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


def test_a_passage_is_for_everyone_in_each_state(
    new_context: Callable[..., BrowserContext], quiz_of: Callable[[str], str]
) -> None:
    start = quiz_of("find_evidence")
    first, second = (new_context(viewport=PHONE, reduced_motion="reduce").new_page() for _ in range(2))

    begin(first, "everyone", start)
    assert problems(first) == {}
    heights = first.locator(".passage label").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= TARGET

    proofs = missed(first)
    assert problems(first) == {}
    expect(first.locator(".passage").get_by_text("Your choice").first).to_be_visible()

    begin(second, "anyone", start)
    for sentence in proofs[second.get_by_role("heading", level=1).inner_text()]:
        second.locator(".passage label").filter(has_text=sentence).locator("input").check()
    send(second)
    assert problems(second) == {}
    expect(second.locator(".passage").get_by_text("Proves it, your choice").first).to_be_visible()


def missed(page: Page) -> dict[str, list[str]]:
    """Answer every question with its last sentence; return the proofs that the feedback shows, by the question."""
    proofs, last = {}, steps.total(page)
    for position in range(1, last + 1):
        steps.expect_question(page, position)
        page.locator(".passage input").last.check()
        send(page)
        stem = page.get_by_role("heading", level=1).inner_text()
        proofs[stem] = page.locator(".passage mark").all_inner_texts()
        if position < last:
            steps.go_on(page)
    return proofs


def send(page: Page) -> None:
    page.get_by_role("button", name="Answer", exact=True).click()
    steps.expect_feedback(page)
