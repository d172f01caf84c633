"""What somebody had filled in when their session ended or they left, kept for the page of the question they return to.

Each question has a draft of its own in the session; it stays until an answer to that question is stored, or another
draft takes its place. Only the person who may open that page gets to see it; it holds an answer, never a password.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import reverse

NAME = "kept_answers"
LONGEST = 20_000
"""No more characters than this of an encoded form are kept."""
MOST = 100_000
"""No more than this of all of a session together, which is read with every page."""

TOO_LONG = "That is too long to be kept. Shorten it, then leave."
FULL = "Too many answers are kept unsent already. Send one of them, or this one, then leave."


type View = Callable[..., HttpResponseBase]


def keeps_answer(page: str) -> Callable[[View], View]:
    """Keep what nobody signed in posts to a view, until the page of that name is opened by somebody who is."""

    def decorate(view: View) -> View:
        @wraps(view)
        def keeping(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST" and not request.user.is_authenticated:
                keep(request, reverse(page, kwargs=kwargs))
            return view(request, *args, **kwargs)

        return keeping

    return decorate


def keep(request: HttpRequest, path: str) -> str:
    """Remember the form that was sent, for the page at this address; return why it cannot be, "" where it is."""
    form = request.POST.copy()
    form.pop("csrfmiddlewaretoken", None)
    drafts = {**request.session.get(NAME, {}), path: form.urlencode()}
    if len(drafts[path]) > LONGEST:
        return TOO_LONG
    if sum(map(len, drafts.values())) > MOST:
        return FULL
    request.session[NAME] = drafts
    return ""


def kept_for(request: HttpRequest, path: str) -> QueryDict | None:
    """Return what is kept for the page at this address; None when there is nothing."""
    form = request.session.get(NAME, {}).get(path)
    return QueryDict(form) if form else None


def forget(request: HttpRequest, root: str) -> None:
    """Keep nothing any more for the pages whose address begins so."""
    drafts = request.session.get(NAME, {})
    left = {path: form for path, form in drafts.items() if not path.startswith(root)}
    if len(left) < len(drafts):
        request.session[NAME] = left
