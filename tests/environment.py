"""The environment of a test run; loaded as a pytest plugin before Django reads its settings."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("TASKS_BACKEND", "django.tasks.backends.dummy.DummyBackend")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
