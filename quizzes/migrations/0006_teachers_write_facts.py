"""Teachers may write facts too: without one, they could ask nothing about an article that the engine found none in."""

from django.db import migrations


def may_add(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    found = Permission.objects.filter(content_type__app_label="quizzes", codename="add_fact")
    Group.objects.get(name="teacher").permissions.add(*found)


def may_not_add(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    found = Permission.objects.filter(content_type__app_label="quizzes", codename="add_fact")
    Group.objects.get(name="teacher").permissions.remove(*found)


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0005_question_reject")]

    operations = [migrations.RunPython(may_add, may_not_add)]
