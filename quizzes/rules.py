"""What a learner is told before a quiz: each of its settings in a sentence or two of plain words."""

from __future__ import annotations

from . import scoring
from .models import Quiz

COUNTS = {
    Quiz.Counts.BEST: "The best attempt counts.",
    Quiz.Counts.LAST: "The last attempt counts.",
    Quiz.Counts.AVERAGE: "The average of all your attempts counts.",
    Quiz.Counts.FIRST: "The first attempt counts; the others are practice.",
}
FEEDBACK = {
    Quiz.Feedback.EACH: "You see at once whether an answer is right, and where the article says so.",
    Quiz.Feedback.END: "You see what was right, and where the article says so, once you have submitted the quiz.",
    Quiz.Feedback.DUE: "You see what was right, and where the article says so, after the due date.",
}


def rules(quiz: Quiz, minutes: float, *, has_due: bool = True) -> list[tuple[str, str]]:
    """Return the rules, each with its heading; `minutes` is how long the learner has, 0 for no limit.

    `has_due` is whether there is a due date that results could wait for.
    """
    told = {
        "Time": _time(quiz, minutes),
        "Attempts": _attempts(quiz),
        "Order": _order(quiz),
        "Feedback": _feedback(quiz, has_due),
        "Pass mark": f"You pass with {quiz.pass_mark} %." if quiz.pass_mark else "",
        "Hints": _hints(quiz),
        "How sure": _certainty(quiz),
    }
    return [(heading, text) for heading, text in told.items() if text]


def _time(quiz: Quiz, minutes: float) -> str:
    kept = "Every answer is kept as soon as you send it. You can leave and come back"
    if not minutes:
        return f"No limit. {kept}."
    extra = minutes - quiz.time_limit
    more = f", {extra:g} of them extra for you," if extra > 0 else ""
    return (
        f"{_count(minutes, 'minute')}{more} from the moment you start. {kept}, but the time goes on. "
        f"When it is over, the quiz is submitted by itself.{_grace(quiz.grace)}"
    )


def _grace(seconds: int) -> str:
    if not seconds:
        return " Answers that arrive later do not count."
    return f" Answers that arrive up to {_count(seconds, 'second')} after the end still count."


def _attempts(quiz: Quiz) -> str:
    if quiz.attempts_allowed == 1:
        return "You can take it once."
    often = f"up to {quiz.attempts_allowed} times" if quiz.attempts_allowed else "as often as you like"
    return f"You can take it {often}. {COUNTS[Quiz.Counts(quiz.counts)]}"


def _order(quiz: Quiz) -> str:
    if quiz.one_way:
        return "One question after the other. You cannot go back, and an answer that is sent cannot be changed."
    change = (
        "An answer that is sent cannot be changed."
        if quiz.feedback == Quiz.Feedback.EACH
        else "You can change your answers until you submit the quiz."
    )
    return f"Answer in any order, and flag what you want to come back to. {change}"


def _feedback(quiz: Quiz, has_due: bool) -> str:
    told = FEEDBACK[Quiz.Feedback(quiz.feedback)]
    if quiz.feedback != Quiz.Feedback.DUE or has_due:
        return told
    return f"{told} Your teacher has not set one yet: your result comes once it is set and has passed."


def _hints(quiz: Quiz) -> str:
    kinds = [
        ("have a wrong choice taken away", quiz.hint_remove),
        ("see the paragraph of the answer", quiz.hint_paragraph),
    ]
    given = " or ".join(text for text, is_given in kinds if is_given)
    if not given:
        return ""
    lost = " A hint never makes a wrong answer lose more." if quiz.certainty else ""
    return f"You may {given}. Each hint costs {quiz.hint_cost} % of what the question can earn.{lost}"


def _certainty(quiz: Quiz) -> str:
    if not quiz.certainty:
        return ""
    right = ", ".join(str(earned) for earned, _ in scoring.MARKS.values())
    wrong = ", ".join(str(-lost) for _, lost in scoring.MARKS.values())
    late = " If the time is over before you have said it, you are taken to be not sure." if quiz.time_limit else ""
    return (
        "With every answer you say how sure you are: not sure, fairly or very sure. Of 3 points, a right answer earns "
        f"{right}; a wrong one costs {wrong}.{late}"
    )


def _count(number: float, unit: str) -> str:
    return f"{number:g} {unit}" if number == 1 else f"{number:g} {unit}s"
