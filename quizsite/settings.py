"""Every setting of quizsite; everything the operator may choose is read from the environment here and nowhere else."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.csp import CSP

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str | None = None) -> str:
    """Return the variable, or the default; a missing variable without a default stops the start with its name."""
    value = os.environ.get(name, default)
    if value is None:
        raise SystemExit(f"Set the environment variable {name}. See docs/operators.md.")
    return value


def flag(name: str, default: bool) -> bool:
    """Return whether the variable says yes."""
    return env(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


DEBUG = flag("DEBUG", False)
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("CSRF_TRUSTED_ORIGINS", "").split(",") if origin]
HTTPS = flag("HTTPS", True)
BEHIND_PROXY = flag("BEHIND_PROXY", False)
DEMO = flag("DEMO", False)
VAR_DIR = Path(env("VAR_DIR", str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "quizzes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks_db",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "quizzes.middleware.explain_wrong_method",
]

ROOT_URLCONF = "quizsite.urls"
WSGI_APPLICATION = "quizsite.wsgi.application"
ASGI_APPLICATION = "quizsite.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Every form field is drawn by templates/django/forms/field.html; inputs without a template each.
FORM_RENDERER = "quizzes.forms.drawing.Renderer"

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;"
        " PRAGMA mmap_size=2147418112; PRAGMA temp_store=MEMORY;",
    },
}


def database(url: str) -> dict[str, object]:
    """Return Django's setting for `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {**SQLITE, "NAME": parts.path[1:]}
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path[1:],
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": parts.port or "",
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            # The server plans what a connection asks again and again once: half of what an answer cost it.
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3},
        }
    raise SystemExit("DATABASE_URL must begin with sqlite:/// or postgresql://. See docs/operators.md.")


DATABASES = {"default": database(env("DATABASE_URL", f"sqlite:///{VAR_DIR / 'quizsite.sqlite3'}"))}
if DATABASES["default"]["ENGINE"] == SQLITE["ENGINE"]:
    Path(str(DATABASES["default"]["NAME"])).parent.mkdir(parents=True, exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People sign in by name: no e-mail address is asked for, so none can be leaked, and teachers give new passwords.
AUTH_USER_MODEL = "quizzes.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 8},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_ADAPTER = "quizzes.forms.account.Adapter"
ACCOUNT_FORMS = {
    "login": "quizzes.forms.account.SignInForm",
    "change_password": "quizzes.forms.account.NewPasswordForm",
}
# A whole school signs in from one address in the same minutes: wide per address, narrow per name.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,10/5m/key",
    "signup": "300/m/ip",
    "join_failed": "30/10m/ip",
}

# A scheme, a host and perhaps a port and a path: no name or password, no query.
HTTP_ADDRESS = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:/[\w./~-]*)?", re.I | re.A)


def http_address(name: str) -> str:
    """Return the variable as an http(s) address without a slash at its end, "" when it is not set."""
    address = env(name, "").strip().rstrip("/")
    if address and not HTTP_ADDRESS.fullmatch(address):
        raise SystemExit(f"{name} must be an address such as https://example.org/v1. See docs/operators.md.")
    return address


def positive(name: str, default: int) -> int:
    """Return the variable as a whole number of at least 1."""
    value = env(name, str(default))
    if not (value.isascii() and value.isdecimal() and int(value)):
        raise SystemExit(f"{name} must be a whole number of at least 1. See docs/operators.md.")
    return int(value)


# A language model that teachers may have write questions: off unless the operator names one. It costs the operator
# money and sends articles to another service, so that one reply and one article are bounded.
LLM_URL = http_address("LLM_URL")
LLM_MODEL = env("LLM_MODEL", "").strip()
LLM_KEY = env("LLM_KEY", "").strip()
LLM_SECONDS = positive("LLM_SECONDS", 120)
LLM_REQUESTS = positive("LLM_REQUESTS", 40)
if bool(LLM_URL) != bool(LLM_MODEL) or len(LLM_MODEL) > 100:
    raise SystemExit("Set LLM_URL and LLM_MODEL (at most 100 characters) together. See docs/operators.md.")
if not (LLM_KEY.isascii() and LLM_KEY.isprintable()):
    raise SystemExit("LLM_KEY holds characters that no key has. See docs/operators.md.")

TASKS = {"default": {"BACKEND": env("TASKS_BACKEND", "django_tasks_db.DatabaseBackend")}}
# A worker that has not renewed its hold on a build for this long is taken for dead.
LEASE_SECONDS = int(env("LEASE_SECONDS", "30"))
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(VAR_DIR / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The browser may load what this site serves and nothing else, and runs no script or style written into a page.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.fallback.FallbackStorage"

MEGABYTE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * MEGABYTE
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * MEGABYTE

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"refusals": {"()": "quizsite.logs.Refusals"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["refusals"]}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", "INFO")},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
