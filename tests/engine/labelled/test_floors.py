from .floors import GOAL, floors
from .measures import Share

ARTICLE = {"per_1000_words": 20.0, "coverage": 1.0, "kinds": 5, "understanding": 0, "words": 700}
FIGURES = {"usable_shown": 100, "bad_shown": 3, "share_usable": 0.97, "questions": 110, "articles": {"bats": ARTICLE}}


def test_floors_lie_a_little_below_what_was_reached():
    found = floors(FIGURES)

    assert (found["usable_shown"], found["questions"]) == (70, 99)
    assert found["articles"]["bats"] == {"per_1000_words": 14.0, "coverage": 0.7, "kinds": 4, "understanding": 0}


def test_how_many_bad_questions_are_shown_is_an_exact_ceiling():
    assert floors(FIGURES)["bad_shown"] == 3


def test_the_goal_is_the_floor_once_it_is_reached():
    assert floors(FIGURES)["share_usable"] == GOAL
    assert floors(FIGURES | {"share_usable": Share(8, 10).value})["share_usable"] == 0.72


def test_without_verdicts_there_is_no_floor_of_their_share():
    assert floors(FIGURES | {"share_usable": None})["share_usable"] is None
