"""Fit the weights of the score to readers' verdicts, and say how well they rank articles they were not fitted to.

    python benchmarks/weights.py [--more ARTICLES VERDICTS] ... [--toml] [--json]

The labelled set is always read. `--more` adds a folder of texts and a file of verdicts on them, in the form of the
labelled ones, for texts that are not ours to keep here. `--toml` prints the table for `data/weights.toml`. Logistic
regression with a ridge, by Newton's method (iteratively reweighted least squares: Hastie, Tibshirani and Friedman,
The Elements of Statistical Learning, 2nd ed., 4.4.1). No chance is involved. Each article is judged by weights fitted
to all the others, so that the figures tell of texts not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quizzes.engine import bank  # noqa: E402
from quizzes.engine.document import read_text  # noqa: E402
from quizzes.engine.features import features  # noqa: E402
from quizzes.engine.labels import labelled  # noqa: E402
from tests.engine.labelled import articles  # noqa: E402
from tests.engine.labelled.verdicts import FOLDER, Said, content, is_usable, read  # noqa: E402

RIDGE = 3.0
STEPS = 30
# A sign seen less often says nothing yet.
LEAST_SEEN = 5
BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
type Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One question that readers judged: its article, its signs, whether the bank shows it, and whether it is usable."""

    article: str
    signs: Signs
    usable: bool


def judged(folder: Path, files: Sequence[Path]) -> Iterator[Row]:
    """Yield the judged questions among those the engine proves today about a folder's articles, each once."""
    paths = sorted(folder.glob("*.txt"))
    names = [path.stem for path in paths]
    verdicts = [verdict for file in files for verdict in read(file, names)]
    said = Said(verdicts)
    of_interest = {verdict.content.article for verdict in verdicts}
    for path in paths:
        if path.stem in of_interest:
            worked = bank.workings(read_text(path.read_text(encoding="utf-8")), articles.SEED)
            seen = set()
            for question in worked.proven:
                named = content(path.stem, labelled(question, worked.world))
                opinions = said.of(named)
                if opinions and named not in seen:
                    seen.add(named)
                    yield Row(path.stem, features(question, worked.world), is_usable(opinions))


def columns(rows: Sequence[Row]) -> list[str]:
    """Return the names of the signs that are seen often enough to be weighed."""
    counted = Counter(name for row in rows for name in row.signs)
    return sorted(name for name, count in counted.items() if count >= LEAST_SEEN)


def matrix(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    """Return the signs as numbers, a row for each question, with a first column of ones."""
    return np.array([[1.0, *(row.signs.get(name, 0.0) for name in names)] for row in rows])


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a ridge logistic regression, that of the ones first and not held back."""
    held = RIDGE * np.eye(x.shape[1])
    held[0, 0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - held @ weights
        curve = x.T @ (x * (chance * (1 - chance))[:, None]) + held
        weights += np.linalg.solve(curve, slope)
    return weights


def left_out(rows: Sequence[Row]) -> list[float]:
    """Return the score of each question by weights that its own article had no part in."""
    scores = [0.0] * len(rows)
    for article in sorted({row.article for row in rows}):
        others = [row for row in rows if row.article != article]
        names = columns(others)
        weights = fitted(matrix(others, names), np.array([float(row.usable) for row in others]))
        for place, row in enumerate(rows):
            if row.article == article:
                scores[place] = float(1 / (1 + np.exp(-matrix([row], names)[0] @ weights)))
    return scores


def ranked(rows: Sequence[Row], scores: Sequence[float]) -> float:
    """Return how often a usable question scores above another, ties counted half (area under the curve)."""
    good = np.array([score for row, score in zip(rows, scores, strict=True) if row.usable])
    bad = np.array([score for row, score in zip(rows, scores, strict=True) if not row.usable])
    above = (good[:, None] > bad).sum() + 0.5 * (good[:, None] == bad).sum()
    return round(float(above / max(1, good.size * bad.size)), 3)


def shares(rows: Sequence[Row], scores: Sequence[float]) -> dict[str, dict[str, str]]:
    """Return the share usable within each band of the score, and from its lower edge up."""
    pairs = list(zip(rows, scores, strict=True))
    found = {}
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        within = [row.usable for row, score in pairs if low <= score < high]
        above = [row.usable for row, score in pairs if score >= low]
        found[f"{low:.1f}-{min(1.0, high):.1f}"] = {"within": _share(within), "from here up": _share(above)}
    return found


def _share(said: Sequence[bool]) -> str:
    return f"{sum(said)}/{len(said)} = {sum(said) / len(said):.0%}" if said else "none"


def by_sign(rows: Sequence[Row]) -> dict[str, str]:
    """Return the share usable of the questions that have each sign."""
    grouped: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for name in row.signs:
            grouped[name].append(row.usable)
    return {name: _share(grouped[name]) for name in sorted(grouped)}


def main() -> None:
    """Print the cross-validated figures, or the table of weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of the score to readers' verdicts.")
    parser.add_argument("--more", nargs=2, type=Path, action="append", default=[], metavar=("ARTICLES", "VERDICTS"))
    parser.add_argument("--toml", action="store_true", help="print the table of weights")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    rows = list(judged(articles.FOLDER, sorted(FOLDER.glob("*.jsonl"))))
    for folder, file in given.more:
        rows += judged(folder, [file])
    if given.toml:
        _print_table(rows)
    else:
        _print_figures(figures(rows), as_json=given.json)


def figures(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what the cross-validated scores are worth."""
    scores = left_out(rows)
    return {
        "questions": len(rows),
        "articles": len({row.article for row in rows}),
        "usable": _share([row.usable for row in rows]),
        "usable above another": ranked(rows, scores),
        "bands": shares(rows, scores),
        "signs": by_sign(rows),
    }


def _print_figures(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(told))
        return
    for name, value in told.items():
        if isinstance(value, dict):
            print(name)
            for part, figure in value.items():
                print(f"  {part:24} {figure if isinstance(figure, str) else '   '.join(figure.values())}")
        else:
            print(f"{name:26} {value}")


def _print_table(rows: Sequence[Row]) -> None:
    names = columns(rows)
    weights = fitted(matrix(rows, names), np.array([float(row.usable) for row in rows]))
    for name, weight in zip(("always", *names), weights, strict=True):
        print(f'"{name}" = {weight:.2f}')


if __name__ == "__main__":
    main()
