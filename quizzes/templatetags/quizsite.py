from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from html import escape
from urllib.parse import quote, urlsplit

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from quizzes import scoring
from quizzes.feedback import Line
from quizzes.forms.choosing import Offered
from quizzes.models import Fact, Response
from quizzes.models.fact import Passage, passages
from quizzes.overview import Overview, Place

register = template.Library()

WORDS = 5
"""So many words at either end of a long sentence are enough to find it."""


@register.simple_tag
def evidence(fact: Fact) -> SafeString:
    """Show the paragraphs that prove a fact, the evidence marked. Fetch facts with `Fact.objects.with_evidence()`."""
    return SafeString("".join(_quoted(passage) for passage in fact.passages()))


@register.simple_tag
def proof(facts: Iterable[Fact], readable: Collection[int] = ()) -> SafeString:
    """Show the paragraphs that prove several facts together, each once, with its source.

    `readable` are the articles that the person may open: they are linked, at the sentence. Fetch facts with
    `Fact.objects.with_evidence()` and their article.
    """
    return SafeString("".join(_quoted(passage, _source(passage, readable)) for passage in passages(facts)))


def _quoted(passage: Passage, source: str = "") -> str:
    """Write a paragraph with its evidence marked; every answer explained has one, so that it must cost little."""
    marked = (
        f"<mark>{escape(piece.text)}</mark>" if piece.is_evidence else escape(piece.text) for piece in passage.pieces
    )
    return f'<blockquote class="evidence"><p>{"".join(marked)}</p>{source}</blockquote>'


def _source(passage: Passage, readable: Collection[int]) -> str:
    article = passage.fact.article
    title = escape(article.title)
    if article.pk in readable:
        title = f'<a href="{reverse("article_read", args=[article.pk])}{anchor(passage)}">{title}</a>'
    return f'<p class="muted source">{title}</p>'


def anchor(passage: Passage) -> str:
    """Return the fragment that leads to a passage in its article.

    It names the paragraph for every browser, and the sentence itself, as a text fragment, for those that find and
    mark it.
    """
    return _fragment(passage.fact.paragraph, passage.quote)


@register.filter
def line_anchor(line: Line) -> str:
    """Return the fragment that leads to a sentence of a passage in its article."""
    return _fragment(line.paragraph, line.text)


def _fragment(paragraph: int | None, sentence: str) -> str:
    words = sentence.split()
    place = "" if paragraph is None else f"p{paragraph}"
    ends = [" ".join(words[:WORDS]), " ".join(words[-WORDS:])] if len(words) > 2 * WORDS else [" ".join(words)]
    text = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"#{place}:~:text={text}"


@register.filter
def says_verdict(response: Response) -> bool:
    """Say whether the message about an answer begins with the verdict itself, which is not to be told twice."""
    return response.message.startswith("Right" if response.is_right else "Partly right")


@register.filter
def interval(span: timedelta) -> str:
    """Return a time to wait as a person says it on a small button: 10 min, 5 h, 3 d, 2 mo, 1.5 y."""
    minutes, days = span.total_seconds() / 60, span.total_seconds() / 86400
    if minutes < 60:
        return f"{max(1, round(minutes))} min"
    if days < 1:
        return f"{round(minutes / 60)} h"
    if days < 31:
        return f"{round(days)} d"
    return f"{round(days / 30.4)} mo" if days < 365 else f"{round(days / 365.25, 1):g} y"


