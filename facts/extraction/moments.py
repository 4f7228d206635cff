"""A sentence -> its moments: what each date or duration means, or that it stays as written.

The rules were chosen over the date libraries because those average, guess a year from the clock,
or take "may" and "3-2" for dates; notes of the measurements are in the docs.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from facts.extraction import clockrules, daterules, holidays, relativerules, spanrules
from facts.extraction.momentrule import Anchor, Found, Rule, present
from facts.extraction.pairs import one_after_another
from facts.extraction.periods import day_of, shifted, shifted_months, years
from facts.extraction.signs import holds, words_in
from facts.extraction.tense import direction
from facts.types import Granularity, Moment

_RULES: tuple[Rule, ...] = (
    *relativerules.FIRST,
    *clockrules.SPELLED,
    *spanrules.RULES,
    *holidays.RULES,
    *daterules.RULES,
    *relativerules.RULES,
    *clockrules.RULES,
)
_RELATIVE = frozenset(
    {*relativerules.FIRST, *spanrules.RULES, *holidays.RULES, *relativerules.RULES}
)
# What may be a moment where none of the kinds that rules need is sure to be one.
_SURE = frozenset({"digit", "month", "weekday", "hour"})
_ANY = re.compile(
    r"days\b|night|morning|afternoon|evening|[Tt]omorrow|week|month|year|quarter|decade|centur"
    r"|season|hour|minute|second|\bago\b|recent|summer|winter|spring|autumn|\bfall\b|Day\b|Eve\b"
    r"|Christmas|Easter|New Year|Hallow|\bterm\b"
)
_DAYTIMES = (
    *("morning", "afternoon", "evening", "tomorrow", "ago", "recent", "christmas", "easter"),
    *("new year", "hallow", " eve", " term"),
)
_CUE = re.compile(
    r"\b(?:(?P<sure>in|since|until|till|between|during|throughout)|by|from|of|to|and|through|before"
    r"|after)\s$|\b(?P<part>end|mid|early|late)-$",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Judge|Theresa|Lord|Lady|Sir|President|Minister)\.?\s)$"
)
_BOOKED_FOR = re.compile(
    r"\b(?:(?:planned|scheduled|set|due|slated|billed|expected|promised|booked|reserved) for"
    r"|[Ii]t (?:is|was))\s$"
)
_NAMES_TOO = frozenset({"Jan", "May", "March", "April", "June", "August"})
_DURING_THE = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n|[Dd]uring|[Ss]ince|[Aa]fter|[Bb]efore|[Ff]or) the $"
)
_COMMON_AFTER = re.compile(
    r"\s(?!(?:for|of|on|in|to|at|by|with|and|or|is|was|are|were|has|had|will|said|says|from|that"
    r"|as|but|who|when|family|families)\b)[a-z]+"
)
_MOST = re.compile(r"\b[a-z]{3,}est\s$")
_OF_THE_MONTH = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Aa]|[Aa]n|[Tt]hat|['’]s)\s$"
)
_FOR = re.compile(r"\b[Ff]or\s$")
_FIGURES_FOR = re.compile(
    r"\b(?:releases?|figures?|prices|data|budget|forecasts?|index|sales|orders|reports?|results?"
    r"|numbers|rates?|bills?|wages|rents?|readings?|totals?|averages?|estimates?|issue|edition"
    r"|schedule|programme|inflation|output|exports|imports|profits?|takings|tickets|dates?) for\s$"
)
_YEAR_EARLIER = re.compile(r"\ba year (?:earlier|ago|before|previously)\b")
_YEAR_APART = re.compile(
    r"the (?:(?P<back>previous|preceding)|(?P<on>following|next)) year|the year (?P<before>before"
    r"|earlier)|the year (?P<after>after)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    r"the (?P<way>next|following|previous) (?:day|morning|evening|night)", re.IGNORECASE
)
FULL_DAYS = frozenset({"full-date", "iso-date"})
_NAMED_YEARS = frozenset({"year", "full-date", "month-year"})
_DAYS_EARLIER = {"a day earlier": 1, "a day before": 1, "a week earlier": 7, "a week before": 7}


def moments(text: str, anchor: Anchor) -> tuple[Moment, ...]:
    """Return the moments of a sentence in order; they never overlap."""
    lowered = text.lower()
    kinds = present(text, lowered)
    if not (kinds or holds(lowered, _DAYTIMES)):
        return ()
    if _SURE.isdisjoint(kinds) and not _ANY.search(text):
        return ()
    known = words_in(text)
    found: list[Moment] = []
    for rule in _rules_for(kinds):
        if rule.any_word and rule.any_word.isdisjoint(known):
            continue
        if rule.words and not holds(lowered, rule.words):
            continue
        for match in rule.compiled.finditer(text):
            if match.end() > match.start() and not _overlaps(found, match.start(), match.end()):
                made = _moment(rule, match, anchor)
                if made:
                    found.append(made)
    if not found:
        return ()
    ordered = sorted(found, key=lambda m: m.start)
    if anchor == Anchor(south=anchor.south) and (day := _day_beside_open(ordered)):
        return moments(text, anchor._replace(near=day))
    ordered = _beside_full_dates(ordered)
    ordered = one_after_another(ordered, text)
    return tuple(_with_days_earlier(_with_year_apart(_with_year_earlier(ordered))))


@cache
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules that a sentence with these kinds of words can meet."""
    return tuple(rule for rule in _RULES if rule.within <= kinds)


