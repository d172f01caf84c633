"""A bank for people to read: all of it with its evidence, or its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .bank import Bank
from .document import words
from .questions import KINDS, Question, answer_text


def as_text(bank: Bank) -> str:
    """Return every question with its answer and its evidence."""
    head = [bank.document.title or "Untitled", f"{words(bank.document)} words, {len(bank.questions)} questions", ""]
    blocks = ["\n".join(_block(number, question, bank)) for number, question in enumerate(bank.questions, 1)]
    return "\n".join(head) + "\n\n".join(blocks) + "\n"


def _block(number: int, question: Question, bank: Bank) -> Iterator[str]:
    yield f"{number}. [{question.kind}, {question.level.value}] {question.stem}"
    if question.kind != "true_false":
        marks = [question.kind in ("single_choice", "multiple_choice") and index in question.key
                 for index in range(len(question.choices))]  # fmt: skip
        yield from (f"   {'*' if mark else '-'} {choice}" for mark, choice in zip(marks, question.choices, strict=True))
    yield from (f"   > {option}" for option in question.options)
    yield f"   Answer: {answer_text(question)}"
    by_id = {fact.id: fact for fact in bank.facts}
    spans = dict.fromkeys(span for identifier in question.facts for span in by_id[identifier].evidence)
    yield from (f"   Evidence: {span.of(bank.document.text)}" for span in spans)


def as_table(bank: Bank) -> str:
    """Return the counts: words and facts, questions by kind and level, drafts turned away by reason."""
    kinds = Counter(question.kind for question in bank.questions)
    levels = Counter(question.level.value for question in bank.questions)
    rows = [
        ("words", words(bank.document)),
        ("facts", len(bank.facts)),
        ("questions", len(bank.questions)),
        *((f"  {module.KIND}", kinds[module.KIND]) for module in KINDS if kinds[module.KIND]),
        *((f"  level {level}", count) for level, count in sorted(levels.items())),
        ("turned away", sum(bank.rejected.values())),
        *((f"  {reason}", count) for reason, count in sorted(bank.rejected.items(), key=lambda row: (-row[1], row[0]))),
    ]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {count:>6}" for name, count in rows) + "\n"
