"""Whether a figure is of the sort asked: pay and no price, the dead and not the injured."""

import re
from collections.abc import Iterator

from facts.answering.counting import CURRENCIES
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import undated
from facts.types import FactKind

_PERCENT = re.compile(r"\d[\d.,]*(?:[–-]\d+)? ?(?:%|per ?cent)", re.IGNORECASE)
_PAID = re.compile(r"\b(?:paid|earn(?:s|ed|ing)?|salary|wages?|pension)\b", re.IGNORECASE)
_MONEY = (
    rf"(?:[$€£¥₹]\s?\d[\d.,]*|(?:\d[\d.,]*|[a-z]+) (?:[a-z]+ )?(?:{CURRENCIES}|pence|cents?|€))"
)
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
    text, figures = undated(seen), seen.evidence.undated
    if figures and _PERCENT.search(text) and not re.search(r"\d", _PERCENT.sub(" ", text)):
        yield Lacking(Lack.ANSWER, "how much", open=True)


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
    bare = question.kind is Kind.WHAT and _ASKING.isdisjoint(question.lowered)
    return bare and bool(question.holds(_FIGURES))


@only_where(_bare_figures)
def figures_told(seen: Seen) -> Iterator[Lacking]:
    """Ask of "measles numbers last year" that a fact holds a number."""
    if seen.candidate.kind is not FactKind.ROW and not seen.evidence.undated:
        yield Lacking(Lack.ANSWER, "how many", open=True)


RULES: tuple[Rule, ...] = (
    wages_for_prices,
    rises_for_wages,
    hurt_or_dead,
    offered_not_sold,
    figures_told,
)
