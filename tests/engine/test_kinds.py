import pytest

from quizzes.engine.facts.base import AnswerType
from quizzes.engine.kinds import holding, kinds, of_one_kind, sorts


@pytest.mark.parametrize(
    ("name", "kind", "sort"),
    [
        ("Willow Park", AnswerType.PLACE, "park"),
        ("Lake Orrin", AnswerType.PLACE, "lake"),
        ("the University of Orrin", AnswerType.ORGANISATION, "learning"),
        ("the Orrin Traction Company", AnswerType.ORGANISATION, "business"),
        ("the Rhine", AnswerType.PLACE, "river"),
    ],
)
def test_a_names_own_noun_or_a_list_tells_its_sort(name, kind, sort):
    assert sort in sorts(name, kind)


def test_what_is_said_of_a_name_tells_its_sort_when_nothing_else_does():
    assert sorts("Orrin", AnswerType.PLACE, frozenset({"town", "home"})) == {"city"}
    assert sorts("Orrin", AnswerType.PLACE) == frozenset()


def test_a_building_named_after_a_bank_is_no_business():
    assert "business" not in sorts("the Bank of Orrin Building", AnswerType.ORGANISATION)


def test_a_set_holds_a_name_for_its_own_type_only():
    assert {kind.sort for kind in holding("Mercury", AnswerType.PLACE)} == {"planet"}
    assert of_one_kind("the Seine", "the Rhine", AnswerType.PLACE)
    assert not of_one_kind("the Seine", "Paris", AnswerType.PLACE)


def test_no_set_names_a_thing_twice_or_is_too_small_to_choose_from():
    for kind in kinds():
        assert len(set(kind.members)) == len(kind.members), kind.name
        assert len(kind.members) >= 3, kind.name
