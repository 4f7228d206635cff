"""Which way a moment's words point: past by default, ahead on cues, and the preposition before."""

import re

from facts.extraction.behind import is_done
from facts.extraction.signs import words_in
from facts.extraction.tensewords import (
    AHEAD,
    BEHIND,
    CALLED,
    CHOSE,
    DONE_BEFORE,
    FORECAST,
    GAVE,
    HAD_BY_THEN,
    MATCH_AHEAD,
    NOTICE,
    PUT_OFF,
    RESOLVED,
    STILL_AHEAD,
    SURELY_AHEAD,
    TELLING,
    WISHED,
)
from facts.reading.wordlist import word_list
from facts.types import Direction

_WAITS = re.compile(r"\b(?:until|once|when|if|before)\s?$", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?!was|this|its|his|has|is\b)[a-z]{3,}(?<!s)s\b")
_ASKS = re.compile(
    r"^[“\"‘']?(?:Ask|Come|Join|Visit|Call|Watch|See|Register|Apply|Expect|Look|Wait|Book)\b"
)
_CLAUSE = re.compile(
    r"[;:()—–]|,\s+(?:and|but|or(?!\s[a-z]+ed\b)|while|who|which|after|when|where|with|whose|as)\b"
    r"|\sand\s(?=next\s[a-z]+s\s)|\sand\s(?=(?:(?:next|then|now|again|also)\s)?(?:will|is|are"
    r"|comes|opens|starts|goes|runs"
    r"|begins|ends|closes|meets|plays?|faces?|travels?|returns?|hosts?|visits?|reopens?|resumes?"
    r"|continues?|leaves?|arrives?|reports?|decides?|votes?)\s)|\sbut\s"
    r"|,\s+(?=(?:will|hosts?|plays?|faces?|meets?|travels?|visits?|is|are|has|have|opens?"
    r"|starts?|succeeds|replaces|joins|becomes|turns|leads|goes|comes|begins|ends|retires)\b)"
    r"|,\s+(?=[a-z]{3,}ed\s(?:from|by|at|in|on|to|with|for|that)\s)"
    r"|\sand\s(?=(?:has|have|had|was|were|I|we|he|she|they|it|the rest|others)\s)"
    r"|\bbefore\s(?=(?:the|its|their)\s[a-z]+(?:\s(?:of\s(?:the\s|its\s)?)?[a-z]+){0,3}\s(?:begins?"
    r"|starts?|opens?|closes?|ends?|returns?|arrives?|falls?|expires?|runs? out)\b)"
    rf"|,\s+(?=[^,;.]{{0,50}}\b(?:{TELLING})\b)"
    r"|\b(?:after|when|while|because|which|who|that|as(?!\s(?:normal|usual|planned|scheduled"
    r"|expected|soon|well|part|early|late|of"
    r"|many|much|long|from)\b)|although|though|whereas|until)\b"
    r"|\bbefore\b(?!\s(?:the|an?|his|her|its|their|this|that|dawn|daybreak|sunrise|sunset|noon"
    r"|midday"
    r"|midnight|dusk|lunch)\b)"
    r"|[\"“”]",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|added|wrote|warned|stated|tweeted|posted)"
    r"(?:\s+(?!will\b|would\b|he\b|she\b|it\b|they\b|the\b|that\b|to\b)\S+){0,3}\s+$",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(
    r"\b(?P<word>since|from|until|till|through|by|before|ahead of|prior to|after|following|to)"
    r"(?:\s+(?:the|about|around|at least|late|early|mid|end of|the end of|the start of))*[\s-]+$",
    re.IGNORECASE,
)
_BEFORE_WORDS = word_list("since from until till through by before of prior after following to")
_OFTEN_AHEAD = frozenset({Direction.BY, Direction.BEFORE, Direction.UNTIL, Direction.SINCE})
_WAYS = {
    "since": Direction.SINCE,
    "from": Direction.SINCE,
    "until": Direction.UNTIL,
    "till": Direction.UNTIL,
    "through": Direction.UNTIL,
    "to": Direction.UNTIL,
    "by": Direction.BY,
    "before": Direction.BEFORE,
    "ahead of": Direction.BEFORE,
    "prior to": Direction.BEFORE,
    "after": Direction.AFTER,
    "following": Direction.AFTER,
}


_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|\d{1,2}[.:]\d\d|noon|midnight|midday),?"
    r"(?:\s[A-Z]{2,4})?\s$",
    re.IGNORECASE,
)


def _past_clock(text: str, start: int) -> int:
    """Return the start of "2 a.m. Monday" for its day: the words before tell of both."""
    found = _CLOCK.search(text, max(0, start - 16), start)
    return found.start() if found else start


def direction(text: str, start: int) -> Direction:
    """Return how the words before `start` place the event against the moment there."""
    start = _past_clock(text, start)
    first = max(0, start - 40)
    if _BEFORE_WORDS.isdisjoint(words_in(text[first:start])):
        return Direction.ON  # as before most moments
    match = _BEFORE_IT.search(text, first, start)
    return _WAYS[match["word"].lower()] if match else Direction.ON


