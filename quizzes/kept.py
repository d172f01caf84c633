"""What somebody had filled in when their session ended or they left, kept for the page of the question they return to.

Only the person who may open that page gets to see it; it holds an answer, never a password.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import reverse

NAME = "kept_answer"
LONGEST = 20_000
"""No more characters than this of an encoded form are kept."""


def keeps_answer[**P](view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Keep what nobody signed in posts to the view of a question, until its page is opened by somebody who is."""

    @wraps(view)
    def keeping(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request: Any = args[0]
        if request.method == "POST" and not request.user.is_authenticated:
            keep(request, reverse("question_answer", kwargs=kwargs))
        return view(*args, **kwargs)

    return keeping


def keep(request: HttpRequest, path: str) -> bool:
    """Remember the form that was sent, for the page at this address; say whether it is short enough for that."""
    form = request.POST.copy()
    form.pop("csrfmiddlewaretoken", None)
    is_short = len(form.urlencode()) <= LONGEST
    if is_short:
        request.session[NAME] = {"path": path, "form": form.urlencode()}
    return is_short


def take(request: HttpRequest) -> QueryDict | None:
    """Return what was kept for this address, once; None when there is nothing."""
    kept = request.session.get(NAME)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[NAME]
    return QueryDict(kept["form"])
