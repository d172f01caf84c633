from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.document import Block, Span, Unreadable, check, read_text, words

PROSE = (
    "The harbour was dredged in 1902 so that larger ships could reach the town, and the railway that had been built "
    "for the mines was extended to the new quay. It was the first port of the coast to have electric cranes."
)
TELLING = st.text(alphabet=st.sampled_from("ab A.?!\"'“”’\n\r\t -–[]1²\u00ad\u200b\u00a0\u0301e:"), max_size=80)


def blocks(raw: str, title: str = "") -> list[tuple[str, str]]:
    """Return (kind, text) of each paragraph."""
    document = read_text(raw, title=title)
    return [(p.block.value, p.span.of(document.text)) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("A cafe\u0301 opened.", "A café opened."),
        ("One.\r\n\r\nTwo\rthree.", "One.\n\nTwo three."),
        ("A syl\u00adla\u200bble.", "A syllable."),
        ("“It’s” – he said — so.", '"It\'s" – he said — so.'),
        ("A\u00a0 wide \t gap.", "A wide gap."),
        ("A bell\x07 and a null\x00 and a half \ud800 one.", "A bell and a null and a half one."),
        ("They fell each year.Of these, many died.", "They fell each year. Of these, many died."),
        ("It is at CDC.If given early, it helps.", "It is at CDC. If given early, it helps."),
        ("Visit Example.Com/page now.", "Visit Example.Com/page now."),
        ("The canal[a] is long[not in citation given] now.", "The canal is long now."),
        ("He called it [a] lake.", "He called it [a] lake."),
        ("He met a king.:32 It was 4:30.", "He met a king. It was 4:30."),
        ("Hull ( listen) is a port .", "Hull is a port."),
        (
            "A middle- class and well- known, pre- or post-war house.",
            "A middle-class and well-known, pre- or post-war house.",
        ),
        ("It is long,[note 2][1] and wide.[citation needed]", "It is long, and wide."),
        ("He “[accomplished] tasks”.² It is 3 m² wide.", 'He "[accomplished] tasks". It is 3 m² wide.'),
        ("They held a Salt Wind -themed fair.", "They held a Salt Wind-themed fair."),
        ("They held a fair -as always.", "They held a fair -as always."),
        ("One page.\fNext page.", "One page.\n\nNext page."),
    ],
)
def test_read_text_normalises(raw: str, text: str) -> None:
    assert read_text(raw).text == text


def test_read_text_joins_hard_wrapped_lines() -> None:
    raw = (
        "It was a long and quiet day when the\nvessel at last reached the harbour of\nthe old town.\n\nThe crew slept."
    )

    text = read_text(raw).text

    assert text == (
        "It was a long and quiet day when the vessel at last reached the harbour of the old town.\n\nThe crew slept."
    )


def test_read_text_keeps_lines_that_were_broken_on_purpose() -> None:
    raw = "Chapter One\nIt was a long and quiet day when the vessel came.\n- First point.\n- Second point."

    lines = read_text(raw).text.split("\n\n")

    assert lines == [
        "Chapter One",
        "It was a long and quiet day when the vessel came.",
        "- First point.",
        "- Second point.",
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "An international plan was an inter-\nnational success.",
            "An international plan was an international success.",
        ),
        ("This was a rather well-\nknown and noted case.", "This was a rather well-known and noted case."),
    ],
)
def test_read_text_mends_words_parted_at_a_line_end(raw: str, text: str) -> None:
    assert read_text(raw).text == text


@pytest.mark.parametrize(
    "line",
    [
        "- CounterPunch.org - https://www.counterpunch.org -",
        "This article was produced by Globetrotter.",
        "This story was originally published by The Example.",
        "By Jane Q. Writer",
        "By Jane Writer, Staff Reporter",
        "Published: 5 January 2022",
        "January 5, 2022 10:30 GMT",
        "Read more: The port that never was",
        "Share this",
        "Photo: A. Person / Agency",
        "© 2021 Example Press. All rights reserved.",
        "This work is available under a Creative Commons licence.",
        "[3] Smith, A History of Ports, p. 7.",
        "Jane Writer is a freelance writer based in Leeds.",
        "* * *",
    ],
)
def test_lines_of_the_page_are_asides(line: str) -> None:
    found = {text: kind for kind, text in blocks(f"{PROSE}\n\n{line}\n\n{PROSE} It closed.")}

    assert found[line] == "aside"


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the strike of the dock workers was over at last.",
        "The author wrote to https://example.org and to many other addresses that he had found in the town's archive.",
        "Share prices fell by half.",
        "Published in 1605, the first part of the novel was a success at once.",
        "Video-sharing sites grew in those years.",
        "Sources say that the port was sold.",
    ],
)
def test_sentences_that_look_like_page_lines_stay_body(line: str) -> None:
    assert ("body", line) in blocks(f"{PROSE}\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        PROSE.upper(),
        f"{PROSE} {'x' * 251} {PROSE}",
        f"{'(' * 300}{PROSE}{')' * 300}",
    ],
    ids=["capitals", "data", "brackets"],
)
def test_paragraphs_that_are_no_prose_are_asides(line: str) -> None:
    found = {text: kind for kind, text in blocks(f"{PROSE}\n\n{line}\n\n{PROSE}")}

    assert found[line] == "aside"


