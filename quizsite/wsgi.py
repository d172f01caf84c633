"""The WSGI entry point."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
application = get_wsgi_application()
# What every page needs stays for good: looked through for garbage again and again, it would stop everybody's answers
# for a tenth of a second each time.
import_module("quizsite.urls")
gc.freeze()
