"""Every address × every role against one table. A new address needs a line here, or the tests fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.contrib import admin as django_admin
from django.contrib.auth.models import AnonymousUser, Group
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from django.utils.regex_helper import normalize

from quizzes import permissions
from tests.conftest import signed_in
from tests.factories import AdminFactory, StudentFactory, TeacherFactory, UserFactory

RULES = {
    # getting in
    "account_login": "public",
    "account_logout": "public",
    "account_signup": "public",
    "account_inactive": "public",
    "account_reset_password": "public",
    "account_change_password": "signed_in",
    "student_signup": "public",
    "healthz": "public",
    # reading and remembering
    "home": "public",
    "help": "public",
    "library": "signed_in",
    "article_detail": "signed_in",
    "article_read": "signed_in",
    "article_cards": "signed_in",
    "card_review": "signed_in",
    "card_rate": "signed_in",
    "card_summary": "signed_in",
    # taking quizzes
    "quiz_start": "signed_in",
    "article_quiz": "signed_in",
    "attempt_resume": "signed_in",
    "question_answer": "signed_in",
    "question_flag": "signed_in",
    "question_hint": "signed_in",
    "question_leave": "signed_in",
    "attempt_submit": "signed_in",
    "attempt_result": "signed_in",
    "attempt_retry": "signed_in",
    "appeal_create": "signed_in",
    "scores": "signed_in",
    "score_chart": "signed_in",
    # teaching
    "article_add": "teacher",
    "article_build": "teacher",
    "article_approve": "teacher",
    "article_rebuild": "teacher",
    "teaching": "teacher",
    "quiz_questions": "teacher",
    "quiz_redraw": "teacher",
    "quiz_scores": "teacher",
    "appeals": "teacher",
    "appeal_decide": "teacher",
    "quiz_scores_csv": "teacher",
    "quiz_print": "teacher",
    "quiz_key": "teacher",
    "quiz_paper_pdf": "teacher",
    "quiz_key_pdf": "teacher",
}

# The admin keeps its own rules, by the groups' permissions on each model; these are what they must come to.
ADMIN_MODELS = {
    "quizzes_article": "teacher",
    "quizzes_assignment": "teacher",
    "quizzes_course": "teacher",
    "quizzes_fact": "teacher",
    "quizzes_question": "teacher",
    "quizzes_quiz": "teacher",
    "quizzes_user": "admin",
    "auth_user": "admin",
    "auth_group": "admin",
    "django_tasks_database_dbtaskresult": "admin",
}
ADMIN_PAGES = {
    "admin:index": "teacher",
    "admin:login": "teacher",
    "admin:logout": "public",
    "admin:password_change": "teacher",
    "admin:password_change_done": "teacher",
    "admin:autocomplete": "nobody",  # 403 without a field to complete, whose model's permission is asked for then
    "admin:jsi18n": "teacher",
    "admin:view_on_site": "teacher",
    "admin:app_list": "teacher",
    "admin:None": "teacher",
    "admin:quizzes_article_add": "nobody",
    "admin:quizzes_fact_delete": "admin",
    "admin:django_tasks_database_dbtaskresult_add": "nobody",
    "admin:django_tasks_database_dbtaskresult_delete": "nobody",
}

WHO = {
    "nobody": set(),
    "public": {"anonymous", "student", "teacher", "admin"},
    "signed_in": {"student", "teacher", "admin"},
    "student": {"student", "admin"},
    "teacher": {"teacher", "admin"},
    "admin": {"admin"},
}
SAMPLES = {"app_label": "quizzes", "url": "nothing", "object_id": "999"}


def addresses(patterns: list[URLPattern | URLResolver], space: str = "", above: str = "/") -> Iterator[tuple[str, str]]:
    """Every pattern of the URLconf: its name with namespace, and a path with made-up arguments."""
    for pattern in patterns:
        path = above + sample(pattern)
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", path
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, inner, path)


def sample(pattern: URLPattern | URLResolver) -> str:
    """A text that the pattern matches; a regular expression's first form will do."""
    if isinstance(pattern.pattern, RegexPattern):
        form, names = normalize(str(pattern.pattern))[0]
        return form % {name: SAMPLES.get(name, "1") for name in names}
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: SAMPLES.get(match[1], "1"), str(pattern.pattern))


ADDRESSES = sorted(set(addresses(get_resolver().url_patterns)))


def rule_of(name: str) -> str | None:
    """The stated rule of an address; None when nobody stated one."""
    if not name.startswith("admin:"):
        return RULES.get(name)
    if name in ADMIN_PAGES:
        return ADMIN_PAGES[name]
    if name.endswith("_history"):  # of nothing: the permission is asked for once the thing is found
        return "teacher"
    model = max((model for model in ADMIN_MODELS if name.startswith(f"admin:{model}_")), key=len, default="")
    return ADMIN_MODELS.get(model)


