import pytest

from quizzes.engine.spellings import Spellings

NAMES = ("Bergen", "the Bergen Line", "Borgen", "Bodø", "Trondheim")


@pytest.mark.parametrize(("most", "found"), [(0, ("Bergen",)), (1, ("Bergen", "Borgen"))])
def test_names_are_found_by_the_errors_between_them(most, found):
    assert Spellings(NAMES).near("bergen", 3, most) == found


def test_names_of_another_length_are_not_compared():
    assert Spellings(NAMES).near("Bergen", 1, 4) == ("Bergen", "Borgen")


def test_a_name_is_asked_for_again_with_the_same_answer():
    names = Spellings(NAMES)

    assert names.near("Bergen", 3, 2) == names.near("the Bergen", 3, 2)