def _moment(rule: Rule, match: re.Match[str], anchor: Anchor) -> Moment | None:
    if rule.name == "month" and not _is_month(match):
        return None
    meaning = rule.meaning(match, anchor)
    if meaning is None:
        return None
    earliest, latest = meaning.period or (None, None)
    return Moment(
        text=match.group(),
        start=match.start(),
        end=match.end(),
        earliest=earliest,
        latest=latest,
        granularity=meaning.granularity,
        direction=meaning.direction or direction(match.string, match.start()),
        rule=meaning.rule or rule.name,
        anchor=_anchor(rule, meaning, anchor),
    )


def _anchor(rule: Rule, meaning: Found, anchor: Anchor) -> date | None:
    relative = rule in _RELATIVE and meaning.period is not None
    return (anchor.day or anchor.near) if relative else None


def _is_month(match: re.Match[str]) -> bool:
    """Tell a month from a name or a verb: "May Dunne", "may", "March on the capital"."""
    month, text = match["month"], match.string
    if _MOST.search(text, max(0, match.start() - 14), match.start()):
        return True  # "the wettest June since 1976"
    if month[0].islower() or _NAME_BEFORE.search(text[: match.start()]):
        return False
    cue = _CUE.search(text[max(0, match.start() - 10) : match.start()])
    named = month in _NAMES_TOO and bool(_NAME_AFTER.match(text, match.end()))
    if match["which"] or (cue and (cue["sure"] or cue["part"] or not named)):
        return True
    ends = text[match.end() : match.end() + 1] in {"", ".", ",", ";"}
    if ends and _BOOKED_FOR.search(text, 0, match.start()):
        return True  # "planned for April."
    if _DURING_THE.search(text, max(0, match.start() - 18), match.start()):
        return bool(_COMMON_AFTER.match(text, match.end()))  # "on the August bank holiday"
    if _OF_THE_MONTH.search(text, max(0, match.start() - 6), match.start()):
        return bool(_COMMON_AFTER.match(text, match.end()))  # "the April index"
    if ends and _FOR.search(text, max(0, match.start() - 4), match.start()):
        return True  # "the release, for May,"
    if _FIGURES_FOR.search(text, max(0, match.start() - 20), match.start()):
        return not _NAME_AFTER.match(text, match.end())
    plain = month not in _NAMES_TOO and len(month) > len("Nov")
    return plain and not _NAME_AFTER.match(text, match.end())


