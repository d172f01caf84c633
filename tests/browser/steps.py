"""What people do on every journey: join, answer whatever is asked, find their way by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import Answer

CODE = "READING1"
PASSWORD = "rivers-run-uphill-at-noon"
MOST_TABS = 80


def join(page: Page, username: str) -> None:
    """Sign up as a new student of the demo class."""
    page.goto("/join/")
    page.get_by_label("Class code").fill(CODE)
    page.get_by_label("Your name").fill(f"Reader {username}")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Join and start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, Reader {username}")


def open_article(page: Page, title: str) -> None:
    """Go to an article's page by the library."""
    page.goto("/library/")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def start_quiz(page: Page, title: str) -> None:
    """Begin the shortest practice quiz on an article."""
    open_article(page, title)
    page.get_by_role("link", name="Quiz me").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)


def expect_question(page: Page, position: int) -> None:
    """Wait until the question with this number is asked and takes answers."""
    expect(page.get_by_text(f"Question {position} of ", exact=False).first).to_be_visible()
    expect(page.get_by_role("button", name="Answer", exact=True)).to_be_visible()


def total(page: Page) -> int:
    """Return how many questions the quiz has."""
    return int(page.locator("#progress-label").inner_text().rsplit(" ", 1)[1])


def fill(page: Page) -> None:
    """Give some answer that the form takes, by pointer and typing."""
    question = page.locator("#question")
    if question.get_by_role("textbox").count():
        for line in question.get_by_role("textbox").all():
            line.fill("1907")
    elif question.locator("input[type=radio], input[type=checkbox]").count():
        question.locator("input[type=radio], input[type=checkbox]").first.check()
    elif not question.locator("[data-order]").count():
        for index, box in enumerate(question.get_by_role("combobox").all()):
            box.select_option(index=index + 1)


def answer(page: Page) -> None:
    """Answer the question shown and wait for its feedback."""
    fill(page)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect_feedback(page)


def go_on(page: Page) -> None:
    """Leave the feedback for the next question, or for the result after the last."""
    page.locator("#question").get_by_role("link", name="Next question").or_(
        page.get_by_role("link", name="See your result")
    ).click()


def finish(page: Page, position: int) -> None:
    """Answer from this question to the last, and open the result."""
    last = total(page)
    for place in range(position, last + 1):
        expect_question(page, place)
        answer(page)
        go_on(page)
    expect_result(page, last)


def expect_feedback(page: Page) -> None:
    """Wait for the verdict and its proof."""
    expect(page.get_by_role("heading", name="Why", level=3)).to_be_visible()


def expect_result(page: Page, questions: int) -> None:
    """Wait for the result of a quiz of so many questions."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"of {questions} right")
    expect(page.get_by_role("listitem").filter(has=page.get_by_text("Why", exact=False))).to_have_count(questions)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


def follow(page: Page, target: Locator) -> None:
    """Go to a link or button by Tab, and press Enter."""
    tab_to(page, target)
    page.keyboard.press("Enter")


def answer_by_keyboard(page: Page) -> str:
    """Answer the question shown without a mouse; return the way it was answered."""
    question, keys = page.locator("#question"), page.keyboard
    submit = question.get_by_role("button", name="Answer", exact=True)
    if question.get_by_role("textbox").count():
        way = "typed"
        for line in question.get_by_role("textbox").all():
            tab_to(page, line)
            keys.type("12")
        keys.press("Enter")
    elif question.locator("[data-key]").count():
        way = "chosen"
        keys.press("1")
        expect(question.locator("[data-key='1'] input")).to_be_checked()
        keys.press("Enter")
    elif question.locator("[data-order]").count():
        way = "ordered"
        follow(page, question.get_by_role("button", name="Move down").first)
        follow(page, submit)
    else:
        way = "matched"
        for index, box in enumerate(question.get_by_role("combobox").all()):
            tab_to(page, box)
            for _ in range(index + 1):
                keys.press("ArrowDown")
        follow(page, submit)
    expect_feedback(page)
    return way


def fill_by_keyboard(page: Page, given: Answer) -> None:
    """Fill in this answer from wherever the focus is, without a mouse; without JavaScript places are chosen."""
    question = page.locator("#question")
    if question.locator("[data-order='']").count():
        given = {text: str(place) for place, text in enumerate(given, start=1)}
    if isinstance(given, Mapping):
        for label, text in given.items():
            tab_to(page, question.get_by_label(label, exact=True))
            page.keyboard.type(text)
    elif question.locator("[data-order]").count():
        for place, text in enumerate(given):
            while page.locator("[data-order] label").all_inner_texts().index(text) > place:
                follow(page, question.get_by_role("button", name=f"Move up: {text}"))
    else:
        for text in given:
            take_by_keyboard(page, text)


def take_by_keyboard(page: Page, text: str) -> None:
    """Take a choice: by Space in a list of check boxes, by the arrows among radio buttons."""
    boxes, keys = page.locator("#question [name=choice]"), page.keyboard
    wanted = choice(page, text)
    if boxes.first.get_attribute("type") == "checkbox":
        tab_to(page, wanted)
        keys.press("Space")
    else:
        tab_to(page, boxes.first)
        keys.press("Space")
        while not wanted.is_checked():
            keys.press("ArrowDown")
    expect(wanted).to_be_checked()


def choice(page: Page, text: str) -> Locator:
    """Return the radio button or check box of a choice."""
    row = page.locator("#question label").filter(has=page.get_by_text(text, exact=True))
    return row.locator("input")


def send_by_keyboard(page: Page) -> None:
    """Send the answer as the keyboard does it from here: Enter in a field, else by the button."""
    if page.evaluate("document.activeElement.matches('#answer input')"):
        page.keyboard.press("Enter")
    else:
        follow(page, page.get_by_role("button", name="Answer", exact=True))
