"""What the engine must not fall below, and the command that sets it anew.

    python -m tests.engine.labelled.floors

writes `floors.json` from what the engine reaches now. It is run on purpose, never by a test, and its change is read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quizzes.engine.bank import Workings

from .articles import names, score_of, worked
from .measures import Judged, judged, share, yielded
from .verdicts import load

FILE = Path(__file__).parent / "floors.json"
GOAL = 0.95
# A little below what was reached in all, and more for one article: a better proof may cost a single text a question.
# More for questions labelled usable, too: with one word or one distractor changed it is another question.
_SLACK = 0.9
_SLACK_OF_ONE = 0.7
FLOORED = ("per_1000_words", "coverage", "kinds", "understanding")


def reached(made: Mapping[str, Workings], rows: Sequence[Judged]) -> dict[str, Any]:
    """Return the figures of today."""
    shown = [row for row in rows if row.shown]
    return {
        "usable_shown": sum(row.usable for row in shown),
        "bad_shown": sum(not row.usable for row in shown),
        "share_usable": round(share(shown).value, 3) if shown else None,
        "questions": sum(len(workings.bank.questions) for workings in made.values()),
        "articles": {name: yielded(workings.bank).to_json() for name, workings in made.items()},
    }


def floors(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Return the floors that follow from figures; how many bad questions may be shown is a ceiling, and exact."""
    return {
        "usable_shown": int(figures["usable_shown"] * _SLACK_OF_ONE),
        "bad_shown": figures["bad_shown"],
        "share_usable": _share_floor(figures["share_usable"]),
        "questions": int(figures["questions"] * _SLACK),
        "articles": {
            name: {what: _floor(what, reached_now[what]) for what in FLOORED}
            for name, reached_now in figures["articles"].items()
        },
    }


def _share_floor(reached_now: float | None) -> float | None:
    """Return the goal once it is reached; before, a little less than what is: a verdict may lose its question."""
    if reached_now is None:
        return None
    return GOAL if reached_now >= GOAL else round(reached_now * _SLACK, 3)


def _floor(what: str, value: float) -> float:
    return max(0, value - 1) if what in ("kinds", "understanding") else round(value * _SLACK_OF_ONE, 3)


def read() -> dict[str, Any]:
    """Return the floors as last set."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Set the floors anew and say what is reached."""
    made = worked()
    figures = reached(made, judged(made, load(names()), score_of))
    FILE.write_text(json.dumps(floors(figures), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
