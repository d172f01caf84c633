"""How long the engine takes: a whole bank against the language model's parse alone, and how that grows with the text.

    python benchmarks/engine.py [--json] [--quick]

Parse (A) and build (B) of each article are measured in turn, A B A B, and their medians compared. Growth is measured on
our own articles, repeated with other names and years until the text is long enough. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import re
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quizzes.engine import bank, language  # noqa: E402
from quizzes.engine.document import Document, read_text, words  # noqa: E402

OURS = ROOT / "fixtures" / "articles"
SHARED = ROOT.parent / "shared" / "articles"
SEED = 7
SIZES = {1_000: 20, 10_000: 3, 100_000: 1}
QUICK_SIZES = {1_000: 10, 10_000: 2, 30_000: 1}
ENDINGS = ("or", "en", "al", "is", "um", "ar", "et", "on", "il", "us")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds for one text: the parse alone, and the whole bank."""

    parse: list[float]
    build: list[float]

    @property
    def ratios(self) -> list[float]:
        """Build to parse, for each round."""
        return [build / parse for parse, build in zip(self.parse, self.build, strict=True)]


@dataclass(frozen=True, slots=True)
class Growth:
    """Texts of one length: microseconds for a word in all and after the parse, and the process's peak memory."""

    size: int
    words: int
    all: float
    after_parse: float
    megabytes: float


def articles() -> dict[str, Document]:
    """Return our articles, and those beside the checkout where there are any."""
    paths = [*sorted(OURS.glob("*.txt")), *sorted(SHARED.glob("*.txt"))]
    return {path.stem: read_text(path.read_text(encoding="utf-8")) for path in paths}


def forget() -> None:
    """Empty the caches that fill while articles are read, so that no round profits from the one before."""
    modules = [module for name, module in sys.modules.items() if name.startswith("quizzes.engine")]
    for value in [value for module in modules for value in vars(module).values()]:
        parameters = getattr(value, "cache_parameters", dict)()
        if (parameters.get("maxsize") or 0) > 1:
            value.cache_clear()


def seconds(task: str, document: Document) -> float:
    """Return the processor time of one parse or one build; neither pays for what the one before left behind."""
    forget()
    gc.collect()
    began = time.process_time()
    if task == "parse":
        language.parse(document)
    else:
        bank.build(document, SEED)
    return time.process_time() - began


def compare(documents: dict[str, Document], rounds: int) -> dict[str, Times]:
    """Measure parse and build of each document in turn, round after round."""
    times = {name: Times([], []) for name in documents}
    for _ in range(rounds):
        for name, document in documents.items():
            times[name].parse.append(seconds("parse", document))
            times[name].build.append(seconds("build", document))
    return times


def varied(text: str, copy: int) -> str:
    """Return the text with names and years of its own for each copy; copy 0 is the text as it is."""
    if copy == 0:
        return text
    ending = "".join(ENDINGS[int(digit)] for digit in str(copy))
    text = NAME.sub(lambda match: match[0] + ending, text)
    return YEAR.sub(lambda match: str(1000 + (int(match[0]) * 7 + copy * 13) % 1020), text)


def paragraphs() -> Iterator[str]:
    """Yield paragraphs of our articles without end, each copy varied."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(OURS.glob("*.txt"))]
    for copy in count():
        for text in texts:
            yield from (part for part in varied(text, copy).split("\n\n") if part.strip())


def texts_of(size: int, number: int, source: Iterator[str]) -> list[Document]:
    """Return texts of at least `size` words, each from where the last one ended."""
    found = []
    for _ in range(number):
        parts, length = [], 0
        while length < size:
            parts.append(next(source))
            length += len(parts[-1].split())
        found.append(read_text("\n\n".join(parts)))
    return found


def grow(sizes: dict[int, int]) -> list[Growth]:
    """Measure one build of each text, the short ones first: the peak of memory never falls."""
    return [growth(size, texts_of(size, number, paragraphs())) for size, number in sizes.items()]


def growth(size: int, documents: list[Document]) -> Growth:
    """Measure one build of each of these texts."""
    total, after = 0.0, 0.0
    for document in documents:
        parsed: list[float] = []
        forget()
        gc.collect()
        began = time.process_time()

        def tell(stage: str, _share: float, parsed: list[float] = parsed) -> None:
            if stage == "names" and not parsed:
                parsed.append(time.process_time())

        bank.build(document, SEED, tell)
        ended = time.process_time()
        total += ended - began
        after += ended - parsed[0]
    count_of = sum(map(words, documents))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Growth(size, count_of // len(documents), total / count_of * 1e6, after / count_of * 1e6, peak)


def ratios(times: dict[str, Times], grown: list[Growth]) -> dict[str, float]:
    """Return every ratio by its name."""
    least, most = grown[0], grown[-1]
    sizes = f"{most.size}_to_{least.size}"
    built = sum(statistics.median(each.build) for each in times.values())
    parsed = sum(statistics.median(each.parse) for each in times.values())
    medians = [statistics.median(each.ratios) for each in times.values()]
    found = {
        "build_to_parse": built / parsed,
        "build_to_parse_lowest": min(medians),
        "build_to_parse_highest": max(medians),
        f"per_word_{sizes}": most.all / least.all,
        f"after_parse_per_word_{sizes}": most.after_parse / least.after_parse,
        f"peak_memory_{sizes}": most.megabytes / least.megabytes,
    }
    return {name: round(value, 3) for name, value in found.items()}


def table(times: dict[str, Times], grown: list[Growth], found: dict[str, float]) -> Iterator[str]:
    """Yield the lines for people."""
    yield f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    yield f"\n{'article':<48}{'parse s':>9}{'build s':>9}{'ratio':>8}  (lowest–highest)"
    for name, each in times.items():
        parse, build, ratio = map(statistics.median, (each.parse, each.build, each.ratios))
        spread = f"{min(each.ratios):.2f}–{max(each.ratios):.2f}"
        yield f"{name[:46]:<48}{parse:>9.3f}{build:>9.3f}{ratio:>8.2f}  ({spread})"
    yield f"\n{'words':>8}{'µs a word':>12}{'after parse':>13}{'peak MB':>9}"
    for size in grown:
        yield f"{size.words:>8,}{size.all:>12.1f}{size.after_parse:>13.1f}{size.megabytes:>9.0f}"
    yield ""
    yield from (f"{name:<36}{value:>8.3f}" for name, value in found.items())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object, ratio names to numbers")
    parser.add_argument(
        "--quick", action="store_true", help="fewer articles and rounds, and texts of 30,000 words at most"
    )
    options = parser.parse_args()
    language.parse_text("The model is loaded before anything is measured.")
    documents = articles()
    if options.quick:
        documents = dict(list(documents.items())[:6])
    bank.build(next(iter(documents.values())), SEED)
    times = compare(documents, rounds=3 if options.quick else 5)
    grown = grow(QUICK_SIZES if options.quick else SIZES)
    found = ratios(times, grown)
    print(json.dumps(found) if options.json else "\n".join(table(times, grown, found)))


if __name__ == "__main__":
    main()