def is_admitted(client: Client, path: str) -> bool:
    """Whether one of GET and POST got through to the page: neither sent to the sign-in nor told 403."""
    answers = [client.get(path), client.post(path)]
    assert all(answer.status_code < 500 for answer in answers), path
    if all(answer.status_code == 405 for answer in answers):
        pytest.fail(f"{path} answers neither GET nor POST")
    return any(answer.status_code != 405 and not is_turned_away(answer) for answer in answers)


def is_turned_away(answer: HttpResponse) -> bool:
    sign_in = (reverse("account_login"), reverse("admin:login"))
    return answer.status_code == 403 or answer.headers.get("Location", "").split("?")[0] in sign_in


def test_every_address_has_a_stated_rule():
    unstated = [name for name, _ in ADDRESSES if rule_of(name) is None]

    assert unstated == []


def test_every_stated_rule_has_an_address():
    names = {name for name, _ in ADDRESSES}

    assert set(RULES) - names == set()


@pytest.mark.parametrize("name", sorted(RULES))
def test_view_carries_its_stated_rule(name):
    patterns = [pattern for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)]
    views = {pattern.name: pattern.callback for pattern in patterns}

    assert views[name].rule.name == RULES[name]


@pytest.mark.parametrize(("name", "path"), ADDRESSES)
def test_only_stated_roles_are_admitted(db, name, path):
    makers = {"student": StudentFactory, "teacher": TeacherFactory, "admin": AdminFactory}

    admitted = {role for role, make in makers.items() if is_admitted(signed_in(make()), path)}
    admitted |= {"anonymous"} if is_admitted(Client(), path) else set()

    assert admitted == expected(name)


def expected(name: str) -> set[str]:
    if name == "account_logout":  # whoever is not in is sent where one gets in
        return WHO["signed_in"]
    if name == "admin:logout":  # the same, and whoever was not in is sent to the desk's front door
        return {"anonymous", "student"}
    return WHO[rule_of(name) or ""]


def test_history_of_what_only_admins_may_see(teacher_client):
    group = Group.objects.get(name="admin")

    answer = teacher_client.get(reverse("admin:auth_group_history", args=[group.pk]))

    assert answer.status_code == 403


@pytest.mark.parametrize("model", [f"{m._meta.app_label}_{m._meta.model_name}" for m in django_admin.site._registry])
def test_every_model_on_the_desk_has_a_stated_rule(model):
    assert model in ADMIN_MODELS


@pytest.mark.parametrize(
    ("rule", "groups", "allowed"),
    [
        ("public", [], True),
        ("signed_in", [], True),
        ("student", [], False),
        ("student", ["student"], True),
        ("student", ["teacher"], False),
        ("student", ["admin"], True),
        ("teacher", ["student"], False),
        ("teacher", ["teacher"], True),
        ("teacher", ["admin"], True),
        ("admin", ["student", "teacher"], False),
        ("admin", ["admin"], True),
    ],
)
def test_rule_admits(db, rule, groups, allowed):
    person = UserFactory(groups=groups)

    assert getattr(permissions, rule).admits(person) is allowed


def test_superuser_without_group_is_an_admin(db):
    assert UserFactory(is_superuser=True).is_admin


def test_roles_are_read_once(db, django_assert_num_queries):
    person = UserFactory(groups=["teacher"])

    with django_assert_num_queries(1):
        assert person.is_teacher
        assert not person.is_student


def ask(method: str = "get", **headers: str) -> HttpResponse:
    """An anonymous request to a page for people who are signed in."""
    request = getattr(RequestFactory(), method)("/library/?q=pact", headers=headers)
    request.user = AnonymousUser()
    return permissions.allow(permissions.signed_in)(lambda request: HttpResponse("in"))(request)


def test_anonymous_comes_back_to_the_page_asked_for():
    assert ask().headers["Location"] == "/accounts/login/?next=%2Flibrary%2F%3Fq%3Dpact"


def test_anonymous_post_comes_back_to_the_page_of_the_form():
    answer = ask("post", referer="http://testserver/attempts/3/?step=1")

    assert answer.headers["Location"] == "/accounts/login/?next=%2Fattempts%2F3%2F%3Fstep%3D1"


@pytest.mark.parametrize("referer", ["", "https://evil.example/attempts/3/"])
def test_anonymous_post_from_elsewhere_comes_back_home(referer):
    assert ask("post", referer=referer).headers["Location"] == "/accounts/login/?next=%2F"


def test_anonymous_htmx_request_moves_the_whole_page():
    answer = ask(hx_request="true", hx_current_url="http://testserver/attempts/3/")

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Fattempts%2F3%2F"


def test_wrong_role_is_told_what_to_do(student_client):
    answer = student_client.get(reverse("article_add"))

    assert answer.status_code == 403
    assert b"ask your teacher" in answer.content
