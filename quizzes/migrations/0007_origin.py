"""Who proposed a fact or a question, and who is to write an article's; kinds of fact are the engine's own list.

SQLite rebuilds the tables for this, and refuses to while the triggers name them: they are taken off and put back.
"""

from importlib import import_module

from django.db import migrations, models

from quizzes.models.fact import fact_kinds

triggers = import_module("quizzes.migrations.0002_triggers")

ORIGINS = [
    ("engine", "Read by the engine"),
    ("model", "Proposed by a language model"),
    ("teacher", "Written by a teacher"),
]
ORIGIN = models.CharField(choices=ORIGINS, default="engine", max_length=10)
MODEL = models.CharField("language model", blank=True, help_text="Which one proposed it.", max_length=100)
SOURCE = models.CharField(
    choices=[("engine", "quizsite itself"), ("model", "a language model")],
    default="engine",
    help_text="Who writes the questions.",
    max_length=10,
)
WRITER = models.CharField("language model", blank=True, help_text="Which one wrote them.", max_length=100)
ORIGIN_KNOWN = models.Q(origin__in=["engine", "model", "teacher"])
ONLY_IF_PROPOSED = models.Q(origin="model") | models.Q(model="")


def check(model, condition, name):
    return migrations.AddConstraint(model, models.CheckConstraint(condition=condition, name=name))


def name_teachers(apps, schema_editor):
    """What teachers wrote has a key of its own form."""
    for name in ("Question", "HistoricalQuestion"):
        apps.get_model("quizzes", name).objects.filter(key__startswith="t").update(origin="teacher")


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0006_teachers_write_facts")]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.RemoveConstraint("fact", "fact_kind_known"),
        migrations.RemoveConstraint("fact", "fact_origin_known"),
        migrations.AddField("build", "model", WRITER),
        migrations.AddField("build", "source", SOURCE),
        migrations.AddField("fact", "model", MODEL),
        migrations.AddField("historicalquestion", "model", MODEL.clone()),
        migrations.AddField("historicalquestion", "origin", ORIGIN.clone()),
        migrations.AddField("question", "model", MODEL.clone()),
        migrations.AddField("question", "origin", ORIGIN.clone()),
        migrations.AlterField("fact", "kind", models.CharField(choices=fact_kinds, max_length=20)),
        migrations.AlterField("fact", "origin", ORIGIN.clone()),
        check("build", models.Q(source__in=["engine", "model"]), "build_source_known"),
        check("fact", ~models.Q(kind=""), "fact_has_kind"),
        check("fact", ORIGIN_KNOWN, "fact_origin_known"),
        check("fact", ONLY_IF_PROPOSED, "fact_model_only_if_proposed"),
        check("question", ORIGIN_KNOWN, "question_origin_known"),
        check("question", ONLY_IF_PROPOSED, "question_model_only_if_proposed"),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
        migrations.RunPython(name_teachers, migrations.RunPython.noop),
    ]
