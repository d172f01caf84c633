from dataclasses import replace

import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.variations import variations
from quizzes.engine.world import Named
from tests.engine.builders import NORWAY, world


def news(text, rng, **more):
    return [each.new for each in variations(text, "", world(NORWAY), rng, **more)]


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("a city in the state of Oregon", "Nevada"),
        ("a 47% rise in sales", "28"),
    ],
)
def test_the_one_telling_detail_is_changed(text, among, rng):
    changed = variations(text, "", world(NORWAY), rng)

    assert among in {each.new for each in changed}
    assert all(each.text != text and each.old in text and each.new in each.text for each in changed)


@pytest.mark.parametrize(
    "text",
    [
        "an office of the Oregon Normal School",  # part of a longer name
        "a case before the Court of Justice of the European Union",
        "a British line that serves the United Kingdom",  # the adjective gives it away
        "a form of infant cholera",  # narrowed by the word before
        "one of the first organisms on land",
        "the second half of the century",
        "a treaty of 1905",
        "a quiet harbour",
        "a magazine for the mining industry",  # a common noun: another gives what nobody would believe
        "a great fief of medieval Spain",  # another state was not there then
        "a school in Salem, Oregon",  # a town in its state
        "a treaty against the French",
        "the second largest harbour",  # what is the second may well be the first of something else
        "a loan by the International Monetary Fund",  # the article names no other body
    ],
)
def test_what_is_no_detail_of_its_own_stays(text, rng):
    assert news(text, rng) == []


def test_what_the_proof_names_is_never_put_in(rng):
    changed = variations("a city in the state of Oregon", "It borders Nevada and Idaho.", world(NORWAY), rng)

    assert not {"Nevada", "Idaho"} & {each.new for each in changed}


def test_a_state_is_not_changed_for_a_part_of_it(rng):
    changed = variations("a mill in the United Kingdom", "", world(NORWAY), rng)

    assert not {"England", "Scotland", "Wales"} & {each.new for each in changed}


def test_a_person_named_like_a_town_is_no_town(rng):
    known = replace(world(NORWAY), named=(Named("Florence", AnswerType.PERSON),))

    assert variations("a letter to Florence", "", known, rng) == []


def test_where_the_topic_lies_is_left_alone(rng):
    about = replace(world(NORWAY), topic=Named("Salem", AnswerType.PLACE), named=(Named("Salem", AnswerType.PLACE),))

    assert variations("Salem is the largest town in the state of Oregon", "", about, rng) == []


def test_the_state_that_the_title_names_is_left_alone(rng):
    about = replace(world(NORWAY), topic=Named("Salem, Oregon", AnswerType.OTHER))

    assert variations("the oldest press in Oregon", "", about, rng) == []


def test_things_may_be_left_alone(rng):
    assert news("a city in the state of Oregon", rng, things=False) == []


def test_a_far_state_that_the_article_does_not_name_is_not_put_in(rng):
    assert not {"Australia", "Brazil", "Japan"} & set(news("a mill in France", rng))
