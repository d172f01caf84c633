"""Where a sentence writes a name: runs of capitalised words, with the title in front and the marks around taken off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import gazetteer
from .document import Span
from .facts.base import AnswerType
from .language import Parsed, Sentence
from .lists import word_set

if TYPE_CHECKING:
    from .language import Doc, Token, Tokens

NAMING = word_set("PERSON ORG GPE LOC FAC NORP EVENT WORK_OF_ART LAW PRODUCT")
COUNTING = word_set("DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL")
PARTICLES = word_set("de van von der du la le del di da al bin ibn arap ter ten zu dos das el e y")
LINKS = PARTICLES | word_set("of on the for and & '")
RANKS = word_set("deputy vice prime first foreign former acting assistant interim chief attorney home lord great")
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
LEGAL_FORMS = word_set("plc ltd inc llc gmbh ag")
_LONGEST_TITLE = 5
HALVES = frozenset({"Bosnia", "Trinidad", "Antigua"})


@dataclass(slots=True)
class Run:
    """One place where a name is written: `tokens` without title and marks, `role` the title in front."""

    sentence: Sentence
    tokens: Tokens
    role: str = ""
    label: str = ""
    span: Span = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Set the characters that the run covers."""
        self.span = self.sentence.span_of(self.tokens[0], self.tokens[-1])
        self.text = self.tokens.text


def name_runs(parsed: Parsed) -> list[Run]:
    """Return the names that the article writes, in order."""
    inner, common = _inner_words(parsed)
    found: list[Run] = []
    for sentence in parsed.sentences:
        for first, last in _stretches(sentence, inner):
            if first != last or sentence.tokens.doc[first].lower_ not in common:
                found += _split(sentence, first, last)
    return sorted([*found, *_titled(parsed, found)], key=lambda run: run.span)


def _titled(parsed: Parsed, found: list[Run]) -> Iterator[Run]:
    """Yield each place that has the title word for word and shows no other name: "Captain Why" is one as a whole."""
    words = parsed.document.title.split()
    if not 2 <= len(words) <= _LONGEST_TITLE or not all(word.isalpha() and word[0].isupper() for word in words):
        return
    taken = {place for run in found for place in range(run.span.start, run.span.end)}
    for sentence in parsed.sentences:
        tokens = sentence.tokens
        for i in range(len(tokens) - len(words) + 1):
            here = tokens[i : i + len(words)]
            if [token.text for token in here] == words and sentence.start(here[0]) not in taken:
                run = Run(sentence, here, "", _label(here))
                if not taken & set(range(run.span.start, run.span.end)):
                    yield run


def _inner_words(parsed: Parsed) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words capitalised inside a sentence, where only names are, and those written small more often."""
    words = Counter(token.text for s in parsed.sentences for token in list(s.tokens)[1:] if token.is_alpha)
    inner = frozenset(word for word in words if word[0].isupper())
    small = (word for word in words if word.islower())
    return inner, frozenset(w for w in small if words[w] > words[w.capitalize()] + words[w.upper()])


def _stretches(sentence: Sentence, inner: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token (document indexes) of each run of name words and the links between them."""
    tokens = list(sentence.tokens)
    i = 0
    while i < len(tokens):
        if not _is_name_word(tokens[i], i == 0, inner):
            i += 1
            continue
        last = i
        while (after := _next_part(tokens, i, last, inner)) is not None:
            last = after
        yield tokens[i].i, tokens[last].i
        i = last + 1


def _is_name_word(token: Token, first: bool, inner: frozenset[str]) -> bool:
    text = token.text
    if (
        not text[0].isupper()
        or not any(map(str.isalpha, text))
        or (text.lower() in CALENDAR and token.ent_type_ == "DATE")
    ):
        return False
    if token.ent_type_ in COUNTING or text in ("I", "I'm"):
        return False
    if first or _after_opening(token):
        if token.is_stop or token.pos_ in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "VERB", "AUX"):
            return False
        known = text in inner or text in gazetteer.country_names() or text in gazetteer.places()
        sure = token.ent_type_ in NAMING or text.isupper() or any(map(str.isupper, text[1:]))
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return known or sure or (token.pos_ == "PROPN" and following.text[:1].isupper())
    return not (token.is_stop and len(text) > 1 and token.pos_ != "PROPN") or token.ent_type_ in NAMING


