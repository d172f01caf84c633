"""Every page, in light and dark, on a phone and on a desk: WCAG 2.2 AA by axe, a silent console, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.browser import steps
from tests.browser.conftest import PATIENCE, sign_in
from tests.browser.looks import PHONE, problems

READ, BEGUN = "Wangari Maathai, the Woman Who Planted Trees", "How Geologists Learned That Continents Move"

# name, who looks at it, address; those in braces come from what the fixtures do first
PAGES = [
    ("landing", "nobody", "/"),
    ("login", "nobody", "/accounts/login/"),
    ("join", "nobody", "/join/"),
    ("help", "nobody", "/help/"),
    ("missing", "nobody", "/no-such-page/"),
    ("home", "student", "/"),
    ("library", "student", "/library/"),
    ("article", "student", "{article}"),
    ("read", "student", "{article}read/"),
    ("article_quiz", "student", "{article}quiz/"),
    ("question_after", "student", "{answered}"),
    ("question_before", "student", "{asked}"),
    ("result", "student", "{result}"),
    ("cards_front", "student", "/cards/"),
    ("cards_back", "student", "{back}"),
    ("cards_summary", "student", "/cards/summary/"),
    ("scores", "student", "/scores/"),
    ("password", "student", "/accounts/password/change/"),
    ("teacher_home", "teacher", "/"),
    ("teaching", "teacher", "/teaching/"),
    ("article_add", "teacher", "/articles/add/"),
    ("article_build", "teacher", "{article}build/"),
    ("quiz_scores", "teacher", "{scores}"),
    ("quiz_print", "teacher", "{paper}"),
    ("quiz_key", "teacher", "{paper}key/"),
    ("admin_questions", "teacher", "/admin/quizzes/question/"),
    ("admin_question", "teacher", "{edit}"),
]


@dataclass
class Visit:
    """One person's page, and everything the browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: ConsoleMessage) -> None:
        """Keep errors and warnings, those of the content security policy among them."""
        is_the_page_itself = message.location.get("url") == self.page.url and "404" in message.text
        if message.type in {"error", "warning"} and not is_the_page_itself:
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def visits(browser: Browser, site: str) -> Iterator[dict[str, Visit]]:
    """Return the pages of nobody, a student and the teacher, signed in once for all tests here."""
    contexts: list[BrowserContext] = []
    found = {}
    for who in ("nobody", "student", "teacher"):
        contexts.append(browser.new_context(base_url=site, viewport=PHONE, reduced_motion="reduce"))
        contexts[-1].set_default_timeout(PATIENCE)
        found[who] = Visit(contexts[-1].new_page())
    steps.join(found["student"].page, f"looker{id(found)}")
    sign_in(found["teacher"].page, "demo-teacher")
    yield found
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def places(visits: dict[str, Visit]) -> dict[str, str]:
    """Take one quiz to its end, begin another, rate a card: return the addresses of what is then to be seen."""
    page, found = visits["student"].page, {}
    steps.open_article(page, READ)
    found["article"] = page.url
    steps.start_quiz(page, READ)
    steps.finish(page, 1)
    found["result"] = page.url
    steps.start_quiz(page, BEGUN)
    found["answered"] = page.url
    steps.answer(page)
    steps.go_on(page)
    steps.expect_question(page, 2)
    found["asked"] = page.url
    found["back"] = rated_and_turned(page)
    return found | teachers_places(visits["teacher"].page)


def rated_and_turned(page: Page) -> str:
    """Rate a card and return the address of the next one's back."""
    page.goto("/cards/")
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_label("Front of the card")).to_be_visible()
    return f"/cards/?side=back&fact={page.locator('#card input[name=fact]').get_attribute('value')}"


def teachers_places(page: Page) -> dict[str, str]:
    """Return the score page of the quiz that was taken, the desk's page of one of its questions, and a printed quiz."""
    page.goto("/teaching/")
    paper = page.get_by_role("link", name="Print From the library").get_attribute("href")
    page.get_by_role("link", name=READ).last.click()
    expect(page.get_by_role("heading", name="Students")).to_be_visible()
    edit = page.get_by_role("link", name="Edit").first.get_attribute("href")
    return {"scores": page.url, "edit": edit or "", "paper": paper or ""}


@pytest.mark.parametrize(("name", "who", "address"), PAGES, ids=[name for name, _, _ in PAGES])
def test_a_page_is_for_everyone(
    name: str, who: str, address: str, visits: dict[str, Visit], places: dict[str, str]
) -> None:
    visit = visits[who]
    page, visit.complaints = visit.page, []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)

    page.goto(address.format(**places))

    assert problems(page) == {}
    assert visit.complaints == []
