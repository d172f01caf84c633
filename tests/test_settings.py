"""What production runs with, checked in a process of its own: settings are read once, from the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

ROOT = Path(settings.BASE_DIR)
SECRET = "k3-" + "".join(chr(ord("a") + n % 26) for n in range(7, 70))


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with nothing of our environment but the path."""
    surroundings = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=surroundings, capture_output=True, text=True)


def read(names: list[str], **environment: str) -> dict[str, object]:
    """Return settings as a fresh process sees them."""
    code = f"import json; from quizsite import settings; print(json.dumps([getattr(settings, n) for n in {names}]))"
    return dict(zip(names, json.loads(run("-c", code, SECRET_KEY=SECRET, **environment).stdout), strict=True))


def test_check_deploy_is_clean(tmp_path):
    result = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING",
        SECRET_KEY=SECRET, VAR_DIR=str(tmp_path), ALLOWED_HOSTS="quiz.example.org",
    )  # fmt: skip

    assert result.returncode == 0, result.stderr


def test_start_without_secret_key_names_it(tmp_path):
    result = run("manage.py", "check", VAR_DIR=str(tmp_path))

    assert result.returncode != 0
    assert "SECRET_KEY" in result.stderr


def test_debug_is_off_unless_asked_for(tmp_path):
    assert read(["DEBUG"], VAR_DIR=str(tmp_path)) == {"DEBUG": False}


def test_https_is_the_default(tmp_path):
    names = ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_INCLUDE_SUBDOMAINS"]

    assert all(read(names, VAR_DIR=str(tmp_path)).values())


def test_proxy_is_trusted_only_when_named(tmp_path):
    names = ["SECURE_PROXY_SSL_HEADER", "ALLAUTH_TRUSTED_PROXY_COUNT"]

    alone = read(names, VAR_DIR=str(tmp_path))
    behind = read(names, VAR_DIR=str(tmp_path), BEHIND_PROXY="1")

    assert list(alone.values()) == [None, 0]
    assert list(behind.values()) == [["HTTP_X_FORWARDED_PROTO", "https"], 1]


def test_var_dir_is_made_for_sqlite(tmp_path):
    read(["DEBUG"], VAR_DIR=str(tmp_path / "data"))

    assert (tmp_path / "data").is_dir()


def test_var_dir_is_not_needed_for_postgresql(tmp_path):
    url = "postgresql://anna:s%2Fecret@db:5433/school"

    databases = read(["DATABASES"], VAR_DIR=str(tmp_path / "data"), DATABASE_URL=url)["DATABASES"]

    assert databases["default"]["PASSWORD"] == "s/ecret"
    assert databases["default"]["PORT"] == 5433
    assert not (tmp_path / "data").exists()


def test_unknown_database_is_refused_with_a_hint():
    result = run("-c", "import quizsite.settings", SECRET_KEY=SECRET, DATABASE_URL="oracle://x")

    assert result.returncode != 0
    assert "sqlite:/// or postgresql://" in result.stderr


@pytest.fixture
def answer(db):
    return Client().get("/accounts/login/")


def test_policy_runs_no_script_written_into_a_page(answer):
    policy = answer.headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_pages_cannot_be_framed_and_tell_no_other_site_where_one_was(answer):
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_page_has_no_inline_script_style_or_handler(answer):
    page = answer.content.decode()

    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_session_cookie_is_hidden_from_scripts(student_client):
    cookie = student_client.cookies[settings.SESSION_COOKIE_NAME]

    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
    assert cookie.value


def test_too_large_a_body_is_refused_with_a_hint(db):
    answer = Client().post("/join/", {"code": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})

    assert answer.status_code == 400


def test_too_large_a_form_is_answered_plainly(db):
    body = "code=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)

    answer = Client().post("/join/", body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 400
    assert b"4 megabytes" in answer.content


def test_rate_limits_are_shared_by_all_processes():
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


LLM = {"LLM_URL": "https://llm.example.org/v1/", "LLM_MODEL": "small-7b"}


def test_no_language_model_is_set_up_by_default(tmp_path):
    assert read(["LLM_URL", "LLM_MODEL", "LLM_KEY"], VAR_DIR=str(tmp_path)) == dict.fromkeys(
        ["LLM_URL", "LLM_MODEL", "LLM_KEY"], ""
    )


def test_language_model_is_read_from_the_environment(tmp_path):
    names = ["LLM_URL", "LLM_MODEL", "LLM_KEY", "LLM_SECONDS", "LLM_REQUESTS"]

    found = read(names, VAR_DIR=str(tmp_path), **LLM, LLM_KEY=" sk-1 ", LLM_SECONDS="30", LLM_REQUESTS="5")

    assert list(found.values()) == ["https://llm.example.org/v1", "small-7b", "sk-1", 30, 5]


@pytest.mark.parametrize("address", ["http://localhost:11434/v1", "http://[::1]:8080/v1", "https://llm.example.org"])
def test_address_of_a_language_model_is_taken(tmp_path, address):
    assert read(["LLM_URL"], VAR_DIR=str(tmp_path), **LLM | {"LLM_URL": address}) == {"LLM_URL": address}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"LLM_URL": "file:///etc/passwd"}, "LLM_URL"),
        ({"LLM_URL": "ftp://llm.example.org"}, "LLM_URL"),
        ({"LLM_URL": "llm.example.org/v1"}, "LLM_URL"),
        ({"LLM_URL": "https://name:word@llm.example.org/v1"}, "LLM_URL"),
        ({"LLM_URL": "https://llm.example.org/v1?key=1"}, "LLM_URL"),
        ({"LLM_URL": "https:///v1"}, "LLM_URL"),
        ({"LLM_URL": "https://llm.example.org/v1\nHost: evil"}, "LLM_URL"),
        ({"LLM_MODEL": ""}, "LLM_URL and LLM_MODEL"),
        ({"LLM_URL": ""}, "LLM_URL and LLM_MODEL"),
        ({"LLM_SECONDS": "soon"}, "LLM_SECONDS"),
        ({"LLM_REQUESTS": "0"}, "LLM_REQUESTS"),
        ({"LLM_KEY": "sk-1\nX: y"}, "LLM_KEY"),
        ({"LLM_KEY": "sk-é"}, "LLM_KEY"),
    ],
)
def test_language_model_set_up_wrongly_stops_the_start(tmp_path, wrong, named):
    result = run("-c", "import quizsite.settings", SECRET_KEY=SECRET, VAR_DIR=str(tmp_path), **LLM | wrong)

    assert result.returncode != 0
    assert named in result.stderr
    assert "docs/operators.md" in result.stderr
    assert "sk-" not in result.stderr
