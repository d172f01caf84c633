"""A finished question read again: it must be one clean clause, whatever it was put together from.

The reasons are about the parse of one text; `fault` is given that parse by the bank, which reads again only what it
is about to show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..questions.answers import sentence
from ..questions.base import Question
from .base import filled, stated

if TYPE_CHECKING:
    from ..language import Doc, Token

NAME = "one_clean_clause"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset(
    str.split("do does did is are was were be been has have had can could may might must shall should will would")
)
_SINGULAR = frozenset({"is", "was", "has", "does"})
_PLURAL = frozenset({"are", "were", "have", "do"})
_OBJECTS = frozenset({"pobj", "pcomp", "prep", "amod", "advmod"})
_WH = frozenset(str.split("who whom whose which what when where why how"))
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Nouns of either number, and those that many writers use with a plural verb.
_EITHER = frozenset(
    str.split(
        "number majority minority half rest percent % part series species people police staff team government family "
        "group pair couple lot variety range none all some most any more each who which that what data media average "
        "headquarters politics economics mathematics physics means news works barracks crossroads"
    )
)


def read_again(question: Question) -> tuple[str, ...]:
    """Return the texts to be parsed: a cloze with its gap filled, happenings as sentences, a statement to be proven."""
    if question.kind == "matching":
        return ()
    if question.kind == "ordering":
        return tuple(map(sentence, question.choices))
    if question.joins and question.kind in ("single_choice", "multiple_choice"):
        return (*map(sentence, question.choices), question.stem)
    return (stated(question) if question.kind != "cloze" else _filled(question),)


def _filled(question: Question) -> str:
    told = filled(stated(question), question)
    return told[:1].upper() + told[1:]


def fault(text: str, doc: Doc) -> str | None:
    """Return why a text is not one clean clause, None when it is."""
    checks: tuple[Callable[[Doc, Token], str | None], ...] = (
        _unattached,
        _subjectless,
        _disagreeing,
        _unequal,
        _cut_short,
        _dangling,
    )
    if text.endswith("?"):
        checks = (*checks, _asked_badly)
    roots = [token for token in doc if token.dep_ == "ROOT" and not (token.is_punct or token.is_space)]
    if len(roots) != 1:
        return "it is not one sentence"
    return next((reason for check in checks if (reason := check(doc, roots[0]))), None)


def _asks(doc: Doc) -> bool:
    return any(token.text.lower() in _WH for token in doc)


def _unattached(_doc: Doc, root: Token) -> str | None:
    """No word behind the verb belongs to nothing, and no noun continues a clause as if it were a verb."""
    # The parser is often unsure where a fronted "To which country" belongs; behind the verb it seldom is.
    loose = next((token for token in root.children if token.dep_ == "dep" and token.i > root.i), None)
    if loose is not None and not loose.is_punct and root.text.lower() not in _AUXILIARIES:
        return f"{loose.text!r} belongs to nothing"
    listed = next((token for token in root.children if token.dep_ == "conj" and token.tag_ in _NOUNS), None)
    return f"{listed.text!r} continues a clause" if listed is not None and root.tag_[:2] == "VB" else None


def _finite(root: Token) -> Token | None:
    """Return the verb that agrees with the subject."""
    helping = [token for token in root.children if token.dep_ in ("aux", "auxpass") and token.tag_ in _FINITE]
    return root if root.tag_ in _FINITE else helping[0] if helping else None


def _subjects(root: Token) -> list[Token]:
    return [token for token in root.children if token.dep_ in _SUBJECTS]


def _subjectless(doc: Doc, root: Token) -> str | None:
    """There is a finite verb, and something that it is said of."""
    if not any(token.tag_ in _FINITE or token.text.endswith("ed") for token in doc):
        return "it has no finite verb"
    if root.tag_[:1] != "V" or _asks(doc):
        return None
    named = _subjects(root) or [token for token in root.children if token.dep_ in ("attr", "dobj")]
    return None if named else "its verb has no subject"


def _disagreeing(_doc: Doc, root: Token) -> str | None:
    """Subject and verb agree in number, where the verb shows it."""
    verb, subjects = _finite(root), _subjects(root)
    if _have_no_and(subjects):
        return f"{subjects[0].text!r} and {subjects[1].text!r} are joined by nothing"
    if verb is None or len(subjects) != 1 or not (verb.tag_ == "VBZ" or verb.text.lower() in _SINGULAR | _PLURAL):
        return None
    subject = subjects[0]
    if _is_kind_and_name(subject) and verb.text.lower() in _PLURAL - {"do"}:
        return f"{subject.text!r} and {verb.text!r} disagree"
    if not _has_number(subject) or _is_asked_for(subject, verb):
        return None
    if any(child.dep_ in ("conj", "cc") for child in subject.children):
        return None
    single = verb.tag_ == "VBZ" or verb.text.lower() in _SINGULAR
    return f"{subject.text!r} and {verb.text!r} disagree" if single == (subject.tag_ == "NNS") else None


def _unequal(_doc: Doc, root: Token) -> str | None:
    """One thing is not "the lakes"."""
    if root.text.lower() not in ("is", "was") or len(_subjects(root)) != 1:
        return None
    subject = _subjects(root)[0]
    if subject.tag_ not in ("NN", "NNP") or any(child.dep_ in ("conj", "cc") for child in subject.children):
        return None
    many = next((child for child in root.children if child.dep_ == "attr" and child.tag_ == "NNS"), None)
    if many is None or many.text in _EITHER or not any(child.text.lower() == "the" for child in many.children):
        return None
    return f"{subject.text!r} is one and {many.text!r} are several"


def _have_no_and(subjects: list[Token]) -> bool:
    """Say whether two plain nouns stand before one verb: "apples, pears are grown"."""
    if len(subjects) != 2 or any(not subject.text.islower() and subject.i > 0 for subject in subjects):
        return False
    first, second = subjects
    nouns = first.tag_ == second.tag_ == "NNS"
    return nouns and second.left_edge.i == first.right_edge.i + 2 and first.doc[first.right_edge.i + 1].text == ","


def _is_kind_and_name(subject: Token) -> bool:
    """Say whether a noun for one thing stands before a name: "the genus Rana", but not "the brothers Grimm"."""
    kinds = [child for child in subject.children if child.tag_ == "NN" and child.dep_ in ("compound", "nmod")]
    joined = any(child.dep_ in ("conj", "cc") for child in subject.children)
    known = any(kind.text.islower() and kind.text not in _EITHER for kind in kinds)
    return subject.tag_ == "NNP" and known and not joined and any(c.text.lower() == "the" for c in subject.children)


def _cut_short(doc: Doc, _root: Token) -> str | None:
    """A list has its "and", and joins no thing with an action."""
    for token in doc:
        joined = [child for child in token.children if child.dep_ == "conj"]
        if token.tag_ == "JJS" and any(child.tag_ == "NNP" for child in joined):
            return f"{token.text!r} is joined with a name"
        if not joined or token.tag_ not in _NOUNS:
            continue
        if token.dep_ in _SUBJECTS and any(child.tag_ in ("VBD", "VBN") for child in joined):
            return f"{joined[0].text!r} is no thing beside {token.text!r}"
        chain = (token, *token.conjuncts)
        plain = all(each.tag_ in ("NN", "NNS") and each.text.islower() for each in chain)
        if (
            plain
            and not any(child.dep_ == "cc" for each in chain for child in each.children)
            and not _closed(doc, chain)
        ):
            return f"the list of {token.text!r} is cut off"
    return None


def _closed(doc: Doc, chain: tuple[Token, ...]) -> bool:
    """Say whether a comma follows what looks like a list's last member: it may explain the one before."""
    after = max(each.right_edge.i for each in chain) + 1
    return after >= len(doc) or doc[after].text in (",", ".", "?", ";")


