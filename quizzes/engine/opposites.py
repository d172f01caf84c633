"""A statement turned round in the one word that has an opposite, where the result is what someone might believe."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from .measured import is_measure

_FIXED = re.compile(r"\b(?:at first|at last|first of all|by far|so far)\b")
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_QUOTED = re.compile(r'"[^"]*"')
_JOINING = frozenset({"and", "or", "both", "either", "neither", "nor", "but", "most", "more", "very", "least"})
_BE = r"(?:is|are|was|were|be|became|become|becomes|remained|remains|remain)"
_WHOSE = r"(?:the|its|their|[A-Z][\w.]+'s|[A-Z][\w.]+)"
# Turned elsewhere than as what a thing is said to be, these give nonsense: "the largest halls are called palaces".
_PREDICATE = re.compile(
    r"\w+est|best|worst|legal|illegal|common|rare|safe|dangerous|ally|enemy|allies|enemies|northernmost|southernmost"
    r"|easternmost|westernmost|able to|unable to"
    r"|successful|unsuccessful|modern|ancient|major|minor|poor|rich|simple|complex|public|private|temporary|permanent"
    r"|strong|weak|narrow|wide|broad|natural|artificial|external|internal|cheap|expensive|dry|wet|peaceful|violent"
)
# Of the conditions under which it happens another may be true as well, or none that a reader would believe.
_CONDITION = re.compile(
    r"\b(?:where|when|whenever|because|since|if|unless|although|though|while|whether|how|as long as|so that"
    r"|as a result of|due to|thanks to|owing to|despite|in spite of)\b",
    re.I,
)
# How many of several things are so: whoever has not read of them can but guess.
_QUANTITIES = {"Most": "Few", "Many": "Few", "Few": "Most"}
_QUANTITY = re.compile(
    r"(Most|Many|Few) (?!of the [^,]*?\b(?:is|was|has)\b)(?:of (?:the|its|his|her|their) )?"
    r"(?!(?:other|more|of|an?|\w+ly|recent|famous|important)\b)"
    r"(?=[a-z])(?!.*(?:, as (?:do|does|are|is)|\bbut|\bthough|\bso|\bbecause|\bespecially|\bpopular)\b)"
)
# What came of it fits one outcome only: "failed to win readers and grew".
_OUTCOME = frozenset(
    str.split(
        "able_to unable_to managed_to failed_to agreed_to refused_to grew shrank rose fell increased decreased"
        " acquitted_of convicted_of pleaded_guilty pleaded_not_guilty voted_for voted_against ruled_against"
        " ruled_in_favour_of ruled_in_favor_of succeeded_in failed_in improved worsened doubled halved"
    )
)
_COME_OF_IT = re.compile(
    r"\b(?:and|but|thus|thereby|so|leading|making|causing|prompting|allowing|enabling|resulting"
    r"|which (?:prompted|led|made|caused|allowed|enabled|meant|forced))\b"
)
# What is said of some above all may be so of others as well; two that are "as fast as" each other are as slow.
_SINGLED_OUT = re.compile(
    r"\b(?:particularly|especially|notably|including|such as|mostly|mainly|chiefly|primarily|largely|for example)\b"
    r"[^.;]*$|\bas $",
    re.I,
)
_RANKED = r"\b{be} (?:\w+ly )?(?:one of |among )?(?:{whose} )?(?:\w+-)?{word}\b"
_CONTEST = re.compile(
    r"\b(?:elections?|match|games?|wars?|battles?|title|championships?|seats?|cup|race|finals?|votes?|lawsuit|appeal"
    r"|cases?|bid|contest)\b"
)
# Of what is denied the opposite may be just as untrue.
_DENIED = re.compile(r"\b(?:never|not|no|nor|without|neither|hardly|cannot)\b[^,;]*$", re.I)
_MEASURE = r"\b(?:miles?|metres|meters|kilometres|feet|foot|inches|yards|km|m) $"
# What must not stand beside a word for it to be turned.
_BEFORE: dict[str, str] = {
    "joined": rf"\b{_BE} $", "left": rf"\b{_BE} $", "entered": rf"\b{_BE} $", "rejoined": rf"\b{_BE} $",
    **dict.fromkeys(("increase", "decrease"), r"\b(?:with|of|for|by|from) (?:an?|the|any) $"),
    # A "middle eastern" thing has one name.
    **dict.fromkeys(("northern", "southern", "eastern", "western"), r"\b(?:middle|near|far|mid|central) $"),
    "often": r"\b(?:may|can|might|could|how) (?:be )?$", "frequently": r"\b(?:may|can|might|could) (?:be )?$",
    "rarely": r"\b(?:may|can|might|could) (?:be )?$",
    **dict.fromkeys(("wide", "deep", "high", "thick"), _MEASURE),
    "advantage": r"\b(?:take|takes|took|taking|taken|full|unfair) $",
    "cheap": r"\bon the $", **dict.fromkeys(("urban", "rural"), r"\bbuilt-up $"),
    # Of a heart there is a failure, but no success.
    **dict.fromkeys(("failure", "success"), r"(?<!\ba )(?<!\bthe )(?<!'s )(?<!\bin )$"),
    "more than": r"\b(?:the|these|those|its|their) $",
    **dict.fromkeys(("rise in", "decline in", "drop in", "reduction in"), r"(?<!\ba )(?<!\ban )(?<!\bthe )$"),
    # What is sold is bought as well.
    **dict.fromkeys(("bought", "sold"), rf"\b{_BE} (?:\w+ly )?$"),
    **dict.fromkeys(("praised", "criticised"), r"\b(?:[Ss]upporters|[Ff]ans|[Cc]ritics|[Oo]pponents|[Cc]ampaigners)\b"),
    **dict.fromkeys(
        str.split("improved doubled halved weakened strengthened expanded contracted"),
        r"\b(?:an?|the|its|their|his|her|with|of|for|new) $",
    ),
    # There is no road of ice in summer.
    **dict.fromkeys(("summer", "winter"), r"\b(?:ice|snow|ski\w*|frozen|frost|icy|heat|harvest)\b"),
    **dict.fromkeys(("spring", "autumn"), r"(?<!\b[io]n )(?<!\bthe )(?<!\bof )(?<!\bearly )(?<!\blate )$"),
    **dict.fromkeys(("allowed to", "forbidden to"), r"(?<!\b(?:is|be) )(?<!\b(?:are|was) )(?<!\bwere )$"),
}  # fmt: skip
_AFTER: dict[str, str] = {
    **dict.fromkeys(("grew", "shrank"), r"^ (?:up|from|out|in|into|to|old|as|a|an|the)\b"),
    "complex": r"^ (?:of|that)\b", **dict.fromkeys(("bought", "sold"), r"^ (?:him|her|them|it|himself|herself)\b"),
    **dict.fromkeys(("expanded", "contracted"), r"^ (?:the|its|his|her|their|an?)\b"),
    **dict.fromkeys(("upwards", "downwards"), r"^ of\b"), **dict.fromkeys(("failure", "success"), r"^ to\b"),
    **dict.fromkeys(
        str.split("rises falls increased decreased increases decreases"), r"^ (?:\w+ ){0,3}from\b.*\bto\b"
    ),
    "rose": r"^ (?:\w+ ){0,3}from\b.*\bto\b|^ (?:to (?:power|prominence|fame|the)|up|against)",
    "fell": r"^ (?:\w+ ){0,3}from\b.*\bto\b|^ (?:in|asleep|ill|to|into|under|on)\b",
    "left": r"^ (?!the [a-z]+|[A-Z])", "joined": r"^ (?!the [a-z]+|[A-Z])", "high": r"^ (?:school|court|street)",
    "public": r"^ (?:health|square|holiday|opinion)", "private": r"^ (?:life|soldier)", "major": r"^ [A-Z]",
    "natural": r"^ (?:history|numbers?|resources?|disasters?|gas|sciences?|selection|language)",
    "common": r"^ (?:law|sense|market)",
    **dict.fromkeys(("succeeded in", "failed in"), r"^ (?!\w+ing\b)"), "minimum": r"^ wage",
    "doubled": r"^ (?:as|up)\b", "developing countries": r".*\b(?:poor|poverty)\b",
    # "Commonly known as" tells a name, and "typically two to ten" a span.
    **dict.fromkeys(
        ("usually", "typically", "commonly", "always", "often", "frequently"),
        r"^ (?:known|called|referred|named|abbreviated|written|spelt|spelled|nicknamed|termed|said|considered)\b"
        r"|.*\bno\b|^ (?:only|just|enough|simply|merely)\b"
        r"|^(?: \w+){1,4} (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)",
    ),
    "spring": r"^ (?:water|onion|roll|tide)", "large": r"^ (?:intestine|numbers?|predator|carnivore|animal|mammal)",
    # Of a mountain it is known which of the two it is.
    **dict.fromkeys(("highest", "lowest"), r"^ (?:point|peak|mountain|summit|building|tower)\b"),
    "small": r"^ (?:intestine|talk|girl|boy|child|baby|woman|man|predator|carnivore|animal|mammal)",
    "more than": r"^ (?!\d|[$£€]|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a )",
    "fewer than": r"^ (?!\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)",
}  # fmt: skip


def turned(statement: str) -> tuple[str, str, str] | None:
    """Return a statement with its one turnable word turned, that word and its opposite; None where none is sure."""
    quantity = _QUANTITY.match(statement)
    if quantity:
        other = _QUANTITIES[quantity[1]]
        return other + statement[quantity.end(1) :], quantity[1], other
    clear = _QUOTED.sub(lambda match: " " * len(match[0]), statement)
    clear = _FIXED.sub(lambda match: "-" * len(match[0]), clear)
    # A sentence may open with a phrase; a word with a capital may be a name.
    opened = clear[:1].lower() + clear[1:]
    phrases = list(_phrases().finditer(opened))
    words = phrases or [match for match in _WORD.finditer(clear) if match[0] in opposites()]
    if len(words) != 1:
        return None
    word, start, end = words[0][0], words[0].start(), words[0].end()
    other = opposites()[word]
    if not _turns(word, clear[:start], clear[end:], clear):
        return None
    if word == "more than" and is_measure(clear[end:].lstrip()):
        other = "less than"
    before = statement[:start]
    article = re.search(r"\b([Aa])n? $", before)
    if article:
        before = before[: article.start()] + article[1] + ("n " if other[0] in "aeiou" else " ")
    shown = other if start else other[:1].upper() + other[1:]
    return before + shown + statement[end:], word, other


def _turns(word: str, before: str, after: str, statement: str) -> bool:
    """Say whether a word means here what its opposite turns round."""
    if _DENIED.search(before):
        return False
    near = [before.rstrip().rpartition(" ")[2].lower(), after.lstrip().partition(" ")[0].lower()]
    if _JOINING & set(near):
        return False
    if word in ("won", "lost", "wins", "loses", "winning", "losing") and not _CONTEST.search(statement):
        return False
    if _CONDITION.search(before) or _SINGLED_OUT.search(before):
        return False
    if word.replace(" ", "_") in _OUTCOME and _COME_OF_IT.search(after):
        return False
    if word in _BEFORE and re.search(_BEFORE[word], before):
        return False
    if word in _AFTER and re.search(_AFTER[word], after):
        return False
    if not _PREDICATE.fullmatch(word):
        return True
    ranked = _RANKED.format(be=_BE, whose=_WHOSE, word=word)
    return re.search(ranked, statement) is not None


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word for word in opposites() if ' ' in word)})\b")


@cache
def opposites() -> dict[str, str]:
    """Return words and phrases with what says the opposite in the same place."""
    rows = resources.files(__package__).joinpath("data", "opposites.csv").read_text(encoding="utf-8").splitlines()
    return {word: opposite for word, _, opposite in (row.partition("|") for row in rows[1:])}
