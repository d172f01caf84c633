import pytest

from quizzes.engine.alike import Alike
from quizzes.engine.facts.base import Level
from quizzes.engine.leaks import tells
from quizzes.engine.questions import Question
from tests.engine.builders import typed_question

LEFT = typed_question("1905", stem="In which year did Norway leave the old union with Sweden?")
BESIDE = typed_question("Norway", stem="Which country left the old union with Sweden in 1905?")
ELSEWHERE = typed_question("1814", stem="In which year did Denmark give up the old union with Norway?")
SAID = Question(
    "q2", "true_false", Level.RECALL, "Norway left the old union with Sweden.", ("f1",), ("True", "False"), (0,)
)
AGAIN = Question(
    "q3", "true_false", Level.RECALL, "The old union with Sweden Norway left early.", ("f2",), ("True", "False"), (0,)
)


def alike_to(question, *taken):
    found = Alike()
    for each in taken:
        found.add(each)
    return found.to(question)


@pytest.mark.parametrize(("asked", "taken"), [(LEFT, BESIDE), (BESIDE, LEFT), (SAID, AGAIN)])
def test_what_may_tell_the_answer_is_found_from_either_side(asked, taken):
    assert alike_to(asked, ELSEWHERE, taken) == [taken]


def test_what_names_no_key_is_left_aside_however_alike():
    assert not any(tells(one, other) for one, other in ((LEFT, ELSEWHERE), (ELSEWHERE, LEFT)))
    assert alike_to(LEFT, ELSEWHERE) == []


def test_what_names_the_key_in_other_words_is_left_aside():
    assert alike_to(LEFT, typed_question("Bergen", stem="Which town got its railway in 1905?")) == []
