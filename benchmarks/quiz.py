"""What "submit an answer and get the next question" costs: against a bare view, with a class of 300, and after years.

    python benchmarks/quiz.py [--json] [--quick]

On SQLite and on PostgreSQL the shipped server serves one quiz that explains each answer at once ("each": the answer,
and the next question, are two requests) and one that explains at the end ("end"). Answers (A), a bare view (B:
benchmarks/bare.py) and answers on a database that holds a million of them already (C) are measured in turn, A B C A B
C, by eight clients that wait for nothing but the server. Then a class begins within a minute and each student answers
every five seconds; what they wait is compared with what one student waits who is alone. Processor time is read from
/proc. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.served import APPLICATION, Bench, Measured  # noqa: E402
from deploy.on_postgres import programs, server  # noqa: E402
from tests.live.site import School, Site  # noqa: E402

QUESTIONS = 20
MODES = ("each", "end")
CLIENTS = 8
WARM = 16


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured: stored answers, turns and their seconds, students in a turn, and the class."""

    stored: int = 1_000_000
    rounds: int = 5
    seconds: float = 4
    learners: int = 60
    students: int = 300
    spread: float = 60
    pace: float = 5
    lesson: float = 95

    @property
    def people(self) -> int:
        """How many students that takes."""
        return self.rounds * self.learners + WARM + self.students


QUICK = Sizes(5_000, rounds=1, seconds=0.5, learners=8, students=20, spread=4, pace=1 / 3, lesson=5)
"""A fifteenth of the class, fifteen times as fast: the same load for a shorter time."""


@dataclass(slots=True)
class Outcome:
    """What was measured with one database and one way of feedback."""

    ours: list[Measured]
    bare: list[Measured]
    years: list[Measured]
    alone: Measured
    lesson: Measured


type Outcomes = dict[str, Outcome]


@contextmanager
def databases(home: Path) -> Iterator[dict[str, tuple[str, Callable[[], str]]]]:
    """Give the URL of an empty database of each kind, with what copies it and returns the copy's."""
    with ExitStack() as stack:
        file, copy = home / "site.sqlite3", home / "years.sqlite3"
        found = {"sqlite": (f"sqlite:///{file}", lambda: f"sqlite:///{shutil.copy(file, copy)}")}
        if folder := programs():
            url = stack.enter_context(server(folder, "fsync=on"))
            found["postgresql"] = (url, lambda: copied(url))
        yield found