@register.filter
def duration(seconds: float) -> str:
    """Return how long something lasts, to the second: 1 h 5 min, 8 min 52 s, 45 s."""
    minutes, rest = divmod(int(seconds), 60)
    parts = [(minutes // 60, "h"), (minutes % 60, "min"), (rest if minutes < 60 else 0, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


@register.filter
def spent(span: timedelta) -> str:
    """Return a time used as a person says it: 45 s, 12 min 30 s, 1 h 5 min."""
    seconds = round(span.total_seconds())
    hours, minutes = seconds // 3600, seconds // 60 % 60
    parts = (hours, "h"), (minutes, "min"), (0 if hours else seconds % 60, "s")
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


@register.filter
def comes_back(due: datetime, now: datetime) -> str:
    """Return when a fact is asked again: now, in 10 minutes, in 3 days."""
    seconds = (due - now).total_seconds()
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = round(seconds / length)
        if count >= 1:
            return f"in {count} {unit}{'s' * (count > 1)}"
    return "now"


@register.filter
def percent(share: float, digits: int = 0) -> str:
    """Return a share of 0 to 1 in per cent, whole or with so many digits; only a full score is 100 %."""
    return f"{scoring.percent(share, digits):.{digits}f} %"


@register.filter
def gaps(stem: str) -> SafeString:
    """Write the gaps of a stem ("____") so that they are seen as a line and heard as "blank"."""
    # A word joiner keeps a comma or full stop on the line of its gap.
    parts = re.sub(r"____(?=[,.;:?!’”)])", "____\u2060", stem).split("____")
    gap = '<span class="gap" role="img" aria-label="blank"></span>'
    return SafeString(gap.join(map(escape, parts)))


@register.simple_tag
def places(
    root: str, overview: Overview, here: int = 0, *, is_time_up: bool = False, saves: bool = False
) -> SafeString:
    """Write the list of all questions with their states; every page of a quiz has it, so that it must cost little.

    `root` is what the addresses of all questions begin with; where going on `saves` what is filled in, each place is
    a button of the answer's form. Nothing of what it says was written by a person.
    """
    button, link = ('button type="submit" form="answer" name="go" value="', '"'), (f'a href="{root}', '/"')
    before, after = button if saves else link
    items = (
        _place(place, f"{before}{place.position}{after}" if place.is_reachable and not is_time_up else "p", here)
        for place in overview.places
    )
    return SafeString(f'<ol class="overview">{"".join(items)}</ol>')


def _place(place: Place, way: str, here: int) -> str:
    """Return one item of the list; `way` begins the tag of what leads to the question, "p" where nothing does."""
    done = " done" if place.is_answered else ""
    open_now = "open" if place.is_reachable else "later"
    mark, state = ("✓", "answered") if done else ("–", "left open") if place.is_left else ("○", open_now)
    text = (
        f'<span class="place-number"><span class="visually-hidden">Question </span>{place.position}</span> '
        f'<span class="place-state"><span aria-hidden="true">{mark}</span> {state}</span>'
    )
    if place.is_flagged:
        text += ' <span class="place-flag"><span aria-hidden="true">⚑</span> flagged</span>'
    look = done or (" shut" if way == "p" else "")
    current = ' aria-current="step"' if place.position == here and way != "p" else ""
    return f'<li><{way} class="place-box{look}"{current}>{text}</{way.partition(" ")[0]}></li>'


@register.simple_tag
def choices(lines: Iterable[Offered]) -> SafeString:
    """Write the choices of a question, or the sentences of a paragraph, each with its input."""
    return SafeString("".join(map(_choice, lines)))


def _choice(line: Offered) -> str:
    """Return one choice; one that a hint took away can be read and no longer be taken."""
    text = escape(line.text)
    if line.is_removed:
        return (
            '<p class="choice removed"><span aria-hidden="true">✗</span> '
            f'<s class="choice-text" aria-hidden="true">{text}</s><span class="visually-hidden">{text}: </span> '
            '<span class="badge">Taken away</span></p>'
        )
    key, told = "", ""
    if line.number:
        key = f' data-key="{line.number}"'
        told = f' <kbd class="keys" aria-hidden="true">{line.number}</kbd>'
    return f'<label class="choice"{key}>{line.input} <span class="choice-text">{text}</span>{told}</label>'


@register.filter
def host(address: str) -> str:
    """Return the site that an address is on."""
    return urlsplit(address).netloc.removeprefix("www.")