def test_everything_under_sources_is_aside() -> None:
    found = blocks(f"{PROSE}\n\nSources\n\nSmith, A History of Ports, 1990.\n\nThe Port Papers were used.")

    assert [kind for kind, _ in found] == ["body", "aside", "aside", "aside"]


def test_a_section_on_sources_is_no_source_list() -> None:
    found = blocks(f"{PROSE}\n\nSources\n\n{PROSE}")

    assert [kind for kind, _ in found] == ["body", "heading", "body"]


def test_a_heading_with_prose_ends_the_source_list() -> None:
    found = blocks(f"{PROSE}\n\nReferences\n\nSmith, Ports, 1990.\n\nThe second harbour\n\n{PROSE}")

    assert [kind for kind, _ in found] == ["body", "aside", "aside", "heading", "body"]


def test_body_spans_leave_out_bullet_and_dateline() -> None:
    document = read_text(
        f"NAIROBI, Kenya (AP) — {PROSE}\n\n- {PROSE}\n\nLONDON, March 21 (Reuters) - {PROSE}\n\nParis (AFP) – {PROSE}"
    )

    assert [p.span.of(document.text) for p in document.paragraphs] == [PROSE] * 4


def test_index_counts_body_paragraphs_only() -> None:
    document = read_text(f"The Port\n\n{PROSE}\n\nShare this\n\n{PROSE}")

    assert [(p.block, p.index) for p in document.paragraphs] == [
        (Block.HEADING, -1),
        (Block.BODY, 0),
        (Block.ASIDE, -1),
        (Block.BODY, 1),
    ]


@pytest.mark.parametrize(("given_title", "title"), [("", "The Port of Amble"), ("Ports “now”", 'Ports "now"')])
def test_title_is_the_given_one_or_the_first_heading(given_title: str, title: str) -> None:
    assert read_text(f"The Port of Amble\n\n{PROSE}", title=given_title).title == title


def test_what_tells_a_title_from_its_namesakes_stands_in_brackets_behind_it() -> None:
    assert read_text(f"Amble (Northland)\n\n{PROSE}").title == "Amble (Northland)"


@pytest.mark.parametrize(
    ("head", "author", "published"),
    [
        ("By Jane Writer\n\nJanuary 5, 2022", "Jane Writer", "2022-01-05"),
        ("Photos by Jane Writer\n\nPublished 2022-02-30", "", ""),
        ("Published 2021-03-04", "", "2021-03-04"),
        ("Updated: 31 Feb 2022", "", ""),
        ("Share this", "", ""),
    ],
)
def test_author_and_date_come_from_the_lines_above(head: str, author: str, published: str) -> None:
    document = read_text(f"The Port\n\n{head}\n\n{PROSE}")

    assert (document.author, document.published) == (author, published)


def test_words_counts_body_words() -> None:
    assert words(read_text("A Heading Here\n\nThe well-known U.S. port isn't old, and it has 2,500 ships.")) == 12


def test_check_accepts_prose() -> None:
    document = read_text(f"{PROSE}\n\n{PROSE}")

    check(document)

    assert words(document) == 2 * words(read_text(PROSE))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("", "empty"),
        (" \u200b \n\n ", "empty"),
        ("Too short to ask about, this is.", "too little to ask about"),
        ("word", "too little to ask about"),
        ("12 34 56", "too little to ask about"),
        (
            "Der Hafen wurde im Jahr 1902 ausgebaggert, damit auch größere Schiffe die Stadt erreichen konnten. " * 4,
            "English",
        ),
        ("Гавань была углублена в 1902 году, чтобы большие корабли могли войти в город. " * 5, "English"),
        ("The port was old. " * 60_000, "200,000 words"),
        (f"The port was {'o' * 2_100_000}. {PROSE}", "2,000,000 characters"),
        ("港口于一九〇二年疏浚，以便更大的船只能够到达该镇。" * 30, "English"),
        (" ".join(map(str, range(1000, 3000))), "too little to ask about"),
        ("\n".join(f"* Amble quay {number}" for number in range(50)), "too little to ask about"),
        (PROSE.lower() * 3, "capital letters"),
        (PROSE.upper() * 3, "capital letters"),
    ],
)
def test_check_says_why_a_text_cannot_be_read(raw: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        check(read_text(raw))


@given(st.text(max_size=300) | TELLING)
def test_read_text_is_idempotent(raw: str) -> None:
    once = read_text(raw)

    again = read_text(once.text)

    assert again.text == once.text
    assert again.paragraphs == once.paragraphs


@given(st.text(max_size=300) | TELLING)
def test_paragraphs_cover_the_text_in_order(raw: str) -> None:
    document = read_text(raw)

    lines = document.text.split("\n\n") if document.text else []

    assert len(lines) == len(document.paragraphs)
    for line, paragraph in zip(lines, document.paragraphs, strict=True):
        assert line.endswith(paragraph.span.of(document.text))
        assert paragraph.span.start < paragraph.span.end


def test_span_slices_the_text() -> None:
    assert Span(2, 5).of("abcdefg") == "cde"
