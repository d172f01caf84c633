"""What each paragraph of a page is: body text, a heading, or a line that belongs to the page and not to its story."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|Sept)\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
DATE = re.compile(_DAY)
_AGENCY = r"(?: \((?:[A-Z]{2,6}|Reuters|Xinhua|[A-Z][a-z]+ News)\))"
DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.' ]{{2,30}}(?:, [A-Z][a-z][A-Za-z. ]{{1,30}})?(?:, {_MONTH} \d{{1,2}})?{_AGENCY}?"
    rf"|[A-Z][A-Za-z.', ]{{2,40}}(?:, {_MONTH} \d{{1,2}})?{_AGENCY}) (?:-{{1,2}}|–|—) ?(?=[A-Z\"'])"
)
BULLET = re.compile(r"(?:[-*•‣▪◦·–—]|\d{1,2}[.)])\s+(?=\S)")
URL = re.compile(r"https?://|www\.|[^\s@]@[^\s@]{1,80}\.\w|[\w-]\.(?:com|org|net|co\.uk|gov|edu)\b", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:(?:Written|Story|Text|Words|Edited|Reported|Reporting|Compiled|Photos?|Photographs?|Translated) )?"
    r"[Bb]y :?(?P<name>[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|van|von|bin|al|and|&))*)(?:,? .{0,60})?$"
)
_PIECE = r"(?:article|story|piece|report|post|essay|column|interview|text|excerpt|feature)"
ASIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:this|the (?:above|following)) {_PIECE} (?:was|is|has been|have been|originally|first|appeared|appears)\b"
        r".*\b(?:produced|published|appear\w*|written|adapted|updated|supported|edited|translated|distributed|licen[cs]ed"
        r"|excerpted|republished|reprinted|corrected|amended|funded|syndicated)\b",
        r"(?:originally|first) (?:published|appeared|posted) (?:in|on|by|at)\b",
        r"the post .* appeared first on\b",
        r"(?:published|posted|updated|last (?:updated|modified|edited)|date|published on)\b ?:? .{0,8}\d[^.]{0,40}$",
        r"(?:read (?:more|also|next)|see also|see more|more on this|more from|share this|e-?mail this|sign (?:up|in)"
        r"|log in|follow us|continue reading|click here|filed under|skip to content|copy link|jump to|back to top"
        r"|you may also like|don't miss|(?:support|join) (?:us|our)|get (?:our|the) .*newsletter|our newsletter)\b",
        r"(?:related|share|tweet|print|subscribe|advertisement|sponsored|comments?|tags?|categories|topics|keywords|listen"
        r"|watch|download|next|previous|menu|home|recommended|donate)(?:: .*| ?[:!.]?| [^.!?]{1,30})$",
        r"(?:©|\(c\) ?\d|copyright\b|all rights reserved|creative commons|cc[ -]by|licen[cs]ed under|licen[cs]e:)",
        r".*\ball rights reserved\b",
        r".*\bunder (?:a|the) (?:cc|creative commons)\b.*\blicen[cs]e\b",
        r"(?:images?|photos?|photographs?|pictures?|pictured|credits?|captions?|sources?|illustrations?|graphics?|video"
        r"|courtesy|getty images|file photo|figure \d+|fig\. ?\d+|table \d+|editor's note|correction|disclaimer"
        r"|about the author|words by)\b(?: ?[:.(/|]| [-–—] )",
        r"(?:\[\d{1,3}\]|\^|†|‡|[¹²³⁰⁴-⁹]+|note \d+[:.])",
        r".* (?:is|was) (?:a|an|the) (?:[\w-]+ ){0,6}(?:reporter|correspondent|columnist|freelance writer|staff writer"
        r"|contributing (?:editor|writer)|writing fellow) (?:at|for|of|with|based|covering)\b",
    )
)
SOURCES = re.compile(
    r"(?:\W|\d)*(?:list of )?(?:sources?|references?|bibliography|notes?(?: and references)?|footnotes|endnotes"
    r"|citations?|further reading|external links|see also|works cited|literature|about the author|acknowledge?ments"
    r"|credits|sources? and further reading|related (?:articles|stories))\W*",
    re.IGNORECASE,
)
LIMIT = 40
# What tells one thing from others of its name: "Lake Holm (Norway)".
_BRACKETED, _SHORT = re.compile(r"(?<=\w) \([^()]+\)$"), 8
LONG_RUN = re.compile(r"\S{251}")


def classify(lines: list[str], title: str = "") -> list[str]:
    """Return "body", "heading" or "aside" for each line (a paragraph each)."""
    kinds = [_kind(line, title) for line in lines]
    under_sources = False
    for i, line in enumerate(lines):
        follows = lines[i + 1] if i + 1 < len(lines) else ""
        if SOURCES.fullmatch(line) and not _is_prose(follows):
            under_sources = True
        elif under_sources and kinds[i] == "heading" and _is_prose(follows):
            under_sources = False
        if under_sources:
            kinds[i] = "aside"
    return kinds


def is_heading(line: str) -> bool:
    """Tell whether a line stands above text: short, without the punctuation that ends a sentence."""
    if len(line.split()) <= _SHORT and line[0] != "(":
        line = _BRACKETED.sub("", line)
    return len(line) <= 160 and len(line.split()) <= 20 and line[-1] not in ".!,;:\"')" and line[0] not in "\"'("


def prose_start(line: str) -> int:
    """Return where a body paragraph's first sentence starts: behind a bullet or a dateline."""
    match = DATELINE.match(line) or BULLET.match(line)
    return match.end() if match else 0


