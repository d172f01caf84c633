from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quizzes.models import Article, Reading
from quizzes.models.card import Deck
from quizzes.models.shelf import shelve
from quizzes.permissions import Request, allow, signed_in

BEGINNING = 2


@require_safe
@allow(signed_in)
def article_detail(request: Request, pk: int) -> HttpResponse:
    """Show what an article is about and what can be done with it."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    now = timezone.now()
    revision = article.revisions.select_related("build").first()
    context = {
        "article": article,
        "shelved": shelve([article], request.user, now)[0],
        "cards": Deck(request.user, now, article).facts().count(),
        "build": getattr(revision, "build", None),
        "beginning": [shown for shown in revision.blocks() if shown.kind == "body"][:BEGINNING] if revision else [],
    }
    return render(request, "quizzes/article_detail.html", context)


@require_safe
@allow(signed_in)
def article_read(request: Request, pk: int) -> HttpResponse:
    """Show the whole text; each paragraph of its body has an address (#p0, #p1, …) that feedback links to."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    revision = get_object_or_404(article.revisions.all()[:1])
    Reading.objects.note(request.user, article, timezone.now())
    shelved = shelve([article], request.user, timezone.now())[0]
    context = {"article": article, "blocks": revision.blocks(), "shelved": shelved}
    return render(request, "quizzes/article_read.html", context)
