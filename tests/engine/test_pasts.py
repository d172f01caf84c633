import pytest

from quizzes.engine.pasts import simple_past


@pytest.mark.parametrize(("participle", "past"), [("written", "wrote"), ("made", "made"), ("sailed", "sailed")])
def test_a_participle_has_its_past(participle, past):
    assert simple_past(participle) == past


def test_no_past_is_guessed():
    assert simple_past("sewn") == ""
