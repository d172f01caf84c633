"""What a typed answer must never be taken for, stored with its question."""

from django.db import migrations, models

# Null rather than an empty list: SQLite then adds the column in place; rebuilding the table would drop its triggers.
FIELD = models.JSONField(blank=True, help_text="What a typed answer must never be taken for.", null=True)


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0004_reading")]

    operations = [
        migrations.AddField("question", "reject", FIELD),
        migrations.AddField("historicalquestion", "reject", FIELD.clone()),
    ]
