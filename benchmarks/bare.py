"""What an answer is measured against: a view of one indexed read, one insert and a template, and nothing else.

This is the whole site with one address more: the same settings, middleware, server and database, and people signed in.
`quizsite.wsgi` for the server, the urlconf, and the model whose table `lay_table` makes in a scratch database.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.http import HttpResponse
from django.template import engines
from django.urls import path
from django.views.decorators.http import require_POST

from quizsite import wsgi  # first of ours: it makes Django ready
from quizsite.urls import urlpatterns as everything
from quizzes.models import User
from quizzes.permissions import Request, allow, signed_in

FILLER = "What a page says besides: plain words that no tag, filter or escape has to look at, as many as are wanted. "


class Line(models.Model):
    """A row to read and a row to write."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()

    class Meta:
        app_label = "quizzes"
        db_table = "benchmark_line"

    def __str__(self) -> str:
        return self.text


def lay_table() -> None:
    """Make the table with the line that every request reads."""
    with connection.schema_editor() as editor:
        editor.create_model(Line)
    Line.objects.create(person=User.objects.earliest("pk"), text="The first line.")


@cache
def template(size: int) -> Any:
    """Return the template of a page of about this many bytes."""
    page = (
        '<form method="post" action="/bare/">{% csrf_token %}<h1>{{ read.text }}</h1><p>{{ written.text }}</p></form>'
    )
    filler = (FILLER * (size // len(FILLER) + 1))[: max(0, size - len(page) - 60)]
    return engines["django"].from_string(f"{page}<p>{filler}</p>")


@require_POST
@allow(signed_in)
def bare(request: Request, pk: int, size: int) -> HttpResponse:
    """Read a line, write a line, show both."""
    read = Line.objects.get(pk=pk)
    written = Line.objects.create(person=request.user, text=request.POST["text"])
    return HttpResponse(template(size).render({"read": read, "written": written}, request))


urlpatterns = [*everything, path("bare/<int:pk>/<int:size>/", bare, name="bare")]
settings.ROOT_URLCONF = __name__
application = wsgi.application
