"""Rules between tables, kept by the database itself: SQL checks see one row only, triggers see the others.

SQLite drops a table's triggers when a later migration rebuilds the table; tests/models/test_triggers.py notices.
"""

from django.db import migrations

# table, name, when it fires, the condition under which the row is refused
RULES = [
    (
        "quizzes_evidence",
        "evidence_within_text",
        "INSERT OR UPDATE",
        'NEW.quote <> (SELECT substr(r.text, NEW.start + 1, NEW."end" - NEW.start)'
        " FROM quizzes_revision r WHERE r.id = NEW.revision_id)",
    ),
    (
        "quizzes_evidence",
        "evidence_of_same_article",
        "INSERT OR UPDATE",
        "(SELECT r.article_id FROM quizzes_revision r WHERE r.id = NEW.revision_id)"
        " <> (SELECT f.article_id FROM quizzes_fact f WHERE f.id = NEW.fact_id)",
    ),
    ("quizzes_revision", "revision_text_never_changes", "UPDATE", "NEW.text <> OLD.text"),
    (
        "quizzes_choice",
        "choice_only_on_choice_kinds",
        "INSERT OR UPDATE",
        "(SELECT q.kind FROM quizzes_question q WHERE q.id = NEW.question_id) IN ('cloze', 'short_answer', 'numeric')",
    ),
    (
        "quizzes_accepted",
        "accepted_only_on_typed_kinds",
        "INSERT OR UPDATE",
        "(SELECT q.kind FROM quizzes_question q WHERE q.id = NEW.question_id)"
        " NOT IN ('cloze', 'short_answer', 'numeric')",
    ),
    (
        "quizzes_question",
        "question_kind_fits_answers",
        "UPDATE",
        "NEW.kind <> OLD.kind AND ("
        "(NEW.kind IN ('cloze', 'short_answer', 'numeric')"
        " AND EXISTS (SELECT 1 FROM quizzes_choice c WHERE c.question_id = NEW.id))"
        " OR (NEW.kind NOT IN ('cloze', 'short_answer', 'numeric')"
        " AND EXISTS (SELECT 1 FROM quizzes_accepted a WHERE a.question_id = NEW.id)))",
    ),
    (
        "quizzes_question_facts",
        "question_fact_of_same_article",
        "INSERT OR UPDATE",
        "(SELECT q.article_id FROM quizzes_question q WHERE q.id = NEW.question_id)"
        " <> (SELECT f.article_id FROM quizzes_fact f WHERE f.id = NEW.fact_id)",
    ),
    (
        "quizzes_response",
        "response_answer_never_unsent",
        "UPDATE",
        "OLD.answered IS NOT NULL AND NEW.answered IS NULL",
    ),
]


def create_triggers(apps, schema_editor):
    for table, name, events, condition in RULES:
        create = sqlite_rule if schema_editor.connection.vendor == "sqlite" else postgresql_rule
        for statement in create(table, name, events, condition):
            schema_editor.execute(statement)


def sqlite_rule(table, name, events, condition):
    for event in events.split(" OR "):
        yield (
            f"CREATE TRIGGER {name}_{event.lower()} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, 'constraint failed: {name}'); END"
        )


def postgresql_rule(table, name, events, condition):
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition}"
        f" THEN RAISE EXCEPTION 'constraint failed: {name}' USING ERRCODE = 'check_violation'; END IF;"
        " RETURN NEW; END $$"
    )
    yield f"CREATE TRIGGER {name} BEFORE {events} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def drop_triggers(apps, schema_editor):
    for _, name, events, _ in RULES:
        if schema_editor.connection.vendor == "sqlite":
            for event in events.split(" OR "):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}_{event.lower()}")
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0001_initial")]

    operations = [migrations.RunPython(create_triggers, drop_triggers)]
