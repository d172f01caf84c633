import re
from datetime import UTC, datetime, timedelta

import pytest

from quizzes.feedback import Line
from quizzes.models import Article, Evidence, Fact, Revision
from quizzes.models.fact import Passage, Piece
from quizzes.overview import overview
from quizzes.templatetags.quizsite import (
    anchor,
    comes_back,
    evidence,
    gaps,
    host,
    interval,
    line_anchor,
    percent,
    places,
    proof,
    spent,
)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=10), "1 min"),
        (timedelta(minutes=5, seconds=30), "6 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=1), "1 d"),
        (timedelta(days=30), "30 d"),
        (timedelta(days=61), "2 mo"),
        (timedelta(days=365), "1 y"),
        (timedelta(days=548), "1.5 y"),
    ],
)
def test_interval_as_a_person_says_it(span, words):
    assert interval(span) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), (1 / 6, "17 %"), (0.29, "29 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_percent_is_full_only_for_a_full_score(share, words):
    assert percent(share) == words


def test_percent_with_digits():
    assert percent(2 / 3, 2) == "66.67 %"


def test_gaps_leave_a_stem_without_one_alone():
    assert gaps("Who & when?") == "Who &amp; when?"


@pytest.mark.parametrize("address", ["https://www.example.org/a?b=c", "https://example.org"])
def test_host_is_the_site_alone(address):
    assert host(address) == "example.org"


def passage(quote, paragraph=2):
    return Passage((Piece("Before. ", False), Piece(quote, True)), Fact(paragraph=paragraph))


def fact():
    """A fact that one sentence of a text proves; the texts hold what HTML takes for its own."""
    article = Article(pk=7, title="Salt & <water>")
    found = Fact(article=article, paragraph=0)
    text = "It is so. <b> & more."
    found.proof = [Evidence(fact=found, revision=Revision(pk=1, article=article, text=text), start=10, end=len(text))]
    return found


def test_evidence_is_marked_in_its_paragraph_and_is_text_alone():
    assert evidence(fact()) == (
        '<blockquote class="evidence"><p>It is so. <mark>&lt;b&gt; &amp; more.</mark></p></blockquote>'
    )


@pytest.mark.parametrize("readable", [set(), {8}])
def test_proof_names_its_article_without_a_link_where_it_may_not_be_read(readable):
    assert '<p class="muted source">Salt &amp; &lt;water&gt;</p>' in proof([fact()], readable)


def test_proof_leads_to_its_sentence_in_an_article_that_may_be_read():
    assert '<a href="/articles/7/read/#p0:~:text=%3Cb%3E%20%26%20more.">Salt &amp; &lt;water&gt;</a>' in proof(
        [fact()], {7}
    )


def test_anchor_names_the_paragraph_and_a_short_sentence():
    assert (
        anchor(passage("Signed in 1992, by-laws & all.")) == "#p2:~:text=Signed%20in%201992%2C%20by%2Dlaws%20%26%20all."
    )


def test_anchor_names_both_ends_of_a_long_sentence():
    quote = "one two three four five six seven eight nine ten eleven"

    assert anchor(passage(quote)) == "#p2:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"


@pytest.mark.parametrize(("paragraph", "fragment"), [(2, "#p2:~:text=It%20held."), (None, "#:~:text=It%20held.")])
def test_anchor_of_a_line_names_its_paragraph_where_that_is_known(paragraph, fragment):
    assert line_anchor(Line("It held.", paragraph=paragraph)) == fragment


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (45, "45 s"), (750, "12 min 30 s"), (720, "12 min"), (3_930, "1 h 5 min"), (7_200, "2 h")],
)
def test_time_used_is_said_as_a_person_says_it(seconds, words):
    assert spent(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=10), "now"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(hours=5), "in 5 hours"),
        (timedelta(days=1), "in 1 day"),
        (timedelta(days=12), "in 12 days"),
    ],
)
def test_moment_at_which_a_fact_comes_back(after, words):
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)

    assert comes_back(now + after, now) == words


# What is answered, left open for good, flagged: question 3 is the first open one.
SEEN = overview([(1, True, False, False), (2, False, True, True), (3, False, False, False)], one_way=False)


def test_places_are_links_and_name_the_one_that_is_shown():
    written = places("/quiz/", SEEN, 3)

    assert written.count("<li><a href=") == 3
    assert '<a href="/quiz/3/" class="place-box" aria-current="step">' in written
    assert written.count("aria-current") == 1


def test_places_that_save_are_buttons_of_the_form():
    written = places("/quiz/", SEEN, 3, saves=True)

    assert '<button type="submit" form="answer" name="go" value="1" class="place-box done">' in written
    assert "href" not in written
    assert written.count("</button>") == 3


def test_places_lead_nowhere_when_the_time_is_up():
    written = places("/quiz/", SEEN, 3, is_time_up=True)

    assert written.count("<p class=") == 3
    assert "aria-current" not in written


def test_places_tell_what_is_answered_left_open_and_open():
    states = re.findall("</span> ([a-z ]+)</span>", places("/quiz/", SEEN))

    assert states == ["answered", "left open", "flagged", "open"]
