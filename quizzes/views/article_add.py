from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from quizzes import sources, tasks
from quizzes.forms.article import ArticleAddForm, RebuildForm
from quizzes.models import Article, Build, Question
from quizzes.permissions import Request, allow, teacher


@require_http_methods(["GET", "HEAD", "POST"])
@allow(teacher)
def article_add(request: Request) -> HttpResponse:
    """Take a new article, and queue the reading of it."""
    form = ArticleAddForm(request.POST, request.FILES) if request.method == "POST" else ArticleAddForm()
    if form.is_valid():
        with transaction.atomic():
            article = form.add(request.user)
            tasks.enqueue(_build(article))
        return redirect("article_build", article.pk)
    return render(request, "quizzes/article_add.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@allow(teacher)
@vary_on_headers("HX-Request")
def article_build(request: Request, pk: int) -> HttpResponse:
    """Show how far the reading of an article is, and what came of it."""
    article = _own(request, pk)
    kinds = Question.objects.filter(article=article).by_kind()
    context = {
        "article": article,
        "build": _build(article),
        "facts": article.facts.count(),
        "kinds": kinds,
        "questions": sum(count for _, count in kinds),
        "waiting": Question.objects.filter(article=article).proven().count(),
        "has_model": sources.has_model(),
    }
    template = "quizzes/article_build.html#progress" if request.htmx else "quizzes/article_build.html"
    return render(request, template, context)


@require_POST
@allow(teacher)
def article_approve(request: Request, pk: int) -> HttpResponse:
    """Approve every draft of the article that passed all proofs."""
    article = _own(request, pk)
    count = Question.objects.filter(article=article).proven().approve()
    messages.success(request, f"{count} question{pluralize(count)} approved: students can be asked now.")
    return redirect("article_build", article.pk)


@require_POST
@allow(teacher)
def article_rebuild(request: Request, pk: int) -> HttpResponse:
    """Read an article once more, after it failed; from another source if one is named."""
    build = _build(_own(request, pk))
    form = RebuildForm(request.POST)
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    with transaction.atomic():
        if build.restart(form.cleaned_data["source"]):
            tasks.enqueue(build)
    return redirect("article_build", pk)


def _own(request: Request, pk: int) -> Article:
    article: Article = get_object_or_404(Article.objects.editable_by(request.user), pk=pk)
    return article


def _build(article: Article) -> Build:
    return get_object_or_404(Build.objects.order_by("-revision__number"), revision__article=article)
