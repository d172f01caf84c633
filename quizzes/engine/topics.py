"""What an article is about: the one thing that a reader must know before any question of it makes sense.

The title tells it best, then a first sentence that says what something is, then what the article speaks of far more
than of anything else. Where a place stands for what happened there, the event is named with its year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from . import gazetteer, happenings, matters, salient, stubs, written
from .facts.base import AnswerType
from .grammar import NOUNS, PEOPLE_NOUNS, PROPER, SUBJECTS
from .lists import word_set
from .terms import EMPTY
from .words import bare, holds, is_short_form
from .world import Named

if TYPE_CHECKING:
    from .document import Document
    from .entities import Entities, Entity
    from .language import Parsed, Token
    from .reference import References

_OFTEN, _FAR_AHEAD = 10, 1.5
_RATHER_OFTEN, _FARTHER_AHEAD = 7, 2.5
_WORDS_A_MENTION = 100
# A word of the title that is a common noun is what the article is about where the text uses it so often.
_TERM_OFTEN, _PHRASE_OFTEN = 5, 3
_LONGEST_TITLE, _LONGEST_SUBJECT = 6, 6
_OPENING = 2
_FIELD_STEM = 6
_LONGEST_SHORT = 4
# The letters whose names begin with a vowel: "an NHS nurse".
_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
_ACRONYM_SAID = 4
_LANDS = frozenset({AnswerType.PLACE, AnswerType.COUNTRY})
_GROUPS = frozenset({AnswerType.OTHER, AnswerType.PEOPLE})
_LINK = "de|of|upon|on|del|di|la|le|the"
_NO_TOPIC = frozenset({AnswerType.DATE, AnswerType.NUMBER})
_HEADLINE = word_set(
    "how why what when who where of to in on for at from with is was were and that a an can do does did will would"
    " should are"
)
_RARE = frozenset({AnswerType.AGREEMENT})
_MEANT = _RARE | {AnswerType.ORGANISATION, AnswerType.PLACE, AnswerType.EVENT, AnswerType.WORK}
_PARTS = re.compile(r": | [-–—] ")
_BRACKETED = re.compile(r" ?\([^)]*\)")


def topic_of(parsed: Parsed, entities: Entities, references: References) -> Named | None:
    """Return what an article is about, None where it is not sure."""
    found = _found(parsed, entities, references)
    return written.with_its_s(found, parsed.document.text) if found else None


def _found(parsed: Parsed, entities: Entities, references: References) -> Named | None:
    """Return what the title, the opening or the whole text tells of most surely."""
    titled = _event_title(parsed) or _several(_exact(parsed.document, entities), parsed)
    short = None if titled else stubs.hyphened(parsed.document.title, _body(parsed)) or _short_title(parsed, entities)
    if short:
        return short
    titled = titled or _of_title(parsed.document, entities)
    if titled is None or titled.type in _LANDS:
        found = happenings.of(parsed, entities, titled)
        if found:
            return found
        titled = titled and _rather_than_the_land(titled, parsed, entities)
    found = titled or _whole_title(parsed, entities) or _meant_by_title(parsed, entities) or _defined(parsed, entities)
    found = found or salient.lawsuit(parsed) or _ahead(parsed, entities)
    found = found or salient.hero(parsed, entities, references) or salient.pair(parsed, entities)
    found = found or salient.organisation(parsed, entities) or _term(parsed)
    # Where the text goes on about children most, what it names next to them is but a part of their story.
    matter = None if found or (entities.topic and _is_vague(entities.topic)) else matters.of(parsed)
    found = found or _field(parsed) or (matter[0] if matter else None)
    setting = None if found else salient.prominent(parsed, entities)
    return found or (_named(setting) if setting else None)


def _rather_than_the_land(titled: Named, parsed: Parsed, entities: Entities) -> Named:
    """Return what a headline's article goes on about far more than about the land that the headline names."""
    land = entities.topic
    if land is None or _is_whole_title(titled, parsed.document):
        return titled
    matter, often = matters.of(parsed) or (titled, 0)
    if often >= _FAR_AHEAD * land.count:
        return matter
    first = entities.all[0]
    return _named(first) if first.type in _MEANT and first.count >= _FAR_AHEAD * land.count else titled


