"""What bare words ask for: "visa fee" wants a sum of money, "deadline for plans" a day."""

import re
from collections.abc import Iterator

from facts.answering import language
from facts.answering.index import filed_stems
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import AUXILIARIES, BE, is_person
from facts.answering.matching import Match
from facts.answering.money import COINS, SIGNED
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Seen, only_sense, only_where
from facts.text import words
from facts.types import FactKind, Figure

_NUMBER = (
    r"(?<![\w.,])(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[a-z]+teen"
    r"|[a-z]+ty|half|hundreds?|thousands?|millions?|billions?|dozens?|an?)"
)
_SHARE = rf"\d ?%|{_NUMBER}[ -](?:per ?cent|percentage|basis|degrees?|points?)\b|\d ?°"
_REACH = (
    rf"{_NUMBER}(?:[ -](?:and a half|million|thousand|hundred))?[ -]?(?:km|cm|mm|m|ft|in|mi|nm"
    r"|kilomet\w+|met(?:re|er)s?|centimet\w+|millimet\w+|miles?|feet|foot|yards?|inch(?:es)?"
    r"|nautical|storeys?|stor(?:ey|y|ies)|floors?|levels?|blocks?|light[ -]years?|furlongs?)\b"
)
_TIME = rf"{_NUMBER}[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b|\d:\d\d|\d\.\d"
_CODES = "USD|EUR|GBP|CHF|SEK|NOK|DKK"
_MONEY = (
    rf"{SIGNED}|\b(?:Rs|R|{_CODES}) ?\d|\d\s?(?:€|p\b(?!\.? ?m\b)|c\b)"
    rf"|{_NUMBER}(?: \w+){{0,2}} (?:{COINS}|cents?|pence|kronur|won|rand|reais|baht|zloty"
    rf"|forints?|riyals?|naira|shillings?|taka|crores?|lakhs?|florins?|guilders?|talers?|thalers?"
    rf"|{_CODES})\b"
    r"|\b(?:free|nothing|no (?:charge|fee|cost))\b"
)
PERCENT = re.compile(r"\d[\d.,]*(?:[–-]\d+)? ?(?:%|per ?cent)", re.IGNORECASE)
_ASKING = word_set("who what which when where why how whom whose whats whos")
_SUMS = word_set(
    "cost costs price prices fee fees fare fares rent rents salary salaries wage wages budget"
    " ransom dividend money"
)
_COUNTS = word_set(
    "revenue turnover sales profit profits earnings guidance forecast projection growth inflation "
    "scores rates "
    "unemployment rate turnout toll population attendance score percentage share proportion number "
    "output production size length height weight speed distance temperature"
)
_PAYING = word_set(
    "cost costs costing pay pays paying paid charge charges charged owe owes owed spend"
)
_IN_SHARES = word_set("pay pays paying paid charge charges charged")
_PAY = word_set("pay cost charge")
_DAYS = word_set("deadline date dates")
_FRAMES = _DAYS | word_set("size number amount total figure value length name new latest full")
SHOWN_BY_FIGURES = (
    _SUMS | _COUNTS | (_FRAMES - {"value"})
)  # a fact need not hold these words themselves
_SCORE = re.compile(
    r"\d ?(?:--?|[–:]) ?\d|\b\d+ to \d|\b(?:nil|goalless|draw|drew|beat|defeat\w*|won|lost)\b", re.I
)
_CLOCK = re.compile(r"\b(?:\d{1,2}(?::|\.)\d\d|\d{1,2} ?[ap]\.?m|noon|midnight|days?|weeks?)\b")
_DIGIT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third)\b", re.I)


@only_where(of={Kind.WHAT, Kind.HOW_MANY, Kind.HOW_MUCH})
def values(seen: Seen) -> Iterator[Lacking]:
    """Ask of "visa fee" that the fact gives a sum, of "deadline for plans" that it gives a day."""
    text = seen.evidence.text
    if by_column(seen):
        return
    noun = _noun(seen)
    if noun in _DAYS and not (seen.evidence.dates or _CLOCK.search(text)):
        yield Lacking(Lack.ANSWER, "when")
    elif noun == "score" and not _SCORE.search(text):
        yield Lacking(Lack.ANSWER, "the score")
    elif noun in _COUNTS and not _DIGIT.search(undated(seen)):
        yield Lacking(Lack.ANSWER, "how many")
    elif noun in _SUMS and not _sum(seen):
        yield Lacking(Lack.ANSWER, "how much")


