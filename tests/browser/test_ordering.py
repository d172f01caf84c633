"""Putting items in order: by the buttons, by a mouse, by a finger; each says where the item is now."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import steps
from tests.browser.looks import PHONE, problems

TOUCH = """([grip, y]) => {
  const box = grip.getBoundingClientRect();
  const at = (type, y) => new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 7, pointerType: "touch", isPrimary: true, button: 0,
    clientX: box.x + 5, clientY: y,
  });
  HTMLElement.prototype.setPointerCapture = () => {};
  grip.dispatchEvent(at("pointerdown", box.y + 5));
  document.dispatchEvent(at("pointermove", y));
  document.dispatchEvent(at("pointerup", y));
}"""


def begin(page: Page, username: str, start: str) -> list[str]:
    """Start the quiz; return the items as they are shown."""
    steps.join(page, username)
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    steps.expect_question(page, 1)
    # The script gives each row its grip and buttons, which makes it taller.
    expect(page.locator("[data-grip]")).to_have_count(page.locator("[data-order] > li").count())
    return items(page)


def items(page: Page) -> list[str]:
    return page.locator("[data-order] label").all_inner_texts()


def places(page: Page) -> list[str]:
    return [box.input_value() for box in page.locator("[data-order] select").all()]


def bottom(item: Locator) -> float:
    box = item.bounding_box()
    assert box is not None
    return box["y"] + box["height"] - 4


def test_a_mouse_drags_an_item_to_its_place(
    new_context: Callable[..., BrowserContext], quiz_of: Callable[[str], str]
) -> None:
    page = new_context().new_page()
    shown = begin(page, "dragger", quiz_of("ordering"))
    rows = page.locator("[data-order] > li")

    rows.first.hover(position={"x": 20, "y": 20})
    page.mouse.down()
    page.mouse.move(200, bottom(rows.last), steps=8)
    page.mouse.up()

    assert items(page) == [*shown[1:], shown[0]]
    assert places(page) == [str(place) for place in range(1, len(shown) + 1)]
    expect(page.locator("#announcer")).to_contain_text(f"{shown[0]}: place {len(shown)} of {len(shown)}.")


def test_escape_puts_a_dragged_item_back(
    new_context: Callable[..., BrowserContext], quiz_of: Callable[[str], str]
) -> None:
    page = new_context().new_page()
    shown = begin(page, "undecided", quiz_of("ordering"))
    rows = page.locator("[data-order] > li")

    rows.first.hover(position={"x": 20, "y": 20})
    page.mouse.down()
    page.mouse.move(200, bottom(rows.last), steps=8)
    page.keyboard.press("Escape")
    page.mouse.up()

    assert items(page) == shown


def test_a_finger_drags_by_the_grip_and_the_page_scrolls_elsewhere(
    new_context: Callable[..., BrowserContext], quiz_of: Callable[[str], str]
) -> None:
    page = new_context(viewport=PHONE, has_touch=True).new_page()
    shown = begin(page, "fingers", quiz_of("ordering"))
    rows = page.locator("[data-order] > li")
    end = bottom(rows.last)

    page.evaluate(TOUCH, [rows.first.locator("label").element_handle(), end])
    assert items(page) == shown
    page.evaluate(TOUCH, [rows.first.locator("[data-grip]").element_handle(), end])

    assert items(page) == [*shown[1:], shown[0]]
    assert rows.first.locator("[data-grip]").evaluate("grip => getComputedStyle(grip).touchAction") == "none"
    assert rows.first.locator("label").evaluate("label => getComputedStyle(label).touchAction") == "auto"


def test_buttons_move_an_item_by_keyboard_and_what_was_made_is_kept_over_a_reload(
    page: Page, quiz_of: Callable[[str], str]
) -> None:
    shown = begin(page, "buttons", quiz_of("ordering"))

    steps.follow(page, page.get_by_role("button", name="Move down").first)
    expect(page.locator("#announcer")).to_contain_text(f"{shown[0]}: place 2 of {len(shown)}.")
    page.reload()
    steps.expect_question(page, 1)

    assert items(page) == [shown[1], shown[0], *shown[2:]]
    assert problems(page) == {}
