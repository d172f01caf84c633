"""The signs of a question, and what they make of its score."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from quizzes.engine.facts.base import Level
from quizzes.engine.features import features
from quizzes.engine.questions import Accepted, Question
from quizzes.engine.score import LEAST, score, scored_all, weights
from quizzes.engine.selection import choose
from tests.engine.builders import NORWAY, POLE, Trusting, fact, world

WORLD = world(NORWAY, POLE)


def asked(stem, *facts, kind="short_answer", key="1905"):
    return Question("q", kind, Level.RECALL, stem, facts or ("f1",), accept=(Accepted(key),))


def judged(stem, key, *facts):
    return Question("q", "true_false", Level.RECALL, stem, facts or ("f1",), ("True", "False"), (key,))


@pytest.mark.parametrize(
    ("stem", "sign"),
    [
        ("In which year did it leave the union with Sweden?", "pronoun"),
        ("In which year did Norway thereby leave the union?", "word left over"),
        ("In which year did Norway leave after the treaty?", "bare definite"),
        ("Who had reached the South Pole in December?", "had before a past"),
        ("Amundsen arrived before The race began.", "capital inside"),
        ("Roald Amundsen sold Roald Amundsen's own boats.", "name twice"),
        ("Which place is larger than Venus?", "which place"),
        ("When did prices rise?", "no name or figure"),
    ],
)
def test_a_stem_shows_its_signs(stem, sign):
    assert sign in features(asked(stem), WORLD)


@pytest.mark.parametrize("sign", ["pronoun", "word left over", "bare definite", "had before a past", "name twice"])
def test_a_plain_stem_shows_none_of_them(sign):
    assert sign not in features(asked("In which year did Norway leave the union with Sweden?"), WORLD)


def test_what_is_quoted_shows_no_sign_of_the_stem():
    assert "pronoun" not in features(asked('Who said, "They would not let it go"?'), WORLD)


def test_an_article_on_both_sides_of_the_gap_is_a_sign():
    stem = "Complete the sentence: The ____ left the union in 1905."

    assert "article twice" in features(asked(stem, kind="cloze", key="the Norwegians"), WORLD)
    assert "article twice" not in features(asked(stem, kind="cloze", key="Norwegians"), WORLD)


@pytest.mark.parametrize(
    ("change", "sign"),
    [(("1905", "1906"), "false figure"), (("Sweden", "Denmark"), "false name"), (("left", "joined"), "false word")],
)
def test_what_a_false_statement_changed_is_a_sign(change, sign):
    known = fact("u1", "Norway left the union with Sweden in 1905.")

    assert sign in features(judged(known.statement.replace(*change), 1, "u1"), world(known))


def test_a_score_is_a_probability_and_every_weight_belongs_to_a_sign_that_can_be_seen():
    assert 0 < score(asked("In which year did it leave the union?"), WORLD) < 1
    assert "always" in weights()


def test_a_question_with_a_bad_sign_scores_lower():
    plain = asked("In which year did Norway leave the union with Sweden?")
    unclear = replace(plain, stem="In which year did Norway leave after the treaty?")

    assert score(unclear, WORLD) < score(plain, WORLD)


def test_what_is_not_likely_enough_is_not_shown_and_is_counted():
    unclear = asked("When had the price reached the level?", "t1", kind="numeric", key="3")
    known = world(replace(fact("t1", "The price had reached the level."), kind="amount", salience=0.0, hedged=True))
    rejected = Counter()

    chosen = choose([unclear], known, random.Random(1), rejected, Trusting(known))

    assert score(unclear, known) < LEAST
    assert not chosen
    assert rejected == {"not_likely_usable": 1}


def test_what_has_its_score_is_not_scored_again():
    plain = asked("In which year did it leave the union?")

    first, second = scored_all([plain, replace(plain, score=0.9)], WORLD)

    assert (first.score, second.score) == (score(plain, WORLD), 0.9)