def _is_whole_title(titled: Named, document: Document) -> bool:
    parts = (document.title, *_PARTS.split(document.title))
    return any(bare(_BRACKETED.sub("", part)) in map(bare, (titled.text, *titled.names)) for part in parts)


def _event_title(parsed: Parsed) -> Named | None:
    """Return a title that names an event and nothing else: "1846 barley riots"."""
    match = re.fullmatch(r"(?:The )?((?:[12]\d{3} )?(?:[\w'-]+ ){1,4}([A-Za-z]+))", parsed.document.title)
    noun = match[2].lower() if match else ""
    if match is None or noun not in happenings.nouns() or noun not in _body(parsed).lower():
        return None
    if _HEADLINE & set(match[1].lower().split()):
        return None
    title = written.in_running_text(match[1], _body(parsed))
    shorter = re.sub(r"^[12]\d{3} ", "", title)
    return Named(f"the {title}", AnswerType.EVENT, (shorter,), frozenset({noun}))


def _several(topic: Named | None, parsed: Parsed) -> Named | None:
    """Return the members of a group by their plural where the text mostly has that: "Varangians"."""
    if topic is None or topic.type not in _GROUPS or " " in topic.text:
        return topic
    body, name = _body(parsed), re.escape(topic.text)
    often = len(re.findall(rf"\b{name}s\b", body)) > len(re.findall(rf"\b{name}\b", body))
    return replace(topic, text=f"{topic.text}s", names=(f"{topic.text}s", *topic.names)) if often else topic


def _exact(document: Document, entities: Entities) -> Named | None:
    """Return what a title, or a part of it before or behind a mark, names and nothing else."""
    parts = (document.title, *_PARTS.split(document.title))
    found = ((part, entities.by_name(_BRACKETED.sub("", part).strip())) for part in parts if part)
    entity = next((each for part, each in found if each is not None and _is_sure(each, part)), None)
    if entity is None:
        return None
    topic, same = _named(entity, document), entities.topic is not None and entities.topic.type is entity.type
    if _BRACKETED.search(document.title) and entity.type is AnswerType.PLACE:
        topic = replace(topic, text=document.title)
    return replace(topic, names=(*topic.names, *_otherwise(entity.name, entities))) if same else topic


def _is_sure(entity: Entity, part: str) -> bool:
    """Say whether a title can mean what has this name: a surname alone may be a place, an illness or somebody else."""
    if entity.type is AnswerType.PERSON and " " not in part.strip():
        return False
    return entity.type not in _NO_TOPIC


def _short_title(parsed: Parsed, entities: Entities) -> Named | None:
    """Return a title of a few words that all come again and again in the text: it cannot name another thing."""
    body = Counter(re.findall(r"[\w'-]+", _body(parsed).lower()))
    for part in reversed((parsed.document.title, *_PARTS.split(parsed.document.title)[1:])):
        words = re.findall(r"[\w'-]+", part)
        telling = [word.lower() for word in words if word[:1].isupper() or len(words) == 1]
        few = 0 < len(words) <= _LONGEST_SHORT and words[0] != "The" and not _HEADLINE & set(part.lower().split())
        if few and telling and all(body[word] >= _PHRASE_OFTEN for word in telling):
            return _by_its_words(part, words, parsed, entities)
    return None


def _by_its_words(part: str, words: list[str], parsed: Parsed, entities: Entities) -> Named | None:
    """Return a title as it stands, of the type of what the text calls by its first words."""
    is_term = re.search(rf"(?<![\w-]){re.escape(part.lower())}\b", _body(parsed)) is not None
    if not is_term and len(words) == 1 and _is_surname(part, entities):
        return _named(entities.all[0])
    if is_term and len(words) == 1 and stubs.is_time(part):
        return None
    if is_term and len(words) == 1:
        return _term(parsed) or Named(part.lower(), AnswerType.TERM, (part.lower(),))
    before = part.partition(",")[0]
    if is_term or (len(words) > 1 and not any(word[:1].isupper() for word in words[1:])):
        return None
    if before.lower() not in _body(parsed).lower() and gazetteer.noun_types().get(words[-1].lower()) not in _MEANT:
        return _told_with_the(words, parsed)
    inside = [each for each in entities.all if each.type is not AnswerType.PERSON and part.startswith(each.name)]
    kind = inside[0].type if inside else AnswerType.OTHER
    alone = re.findall(
        rf"(?<![\w-]){re.escape(words[0])}\b(?! {re.escape(words[1]) if len(words) > 1 else '$'})", _body(parsed)
    )
    names = (part, before, *(each.name for each in inside), *((words[0],) if len(alone) >= _TERM_OFTEN else ()))
    return Named(part, kind, tuple(dict.fromkeys(names)))


