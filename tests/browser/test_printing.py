"""What Chromium puts on paper: questions whole, nothing of the site around them, black on white."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import steps
from tests.browser.conftest import sign_in

TITLE = "The Making of the Panama Canal"
QUIZ = "From the library"
JOINER = "\u2060"
LINES = "items => items.map(item => [...item.querySelectorAll('p, li')].map(line => line.innerText))"
# Of each answer: what is asked, what was answered, and the first proof; not what paper leaves out.
TOGETHER = """cards => cards.map(card => [
  ".answer-title > span:last-child", ".facts-line", ".choice-text", "dd", ".why > .stack > p:first-child",
  ".evidence:first-child mark",
].flatMap(part => [...card.querySelectorAll(part)].slice(0, part.endsWith("mark") ? 1 : 9)
).map(one => one.innerText))"""
COLOURS = "body => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]"


def bare(text: str) -> str:
    """Return a text without blanks and joiners, and with two letters for each that the printer drew as one."""
    return "".join(unicodedata.normalize("NFKC", text).replace(JOINER, "").split())


def sheets(page: Page) -> list[str]:
    """Print the page as a file and return the bare text of each sheet."""
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    return [bare(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(printed)).pages]


@pytest.fixture
def teacher(new_context: Callable[..., BrowserContext]) -> Page:
    page = new_context(color_scheme="dark").new_page()
    sign_in(page, "demo-teacher")
    page.goto("/teaching/")
    page.get_by_role("link", name=f"Print {QUIZ}").click()
    return page


@pytest.mark.parametrize("sheet", ["Version A", "Key to A", "Version B", "Key to B"])
def test_each_question_of_a_quiz_is_on_one_sheet(teacher: Page, sheet: str) -> None:
    teacher.get_by_role("link", name=sheet, exact=True).click()
    expect(teacher.get_by_role("link", name=sheet, exact=True)).to_have_attribute("aria-current", "page")
    questions = teacher.locator(".sheet-questions > li").evaluate_all(LINES)

    printed = sheets(teacher)

    assert (len(questions), len(printed) > 1) == (12, True)
    for lines in questions:
        wanted = [bare(line) for line in lines]
        assert any(all(line in text for line in wanted) for text in printed), lines
    name = sheet.replace("Key to", "Key to version").replace(" ", "")
    assert all(name in text and f"Page{number}of{len(printed)}" in text for number, text in enumerate(printed, start=1))
    assert not any(word in "".join(printed) for word in ("Library", "Download", "Skip", "Printthispage"))


def test_the_button_prints_what_is_seen(teacher: Page) -> None:
    teacher.evaluate("window.print = () => { document.title = 'printed' }")

    teacher.get_by_role("button", name="Print this page").click()

    expect(teacher).to_have_title("printed")


def test_the_files_are_downloaded(teacher: Page) -> None:
    with teacher.expect_download() as download:
        teacher.get_by_role("link", name="Download version A as PDF").click()

    assert download.value.suggested_filename == "from-the-library-paper-A.pdf"
    assert len(pypdf.PdfReader(download.value.path()).pages) > 1


def test_a_result_is_printed_with_every_proof_in_black_on_white(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(color_scheme="dark").new_page()
    steps.join(page, "printer")
    steps.start_quiz(page, TITLE)
    steps.finish(page, 1)
    proofs = page.locator("details mark").evaluate_all("marks => marks.map(mark => mark.textContent)")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.locator("body").evaluate(COLOURS)

    printed = "".join(sheets(page))

    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert proofs
    assert [proof for proof in proofs if bare(proof) not in printed] == []
    assert "Readerprinter" in printed
    assert not any(word in printed for word in ("Library", "Practisewhat", "Allscores", "Printthispage"))


def test_no_answer_is_torn_from_its_question_and_its_first_proof(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    steps.join(page, "binder")
    steps.start_quiz(page, TITLE)
    steps.finish(page, 1)
    page.locator("details.why").evaluate_all("all => all.forEach(one => { one.open = true })")
    answers = page.locator("main ol > li.card").evaluate_all(TOGETHER)

    printed = sheets(page)

    torn = [lines for lines in answers if not any(all(bare(line) in sheet for line in lines) for sheet in printed)]
    assert (len(answers) > 4, torn) == (True, [])
    # Below the score there is room for it.
    assert all(bare(line) in printed[0] for line in answers[0])
    assert "Inthearticle" not in "".join(printed)