def _after_opening(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in ('"', "'", ":", "(", ".", "--", "—")


def _next_part(tokens: list[Token], first: int, last: int, inner: frozenset[str]) -> int | None:
    """Return where the name goes on behind tokens[last], or None where it ends."""
    nxt = last + 1
    if nxt >= len(tokens):
        return None
    token = tokens[nxt]
    if _is_name_word(token, False, inner) or token.lower_ in LEGAL_FORMS:
        return nxt
    if token.text == "-" and not token.whitespace_ and not tokens[last].whitespace_ and nxt + 1 < len(tokens):
        return nxt + 1 if _is_name_word(tokens[nxt + 1], False, inner) else None
    if token.text[0].isdigit() and token.ent_type_ in NAMING and token.ent_iob_ == "I":
        return nxt
    if token.text == "'s" and nxt + 1 < len(tokens) and _one_entity(tokens, last, nxt + 1):
        return nxt + 1 if tokens[nxt + 1].text[0].isupper() else None
    return _over_links(tokens, first, last, inner)


def _over_links(tokens: list[Token], first: int, last: int, inner: frozenset[str]) -> int | None:
    nxt = last + 1
    while nxt < len(tokens) and nxt <= last + 2 and tokens[nxt].text in LINKS:
        nxt += 1
    if nxt == last + 1 or nxt >= len(tokens) or not _is_name_word(tokens[nxt], False, inner):
        return None
    link = tokens[last + 1].text
    if link in PARTICLES or link == "&":
        return nxt
    if link in ("and", "for", "the", "'"):
        joins = tokens[last].text in HALVES or (_one_entity(tokens, last, nxt) and link != "the")
        return nxt if joins and link != "'" else None
    if gazetteer.noun_types().get(tokens[first].text.lower()) is AnswerType.AGREEMENT:
        return nxt
    kind = gazetteer.noun_types().get(tokens[last].text.lower())
    if link == "on":
        return nxt if _one_entity(tokens, last, nxt) and kind is AnswerType.ORGANISATION else None
    is_thing = kind not in (None, AnswerType.PERSON) or tokens[last].text in ("Republic", "Kingdom", "Union", "Bank")
    return nxt if is_thing or (_one_entity(tokens, last, nxt) and kind is None) else None


def _one_entity(tokens: list[Token], left: int, right: int) -> bool:
    """Tell whether the named-entity recogniser takes both places for one name."""
    inside = all(tokens[k].ent_iob_ == "I" for k in range(left + 1, right + 1))
    return inside and tokens[left].ent_type_ in NAMING


def _split(sentence: Sentence, first: int, last: int) -> Iterator[Run]:
    """Yield the run as a name, cut at "Tajik-Afghan" and without what is no part of the name."""
    doc = sentence.tokens.doc
    role_end = _role_end(doc[first : last + 1])
    start = first + role_end
    while start <= last and doc[start].text in LINKS | {"-", "'s"}:
        start += 1
    while last >= start and (doc[last].text in LINKS | {"-", "'s"}):
        last -= 1
    start = _name_start(doc, start, last)
    if start > last or _is_no_name(doc[start : last + 1]):
        return
    role = doc[first:start].text if role_end else ""
    if not role:
        role = _lower_title(doc, start)
    yield Run(sentence, doc[start : last + 1], role.strip(), _label(doc[start : last + 1]))


def _name_start(doc: Doc, start: int, last: int) -> int:
    """Return where the name starts behind a nationality ("Dutch Rijn") or a sentence's first word ("Future CSTO")."""
    while start < last:
        word, rest = doc[start], doc[start + 1 : last + 1]
        is_whole = (
            doc[start : last + 1].text in gazetteer.country_names() or doc[start : last + 1].text in gazetteer.places()
        )
        kind = gazetteer.noun_types().get(doc[last].lower_)
        nationality = word.text in gazetteer.adjectives() and kind in (None, AnswerType.PERSON)
        nationality |= word.ent_type_ == "NORP" and doc[start + 1].ent_type_ == "PERSON"
        opening = word.is_sent_start and word.pos_ == "ADJ" and word.ent_type_ not in NAMING and rest.text[0].isupper()
        if is_whole or not (nationality or opening):
            break
        start += 1
        while start < last and doc[start].text in ("-", "and"):
            start += 1
    return start


def _role_end(tokens: Tokens) -> int:
    """Return how many tokens in front are a title ("Russian Deputy Prime Minister" Yury Borisov)."""
    adjectives, titles = gazetteer.adjectives(), gazetteer.titles()
    seen, i = 0, 0
    for i, token in enumerate(tokens):
        word = token.lower_.rstrip(".")
        if word in titles:
            seen = i + 1
        elif word not in RANKS and token.text not in adjectives and not (seen == 0 and token.text in ("NFL", "NBA")):
            break
    if not seen or seen > i or (seen == len(tokens)):
        return 0
    rest = tokens[seen:]
    is_office = rest[0].text in LINKS or gazetteer.noun_types().get(rest[-1].lower_) not in (None, AnswerType.PERSON)
    return 0 if is_office else seen


def _lower_title(doc: Doc, start: int) -> str:
    """Return the lower-case title or trade right in front: "linebacker", "chief executive officer"."""
    if start == 0:
        return ""
    before = doc[start - 1]
    is_title = before.pos_ in ("NOUN", "PROPN") and before.lower_.rstrip(".") in gazetteer.titles()
    return str(before.text) if is_title and before.whitespace_ else ""


def _is_no_name(tokens: Tokens) -> bool:
    """Adjectives of nationality, bare titles, months and Roman numbers stand like names and are none."""
    words = [token.text for token in tokens]
    adjectives, titles = gazetteer.adjectives(), gazetteer.titles()
    if (
        tokens[-1].pos_ == "ADJ"
        or tokens[-1].ent_type_ == "LANGUAGE"
        or (tokens[-1].dep_ == "amod" and not tokens[-1].ent_type_)
    ):
        return True
    if all(w in adjectives or w == "-" for w in words):
        plural = len(words) == 1 and words[0] in gazetteer.peoples() and tokens[0].pos_ in ("NOUN", "PROPN")
        return not (plural and tokens[0].dep_ not in ("amod", "compound", "nmod") and words[0].endswith("s"))
    lower = [w.lower().rstrip(".") for w in words]
    if all(w in titles or w in RANKS or w.rstrip("s") in titles for w in lower):
        return True
    if lower == ["jr"] or lower == ["sr"]:
        return True
    first_only_of = len(words) == 1 and len(words[0]) == 1
    return first_only_of or all(w in CALENDAR for w in lower) or (tokens[0].ent_type_ in COUNTING)


def _label(tokens: Tokens) -> str:
    """Return the recogniser's label when it says one thing of the run's last word."""
    return tokens[-1].ent_type_ if tokens[-1].ent_type_ in NAMING else tokens[0].ent_type_
