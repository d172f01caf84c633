"""Pronouns: bound inside their sentence, carried over from the sentence before where that is clear, else unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gazetteer
from .discourse import SUBJECTS, Scene, gender_of, is_plural, noun_phrase, subject_of
from .entities import Entity
from .facts.base import AnswerType
from .lists import word_set
from .meant import person
from .phrases import called, continued, of_same_noun, phrase
from .referring import NOTHING, UNKNOWN, Context, Meaning

if TYPE_CHECKING:
    from .language import Token

KINDS = {
    **dict.fromkeys(("he", "him", "his"), "male"),
    **dict.fromkeys(("she", "her", "hers"), "female"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "several"),
}
ACTORS = frozenset({AnswerType.ORGANISATION, AnswerType.COUNTRY})
DELIBERATE = word_set(
    "announce say state declare decide refuse agree sign join launch appoint elect buy sell acquire employ hire invade "
    "deploy send ban block vote reject accept demand offer promise plan express warn accuse pay adopt approve oppose "
    "withdraw own operate charge investigate negotiate condemn recognize apologize hope want try claim deny argue"
)
SPEAKING = word_set("i me my mine we us our ours you your yours myself ourselves yourself")
POINTING = word_set("this that these those")
BEARING = word_set("acl relcl prep")
COMPETING = word_set("nsubj nsubjpass dobj pobj attr dative appos conj")
OPEN_ADJECTIVES = word_set("acl ccomp csubj advcl xcomp relcl")
TURNING = word_set("become get grow remain prove")
ACTS = word_set(
    "idea move decision mistake step shame pleasure privilege honour honor surprise shock day way pity start"
)
EXPLETIVE_VERBS = word_set("seem appear happen turn rain snow take follow emerge transpire")


def resolve_pronoun(token: Token, context: Context) -> Meaning | None:
    """Return what a pronoun means; None when the token is no pronoun that refers."""
    word = token.lower_
    if word in SPEAKING and token.pos_ in ("PRON", "DET"):
        return NOTHING if context.in_quotes(token) else Meaning(UNKNOWN)
    if word in POINTING and token.pos_ == "PRON" and token.tag_ == "DT" and token.dep_ not in ("mark", "det"):
        return None if any(c.dep_ in BEARING for c in token.rights) else Meaning(UNKNOWN)
    if word in ("latter", "former") and token.nbor(-1).lower_ == "the" if token.i else False:
        return Meaning(UNKNOWN) if token.dep_ != "amod" else None
    if word in ("there", "here") and token.dep_ == "advmod" and token.pos_ == "ADV":
        return Meaning(UNKNOWN)
    if (
        word == "such"
        and token.dep_ in ("amod", "predet")
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ != "as"
    ):
        return None if of_same_noun(token.head, context) else Meaning(UNKNOWN)
    if word not in KINDS or token.pos_ not in ("PRON", "DET"):
        return None
    if word == "it" and is_expletive(token):
        return NOTHING
    if word == "it" and _is_said_of_an_act(token):
        return Meaning(UNKNOWN)
    return _bound(token, context) or _carried(token, context)


def is_expletive(it: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is likely that", "it took two days to", "it was X who"."""
    verb = it.head
    if it.dep_ == "expl":
        return True
    if it.dep_ == "dobj" and verb.lemma_ in ("make", "find", "consider", "think") and _has_open_clause(verb):
        return True
    if it.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ == "be":
        predicates = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep") and c.i > verb.i]
        clause = _has_open_clause(verb) or any(_has_open_clause(p) for p in predicates if p.dep_ == "acomp")
        cleft = any(
            p.dep_ == "attr" and any(c.dep_ == "relcl" for c in p.children) and p.pos_ == "PROPN" for p in predicates
        )
        until = any(t.lower_ == "until" for t in it.doc[verb.i + 1 : verb.i + 3])
        return clause or cleft or until or any(p.lemma_ in ("time", "thank") for p in predicates)
    reported = it.dep_ == "nsubjpass" and _has_open_clause(verb)
    changing = verb.lemma_ in TURNING and any(_has_open_clause(c) for c in (verb, *verb.children) if c.dep_ != "ccomp")
    return reported or changing or (verb.lemma_ in EXPLETIVE_VERBS and _has_open_clause(verb))


