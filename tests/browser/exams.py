"""A teacher sets a quiz on the desk and gives it to the demo class; a student begins it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

BOXES = {"one_way", "hint_remove", "hint_paragraph", "certainty"}


def set_quiz(page: Page, title: str, article: str, **settings: str | int | bool) -> str:
    """Make a quiz as a teacher would, give it to the class, and return where students begin it."""
    page.goto("/admin/quizzes/quiz/add/")
    page.locator("[name=title]").fill(title)
    page.get_by_label(article).check()
    for name, value in settings.items():
        if name in BOXES:
            page.locator(f"[name={name}]").set_checked(bool(value))
        elif name in {"feedback", "selection"}:
            page.locator(f"[name={name}][value={value}]").check()
        elif name == "kinds":
            page.locator(f"[name=kinds][value={value}]").check()
        else:
            page.locator(f"[name={name}]").fill(str(value))
    page.get_by_role("button", name="Save", exact=True).click()
    address = page.get_by_role("link", name="See its questions").get_attribute("href") or ""
    number = re.findall(r"\d+", address)[0]
    give(page, title)
    return f"/quizzes/{number}/start/"


def give(page: Page, title: str) -> None:
    """Assign the quiz to the demo class, open from now on."""
    page.goto("/admin/quizzes/assignment/add/")
    page.locator("select[name=course]").select_option(index=1)
    page.locator("select[name=quiz]").select_option(label=title)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()


def begin(page: Page, start: str) -> None:
    """Begin the quiz as a student of the class."""
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    expect_ready(page)


def expect_ready(page: Page) -> None:
    """Wait until the first question is asked and its scripts run: one of them makes the link to the keys a button."""
    expect(page.locator("#progress-label")).to_have_text(re.compile("^Question 1 of "))
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