def _told_with_the(words: list[str], parsed: Parsed) -> Named | None:
    """Return a headline as running text has it: "the lost boat" where the text tells of the one, "an NHS nurse"."""
    body, small = _body(parsed), " ".join(words).lower()
    if gazetteer.noun_types().get(words[-1].lower()) is AnswerType.PERSON and words[0].isupper():
        kind = " ".join((words[0], *map(str.lower, words[1:])))
        return Named(f"{_article(words[0])} {kind}", AnswerType.OTHER, (kind,))
    uses = re.findall(rf"(\b[Tt]he )?\b{re.escape(words[-1].lower())}\b", body)
    if not all(re.search(rf"\b{re.escape(word.lower())}\b", body) for word in words):
        return None
    return Named(f"the {small}", AnswerType.OTHER, (small,)) if 2 * sum(map(bool, uses)) > len(uses) else None


def _article(word: str) -> str:
    """Return the article before a short form: letters are read one by one where it is short, "NASA" as a word."""
    spelled = len(word) < _ACRONYM_SAID
    return "an" if word[0] in (_SAID_WITH_A_VOWEL if spelled else "AEIOU") else "a"


def _is_surname(name: str, entities: Entities) -> bool:
    """Say whether a title of one word is the surname of the person whom the text names more than anything else."""
    first = entities.all[0] if entities.all else None
    is_told = first is not None and first.type is AnswerType.PERSON and first.count >= _RATHER_OFTEN
    return first is not None and is_told and name in first.name.split()[1:]


def _of_title(document: Document, entities: Entities) -> Named | None:
    """Return the topic where the title names it."""
    topic, title = entities.topic, re.sub(r"'s?(?= |$)", "", document.title)
    if topic is None or topic.type in _NO_TOPIC or not any(holds(title, name) for name in topic.names):
        return None
    return _named(topic, document)


