from dataclasses import replace

from quizzes.engine.chosen import Chosen
from quizzes.engine.facts.base import Level
from quizzes.engine.questions import Question
from quizzes.engine.questions.drafts import named
from quizzes.engine.searches import Searches
from tests.engine.builders import Trusting, fact, world

SAID = tuple(f"{town} built a stone pier at its own harbour." for town in str.split("Molde Hamar Skien Larvik Horten"))
FACTS = [replace(fact(f"t{number}", said), paragraph=number) for number, said in enumerate(SAID)]
WORLD = world(*FACTS)
ELSEWHERE = tuple(f"A windmill was put up beside the {road} road." for road in str.split("upper lower coastal"))


def search(number, passage=SAID, score=0.8, told="Ships could land.", key=None):
    stem = f"Which sentence proves this? “{told}”"
    draft = Question(
        "", "find_evidence", Level.RECALL, stem, (f"t{number}",), passage, key or (number % len(passage),), score=score
    )
    return replace(draft, id=named(draft))


def given_out(searches):
    found = []
    while question := searches.pop():
        searches.take(question)
        found.append(question)
    return found


def facts_of(questions):
    return [question.facts[0] for question in questions]


def test_the_best_of_those_that_are_alike_comes_first():
    searches = Searches([search(0, score=0.7), search(1, score=0.9)], Chosen(WORLD, Trusting(WORLD)), 1.0)

    assert facts_of(given_out(searches)) == ["t1", "t0"]


def test_one_whose_sentences_were_shown_falls_behind():
    best, second, apart = search(0, score=0.9), search(1, score=0.8), search(2, ELSEWHERE, score=0.7)

    searches = Searches([best, second, apart], Chosen(WORLD, Trusting(WORLD)), 1.0)

    assert facts_of(given_out(searches)) == ["t0", "t2", "t1"]


def test_one_about_what_is_asked_already_falls_behind():
    chosen = Chosen(WORLD, Trusting(WORLD))
    searches = Searches([search(0, score=0.9), search(1, score=0.7)], chosen, 1.0)
    chosen.covered.add(0)

    assert facts_of(given_out(searches)) == ["t1", "t0"]


def test_sizes_take_turns():
    pairs = [search(number, key=(number, number + 1)) for number in (2, 3)]

    searches = Searches([search(0), search(1), *pairs], Chosen(WORLD, Trusting(WORLD)), 1.0)

    assert {len(question.key) for question in given_out(searches)[:2]} == {1, 2}


def test_copies_are_left_aside():
    searches = Searches([search(0, told=SAID[0])], Chosen(WORLD, Trusting(WORLD)), 0.9)

    assert searches.pop() is None
