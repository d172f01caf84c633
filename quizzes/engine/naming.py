"""From the places where names are written to the things named: aliases joined, types and number decided by vote."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import gazetteer
from .abbreviations import abbreviations
from .aliases import PLACE_FIRST, initialisms, joined, joined_fulls, without_openings
from .articles import mostly, takes_article
from .document import Span
from .evidence import is_doubtful
from .facts.base import AnswerType
from .language import Parsed
from .lists import word_set
from .persons import RULERS, SUBJECTS, quoted_by_surname, told_genders
from .runs import Run, name_runs
from .terms import terms

if TYPE_CHECKING:
    from .language import Token

LABELS = {
    "PERSON": AnswerType.PERSON,
    "ORG": AnswerType.ORGANISATION,
    "GPE": AnswerType.PLACE,
    "LOC": AnswerType.PLACE,
    "FAC": AnswerType.PLACE,
    "NORP": AnswerType.PEOPLE,
    "EVENT": AnswerType.EVENT,
    "WORK_OF_ART": AnswerType.WORK,
    "LAW": AnswerType.AGREEMENT,
}
PERSON_ENDINGS = ("ist", "ian", "man", "woman", "ess")
MALE = word_set("man boy husband father son brother actor king gentleman uncle widower")
FEMALE = word_set("woman girl wife mother daughter sister actress queen lady aunt widow")
# Of a land these are never said: whatever bears its name and is called one is none.
CREATURES = word_set(
    "animal rhino rhinoceros elephant lion lioness tiger bear panda gorilla chimpanzee orangutan monkey horse mare foal"
    " stallion pony racehorse dog puppy hound cat kitten cow bull goat sheep pig camel giraffe hippo zebra wolf fox"
    " whale orca dolphin seal walrus tortoise turtle crocodile parrot eagle owl falcon penguin swan cheetah leopard"
)
PUPILS = word_set("pupil student teacher schoolboy schoolgirl teenager toddler nurse grandmother grandfather")
COMPANY = word_set("inc inc. ltd ltd. limited plc corp corp. corporation company co. llc gmbh holdings industries")


PRONOUN_VOTES, MOST_PRONOUNS = 7, 8
LAND_VOTES = 16
LANDSCAPE = word_set("summit foot slope flank ridge shore bank mouth peak climb ascent")
CLIMBING = word_set("climb ascend")
QUOTED_VOTES = 10
NUMBERED_THINGS = word_set(
    "article part chapter section title phase type volume mark class act apollo bowl annex "
    "episode season series mach level stage group protocol"
)
LINKED = re.compile(r" (?:and|for|on|in|to|against|with) (?:the )?[A-Z]")
PLURAL_LETTERS = re.compile(r"[A-Z]{2,6}s")
ROMAN = re.compile(r"[IVXLC]+")


@dataclass(slots=True)
class Name:
    """One named thing while it is being gathered."""

    best: str
    spans: list[Span] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    votes: Counter[AnswerType] = field(default_factory=Counter)
    heads: set[str] = field(default_factory=set)
    abbreviation: str = ""
    full: str = ""
    aliases: tuple[str, ...] = ()
    type: AnswerType = AnswerType.OTHER
    plural: bool = False
    article: bool = False
    gender: str = ""
    role: str = ""
    told: Counter[str] = field(default_factory=Counter)


def gather(parsed: Parsed) -> list[Name]:
    """Return everything the article names, with the places where it does."""
    found = without_openings(name_runs(parsed))
    short = abbreviations(parsed)
    fulls = {*short.values(), parsed.document.title}
    found = joined_fulls(found, {full for full in fulls if LINKED.search(full)})
    short |= initialisms({run.text for run in found}, short)
    common = {abbreviation for abbreviation, full in short.items() if full[1:].islower()}
    runs = [run for run in found if run.text not in common]
    keys = joined(runs, short, parsed.document.title)
    names: dict[str, Name] = {}
    for run in runs:
        key = keys.get(run.text)
        if key is not None:
            _add(names.setdefault(key, Name(key)), run)
    nouns = [t for s in parsed.sentences for t in s.tokens if t.pos_ == "NOUN"]
    written = {word for t in nouns for word in (t.text, t.lemma_)}
    small = {noun_key(word) for word in written} | gazetteer.noun_types().keys()
    _part_of_longer(names)
    told = told_genders(runs)
    for name in names.values():
        name.told = sum((told[form] for form in name.forms if form in told), Counter())
        name.votes[AnswerType.PERSON] += PRONOUN_VOTES * min(name.told.total(), MOST_PRONOUNS)
        name.votes[AnswerType.PERSON] += QUOTED_VOTES * quoted_by_surname(name.runs)
        _settle(name, short, parsed.document.title)
        name.heads &= small
    _add_surnames([name for name in names.values() if name.type is AnswerType.PERSON])
    return [*names.values(), *_terms(parsed, names, short, [run for run in found if run.text in common])]


def _part_of_longer(names: dict[str, Name]) -> None:
    """The press of a university is no university: a name that begins with another has not its nouns."""
    owners: dict[str, list[Name]] = {}
    for name in names.values():
        if " of " in name.best:
            owners.setdefault(name.best, []).append(name)
    for name in names.values():
        words = name.best.split(" ")
        starts = (" ".join(words[:size]) for size in range(1, len(words)))
        for shorter in (owner for start in starts for owner in owners.get(start, ())):
            own = name.best.split()[-1].lower()
            name.heads = (name.heads - shorter.heads) | (name.heads & {noun_key(own)})


def noun_key(noun: str) -> str:
    """Return a noun in the one spelling that heads are compared in."""
    return noun.lower().replace("isation", "ization").replace("centre", "center").replace("harbour", "harbor")


def _add_surnames(persons: list[Name]) -> None:
    """A person may be called by the surname alone, where no other person has it."""
    surnames = Counter(person.best.split()[-1] for person in persons)
    for person in persons:
        last = person.best.split()[-1]
        is_family = surnames[last] == 1 and not ROMAN.fullmatch(last) and last not in RULERS
        if is_family and last not in (person.best, *person.aliases):
            person.aliases = (*person.aliases, last)


def _add(name: Name, run: Run) -> None:
    name.spans.append(run.span)
    name.runs.append(run)
    name.forms[run.text] += 1
    name.role = name.role or run.role
    _vote(name, run)


def _vote(name: Name, run: Run) -> None:
    votes = name.votes
    if run.label in LABELS:
        votes[LABELS[run.label]] += 2
    is_team = len(run.tokens) > 1 and run.text.endswith("s") and run.text.rsplit(" ", 1)[0] in gazetteer.places()
    if run.tokens[-1].tag_ == "NNPS" or is_team:
        votes[AnswerType.ORGANISATION] += 2
        votes[AnswerType.PERSON] -= 9
    if run.role:
        votes[AnswerType.PERSON] += 10
    if len(run.tokens) > 1 and run.tokens[0].lower_ in gazetteer.genders():
        votes[AnswerType.PERSON] += 12 if run.label == "PERSON" else 4
    is_numbered = len(run.tokens) == 2 and ROMAN.fullmatch(run.tokens[-1].text) and run.tokens[0].ent_type_ != "EVENT"
    if (
        is_numbered
        and run.tokens[0].lower_ not in gazetteer.noun_types()
        and run.tokens[0].lower_ not in NUMBERED_THINGS
    ):
        votes[AnswerType.PERSON] += 6
    if _is_land(run):
        votes[AnswerType.PLACE] += LAND_VOTES
        votes[AnswerType.PERSON] -= LAND_VOTES
    _vote_by_own_noun(name, run.text)
    for noun in _descriptions(run):
        kind = _noun_type(noun)
        name.heads.add(noun_key(noun))
        if kind:
            votes[kind] += 4
        if kind is not AnswerType.PERSON and (kind or len(run.tokens) == 1):
            votes[AnswerType.PERSON] -= 4


def _is_land(run: Run) -> bool:
    """Tell whether somebody climbs the thing, or speaks of its summit: "Ben Holm" is a mountain then."""
    root = run.tokens.root
    parts = root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lemma_.lower() in LANDSCAPE
    return parts or (root.dep_ == "dobj" and root.head.lemma_ in CLIMBING)


def _vote_by_own_noun(name: Name, text: str) -> None:
    words = re.split(" (?:of|for|on) ", text)[0].split()
    last, first = words[-1].lower().rstrip("."), words[0].lower().rstrip(".")
    if len(words) > 1 and (last.isnumeric() or ROMAN.fullmatch(words[-1])):
        last = words[-2].lower()
    if last in COMPANY:
        name.heads |= {"company"}
        name.votes[AnswerType.ORGANISATION] += 8
    if len(words) > 1 or " of " in text:
        kind = gazetteer.noun_types().get(last) or gazetteer.noun_types().get(last.rstrip("s"))
        if kind and kind is not AnswerType.PERSON:
            name.votes[kind] += 8
        if kind is not AnswerType.PERSON and last.isalpha():
            name.heads.add(noun_key(last))
        same = [w.lower() for w in words if kind and gazetteer.noun_types().get(w.lower()) is kind]
        name.heads |= {noun_key(w) for w in same}
    if first in PLACE_FIRST and len(words) > 1:
        name.votes[AnswerType.PLACE] += 9
        name.heads.add({"mt": "mountain", "mount": "mountain"}.get(first, first))


def _noun_type(noun: str) -> AnswerType | None:
    kind = gazetteer.noun_types().get(noun)
    if (kind is None and noun.endswith(PERSON_ENDINGS)) or noun in MALE or noun in FEMALE:
        return AnswerType.PERSON
    return kind


def _descriptions(run: Run) -> list[str]:
    """Return the nouns that say what the named thing is: "X is a river", "the river X", "X, a river"."""
    root = run.tokens.root
    found: list[Token] = []
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and not any(c.dep_ == "neg" for c in root.head.children):
        found += [c for c in root.head.children if c.dep_ == "attr" and _is_indefinite(c)]
    else:
        found += _definition(run)
    if root.dep_ == "appos" and root.head.i < root.i:
        found.append(root.head)
    found += [c for c in root.children if c.dep_ == "appos" and _is_indefinite(c)]
    start = run.tokens.start
    before = run.tokens.doc[start - 1] if start else None
    if before is not None and before.pos_ == "NOUN" and before.head in run.tokens and before.tag_ == "NN":
        found.append(before)
    return [t.lemma_.lower() for t in found if t.pos_ == "NOUN" and t.tag_ == "NN" and t.is_alpha]


def _definition(run: Run) -> list[Token]:
    """Return "region" of "Amble, often called A, is a region", however the parser reads what stands in commas."""
    first, root, doc = run.sentence.tokens[0], run.sentence.tokens.root, run.tokens.doc
    after = doc[run.tokens.end].text if run.tokens.end < len(doc) else ""
    if run.tokens.start - first.i > (first.lower_ == "the") or after not in {",", "("}:
        return []
    joined = [c for c in root.children if c.dep_ == "conj" and not any(d.dep_ in SUBJECTS for d in c.children)]
    verb = next((v for v in (root, *joined) if v.lemma_ == "be" and v.tag_ in ("VBZ", "VBD")), None)
    if verb is None or any(c.dep_ == "neg" for c in verb.children):
        return []
    return [c for c in verb.children if c.dep_ == "attr" and any(d.lower_ in ("a", "an") for d in c.lefts)]


def _is_indefinite(token: Token) -> bool:
    """Tell whether the noun names a kind: "a river" does, "the reason" and "its member" do not."""
    return not any(c.dep_ == "poss" for c in token.children) and token.lemma_ not in ("one", "part", "member", "reason")


def _settle(name: Name, short: dict[str, str], title: str) -> None:
    """Decide type, canonical form, number and article from all mentions."""
    forms = name.forms
    fulls = {full: abbreviation for abbreviation, full in short.items()}
    name.full = next((f for f in (name.best, *forms) if f in fulls), "")
    name.abbreviation = fulls.get(name.full, "")
    if name.full:
        _vote_by_own_noun(name, name.full)
    name.type = _type(name)
    name.best = _best_form(name, title)
    names = dict.fromkeys((name.full, name.abbreviation, *forms, *_listed_aliases(name)))
    name.aliases = tuple(f for f in names if f and f != name.best)
    country = gazetteer.country_names().get(name.best) if name.type is AnswerType.COUNTRY else None
    name.plural = not country and name.type is not AnswerType.PERSON and mostly(name.runs, _is_plural)
    name.article = country.article if country else takes_article(name)
    name.gender = _gender(name) if name.type is AnswerType.PERSON else ""
    name.role = name.role if name.type is AnswerType.PERSON else ""
    name.heads = {noun for noun in name.heads if _agrees_in_kind(noun, name.type)}
    if mostly(name.runs, _is_owned) or _is_half_of_pair(name):
        name.heads = set()
    if name.type is AnswerType.PERSON:
        name.heads -= {word.lower() for form in forms for word in form.split()}


def _is_owned(run: Run) -> bool:
    """Tell whether somebody is named in front ("Ampel's Third Law"): the name alone says too little."""
    return any(child.dep_ == "poss" and child.i < run.tokens.start for child in run.tokens.root.children)


def _is_half_of_pair(name: Name) -> bool:
    """Tell whether a plural name is cut from "the Bell or Hill Parks"."""
    before = [run.tokens.doc[run.tokens.start - 1] for run in name.runs if run.tokens.start]
    return name.best.endswith("s") and any(t.dep_ == "cc" and t.head.pos_ == "PROPN" and t.i for t in before)


def _agrees_in_kind(noun: str, kind: AnswerType) -> bool:
    """Tell whether a noun may stand for a thing of the kind: a town is no bard, a man no university."""
    told = _noun_type(noun)
    return kind is AnswerType.OTHER or told is None or (told is AnswerType.PERSON) is (kind is AnswerType.PERSON)


def _listed_aliases(named: Name) -> tuple[str, ...]:
    country = gazetteer.country_names().get(named.best) if named.type is AnswerType.COUNTRY else None
    if country:
        return (country.name, *country.aliases)
    listed = gazetteer.organisations().get(named.best)
    return tuple(alias for alias, name in gazetteer.organisations().items() if listed and name == listed)


def _type(name: Name) -> AnswerType:
    if (name.best in gazetteer.country_names() or name.best in gazetteer.places()) and name.heads & (
        CREATURES | PUPILS
    ):
        return AnswerType.PERSON if name.heads & PUPILS else AnswerType.OTHER
    if name.best in gazetteer.country_names() and name.votes[AnswerType.PERSON] < 12:
        return AnswerType.COUNTRY
    if name.best in gazetteer.peoples():
        return AnswerType.PEOPLE
    if name.best in gazetteer.organisations():
        return AnswerType.ORGANISATION
    is_person = bool(name.told) or any(
        run.role or (len(run.tokens) > 1 and run.tokens[0].lower_ in gazetteer.genders()) for run in name.runs
    )
    only_company = name.votes[AnswerType.ORGANISATION] > 0 >= name.votes[AnswerType.PLACE]
    if name.best in gazetteer.places() and not is_person and not only_company:
        return AnswerType.PLACE
    if not is_person and not any(len(run.tokens) > 1 for run in name.runs):
        name.votes[AnswerType.PERSON] -= 2 * len(name.runs)
    (kind, count), *rest = name.votes.most_common() or [(AnswerType.OTHER, 0)]
    is_told = bool(name.told) or bool(name.abbreviation)
    doubtful = (
        count <= 0 or (rest and rest[0][1] == count) or (not is_told and is_doubtful(kind, name.runs, name.heads))
    )
    return AnswerType.OTHER if doubtful or PLURAL_LETTERS.fullmatch(name.best) else kind


def _best_form(name: Name, title: str) -> str:
    if name.best in gazetteer.country_names():
        return name.best
    if name.type is AnswerType.PERSON:
        ends = {(f.split()[0], f.split()[-1]) for f in name.forms if " " in f}
        titled = next((f"{a} {b}" for a, b in sorted(ends) if f"{a} {b}" in title), "")
        return titled or max(name.forms, key=lambda f: (len(f.split()) > 1, name.forms[f], f))
    if name.best.split()[0].lower() in PLACE_FIRST:
        return name.best
    own = {f: n for f, n in name.forms.items() if n}
    return max(own, key=lambda f: (own[f], len(f), f), default=name.best)


def _is_plural(run: Run) -> bool | None:
    root = run.tokens.root
    if root.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ == "conj" for c in root.children):
        tags = {t.tag_ for t in (root.head, *root.head.children) if t.pos_ in ("VERB", "AUX")}
        words = {t.lower_ for t in (root.head, *root.head.children)}
        if "VBZ" in tags or "was" in words:
            return False
        if words & {"were", "are", "have"} and root.head.tag_ != "VB":
            return True
    return root.tag_ == "NNPS" or None


def _gender(name: Name) -> str:
    genders = gazetteer.genders()
    words = [name.role.split()[-1].lower().rstrip(".")] if name.role else []
    words += [run.tokens[0].lower_ for run in name.runs if len(run.tokens) > 1]
    found = {genders[w] for w in words if w in genders}
    found |= {"male"} if name.heads & MALE else set()
    found |= {"female"} if name.heads & FEMALE else set()
    found = found or set(name.told)
    return found.pop() if len(found) == 1 else ""


def _leave_to_terms(names: dict[str, Name], spans: set[Span]) -> None:
    """The first word of a term is no mention of what it names: "Bellis rot" is the disease and not the plant."""
    ends = {span.start: span.end for span in spans}
    for name in names.values():
        name.spans = [span for span in name.spans if ends.get(span.start, 0) <= span.end]


def _terms(parsed: Parsed, names: dict[str, Name], short: dict[str, str], shortened: list[Run]) -> list[Name]:
    found: list[Name] = []
    written = terms(parsed, short)
    _leave_to_terms(names, {span for term in written for span in term.spans})
    taken = {span.start for name in names.values() for span in name.spans}
    for term in written:
        spans = [span for span in term.spans if span.start not in taken]
        spans += [run.span for run in shortened if run.text == term.abbreviation]
        taken.update(span.start for span in spans)
        if spans:
            aliases = tuple(a for a in (*term.forms, term.abbreviation) if a and a != term.name)
            name = Name(term.name, spans, heads=term.heads, aliases=aliases, type=AnswerType.TERM, plural=term.plural)
            name.article = term.article and not term.abbreviation
            name.abbreviation, name.full = term.abbreviation, term.name if term.abbreviation else ""
            found.append(name)
    return found