def _beside_full_dates(found: list[Moment]) -> list[Moment]:
    """Give "19 November" beside "3 December 2026" the year that brings the two nearest."""
    written = _full_day(found)
    if written is None:
        return found
    return [_nearest(m, written) if m.rule == "month-day" else m for m in found]


def _full_day(found: list[Moment]) -> date | None:
    days = (m.earliest for m in found if m.rule in FULL_DAYS and m.earliest)
    return next(days, None)


def _day_beside_open(found: list[Moment]) -> date | None:
    """Return the full date beside a day of no year, where nothing else could tell its year."""
    is_open = any(m.rule == "month-day" and m.earliest is None for m in found)
    return _full_day(found) if is_open else None


def _nearest(moment: Moment, near: date) -> Moment:
    first = moment.earliest
    if first is None or moment.anchor is None or abs(moment.anchor.year - near.year) > 1:
        return moment
    years = (near.year - 1, near.year, near.year + 1)
    days = [d for y in years if (d := day_of(y, first.month, first.day))]
    day = min((period[0] for period in days), key=lambda d: abs((d - near).days))
    return replace(moment, earliest=day, latest=day)


def _overlaps(found: Iterable[Moment], start: int, end: int) -> bool:
    return any(start < moment.end and moment.start < end for moment in found)


def _with_year_earlier(found: list[Moment]) -> list[Moment]:
    """Read "a year earlier" beside a quarter, month or year as that period a year before."""
    kinds = {Granularity.QUARTER, Granularity.MONTH, Granularity.YEAR}
    beside = [m for m in found if m.granularity in kinds and m.earliest and m.rule != "ago"]
    if not beside:
        return found
    return [_year_before(m, beside[0]) if _YEAR_EARLIER.fullmatch(m.text) else m for m in found]


def _with_year_apart(found: list[Moment]) -> list[Moment]:
    """Read "the previous year" after a year that is named as the one before it."""
    kept: list[Moment] = []
    for moment in found:
        apart = _YEAR_APART.fullmatch(moment.text)
        named = [m for m in kept if m.rule in _NAMED_YEARS and m.earliest]
        if apart and named and (first := named[-1].earliest):
            shift = -1 if apart["back"] or apart["before"] else 1
            whole = years(first.year + shift, first.year + shift)
            if whole:
                moment = replace(
                    moment,
                    earliest=whole[0],
                    latest=whole[1],
                    granularity=Granularity.YEAR,
                    rule="year-apart",
                )
        kept.append(moment)
    return kept


def _with_days_earlier(found: list[Moment]) -> list[Moment]:
    """Read "a week earlier" after a day as the day a week before it."""
    kept: list[Moment] = []
    for moment in found:
        days = _DAYS_EARLIER.get(moment.text.lower()) or _day_apart(moment.text)
        beside = kept[-1] if kept and kept[-1].granularity is Granularity.DAY else None
        if days and beside and beside.earliest and beside.earliest == beside.latest:
            day = shifted(beside.earliest, -days)
            moment = replace(
                moment, earliest=day, latest=day, granularity=Granularity.DAY, rule="days-earlier"
            )
        kept.append(moment)
    return kept


def _day_apart(words: str) -> int:
    """Return -1 for "the following evening", the day after, and 1 for "the previous day"."""
    found = _NEXT_DAY.fullmatch(words)
    return (-1 if found["way"].lower() != "previous" else 1) if found else 0


def _year_before(moment: Moment, beside: Moment) -> Moment:
    if beside.earliest is None or beside.latest is None:
        return moment
    # The last day of a month is counted from the day after, or February would lose a day.
    earliest = shifted_months(beside.earliest, -12)
    after = shifted_months(beside.latest + timedelta(days=1), -12)
    latest = after - timedelta(days=1) if after else None
    return replace(
        moment,
        earliest=earliest,
        latest=latest,
        granularity=beside.granularity,
        rule="year-earlier",
    )
