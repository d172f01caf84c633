"""The environment of a test run; loaded as a pytest plugin before Django reads its settings."""

import os
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("TASKS_BACKEND", "django.tasks.backends.dummy.DummyBackend")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# whitenoise warns about a folder that is not there; nothing has been collected before the tests
os.environ.setdefault("STATIC_ROOT", str(Path(__file__).resolve().parent.parent / "quizzes" / "static"))
# a language model is set up by the tests that want one
for name in [name for name in os.environ if name.startswith("LLM_")]:
    del os.environ[name]