def author_of(line: str) -> str:
    """Return the writer a byline names, or ""."""
    match = BYLINE.match(line)
    return match["name"] if match and not re.match(r"(?:Photo|Edit|Transl)", line) else ""


def date_of(line: str) -> str:
    """Return the first full date in a line in ISO form, or ""."""
    match = DATE.search(line)
    if not match:
        return ""
    year = re.search(r"\d{4}", match.group())
    name = re.search(r"[A-Z][a-z]{2}", match.group())
    try:
        if not name:
            return date.fromisoformat(match.group()).isoformat()
        day = re.search(r"(?<!\d)\d{1,2}(?!\d)", match.group())
        month = [m[:3] for m in MONTHS].index(name.group()) + 1
        return date(int(year.group() if year else 0), month, int(day.group() if day else 0)).isoformat()
    except ValueError:
        return ""


def _kind(line: str, title: str) -> str:
    # No word is so long: what has such a run is data or drawing, and tokenizing it takes time that grows as its square.
    if LONG_RUN.search(line) or _is_aside(line):
        return "aside"
    if not any(map(str.isalpha, line)):
        return "aside"
    if line == title or line.startswith("#") or is_heading(line):
        return "heading"
    return "aside" if line.isupper() else "body"


def _is_aside(line: str) -> bool:
    count = len(line.split())
    if count > LIMIT:
        return False
    if count <= 25 and URL.search(line) and (line[-1] not in ".!?" or count <= 12):
        return True
    if count <= 12 and DATE.search(line) and len(DATE.sub("", line)) <= 25 and line[-1] != ".":
        return True
    is_byline = count <= 16 and line[-1] not in "!?" and BYLINE.match(line) and not DATE.match(line[3:])
    return (bool(is_byline) and not _has_clause(line)) or any(pattern.match(line) for pattern in ASIDES)


def _has_clause(line: str) -> bool:
    """A sentence such as "By Friday the strike was over." only starts like a byline."""
    return line.endswith(".") and len(line.split()) > 6


def _is_prose(line: str) -> bool:
    return len(line.split()) >= LIMIT and line[-1] in ".!?\"'" and not URL.search(line)
