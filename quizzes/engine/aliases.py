"""Which written forms name one thing: surnames, short forms, countries by any name, "Broncos" and "Denver Broncos"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from . import gazetteer
from .facts.base import AnswerType
from .lists import word_set
from .persons import RULERS, relatives
from .runs import PARTICLES, Run

if TYPE_CHECKING:
    from .language import Tokens

PLACE_FIRST = word_set("lake mount river cape fort port gulf bay mt st isle lough loch")


def initialisms(texts: set[str], short: dict[str, str]) -> dict[str, str]:
    """Return short forms that nothing explains but that only one name of the article spells: CMA."""
    spelled: dict[str, list[str]] = {}
    for text in texts:
        initials = "".join(word[0] for word in text.split() if word[0].isupper())
        if len(initials) > 2 and text not in short.values() and not text.isupper():
            spelled.setdefault(initials, []).append(text)
    return {text: spelled[text][0] for text in texts if text not in short and len(spelled.get(text, [])) == 1}


def joined_fulls(runs: list[Run], fulls: set[str]) -> list[Run]:
    """Make one run of a full form that holds "and": its short form, or the article's title, proves that it is one."""
    found: list[Run] = []
    for run in runs:
        whole = next((whole for full in fulls if (whole := _whole(run, full)) is not None), None)
        if found and found[-1].span.start <= run.span.start and run.span.end <= found[-1].span.end:
            continue
        found.append(run if whole is None else Run(run.sentence, whole, run.role, run.label or "ORG"))
    return found


def _whole(run: Run, full: str) -> Tokens | None:
    """Return the full form where it stands in the text and begins or ends with the run."""
    doc, start = run.tokens.doc, run.tokens.start_char
    if full.endswith(f" {run.text}"):
        start -= len(full) - len(run.text)
    elif full == run.text or not full.startswith(run.text):
        return None
    whole = doc.char_span(start, start + len(full)) if start >= 0 else None
    return whole if whole is not None and whole.text == full else None


def without_openings(runs: list[Run]) -> list[Run]:
    """Take a sentence's first word off a known name: "Future CSTO operations" are operations of the CSTO."""
    counts = Counter(run.text for run in runs)
    inner = {t.text for run in runs for t in run.tokens if not t.is_sent_start}
    found: list[Run] = []
    for run in runs:
        rest = run.tokens[1:]
        opens = len(rest) and run.tokens[0].is_sent_start and run.tokens[0].text not in inner
        opens = opens and run.tokens[0].ent_type_ != "PERSON" and run.tokens[0].lower_ not in gazetteer.genders()
        is_extra = opens and counts[run.text] == 1 and counts[rest.text] > 1
        found.append(Run(run.sentence, rest, run.role, run.label) if is_extra else run)
    return found


def _is_person(run: Run) -> bool:
    first = run.tokens[0].lower_
    return bool(run.role) or run.label == "PERSON" or (len(run.tokens) > 1 and first in gazetteer.genders())


def joined(runs: list[Run], short: dict[str, str], title: str = "") -> dict[str, str]:
    """Return for each written form the form it is gathered under; forms that may be two things are left out.

    A name that several persons share means the one whose full name the title has.
    """
    texts = {run.text: _is_person(run) for run in runs}
    keys = {text: _known(text) for text in texts}
    for abbreviation, full in short.items():
        if abbreviation in keys:
            keys[abbreviation] = keys.get(full, full)
    ends: dict[str, set[str]] = {}
    kin = relatives(runs)
    for text, is_person in texts.items():
        words = text.split()
        if len(words) > 1 and keys[text] == text and text not in short:
            ends.setdefault(words[-1], set()).add(text)
            if is_person:
                ends.setdefault(words[0], set()).add(text)
    for text in [text for text in texts if _is_bare_kind(text) and keys[text] == text]:
        keys[text] = ""
    for text, key in list(keys.items()):
        told = text in short or text in gazetteer.organisations().values()
        if key == text and " " not in text and text in ends and not told:
            titled = {whole for whole in ends[text] if texts[whole] and whole in title and text not in RULERS}
            _join_part(keys, text, titled or ends[text] - kin or ends[text], texts)
    _join_persons(keys, texts)
    found = {text: keys.get(keys.get(key, key), keys.get(key, key)) for text, key in keys.items() if key}
    return {text: key for text, key in found.items() if key}


def _is_bare_kind(text: str) -> bool:
    """Tell whether a name is but a kind ("the Court"): what it stands for is a question of reference."""
    kinds, small = gazetteer.noun_types(), text.lower()
    kind = kinds.get(small) or kinds.get(small.removesuffix("s")) or kinds.get(small.removesuffix("ies") + "y")
    return kind not in (None, AnswerType.PERSON) and text not in gazetteer.organisations()


def _known(text: str) -> str:
    """Return the gazetteer's main name for one of its names, else the text itself."""
    country = gazetteer.country_names().get(text)
    return country.name if country else gazetteer.organisations().get(text, text)


def _join_part(keys: dict[str, str], part: str, wholes: set[str], texts: dict[str, bool]) -> None:
    """Join "Borisov" to "Yury Borisov" and "Broncos" to "Denver Broncos", when it can be no other."""
    if part in gazetteer.country_names() or part in gazetteer.places():
        return
    kind = gazetteer.noun_types().get(part.lower())
    if kind is not None and kind is not AnswerType.PERSON:
        keys[part] = ""
    elif len(wholes) == 1:
        whole = next(iter(wholes))
        if texts[whole] or part.endswith("s") or whole.split()[0].lower() in PLACE_FIRST:
            keys[part] = whole
    elif any(texts[w] for w in wholes):
        keys[part] = ""


def _has_kind(text: str) -> bool:
    """Tell whether a name holds the noun of a thing: "Ellen Bell Institute of Dyeing" is not Ellen Bell."""
    kinds = (gazetteer.noun_types().get(word.lower()) for word in text.split())
    return any(kind not in (None, AnswerType.PERSON) for kind in kinds)


def _join_persons(keys: dict[str, str], texts: dict[str, bool]) -> None:
    """Join "Wangari Muta" and "Wangari Muta Maathai", "John F. Kennedy" and "John Kennedy": the longest form counts."""
    longest: dict[tuple[str, str], str] = {}
    whole_names = [t for t, is_person in texts.items() if is_person and keys[t] == t and " " in t and not _has_kind(t)]
    persons = sorted(whole_names, key=lambda t: -len(t.split()))
    for text in persons:
        words = text.split()
        whole = longest.get((words[0], words[-1]))
        if whole:
            keys[text] = whole
        if words[0].lower() in PARTICLES:
            keys[text] = next((p for p in persons if p.lower().endswith(f" {text.lower()}")), text)
        for inner in words[1:]:
            longest.setdefault((words[0], inner), text)
