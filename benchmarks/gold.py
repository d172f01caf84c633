"""What share of the sentences that human questions rest on our facts, and the questions shown, reach."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quizzes.engine.bank import Workings
from quizzes.engine.document import Span, read_text

_ENOUGH = 0.5


def reach(folder: Path, made: Mapping[str, Workings]) -> dict[str, Any]:
    """Return the shares for each article with human questions, and in all; the reason where there are none."""
    paths = [path for path in sorted(folder.glob("*.gold.json")) if _article(path) in made]
    if not paths:
        return {"skipped": "there are no human questions beside the checkout, or they were not asked for"}
    rows = {_article(path): _reached(json.loads(path.read_text(encoding="utf-8")), made) for path in paths}
    total = sum(row["questions"] for row in rows.values())
    rows["all"] = {"questions": total} | {
        what: round(sum(row[what] * row["questions"] for row in rows.values()) / max(1, total), 3)
        for what in ("facts", "shown")
    }
    return rows


def _article(path: Path) -> str:
    return path.name.removesuffix(".gold.json")


def _reached(gold: Mapping[str, Any], made: Mapping[str, Workings]) -> dict[str, Any]:
    worked = made[gold["id"]]
    asked = {identifier for question in worked.bank.questions for identifier in question.facts}
    text = worked.world.document.text
    places = [place for item in gold["items"] if (place := _place(item["evidence"], text))]
    ours = [span for fact in worked.world.facts for span in fact.evidence]
    shown = [span for fact in worked.world.facts if fact.id in asked for span in fact.evidence]
    return {
        "questions": len(places),
        "facts": round(_share(places, ours), 3),
        "shown": round(_share(places, shown), 3),
    }


def _place(evidence: str, text: str) -> Span | None:
    """Return where an evidence sentence stands in the text as we read it, None where it was cut otherwise."""
    wanted = " ".join(read_text(evidence).text.split())
    start = text.find(wanted)
    return Span(start, start + len(wanted)) if wanted and start >= 0 else None


def _share(places: Iterable[Span], spans: Iterable[Span]) -> float:
    found = list(places)
    ours = list(spans)
    return sum(any(_meets(place, span) for span in ours) for place in found) / max(1, len(found))


def _meets(place: Span, span: Span) -> bool:
    shared = min(place.end, span.end) - max(place.start, span.start)
    return shared >= _ENOUGH * min(place.end - place.start, span.end - span.start)
