"""A change to the engine that lowers what readers would use, or how much there is of it, fails here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from quizzes.engine.bank import Workings
from quizzes.engine.document import check, words

from . import articles, floors
from .measures import Judged, judged
from .verdicts import load

NAMES = articles.names()
FLOORS = floors.read()
# One process parses the articles, once for all the tests.
pytestmark = pytest.mark.xdist_group("labelled")


@pytest.fixture(scope="session")
def made() -> Mapping[str, Workings]:
    return articles.worked()


@pytest.fixture(scope="session")
def rows(made) -> Sequence[Judged]:
    return judged(made, load(NAMES), articles.score_of)


@pytest.fixture(scope="session")
def figures(made, rows):
    return floors.reached(made, rows)


def test_there_are_twelve_articles_and_each_has_its_floors():
    assert len(NAMES) == 12
    assert sorted(FLOORS["articles"]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_article_can_be_read_and_has_600_to_900_words(name):
    document = articles.document(name)

    check(document)
    assert document.title
    assert 600 <= words(document) <= 900


def test_the_share_usable_of_what_is_shown_is_not_below_the_floor(figures):
    if FLOORS["share_usable"] is None:
        pytest.skip("no question that is shown has a verdict yet")

    assert figures["share_usable"] >= FLOORS["share_usable"]


def test_no_more_questions_labelled_bad_are_shown(rows, figures):
    bad = [row.content for row in rows if row.shown and not row.usable]

    assert figures["bad_shown"] <= FLOORS["bad_shown"], bad


def test_questions_labelled_usable_are_still_shown(figures):
    assert figures["usable_shown"] >= FLOORS["usable_shown"]


def test_all_articles_together_yield_what_they_did(figures):
    assert figures["questions"] >= FLOORS["questions"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", floors.FLOORED)
def test_an_article_yields_what_it_did(figures, name, what):
    assert figures["articles"][name][what] >= FLOORS["articles"][name][what]
