from collections import Counter
from dataclasses import replace

from quizzes.engine import language
from quizzes.engine.facts.base import Level
from quizzes.engine.proofs import NAMES, clause
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.rereading import choose_sound
from tests.engine.builders import NORWAY, TREATY, Trusting, world

WORLD = world(NORWAY, TREATY)
SOUND = Question("a", "short_answer", Level.RECALL, NORWAY.answers[0].stem, ("f1",), accept=(Accepted("1905"),))
BROKEN = Question(
    "b", "short_answer", Level.RECALL, "In which year the Treaty of Kiel was signed?", ("f2",),
    accept=(Accepted("1814"),),
)  # fmt: skip


def test_what_is_no_clean_clause_is_not_shown():
    rejected = Counter()

    chosen, _ = choose_sound([SOUND, BROKEN], WORLD, 1, rejected, Trusting(WORLD), language.parse_texts)

    assert [question.id for question in chosen] == ["a"]
    assert rejected[clause.NAME] == 1


def test_what_is_shown_says_that_it_was_read_again():
    chosen, _ = choose_sound([SOUND], WORLD, 1, Counter(), Trusting(WORLD), language.parse_texts)

    assert chosen[0].proofs == (*NAMES, clause.NAME)


def test_another_question_takes_the_place_of_a_faulty_one():
    other = Question(
        "c", "short_answer", Level.RECALL, TREATY.answers[0].stem, ("f2",), accept=(Accepted("1814"),)
    )  # fmt: skip

    chosen, _ = choose_sound([SOUND, BROKEN, other], WORLD, 1, Counter(), Trusting(WORLD), language.parse_texts)

    assert {question.id for question in chosen} == {"a", "c"}


def test_words_of_the_article_are_not_parsed_again():
    read = []

    def reader(texts):
        read.extend(texts)
        return language.parse_texts(texts)

    said = Question("d", "true_false", Level.RECALL, NORWAY.statement, ("f1",), ("True", "False"), (0,))
    choose_sound([said], WORLD, 1, Counter(), Trusting(WORLD), reader)

    assert read == []


def test_what_is_chosen_and_its_other_forms_are_parsed_together():
    read = []

    def reader(texts):
        read.append(list(texts))
        return language.parse_texts(texts)

    gap = Question(
        "e", "cloze", Level.RECALL, "Complete the sentence with a year: In ____, Norway left its union with Sweden.",
        ("f1",), accept=(Accepted("1905"),), score=0.8,
    )  # fmt: skip
    chosen, others = choose_sound([replace(SOUND, score=0.9), gap], WORLD, 1, Counter(), Trusting(WORLD), reader)

    assert [question.id for question in (*chosen, *others)] == ["a", "e"]
    assert read == [[SOUND.stem, "In 1905, Norway left its union with Sweden."]]
