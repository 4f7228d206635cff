"""Whether a figure is of the sort asked: pay and no price, the dead and not the injured."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.measured import IS_LENGTH
from facts.answering.money import COINS, SIGNED
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.sums import holds_money
from facts.answering.values import PERCENT, undated
from facts.types import FactKind

_PAID = re.compile(r"\b(?:paid|earn(?:s|ed|ing)?|salary|wages?|pension)\b", re.IGNORECASE)
_MONEY = rf"(?:{SIGNED}[\d.,]*|(?:\d[\d.,]*|[a-z]+) (?:[a-z]+ )?(?:{COINS}|pence|cents?|€))"
_A_WEEK = re.compile(
    rf"{_MONEY} (?:an?|per|each|every) (?:hour|day|week|month|year|shift)\b", re.IGNORECASE
)
_ANY_MONEY = re.compile(_MONEY, re.IGNORECASE)
_CHARGES = re.compile(r"^(?:how much|what) (?:does|do|did|would|will) .*\b(?:charge|cost)\b")
_PRICE_OF = re.compile(r"^(?:price|cost) (?:of|for)\b")


@only_where(lambda q: _CHARGES.search(q.small) or _PRICE_OF.search(q.small))
def wages_for_prices(seen: Seen) -> Iterator[Lacking]:
    """Tell "was paid nine pounds a week" from what is charged for a bell."""
    text = seen.evidence.text
    if _PAID.search(text) and _A_WEEK.search(text) and not _ANY_MONEY.search(_A_WEEK.sub("", text)):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_EARNS = re.compile(
    r"^(?:what|how much) (?:do|does|did) .*\b(?:earn|make|get paid|paid)\b|\b(?:salary|wages?) of\b"
    r"|^what (?:is|was|are|were) .*\b(?:salary|wages?)$"
)
_RISE = word_set("rise raise increase more percent cent extra")


@only_where(lambda q: _EARNS.search(q.small) and not q.holds(_RISE))
def rises_for_wages(seen: Seen) -> Iterator[Lacking]:
    """Tell "asks for a rise of 6.5 per cent" from what is earned."""
    text = undated(seen)
    if (
        seen.evidence.undated
        and PERCENT.search(text)
        and not holds_money(seen, PERCENT.sub("", text))
    ):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_IS_PAID = re.compile(
    r"^(?:how much|what) (?:is|are|was|were|does|do|did) .*\b(?:is |are |get |gets )?(?:paid|earn)$"
)
_TOLD_PAY = re.compile(
    r"\b(?:pay\w*|paid|earn\w*|salar\w+|wages?|fees?|stipend|receiv\w*|gets?|got|income|make[sn]?"
    r"|made|unpaid|bonus|profits?|contract|revenue|sum|(?:an?|per) (?:year|month|week|hour|day)"
    r"|annual\w*|monthly|weekly)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _IS_PAID.search(q.small) and not q.holds({"for"}))
def pay_told(seen: Seen) -> Iterator[Lacking]:
    """Tell what a mission has cost from what its envoy is paid."""
    if seen.candidate.kind is not FactKind.ROW and not _TOLD_PAY.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.question.lowered[-1], open=True)


_HURT = re.compile(
    r"^how many .*\b(?:injur\w*|hurt|wounded)\b|^(?:number of )?(?:injured|wounded)\b"
)
_DIED = re.compile(r"^how many .*\b(?:died?|dead|killed|deaths|perished)\b|^(?:dead|deaths)\b")
_TOLD_HURT = re.compile(
    r"\b(?:injur\w*|hurt|wound\w*|hospital\w*|treated|harm\w*|casualt\w+|unhurt|unscathed|burns?)\b",
    re.IGNORECASE,
)
_TOLD_DEAD = re.compile(
    r"\b(?:die[ds]?|dying|dead|deaths?|kill\w*|fatal\w*|lives|toll|perish\w*|drown\w*"
    r"|bod(?:y|ies)|murder\w*|victims?|shot|lost|claim\w*|casualt\w+)\b",
    re.IGNORECASE,
)


@only_where(lambda q: bool(_HURT.search(q.small)) != bool(_DIED.search(q.small)))
def hurt_or_dead(seen: Seen) -> Iterator[Lacking]:
    """Tell the dead from the injured."""
    text = seen.evidence.text
    hurt, dead = _TOLD_HURT.search(text), _TOLD_DEAD.search(text)
    if _HURT.search(seen.question.small) and dead and not hurt:
        yield Lacking(Lack.COUNTED, "injured", open=True)
    if _DIED.search(seen.question.small) and hurt and not dead:
        yield Lacking(Lack.COUNTED, "dead", open=True)


_SOLD = re.compile(r"\bhow many .*\b(?:sold|sell)\b|\bhow many sold\b|\bnumber of .* sold\b")
_OFFERED = re.compile(
    r"\b(?:(?:on|for|up for) (?:the )?(?:sale|market|auction)|offer(?:s|ed|ing)?)\b", re.IGNORECASE
)
_GONE = re.compile(r"\b(?:sold|sells?|selling|bought|buyers?|gone|sales|taken)\b", re.IGNORECASE)


@only_where(lambda q: _SOLD.search(q.small))
def offered_not_sold(seen: Seen) -> Iterator[Lacking]:
    """Tell "put 14 houses on sale" from how many are sold."""
    text = seen.evidence.text
    if _OFFERED.search(text) and not _GONE.search(text):
        yield Lacking(Lack.VERB, "sold", open=True)


_FIGURES = word_set("numbers figures statistics stats tally")
_ASKING = word_set("what which why how who where when is are do does did has have can will")


def _bare_figures(question: Question) -> bool:
    return _bare(question) and bool(question.holds(_FIGURES))


def _bare(question: Question) -> bool:
    return question.kind is Kind.WHAT and _ASKING.isdisjoint(question.lowered)


@only_where(_bare_figures)
def figures_told(seen: Seen) -> Iterator[Lacking]:
    """Ask of "measles numbers last year" that a fact holds a number."""
    if seen.candidate.kind is not FactKind.ROW and not seen.evidence.undated:
        yield Lacking(Lack.ANSWER, "how many", open=True)


_LEFT_OVER = re.compile(
    r"^how many (?!.*\b(?:ha[sd]|have|who)\b).*\b(?:left|remain|remaining|available)$"
)
_TOLD_LEFT = re.compile(
    r"\b(?:left|remain\w*|available|still|unsold|spare|surviv\w+|only|over|free|empty|vacan\w+)\b",
    re.IGNORECASE,
)
_SOLD_OFF = re.compile(
    r"\b(?:sold|taken|used|gone|booked|spent|given out|handed out)\b", re.IGNORECASE
)


@only_where(lambda q: _LEFT_OVER.search(q.small))
def sold_not_left(seen: Seen) -> Iterator[Lacking]:
    """Tell "37,000 tickets were sold" from how many tickets are left."""
    text = seen.evidence.text
    if _SOLD_OFF.search(text) and not _TOLD_LEFT.search(text):
        yield Lacking(Lack.VERB, seen.question.lowered[-1], open=True)


_BUILT = (
    r"tunnel|bridge|road|line|river|fence|wall|pier|route|cable|pipeline|ship|boat|ferry|runway"
    r"|trail|track|canal|queue|motorway|highway|street|lake|beach|dam|border|railway|path|coast"
)
_HOW_LONG = re.compile(
    rf"^how long (?:is|are|was|will) (?:the )?(?:[\w'’-]+ ){{0,3}}(?:{_BUILT})(?: be)?"
    r"(?: (?:to|from|in|at|of|between|across) (?!.*\b(?:closed|shut|blocked|off|out|open)\b).*)?$"
)


@only_where(lambda q: _HOW_LONG.match(q.small))
def lengths_not_times(seen: Seen) -> Iterator[Lacking]:
    """Tell "will shut for five nights" from how long a tunnel is."""
    if seen.candidate.kind is not FactKind.ROW and not IS_LENGTH.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how long", open=True)


_COSTS = word_set("cost costs price prices charge")
_TAKEN_TOGETHER = word_set("total altogether all system scheme cuts freeze")
_ONE_PIECE = word_set(
    "ticket tickets fare fares pass passes membership licence license dose permit copy seat stamp"
    " admission entry visa loaf pint litre bucket"
)
_HUGE = re.compile(r"^\s?(?:million|billion|trillion|m|bn|crore|lakh)\b", re.IGNORECASE)
_PRICED = re.compile(r"^(?:how much|what|price|cost|how expensive)\b")


@only_where(
    lambda q: (
        _PRICED.match(q.small)
        and q.holds(_ONE_PIECE)
        and q.holds(_COSTS)
        and not q.holds(_TAKEN_TOGETHER)
    )
)
def prices_of_one(seen: Seen) -> Iterator[Lacking]:
    """Tell the millions spent on baths from what a ticket to them costs."""
    text = seen.evidence.text
    told = [*_SUM_OF_MONEY.finditer(text)]
    if told and all(_HUGE.match(text[m.end() :]) or _HUGE.search(m["scale"] or "") for m in told):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_SUM_OF_MONEY = re.compile(
    rf"{SIGNED}[\d.,]*\d?(?P<scale>(?:m|bn)\b| (?:million|billion|trillion|crore|lakh))?"
    rf"|\d[\d.,]* (?:million|billion) (?:{COINS})",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"^how many (?:\w+ )?votes (?:were (?:cast|counted)|did .* (?:get|win|receive|poll))\b"
)
_MARGIN = re.compile(
    r"\b(?:won|wins|beat|lost|carried|win|victory|defeat\w*)\b[^.;]* by (?:just |only |about )?$",
    re.I,
)
_TO = re.compile(r"(?: votes)? (?:to|against) ")


@only_where(lambda q: _VOTES.match(q.small))
def margins(seen: Seen) -> Iterator[Lacking]:
    """Tell "was won by 23 votes" from how many votes were cast."""
    text, figures = seen.evidence.text, seen.evidence.undated
    if figures and all(
        _MARGIN.search(text[: f.start]) and not _TO.match(text, f.end) for f in figures
    ):
        yield Lacking(Lack.NUMBER, "votes", open=True)


_CASES = re.compile(r"^(?!.*\b(?:court|murder|dea(?:d|ths?)|died?|killed)\b).*\bcases\b")
_TOLD_CASES = re.compile(
    r"\b(?:cases?|infect\w+|patients?|sick\w*|ill(?:ness)?|treated|diagnos\w+|hospital\w*"
    r"|admitted|positive|caught|contract\w+|reported)\b",
    re.IGNORECASE,
)


@only_where(
    lambda q: (
        "cases" in q.small and _CASES.search(q.small) and (q.kind is Kind.HOW_MANY or _bare(q))
    )
)
def deaths_for_cases(seen: Seen) -> Iterator[Lacking]:
    """Tell "when 31 people died" from the number of cases."""
    text = seen.evidence.text
    if seen.candidate.kind is FactKind.ROW:
        return
    if _TOLD_DEAD.search(text) and not _TOLD_CASES.search(text):
        yield Lacking(Lack.COUNTED, "cases", open=True)


RULES: tuple[Rule, ...] = (
    wages_for_prices,
    rises_for_wages,
    pay_told,
    hurt_or_dead,
    offered_not_sold,
    figures_told,
    sold_not_left,
    lengths_not_times,
    prices_of_one,
    margins,
    deaths_for_cases,
)
