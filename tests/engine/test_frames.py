from __future__ import annotations

import pytest

from quizzes.engine import frames, labels
from quizzes.engine.document import Block, Document, Paragraph, Span
from quizzes.engine.facts.base import AnswerType, Fact, Level
from quizzes.engine.questions.base import Accepted, Question
from quizzes.engine.world import Named, World

COUNCIL = "The Council of Weavers licenses each loom."


def world(*sentences: str, topic: Named | None = None) -> World:
    """Return an article of one paragraph whose last sentence is a fact."""
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    fact = Fact("f1", "action", sentences[-1], (), (spans[-1],), 0, 0.5)
    paragraph = Paragraph(Span(0, len(text) - 1), Block.BODY, 0)
    return World(Document(text.strip(), (paragraph,)), (fact,), sentences=tuple(spans), topic=topic)


QUESTION = Question(
    "q", "short_answer", Level.RECALL, "Which council licenses each loom?", ("f1",),
    accept=(Accepted("the Council of Weavers"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("In Norway, weavers need a licence.", "Norway"),
        ("In the Netherlands weavers need a licence.", "the Netherlands"),
        ("Weavers need a licence.", ""),
        ("In Norway, weavers need a licence. In Brazil, they need none.", "Brazil"),
        ("In Spring, weavers need a licence.", ""),
    ],
)
def test_the_place_that_a_paragraph_speaks_of_holds_for_its_next_sentences(before, place):
    told = [f"{part.rstrip('.')}." for part in before.split(". ")]

    assert frames.place_of(QUESTION, world(*told, COUNCIL)) == place


def test_a_sentence_that_names_another_place_leaves_the_frame():
    known = world("In Norway, weavers need a licence.", "The Danish Council of Weavers licenses each loom.")

    assert frames.place_of(QUESTION, known) == ""


@pytest.mark.parametrize(
    ("topic", "label"),
    [
        (Named("weaving", AnswerType.TERM, ("weaving",)), "weaving (Norway)"),
        (Named("looms", AnswerType.TERM, ("looms", "loom")), "Norway"),
        (Named("Oslo", AnswerType.PLACE, ("Oslo",)), "Oslo"),
    ],
)
def test_the_place_of_the_paragraph_stands_in_the_label(topic, label):
    known = world("In Norway, weavers need a licence.", COUNCIL, topic=topic)

    assert labels.label_of(QUESTION, known) == label


def test_no_place_before_a_question_that_names_one():
    question = Question("q", "true_false", Level.RECALL, "Danish looms are old.", ("f1",), key=(0,))

    assert labels.place_meant(question, world("In Norway, weavers need a licence.", COUNCIL)) == ""


@pytest.mark.parametrize(
    ("stem", "key"), [("Which acid do looms need?", "lye"), ("Which country's council licenses looms?", "the UK")]
)
def test_no_place_before_what_holds_everywhere_or_asks_for_it(stem, key):
    question = Question("q", "short_answer", Level.RECALL, stem, ("f1",), accept=(Accepted(key),))
    known = world("In the United Kingdom, weavers need a licence.", COUNCIL)

    assert labels.place_meant(question, known) == ""


def test_a_gap_is_never_told_as_of_an_article_about_a_place_that_one_paragraph_speaks_of():
    looms = Named("looms", AnswerType.TERM, ("looms", "loom"))
    known = world("In Norway, weavers need a licence.", COUNCIL, topic=looms)
    gap = Question(
        "q", "cloze", Level.RECALL, "Complete the sentence: The ____ licenses each loom.", ("f1",),
        accept=(Accepted("Council of Weavers"),),
    )  # fmt: skip

    assert labels.label_of(gap, known) == "looms (Norway)"