def _is_said_of_an_act(it: Token) -> bool:
    """Tell whether what was done is meant, and nothing that a name stands for: "she thought it was a great idea"."""
    said = [child.lemma_ for child in it.head.children if child.dep_ == "attr"] if it.head.lemma_ == "be" else []
    return it.dep_ in SUBJECTS and bool(set(said) & ACTS)


def _has_open_clause(head: Token) -> bool:
    def opens(clause: Token) -> bool:
        return any(
            c.lower_ in ("that", "to", "for", "whether", "when", "if", "how", "why")
            and c.dep_ in ("mark", "aux", "advmod")
            for c in clause.children
        )

    return any(c.dep_ in OPEN_ADJECTIVES and c.i > head.i and opens(c) for c in head.children)


def agrees(pronoun: str, token: Token, entity: Entity | None) -> bool:
    """Tell whether a pronoun of this kind may stand for the noun."""
    plural, gender = is_plural(token, entity), gender_of(token, entity)
    if pronoun == "several":
        return plural or (entity is not None and entity.type is AnswerType.OTHER)
    if plural:
        return False
    return (
        gender in ("thing", "") and (gender == "thing" or entity is not None)
        if pronoun == "thing"
        else gender in (pronoun, "")
    )


def _bound(token: Token, context: Context) -> Meaning | None:
    """Return the antecedent in the same sentence: the subject of a clause around it, or who was named before."""
    kind = KINDS[token.lower_]
    own_np = noun_phrase(token)
    verb = own_np.head if own_np.dep_ in SUBJECTS else token
    above = _verbs_above(verb, token)
    own_subject = subject_of(above[0]) if above and _is_object(token, own_np) else None
    for ancestor in above[1:] if own_subject is not None else above:
        subject = subject_of(ancestor)
        if subject is None or subject in own_np.subtree or token in subject.subtree:
            continue
        entity = context.scene.by_token.get(subject.i)
        if _same_pronoun(subject, kind) or (_is_noun(subject) and agrees(kind, subject, entity)):
            if subject.i > token.i and not (entity and _in_opening_clause(token, ancestor)):
                continue
            return _binding(token, subject, entity, context)
    return _bound_by_earlier_clause(token, own_subject, own_np, context)


def _binding(token: Token, subject: Token, entity: Entity | None, context: Context) -> Meaning:
    """Bind the pronoun to the subject; a rival between them leaves open which of the two is meant."""
    kind = KINDS[token.lower_]
    between = [n for n in context.scene.named if subject.i < n.token.i < token.i and n.entity is not entity]
    rivals = [n for n in between if agrees(kind, n.token, n.entity) and n.token.dep_ in COMPETING]
    meant = None if rivals else (context.scene.by_token.get(subject.i) or entity or _said(subject, context))
    return Meaning(meant, antecedent=subject)


def _said(subject: Token, context: Context) -> Entity | None:
    """Return the common phrase that another clause of this sentence has for its subject."""
    return phrase(subject, context.scene, context) if subject.tag_ == "NNS" else None


def _is_object(token: Token, own_np: Token) -> bool:
    """Tell whether the pronoun cannot mean its own clause's subject: "the Rhine flows into it"."""
    return token.tag_ != "PRP$" and own_np.dep_ not in SUBJECTS and own_np.i == token.i


def _bound_by_earlier_clause(
    token: Token, own_subject: Token | None, own_np: Token, context: Context
) -> Meaning | None:
    """Bind to a subject before ("When the tortoise arrives, he ..."), or to a name that nothing rivals."""
    kind = KINDS[token.lower_]
    inside = {t.i for t in own_np.subtree} | ({own_subject.i} if own_subject is not None else set())
    nouns = [t for t in context.scene.sentence.tokens if t.i < token.i and t.i not in inside and _is_noun(t)]
    fitting = [t for t in nouns if agrees(kind, t, context.scene.by_token.get(t.i)) and t.dep_ in COMPETING]
    subjects = [t for t in fitting if t.dep_ in SUBJECTS]
    is_opening_subject = own_np.dep_ in SUBJECTS and own_np.head.dep_ == "ROOT"
    if is_opening_subject and kind == "thing":
        fitting = [t for t in fitting if t in subjects]
    if not fitting:
        return None
    meant = {id(context.scene.by_token.get(t.i) or t) for t in fitting}
    if len(meant) == 1 or len(subjects) == 1:
        chosen = subjects[0] if subjects else fitting[0]
        sure = len(meant) == 1 and (kind in ("male", "female") or chosen in subjects)
        return Meaning(context.scene.by_token.get(chosen.i) if sure else None, antecedent=chosen)
    return Meaning(None, antecedent=fitting[-1])