def copied(url: str) -> str:
    """Copy a PostgreSQL database within its server."""
    place, _, name = url.rpartition("/")
    with psycopg.connect(f"{place}/template1", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE years TEMPLATE {name}")
    return f"{place}/years"


def measure(home: Path, database: str, copy: Callable[[], str], sizes: Sizes) -> Outcomes:
    """Measure everything with one database."""
    site = Site(home, database, APPLICATION)
    school = site.found(sizes.people, QUESTIONS, *({"feedback": mode} for mode in MODES))
    site.call("benchmarks.bare", "lay_table()")
    older = Site(home, copy(), APPLICATION)
    older.call("benchmarks.history", f"remember({school.quizzes[0]}, {sizes.stored})")
    with ExitStack() as stack:
        for each in (site, older):
            stack.callback(each.stop)
            each.start()
        return compare(Bench(site, school), Bench(older, school), school, sizes)


def compare(bench: Bench, older: Bench, school: School, sizes: Sizes) -> Outcomes:
    """Take turns, round after round; then let the class in."""
    turns: dict[str, tuple[list[Measured], ...]] = {mode: ([], [], []) for mode in MODES}
    quizzes = dict(zip(MODES, school.quizzes, strict=True))
    size = {mode: warm(bench, older, quiz, sizes.seconds) for mode, quiz in quizzes.items()}
    for _ in range(sizes.rounds):
        for mode, quiz in quizzes.items():
            ours, bare, years = turns[mode]
            ours.append(bench.answers(quiz, sizes.learners, sizes.seconds, CLIENTS))
            bare.append(bench.bare(quiz, size[mode], sizes.seconds, CLIENTS))
            years.append(older.answers(quiz, sizes.learners, sizes.seconds, CLIENTS))
    outcomes = {}
    for mode, quiz in quizzes.items():
        alone = bench.answers(quiz, WARM // 2, sizes.seconds, 1)
        lesson = bench.lesson(quiz, sizes.students, sizes.lesson, sizes.spread, sizes.pace)
        outcomes[mode] = Outcome(*turns[mode], alone, lesson)
    return outcomes


def warm(bench: Bench, older: Bench, quiz: int, seconds: float) -> int:
    """Let the processes load what they need once; return the mean size of a reply."""
    older.answers(quiz, WARM // 2, seconds, CLIENTS)
    bench.bare(quiz, 1, seconds, CLIENTS)
    return bench.answers(quiz, WARM // 2, seconds, CLIENTS).bytes


def per_round(outcome: Outcome) -> dict[str, list[float]]:
    """Return the ratio of each turn to the bare view's, or of the turn after years to ours, by name."""

    def each(value: Callable[[Measured], float], ours: list[Measured], base: list[Measured]) -> list[float]:
        return [value(one) / value(other) for one, other in zip(ours, base, strict=True)]

    def p95(one: Measured) -> float:
        return high(one.report.requests)

    return {
        "rate": each(lambda one: one.rate, outcome.ours, outcome.bare),
        "p95": each(p95, outcome.ours, outcome.bare),
        "cpu": each(lambda one: one.web_cost, outcome.ours, outcome.bare),
        "cpu_with_database": each(lambda one: one.cost, outcome.ours, outcome.bare),
        "answers_to_bare_requests": each(lambda one: one.answer_rate, outcome.ours, outcome.bare),
        "answer_p95": each(lambda one: high(one.report.answers), outcome.ours, outcome.bare),
        "years_cost": each(lambda one: one.cost, outcome.years, outcome.ours),
        "years_p50": each(lambda one: statistics.median(one.report.answers), outcome.years, outcome.ours),
    }


def ratios(found: dict[str, Outcomes]) -> dict[str, float]:
    """Return every figure by its name: medians over the rounds, and the class."""
    named: dict[str, float] = {}
    for database, outcomes in found.items():
        for mode, outcome in outcomes.items():
            for name, values in per_round(outcome).items():
                named[f"{database}_{mode}_{name}"] = statistics.median(values)
            named |= {f"{database}_{mode}_{name}": value for name, value in of_class(outcome).items()}
    return {name: round(value, 3) for name, value in named.items()}


def of_class(outcome: Outcome) -> dict[str, float]:
    """Return how the class fared against one student alone."""
    report, alone = outcome.lesson.report, statistics.median(outcome.alone.report.answers)
    return {
        "class_p95_to_alone_p50": high(report.answers) / alone,
        "class_errors": len(report.errors),
        "class_start_p95_to_alone_p50": high(report.starts) / alone,
    }


def high(times: list[float]) -> float:
    """Return the time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def table(found: dict[str, Outcomes]) -> Iterator[str]:
    """Yield the lines for people."""
    yield f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    if "postgresql" not in found:
        yield "PostgreSQL is not installed here: as root run apt-get install postgresql"
    for database, outcomes in found.items():
        for mode, outcome in outcomes.items():
            yield f"\n{database}, feedback {mode}"
            yield from turns(outcome)
            yield from lesson(outcome)
            for name, values in per_round(outcome).items():
                yield f"  {name:<28}{statistics.median(values):>8.2f}  ({min(values):.2f}–{max(values):.2f})"
            yield from (f"  {name:<28}{value:>8.2f}" for name, value in of_class(outcome).items())


def turns(outcome: Outcome) -> Iterator[str]:
    """Yield what was measured: medians over the rounds."""
    yield f"  {'':<8}{'requests/s':>11}{'p50 ms':>9}{'p95 ms':>9}{'web ms':>9}{'database ms':>13}{'bytes':>8}"
    for name, measured in (("ours", outcome.ours), ("bare", outcome.bare), ("years", outcome.years)):
        times = (
            [statistics.median(one.report.requests) for one in measured],
            [high(one.report.requests) for one in measured],
        )
        costs = [one.web_cost for one in measured], [one.cost - one.web_cost for one in measured]
        p50, p95, web, database = (statistics.median(each) * 1000 for each in (*times, *costs))
        rate = statistics.median(one.rate for one in measured)
        yield f"  {name:<8}{rate:>11.0f}{p50:>9.1f}{p95:>9.1f}{web:>9.2f}{database:>13.2f}{measured[0].bytes:>8}"


def lesson(outcome: Outcome) -> Iterator[str]:
    """Yield how many answered, how long they waited, and what went wrong."""
    report = outcome.lesson.report
    p50, p95 = statistics.median(report.answers) * 1000, high(report.answers) * 1000
    starts = f"starts p50 {statistics.median(report.starts) * 1000:.0f} ms, p95 {high(report.starts) * 1000:.0f} ms"
    busy = outcome.lesson.web / report.seconds, outcome.lesson.database / report.seconds
    yield f"  class: {len(report.starts)} students, {len(report.answers)} answers"
    yield f"  answers p50 {p50:.1f} ms, p95 {p95:.1f} ms; {starts}"
    yield f"  processors busy: web {busy[0]:.2f}, database {busy[1]:.2f}; errors: {report.errors[:3] or 'none'}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object, ratio names to numbers")
    parser.add_argument("--quick", action="store_true", help="one short turn each, few stored answers, few students")
    options = parser.parse_args()
    sizes = QUICK if options.quick else Sizes()
    found = {}
    with tempfile.TemporaryDirectory(prefix="quizsite-bench-") as home, databases(Path(home)) as empty:
        for name, (database, copy) in empty.items():
            found[name] = measure(Path(home), database, copy, sizes)
    print(json.dumps(ratios(found)) if options.json else "\n".join(table(found)))


if __name__ == "__main__":
    main()
