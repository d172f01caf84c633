"""The one way in: `build(document, seed)` reads a document's facts and writes its questions."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from . import facts as fact_kinds
from . import proofs
from .document import Block, Document, Unreadable, check, words
from .facts.base import Fact
from .labels import labelled
from .proofs import Proving
from .questions import JOINS, KINDS, answer_text
from .questions.base import Question
from .questions.drafts import named
from .rereading import choose_sound
from .score import score, scored_all
from .topics import topic_of
from .world import Named, World

if TYPE_CHECKING:
    from .language import Parsed

type Progress = Callable[[str, float], None]
"""Called with the name of the stage and the share done, 0..1."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A document's facts and finished questions, best first, and how many drafts each reason turned away.

    `forms` ask facts of the questions in another form: for parallel papers, never for one paper with the first form.
    `origin` says who proposed them, "engine" or "model", and `model` which language model that was.
    """

    document: Document
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    rejected: dict[str, int]
    origin: str = "engine"
    model: str = ""
    forms: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Workings:
    """How a bank came about: what was known, every draft that passed the proofs, and the bank chosen from them."""

    world: World
    proven: tuple[Question, ...]
    bank: Bank


def build(document: Document, seed: int = 0, progress: Progress | None = None) -> Bank:
    """Return the bank of a document, the same for the same seed; raise Unreadable when none can be built."""
    # The language model is loaded only where something is read, never where answers are graded.
    from . import language

    tell = progress or quiet
    check(document)
    return _written(language.parse(document, tell), seed, tell)[1]


def workings(document: Document, seed: int = 0) -> Workings:
    """Return the bank that `build` gives, with all that it was chosen from; raise Unreadable when there is none."""
    from . import language

    check(document)
    world, made = _written(language.parse(document), seed, quiet)
    drafts = [replace(draft, id=named(draft)) for draft in _drafts(world, seed, quiet)]
    proven = [draft for draft in drafts if not proofs.failed(draft, world)]
    return Workings(world, tuple(scored_all(proven, world)), made)


def build_many(documents: Iterable[Document], seed: int = 0) -> Iterator[Bank | Unreadable]:
    """Yield for each document the bank that `build` gives it, or why there is none; they are parsed together."""
    from . import language

    checked = [(document, _refusal(document)) for document in documents]
    parsed = language.parse_many([document for document, refusal in checked if refusal is None])
    for _, refusal in checked:
        yield refusal or _written(next(parsed), seed, quiet)[1]


def _refusal(document: Document) -> Unreadable | None:
    try:
        check(document)
    except Unreadable as refusal:
        return refusal
    return None


def _written(parsed: Parsed, seed: int, tell: Progress) -> tuple[World, Bank]:
    """Return what is known of a parsed document, and its bank."""
    world, rejected = _understood(parsed, tell)
    questions, forms = sift(_drafts(world, seed, tell), world, seed, rejected)
    tell("rank", 1.0)
    return world, Bank(parsed.document, world.facts, questions, dict(sorted(rejected.items())), forms=forms)


def quiet(_stage: str, _share: float) -> None:
    """Report to nobody."""


def read(document: Document, tell: Progress = quiet) -> tuple[World, Counter[str]]:
    """Read a document's facts, and what its names stand for; count why clauses were turned away."""
    from . import language

    return _understood(language.parse(document, tell), tell)


def _understood(parsed: Parsed, tell: Progress) -> tuple[World, Counter[str]]:
    from . import acting, borrowed, entities, jurisdiction, language, reference

    tell("names", 0.0)
    found = entities.find(parsed)
    references = reference.resolve(parsed, found)
    tell("facts", 0.0)
    facts, rejected = fact_kinds.extract(parsed.document, parsed, found, references)
    tell("facts", 1.0)
    doing, saying = acting.persons(parsed, found)
    things = tuple(
        Named(
            entity.shown, entity.type, entity.names, frozenset(entity.heads),
            acts=entity.name in doing, speaks=entity.name in saying,
        )
        for entity in found.all
    )  # fmt: skip
    sentences = tuple(sentence.span for sentence in parsed.sentences)
    phrases = borrowed.collect(parsed)
    world = World(
        parsed.document, facts, things, language.similarity, phrases, sentences, language.is_word,
        topic_of(parsed, found, references), jurisdiction.of(parsed, found),
    )  # fmt: skip
    return world, Counter(rejected)


