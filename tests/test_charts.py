"""Charts as files."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from quizzes.charts import score_chart

START = datetime(2026, 1, 5, tzinfo=UTC)
SVG = "{http://www.w3.org/2000/svg}"


def scores(count):
    return [(START + timedelta(days=day), day / count) for day in range(count)]


def drawing(count):
    return ElementTree.fromstring(score_chart(scores(count)))


@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_drawing_carries_no_script(count):
    drawn = score_chart(scores(count)).lower()

    assert not any(word in drawn for word in ("<script", "javascript", "onload", "http://pygal", "kozea"))


def test_drawing_has_a_dot_for_every_score():
    assert len([node for node in drawing(12).iter(f"{SVG}circle") if "dot" in node.get("class", "")]) == 12


def test_drawing_names_a_few_dates():
    texts = [node.text for node in drawing(60).iter(f"{SVG}text")]

    assert "5 Jan" in texts
    assert sum(text is not None and text.endswith(("Jan", "Feb", "Mar")) for text in texts) <= 8


def test_narrow_drawing_has_room_for_fewer_dates():
    narrow = ElementTree.fromstring(score_chart(scores(60), narrow=True))

    texts = [node.text or "" for node in narrow.iter(f"{SVG}text")]

    assert narrow.get("viewBox") == "0 0 420 260"
    assert sum(text.endswith(("Jan", "Feb", "Mar")) for text in texts) == 4


def test_drawing_names_few_dates_even_when_all_are_one_day():
    drawn = ElementTree.fromstring(score_chart([(START, 0.5)] * 30))

    assert sum(node.text == "5 Jan" for node in drawn.iter(f"{SVG}text")) == 8


def test_drawing_serves_both_colour_schemes():
    assert "prefers-color-scheme:dark" in score_chart(scores(3)).replace(" ", "")


def test_drawing_has_a_title():
    assert drawing(3).find(f".//{SVG}title").text == "Scores over time"


def test_drawing_is_the_same_for_the_same_scores():
    assert score_chart(scores(5)) == score_chart(scores(5))
