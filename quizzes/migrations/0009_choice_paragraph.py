"""The paragraph that a sentence to choose from stands in; null, so that SQLite adds the column in place."""

from django.db import migrations, models

FIELD = models.PositiveSmallIntegerField(
    blank=True, help_text="Sentences with one number stand in one paragraph.", null=True
)
KIND = models.CharField(
    choices=[
        ("single_choice", "Multiple choice, one answer"),
        ("multiple_choice", "Multiple choice, several answers"),
        ("true_false", "True or false"),
        ("cloze", "Fill the gap"),
        ("short_answer", "Short answer"),
        ("numeric", "Number"),
        ("matching", "Matching"),
        ("ordering", "Ordering"),
        ("find_evidence", "Find the proof"),
    ],
    max_length=16,
)


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0008_taking")]

    operations = [
        migrations.AddField("choice", "paragraph", FIELD),
        migrations.AddField("historicalchoice", "paragraph", FIELD.clone()),
        # The names of kinds are the program's own: no table changes.
        migrations.AlterField("question", "kind", KIND),
        migrations.AlterField("historicalquestion", "kind", KIND.clone()),
    ]
