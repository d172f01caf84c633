"""The passage around a proof: whole paragraphs, in order, as many sentences as one reads at once."""

import random
from dataclasses import replace

import pytest

from quizzes.engine.document import Block, Document, Paragraph, Span
from quizzes.engine.passages import FEWEST, MOST, around
from quizzes.engine.world import World


def article(*sizes):
    """An article of paragraphs with so many sentences."""
    text, paragraphs, sentences = "", [], []
    for number, size in enumerate(sizes):
        start = len(text)
        for index in range(size):
            begin = len(text)
            text += f"Sentence {index} of paragraph {number}."
            sentences.append(Span(begin, len(text)))
            text += " "
        paragraphs.append(Paragraph(Span(start, len(text) - 1), Block.BODY, number))
        text = f"{text[:-1]}\n\n"
    return World(Document(text, tuple(paragraphs)), (), sentences=tuple(sentences))


def found(world, place, seed=0):
    return around([world.sentences[place]], world, random.Random(seed))


def test_a_paragraph_of_usual_length_is_the_passage():
    world = article(4, 6, 4)

    passage = found(world, 5)

    assert passage.texts(world) == tuple(f"Sentence {index} of paragraph 1." for index in range(6))
    assert passage.paragraphs == (1,) * 6


def test_a_short_paragraph_takes_its_neighbours_whole():
    world = article(3, 2, 3)

    passages = {found(world, 3, seed).paragraphs for seed in range(20)}

    assert passages == {(0, 0, 0, 1, 1), (1, 1, 2, 2, 2)}


def test_of_a_long_paragraph_a_part_is_taken_about_the_proof():
    world = article(30)

    starts = {found(world, 15, seed).sentences[0].start for seed in range(40)}

    assert len(starts) > 5
    assert all(world.sentences[15] in found(world, 15, seed).sentences for seed in range(40))


def test_too_short_an_article_has_no_passage():
    assert found(article(2, 2), 0) is None


def test_two_proofs_far_apart_have_no_passage():
    world = article(7, 7)

    assert around([world.sentences[0], world.sentences[13]], world, random.Random(0)) is None


def test_two_proofs_near_each_other_have_one():
    world = article(4, 4)

    passage = around([world.sentences[0], world.sentences[7]], world, random.Random(0))

    assert passage.paragraphs == (0,) * 4 + (1,) * 4


def test_what_is_no_sentence_of_the_article_has_none():
    assert around([Span(1, 5)], article(6), random.Random(0)) is None


@pytest.mark.parametrize("sizes", [(1,) * 20, (2, 9, 1, 30, 4), (11, 2, 11), (5, 13)])
def test_a_passage_holds_its_proof_and_has_its_bounds(sizes):
    world = article(*sizes)

    for place, span in enumerate(world.sentences):
        passage = found(world, place, place)
        first = world.sentences.index(passage.sentences[0])
        assert span in passage.sentences
        assert FEWEST <= len(passage.sentences) <= MOST
        assert passage.sentences == world.sentences[first : first + len(passage.sentences)]


def test_headings_and_asides_are_no_part_of_it():
    world = article(3, 3)
    heading = replace(world.document.paragraphs[1], block=Block.HEADING, index=-1)
    without = replace(world, document=replace(world.document, paragraphs=(world.document.paragraphs[0], heading)))

    assert found(without, 0) is None
