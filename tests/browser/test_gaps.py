"""Gaps of which one is left open: the message, what was filled in, and the focus."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.kinds import PAPER
from tests.browser.looks import PHONE, problems

NAMES = [asked.name for asked in PAPER]
EDGES = "boxes => boxes.map(box => box.getBoundingClientRect()).map(box => [box.top, box.bottom])"
APART = 4
"""So many pixels at least lie between two gaps that stand below each other."""


def test_gaps_left_open_are_asked_for_and_nothing_typed_is_lost(page: Page, school: Callable[..., str]) -> None:
    steps.join(page, "gapreader")
    page.goto(school("every_kind", title="Every kind with gaps"))
    page.get_by_role("button", name="Start").click()
    steps.expect_question(page, 1)
    page.goto(page.url.removesuffix("1/") + f"{NAMES.index('cloze_two_gaps') + 1}/")

    page.get_by_role("textbox", name="Gap 1 of 2").fill("1992")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Fill every gap first.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Gap 1 of 2")).to_have_value("1992")
    assert problems(page, [PHONE]) == {}
    page.set_viewport_size({"width": 300, "height": 844})
    (_, bottom), (top, _) = page.locator(".gapped input").evaluate_all(EDGES)
    assert top - bottom >= APART
