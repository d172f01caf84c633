from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from quizzes.forms.library import LibrarySearchForm
from quizzes.models import Article
from quizzes.models.shelf import shelve
from quizzes.permissions import Request, allow, signed_in

PER_PAGE = 12


@require_safe
@allow(signed_in)
@vary_on_headers("HX-Request")
def library(request: Request) -> HttpResponse:
    """List the articles that the person may read, all or those found."""
    form = LibrarySearchForm(request.GET or None)
    is_valid = not form.is_bound or form.is_valid()
    asked = form.cleaned_data if form.is_bound and is_valid else {"q": "", "page": None}
    articles = Article.objects.visible_to(request.user).search(asked["q"]) if is_valid else Article.objects.none()
    page = Paginator(articles, PER_PAGE).get_page(asked["page"] or 1)
    context = {"form": form, "q": asked["q"], "page": page, "is_valid": is_valid}
    context["shelf"] = shelve(page.object_list, request.user, timezone.now())
    template = "quizzes/library.html#results" if request.htmx else "quizzes/library.html"
    return render(request, template, context, status=200 if is_valid else 400)
