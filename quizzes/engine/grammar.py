"""The closed word lists of English grammar, and what can be told of a token by them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .language import Token


def listed(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PROPER = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
DASHES = frozenset({"—", "–", "--", "―"})

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves"})
PRONOUNS = listed(
    "he him his himself she her hers herself it its itself they them their theirs themselves this these those that "
    "one ones"
)
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})

# Links to the sentence before: dropped, since the statement stands alone.
DISCOURSE = listed(
    "however additionally also moreover furthermore thus therefore hence consequently meanwhile instead finally "
    "indeed similarly likewise too besides nevertheless nonetheless accordingly conversely lastly firstly secondly "
    "thirdly coincidentally otherwise specifically first second third then so still later subsequently afterwards "
    "eventually initially even thereafter thereby further strikingly importantly crucially significantly tellingly"
)
# Those that join the clause to another wherever they stand.
CONNECTORS = listed(
    "however additionally also moreover furthermore thus therefore hence consequently instead indeed similarly "
    "likewise too besides nevertheless nonetheless accordingly conversely eventually subsequently finally afterwards "
    "thereafter then later even thereby"
)
# Time that only the day of printing gives a meaning to.
VAGUE_TIME = listed(
    "currently now today yesterday tomorrow tonight recently soon nowadays presently lately ago monday tuesday "
    "wednesday thursday friday saturday sunday shortly already"
)
# Words that compare with something outside the clause.
RELATIONAL = listed(
    "similar another such same latter former aforementioned respective respectively else above below previous "
    "following different corresponding said others remaining"
)
OPINION = listed(
    "clearly obviously undoubtedly unfortunately fortunately surprisingly interestingly arguably sadly luckily "
    "hopefully frankly admittedly remarkably ironically notably unsurprisingly seem appear seemingly apparently "
    "perhaps maybe certainly surely presumably curiously wonderful terrible awful curious"
)
# Of what does one of these to something, that something is the effect.
CAUSAL = listed(
    "cause trigger prompt produce prevent allow enable permit force encourage spark provoke stimulate increase reduce "
    "improve weaken strengthen threaten influence affect accelerate delay inspire shape undermine boost create"
)
# What the whole clause before "which" and such a verb, or before its "-ing", brings about.
FOLLOWING = listed("allow enable cause force lead result prompt leave help prevent trigger spark bring ensure reduce")
# What one is or comes to be is nobody's aim, and no more is what befalls one or what one fails to do.
STATES = listed(
    "be have become seem appear remain cause do fail lack lose die suffer sleep stand rank exist belong lie know retain"
    " contain consist depend happen occur fall"
)
# What these tell goes on for years: no one year is when it was.
LASTING = listed("be have live remain know stay stand own consist contain exist need want like love believe belong use")
HEDGES = listed(
    "may might could can possibly probably likely largely mostly mainly generally usually often sometimes "
    "typically roughly about around approximately nearly almost estimated reportedly allegedly according suggest "
    "believe believed thought said considered expected primarily chiefly traditionally conventionally seem appear"
)

PEOPLE_NOUNS = listed(
    "parent mother father brother sister son daughter husband wife uncle aunt cousin friend guard boy girl nun pilot "
    "person people man woman child children physician doctor nurse patient scientist researcher author writer poet "
    "historian engineer worker soldier troop player actor musician teacher student farmer settler colonist "
    "inhabitant resident citizen consumer customer subscriber voter minister president official leader king queen "
    "emperor general officer sailor explorer biologist astronomer physicist chemist philosopher critic observer "
    "owner employee member founder coach quarterback captain prisoner refugee protester merchant trader priest "
    "monk bishop visitor tourist expert lawyer judge artist painter composer architect economist mathematician "
    "adult infant american european director manager entrepreneur being producer singer songwriter dancer comedian "
    "novelist playwright journalist reporter editor publisher filmmaker designer photographer sculptor conductor "
    "guitarist drummer pianist vocalist rapper athlete footballer cricketer striker goalkeeper midfielder defender "
    "linebacker receiver cornerback boxer runner swimmer cyclist champion winner loser coach referee umpire senator "
    "congressman governor mayor councillor deputy ambassador diplomat secretary chairman chairwoman chief executive "
    "banker investor shareholder trader broker accountant clerk consultant lobbyist activist campaigner reformer "
    "missionary preacher pope cardinal archbishop theologian saint prophet disciple follower believer pilgrim knight "
    "noble nobleman duke earl count baron prince princess empress heir ruler chieftain warlord rebel revolutionary "
    "guerrilla soldier commander admiral lieutenant colonel sergeant marshal veteran spy agent detective inspector "
    "policeman policewoman firefighter paramedic surgeon dentist pharmacist therapist carer midwife veterinarian "
    "botanist geographer archaeologist anthropologist linguist philologist scholar professor lecturer tutor pupil "
    "graduate student apprentice craftsman carpenter blacksmith miner fisherman hunter herder shepherd peasant serf "
    "slave servant cook chef baker butcher waiter driver astronaut cosmonaut mountaineer climber navigator "
    "neighbour neighbor relative ancestor descendant orphan widow widower bride groom niece nephew grandson "
    "granddaughter grandfather grandmother stepson stepdaughter sibling twin baby toddler teenager youth elder "
    "survivor victim witness suspect defendant plaintiff criminal thief murderer assassin hostage immigrant migrant "
    "emigrant settler pioneer inventor discoverer programmer developer technician mechanic operator supervisor "
    "tycoon magnate billionaire millionaire philanthropist celebrity superstar clergyman monarch "
    "newcomer passenger commuter tenant landlord homeowner taxpayer donor volunteer spokesman spokeswoman spokesperson"
)
GROUP_NOUNS = listed(
    "government company team army force forces committee commission council court parliament party agency ministry "
    "university institute bank union league club group organization organisation association corporation board "
    "senate legislature navy department federation alliance regiment tribe dynasty administration authority"
)


def is_verb(token: Token) -> bool:
    """Say whether the token is a verb in a verbal form (an auxiliary counts)."""
    return token.tag_ in VERBAL or token.tag_ == "MD"


def is_person(noun: Token) -> bool:
    """Say whether a common noun means a human being: "physician", "geophysicist"."""
    word = noun.lemma_.lower()
    if noun.ent_type_ in {"PERSON", "NORP"} or word in PEOPLE_NOUNS:
        return True
    return len(word) > 6 and word.endswith(("ologist", "icist", "ician", "anist", "alist", "onist", "emist", "omist"))


def is_speaker_or_reader(token: Token) -> bool:
    """Say whether the token means who writes or who reads: "we", "you", but not "the US" and no "World War I"."""
    if token.text == "US":
        return False
    if token.text == "I" and token.tag_ != "PRP" and token.i > 0 and token.doc[token.i - 1].text[:1].isupper():
        return False
    return token.text.lower() in FIRST_PERSON | SECOND_PERSON


def is_proper(token: Token) -> bool:
    """Say whether the token is part of a name."""
    return token.tag_ in PROPER and token.text[:1].isupper()


def children(token: Token, *deps: str) -> list[Token]:
    """Return the token's children that have one of `deps`."""
    return [child for child in token.children if child.dep_ in deps]


def has_child(token: Token, *deps: str) -> bool:
    """Say whether any child has one of `deps`."""
    return any(child.dep_ in deps for child in token.children)


def lowered(tokens: Iterable[Token]) -> set[str]:
    """Return the words and lemmas of `tokens` in lower case, the month of May apart: it is no "may"."""
    words = (token for token in tokens if token.text != "May" or token.tag_ not in PROPER)
    return {form.lower() for token in words for form in (token.text, token.lemma_)}


def is_plural(noun: Token) -> bool:
    """Say whether a noun phrase with this head takes a plural verb."""
    if has_child(noun, "cc") and has_child(noun, "conj"):
        return True
    return noun.tag_ in {"NNS", "NNPS"} or noun.text.lower() in {"they", "these", "those", "people"}
