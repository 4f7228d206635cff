"""Whether a fact's figures measure what is asked: "how fast" is no length, "over 90" no "up to"."""

import re
from collections.abc import Iterator, Mapping

from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import HAVE, is_person
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.text import words
from facts.types import FactKind

_LENGTH = (
    r"\d ?(?:m|km|cm|mm|ft)\b|(?<!cubic )(?<!square )met(?:re|er)|kilomet|centimet|millimet"
    r"|\bmiles?\b|\bfeet\b|\bfoot\b"
    r"|\binch|\byards?\b|\bhalfway\b|\bstor(?:eys?|ies)\b|\bfloors?\b|\bfathoms?\b|\bknee|\bwaist"
)
IS_LENGTH = re.compile(_LENGTH, re.IGNORECASE)
_TIME = r"second|minute|hour|\bdays?\b|\bweeks?\b|\bmonths?\b|\d:\d\d|\d\.\d\d\b"
_AGED = r", \d{1,3}(?=[,.;:)]|$| (?:and|who|was|is|from|of)\b)"  # "Otto Brandt, 57,"
_MADE = (
    r"built|founded|cast|made|opened|established|created|erected|started|beg[au]n|launched|formed"
    r"|dat(?:e|es|ed|ing)|laid|planted|hatched|found|introduced|completed|named|set up|goes back"
)
# What a measure's figure comes with, by the adjective that asks for it.
_SHOWN_BY: Mapping[str, re.Pattern[str]] = {
    asked: re.compile(pattern, re.IGNORECASE)
    for adjectives, pattern in (
        ("tall high deep wide", _LENGTH),
        ("far", rf"{_LENGTH}|{_TIME}|point|per ?cent|%|\bsets? of\b|[$€£]\s?\d"),
        ("fast", rf"\bk/?m/?p?h\b|mph|knots|per hour|an hour|per second|{_TIME}"),
        ("strong", r"\d"),
        ("hot cold warm", r"\bdegrees?\b|°|\d ?C\b|celsius|fahrenheit"),
        ("loud", r"\bdecibels?\b|\bdB\b"),
        ("close thick", rf"{_LENGTH}|{_TIME}"),
        ("heavy", r"\b(?:kg|kilo|gram|tonne|ton|pound|lb|stone|ounce)"),
        (
            "old",
            rf"[- ]olds?\b|\baged?\b|\bage\b|\bborn\b|centur|\d years?\b|\byears (?:ago|of)\b"
            r"|\b(?:was|is|were|are|be|turn(?:s|ed)?) \d{1,3}\b(?![.,]\d|%)"
            rf"|{_AGED}|\b(?:{_MADE})\b[^.;]{{0,40}}\b\d{{4}}\b|\bsince (?:\w+ )?\d{{4}}\b",
        ),
    )
    for asked in adjectives.split()
}
_ABOVE = word_set("more longer over above older greater higher larger bigger exceeding beyond")
_BELOW = word_set("less fewer under below younger shorter lower smaller")
_UP_TO = re.compile(
    r"\b(?:up to|at most|no more than|not more than|no longer than|under|below|less than"
    r"|fewer than|maximum of|within)(?: \S+){0,2} $",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|no less than|no fewer than|not less than|longer than"
    r"|minimum of|exceeding)(?: \S+){0,2} $",
    re.IGNORECASE,
)
_BEGINNING = word_set("begin begins began start starts started commence open opens opened")
_ENDING = word_set("end ends ended finish finishes close closes closed stop stops expire expires")
_FROM = re.compile(r"\b(?:from|as of|starting|beginning|since)(?: \w+)? $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:(?:until|till|through)(?: \w+)?|to(?: the)?) $|[–-] ?$", re.IGNORECASE)
_ASKS_SIZE = re.compile(
    r"^(?P<how>how (?:big|large))\b(?:.*\b(?P<crowd>crowd|march|rally|protest|demonstration"
    r"|turnout|audience|army|force|team|crew|staff|group|town|city|village|population|school"
    r"|class|family|queue|demo|congregation|parliament|party|club|union)\b)?"
)
_SIZE = re.compile(
    r"\b(?:hectares?|acres?|square|sq|ha|km2|km²|m2|tonnes?|tons?|magnitude|size|area|cover(?:s"
    r"|ed|ing)?"
    r"|wide|long|tall|high|deep|across|diameter|largest|biggest|smallest|bigger|larger|smaller"
    r"|as (?:big|large) as|per ?cent|million|billion)\b|%|[$€£¥]\s?\d",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bwithin (?:\w+ )?$", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:km|kilomet\w+|miles?|met(?:re|er)s?) "
    r"(?:(?:north|south|east|west)\w*|from|of|away|off)\b",
    re.IGNORECASE,
)
_ASKS_DEGREE = re.compile(r"^how (?:well|effective|efficient|successful)\b")
_DEGREE = re.compile(
    r"\d|per ?cent|\b(?:well|better|best|bad(?:ly)?|worse|poor(?:ly)?|fully|half|most(?:ly)?|more"
    r"|less|strong(?:ly|er)?|weak(?:ly|er)?|good|little|no|not|never|always|\w+fully|\w+ively"
    r"|\w*effective(?:ness)?|success\w*|fail\w*|halved?|doubled?|twice|high(?:ly|er)?|low(?:er)?"
    r"|reduce[sd]?|prevent(?:s|ed)|protect(?:s|ed)|all|none|every)\b",
    re.IGNORECASE,
)
_ASKS_ORIGIN = re.compile(r"^where\b.*\b(?:com(?:e|es|ing)|came) from$")
_ORIGIN = re.compile(
    r"\b(?:from|origin\w*|brought|import\w*|native|born|traced?|source[sd]?|deriv\w+|descend\w*"
    r"|emerg\w+|beg[au]n|start\w*|invent\w*|introduced|carried|spread|made in|grown in|based in"
    r"|linked to|arriv\w+|hails?|roots?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_COUNTED = 40  # characters of a figure and of what it counts
_NEAR = 3  # words from "longer" to its number: "longer than about 90 days"


@only_where(lambda q: "how" in q.lowered[:-1], of={Kind.HOW_MANY})
def measures(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how fast", "how old" and the like that a figure of such a measure is there."""
    typed = seen.question.lowered
    asked = typed[typed.index("how") + 1]
    shown_by = _SHOWN_BY.get(asked)
    beside = " ".join(seen.candidate.headings)
    if shown_by and not shown_by.search(f"{seen.evidence.text} {beside}"):
        yield Lacking(Lack.ANSWER, f"how {asked}", open=True)
    elif asked == "far" and _IS_OFF.search(" ".join(typed)) and not _OFF.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how far", open=True)


_IS_OFF = re.compile(r"\bhow far (?:away |off )?(?:is|are|was|were)\b")
_OFF = re.compile(
    r"\d[ -](?:km|mi|miles?|kilomet\w+|met(?:re|er)s?|m|nautical|blocks?|stops?|light)\b|\dkm\b"
    r"|\b(?:miles?|kilomet\w+|met(?:re|er)s?|yards|blocks|stops) (?:away|from|off|out|to|\w+ of)\b"
    r"|\b(?:minutes?|hours?|days?)['’]? (?:\w+ )?(?:walk|drive|ride|flight|journey|away|from|by)\b"
    r"|\b(?:minute|hour)[ -](?:walk|drive|ride|flight|journey|sail)|[$€£]\s?\d|per ?cent|%",
    re.IGNORECASE,
)


@only_where(lambda q: "how old" in q.small)
def ages(seen: Seen) -> Iterator[Lacking]:
    """Tell the age of somebody else: "Otto Brandt, 57" does not say how old Edda Varn is."""
    typed, text = seen.question.lowered, seen.evidence.text
    asked = seen.taken & {at for n in seen.evidence.names for at in seen.evidence.within(n)}
    if not any(typed[at : at + 2] == ("how", "old") for at in range(len(typed))):
        return
    if not asked and any(is_person(word) for word in typed):
        return  # "how old is the first officer"
    told = [sign.start() for sign in _AGE.finditer(text)]
    named = [name for name in seen.evidence.names if name.end in told]
    others = [name for name in named if asked.isdisjoint(seen.evidence.within(name))]
    if told and len(others) == len(told) and not _OF_AGE.search(text):
        yield Lacking(Lack.ANSWER, "how old", open=True)


_AGE = re.compile(_AGED)
_OF_AGE = re.compile(r"[- ]olds?\b|\baged?\b|\bage\b|\bborn\b", re.IGNORECASE)


def bounds(seen: Seen) -> Iterator[Lacking]:
    """Tell "stays longer than 90 days" from "stays of up to 90 days"."""
    typed = seen.question.lowered
    for place, match in seen.matches.items():
        if not match.term.number or not match.places:
            continue
        before = frozenset(typed[max(0, place - _NEAR) : place])
        against = _UP_TO if before & _ABOVE else _AT_LEAST if before & _BELOW else None
        if against is None:
            continue
        starts = (seen.evidence.begins(at) for at in match.places)
        if all(against.search(seen.evidence.text[:start]) for start in starts):
            yield Lacking(Lack.NUMBER, seen.shown([place]))


def begins_or_ends(verb: str, evidence: Evidence) -> bool:
    """Tell whether a date's preposition says what the verb asks: a ban "from 1 July" begins."""
    sign = _FROM if verb in _BEGINNING else _UNTIL if verb in _ENDING else None
    return sign is not None and any(sign.search(evidence.text[: d.start]) for d in evidence.dates)


@only_where(lambda q: _ASKS_SIZE.search(q.small))
def sizes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how big is the fire" a size, and not how far off it is or how many had to leave."""
    asked = _ASKS_SIZE.search(seen.question.small)
    text = seen.evidence.text
    if not asked or _SIZE.search(text):
        return
    shown = [n for n in seen.evidence.undated if not _WITHIN.search(text[: n.start])]
    told = any(asked["crowd"] or not _of_people(text[n.start :]) for n in shown)
    if not told or _AWAY.search(text):
        yield Lacking(Lack.ANSWER, asked["how"], open=True)


def _of_people(figure: str) -> bool:
    return any(is_person(word.folded) for word in words(figure[:_COUNTED])[:3])


@only_where(lambda q: _ASKS_DEGREE.search(q.small))
def degrees(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how well does it work" that the fact tells how well: in figures, or in words."""
    if not _DEGREE.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how well", open=True)


@only_where(lambda q: _ASKS_ORIGIN.search(q.small))
def origins(seen: Seen) -> Iterator[Lacking]:
    """Ask of "where did it come from" that the fact tells of an origin, not only of a place."""
    if not _ORIGIN.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "where from", open=True)


@only_where(of={Kind.HOW_LONG})
def lastings(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how long is the strike" a duration or an end: "the third since May" is neither.

    Nor is how far off, how high or how deep something is a length.
    """
    evidence, have = seen.evidence, HAVE.intersection(seen.question.lowered)
    if seen.candidate.kind is FactKind.ROW:
        beside = " ".join((evidence.text, *seen.candidate.headings))
        if not _ROW_LASTS.search(beside):
            yield Lacking(Lack.ANSWER, "how long", open=True)
        return
    lasting = [*evidence.durations, *evidence.lengths]
    since = [s for s in lasting if not have and _SINCE.match(evidence.text, s.start)]
    apart = [s for s in evidence.lengths if _APART.match(evidence.text, s.end)]
    apart += [s for s in evidence.lengths if _PRICED.search(evidence.text[: s.start])]
    apart += [s for s in evidence.lengths if _AT.search(evidence.text[: s.start])]
    if lasting and len({*since, *apart}) == len(set(lasting)):
        yield Lacking(Lack.ANSWER, "how long", open=True)


_ROW_LASTS = re.compile(
    r"\b(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|length|duration|long"
    r"|until|till|ended|km|m|met(?:re|er)s?|kilomet\w+|miles?|lasted|(?<!on )time)\b"
    r"|\d ?(?:km|m|h|min|s)\b|\d:\d\d|(?<![\d-])\d+ ?[–-] ?\d{1,2}(?![\d-])",
    re.IGNORECASE,
)
_PRICED = re.compile(r"[$€£¥]\s?[\d.,]*$")  # "£8.5m" is no length
_AT = re.compile(r"\bat (?:about |around |over |some )?$")  # "lives at 2,900 metres"
_APART = re.compile(
    r" (?:away|apart|off|out|deep|tall|high|wide|above|below|to go|(?:north|south|east|west)\w*"
    r"|from (?!.*\bto\b))",
    re.IGNORECASE,
)
