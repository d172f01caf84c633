"""The three roles as groups. What each may do is stated once, here and in quizzes/permissions.py."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDIT = ("view", "add", "change", "delete")
TEACHER = {
    "article": EDIT,
    "revision": ("view",),
    "build": ("view",),
    "fact": ("view", "change"),
    "evidence": EDIT,
    "question": EDIT,
    "choice": EDIT,
    "accepted": EDIT,
    "quiz": EDIT,
    "course": EDIT,
    "enrollment": EDIT,
    "assignment": EDIT,
    "attempt": ("view",),
    "response": ("view",),
}


def create_roles(apps, schema_editor):
    app_config = apps.get_app_config("quizzes")
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    app_config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    Group.objects.get_or_create(name="student")
    teacher, _ = Group.objects.get_or_create(name="teacher")
    codenames = [f"{verb}_{model}" for model, verbs in TEACHER.items() for verb in verbs]
    teacher.permissions.set(Permission.objects.filter(content_type__app_label="quizzes", codename__in=codenames))
    admin, _ = Group.objects.get_or_create(name="admin")
    admin.permissions.set(Permission.objects.all())


def delete_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=["student", "teacher", "admin"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0002_triggers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_roles, delete_roles)]
