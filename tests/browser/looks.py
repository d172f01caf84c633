"""What everyone must be able to see and use: WCAG 2.2 AA by axe in both colour schemes, nothing cut off on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)


TARGET = 44
# Links in the flow of a sentence may be smaller; a radio button or check box is pressed by its label.
SMALL = """(root, least) => [...root.querySelectorAll("a, button, summary, input, select, textarea")]
  .map(one => one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one)
  .filter(one => one.checkVisibility() && !one.matches(":disabled"))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(([one, box]) => `${box.width}x${box.height} ${one.outerHTML.slice(0, 120)}`)"""
# What has the focus is outlined, itself or as the row that it stands in, and nothing lies over its middle.
UNSEEN = """() => {
  const has = document.activeElement, shown = has.closest(".choice") ?? has;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight - box.y) / 2);
  const faults = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
  if (!over || !(shown.contains(over) || over.contains(shown))) faults.push(`under ${over?.outerHTML.slice(0, 80)}`);
  return faults.map(fault => `${fault}: ${shown.outerHTML.slice(0, 120)}`);
}"""


def problems(page: Page, sizes: Sequence[ViewportSize] = (PHONE, DESK)) -> dict[str, list[str]]:
    """Return what is wrong with a page as it stands, by colour scheme and size; leave it as a phone shows it."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(TWO_FRAMES)  # until the new colours are painted, axe may measure a mixture of both schemes
        for size in sizes:
            page.set_viewport_size(size)
            found[f"{scheme} {size['width']}"] = violations(page)
    page.set_viewport_size(PHONE)
    if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
        found["too wide"] = [page.url]
    return {where: faults for where, faults in found.items() if faults}


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong, each with the elements it is about."""
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['help']} {[node['html'][:200] for node in one['nodes'][:5]]}" for one in found]


def small_targets(page: Page) -> list[str]:
    """Return what in the question is too small for a finger."""
    small: list[str] = page.locator("#question").evaluate(SMALL, TARGET)
    return small


def unseen_focus(page: Page) -> list[str]:
    """Return why somebody at the keyboard cannot see where they are."""
    unseen: list[str] = page.evaluate(UNSEEN)
    return unseen


def walk(page: Page) -> list[str]:
    """Press Tab from what has the focus to the end of the question; return wherever the focus cannot be seen."""
    unseen: list[str] = []
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.closest('#question') !== null"):
        unseen += unseen_focus(page)
        page.keyboard.press("Tab")
    return unseen
