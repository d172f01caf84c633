"""One wording for what may be typed in many: spelling, numbers, Roman numerals, short forms of common words."""

from __future__ import annotations

import re
from functools import lru_cache

from ..figures import figures
from ..words import ARTICLES, fold

_KEPT = 8192
_OWNER = re.compile(r"(?<=[^\W\d_])['’ʼ`´]s?(?=[^\w'’ʼ`´]|$)")
_LETTER_APOSTROPHE = re.compile(r"\b([oOdDlL])['’ʼ`´] ?(?=\w)")
_DOTTED_NAME = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_]{2})")
_MEASURED = re.compile(r"(?<=\d)(?=(?:km|m|cm|mm|kg|g|t|lb|lbs|mi|ft|h|hrs|min|am|pm|bc|ad|bce|ce)\b)", re.I)
# "A-320" and "C-17" are often written without the hyphen.
_DESIGNATION = re.compile(r"(?<![\w-])([a-z])-(?=\d)", re.I)
_FOLD = re.compile(r"\b(two|three|four|five|six|ten|\d+) ?fold\b")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
# What is written in two ways all over the world, and short forms that everybody knows.
_WORDS = {
    "st": "saint", "sankt": "saint", "mt": "mount", "ft": "fort", "bce": "bc", "ce": "ad", "jr": "junior",
    "sr": "senior", "dr": "doctor", "prof": "professor", "ltd": "limited", "inc": "incorporated",
    "corp": "corporation", "grey": "gray", "aluminium": "aluminum", "programme": "program", "plough": "plow",
    "cheque": "check", "tyre": "tire", "jewellery": "jewelry", "aeroplane": "airplane", "mould": "mold",
    "moustache": "mustache", "sceptic": "skeptic", "ww": "world war", "ww1": "world war 1", "ww2": "world war 2",
    "wwi": "world war 1", "wwii": "world war 2", "twice": "2 times", "thrice": "3 times", "dept": "department",
    "univ": "university", "govt": "government", "natl": "national", "intl": "international", "assn": "association",
    "bros": "brothers",
    "fall": "autumn", "nw": "north west", "ne": "north east", "sw": "south west", "se": "south east",
}  # fmt: skip
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|ite$|ism$|ist$|er$|ers$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}[nl])ce(?=$|s$|d$)"), "se"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[a-z])(?:ae|oe|(?<![aeoq])ue)(?=[a-z])"), lambda match: match[0][0]),
)
_MEN = re.compile(r"men$")
_IRREGULAR = {
    "mice": "mouse", "geese": "goose", "feet": "foot", "teeth": "tooth", "children": "child", "criteria": "criterion",
    "phenomena": "phenomenon", "bacteria": "bacterium", "leaves": "leaf", "wolves": "wolf", "knives": "knife",
    "lives": "life", "halves": "half", "oxen": "ox", "nuclei": "nucleus", "fungi": "fungus", "strata": "stratum",
    "larvae": "larva", "indices": "index", "matrices": "matrix", "appendices": "appendix", "crizes": "crisis",
    "theses": "thesis", "oases": "oasis", "diagnoses": "diagnosis", "hypotheses": "hypothesis", "analyzes": "analysis",
}  # fmt: skip
_SEVERAL = (
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=o|s|x|z)es$|(?<=sh|ch)es$"), ""),
    (re.compile(r"(?<![su])s$"), ""),
)
_SHORTEST = 3
_NUMBERED = re.compile(r"\b(?:no|nr|number) ?(?=\d)")
_THOUSANDS = re.compile(r"\b([12]) thousand(?: (\d) hundred)?(?: (?:and )?(\d{1,2}))?\b")
_PLACES = ((1, 1000), (2, 100), (3, 1))
_YEAR_IN_TWO = re.compile(r"\b(1\d|20) (?:hundred )?(?:and |oh |o )?(\d{1,2})\b")


@lru_cache(_KEPT)
def plain(text: str) -> str:
    """Return a text in its one wording: "the 2nd World War" and "World War II" are both "world war 2"."""
    text = _LETTER_APOSTROPHE.sub(r"\1", _OWNER.sub("", text.strip(" .\"'“”‘’")))
    text = _DESIGNATION.sub(r"\1", _MEASURED.sub(" ", _DOTTED_NAME.sub(". ", text.replace("+", " and "))))
    folded = _NUMBERED.sub("", _FOLD.sub(r"\1 times", fold(text))).replace("before christ", "bc")
    words = _without_articles(folded.split(), "a." in text.casefold().split())
    words = figures(" ".join(_WORDS.get(word, word) for word in words)).split()
    told = " ".join(_spelled(word, index, words) for index, word in enumerate(words))
    return re.sub(r"\b(\d+) world war\b", r"world war \1", told)


def _without_articles(words: list[str], initialled: bool) -> list[str]:
    """Leave out articles; a letter at the end or with a full stop is none: "hepatitis A", "A. Christie"."""
    kept = [word for word in words[:-1] if word not in ARTICLES or (initialled and word == "a")]
    return [*kept, *words[-1:]] if words[-1:] != ["the"] or not kept else kept


def _spelled(word: str, index: int, words: list[str]) -> str:
    single = len(word) == 1 and (index == 0 or index < len(words) - 1)
    if not single and word and _ROMAN.fullmatch(word):
        return str(roman(word))
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word


def roman(word: str) -> int:
    """Return the value of a Roman numeral in small letters."""
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


@lru_cache(_KEPT)
def singular(word: str) -> str:
    """Return a plain noun without the ending of several; any other word may lose its ending as well."""
    word = _IRREGULAR.get(word, _MEN.sub("man", word))
    for ending, one in _SEVERAL:
        if len(word) > _SHORTEST and word.isalpha() and ending.search(word):
            return ending.sub(one, word)
    return word


def joined(text: str) -> str:
    """Return plain words run together: "data center" and "datacenter", "AT and T" and "ATT"."""
    return "".join(word for word in text.split() if word != "and")


def with_thousands(text: str) -> str:
    """Return a text with a year told by its thousands in figures: "two thousand (and) four"."""
    told = figures(fold(text))
    year = _THOUSANDS.sub(lambda found: str(sum(int(found[n] or 0) * by for n, by in _PLACES)), told)
    return text if year == told else year


def with_years(text: str) -> str:
    """Return a text with its years in figures: "nineteen ninety-two", "nineteen hundred and five", "twenty twelve"."""
    told = figures(fold(text))
    return _YEAR_IN_TWO.sub(lambda match: f"{match[1]}{int(match[2]):02}", told)
