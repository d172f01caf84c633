"""What a learner reads before a quiz."""

import pytest

from quizzes.models import Quiz
from quizzes.rules import rules


def told(heading, minutes=None, **about):
    quiz = Quiz(**about)
    return dict(rules(quiz, quiz.time_limit if minutes is None else minutes)).get(heading)


@pytest.mark.parametrize(
    ("heading", "about", "expected"),
    [
        ("Time", {}, "No limit."),
        ("Time", {"time_limit": 20}, "20 minutes from the moment you start."),
        ("Time", {"time_limit": 20}, "Answers that arrive up to 30 seconds after the end still count."),
        ("Time", {"time_limit": 1, "grace": 1}, "up to 1 second after"),
        ("Time", {"time_limit": 20, "grace": 0}, "Answers that arrive later do not count."),
        ("Time", {"time_limit": 20, "minutes": 25}, "25 minutes, 5 of them extra for you, from"),
        ("Attempts", {}, "as often as you like. The best attempt counts."),
        ("Attempts", {"attempts_allowed": 1}, "You can take it once."),
        ("Attempts", {"attempts_allowed": 3, "counts": "first"}, "up to 3 times. The first attempt counts;"),
        ("Attempts", {"counts": "average"}, "The average of all your attempts counts."),
        ("Order", {}, "any order, and flag what you want to come back to. An answer that is sent cannot be changed."),
        ("Order", {"feedback": "end"}, "You can change your answers until you submit the quiz."),
        ("Order", {"one_way": True, "feedback": "end"}, "You cannot go back, and an answer that is sent cannot"),
        ("Feedback", {}, "at once"),
        ("Feedback", {"feedback": "end"}, "once you have submitted"),
        ("Feedback", {"feedback": "due"}, "after the due date"),
        ("Pass mark", {"pass_mark": 60}, "You pass with 60 %."),
        ("Hints", {"hint_remove": True, "hint_cost": 30}, "have a wrong choice taken away. Each hint costs 30 %"),
        ("Hints", {"hint_remove": True, "hint_paragraph": True}, "taken away or see the paragraph"),
        ("Hints", {"hint_remove": True, "certainty": True}, "A hint never makes a wrong answer lose more."),
        ("How sure", {"certainty": True}, "a right answer earns 1, 2, 3; a wrong one costs 0, 2, 6."),
        ("How sure", {"certainty": True, "time_limit": 5}, "you are taken to be not sure."),
    ],
)
def test_rule_says(heading, about, expected):
    assert expected in told(heading, **about)


def test_rule_says_that_no_due_date_is_set():
    quiz = Quiz(feedback="due")

    assert "has not set one yet" in dict(rules(quiz, 0, has_due=False))["Feedback"]
    assert "has not set one yet" not in dict(rules(quiz, 0))["Feedback"]


@pytest.mark.parametrize("heading", ["Pass mark", "Hints", "How sure"])
def test_what_a_quiz_does_not_have_is_not_told(heading):
    assert told(heading) is None
