from dataclasses import replace

from quizzes.engine.document import Span
from quizzes.engine.facts.base import AnswerType
from quizzes.engine.questions.drafts import difficulty
from quizzes.engine.questions.hardness import closeness, distance, rarity
from tests.engine.builders import NORWAY, RAILWAY, answer, world

YEAR = NORWAY.answers[0]


def test_near_years_are_closer_than_far_ones():
    known = world(NORWAY)

    assert closeness(YEAR, ["1903", "1907", "1908"], 0, known) > closeness(YEAR, ["1885", "1925", "1930"], 0, known)


def test_near_numbers_are_closer_than_far_ones():
    count = answer("It has 40 rooms.", "40", AnswerType.NUMBER)
    known = world(NORWAY)

    assert closeness(count, ["38", "44", "47"], 0, known) > closeness(count, ["10", "100", "160"], 0, known)


def test_options_near_in_meaning_and_named_in_the_article_are_closer():
    name = answer("Oslo is large.", "Oslo", AnswerType.PLACE)
    near, far = replace(world(NORWAY), nearness=lambda *_: 0.9), replace(world(NORWAY), nearness=lambda *_: 0.1)

    assert closeness(name, ["Bergen"], 1, near) > closeness(name, ["Bergen"], 0, near)
    assert closeness(name, ["Bergen"], 0, near) > closeness(name, ["Bergen"], 0, far)


def test_a_proof_of_sentences_far_apart_is_harder():
    assert distance([Span(0, 50)]) == 0
    assert 0 < distance([Span(0, 50), Span(60, 90)]) < distance([Span(0, 50), Span(900, 990)]) <= 1


def test_an_answer_that_is_seldom_named_is_harder():
    said = "The Bergen Line was opened in 1909, and in 1905 came the vote."
    once = world(NORWAY)
    twice = world(NORWAY, replace(RAILWAY, statement=said))

    assert rarity(once.facts[0], YEAR, once) > rarity(twice.facts[0], YEAR, twice)


def test_difficulty_rises_with_each_part_and_stays_within_bounds():
    plain = difficulty("single_choice")

    assert difficulty("single_choice", closeness=1.0) > plain
    assert difficulty("single_choice", distance=1.0) > plain
    assert difficulty("single_choice", rarity=1.0) > plain
    assert 0 <= difficulty("true_false", closeness=0.0, rarity=0.0) < plain
    assert difficulty("ordering", closeness=1.0, distance=1.0, rarity=1.0, quotes=["word " * 90]) <= 1
