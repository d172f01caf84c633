"""How good the questions are: yield, kinds, levels, coverage, proofs failed, readers' verdicts, gold and calibration.

    python benchmarks/quality.py [--json] [--quick]

`--quick` reads the labelled articles only and a part of the teachers' verdicts. Nothing is asserted:
`tests/engine/labelled/test_quality.py` does that. What lies in `../shared` is left out where it is not there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import calibration, gold  # noqa: E402
from quizzes.engine import bank  # noqa: E402
from quizzes.engine.document import read_text  # noqa: E402
from tests.engine.labelled import articles, measures  # noqa: E402
from tests.engine.labelled.verdicts import CRITERIA, load  # noqa: E402

FIXTURES = ROOT / "fixtures" / "articles"
SHARED = ROOT.parent / "shared"
QUICK_CONTEXTS = 6
MOST_REASONS = 12


def workings(folder: Path) -> dict[str, bank.Workings]:
    """Return the workings of every text in a folder, none where there is no such folder."""
    paths = sorted(folder.glob("*.txt"))
    return {p.stem: bank.workings(read_text(p.read_text(encoding="utf-8")), articles.SEED) for p in paths}


def described(worked: bank.Workings) -> dict[str, Any]:
    """Return what one article gives."""
    kinds = Counter(question.kind for question in worked.bank.questions)
    return {**measures.yielded(worked.bank).to_json(), "by_kind": dict(sorted(kinds.items()))}


def labelled(made: Mapping[str, bank.Workings]) -> dict[str, Any]:
    """Return what readers said of the questions that the engine writes today."""
    verdicts = load(articles.names())
    rows = measures.judged(made, verdicts, articles.score_of)
    shown = [row for row in rows if row.shown]
    return {
        "verdicts": len(verdicts),
        "still_written": len(rows),
        "usable_shown": _share(measures.share(shown)),
        "usable_left_out": _share(measures.share(row for row in rows if not row.shown)),
        "by_band": {band: _share(share) for band, share in measures.by_band(rows).items()},
        "by_kind": {kind: _share(share) for kind, share in measures.by_kind(rows).items()},
        "by_criterion": measures.by_criterion(verdicts),
        "agreement": {
            pair: {"both": a.both, "alike": round(a.alike, 3), "kappa": round(a.kappa, 3)}
            for pair, a in measures.agreement(verdicts).items()
        },
    }


def _share(share: measures.Share) -> dict[str, float]:
    return {"count": share.count, "total": share.total, "share": round(share.value, 3)}


def measured(*, quick: bool) -> dict[str, Any]:
    """Return all figures; a part that needs what is not there says so in words."""
    judged = articles.worked()
    own = {} if quick else workings(FIXTURES)
    shared = {} if quick else workings(SHARED / "articles")
    everything = {**judged, **own, **shared}
    turned_away: Counter[str] = Counter()
    for worked in everything.values():
        turned_away.update(worked.bank.rejected)
    return {
        "articles": {name: described(worked) for name, worked in everything.items()},
        "turned_away": dict(turned_away.most_common()),
        "labelled": labelled(judged),
        "gold": gold.reach(SHARED / "articles", shared),
        "calibration": calibration.told(SHARED / "calibration", QUICK_CONTEXTS if quick else None),
    }


def table(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the figures as lines to read."""
    yield from _article_lines(figures["articles"])
    yield "\nTurned away, most frequent first"
    yield from (f"  {count:>6}  {reason}" for reason, count in list(figures["turned_away"].items())[:MOST_REASONS])
    yield from _labelled_lines(figures["labelled"])
    yield "\nHuman questions whose evidence is reached: by our facts, by the questions shown"
    yield from _lines_or_reason(figures["gold"])
    yield "\nTeachers' verdicts: share of accepted and of refused questions that our checks let pass"
    yield from _lines_or_reason(figures["calibration"])


def _article_lines(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"{'article':<46}{'words':>6}{'facts':>6}{'shown':>6}{'/1000':>7}{'kinds':>6}{'underst.':>9}{'covered':>9}"
    for name, row in found.items():
        understanding = row["understanding"] / max(1, row["questions"])
        yield (
            f"{name:<46}{row['words']:>6}{row['facts']:>6}{row['questions']:>6}{row['per_1000_words']:>7}"
            f"{row['kinds']:>6}{understanding:>9.0%}{row['coverage']:>9.0%}"
        )


def _labelled_lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"\nReaders: {found['verdicts']} verdicts, on {found['still_written']} questions that are still written"
    for name in ("usable_shown", "usable_left_out"):
        yield f"  {name.replace('_', ' '):<24}{_ratio(found[name])}"
    for group in ("by_band", "by_kind"):
        yield from (f"  {name:<24}{_ratio(row)}" for name, row in found[group].items())
    yield from (f"  failed {name} {CRITERIA[name]}: {count}" for name, count in found["by_criterion"].items())
    for pair, row in found["agreement"].items():
        yield f"  readers {pair}: {row['both']} in common, {row['alike']:.0%} alike, kappa {row['kappa']:.2f}"


def _ratio(row: Mapping[str, float]) -> str:
    return f"{row['count']:.0f}/{row['total']:.0f} = {row['share']:.0%}" if row["total"] else "none yet"


def _lines_or_reason(found: Mapping[str, Any]) -> Iterator[str]:
    if "skipped" in found:
        yield f"  skipped: {found['skipped']}"
        return
    for name, row in found.items():
        told = (f"{what} {value:.0%}" if isinstance(value, float) else f"{what} {value}" for what, value in row.items())
        yield f"  {name:<24}{', '.join(told)}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How good the questions are.")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--quick", action="store_true", help="labelled articles only, within 45 seconds")
    given = parser.parse_args()
    figures = measured(quick=given.quick)
    print(json.dumps(figures, indent=2) if given.json else "\n".join(table(figures)))


if __name__ == "__main__":
    main()
