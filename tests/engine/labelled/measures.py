"""What verdicts amount to: shares usable, the agreement of readers, and what a bank covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations

from quizzes.engine.bank import Bank, Workings
from quizzes.engine.document import Block, words
from quizzes.engine.labels import labelled
from quizzes.engine.questions import Question

from .verdicts import Content, Said, Verdict, content, is_usable

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
LONG_PARAGRAPH = 15


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 where there is nothing to share."""
        return self.count / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.count}/{self.total} = {self.value:.0%}" if self.total else "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A question the engine writes today and that readers have judged: its score, whether it is shown, and usable."""

    content: Content
    score: float
    shown: bool
    usable: bool


@dataclass(frozen=True, slots=True)
class Yield:
    """What one article gives; `covered` are the paragraphs of 15 words or more that a shown question is about."""

    words: int
    facts: int
    questions: int
    kinds: int
    understanding: int
    covered: int
    paragraphs: int

    def to_json(self) -> dict[str, float]:
        """Return the counts and what follows from them."""
        return {
            **asdict(self),
            "per_1000_words": round(1000 * self.questions / max(1, self.words), 1),
            "coverage": round(Share(self.covered, self.paragraphs).value, 3),
        }


def yielded(bank: Bank) -> Yield:
    """Return what a bank holds."""
    text = bank.document.text
    long = {
        paragraph.index
        for paragraph in bank.document.paragraphs
        if paragraph.block is Block.BODY and len(paragraph.span.of(text).split()) >= LONG_PARAGRAPH
    }
    home = {fact.id: fact.paragraph for fact in bank.facts}
    asked = {home[identifier] for question in bank.questions for identifier in question.facts}
    return Yield(
        words=words(bank.document),
        facts=len(bank.facts),
        questions=len(bank.questions),
        kinds=len({question.kind for question in bank.questions}),
        understanding=sum(question.level.value == "understanding" for question in bank.questions),
        covered=len(long & asked),
        paragraphs=len(long),
    )


def judged(
    worked: Mapping[str, Workings], verdicts: Iterable[Verdict], score: Callable[[Question, Workings], float]
) -> list[Judged]:
    """Return the judged questions among those that the engine proves today, with the score it gives them.

    What is left out counts as it would be shown: under its label.
    """
    said = Said(verdicts)
    found: dict[Content, Judged] = {}
    for article, workings in worked.items():
        shown = {content(article, question) for question in workings.bank.questions}
        for question in (*workings.bank.questions, *workings.proven):
            named = content(article, labelled(question, workings.world))
            opinions = said.of(named)
            if opinions and named not in found:
                found[named] = Judged(named, score(question, workings), named in shown, is_usable(opinions))
    return [found[named] for named in sorted(found)]


def share(rows: Iterable[Judged]) -> Share:
    """Return the share usable."""
    said = [row.usable for row in rows]
    return Share(sum(said), len(said))


def by_band(rows: Sequence[Judged]) -> dict[str, Share]:
    """Return the share usable for each band of the score."""
    edges = zip(BANDS, (*BANDS[1:], 1.01), strict=True)
    return {f"{low:.1f}-{min(1.0, high):.1f}": share(r for r in rows if low <= r.score < high) for low, high in edges}


def by_kind(rows: Sequence[Judged]) -> dict[str, Share]:
    """Return the share usable for each kind of question."""
    return {kind: share(r for r in rows if r.content.kind == kind) for kind in sorted({r.content.kind for r in rows})}


def by_criterion(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """Return how many verdicts name each criterion as failed."""
    counted = Counter(criterion for verdict in verdicts for criterion in verdict.failed)
    return dict(sorted(counted.items()))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree on the questions that both judged: share alike, and Cohen's kappa."""

    both: int
    alike: float
    kappa: float


def agreement(verdicts: Sequence[Verdict]) -> dict[str, Agreement]:
    """Return the agreement of each two readers who judged a question in common."""
    said = {reader: _of(reader, verdicts) for reader in sorted({verdict.reader for verdict in verdicts})}
    found: dict[str, Agreement] = {}
    for first, second in combinations(said, 2):
        pairs = [(usable, said[second][named]) for named, usable in said[first].items() if named in said[second]]
        if pairs:
            found[f"{first}-{second}"] = _agreed(pairs)
    return found


def _of(reader: str, verdicts: Iterable[Verdict]) -> dict[Content, bool]:
    return {verdict.content: verdict.usable for verdict in verdicts if verdict.reader == reader}


def _agreed(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    """Return the agreement of two readers; kappa by Cohen (1960), 1 where chance alone would make them agree."""
    total = len(pairs)
    alike = sum(first == second for first, second in pairs) / total
    yes = sum(first for first, _ in pairs) / total * sum(second for _, second in pairs) / total
    no = sum(not first for first, _ in pairs) / total * sum(not second for _, second in pairs) / total
    chance = yes + no
    return Agreement(total, alike, 1.0 if chance == 1 else (alike - chance) / (1 - chance))