# "fares rise starting July 1": ahead, unless the sentence tells of the past.
_STARTING = re.compile(
    r"\b(?:starting|beginning|effective|with effect)\s(?:on\s|in\s|from\s)?(?:the\s)?$",
    re.IGNORECASE,
)


# "The first round, in February, will offer ...": an aside about what lies ahead.
_ASIDE_BEFORE = re.compile(r",\s(?:in|on|from)\s(?:early\s|late\s|mid-)?$")
_THEN_WILL = re.compile(r",\s(?:will|(?:is|are)\s(?:to|due|set)\b)")


# "is sentenced on July 8", "are tested in June": what is done on a coming day.
_DONE_THEN = re.compile(
    r"\b(?:is|are)\s(?:next\s|then\s)?(?:[a-z]+ed|held|heard|sworn in|paid|sold|shown|given|sent)\s"
    r"(?:[^,;.]{1,30}\s)?(?:on|in)\s$"
)
# "for July delivery": goods that are still to come.
_DELIVERED = re.compile(r"\s(?:delivery|settlement|shipment|loading)\b")
# "Inspired by her letters, the play opens on May 22": the verb that counts comes after.
_OPENING = re.compile(
    r"^\W*[A-Z][a-z]+(?:ed|en|own|ung|rn|lt)\s(?:by|in|on|from|with|at|to)\s[^,]+,\s"
)


# "proposed that the fee rise from 1 January": what is wanted lies ahead.
_WANTED = re.compile(
    r"\b(?:propose|recommend|suggest|demand|insist|move|agree|ask|urge)(?:d|ed|s)?\sthat$"
)
# "invited both sides to a meeting on Friday", "offered to chair a meeting on Thursday"
_BIDDEN = re.compile(
    r"\b(?<!was )(?<!were )(?:invited|summoned|offered"
    r"|agreed|(?:has|have) called)\s(?:[^.;,]{1,50}\s)?to\s(?:[A-Za-z]+\s){1,8}on\s$"
)
# "a new completion date of 30 May"; but "received after the deadline of 30 June".
_DATE_OF = re.compile(
    r"\b(?:(?P<over>(?:after|missed|met|beat|before)\s)(?:the|its|their|a)\s(?:[a-z]+\s)?deadline"
    r"|(?:new|revised|target|completion|opening|closing|expiry)\s(?:[a-z]+\s)?date)\sof\s$"
)
# "the snow will come in two bursts, with a lull on Sunday"
_WILL_WITH = re.compile(r"\bwill\s[^.;:]*,\swith$")
_DAY_IS = re.compile(r"\s(?:is|will|marks|brings|sees)\b")  # "Monday is a rest day."


# "called a strike for Wednesday"
_FOR_A_DAY = re.compile(r"\bfor\s$")
# "Closed on Tuesday night", "No trains on Sunday": a notice, with no verb of its own.
_NOTICED = re.compile(
    r"\b(?:closed|shut|open|cancelled|suspended|no [a-z]+(?: [a-z]+)?|off|reserved|free|tickets"
    r"|doors|meeting|due)\b[^.;:]{0,40}?\s(?:on|from|until|till)\s$",
    re.IGNORECASE,
)
# "the road is closed": a state of now, and nothing that was.
_NOW_DONE = re.compile(r"\b(?:is|are|be)\s(?:[a-z]+ly\s)?[a-z]+ed\b")
_ASIDE = re.compile(
    r"(?<=,\s)[a-z]{3,}ed\s(?:from|by|at|in|on|to|with|for|that)\s[^,;]{1,60},\s(?=[a-z]+s\b)"
)
_AFTER = re.compile(r"\bafter (?:the )?$")
_BRACKETED = re.compile(r"\([^()]*\)")
_IS = re.compile(r"\b(?:is|are|has|have|been|says?)\b")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)")


def is_told_in_past(text: str, start: int, end: int) -> bool:
    """Tell whether the clause of a moment holds a verb or participle of the past at all."""
    opens, closes = _clause(text, start, end)
    clause = _without_asides(text, opens, closes, start)
    return bool(BEHIND.search(_NOW_DONE.sub("", clause)))


