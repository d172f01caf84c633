"""Years of answers for a scratch database: one real attempt, stored again and again by the database itself.

`manage.py shell` of a site calls this, so that its own settings and models hold.
"""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Max
from django.utils import timezone

from quizzes.models import Attempt, Memory, Quiz, Response, Review, User

SEED = 7
NUMBERS = {
    "sqlite": "(WITH RECURSIVE up(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM up WHERE i < {}) SELECT i FROM up) n",
    "postgresql": "(SELECT generate_series(1, {}) AS i) n",
}


def remember(quiz: int, responses: int) -> int:
    """Store this many answers more: finished attempts of everybody in turn, with their reviews; return how many."""
    people = list(User.objects.filter(username__startswith="taker").order_by("pk").values_list("pk", flat=True))
    first = taken(Quiz.objects.get(pk=quiz), User.objects.get(pk=people[0]))
    length = first.responses.count()
    copies = responses // length
    with transaction.atomic():
        if connection.vendor == "postgresql":
            # The copies refer to what is there: nobody has to look that up a million times.
            run("SET LOCAL session_replication_role = replica")
        copy_all(first, copies, length, people)
    run("ANALYZE")
    return copies * length


def taken(quiz: Quiz, person: User) -> Attempt:
    """Return a finished attempt of the person's."""
    now = timezone.now()
    attempt: Attempt = Attempt.objects.start(person, quiz, quiz.length, SEED, now)
    for response in attempt.responses.all():
        shown = response.as_shown
        attempt.answer(response.position, shown.accept[0].text if shown.accept else list(shown.key), now)
    attempt.finish(now)
    return attempt


def copy_all(first: Attempt, copies: int, length: int, people: list[int]) -> None:
    """Copy the attempt, its responses and their reviews, and give everybody the memories they leave."""
    attempt, response = newest(Attempt), newest(Response)
    learner = f"{people[0]} + n.i % {len(people)}"
    own = {"id": f"{attempt} + n.i", "learner_id": learner}
    multiply(Attempt, copies, f"quizzes_attempt s WHERE s.id = {first.pk}", own)
    copied = f"{response} + n.i * {length} + s.position"
    own = {"id": copied, "attempt_id": f"{attempt} + n.i"}
    multiply(Response, copies, f"quizzes_response s WHERE s.attempt_id = {first.pk}", own)
    reviews = f"quizzes_review s JOIN quizzes_response r ON r.id = s.response_id WHERE r.attempt_id = {first.pk}"
    own = {"learner_id": learner, "response_id": copied.replace("s.", "r."), "token": "'copy-' || n.i"}
    multiply(Review, copies, reviews, own)
    own = {"learner_id": f"{people[0]} + n.i"}
    multiply(Memory, len(people) - 1, f"quizzes_memory s WHERE s.learner_id = {people[0]}", own)
    for statement in connection.ops.sequence_reset_sql(no_style(), [Attempt, Response]):
        run(statement)


def multiply(model: type[models.Model], copies: int, source: str, own: dict[str, str]) -> None:
    """Insert each row `s` of the source again and again; `own` is what differs in copy `n.i`."""
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key or field.column in own]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(own.get(column, f's."{column}"') for column in columns)
    numbers = NUMBERS[connection.vendor].format(copies)
    run(f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {numbers}, {source}")  # noqa: S608


def newest(model: type[models.Model]) -> int:
    """Return the highest number given so far."""
    number: int = model._default_manager.aggregate(highest=Max("pk"))["highest"]
    return number


def run(statement: str) -> None:
    """Run a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
