"""Getting in: signing in, signing up with a class code, passwords, and whether the site is well."""

from __future__ import annotations

from typing import Any

from allauth.account import views as allauth_views
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import login
from django.db import IntegrityError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.forms.account import TAKEN, JoinForm, StudentSignupForm
from quizzes.permissions import allow, public, signed_in

BRUTE_FORCE = "too_many_login_attempts"


class Refusing:
    """What is not valid is answered as what it is, 422 or 429, not as a success."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again with what is wrong."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 429 if form.has_error("__all__", BRUTE_FORCE) else 422
        return response


class SignIn(Refusing, allauth_views.LoginView):  # type: ignore[misc]
    """Sign in by username and password."""


class ChangePassword(Refusing, allauth_views.PasswordChangeView):  # type: ignore[misc]
    """Choose a new password, knowing the old one."""


account_login = allow(public)(SignIn.as_view())
account_logout = allow(public)(allauth_views.logout)
account_inactive = allow(public)(allauth_views.account_inactive)
account_change_password = allow(signed_in)(ChangePassword.as_view())


@require_safe
@allow(public)
def account_signup(request: HttpRequest) -> HttpResponse:
    """Send those who look for an open sign-up to the only one there is: with a class code."""
    return redirect("student_signup")


@require_safe
@allow(public)
def account_reset_password(request: HttpRequest) -> HttpResponse:
    """Say whom to ask: without e-mail addresses only a teacher can have a new password set."""
    return render(request, "account/password_reset.html")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@allow(public)
def student_signup(request: HttpRequest) -> HttpResponse:
    """Join a class by its code, with a new account or the one signed in."""
    form_class = JoinForm if request.user.is_authenticated else StudentSignupForm
    if request.method != "POST":
        return _join_page(request, form_class(initial={"code": request.GET.get("code", "")}))
    if not ratelimit.consume(request, action="join_failed", dry_run=True):
        return _too_many(request)
    form = form_class(request.POST)
    if form.is_valid():
        return _join(request, form) if request.user.is_authenticated else _sign_up(request, form)
    if form.has_error("code", "unknown"):
        ratelimit.consume(request, action="join_failed")
    return _join_page(request, form)


def _join(request: HttpRequest, form: JoinForm) -> HttpResponse:
    course = form.cleaned_data["code"]
    is_new = course.enroll(request.user)
    messages.success(request, f"You are now in {course}." if is_new else f"You are already in {course}.")
    return redirect("home")


def _sign_up(request: HttpRequest, form: JoinForm) -> HttpResponse:
    if not ratelimit.consume(request, action="signup"):
        return _too_many(request)
    course = form.cleaned_data["code"]
    asked = {key: form.cleaned_data[key] for key in ("username", "name", "password")}
    try:
        person = course.sign_up(**asked)
    except IntegrityError:  # somebody took the name since the form looked
        form.add_error("username", TAKEN)
        return _join_page(request, form)
    login(request, person)
    messages.success(request, f"Welcome, {person}. You are now in {course}.")
    return redirect("home")


def _too_many(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = ratelimit.respond_429(request)
    return response


def _join_page(request: HttpRequest, form: JoinForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "quizzes/student_signup.html", {"form": form}, status=status)


@require_safe
@allow(public)
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the database answers; a database that does not ends in 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
