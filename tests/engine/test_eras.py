import pytest

from quizzes.engine.eras import possible, stood


@pytest.mark.parametrize(
    ("told", "right", "year"),
    [
        ("Confederate riders burnt the mill in 1862.", 1862, 1856),
        ("Union forces left the town in February 1864.", 1864, 1858),
        ("The Soviet fleet moved its harbour in 1925.", 1925, 1919),
        ("The school was closed in 1943 in the Second World War.", 1943, 1948),
    ],
)
def test_no_year_is_put_in_before_or_after_the_war_or_state_that_is_named(told, right, year):
    assert not possible(told, right, year)


@pytest.mark.parametrize(
    ("told", "right", "year"),
    [
        ("The mill burnt down in 1862.", 1862, 1856),
        ("Union forces left the town in February 1864.", 1864, 1862),
        ("The Prussian archive was moved in 1996.", 1996, 1992),  # what is told is not of its time
    ],
)
def test_any_other_year_may_be_believed(told, right, year):
    assert possible(told, right, year)


def test_a_young_state_did_nothing_long_ago():
    assert not stood("Estonia", "Who ceded the island in 1763?")
    assert stood("the Netherlands", "Who ceded the island in 1763?")
    assert stood("Estonia", "Who joined the treaty in 2004?")


def test_a_state_that_was_founded_later_did_nothing_before() -> None:
    assert not stood("the United States", "Which country ceded the island in 1763?")
    assert stood("the United States", "Which country ceded the island in 1803?")
