"""Who may do what. Views ask nothing else.

A rule says who may use a page at all; every view carries exactly one, by `@allow(rule)`, and tests/test_permissions.py
fails for a URL without one. Which objects a person may see is a matter of rows and lives in the querysets
(`Article.objects.visible_to(person)`, `Quiz.objects.editable_by(person)`, `Attempt.objects.of(person)`): what they
leave out does not exist for that person, so a view that looks a foreign object up in them answers 404.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate
from urllib.parse import urlencode, urlsplit

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from .models import User

type Person = User | AnonymousUser
type View = Callable[Concatenate[Any, ...], HttpResponseBase]


class Request(HttpRequest):
    """The request of somebody signed in, as views behind any rule but `public` receive it."""

    user: User
    htmx: HtmxDetails


@dataclass(frozen=True)
class Rule:
    """Who may use a page: a name for the table in the tests, and the question asked of the person."""

    name: str
    admits: Callable[[Person], bool]


public = Rule("public", lambda person: True)
signed_in = Rule("signed_in", lambda person: isinstance(person, User))
student = Rule("student", lambda person: isinstance(person, User) and (person.is_student or person.is_admin))
teacher = Rule("teacher", lambda person: isinstance(person, User) and person.is_teacher)
admin = Rule("admin", lambda person: isinstance(person, User) and person.is_admin)


def allow(rule: Rule) -> Callable[[View], View]:
    """Let only people whom the rule admits use the view: others sign in first, or are told that it is not for them."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if rule.admits(request.user):
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            return ask_to_sign_in(request)

        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return decorate


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send the person to the sign-in page and afterwards back to the page they are looking at."""
    address = f"{resolve_url('account_login')}?{urlencode({'next': _page(request)})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return redirect(address)


def _page(request: HttpRequest) -> str:
    """Return the path of the page shown: a form posts to what is often no page, so a POST goes back to its origin."""
    shown = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if request.method in {"GET", "HEAD"} and "HX-Current-URL" not in request.headers:
        return request.get_full_path()
    if not url_has_allowed_host_and_scheme(shown, {request.get_host()}, require_https=request.is_secure()):
        return resolve_url("home")
    parts = urlsplit(shown)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
