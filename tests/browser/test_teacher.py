"""A teacher's journey: paste an article, edit and approve a question, and read how a student did."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import sign_in

TITLE = "A Bridge over the Firth of Forth"
TEXT = """The Forth Bridge is a railway bridge in Scotland. It was designed by John Fowler and Benjamin Baker. \
Construction began in 1882, and about 4,600 men worked on the bridge at the height of the work.

The Prince of Wales opened the bridge on 4 March 1890. It is 2,467 metres long and contains about 53,000 tonnes of \
steel. The contractor William Arrol built the bridge for 3.2 million pounds.

In 1964 the Forth Road Bridge was opened nearby. UNESCO declared the Forth Bridge a World Heritage Site in July 2015, \
because it is a masterpiece of engineering. The bridge carries about 200 trains every day."""
EXPLANATION = "Look at the paragraph again: the teacher wrote this line."
READY_MS = 60_000


def test_an_article_goes_from_pasting_to_a_students_score(new_context: Callable[..., BrowserContext]) -> None:
    teacher, student = new_context().new_page(), new_context().new_page()
    sign_in(teacher, "demo-teacher")
    add_article(teacher)
    approve_one_question(teacher)

    sign_in(student, "demo-student")
    steps.start_quiz(student, TITLE)
    steps.answer(student)
    expect(student.get_by_text(EXPLANATION)).to_be_visible()
    steps.go_on(student)
    steps.expect_result(student, 1)

    teacher.goto("/teaching/")
    teacher.get_by_role("link", name=TITLE).last.click()
    row = teacher.get_by_role("row").filter(has_text="demo-student")
    expect(row).to_contain_text(re.compile(r"\d+ ?%"))


def add_article(page: Page) -> None:
    """Paste the article for the class, and wait until the worker has read it."""
    page.goto("/teaching/")
    page.get_by_role("link", name="Add an article").click()
    page.get_by_label("Paste the text").fill(TEXT)
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Who may read it").select_option(value="courses")
    page.get_by_role("button", name="Add and write questions").click()
    expect(page.get_by_role("heading", name="Ready")).to_be_visible(timeout=READY_MS)


def approve_one_question(page: Page) -> None:
    """Write an explanation to the first question at the desk, and approve it."""
    page.get_by_role("link", name="Check the questions").click()
    page.get_by_role("row").get_by_role("link").filter(has_text="?").last.click()
    page.get_by_label("Explanation").fill(EXPLANATION)
    page.get_by_label("Status").select_option(label="Approved")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