def _drafts(world: World, seed: int, tell: Progress) -> Iterator[Question]:
    """Yield what every form of question makes of the facts."""
    writers = [(kind.KIND, kind.write) for kind in KINDS] + [(join.FORM, join.write) for join in JOINS]
    for number, (name, write) in enumerate(writers):
        tell("questions", number / len(writers))
        yield from write(world.facts, world, random.Random(f"{seed} {name}"))
    tell("questions", 1.0)


def sift(
    drafts: Iterable[Question], world: World, seed: int, rejected: Counter[str]
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return the drafts to show, which pass every proof, and other forms of these; count why the rest are left out."""
    from . import language

    proving = Proving(world)
    likely = list(_promising(drafts, world, proving, rejected))
    chosen, others = choose_sound(likely, world, seed, rejected, proving, language.parse_texts)
    return tuple(labelled(one, world) for one in chosen), tuple(labelled(one, world) for one in others)


def _promising(
    drafts: Iterable[Question], world: World, proving: Proving, rejected: Counter[str]
) -> Iterator[Question]:
    """Yield the drafts, named and scored, that the quick proofs let pass; count what each other one fails first."""
    for draft in drafts:
        failure = proving.at_once(draft)
        if failure:
            rejected[failure] += 1
        else:
            yield replace(draft, id=named(draft), score=score(draft, world))


def to_json(bank: Bank) -> dict[str, Any]:
    """Return a bank as values that JSON can hold, in the form that docs/engine.md describes."""
    document = bank.document
    by_id = {fact.id: fact for fact in bank.facts}
    source = {"origin": bank.origin, "model": bank.model}
    return {
        "article": {
            "title": document.title,
            "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
            "words": words(document),
            "paragraphs": sum(paragraph.block is Block.BODY for paragraph in document.paragraphs),
        },
        "facts": [_fact_to_json(fact, document) | source for fact in bank.facts],
        "items": [_item_to_json(question, by_id, document) | source for question in bank.questions],
        "forms": [_item_to_json(question, by_id, document) | source for question in bank.forms],
        "rejected": bank.rejected,
    }


def _fact_to_json(fact: Fact, document: Document) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "statement": fact.statement,
        "salience": fact.salience,
        "evidence": [{"start": span.start, "end": span.end, "text": span.of(document.text)} for span in fact.evidence],
        "paragraph": fact.paragraph,
    }


def _item_to_json(question: Question, by_id: Mapping[str, Fact], document: Document) -> dict[str, Any]:
    facts = [by_id[identifier] for identifier in question.facts]
    return {
        "id": question.id,
        "facts": list(question.facts),
        "type": question.kind,
        "level": question.level.value,
        "stem": question.stem,
        "choices": list(question.choices),
        "key": _key_to_json(question),
        "answer": answer_text(question),
        "accept": [accepted.text for accepted in question.accept],
        "options": list(question.options),
        "gaps": _gaps_to_json(question),
        "evidence": list(dict.fromkeys(span.of(document.text) for fact in facts for span in fact.evidence)),
        "paragraph_index": list(dict.fromkeys(fact.paragraph for fact in facts)),
        "explanation": question.explanation,
        "notes": list(question.notes),
        "difficulty": question.difficulty,
        "score": question.score,
        "proofs": list(question.proofs),
    }


def _gaps_to_json(question: Question) -> list[list[str]]:
    """Return the texts accepted in each gap of a cloze."""
    gaps = range(question.gaps if question.kind == "cloze" else 0)
    return [[accepted.text for accepted in question.accepted_in(gap)] for gap in gaps]


def _key_to_json(question: Question) -> list[int] | list[str] | list[float]:
    if question.kind == "numeric":
        return [float(accepted.number) for accepted in question.accept if accepted.number is not None]
    return [accepted.text for accepted in question.accept] if question.accept else list(question.key)
