"""A parsed text in plain Python objects, read off the language model's once.

Every question put to a spaCy token crosses into C and builds a new string; the engine puts hundreds of them to each
token. The names and their meaning are spaCy's own, as far as the engine needs them; a token is one object, equal to
itself alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.tokens import Token as ParsedToken


class Token:
    """One word or mark; `head` is itself at the root, `children` are in the order of the text."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_lower",
        "is_punct", "is_sent_start", "is_space", "is_stop", "left_edge", "lefts", "lemma_", "lower_", "pos_",
        "right_edge", "rights", "tag_", "text", "whitespace_",
    )  # fmt: skip

    def __init__(self, doc: Doc, token: ParsedToken) -> None:
        """Copy what the model says of one token; `Doc` ties it to the others."""
        self.doc = doc
        self.i: int = token.i
        self.idx: int = token.idx
        self.text: str = token.text
        self.lower_: str = token.lower_
        self.whitespace_: str = token.whitespace_
        self.lemma_: str = token.lemma_
        self.tag_: str = token.tag_
        self.pos_: str = token.pos_
        self.dep_: str = token.dep_
        self.ent_type_: str = token.ent_type_
        self.ent_iob_: str = token.ent_iob_
        self.is_sent_start: bool = bool(token.is_sent_start)
        self.is_alpha: bool = token.is_alpha
        self.is_lower: bool = token.is_lower
        self.is_punct: bool = token.is_punct
        self.is_space: bool = token.is_space
        self.is_stop: bool = token.is_stop
        self.head: Token = self
        self.left_edge: Token = self
        self.right_edge: Token = self
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()

    def __repr__(self) -> str:
        """Return the text, as it helps in a failing test."""
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Return the text with the space behind it."""
        return self.text + self.whitespace_

    @property
    def sent(self) -> Tokens:
        """Return the sentence that holds the token."""
        return next(sentence for sentence in self.doc.sents if self.i < sentence.end)

    @property
    def subtree(self) -> Iterator[Token]:
        """Yield the token and all that hangs on it, in the order of the text."""
        # Not by recursion: sentences nest as deep as their authors like.
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, is_opened = waiting.pop()
            if is_opened or not token.children:
                yield token
                continue
            waiting += [(right, False) for right in reversed(token.rights)]
            waiting.append((token, True))
            waiting += [(left, False) for left in reversed(token.lefts)]

    @property
    def ancestors(self) -> Iterator[Token]:
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """Return the others that are joined with this one by "and" or a comma."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for token in joined:
            joined += [right for right in token.rights if right.dep_ == "conj"]
        return tuple(token for token in joined if token is not self)

    def nbor(self, step: int = 1) -> Token:
        """Return the token so many places on; raise IndexError beyond the ends."""
        place = self.i + step
        if place < 0:
            raise IndexError(place)
        return self.doc[place]


class Tokens:
    """Consecutive tokens, as a sentence or a name."""

    __slots__ = ("_tokens", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        """Take the tokens from `start` to `end`, that one excluded."""
        self.doc = doc
        self.start = start
        self.end = max(start, end)
        self._tokens = doc.tokens[self.start : self.end]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens."""
        return iter(self._tokens)

    def __contains__(self, token: object) -> bool:
        """Say whether a token is among them."""
        return token in self._tokens

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Tokens: ...

    def __getitem__(self, place: int | slice) -> Token | Tokens:
        """Return the token at a place, or the tokens of a slice, counted from the first."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self._tokens))
            return Tokens(self.doc, self.start + start, self.start + end)
        return self._tokens[place]

    def __repr__(self) -> str:
        """Return the text, as it helps in a failing test."""
        return self.text

    @property
    def text(self) -> str:
        """Return the text from the first token to the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Return where the first token begins in the parsed text."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Return where the last token ends in the parsed text."""
        if not self._tokens:
            return self.start_char
        return self._tokens[-1].idx + len(self._tokens[-1].text)

    @property
    def root(self) -> Token:
        """Return the token that all others hang on: a sentence's root, else the nearest to one that hangs outside."""
        for token in self._tokens:
            if token.head is token:
                return token
        outside = [token for token in self._tokens if not self.start <= token.head.i < self.end]
        return min(outside, key=self._depth, default=self._tokens[0])

    def _depth(self, token: Token) -> int:
        """Return how far a token is from the root; a lone mark counts as farther than any word."""
        is_mark = (token.is_space or token.is_punct) and not token.children
        return len(self.doc) - 1 if is_mark else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text: its tokens and sentences."""

    __slots__ = ("_ends", "_starts", "sents", "text", "tokens")

    def __init__(self, parse: Parse) -> None:
        """Copy a parse of the language model."""
        self.text: str = parse.text
        self.tokens: list[Token] = [Token(self, token) for token in parse]
        for token, parsed in zip(self.tokens, parse, strict=True):
            token.head = self.tokens[parsed.head.i]
            token.left_edge = self.tokens[parsed.left_edge.i]
            token.right_edge = self.tokens[parsed.right_edge.i]
        self._tie()
        self.sents: tuple[Tokens, ...] = tuple(Tokens(self, sent.start, sent.end) for sent in parse.sents)
        self._starts = {token.idx: token.i for token in self.tokens}
        self._ends = {token.idx + len(token.text): token.i + 1 for token in self.tokens}

    def _tie(self) -> None:
        """Give each token its children."""
        children: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head is not token:
                children.setdefault(token.head.i, []).append(token)
        for place, found in children.items():
            token = self.tokens[place]
            token.children = tuple(found)
            token.lefts = tuple(child for child in found if child.i < place)
            token.rights = tuple(child for child in found if child.i > place)

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Tokens: ...

    def __getitem__(self, place: int | slice) -> Token | Tokens:
        """Return the token at a place, or the tokens of a slice."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Tokens(self, start, end)
        return self.tokens[place]

    def char_span(self, start: int, end: int) -> Tokens | None:
        """Return the tokens of these characters, None where one of the ends is inside a token."""
        first, last = self._starts.get(start), self._ends.get(end)
        return None if first is None or last is None or last <= first else Tokens(self, first, last)