def _ahead(parsed: Parsed, entities: Entities) -> Named | None:
    """Return what the article names far more often than anything else; a place is but where things happen."""
    topic = entities.topic
    if topic is None or topic.type in _NO_TOPIC | _LANDS or matters.means_one(topic.name, parsed) or _is_vague(topic):
        return None
    next_best = max((entity.count for entity in entities.all if entity is not topic), default=0)
    called = _called_by_noun(topic, parsed)
    count = topic.count + called
    least = min(_OFTEN, 1 + len(parsed.document.text.split()) // _WORDS_A_MENTION)
    if count >= max(least if called else _OFTEN, _FAR_AHEAD * next_best):
        return _named(topic)
    return _named(topic) if count >= max(_RATHER_OFTEN, _FARTHER_AHEAD * next_best) else None


def _is_vague(topic: Entity) -> bool:
    return topic.type is AnswerType.TERM and matters.says_little(topic.names)


def _called_by_noun(topic: Entity, parsed: Parsed) -> int:
    """Return how often the text calls the topic by the last word of its name: "the commission"."""
    noun = topic.name.rpartition(" ")[2].lower()
    same = "|".join(map(re.escape, sorted({noun} | gazetteer.near_nouns(noun))))
    return len(re.findall(rf"\b[Tt]he (?:{same})\b", _body(parsed))) if " " in topic.name else 0


def _named(topic: Entity, document: Document | None = None) -> Named:
    country = topic.country
    if country:
        shown = f"the {country.name}" if country.article else country.name
        return Named(shown, AnswerType.COUNTRY, (country.name, *topic.names, *country.people, *country.adjectives))
    shown = _in_full(topic, document) if document else topic.shown
    return Named(shown, topic.type, topic.names, frozenset(topic.heads))


def _in_full(topic: Entity, document: Document) -> str:
    """Return the name as the title has it where that is longer: "Regatta of Riga" for what the text calls a regatta."""
    name, title = topic.name, document.title
    whole = next((each for each in topic.names if len(each) > len(topic.shown) and holds(title, each)), "")
    if whole and is_short_form(topic.shown.removeprefix("the ")):
        return f"the {whole}" if topic.article or f"he {whole}" in document.text else whole
    if topic.type is AnswerType.PERSON or name not in title:
        return topic.shown
    following = title[title.index(name) + len(name) :]
    if re.fullmatch(r" the [a-z]+", following) and title.startswith(name):
        return title
    longer = name + next(iter(re.findall(rf"^(?: (?:{_LINK}|[A-Z][\w'-]*|\d+))+", following)), "")
    longer = re.sub(rf"(?: (?:{_LINK}))+$", "", longer)
    linked = title.endswith(longer) and re.search(rf" (?:{_LINK}) ", longer)
    written = linked or longer in document.text.partition("\n\n")[2]
    return (f"the {longer}" if topic.article else longer) if len(longer) > len(name) and written else topic.shown


def _meant_by_title(parsed: Parsed, entities: Entities) -> Named | None:
    """Return the one thing of the kind that the title tells of: the Kiel Protocol under "The Treaty That Ended It"."""
    match = re.match(r"(?:The|A|An) (?:[a-z]+ )?([A-Z]?[a-z]+) (?:[Tt]hat|[Ww]hich|[Ww]ho)\b", parsed.document.title)
    noun = match[1].lower() if match else ""
    kind = gazetteer.noun_types().get(noun)
    if not noun or kind not in _MEANT:
        return None
    same = {noun} | gazetteer.near_nouns(noun)
    found = [entity for entity in entities.all if entity.type is kind and (entity.heads & same or kind in _RARE)]
    return _named(found[0]) if len(found) == 1 else None


def _whole_title(parsed: Parsed, entities: Entities) -> Named | None:
    """Return a short title that the text itself uses as a name or a term, from the start or again and again."""
    parts = _PARTS.split(_BRACKETED.sub("", parsed.document.title))
    for part in parts:
        name = part.strip().removeprefix("The ").removeprefix("the ")
        leads = len(parts) > 1 and part is parts[0] and name[:1].isupper()
        if not (1 - leads) < len(name.split()) <= _LONGEST_TITLE or not name[0].isalnum() or stubs.is_question(name):
            continue
        uses = re.findall(rf"(\b[Tt]he )?(?<![\w-]){re.escape(name)}s?\b", _body(parsed), re.I)
        opening = " ".join(sentence.text for sentence in parsed.sentences[:_OPENING])
        if (
            len(uses) >= _PHRASE_OFTEN
            or (uses and leads)
            or (uses and re.search(rf"\b{re.escape(name)}", opening, re.I))
        ):
            found = _of_words(name, parsed, article=not leads and 2 * sum(map(bool, uses)) > len(uses))
            return replace(found, names=(*found.names, *_otherwise(name, entities)))
    return None


def _of_words(name: str, parsed: Parsed, *, article: bool) -> Named:
    """Return a title as the text writes it: a name keeps its capitals, a term loses them."""
    small = name[:1].lower() + name[1:]
    is_term = small.islower() and re.search(rf"(?<![\w-]){re.escape(small)}", _body(parsed)) is not None
    shown = small if is_term else name
    if not is_term:
        return Named(f"the {shown}" if article else shown, AnswerType.OTHER, (shown,))
    body = _body(parsed).lower()
    several = 2 * len(re.findall(rf"\b{re.escape(shown)}s\b", body)) > len(re.findall(rf"\b{re.escape(shown)}", body))
    return Named(f"{shown}s" if several else shown, AnswerType.TERM, (shown,))


def _body(parsed: Parsed) -> str:
    return " ".join(sentence.text for sentence in parsed.sentences)


def _defined(parsed: Parsed, entities: Entities) -> Named | None:
    """Return what the first sentence says something is: "Botulism is a rare illness"."""
    for sentence in parsed.sentences[:1]:
        subject = next((t for t in sentence.tokens if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        if subject is None or subject.head.lemma_ != "be" or not any(c.dep_ == "attr" for c in subject.head.children):
            continue
        words = list(_before_insert(subject))
        text = " ".join(word.text for word in words)
        if not 1 <= len(words) <= _LONGEST_SUBJECT or subject.tag_ not in NOUNS or subject.lower_ in EMPTY:
            continue
        entity = entities.at(sentence.start(words[0]), sentence.end(words[-1]))
        if entity is not None:
            return _named(entity)
        if _body(parsed).lower().count(text.lower()) >= _PHRASE_OFTEN or subject.tag_ in PROPER:
            proper = any(word.tag_ in PROPER for word in words)
            names = (text, *_otherwise(text, entities))
            return Named(text if proper else text.lower(), AnswerType.OTHER if proper else AnswerType.TERM, names)
    return None


def _otherwise(text: str, entities: Entities) -> tuple[str, ...]:
    """Return the names of what the article speaks of most, where they are no part of the one that it begins with."""
    topic = entities.topic
    if topic is None or topic.type in _LANDS or topic.count < _RATHER_OFTEN:
        return ()
    return () if any(holds(text, name) for name in topic.names) else topic.names


def _before_insert(head: Token) -> Iterator[Token]:
    """Yield the words of a noun phrase up to a bracket or comma, without its article."""
    for token in head.subtree:
        if token.text in {"(", ",", "["} or token.dep_ in {"relcl", "acl", "prep"}:
            return
        if token.dep_ != "det":
            yield token


def _term(parsed: Parsed) -> Named | None:
    """Return the noun of the title that the text uses most as the name of a kind or a stuff."""
    titled = {_singular(word.lower()) for word in re.findall(r"[A-Za-z][\w-]+", parsed.document.title)}
    forms: dict[str, Counter[str]] = {}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if _singular(token.lower_) in titled and _is_kind(token):
                forms.setdefault(_singular(token.lower_), Counter())[token.lower_] += 1
    best = max(forms.values(), key=lambda counted: counted.total(), default=None)
    often = max(_PHRASE_OFTEN, min(_TERM_OFTEN, 1 + len(parsed.document.text.split()) // _WORDS_A_MENTION))
    if best is None or best.total() < often:
        best = next((counted for counted in forms.values() if _opens(parsed, counted)), None)
    if best is None:
        return None
    return Named(max(best, key=lambda form: (form.endswith("s"), best[form], form)), AnswerType.TERM, tuple(best))


def _field(parsed: Parsed) -> Named | None:
    """Return a title of one word that the text has in other forms again and again: "Geology" of "geological"."""
    title = parsed.document.title.lower()
    same = re.findall(rf"\b{re.escape(title[:_FIELD_STEM])}[a-z]*", _body(parsed), re.I) if title.isalpha() else []
    is_field = len(title) > _FIELD_STEM and not title.endswith("s") and len(same) >= _TERM_OFTEN
    return Named(title, AnswerType.TERM, (title,)) if is_field else None


def _opens(parsed: Parsed, forms: Counter[str]) -> bool:
    """Say whether the first sentence is about a kind by one of its forms: "Tulips came to Vienna"."""
    first = parsed.sentences[0].tokens if parsed.sentences else ()
    return any(t.lower_ in forms and t.lower_.endswith("s") and t.dep_ in SUBJECTS and t.is_sent_start for t in first)


def _is_kind(token: Token) -> bool:
    """Say whether a noun means a kind or a stuff as such: "continents", "whaling", neither a person nor "the baby"."""
    opens = token.is_sent_start and token.lower_.endswith("s")
    if token.pos_ != "NOUN" and token.tag_ != "VBG" and not opens:
        return False
    empty = token.lemma_.lower() in EMPTY or _singular(token.lower_) in PEOPLE_NOUNS or token.lower_.endswith("ists")
    one = token.tag_ != "NNS" and any(_picks_one(child) for child in token.children)
    return not (empty or one or stubs.is_time(token.lower_))


def _picks_one(child: Token) -> bool:
    return child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ not in {"all", "much", "any", "some", "no"})


def _singular(word: str) -> str:
    return word.removesuffix("s")