def _carried(token: Token, context: Context) -> Meaning:
    """Return what the pronoun takes over from the sentences before."""
    if context.in_quotes(token):
        return Meaning(UNKNOWN)
    kind = KINDS[token.lower_]
    entity = person(token, kind, context) if kind in ("male", "female") else _subject_continued(token, kind, context)
    return Meaning(entity or UNKNOWN)


def _subject_continued(token: Token, kind: str, context: Context) -> Entity | None:
    """Return the subject of the sentence before, which "it" or "its" as main subject goes on with."""
    own_np = noun_phrase(token)
    main = context.scene.sentence.tokens.root
    previous = context.last(token)
    if _names_rival(main, previous):
        return None
    if previous is None or subject_of(main) is None or own_np.i != subject_of(main).i:  # type: ignore[union-attr]
        return None
    subject = previous.subject()
    if subject is None:
        return None
    entity = previous.by_token.get(subject.i)
    if entity is None:
        return called(kind, previous) or continued(kind, context)
    if not agrees(kind, subject, entity) or entity.type in (AnswerType.PERSON, AnswerType.OTHER):
        return None
    if any(c.dep_ == "conj" for c in subject.children) and kind != "several":
        return None
    return None if _rivalled(previous, subject, entity, kind, context) else entity


def _names_rival(main: Token, previous: Scene | None) -> bool:
    """Tell whether the sentence says of "it" what the one before called something else: "It is the newest gallery"."""
    said = {c.lemma_ for c in main.children if c.dep_ == "attr"} if main.lemma_ == "be" else set()
    said |= {
        inner.lemma_ for c in main.children if c.dep_ == "attr" for inner in c.children if inner.dep_ == "compound"
    }
    before = previous.sentence.tokens if previous and said else ()
    return any(t.pos_ == "NOUN" and t.lemma_ in said and t.dep_ in ("dobj", "pobj") for t in before)


def _rivalled(scene: Scene, subject: Token, entity: Entity, kind: str, context: Context) -> bool:
    """Tell whether something else of the previous sentence may be meant: another subject, an object, a name."""
    is_topic = entity == context.entities.topic
    verb = context.scene.sentence.tokens.root
    subject_acts = entity.type in ACTORS and verb.lemma_ in DELIBERATE
    is_copular = subject.head.lemma_ == "be" and subject.head.dep_ == "ROOT"
    for token in scene.sentence.tokens:
        other = scene.by_token.get(token.i)
        if token.lower_ in KINDS and KINDS[token.lower_] == kind and other != entity and not is_copular:
            return True
        if token.i == subject.i or other == entity or not _is_noun(token):
            continue
        if not agrees(kind, token, other) or (token.dep_ == "attr" and token.head == subject.head):
            continue
        if token.dep_ in SUBJECTS and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return True
        acts = subject_acts and other is None and gazetteer.noun_types().get(token.lemma_.lower()) not in ACTORS
        if is_topic or is_copular or acts:
            continue
        indefinite = any(c.lower_ in ("a", "an", "one", "another") for c in token.lefts)
        if token.dep_ == "dobj" and (indefinite or other is not None):
            return True
        if (
            token.dep_ == "pobj"
            and other is not None
            and token.head.lower_ in ("by", "with", "for", "to", "against", "like")
        ):
            return True
    return False


def _verbs_above(start: Token, token: Token) -> list[Token]:
    found = [t for t in (start, *start.ancestors) if t.pos_ in ("VERB", "AUX")]
    return [verb for verb in found if verb.i != token.i]


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "NUM" and token.dep_ in SUBJECTS)


def _same_pronoun(subject: Token, kind: str) -> bool:
    return KINDS.get(subject.lower_) == kind


def _in_opening_clause(token: Token, main: Token) -> bool:
    """Tell whether the pronoun may come before the name ("As he faced protests, Lukashenko left")."""
    return any(
        a.dep_ in ("advcl", "prep", "acomp", "amod", "nsubj") and a.head.i == main.i
        for a in (token, *token.ancestors)
        if a.i != main.i
    )