def _has_number(subject: Token) -> bool:
    return subject.tag_ in ("NN", "NNS") and subject.text.islower() and subject.text not in _EITHER


def _is_asked_for(subject: Token, verb: Token) -> bool:
    """Before "do" stands what is asked for; its subject follows it."""
    before = verb.text.lower() in ("do", "does") and subject.i < verb.i
    return before and any(child.text.lower() in _WH for child in subject.children)


def _dangling(doc: Doc, root: Token) -> str | None:
    """A preposition has its object, unless the question word is it."""
    asked = any(subject.text.lower() in _WH for subject in _subjects(root))
    for token in doc:
        if token.dep_ != "prep" or token.tag_ == "VBG" or any(child.dep_ in _OBJECTS for child in token.children):
            continue
        after = doc[token.i + 1 :]
        last = after.text.strip(" .?") == ""
        if after[:1].text in ("as", "in", "by"):
            continue
        passive = any(subject.dep_ == "nsubjpass" for subject in _subjects(token.head))
        if (last and asked) or (not _asks(doc) and not (last and passive)):
            return f"{token.text!r} has no object"
    return None


def _asked_badly(doc: Doc, root: Token) -> str | None:
    """The question word is there, and the subject stands behind its auxiliary unless it is what is asked for."""
    wh = next((token for token in doc if token.text.lower() in _WH), None)
    if wh is None:
        return "it has no question word"
    if wh.i > 1 and doc[0].tag_ in ("VBN", "VBG") and doc[0].dep_ in ("advcl", "acl", "csubj", "ROOT"):
        return f"{doc[0].text!r} hangs on nothing"
    if _asks_with_do(doc, wh, root):
        return "a second verb has its own time"
    for subject in _subjects(root):
        opening = next((child for child in subject.children if child.dep_ in ("det", "poss") and child.i > wh.i), None)
        if opening is None or wh in list(subject.subtree):
            continue
        if not any(token.text.lower() in _AUXILIARIES for token in doc[wh.i + 1 : subject.i]):
            return "the verb does not come before its subject"
    return None


def _asks_with_do(doc: Doc, wh: Token, root: Token) -> bool:
    """Say whether "did" asks of one verb and another is joined to it that has its time: "did X end and Y was freed"."""
    asked = [child for child in root.children if child.dep_ == "aux" and child.text.lower() in ("did", "does", "do")]
    if not asked or asked[0].i < wh.i:
        return False
    joined = [token for token in doc if token.dep_ == "conj" and token.head is root and token.tag_[:2] == "VB"]
    return any(
        token.tag_ in ("VBD", "VBZ") or any(child.tag_ in ("VBD", "VBZ", "VBP") for child in token.children)
        for token in joined
    )
