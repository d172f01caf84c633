"""Every address of the site; tests/test_permissions.py states who may use which."""

from allauth.account import views as allauth_views
from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from quizzes.permissions import allow, public, signed_in
from quizzes.views import account

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

# People: only those of allauth's pages that a school without e-mail needs.
account_urls: list[URLPattern | URLResolver] = [
    path("accounts/login/", allow(public)(allauth_views.login), name="account_login"),
    path("accounts/logout/", allow(public)(allauth_views.logout), name="account_logout"),
    path("accounts/signup/", account.account_signup, name="account_signup"),
    path("accounts/inactive/", allow(public)(allauth_views.account_inactive), name="account_inactive"),
    path("accounts/password/change/", allow(signed_in)(allauth_views.password_change), name="account_change_password"),
    path("accounts/password/reset/", account.password_reset, name="account_reset_password"),
    path("join/", account.student_signup, name="student_signup"),
    path("healthz", account.healthz, name="healthz"),
]

# Reading: home, library, flashcards, help.
reading_urls: list[URLPattern | URLResolver] = []

# Taking quizzes: attempts, results, scores.
quiz_urls: list[URLPattern | URLResolver] = []

# Teaching: adding articles, score review. The editing desk is the admin.
teaching_urls: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
]

urlpatterns = account_urls + reading_urls + quiz_urls + teaching_urls

