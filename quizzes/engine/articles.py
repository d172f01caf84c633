"""Which names running text gives an article: "the Rhine", but "Lake Constance"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from . import gazetteer
from .facts.base import AnswerType
from .lists import word_set
from .runs import Run

if TYPE_CHECKING:
    from .naming import Name

# Kinds whose names run without "the": "Tulare County", "Bell Street".
BARE_KINDS = word_set(
    "county park street road avenue square airport station castle cathedral palace hospital college university school "
    "hall house beach island lake mount cape fort port bay hill abbey"
)


def mostly(runs: list[Run], test: Callable[[Run], bool | None]) -> bool:
    """Tell whether most of the mentions that say anything say yes."""
    verdicts = [v for run in runs if (v := test(run)) is not None]
    return sum(verdicts) * 2 > len(verdicts)


def takes_article(name: Name) -> bool:
    """Tell whether running text has "the" before the name."""
    if name.type is AnswerType.PERSON:
        return False
    if name.type is AnswerType.PLACE and name.best in gazetteer.places_with_article():
        return True
    free = [r for r in name.runs if r.tokens.root.dep_ not in ("compound", "nmod", "amod") and not _is_modified(r)]
    if not free:
        return _is_described_with_the(name)
    own = [run for run in free if run.text == name.best]
    is_word = name.best.isupper() and any(v in name.best for v in "AEIOU") and len(name.best) > 3
    pooled = [run for run in free if run.text in (name.full, name.abbreviation)]
    return mostly(own if len(own) > 1 or is_word or name.best != name.abbreviation else [*own, *pooled], _follows_the)


def _is_described_with_the(name: Name) -> bool:
    """Tell by the article before other words ("the proposed Territory of Amble"), where no mention stands alone."""
    words = name.best.split()
    kinds = gazetteer.noun_types()
    own = words[0].lower() in kinds if " of " in name.best else words[-1].lower() in kinds.keys() - BARE_KINDS
    modified = [run for run in name.runs if run.tokens.root.dep_ not in ("compound", "nmod", "amod", "poss")]
    return own and any(child.lower_ == "the" for run in modified for child in run.tokens.root.lefts)


def _follows_the(run: Run) -> bool | None:
    start, doc = run.tokens.start, run.tokens.doc
    if start and doc[start - 1].text == "(":
        return None
    if start > 1 and doc[start - 1].text == '"':
        start -= 1
    return start > 0 and str(doc[start - 1].lower_) == "the"


def _is_modified(run: Run) -> bool:
    """A word between article and name ("the former Islamic Republic") hides whether the name takes an article."""
    before = run.tokens.doc[run.tokens.start - 1] if run.tokens.start else None
    return before is not None and before.head in run.tokens and before.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
