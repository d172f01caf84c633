"""What everyone must be able to see and use: WCAG 2.2 AA by axe in both colour schemes, nothing cut off on a phone."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


def problems(page: Page) -> dict[str, list[str]]:
    """Return what is wrong with a page as it stands, by colour scheme and size; leave it as a phone shows it."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(TWO_FRAMES)  # until the new colours are painted, axe may measure a mixture of both schemes
        for size in (PHONE, DESK):
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
