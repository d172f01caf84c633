import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.lives import alive, lives
from tests.engine.builders import answer, fact

BORN = "Ida Moe was born in 1840."
DIED = "Lars Holm died in 1900."
KNOWN = tuple(
    lives(
        fact(identifier, said, answer(said, year, AnswerType.DATE, year=int(year)))
        for identifier, said, year in (("f1", BORN, "1840"), ("f2", DIED, "1900"))
    )
)


@pytest.mark.parametrize(
    ("name", "year", "holds"),
    [("Ida Moe", 1880, True), ("Ida Moe", 1845, False), ("Lars Holm", 1880, True), ("Lars Holm", 1910, False)],
)
def test_nobody_acts_as_a_child_or_after_his_death(name, year, holds):
    assert alive([name], KNOWN, 1870, year) is holds


def test_where_the_right_year_is_outside_of_a_life_nothing_is_known():
    assert alive(["Ida Moe"], KNOWN, 1830, 1820)


def test_others_do_not_matter():
    assert alive(["Per Lie"], KNOWN, 1870, 1990)
