"""Taking a set quiz: by keyboard on a phone, against the clock, in two tabs, and with the back button."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import exams, steps
from tests.browser.conftest import sign_in
from tests.browser.looks import problems

ARTICLE = "Lake Baikal, the Deepest Lake on Earth"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def teacher(new_context: Callable[..., BrowserContext]) -> Page:
    """A teacher's page."""
    page = new_context().new_page()
    sign_in(page, "demo-teacher")
    return page


def test_overview_flag_and_handing_in_by_keyboard(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "By keyboard", ARTICLE, feedback="end", length=3, kinds="single_choice")
    steps.join(page, "keys1")
    page.goto(start)
    steps.follow(page, page.get_by_role("button", name="Start"))
    exams.expect_ready(page)

    page.keyboard.press("f")
    expect(page.get_by_role("button", name="take the flag off")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 3")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator("#progress-label")).to_have_text("Question 3 of 3")
    expect(page.locator("#announcer")).to_have_text("Saved. Question 3.")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    steps.follow(page, page.locator(".overview-box summary"))
    first = page.get_by_role("button", name=re.compile("Question 1.*open.*flagged"))
    expect(first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Question 2.*answered"))).to_be_visible()
    steps.follow(page, page.get_by_role("button", name="Submit the quiz…"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Submit the quiz?")
    expect(page.get_by_role("main")).to_contain_text("1 of 3 questions are answered")
    steps.follow(page, page.get_by_role("button", name="Submit with 2 open"))

    expect(page).to_have_url(re.compile("/result/$"))


def test_keys_are_listed_closed_by_escape_and_switched_off(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Keys listed", ARTICLE, feedback="end", length=2, kinds="single_choice")
    steps.join(page, "keys2")
    exams.begin(page, start)
    dialog = page.get_by_role("dialog", name="Keys")

    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("heading", level=1).focus()
    page.keyboard.press("n")
    page.keyboard.press("1")

    expect(page.locator("#progress-label")).to_have_text("Question 1 of 2")
    expect(page.locator("[data-key='1'] input")).not_to_be_checked()


def test_closed_list_of_keys_gives_the_focus_back(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Keys closed", ARTICLE, feedback="end", length=2, kinds="single_choice")
    steps.join(page, "keys4")
    exams.begin(page, start)
    dialog = page.get_by_role("dialog", name="Keys")
    first = page.locator("[data-key='1'] input")

    page.keyboard.press("1")
    for close in ("Escape", "Enter"):
        page.keyboard.press("?")
        expect(dialog).to_be_visible()
        if close == "Enter":
            dialog.get_by_role("button", name="Close").focus()
        page.keyboard.press(close)
        expect(dialog).to_be_hidden()
        expect(first).to_be_focused()
    page.keyboard.press("2")

    expect(page.locator("[data-key='2'] input")).to_be_checked()


def test_typing_is_never_taken_for_a_key(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Typing", ARTICLE, feedback="end", length=2, kinds="short_answer")
    steps.join(page, "keys3")
    exams.begin(page, start)

    page.get_by_role("textbox").press_sequentially("fnp?1")

    expect(page.get_by_role("textbox")).to_have_value("fnp?1")
    expect(page.locator("#progress-label")).to_have_text("Question 1 of 2")


def test_following_the_overview_saves_what_is_filled_in(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Going about", ARTICLE, feedback="end", length=3, kinds="short_answer")
    steps.join(page, "about1")
    exams.begin(page, start)
    page.get_by_role("textbox").fill("Siberia")

    page.locator(".overview-box summary").click()
    page.get_by_role("button", name=re.compile("Question 3")).click()
    expect(page.locator("#progress-label")).to_have_text("Question 3 of 3")
    page.locator(".overview-box summary").click()
    page.get_by_role("button", name=re.compile("Question 1.*answered")).click()

    expect(page.get_by_role("textbox")).to_have_value("Siberia")


def test_at_the_end_of_the_time_what_is_filled_in_is_sent_and_the_quiz_handed_in(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "On time", ARTICLE, feedback="end", length=2, time_limit=10, kinds="short_answer")
    steps.join(page, "clock1")
    page.clock.install()
    exams.begin(page, start)
    timer = page.get_by_role("timer")
    expect(timer).to_contain_text(re.compile(r"9 min \d+ s left"))
    page.clock.fast_forward("05:01")
    expect(page.locator("#announcer")).to_have_text(re.compile(r"4 min \d+ s left|5 min left"))
    page.get_by_role("textbox").fill("Siberia")
    page.clock.fast_forward("04:45")
    expect(timer).to_have_class(re.compile("low"))

    page.clock.fast_forward("00:20")

    expect(page).to_have_url(re.compile("/result/$"))
    expect(page.get_by_role("main")).to_contain_text("Siberia")


def test_at_the_end_of_the_time_a_draft_that_came_back_is_sent(page: Page, teacher: Page) -> None:
    rules: dict[str, str | int | bool] = {"feedback": "end", "one_way": True, "time_limit": 10}
    start = exams.set_quiz(teacher, "Draft on time", ARTICLE, length=2, kinds="short_answer", **rules)
    steps.join(page, "clock3")
    page.clock.install()
    exams.begin(page, start)
    address = page.url
    page.get_by_role("textbox").fill("Siberia")
    page.get_by_role("button", name="Leave and come back later").click()
    expect(page).to_have_url("/")
    page.goto(address)
    expect(page.get_by_role("textbox")).to_have_value("Siberia")

    page.clock.fast_forward("10:01")

    expect(page).to_have_url(re.compile("/result/$"))
    expect(page.get_by_role("main")).to_contain_text("Siberia")


def take_hints_and_flag(page: Page) -> None:
    page.get_by_role("button", name="Take away a wrong choice").click()
    expect(page.get_by_text("Taken away", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show the paragraph").click()
    expect(page.get_by_role("heading", name="The answer stands here")).to_be_visible()
    page.get_by_role("button", name="Flag for later").click()
    page.locator(".overview-box summary").click()


def test_a_question_is_for_everyone_in_every_state(page: Page, teacher: Page) -> None:
    settings = {"certainty": True, "hint_remove": True, "hint_paragraph": True, "time_limit": 20}
    start = exams.set_quiz(teacher, "All states", ARTICLE, feedback="end", length=2, kinds="single_choice", **settings)
    steps.join(page, "states1")
    page.clock.install()
    found = {}

    def look(state: str) -> None:
        found.update({f"{state}, {where}": wrong for where, wrong in problems(page).items()})

    page.emulate_media(reduced_motion="reduce")
    page.goto(start)
    look("start")
    page.get_by_role("button", name="Start").click()
    look("asked")
    page.get_by_role("button", name="Save answer").click()
    expect(page.get_by_role("alert").first).to_contain_text("Choose an answer first.")
    look("refused")
    take_hints_and_flag(page)
    look("hints and flag")
    page.get_by_role("button", name="Keys").click()
    look("keys")
    page.keyboard.press("Escape")
    page.locator("[name=choice]:not(:disabled)").first.check()
    page.get_by_label("Not sure").check()
    page.get_by_role("button", name="Save answer").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")
    page.get_by_role("button", name="Previous").click()
    expect(page.get_by_text("You can change it until you submit")).to_be_visible()
    look("saved")
    page.clock.fast_forward("19:00")
    expect(page.get_by_role("timer")).to_have_class(re.compile("low"))
    look("time nearly up")
    page.get_by_role("button", name="Submit the quiz…").click()
    expect(page.get_by_role("heading", name="Submit the quiz?")).to_be_visible()
    look("handing in")

    assert not any(found.values()), found


def test_a_clock_that_slept_asks_the_server(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Asleep", ARTICLE, feedback="end", length=2, time_limit=10, kinds="short_answer")
    steps.join(page, "clock2")
    page.clock.install()
    exams.begin(page, start)
    page.clock.fast_forward("05:01")
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"4 min \d+ s left"))

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"9 min \d+ s left"))


def test_two_tabs_keep_the_newest_answer_and_say_so(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Two tabs", ARTICLE, feedback="end", length=2, kinds="short_answer")
    steps.join(page, "tabs1")
    exams.begin(page, start)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("textbox").fill("Siberia")
    page.get_by_role("button", name="Save answer").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")

    other.get_by_role("textbox").fill("Mongolia")
    other.get_by_role("button", name="Save answer").click()

    expect(other.get_by_role("alert")).to_contain_text("older than the answer you saved last")
    expect(other.get_by_role("alert")).to_contain_text("Siberia")
    expect(other.get_by_role("textbox")).to_have_value("Mongolia")
    other.get_by_role("button", name="Save the change").click()
    expect(other.locator("#progress-label")).to_have_text("Question 2 of 2")


def test_draft_of_an_older_page_never_passes_for_the_saved_answer(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Older draft", ARTICLE, feedback="end", length=2, kinds="short_answer")
    steps.join(page, "tabs2")
    exams.begin(page, start)
    first = page.url
    other = page.context.new_page()
    other.goto(first)
    page.get_by_role("textbox").fill("Siberia")
    page.get_by_role("button", name="Save answer").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")
    other.get_by_role("textbox").fill("Mongolia")
    other.close()

    page.goto(first)

    expect(page.get_by_role("textbox")).to_have_value("Mongolia")
    expect(page.locator(".saved")).to_have_count(0)
    expect(page.get_by_text("still counts: Siberia")).to_be_visible()
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_role("alert")).to_contain_text("older than the answer you saved last")


def test_cleared_answer_can_be_gone_on_without(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "Cleared", ARTICLE, feedback="end", length=2, kinds="short_answer")
    steps.join(page, "cleared1")
    exams.begin(page, start)
    first = page.url
    page.get_by_role("textbox").fill("Siberia")
    page.get_by_role("button", name="Save answer").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")
    page.goto(first)
    page.get_by_role("textbox").fill("")
    page.get_by_role("button", name="Next").click()

    expect(page.get_by_role("alert")).to_contain_text("still counts: Siberia")
    page.get_by_role("link", name="Go on without changing it").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")
    page.goto(first)
    expect(page.get_by_role("textbox")).to_have_value("Siberia")


def test_back_shows_the_answer_that_was_saved(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "And back", ARTICLE, feedback="end", length=2, kinds="short_answer")
    steps.join(page, "back1")
    exams.begin(page, start)
    page.get_by_role("textbox").fill("Siberia")
    page.get_by_role("button", name="Save answer").click()
    expect(page.locator("#progress-label")).to_have_text("Question 2 of 2")

    page.go_back()

    expect(page.locator("#progress-label")).to_have_text("Question 1 of 2")
    expect(page.get_by_role("textbox")).to_have_value("Siberia")
    expect(page.get_by_role("main")).to_contain_text("You can change it until you submit")


def test_back_after_feedback_shows_the_feedback(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(teacher, "No way back", ARTICLE, feedback="each", length=2, kinds="short_answer")
    steps.join(page, "back2")
    exams.begin(page, start)
    steps.answer(page)
    steps.go_on(page)
    steps.expect_question(page, 2)

    page.go_back()

    steps.expect_feedback(page)


def test_a_hint_takes_a_choice_away_and_the_focus_goes_to_it(page: Page, teacher: Page) -> None:
    start = exams.set_quiz(
        teacher, "With hints", ARTICLE, feedback="end", length=2, kinds="single_choice", hint_remove=True
    )
    steps.join(page, "hint1")
    exams.begin(page, start)

    page.get_by_role("button", name="Take away a wrong choice (−25 %)").click()

    expect(page.get_by_text("Taken away", exact=True)).to_have_count(1)
    expect(page.get_by_role("region", name="Hint: 1 wrong choice taken away")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("Here is your hint.")
