"""How a quiz is taken: settings, slots, answers that can change, hints, certainty, appeals; evidence to be found.

SQLite rebuilds the tables for this, and refuses to while the triggers name them: they are taken off and put back.
"""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import quizzes.models.quiz

triggers = import_module("quizzes.migrations.0002_triggers")


def seed(apps, schema_editor):
    """A column's default is worked out once: give each quiz a seed of its own."""
    for quiz in apps.get_model("quizzes", "Quiz").objects.all():
        quiz.seed = quizzes.models.quiz.new_seed()
        quiz.save(update_fields=["seed"])


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0007_origin"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                ("created", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "Waiting"), ("accepted", "Accepted"), ("refused", "Refused")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("decided", models.DateTimeField(blank=True, null=True)),
                ("reply", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["created", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["quiz", "position"],
            },
        ),
        migrations.AlterModelOptions(
            name="accepted",
            options={"ordering": ["question", "gap", "position", "pk"], "verbose_name_plural": "accepted answers"},
        ),
        migrations.RemoveConstraint(
            model_name="accepted",
            name="accepted_text_once",
        ),
        migrations.RemoveConstraint(
            model_name="question",
            name="question_kind_known",
        ),
        migrations.AddField(
            model_name="accepted",
            name="gap",
            field=models.PositiveSmallIntegerField(default=0, help_text="Which gap of a cloze it fills, from 0."),
        ),
        migrations.AddField(
            model_name="attempt",
            name="deadline",
            field=models.DateTimeField(
                blank=True, help_text="When the time limit ends, extra time included.", null=True
            ),
        ),
        migrations.AddField(
            model_name="historicalaccepted",
            name="gap",
            field=models.PositiveSmallIntegerField(default=0, help_text="Which gap of a cloze it fills, from 0."),
        ),
        migrations.AddField(
            model_name="historicalquestion",
            name="words",
            field=models.JSONField(
                blank=True, help_text="What the gaps are chosen from; empty: they are typed.", null=True
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="words",
            field=models.JSONField(
                blank=True, help_text="What the gaps are chosen from; empty: they are typed.", null=True
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="certainty",
            field=models.BooleanField(default=False, help_text="Ask how sure students are, and score it."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="counts",
            field=models.CharField(
                choices=[
                    ("best", "The best attempt"),
                    ("last", "The last attempt"),
                    ("average", "The average of all attempts"),
                    ("first", "The first attempt"),
                ],
                default="best",
                max_length=7,
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="feedback",
            field=models.CharField(
                choices=[
                    ("each", "After each answer"),
                    ("end", "At the end of the attempt"),
                    ("due", "After the due date"),
                ],
                default="each",
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="grace",
            field=models.PositiveSmallIntegerField(
                default=30, help_text="Seconds after the end in which answers still count."
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="hint_cost",
            field=models.PositiveSmallIntegerField(
                default=25, help_text="Per cent of a question's credit for each hint."
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="hint_paragraph",
            field=models.BooleanField(default=False, help_text="Students may see the paragraph with the answer."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="hint_remove",
            field=models.BooleanField(default=False, help_text="Students may have a wrong choice taken away."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="kinds_wanted",
            field=models.PositiveSmallIntegerField(default=0, help_text="At least so many kinds, where there are."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="one_way",
            field=models.BooleanField(default=False, help_text="One question after the other, without going back."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="pass_mark",
            field=models.PositiveSmallIntegerField(blank=True, help_text="Per cent; empty: none.", null=True),
        ),
        migrations.AddField(
            model_name="quiz",
            name="seed",
            field=models.BigIntegerField(
                default=quizzes.models.quiz.new_seed, editable=False, help_text="What the rule draws the facts from."
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="selection",
            field=models.CharField(
                choices=[("rule", "Drawn by a rule"), ("list", "A list of questions that I choose")],
                default="rule",
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="quiz",
            name="shuffle_choices",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="quiz",
            name="shuffle_questions",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="quiz",
            name="time_limit",
            field=models.PositiveSmallIntegerField(default=0, help_text="Minutes; 0: no limit."),
        ),
        migrations.AddField(
            model_name="quiz",
            name="understanding",
            field=models.PositiveSmallIntegerField(default=0, help_text="At least so many per cent, where there are."),
        ),
        migrations.AddField(
            model_name="response",
            name="certainty",
            field=models.PositiveSmallIntegerField(
                blank=True, choices=[(1, "Not sure"), (2, "Fairly sure"), (3, "Very sure")], null=True
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="flagged",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="response",
            name="hints",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="response",
            name="token",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="response",
            name="version",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="attempt",
            name="score",
            field=models.FloatField(blank=True, help_text="Mean mark, 0 to 1.", null=True),
        ),
        migrations.AlterField(
            model_name="historicalquestion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("single_choice", "Multiple choice, one answer"),
                    ("multiple_choice", "Multiple choice, several answers"),
                    ("true_false", "True or false"),
                    ("cloze", "Fill the gap"),
                    ("short_answer", "Short answer"),
                    ("numeric", "Number"),
                    ("matching", "Matching"),
                    ("ordering", "Ordering"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="kind",
            field=models.CharField(
                choices=[
                    ("single_choice", "Multiple choice, one answer"),
                    ("multiple_choice", "Multiple choice, several answers"),
                    ("true_false", "True or false"),
                    ("cloze", "Fill the gap"),
                    ("short_answer", "Short answer"),
                    ("numeric", "Number"),
                    ("matching", "Matching"),
                    ("ordering", "Ordering"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="response",
            name="credit",
            field=models.FloatField(blank=True, help_text="0 to 1, less what hints cost.", null=True),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(
                condition=models.Q(("finished__isnull", True)), fields=["deadline"], name="attempt_open_by_deadline"
            ),
        ),
        migrations.AddConstraint(
            model_name="accepted",
            constraint=models.UniqueConstraint(fields=("question", "gap", "text"), name="accepted_text_once"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "single_choice",
                            "multiple_choice",
                            "true_false",
                            "cloze",
                            "short_answer",
                            "numeric",
                            "matching",
                            "ordering",
                            "find_evidence",
                        ],
                    )
                ),
                name="question_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("feedback__in", ["each", "end", "due"])), name="quiz_feedback_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("counts__in", ["best", "last", "average", "first"])), name="quiz_counts_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("selection__in", ["rule", "list"])), name="quiz_selection_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("understanding__lte", 100)), name="quiz_understanding_to_100"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("hint_cost__lte", 100)), name="quiz_hint_cost_to_100"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_limit__lte", 1440)), name="quiz_time_limit_to_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(condition=models.Q(("grace__lte", 3600)), name="quiz_grace_to_an_hour"),
        ),
        migrations.AddConstraint(
            model_name="quiz",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pass_mark__isnull", True),
                    models.Q(("pass_mark__gte", 1), ("pass_mark__lte", 100)),
                    _connector="OR",
                ),
                name="quiz_pass_mark_1_to_100",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("certainty__isnull", True), ("certainty__in", [1, 2, 3]), _connector="OR"),
                name="response_certainty_1_to_3",
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="verdicts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="response",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="appeal", to="quizzes.response"
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="revision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appeals",
                to="quizzes.revision",
            ),
        ),
        migrations.AddField(
            model_name="slot",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="quizzes.question"
            ),
        ),
        migrations.AddField(
            model_name="slot",
            name="quiz",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="quizzes.quiz"
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end__isnull", True), ("revision__isnull", True), ("start__isnull", True)),
                    models.Q(("end__gt", models.F("start")), ("revision__isnull", False)),
                    _connector="OR",
                ),
                name="appeal_span_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("reason", ""), _negated=True), ("start__isnull", False), _connector="OR"),
                name="appeal_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided__isnull", True), ("verdict", "open")),
                    models.Q(("decided__isnull", False), ("verdict__in", ["accepted", "refused"])),
                    _connector="OR",
                ),
                name="appeal_decided_with_verdict",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(fields=("quiz", "position"), name="slot_one_per_position"),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(fields=("quiz", "question"), name="slot_one_per_question"),
        ),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
