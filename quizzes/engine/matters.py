"""What an article goes on about where no name tells it: "e-bikes", "referees", "antibiotic resistance"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .facts.base import AnswerType
from .grammar import PROPER
from .lists import word_set
from .terms import EMPTY
from .world import Named

if TYPE_CHECKING:
    from .language import Parsed, Token

_LEAST, _WORDS_A_MENTION = 5, 120
_LEAST_SHARE, _FEWEST_PARAGRAPHS = 0.3, 3
_MOSTLY, _SOME = 0.5, 0.3
_INSIDE = 0.7
_SHORTEST = 2
# Nouns that stand in every text: none says what it is about.
_ANYWHERE = EMPTY | word_set(
    "world country nation state city town area place region company firm business market industry government minister"
    " official leader member expert author researcher scientist study research report work job life home house family"
    " child parent friend boy girl mother father son daughter wife husband guy lot bit sort order need use change"
    " level rate figure percent amount money price cost decade century hour minute moment season today night morning"
    " end start chance opportunity experience role name word term field team group side hand eye head face body story"
    " history power law system service programme program project plan policy campaign population citizen user"
    " customer consumer student school percentage difference increase period century era age war language others"
    " development production process form structure method range source theory model decision record"
    " instance definition technology children adult teenager youngster kid baby winter summer autumn afternoon evening"
    " weekend"
)
# Nouns that say nothing until one knows of what: winners of a lottery, bank notes, tennis players.
_OF_SOMETHING = word_set(
    "winner loser player owner buyer seller visitor guest fan contestant candidate applicant participant volunteer"
    " victim survivor suspect supporter opponent rival competitor partner holder bearer carrier maker passenger"
    " note bill card match ball sheet stock share cell bar block pole board unit version item object product"
    " model star stage record track screen button key piece"
)
# What stands before any noun tells no kind of it.
_ANY_KIND = word_set(
    "new old young big small large great good bad best better other same such many more most few several last first"
    " next own different current recent early late high low long short local national public private major main"
)


@dataclass(slots=True)
class _Noun:
    """A common noun of the text: its forms, what stands right before it, and the paragraphs that have it.

    `narrowing` counts the nouns right before it, "tennis" of "tennis players"; `inside` counts where it only narrows
    another noun: "food bank".
    """

    forms: Counter[str] = field(default_factory=Counter)
    several: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    narrowing: Counter[str] = field(default_factory=Counter)
    inside: int = 0
    bare: int = 0
    definite: int = 0
    paragraphs: set[int] = field(default_factory=set)

    @property
    def rank(self) -> tuple[int, int]:
        return (self.forms.total() * len(self.paragraphs), self.forms.total())


def of(parsed: Parsed) -> tuple[Named, int] | None:
    """Return what the text speaks of throughout by a common noun, with how often it does; None where nothing is so."""
    found = _nouns(parsed)
    if not found:
        return None
    lemma = max(found, key=lambda each: (found[each].rank, each))
    noun, paragraphs = found[lemma], 1 + max(sentence.paragraph for sentence in parsed.sentences)
    often = noun.forms.total()
    least = max(_LEAST, len(parsed.document.text.split()) // _WORDS_A_MENTION)
    if often < least or len(noun.paragraphs) < max(_FEWEST_PARAGRAPHS, _LEAST_SHARE * paragraphs):
        return None
    text = _written(lemma, noun)
    if lemma in _OF_SOMETHING and text in noun.forms:
        text = _of_what(text, noun, parsed)
    if not text:
        return None
    forms = tuple(dict.fromkeys((text, *(_with_first(text, form) for form in noun.forms))))
    return Named(text, AnswerType.TERM, forms), often


def _of_what(text: str, noun: _Noun, parsed: Parsed) -> str:
    """Return a noun with what narrows it in the title or the first paragraph, "" where nothing does."""
    first = parsed.sentences[0].paragraph
    opening = (sentence.text for sentence in parsed.sentences if sentence.paragraph == first)
    told = " ".join((parsed.document.title, *opening)).lower()
    found = [word for word in noun.narrowing if any(f"{word} {form}" in told for form in noun.forms)]
    best = max(found, key=lambda word: (noun.narrowing[word], word), default="")
    return f"{best} {text}" if best else ""


def says_little(names: Iterable[str]) -> bool:
    """Say whether a common noun tells no topic by any of its forms: "children", "players"."""
    little = _ANYWHERE | _OF_SOMETHING
    return any(name in little or name.removesuffix("s") in little for name in names)


def means_one(noun: str, parsed: Parsed) -> bool:
    """Say whether a text has a common noun for one thing of its story, "the plane", and not for its kind."""
    found = _nouns(parsed).get(noun)
    return found is not None and not _written(noun, found)


def _nouns(parsed: Parsed) -> dict[str, _Noun]:
    """Return the telling nouns of the text by their base form."""
    found: dict[str, _Noun] = defaultdict(_Noun)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            lemma = token.lemma_.lower()
            if (
                token.tag_ not in {"NN", "NNS"}
                or not token.is_lower
                or not lemma.isalpha()
                or len(lemma) < _SHORTEST
                or lemma in _ANYWHERE
            ):
                continue
            if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}:
                continue
            noun = found[lemma]
            noun.forms[token.lower_] += 1
            noun.several[token.lower_] += token.tag_ == "NNS"
            noun.before[_modifier(token)] += 1
            noun.narrowing.update(_narrower(token))
            noun.inside += token.dep_ == "compound"
            articles = {child.lower_ for child in token.children if child.dep_ in {"det", "poss"}}
            noun.bare += token.tag_ == "NN" and not articles
            noun.definite += token.tag_ == "NN" and articles == {"the"}
            noun.paragraphs.add(sentence.paragraph)
    return {lemma: noun for lemma, noun in found.items() if noun.inside < _INSIDE * noun.forms.total()}


def _modifier(token: Token) -> str:
    """Return the noun or the adjective right before a noun, "e-" of "e-bikes", "" where none is."""
    if token.i == 0:
        return ""
    before = token.nbor(-1)
    if before.text == "-" and before.i > 0:
        return f"{before.nbor(-1).text}-"
    tells = before.dep_ in {"compound", "amod"} and before.tag_ not in PROPER and before.lower_ not in _ANY_KIND
    return before.lower_ if before.head is token and tells else ""


def _narrower(token: Token) -> list[str]:
    """Return the noun right before a noun that tells of what it is, as a list of none or one."""
    before = token.nbor(-1) if token.i else token
    return [before.lower_] if before.head is token and before.dep_ == "compound" and before.tag_ not in PROPER else []


def _written(lemma: str, noun: _Noun) -> str:
    """Return a noun as running text has it for its kind: "referees", "sleep"; "" where it tells of one alone."""
    uses, several = noun.forms.total(), noun.several.total()
    plural = max(noun.several, key=lambda form: (noun.several[form], form))
    if several < _MOSTLY * uses and (noun.definite > noun.bare or noun.bare < _SOME * (uses - several)):
        return ""
    text = plural if several >= _SOME * uses else lemma
    named = {first: often for first, often in noun.before.items() if first}
    first = max(named, key=lambda each: (named[each], each), default="")
    if not first or named[first] < max(_FEWEST_PARAGRAPHS, _SOME * uses):
        return text
    return first + text if first.endswith("-") else f"{first} {text}"


def _with_first(text: str, form: str) -> str:
    """Return another form of a noun with what stands before it in the text chosen."""
    stem = text[: max(text.rfind(" "), text.rfind("-")) + 1]
    return stem + form
