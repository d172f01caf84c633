from __future__ import annotations

from quizzes.engine.document import Document, Span, read_text
from quizzes.engine.generators.parts import WORDS, Part, parts


def article(*paragraphs: list[str]) -> tuple[Document, list[Span]]:
    """Return a document of such paragraphs, and where each of their sentences stands."""
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    spans, at = [], 0
    for sentence in (sentence for sentences in paragraphs for sentence in sentences):
        at = text.index(sentence, at)
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence)
    return Document(text, read_text(text).paragraphs), spans


def long(number: int, words: int) -> str:
    return f"Ship {number} " + "sailed on " * ((words - 3) // 2) + "home."


def texts(document: Document, part: Part) -> list[str]:
    return [span.of(document.text) for span in part.sentences.values()]


def test_short_article_is_one_part_with_its_sentences_numbered_from_1():
    document, spans = article(["One ship sailed.", "It sank."], ["Two more sailed."])

    found = parts(document, spans)

    assert [list(part.sentences) for part in found] == [[1, 2, 3]]
    assert found[0].openings == {1, 3}


def test_numbers_run_on_over_the_parts():
    document, spans = article(*([long(n, WORDS // 2)] for n in range(5)))

    numbers = [number for part in parts(document, spans) for number in part.sentences]

    assert numbers == [1, 2, 3, 4, 5]


def test_parts_are_cut_between_paragraphs():
    document, spans = article([long(1, 150), long(2, 150)], [long(3, 150), long(4, 150)])

    assert [len(part.sentences) for part in parts(document, spans)] == [2, 2]


def test_long_paragraph_is_cut_between_sentences():
    document, spans = article([long(n, WORDS // 3) for n in range(7)])

    found = parts(document, spans)

    assert all(len(" ".join(texts(document, part)).split()) <= WORDS for part in found)
    assert sum(len(part.sentences) for part in found) == 7


def test_sentence_longer_than_a_part_stands_alone():
    document, spans = article([long(1, WORDS + 50)], ["It sank."])

    assert [len(part.sentences) for part in parts(document, spans)] == [1, 1]


def test_no_sentences_are_no_parts():
    assert parts(Document("", ()), []) == []
