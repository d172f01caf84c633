"""A student contests an answer by keyboard alone, a teacher accepts it, the score follows; every page for everyone."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import sign_in
from tests.browser.looks import PHONE, problems

ANSWER = "what the reader of this journey wrote"
REASON = "The article says it in other words."


def test_a_contested_answer_is_accepted_and_changes_the_score(
    new_context: Callable[..., BrowserContext], quiz_of: Callable[[str], str]
) -> None:
    student, teacher = (new_context(viewport=PHONE, reduced_motion="reduce").new_page() for _ in range(2))
    steps.join(student, "contester")
    take_wrong(student, quiz_of("short_answer"))
    expect(student.locator(".result-score")).to_have_text("0 %")
    result = student.url
    assert problems(student) == {}

    contest(student)
    decide(teacher)

    student.goto("/")
    expect(student.get_by_role("region", name="Answers you contested")).to_contain_text("Accepted")
    assert problems(student) == {}
    student.goto(result)
    expect(student.locator(".result-score")).not_to_have_text("0 %")
    expect(student.locator(".contest").first).to_contain_text("Well read.")
    assert problems(student) == {}


def take_wrong(page: Page, start: str) -> None:
    """Answer every question of a quiz with the same wrong words, and open the result."""
    page.goto(start)
    steps.follow(page, page.get_by_role("button", name="Start"))
    for position in range(1, steps.total(page) + 1):
        steps.expect_question(page, position)
        steps.tab_to(page, page.locator("#question").get_by_role("textbox"))
        page.keyboard.type(ANSWER)
        page.keyboard.press("Enter")
        steps.expect_feedback(page)
        page.keyboard.press("Enter")
    expect(page.locator(".result-score")).to_be_visible()


def contest(page: Page) -> None:
    """Contest the first answer: forget to say why, then mark the second sentence and write a line."""
    steps.follow(page, page.get_by_role("link", name="I think my answer is right").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("I think my answer is right")
    assert problems(page) == {}

    steps.tab_to(page, page.get_by_label("Why I think so"))
    steps.tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Mark the sentence")).to_be_focused()
    assert problems(page) == {}

    steps.tab_to(page, page.get_by_label("Why I think so"))
    page.keyboard.type(REASON)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio").nth(2)).to_be_checked()
    steps.follow(page, page.get_by_role("button", name="Send to my teacher"))
    expect(page.locator("#question .contest")).to_contain_text("Contested")


def decide(page: Page) -> None:
    """Read the contested answer in the queue, and accept it with a word to the student."""
    sign_in(page, "demo-teacher")
    page.goto("/teaching/")
    page.get_by_role("link", name="Contested answers").click()
    card = page.get_by_role("article").filter(has_text="Reader contester")
    expect(card).to_contain_text(ANSWER)
    expect(card).to_contain_text(REASON)
    expect(card.locator("blockquote").first.locator("mark")).to_be_visible()
    assert problems(page) == {}

    card.get_by_label("A word to the student").fill("Well read.")
    card.get_by_role("button", name=re.compile("^Accept")).click()
    expect(page.get_by_text("The same answers of everybody have full credit now.")).to_be_visible()
    page.get_by_role("link", name="Decided").click()
    expect(page.get_by_role("article").filter(has_text="Reader contester")).to_contain_text("Accepted")
    assert problems(page) == {}
