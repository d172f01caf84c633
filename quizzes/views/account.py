"""Getting in: signing up with a class code, the help of a forgotten password, and whether the site is well."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.permissions import allow, public


@require_safe
@allow(public)
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the database answers; a database that does not ends in 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@allow(public)
def account_signup(request: HttpRequest) -> HttpResponse:
    """Send those who look for an open sign-up to the only one there is: with a class code."""
    return redirect("student_signup")


@require_safe
@allow(public)
def password_reset(request: HttpRequest) -> HttpResponse:
    """Say whom to ask: without e-mail addresses only a teacher can give a new password."""
    return render(request, "account/password_reset.html")


@require_http_methods(["GET", "HEAD", "POST"])
@allow(public)
def student_signup(request: HttpRequest) -> HttpResponse:
    """Join a class by its code, with a new account or the one signed in."""
    return render(request, "quizzes/student_signup.html")
