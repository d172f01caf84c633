"""A credit says how right an answer is, each hint what it costs; practice stands beside the attempts.

No table is rebuilt: both constraints are indexes, and the help of the credit is the program's own.
"""

from django.db import migrations, models

from quizzes import scoring
from quizzes.engine import questions as engine


def name_costs(apps, schema_editor):
    """Write the cost into each hint, and give the credit back what was taken off for hints.

    Where students said how sure they were, hints cost more than they were told: their scores follow.
    """
    sure = set()
    for response in _with_hints(apps):
        cost = response.attempt.quiz.hint_cost
        response.hints = [hint | {"cost": cost} for hint in response.hints]
        if response.credit is not None:
            response.credit = _before(response, max(0.0, 1.0 - len(response.hints) * cost / 100))
        response.save(update_fields=["hints", "credit"])
        if response.certainty:
            sure.add(response.attempt_id)
    for attempt in apps.get_model("quizzes", "Attempt").objects.filter(pk__in=sure, finished__isnull=False):
        marks = [_mark(response) for response in attempt.responses.defer("shown")]
        attempt.score = scoring.score(marks, len(marks))
        attempt.save(update_fields=["score"])


def _mark(response):
    cost = min(100, sum(hint["cost"] for hint in response.hints)) / 100
    return (
        scoring.after_hints(scoring.mark(response.credit or 0.0, response.certainty), cost) if response.answered else 0
    )


def _before(response, share):
    if share:
        return min(1.0, response.credit / share)
    return engine.grade(engine.from_json(response.shown), response.given).credit if response.given is not None else 0.0


def take_costs(apps, schema_editor):
    """Take the cost off the credit, and out of the hints."""
    for response in _with_hints(apps):
        share = max(0.0, 1.0 - sum(hint["cost"] for hint in response.hints) / 100)
        response.hints = [{name: value for name, value in hint.items() if name != "cost"} for hint in response.hints]
        response.credit = None if response.credit is None else response.credit * share
        response.save(update_fields=["hints", "credit"])


def _with_hints(apps):
    responses = apps.get_model("quizzes", "Response").objects.exclude(hints=[])
    return list(responses.select_related("attempt__quiz"))


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0009_choice_paragraph")]

    operations = [
        migrations.AlterField(
            "response",
            "credit",
            models.FloatField(blank=True, help_text="How right the answer is, 0 to 1, whatever hints cost.", null=True),
        ),
        migrations.RemoveConstraint("attempt", "attempt_one_open_per_quiz"),
        migrations.AddConstraint(
            "attempt",
            models.UniqueConstraint(
                condition=models.Q(("finished__isnull", True), ("retry_of__isnull", True)),
                fields=("learner", "quiz"),
                name="attempt_one_open_per_quiz",
            ),
        ),
        migrations.AddConstraint(
            "attempt",
            models.UniqueConstraint(
                condition=models.Q(("finished__isnull", True), ("retry_of__isnull", False)),
                fields=("learner", "quiz"),
                name="attempt_one_open_practice",
            ),
        ),
        migrations.RunPython(name_costs, take_costs),
    ]
