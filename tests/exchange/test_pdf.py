"""The PDF of a paper: everything is in it, nothing is split, hidden or run."""

from __future__ import annotations

import io
import subprocess
import sys

import pypdf
import pytest

from quizzes.exchange import pdf
from quizzes.exchange.typeset import typeset
from quizzes.paper import VERSIONS, key, laid_out, paper
from tests.sheets import one_of_each, printed

MARKUP = [
    "#panic()",
    "$x^2$",
    "*strong*",
    "<label>",
    "= Heading",
    "@ref",
    "\\u{41}",
    "`raw`",
    "//comment",
    '"]) #eval("1',
]


def read(content):
    return pypdf.PdfReader(io.BytesIO(content))


def words(content):
    """Return the text of all pages, runs of blanks as one."""
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def lowest(page):
    """Return how far above the lower edge of the page its lowest text stands, in points."""
    return min(height for _, height in lines_of(page))


def lines_of(page):
    """Return the texts of a page, each with how far above its lower edge it stands, in points."""
    lines = []

    def visit(text, outer, inner, *_):
        lines.append((text.strip(), inner[4] * outer[1] + inner[5] * outer[3] + outer[5]))

    page.extract_text(visitor_text=visit)
    return [line for line in lines if line[0]]


def paper_of(bank, version="A", title="Pacts"):
    return pdf.write(title, version, paper(laid_out(bank, 4, version)))


def key_of(bank, version="A"):
    return pdf.write("Pacts", version, key(laid_out(bank, 4, version)))


@pytest.mark.parametrize("version", VERSIONS)
def test_paper_has_every_question_under_its_number(version):
    asked = paper(laid_out(one_of_each(), 4, version))

    text = words(paper_of(one_of_each(), version))

    assert "Name" in text
    assert f"Version {version}" in text
    for one in asked:
        start = one.stem.partition("____")[0].strip()
        assert f"{one.number}. {start}" in text
        assert one.instructions in text
        assert all(f"{option.letter}) {option.text}" in text for option in one.options)


def test_paper_has_no_answer():
    bank = [printed("short_answer", proof="Thesecretproof.", accept=one_of_each()[4].question.accept)]

    text = words(paper_of(bank))

    assert "Thesecretproof" not in text
    assert "Ivy" not in text


def test_key_has_the_answers_with_their_proofs():
    text = words(key_of(one_of_each()))

    for told in key(laid_out(one_of_each(), 4, "A")):
        assert all(answer in text for answer in told.answers)
    assert text.count("The Alpha Pact was signed in 1992.") == len(one_of_each())
    assert "Key to version A" in text


def test_same_sheet_is_the_same_file():
    assert paper_of(one_of_each()) == paper_of(one_of_each())


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_only_text(text):
    bank = [printed("single_choice", f"What is {text}?", proof=text, choices=(text, "other"), key=(0,))]

    found = [words(paper_of(bank, title=text)), words(key_of(bank))]

    assert all(found_text.replace(" ", "").count(text.replace(" ", "")) >= 2 for found_text in found)


@pytest.mark.parametrize(
    "text", ["Łódź, São Tomé, Ångström", "Ἀθῆναι", "Владивосток", "½ ≤ π → ∞", "20 €, £5, ₹9", "שלום"]
)
def test_letters_of_the_world_are_printed(text):
    found = words(paper_of([printed("short_answer", f"Say {text} again")]))

    assert text.split()[0] in found or text[::-1] in found


def test_arabic_is_printed_from_right_to_left():
    found = words(paper_of([printed("short_answer", "The word مرحبا is a greeting")]))

    assert "The word" in found
    assert "is a greeting" in found


def test_what_no_font_has_is_refused_rather_than_left_out():
    with pytest.raises(pdf.Unprintable):
        paper_of([printed("short_answer", "What is \U0010fffd?")])


def test_a_fault_of_the_layout_is_no_missing_letter():
    with pytest.raises(subprocess.CalledProcessError):
        pdf.write("Pacts", "A", [object_without_number()])


def object_without_number():
    from dataclasses import make_dataclass

    return make_dataclass("Broken", [("stem", str)])("?")


def test_a_question_is_on_one_page():
    bank = [printed("single_choice", f"Stem {n} {'word ' * (7 * n % 40)}", choices=("Aye", "Bee", "Cee"), key=(0,))
            for n in range(60)]  # fmt: skip

    pages = read(paper_of(bank)).pages

    assert len(pages) > 5
    for page in pages:
        text = page.extract_text()
        assert text.count("Aye") == text.count("Bee") == text.count("Cee") == text.count("Stem ")


def test_questions_move_together_before_a_page_is_begun_for_the_last():
    rooms = {}
    for count in range(8, 12):
        content = paper_of([printed("short_answer", f"Who wrote letter {n}?") for n in range(count)])
        heights = [y for text, y in lines_of(read(content).pages[0]) if text.startswith("Who")]
        rooms[count] = (len(read(content).pages), heights[0] - heights[1])

    filled = max(count for count, (pages, _) in rooms.items() if pages == 1)
    assert rooms[filled][1] < rooms[8][1] - 4
    assert rooms[filled + 1] == (2, rooms[8][1])


def test_what_is_longer_than_a_page_goes_on_on_the_next():
    stem = " ".join(f"word{n}" for n in range(2500))

    content = paper_of([printed("short_answer", stem), printed("short_answer", "And then?")])

    text = words(content)
    assert all(f"word{n}" in text for n in range(2500))
    assert min(lowest(page) for page in read(content).pages) > 20


def test_what_has_no_place_to_break_stays_on_the_page():
    word = "".join(f"w{n}" for n in range(100))

    content = paper_of([printed("single_choice", f"What is {word}?", choices=(word, "less"), key=(1,))], title=word)

    ends = [x + 0.4 * size * len(text) for page in read(content).pages for text, x, size in placed(page)]
    assert max(ends) < 600
    assert "".join(words(content).split()).replace("\u200b", "").count(word) >= 3


def placed(page):
    """Return the pieces of text of a page with where they begin and how large they are, in points."""
    pieces = []

    def visit(text, outer, inner, _font, size):
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        pieces.append((text.strip().replace("\u200b", ""), left, size * abs(inner[0])))

    page.extract_text(visitor_text=visit)
    return [piece for piece in pieces if piece[0]]


def test_pages_are_counted():
    pages = read(paper_of(one_of_each() * 12)).pages

    assert f"Page {len(pages)} of {len(pages)}" in pages[-1].extract_text()
    assert all("Version A" in page.extract_text() and "Pacts" in page.extract_text() for page in pages)


def test_a_hundred_questions_are_all_there():
    asked = paper(laid_out((one_of_each() * 13)[:100], 4, "B"))

    text = words(pdf.write("Pacts", "B", asked))

    assert [one.number for one in asked if f"{one.number}. {one.stem.partition('____')[0].strip()}" not in text] == []


def test_file_says_nothing_of_its_maker():
    info = read(paper_of(one_of_each())).metadata

    assert {name: value for name, value in info.items() if not value.startswith("Typst")} == {"/Title": "Pacts"}


def test_file_is_tagged_for_screen_readers():
    root = read(paper_of(one_of_each())).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")


def test_typesetting_needs_nothing_of_quizsite():
    sheet = b'{"of_key": false, "title": "T", "version": "A", "items": []}'

    assert typeset(sheet).startswith(b"%PDF-")
    assert not {"django", "spacy"} & set(loaded_by_the_typesetter())


def loaded_by_the_typesetter():
    program = f"import runpy, sys; runpy.run_path({str(pdf.TYPESET)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()
