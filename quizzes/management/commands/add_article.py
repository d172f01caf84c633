from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from quizzes import sources, tasks
from quizzes.engine.document import Document, Unreadable, check
from quizzes.engine.generators import Failed
from quizzes.management.terminal import progress_bar, read_document
from quizzes.models import Article, Build, Question, User


class Command(BaseCommand):
    """Add an article to the library, and have its questions written."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what is known of the article, and what is to happen with it."""
        parser.add_argument("file", help="the article: a text, HTML, PDF or DOCX file, - for standard input")
        parser.add_argument("--owner", required=True, help="the username of the teacher whose article it is")
        parser.add_argument("--title", help="default: the title found in the file")
        for name in ("author", "publisher", "published", "source-url", "licence"):
            parser.add_argument(f"--{name}", help="default: what the file says")
        parser.add_argument("--visibility", choices=Article.Visibility.values, default=Article.Visibility.COURSES)
        parser.add_argument("--source", choices=Build.Source.values, default=sources.ENGINE, help="who writes them")
        parser.add_argument("--now", action="store_true", help="write the questions here and now, not by the worker")
        parser.add_argument("--approve", action="store_true", help="approve what passed every proof; implies --now")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the file, store the article, and build its bank or queue that."""
        owner = _owner(options["owner"])
        try:
            sources.generator(options["source"])
            document = read_document(options["file"])
            check(document)
            about = _about(document, options)
            if options["now"] or options["approve"]:
                self._add_now(document, owner, about, approve=options["approve"])
            else:
                self._add_later(document, owner, about)
        except (Unreadable, Failed, ValidationError) as error:
            raise CommandError(" ".join(getattr(error, "messages", [str(error)]))) from error

    def _add_now(self, document: Document, owner: User, about: dict[str, str], *, approve: bool) -> None:
        article = Article.objects.add(document, owner, **about)
        with progress_bar() as tell:
            tasks.build_here(_build(article), tell)
        if approve:
            Question.objects.filter(article=article).proven().approve()
        facts, questions = article.facts.count(), Question.objects.filter(article=article).count()
        self.stdout.write(f"Added “{article}” (article {article.pk}): {facts} facts, {questions} questions.")

    def _add_later(self, document: Document, owner: User, about: dict[str, str]) -> None:
        article = Article.objects.add(document, owner, **about)
        tasks.enqueue(_build(article))
        self.stdout.write(f"Added “{article}” (article {article.pk}); the worker will write its questions.")


def _owner(username: str) -> User:
    owner = User.objects.filter(username=username).first()
    if owner is None or not owner.is_teacher:
        raise CommandError(f"There is no teacher with the username {username}.")
    return owner


def _build(article: Article) -> Build:
    return Build.objects.get(revision__article=article)


def _about(document: Document, options: dict[str, Any]) -> dict[str, str]:
    """Return what is known of the article: what was typed before what the file says; refuse what does not fit."""
    names = ("title", "author", "publisher", "published", "source_url", "licence")
    about = {name: options[name] or getattr(document, name, "") for name in names}
    if not about["title"]:
        raise CommandError("The file names no title. Give one with --title.")
    article = Article(**about, visibility=options["visibility"])
    article.clean_fields(exclude=["owner"])
    return about | {"visibility": options["visibility"], "source": options["source"]}
