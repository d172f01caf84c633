"""Every kind of question in the browser of a phone: by keyboard alone, without a connection, for everyone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import exams, steps
from tests.browser.conftest import PATIENCE, fill_in_sign_in
from tests.browser.kinds import PAPER, TEXT, Asked
from tests.browser.looks import PHONE, problems, small_targets, walk

MADE = ["csrfmiddlewaretoken", "token", "version"]
LOST = "Your answer is kept on this device"
EACH = pytest.mark.parametrize(("position", "asked"), [*enumerate(PAPER, start=1)], ids=[asked.name for asked in PAPER])


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[Page]:
    """A student's phone, for all journeys here."""
    context = browser.new_context(base_url=site, viewport=PHONE, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    steps.join(page, f"kinds{id(page)}")
    yield page
    context.close()


def begun(page: Page, start: str) -> str:
    """Begin by keyboard, and return the address of the attempt."""
    page.goto(start)
    steps.follow(page, page.get_by_role("button", name="Start"))
    exams.expect_ready(page)
    return page.url.removesuffix("1/")


@pytest.fixture(scope="module")
def right(reader: Page, school: Callable[..., str]) -> str:
    """An attempt to be answered right."""
    return begun(reader, school("every_kind", title="Every kind"))


@pytest.fixture(scope="module")
def wrong(reader: Page, school: Callable[..., str]) -> str:
    """An attempt to be answered wrong, as far as the kind goes partly right."""
    return begun(reader, school("every_kind", title="Every kind again"))


def open_question(page: Page, attempt: str, position: int) -> None:
    page.goto(f"{attempt}{position}/")
    steps.expect_question(page, position)


def expect_told(page: Page, words: str, announced: str) -> None:
    """Wait for the verdict: it has the focus, and is said to somebody who cannot see it."""
    steps.expect_feedback(page)
    expect(page.locator(".verdict-line")).to_be_focused()
    expect(page.locator(".verdict-line")).to_contain_text(words)
    expect(page.locator("#announcer")).to_have_text(re.compile(rf"^{announced}\. \d+ of {len(PAPER)} answered\.$"))


def faults(page: Page) -> list[str]:
    """Return what somebody with a finger or a keyboard cannot use of the question shown, from top to bottom."""
    page.locator("#question").focus()
    return small_targets(page) + walk(page)


@EACH
def test_a_question_is_answered_right_by_keyboard_alone(reader: Page, right: str, position: int, asked: Asked) -> None:
    open_question(reader, right, position)
    begins = reader.get_by_role("textbox") if TEXT in asked.right else reader.get_by_role("heading", level=1)
    expect(begins).to_be_focused()

    steps.fill_by_keyboard(reader, asked.right)
    steps.send_by_keyboard(reader)

    expect_told(reader, "Right", "Right")
    assert faults(reader) == []
    assert problems(reader, [PHONE]) == {}
    reader.locator(".verdict-line").focus()
    reader.keyboard.press("Enter")
    expect(reader).not_to_have_url(f"{right}{position}/")
    expect(reader.locator(".verdict-line")).to_have_count(0)


@EACH
def test_a_wrong_answer_is_kept_without_a_connection_and_told_with_it(
    reader: Page, wrong: str, position: int, asked: Asked
) -> None:
    open_question(reader, wrong, position)
    assert faults(reader) == []
    assert problems(reader, [PHONE]) == {}
    reader.reload()

    steps.fill_by_keyboard(reader, asked.wrong)
    reader.context.set_offline(True)
    steps.send_by_keyboard(reader)
    expect(reader.get_by_text(LOST)).to_be_visible()
    reader.context.set_offline(False)

    expect_told(reader, asked.told, "Partly right" if asked.is_partly_right else "Wrong")
    assert faults(reader) == []
    assert problems(reader, [PHONE]) == {}


def test_a_review_of_every_kind_is_for_everyone(reader: Page, wrong: str) -> None:
    reader.goto(f"{wrong}submit/")
    hand_in = reader.get_by_role("button", name=re.compile("^Submit"))
    if hand_in.count():
        hand_in.click()
    expect(reader).to_have_url(f"{wrong}result/")
    reader.locator("details.why").evaluate_all("all => all.forEach(one => { one.open = true })")

    assert problems(reader) == {}


def filled(page: Page) -> list[list[str]]:
    """Return what the form holds of the answer."""
    held: list[list[str]] = page.locator("#answer").evaluate(
        "(form, made) => [...new FormData(form)].filter(([name]) => !made.includes(name))", MADE
    )
    return held


def test_answers_saved_for_later_are_there_to_be_changed(reader: Page, school: Callable[..., str]) -> None:
    exam = begun(reader, school("every_kind", title="Every kind at the end", feedback="end"))
    given = {}

    for position, asked in enumerate(PAPER, start=1):
        steps.fill_by_keyboard(reader, asked.right)
        given[position] = filled(reader)
        steps.follow(reader, reader.get_by_role("button", name="Save answer"))
        if position < len(PAPER):
            expect(reader.locator("#announcer")).to_have_text(f"Saved. Question {position + 1}.")
    expect(reader).to_have_url(f"{exam}submit/")
    for position in given:
        reader.goto(f"{exam}{position}/")
        expect(reader.get_by_text("Saved. You can change it")).to_be_visible()
        assert filled(reader) == given[position]
        assert problems(reader, [PHONE]) == {}
    steps.follow(reader, reader.get_by_role("button", name="Submit the quiz…"))
    expect(reader.get_by_role("heading", level=1)).to_have_text("Submit the quiz?")
    steps.follow(reader, reader.get_by_role("button", name="Submit", exact=True))

    expect(reader.get_by_role("heading", level=1)).to_contain_text(f"{len(PAPER)} of {len(PAPER)} right")


def test_every_kind_is_answered_without_javascript_after_the_session_has_ended(
    new_context: Callable[..., BrowserContext], school: Callable[..., str]
) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    name = f"plain{id(page)}"
    steps.join(page, name)
    page.goto(school("every_kind", title="Every kind without script"))
    page.get_by_role("button", name="Start").click()

    for position, asked in enumerate(PAPER, start=1):
        steps.expect_question(page, position)
        steps.fill_by_keyboard(page, asked.right)
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Answer", exact=True).click()
        fill_in_sign_in(page, name, steps.PASSWORD)
        expect(page.get_by_text("What you had filled in was kept.")).to_be_visible()
        page.get_by_role("button", name="Answer", exact=True).click()
        expect(page.locator(".verdict-line")).to_contain_text("Right")
        steps.go_on(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{len(PAPER)} of {len(PAPER)} right")
