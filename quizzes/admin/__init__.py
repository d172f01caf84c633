"""The teacher's editing desk."""

from django.contrib import admin

from . import fact, people, question, quiz

__all__ = ["fact", "people", "question", "quiz"]

admin.site.site_title = "quizsite"
admin.site.site_header = "quizsite: the desk"
admin.site.index_title = "Edit what is taught"
admin.site.site_url = "/teaching/"
