"""A block's words -> the spans of its sentences: sentencex, then rules for what it gets wrong.

Spans are exact and in order; nothing but white space lies between them. Measured pitfalls: it
panics on Unicode spaces (so it sees a copy of equal length with plain ones), splits after units,
titles and "p.m.", and joins after "U.S." and after an ellipsis.
"""

import re
from itertools import pairwise

import sentencex  # type: ignore[import-untyped]

from facts.extraction.datelines import dateline
from facts.extraction.quotes import spans as quoted
from facts.extraction.quotes import with_double_marks, with_told_marks
from facts.extraction.signs import holds
from facts.types import Span

_OTHER_SPACES = re.compile(r"[^\S ]")
_STARTER = (
    r"(?:The|A|An|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|But|And"
    r"|In|On|At|If|When|While|After|Before|For|There|However|Meanwhile|Although|Since|As|No|Some"
    r"|Both|What|Who|Why|How|Its|Yet|So|Then|Now|Still|Another|One|Two|Three|According|Asked)\b"
)
_SAID = (
    r"(?:said|says|told|met|spoke|added|called|warned|noted|announced|confirmed|denied|urged|asked"
    r"|will|would|has|had|was|is|plans|hopes|arrived|visited|welcomed|rejected|agreed|left|won)\b"
)
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Pres|Amb|Hon|Rev|Fr"
    r"|Messrs|Mme|Mlle|Jr|Sr|Art|Arts|para|paras|pp?|Sec|Sect|Ch|Fig|Figs|Vol|Ed|Eds|Reg"
    r"|cf|vs?|viz|approx|ca|e\.g|i\.e|z\. ?B|d\. ?h|bzw|Mio|Mrd|Tsd|Hl|al|Pt|Sra?|Sta|Ave|Blvd|Rd"
    r"|Mt|Ft|Bros|Dept|Univ|Assoc|Det|Insp|Supt|Hr|Barr|Atty|Engr|Alh|Asst|Adv|Smt|Cllr|Cr|Arch"
    r"|Ph\.D|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_JOIN_ALWAYS = re.compile(rf"(?:^|[\s(\[\"“'‘-])(?:{_ABBREVIATED})\.$")
_AFTER_NUMBERED = re.compile(
    r"(?:^|\s)(?:Nos?|Nr|Arts?|Abs|paras?|pp?|Sec|Sect|Ch|Figs?|Tabs?|Ann|App|Vol|Reg)\.$",
    re.I,
)
_MD = re.compile(r"(?<!,)\s(?:Md|Mohd)\.$")  # a name's: "farmer Md. Rafiqul Islam"
_UNIT = re.compile(
    r"(?:\d\s?|\b)(?:km|cm|mm|kg|lb|lbs|oz|ft|in|mi|mph|pct|hrs?|mins?|secs?|Rs|bn|mn|tn"
    r"|Bn|Mn|km/h|kph|kmh|m/s|knots|kW|MW|GW|[kMG]Wh|kV|ha|hPa|dB"
    r"|[ap]\.m|a\.m|p\.m|est|sq|cu|Inc|Ltd|Co|Corp|Bros|U\.S|U\.K|U\.N|E\.U|D\.C)\.$"
)
_CLOCK_END = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[ECMP][SD]?T\b|GMT|UTC|BST|CES?T|EES?T"
    r"|IST|JST|MSK|(?:Eastern|Central|Mountain|Pacific|Greenwich)\b|[A-Z][a-z]+ time\b"
    r"|[A-Z]{2,4}T\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\()"
)
# "after the 9 a.m. Mass", "an 8 p.m. Rovers game"
_CLOCK_OF = re.compile(
    r"\b(?:the|an?|our|this|each|every|its|their|usual|daily|weekly|[a-z]+day['’]?s?)\s"
    r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.m\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.\s?)*[A-Z]\.$")
_MARKS = frozenset('"“‘«')
_OPENING = "\"“”'‘(\\[«»„ "
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")  # iPhone, eBay: a sentence may begin so
_ASCII_STOP = re.compile(r"\w[.!?]$")
_WORD_STOP = re.compile(r"[a-z]{3}[.!?]$")
_CAPITALISED = re.compile(r"[A-Z][a-z]|[AI] ")
_BRACKETED = re.compile(r"\([a-z]{1,4}\.\)$")  # Gen. (ret.) Paul Moss
_ASKED = re.compile(r"(?:\w+ ){0,2}(?:asks?|asked|says?|said|wonders?|wondered|cried|shouted)\b")
# '"We will fight!" Lund shouted.': who it was that cried, and no sentence of its own.
_WHO_CRIED = re.compile(
    r"(?:[A-Z][\w’'.-]*\s|(?:the|The|a|his|her)\s[a-z]+\s){1,4}(?:asks?|asked|says?|said|wonders?"
    r"|wondered"
    r"|cried|cries|shouted|shouts|replied|added|yelled|screamed|wrote|writes|tweeted|posted|joked"
    r"|told"
    r"\s[^,.;\"“”]{2,40}|asked\s(?:him|her|them|reporters))"
    r"(?:\s(?:in|on|at|to|from|after|as|when|during|before|with|of|last|yesterday|today"
    r"|[A-Z][a-z]+day)\b"
    r"[^,;:\"“”]*)?[.,](?!\w)"
)
_ROMAN = re.compile(r"[IVX]+\b")
# What only opens a sentence: a point's number, the Q. and A. of a protocol, a bare list mark.
_OPENER = re.compile(r"(?:^|\w{4}[.!?;:…][\"”'’)]*\s+)(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[QA]\.)$")
_GERMAN_DAY = re.compile(r"\b(?:am|vom|zum|bis|dem|den|der|und|ab|seit)\s+\d{1,2}\.$")
# An abbreviation or an ellipsis, and the stop that may end the sentence with it.
_ENDS_TOO = re.compile(
    r"(?:\bU\.S\.|\bU\.K\.|\bU\.N\.|\bE\.U\.|\bD\.C\.|\b[ap]\.m\.|\bInc\.|\bLtd\.|\bCo\.|\bCorp\."
    r"|\betc\.|\bMay\.|\bJr\.|\bSr\.|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
    r"|\b(?:Ave|Blvd|Rd|St|M\.D|Ph\.D|[BM]\.[AS]c?)\.|\.\.\.|…)$"
)
_LONGEST_ENDING = 6
_STOP_INSIDE = re.compile(
    r"(?P<stop>[.…])(?P<quote>[\"”'’)]*)\s+(?=[\"“'‘(]*(?P<right>[A-Z]\S*(?:\s+\S+)?))"
)
_DENIAL = re.compile(r"(?:^|(?<=[.!?][\s\"“]))[\"“]?No\.\s+(?=[A-Z])")
# Each with what it needs: signs that are looked for first, for speed.
_SURE_SPLITS = (
    # (A whole sentence.) Another; but "Justice (retd.) Roe"
    ((".)", "!)", "?)"), re.compile(r"\s[^\s()]*[a-z]{2}[.!?]\)\s+(?=[\"“'‘(]*[A-Z])")),
    # The Union voted no. Roe left.
    (("no.",), re.compile(r"\bno\.[\"”’']?\s+(?=[\"“'‘(]*[A-Z][a-z])")),
    # "He told me. I left.": short words that are abbreviations elsewhere.
    (
        ("me.", "ill.", "miss.", "may.", "art.", "ore.", "ok."),
        re.compile(
            r"\b(?:me|ill|miss|may|art|ore|ok)\.[\"”’']?\s+(?=[\"“'‘(]*[A-Z](?:[a-z]|\s|['’]))"
        ),
    ),
    # wrote on X. "Stay away."
    ((' "', " “"), re.compile(r"\b(?:[a-z]+ )[A-Z]\.\s+(?=[\"“][A-Z])")),
    # "... might." The sides left.
    (('."', ".”"), re.compile(r"(?:[a-z]{3}|\d|[\])])\.[\"”]\s+(?=[\"“]?[A-Z])")),
    (("://", "www."), re.compile(r"(?:https?://|www\.)\S+\w[.!?]\s+(?=[\"“'‘(]*[A-Z])")),
    (("/h.", "/s."), re.compile(r"\d\s?(?:km|mi?|ft)/[hs]\.\s+(?=[\"“'‘(]*[A-Z])")),
    (("C.", "F."), re.compile(r"(?:\d ?°?|°)[CF]\.\s+(?=[\"“'‘(]*[A-Z])")),
    ((". ", "! ", "? "), re.compile(r"[.!?](?<=[a-z\d]{2}[.!?])\s+(?=[a-z]{1,2}[A-Z])")),
)
# A paragraph of speech opened anew: '... harmony. "However, ...'
_OPENED_ANEW = re.compile(r"[a-z]{2}[.!?]\s+(?=[\"“][A-Z])")
_COUNTRY = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C."})
_STARTS = re.compile(_STARTER)
_NAME_SAID = re.compile(rf"[A-Z]\S+\s+{_SAID}")
_SHOUT = re.compile(r"[!?][\"”'’]+$")
_LOOKED_AHEAD = 120
_LONGEST_ABBREVIATION = 16  # with what stands before it
_FEWEST_CUT = 3  # words: "No. Never. Not once." is one outcry
LONGEST_SENTENCE = 2_000  # a Telegram message holds 4,096 characters with all that stands around it


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of one block."""
    plain = _OTHER_SPACES.sub(" ", text)
    cuts = _bounded(plain, _repaired(plain, _cuts(plain)))
    return [span for start, end in pairwise(cuts) if (span := _trimmed(plain, start, end))]


def _bounded(plain: str, cuts: list[int]) -> list[int]:
    """Cut what is too long to be a sentence anybody could quote, at a space where there is one."""
    found = [0]
    for cut in cuts[1:]:
        while cut - found[-1] > LONGEST_SENTENCE:
            space = plain.rfind(" ", found[-1] + 1, found[-1] + LONGEST_SENTENCE)
            found.append(space if space > found[-1] else found[-1] + LONGEST_SENTENCE)
        found.append(cut)
    return found


def _cuts(plain: str) -> list[int]:
    """Return the offsets where sentencex begins a sentence, and the end."""
    line = dateline(plain)  # "PORT SELN, Man. - More than ..." opens its first sentence
    first = line.end if line else 0
    found = {start for start in _starts(plain) | _within_quotes(plain) if start > first}
    return [0, *sorted(found), len(plain)]


def _within_quotes(plain: str) -> set[int]:
    """Return where sentences begin inside a quotation: sentencex keeps one whole, however long."""
    marked = with_double_marks(plain)
    within = [(start, end) for start, end in quoted(marked, is_open=False) if end - start > 1]
    found: set[int] = set()
    for start, end in within:
        words = plain[start + 1 : end]
        if len(words.split()) >= 2 * _FEWEST_CUT or len(within) == 1:
            found |= _of_several(words, start + 1)
    return found


def _of_several(words: str, offset: int) -> set[int]:
    """Return the starts of a quotation's sentences but the first; an outcry or title stays one."""
    cuts = [0, *sorted(_starts(words) - {0}), len(words)]
    if all(word[0].isupper() for word in words.split() if word[0].isalpha()):
        return set()
    found: set[int] = set()
    for (start, middle), (_, end) in pairwise(pairwise(cuts)):
        short = max(len(words[start:middle].split()), len(words[middle:end].split()))
        if short >= _FEWEST_CUT and words[middle : middle + 1].strip("\"”’' "):
            found.add(offset + middle)
    return found


def _starts(plain: str) -> set[int]:
    found = sentencex.get_sentence_boundaries("en", with_told_marks(plain))
    return {boundary["start_index"] for boundary in found}


def _repaired(plain: str, cuts: list[int]) -> list[int]:
    kept = [0]
    for cut in cuts[1:-1]:
        left = plain[max(kept[-1], cut - 60) : cut].rstrip()
        right = plain[cut : cut + _LOOKED_AHEAD].lstrip()
        inside = not plain[cut - 1].isspace() and not plain[cut : cut + 1].isspace()
        if not (inside and _is_one_word(left, right)) and not _belong_together(left, right):
            kept.append(cut)
    kept.append(len(plain))
    cuts = sorted({*kept, *_splits(plain)})
    # A mark of a quotation that no mark closes stands before its words, not alone.
    kept = [cut for before, cut in pairwise(cuts[:-1]) if plain[before:cut].strip() not in _MARKS]
    return [0, *kept, len(plain)]


def _is_one_word(left: str, right: str) -> bool:
    """Tell "ASP.NET" from a forgotten space ("It failed.The sides left")."""
    return bool(_ASCII_STOP.search(left)) and not (
        _WORD_STOP.search(left) and _CAPITALISED.match(right)
    )


def _belong_together(left: str, right: str) -> bool:
    if not left or not right:
        return True
    if _SHOUT.search(left) and _WHO_CRIED.match(right):
        return True
    if right.startswith(("— ", "– ", "-- ")) and left[-1] in "”\"’'":
        return True  # “It is over.” — Ida Roe
    if _begins_low(right) and not left.endswith((";", ":")):
        shouts = left.endswith(("!", "?")) and not _ASKED.match(right)
        return bool(_SHOUT.search(left)) or not shouts
    last = left[-_LONGEST_ABBREVIATION:]
    if _AFTER_NUMBERED.search(last):
        return right[0].isdigit() or right[0] in "([" or bool(_ROMAN.match(right))
    numbered = left[-2:-1].isdigit() or left.endswith(("Q.", "A."))
    if numbered and (_OPENER.search(left) or _GERMAN_DAY.search(left)):
        return True
    if _CLOCK_END.search(last):
        return bool(_AFTER_CLOCK.match(right) or _CLOCK_OF.search(left))
    if _UNIT.search(last):
        return right[0].isdigit()
    return bool(_JOIN_ALWAYS.search(last) or _MD.search(last)) or (
        bool(_INITIAL.search(last) or _BRACKETED.search(last)) and _named(right)
    )


def _begins_low(right: str) -> bool:
    start = right.lstrip(_OPENING)
    return start[:1].islower() and not _BRAND.match(start)


def _named(right: str) -> bool:
    return right[:1].isupper() and not _STARTS.match(right)


def _splits(plain: str) -> list[int]:
    """Return where a sentence begins after an abbreviation that ended the one before."""
    found = [match.end() for match in _DENIAL.finditer(plain)] if "No." in plain else []
    for signs, rule in _SURE_SPLITS:
        if holds(plain, signs):
            found += [match.end() for match in rule.finditer(plain)]
    for match in _OPENED_ANEW.finditer(plain) if '"' in plain or "“" in plain else ():
        left = plain[max(0, match.start() - 8) : match.end()].rstrip()
        if not any(rule.search(left) for rule in (_JOIN_ALWAYS, _UNIT, _AFTER_NUMBERED)):
            found.append(match.end())
    for match in _STOP_INSIDE.finditer(plain):
        stop = match.end("stop")
        ending = _ENDS_TOO.search(plain, max(0, stop - _LONGEST_ENDING), stop)
        if ending is None:
            continue
        starts = ending.group() == "May." or _STARTS.match(match["right"])
        country = ending.group() in _COUNTRY and not match["quote"]
        if starts or (country and _NAME_SAID.match(match["right"])):
            found.append(match.end())
    return found


def _trimmed(plain: str, start: int, end: int) -> Span | None:
    words = plain[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    return Span(first, last) if first < last else None