def is_ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the moment at `start` lies ahead of the words' own day."""
    text, start = _without_brackets(text, start), _past_clock(text, start)
    if is_done(text, start, end):
        return False
    if _REPORTS.search(text, max(0, start - 60), start) or GAVE.search(
        text, max(0, start - 70), start
    ):
        return False
    if dated := _DATE_OF.search(text, max(0, start - 50), start):
        return not dated["over"]
    aside = _ASIDE_BEFORE.search(text, max(0, start - 12), start) and _THEN_WILL.match(text, end)
    if aside or _is_set(text, start):
        return True
    if _STARTING.search(text, max(0, start - 30), start):
        return bool(STILL_AHEAD.search(text) or not BEHIND.search(text))
    if _DELIVERED.match(text, end) or _DONE_THEN.search(text, max(0, start - 60), start):
        return True
    opens, closes = _clause(text, start, end)
    opening = _OPENING.match(text, opens, start)
    opens = opening.end() if opening else opens
    clause = _without_asides(text, opens, closes, start)
    if _is_match_ahead(text, start, end, clause):
        return True
    if _WANTED.search(text, max(0, opens - 24), opens) and not BEHIND.search(clause):
        return True
    if direction(text, start) in _OFTEN_AHEAD:
        return _is_bound_ahead(text, start, end, clause)
    if _ASKS.match(text) or (start == opens and _DAY_IS.match(text, end)):
        return True
    if _WAITS.search(text, 0, opens) and _PRESENT.search(clause) and not BEHIND.search(clause):
        return True
    if _WILL_WITH.search(text, 0, opens - (text[opens - 1 : opens] == " ")):
        return not BEHIND.search(clause)
    return bool(AHEAD.search(clause)) and not _told_in_past(clause)


def _is_bound_ahead(text: str, start: int, end: int, clause: str) -> bool:
    """Tell whether "by", "before", "until", "from" or "since" a moment points ahead."""
    before = text[max(0, start - 7) : start].lower()
    if before.endswith("since "):
        return False
    behind = BEHIND.search(_NOW_DONE.sub("", clause))
    ahead = STILL_AHEAD.search(clause) or SURELY_AHEAD.search(clause)
    if before.endswith("from "):
        told = behind and not ahead
        return not told and bool(ahead or _PRESENT.search(clause) or AHEAD.search(clause))
    if HAD_BY_THEN.match(text, end) or DONE_BEFORE.match(text[:start]):
        return False
    return bool(not behind or ahead)


def _is_set(text: str, start: int) -> bool:
    """Tell a day that somebody chose, asked for, gave notice of or put something off to."""
    return bool(
        (_WEEKDAY.match(text, start) and _is_called_for(text, start))
        or CALLED.search(text, max(0, start - 90), start)
        or CHOSE.search(text, max(0, start - 24), start)
        or _is_noticed(text, start)
        or WISHED.search(text, max(0, start - 120), start)
        or PUT_OFF.search(text, max(0, start - 60), start)
        or NOTICE.search(text, 0, start)
        or RESOLVED.search(text, max(0, start - 120), start)
    )


def _is_match_ahead(text: str, start: int, end: int, clause: str) -> bool:
    """Tell "takes charge for Thursday's cup tie" from "was picked for Thursday's game"."""
    named = _FOR_A_DAY.search(text, max(0, start - 4), start) and MATCH_AHEAD.match(text, end)
    return bool(named) and not BEHIND.search(clause)


def _is_called_for(text: str, start: int) -> bool:
    """Tell "called a strike for Wednesday" and "invited both sides to a meeting on Friday"."""
    bidden = _BIDDEN.search(text, max(0, start - 100), start)
    return bool(bidden or _FOR_A_DAY.search(text, max(0, start - 5), start))


def _is_noticed(text: str, start: int) -> bool:
    """Tell a day in a notice that holds no verb but what is closed, off or open then."""
    if FORECAST.match(text):
        return not BEHIND.search(text)
    told = _NOTICED.search(text, max(0, start - 60), start)
    if told is None:
        return False
    rest = text[: told.start()] + text[start:]
    return not (BEHIND.search(rest) or _IS.search(rest))


def _told_in_past(clause: str) -> bool:
    first_ahead = AHEAD.search(clause)
    behind = BEHIND.search(clause)
    strong = SURELY_AHEAD.search(clause)
    return bool(behind and first_ahead) and not strong


def _without_asides(text: str, opens: int, closes: int, start: int) -> str:
    """Leave out what is only said by the way: "The ruling, published on Tuesday, applies from"."""
    asides = [m.span() for m in _ASIDE.finditer(text, opens, closes) if m.end() <= start]
    for first, last in reversed(asides):
        text = text[:first] + " " * (last - first) + text[last:]
    return text[opens:closes]


def _past_after(text: str, start: int) -> int:
    """Return the start of "after" right before a moment, which opens no clause there."""
    found = _AFTER.search(text, max(0, start - len("after the ")), start)
    return found.start() if found else start


def _without_brackets(text: str, start: int) -> str:
    """Blank what stands in brackets beside a moment: "by the Services Board (SSB) in July"."""
    return _BRACKETED.sub(lambda m: m[0] if m.start() < start < m.end() else " " * len(m[0]), text)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    opens = max((m.end() for m in _CLAUSE.finditer(text, 0, _past_after(text, start))), default=0)
    closing = _CLAUSE.search(text, end)
    return opens, closing.start() if closing else len(text)
