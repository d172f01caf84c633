"""What somebody was sending when their session ended, kept for the page they return to after signing in again.

Only the person who may open that page gets to see it; it holds an answer, never a password.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict

NAME = "kept_answer"
LONGEST = 20_000
"""No more characters than this of an encoded form are kept."""


def keeps_answer[**P](view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Keep what is posted to the view by nobody signed in, until its page is opened by somebody who is."""

    @wraps(view)
    def keeping(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request: Any = args[0]
        if request.method == "POST" and not request.user.is_authenticated:
            keep(request)
        return view(*args, **kwargs)

    return keeping


def keep(request: HttpRequest) -> None:
    """Remember the form that was sent to this address."""
    form = request.POST.copy()
    form.pop("csrfmiddlewaretoken", None)
    if len(form.urlencode()) <= LONGEST:
        request.session[NAME] = {"path": request.path, "form": form.urlencode()}


def take(request: HttpRequest) -> QueryDict | None:
    """Return what was kept for this address, once; None when there is nothing."""
    kept = request.session.get(NAME)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[NAME]
    return QueryDict(kept["form"])
