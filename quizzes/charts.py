"""Charts as SVG files without any script, readable in both colour schemes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pygal
from django.utils import formats, timezone
from pygal.style import Style

from quizzes import scoring

# A file shown by <img> knows the reader's colour scheme by its own media query and nothing of the page's styles.
PALETTE = """inline:
  :root { color-scheme: light dark; }
  .background, .plot > .background, .plot_background { fill: transparent !important; }
  .axis text, .title, .legends text { fill: #4b5553 !important; font-size: 15px !important; }
  .axis .guide.line, .axis .line { stroke: #c9c7bf !important; }
  .series .line { stroke: #14605a !important; stroke-width: 3 !important; opacity: 1 !important; }
  .series .dot { fill: #14605a !important; stroke: #14605a !important; }
  @media (prefers-color-scheme: dark) {
    .axis text, .title, .legends text { fill: #c4cdca !important; }
    .axis .guide.line, .axis .line { stroke: #46514e !important; }
    .series .line { stroke: #84d5c8 !important; }
    .series .dot { fill: #84d5c8 !important; stroke: #84d5c8 !important; }
  }
"""
WIDE, NARROW = (900, 300, 8), (420, 260, 4)
"""Width, height, and how many dates there is room for."""


def score_chart(scores: Sequence[tuple[datetime, float]], *, narrow: bool = False) -> str:
    """Draw scores of 0 to 1, in the order given, as a line with their dates below; `narrow` for a phone."""
    width, height, labels = NARROW if narrow else WIDE
    chart = pygal.Line(
        js=[],
        css=["file://style.css", "file://graph.css", PALETTE],
        style=Style(background="transparent", plot_background="transparent", font_family="system-ui, sans-serif"),
        width=width,
        height=height,
        margin=12,
        margin_right=30,
        range=(0, 100),
        y_labels=[0, 25, 50, 75, 100],
        value_formatter=lambda value: f"{scoring.percent(value / 100):.0f} %",
        x_labels=_dates([when for when, _ in scores], labels),
        show_legend=False,
        truncate_label=-1,
        dots_size=4,
        disable_xml_declaration=True,
        no_data_text="No finished quiz yet",
    )
    chart.uuid = "scores"  # else a new one each time, and no drawing equals another
    chart.add("Score", [100 * score for _, score in scores])
    chart.add_xml_filter(_still)
    drawn: str = chart.render(is_unicode=True)
    return drawn


def _dates(moments: Sequence[datetime], room: int) -> list[str]:
    """Return a date for some of the moments, evenly spaced, and nothing for those between."""
    step = -(-len(moments) // room) or 1
    shown = [formats.date_format(timezone.localtime(when), "j M") for when in moments]
    return [date if index % step == 0 else "" for index, date in enumerate(shown)]


def _still(root: Any) -> Any:
    """Take out the scripts and comments that pygal always writes, and give the drawing its name."""
    for parent in list(root.iter()):
        for child in list(parent):
            if str(child.tag).endswith("script") or not isinstance(child.tag, str):
                parent.remove(child)
            elif child.tag == "title":
                child.text = "Scores over time"
    return root