@only_where(lambda q: _asks_price(q) or _asks_worth(q))
def priced(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much does a flat cost" that the fact gives a sum of money, and not 1,330 flats.

    What is paid or charged may be told as a rate ("pays 3% a year").
    """
    asked = _asks_price(seen.question)
    if _asks_worth(seen.question) and _SPENT.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how much", open=True)
    if not asked or by_column(seen) or _SUM.search(seen.evidence.text):
        return
    if seen.question.kind is Kind.YES_NO and any(
        m.term.word == asked and m.inside for m in seen.matches.values()
    ):
        return
    rate = asked in _IN_SHARES and _RATE.search(seen.evidence.text)
    if not rate and not any(map(_may_be_sum, seen.candidate.figures)):
        yield Lacking(Lack.ANSWER, "how much")


def _asks_price(question: Question) -> str:
    """Return the word of a question put as a sentence that asks for a sum of money, if any."""
    typed = question.lowered
    verb = question.claims.verb
    said = typed[verb : verb + 2] if verb is not None else ()
    paid = said[0] if said else ""
    if question.kind is Kind.YES_NO:
        return next((word for word in typed if word in _PAY), "")
    if question.kind is Kind.WHAT:
        return paid if paid.startswith(("pay", "paid")) and said[1:] == ("for",) else ""
    if question.kind is not Kind.HOW_MUCH:
        return ""
    if typed[2:3] and typed[2] in BE:  # "how much is the pier fee", "how much is a ticket worth"
        named = next((word for word in typed[3:] if word in _SUMS or word == "worth"), "")
        things = verb is None and " ".join(typed[3:4]).endswith("s")  # "how much were tickets"
        return named or (typed[3] if things else "")
    last = typed[-1] if typed[-1] in _PAYING else ""
    return paid if paid in _PAYING else last


def _asks_worth(question: Question) -> bool:
    """Tell "how much is petrol": what somebody spends on it is not its price."""
    typed = question.lowered
    asks = question.kind is Kind.HOW_MUCH and bool(BE.intersection(typed[2:3]))
    return asks and question.claims.verb is None


# Money, and not "the eight months that she spent in custody".
_SPENT = re.compile(
    r"\b(?:spen[dt]s?|spending)\b"
    r"(?! (?:in|at|there|(?:\w+ ){0,3}(?:hours?|days?|nights?|weeks?|months?|years?))\b)",
    re.IGNORECASE,
)


def _may_be_sum(figure: Figure) -> bool:
    """Tell a sum in a currency that nobody listed, or in none, from a number of things."""
    units = words(figure.unit or "")
    if not units:
        return bool(_MANY.search(figure.text))
    known = language.is_english(units[-1].folded) or len(units[-1].folded) <= _SIGN
    return not (known or is_person(units[-1].folded))


def undated(seen: Seen) -> str:
    """Return the text of a fact without its dates."""
    kept, at = [], 0
    for date in seen.evidence.dates:
        kept.append(seen.evidence.text[at : date.start])
        at = max(at, date.end)
    return "".join((*kept, seen.evidence.text[at:]))


def _noun(seen: Seen) -> str:
    """Return the noun whose value is asked: the first of bare words, or after "what is the"."""
    typed = seen.question.lowered
    if _is_bare(seen.question):
        return next((word for word in typed if word in _SUMS | _COUNTS | _DAYS), "")
    opening = _WHAT_IS.match(" ".join(typed))
    return opening["noun"] if opening else ""


_WHAT_IS = re.compile(
    r"(?:what|whats|what's|what’s)(?: (?:is|was|are|were|will be))?(?: (?:the|its|their|his|her))?"
    r"(?: \w+)?? (?P<noun>\w+)(?: (?:of|for|in|to|on|at|by)\b.*)?$"
)
_SUM = re.compile(_MONEY, re.IGNORECASE)
_RATE = re.compile(_SHARE, re.IGNORECASE)
_MASS = (
    r"\d[ -](?:tonn?es?|kg|kilos?|kilograms?|grams?|lit(?:re|er)s?|barrels?|bushels?|acres?"
    r"|hectares?|ha)\b"
)
_OF_ELSE = re.compile(rf"{_REACH}|{_TIME}|{_SHARE}|{_MASS}", re.IGNORECASE)
_MANY = re.compile(r"(?:thousand|million|billion|trillion|bn)s?\b|\dm\b", re.IGNORECASE)
_THINGS = re.compile(
    r"(?:votes?|goals?|cases?|homes?|houses?|flats?|jobs?|names?|seats?|times|fraction)"
)
_SIGN = 2  # letters of a sign, as "km"


def _sum(seen: Seen) -> bool:
    """Tell whether a fact holds a sum: money, or a figure that measures nothing else."""
    if _SUM.search(seen.evidence.text):
        return True
    return any(
        figure.unit
        and not is_person(figure.unit)
        and not _OF_ELSE.search(figure.text)
        and not _THINGS.fullmatch(figure.unit)
        for figure in seen.candidate.figures
    )


def _is_bare(question: Question) -> bool:
    """Tell bare words ("visa fee Torvia") from a question put as a sentence."""
    typed = question.lowered
    return bool(typed) and typed[0] not in AUXILIARIES and not _ASKING.intersection(typed)


@only_where(lambda q: _is_bare(q), of={Kind.WHAT})
def spoken_of(seen: Seen) -> Iterator[Lacking]:
    """Ask that a fact itself speaks of what bare words ask for: its title is not enough."""
    question = seen.question
    if by_column(seen):
        return
    terms = (m for m in seen.matches.values() if not (m.term.name or m.term.date))
    plain = [m for m in terms if not m.term.number and m.term.word not in _FRAMES]
    # Of "death toll rebels" the toll or the deaths must be told, not the rebels alone.
    value = next((m.term.place for m in plain if m.term.word in _SUMS | _COUNTS), None)
    if value is not None:
        plain = [m for m in plain if 0 <= value - m.term.place <= 1]
    beside = (*seen.candidate.headings, *seen.candidate.leant_on)
    near = {s for text in beside for s in filed_stems(text)}
    # A word in a name alone does not count: "Velden Mills" has no mills.
    named = {at for span in seen.evidence.names for at in seen.evidence.within(span)}
    told = any(not named.issuperset(m.places) or m.term.among(near) for m in plain)
    # What is no profit is no answer: "net cash" shares but a sense with it.
    told = told and (value is None or any(_measured(m) or m.term.among(near) for m in plain))
    score = "score" in question.lowered and _SCORE.search(seen.evidence.text)
    if plain and not told and not score:
        yield Lacking(Lack.TOPIC, seen.shown(m.term.place for m in plain))


def _measured(match: Match) -> bool:
    return match.inside and not only_sense(match)


def by_column(seen: Seen) -> bool:
    """Tell a row whose columns' heads give the unit."""
    return seen.candidate.kind is FactKind.ROW and bool(seen.candidate.headings)
