"""Filling gaps, typed and chosen: by keyboard alone on a phone, and for everyone in each state."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import ROOT, _environment
from tests.browser.looks import PHONE, problems

TARGET = 44
MADE = """
from django.urls import reverse
from quizzes.models import Accepted, Article, Assignment, Course, Question, Quiz
course = Course.objects.get(code="READING1")
article = Article.objects.filter(facts__isnull=False).first()
quiz = Quiz.objects.create(
    title="Gaps", owner=course.owner, kinds=["cloze"], length=2, selection="list", shuffle_questions=False
)
stem = "Complete the sentence with a year and a name: In ____ the first lock was opened by a woman named ____."
for position, words in enumerate([None, ["1888", "1898", "Ilse", "Marta"]], start=1):
    question = Question.objects.create(
        article=article, key=f"gaps{{position}}{name}", kind="cloze", stem=stem, words=words, status="approved"
    )
    question.facts.add(article.facts.filter(status="approved").first())
    for gap, text in enumerate(["1898", "Ilse"]):
        Accepted.objects.create(question=question, text=text, gap=gap)
    quiz.slots.create(position=position, question=question)
quiz.articles.set([article])
Assignment.objects.create(course=course, quiz=quiz)
print(reverse("quiz_start", args=[quiz.pk]))
"""


@pytest.fixture
def start(site: str, var: Path, request: pytest.FixtureRequest) -> str:
    """Return where a quiz of two clozes begins, the first to be typed in, the second to be chosen for."""
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command"]
    command.append(MADE.format(name=request.node.name[:20]))
    environment = _environment(var) | {"SECRET_KEY": "made for one quiz"}
    made = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return made.stdout.strip()


def begin(page: Page, username: str, start: str) -> None:
    steps.join(page, username)
    page.goto(start)
    steps.follow(page, page.get_by_role("button", name="Start"))
    steps.expect_question(page, 1)


def test_gaps_are_filled_by_keyboard_alone_on_a_phone(page: Page, start: str) -> None:
    begin(page, "gapfiller", start)
    keys = page.keyboard

    steps.tab_to(page, page.get_by_role("textbox", name="Gap 1 of 2"))
    keys.type("1898")
    keys.press("Tab")
    expect(page.get_by_role("textbox", name="Gap 2 of 2")).to_be_focused()
    keys.type("ilse")
    keys.press("Enter")
    steps.expect_feedback(page)
    expect(page.locator(".verdict-line")).to_be_focused()
    expect(page.get_by_text("Right.")).to_be_visible()
    keys.press("Enter")

    steps.expect_question(page, 2)
    for gap, word in (("Gap 1 of 2", "1888"), ("Gap 2 of 2", "Ilse")):
        steps.tab_to(page, page.get_by_role("combobox", name=gap))
        keys.type(word)
    steps.follow(page, page.get_by_role("button", name="Answer", exact=True))
    steps.expect_feedback(page)
    expect(page.get_by_text("1 of 2 gaps right.")).to_be_visible()
    expect(page.get_by_text("You answered 1888")).to_be_visible()


def test_gaps_are_for_everyone_in_each_state(page: Page, start: str) -> None:
    page.set_viewport_size(PHONE)
    begin(page, "gapreader", start)
    assert problems(page) == {}
    boxes = page.locator(".gapped input").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(boxes) >= TARGET

    page.get_by_role("textbox", name="Gap 1 of 2").fill("1898")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("Fill every gap first.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Gap 1 of 2")).to_have_value("1898")
    assert problems(page) == {}

    page.get_by_role("textbox", name="Gap 2 of 2").fill("Marta")
    page.get_by_role("button", name="Answer", exact=True).click()
    steps.expect_feedback(page)
    assert problems(page) == {}
    steps.go_on(page)
    steps.expect_question(page, 2)
    assert problems(page) == {}
