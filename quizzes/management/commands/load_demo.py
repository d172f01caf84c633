from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from quizzes import tasks
from quizzes.engine import readers
from quizzes.management.terminal import progress_bar
from quizzes.models import Article, Assignment, Build, Course, Question, Quiz, User

ARTICLES = Path(settings.BASE_DIR) / "fixtures" / "articles"
PASSWORD = "reading-lasts-longer"  # noqa: S105  (published on purpose; the command refuses to run on a real site)
CODE = "READING1"
PEOPLE = (
    ("demo-student", "Demo", "Student", "student"),
    ("demo-teacher", "Demo", "Teacher", "teacher"),
    ("demo-admin", "Demo", "Admin", "admin"),
)


class Command(BaseCommand):
    """Load the demo school: three people, a class with a quiz, our own articles and the banks the engine builds."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is missing; what is there stays as it is."""
        if not settings.DEMO:
            raise CommandError("The demo's passwords are published. Set DEMO=1 to load it, never on a real site.")
        people = {role: _person(username, first, last, role) for username, first, last, role in PEOPLE}
        articles = [self._article(entry, people["teacher"]) for entry in _index()]
        course = _course(people["teacher"], people["student"])
        _assignment(course, articles)
        self._announce()

    def _article(self, entry: dict[str, Any], owner: User) -> Article:
        article: Article | None = Article.objects.filter(owner=owner, title=entry["title"]).first()
        if article is None:
            document = readers.read((ARTICLES / entry["file"]).read_bytes(), entry["file"])
            about = {name: str(entry[name]) for name in ("title", "author", "publisher", "published", "licence")}
            article = Article.objects.add(document, owner, **about, visibility=Article.Visibility.PUBLIC)
        build = Build.objects.get(revision__article=article)
        if build.state == Build.State.WAITING:
            self.stdout.write(f"Reading “{article}” and writing its questions …")
            with progress_bar() as tell:
                tasks.build_here(build, tell)
            Question.objects.filter(article=article).proven().approve()
        return article

    def _announce(self) -> None:
        self.stdout.write(f"\nDemo sign-ins, all with the password {PASSWORD}")
        for username, _, _, role in PEOPLE:
            self.stdout.write(f"  {role:8} {username}")
        self.stdout.write(f"New students join the demo class with the code {CODE}.")


def _index() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((ARTICLES / "index.toml").read_text())["article"]
    return entries


def _person(username: str, first: str, last: str, role: str) -> User:
    person = User.objects.filter(username=username).first()
    if person is None:
        is_admin, is_staff = role == "admin", role != "student"
        about: dict[str, Any] = {"first_name": first, "last_name": last, "is_staff": is_staff, "is_superuser": is_admin}
        person = User.objects.create_user(username, password=PASSWORD, **about)
        person.groups.add(Group.objects.get(name=role))
    return person


def _course(teacher: User, student: User) -> Course:
    course: Course
    course, is_new = Course.objects.get_or_create(code=CODE, defaults={"name": "Demo class", "owner": teacher})
    if is_new:
        course.enroll(student)
    return course


def _assignment(course: Course, articles: list[Article]) -> None:
    quiz, is_new = Quiz.objects.get_or_create(title="From the library", owner=course.owner, defaults={"length": 12})
    if is_new:
        quiz.articles.set(articles)
        Assignment.objects.create(course=course, quiz=quiz)
