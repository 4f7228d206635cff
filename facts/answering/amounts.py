"""Whether a figure of a fact is the amount asked: a price and not by how much it rises."""

import re
from collections.abc import Iterator, Set

from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import peoples
from facts.answering.money import COINS, SIGNED
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import SHOWN_BY_FIGURES
from facts.types import FactKind, NameKind

_MONEY = re.compile(
    rf"{SIGNED}[\d.,]*(?:m|bn|k)?(?: (?:million|billion|trillion))?"
    rf"|\d[\d.,]*(?: (?:million|billion|trillion))? ?(?:{COINS}|cents?|pence|p\b|c\b|€)",
    re.IGNORECASE,
)
_PRICES = word_set("price prices cost costs fee fees fare fares charge charges rent parking ticket")
_ASKS_PRICE = re.compile(
    r"^(?:how much (?:is|are|does|do|will)\b|what (?:is|are|does|do|will)\b|(?:price|cost|fees?"
    r"|fares?|rent) (?:of|for)\b)"
)
_ASKS_CHANGE = word_set(
    "rise rises rising raise raised increase increased change fall cut drop more less dearer"
    " cheaper"
    " extra by up down"
)
_CHANGED_BY = re.compile(
    r"\b(?:by|up|extra|another|additional|further|(?:rise|increase|cut|rises|reduction) of|save"
    r"|saving)"
    r"(?: (?:about|around|up to|at least|some|an?))? $",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r" (?:more|less|higher|lower|extra|off|cheaper|dearer)\b|(?: an? \w+)? (?:rise|increase|cut"
    r"|discount)\b"
)


@only_where(lambda q: _ASKS_PRICE.match(q.small) and q.holds(_PRICES) and not q.holds(_ASKS_CHANGE))
def price_levels(seen: Seen) -> Iterator[Lacking]:
    """Ask of "price of parking" what it costs: that it rises by 20p does not say."""
    text = seen.evidence.text
    sums = list(_MONEY.finditer(text))
    changes = [
        m for m in sums if _CHANGED_BY.search(text[: m.start()]) or _CHANGES.match(text, m.end())
    ]
    if sums and len(changes) == len(sums):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_HAS_MONEY = re.compile(
    r"^how much (?:money |cash )?(?:do|does|did|has|have) .*\b(?:have|got|hold)\b"
)
_HAVING = re.compile(
    r"\b(?:ha[sd]|have|having|hold(?:s|ing)?|held|balance|bank|reserves?|accounts?|funds?|left"
    r"|remain\w*|worth|own(?:s|ed)?|saved|savings|sits?|surplus|assets|stood|stands?|with)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _HAS_MONEY.match(q.small), of=QUANTITIES)
def holdings(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much money has the club" what it has: a grant to it does not say."""
    if seen.candidate.kind is not FactKind.ROW and not _HAVING.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_LONG = re.compile(
    r"(?<!\w)(?:[ -]?(?:km|kilomet\w+|miles?|nautical)\b|[- ](?:years?|hours?|minutes?|days?"
    r"|weeks?|months?"
    r"|people|men|women|children)\b)"
)
_MASS = word_set(
    "water oil rain snow gas electricity power food rice wheat grain sugar salt flour fuel petrol"
    " diesel"
    " coal sand gravel stone concrete steel waste rubbish sewage milk beer wine gold silver"
    " copper ore"
    " timber wood fish meat land space carbon heroin cocaine cannabis drugs tobacco aid ash mud"
)


@only_where(lambda q: len(q.lowered) > 2 and q.lowered[2] in _MASS, of={Kind.HOW_MUCH})
def volumes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much water" a measure of it: how far off the dam is is none."""
    if seen.candidate.kind is FactKind.ROW:
        return
    text, figures = seen.evidence.text, seen.evidence.undated
    if figures and all(_LONG.match(text, f.end) or _LONG.search(f.of(text)) for f in figures):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_ONE, _BOTH = word_set("one single first"), word_set("both two")


@only_where(lambda q: q.holds(_ONE | _BOTH), of=QUANTITIES)
def one_or_both(seen: Seen) -> Iterator[Lacking]:
    """Tell the children who had both doses from those who had one."""
    for asked, others in ((_ONE, _BOTH), (_BOTH, _ONE)):
        for place in _of_others(seen, asked, others):
            yield Lacking(Lack.NUMBER, seen.shown([place, place + 1]), open=True)


def _of_others(seen: Seen, asked: Set[str], others: Set[str]) -> Iterator[int]:
    """Yield where a question has "new" before what a fact holds with "old" alone."""
    for place in seen.asked(asked):
        before = {seen.evidence.word_at(at - 1) for at in seen.inside(place + 1) if at}
        if before and before <= others and asked.isdisjoint(seen.evidence.folded):
            yield place


_VALUES = word_set(
    "revenue turnover sales profit profits loss losses dividend debt income earnings"
)


def _value_asked(question: Question) -> int | None:
    if question.lowered[:1] not in {("what",), ("which",), ("how",)}:
        return None
    near = range(1, min(5, len(question.lowered)))
    return next((at for at in near if question.lowered[at] in _VALUES), None)


@only_where(lambda q: _value_asked(q) is not None)
def own_values(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what profit did it make" that profit is told: sales are another value."""
    place = _value_asked(seen.question)
    match = seen.matches.get(place) if place is not None else None
    if place is None or match is None or seen.candidate.kind is FactKind.ROW:
        return
    others = _VALUES & seen.evidence.folded
    if others and not seen.inside(place):
        yield Lacking(Lack.TOPIC, seen.shown([place]), open=True)


@only_where(lambda q: "how old" in q.small)
def ages_of_persons(seen: Seen) -> Iterator[Lacking]:
    """Ask how old a person is an age or a birth: a year since which money was lost is none."""
    asked = seen.taken
    persons = [n for n in seen.candidate.names if n.kind is NameKind.PERSON]
    theirs = any(
        asked & {at for at, w in enumerate(seen.evidence.words) if n.start <= w.start < n.end}
        for n in persons
    )
    if theirs and not _OF_AGE.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how old", open=True)


_OF_AGE = re.compile(
    r"[- ]olds?\b|\baged?\b|\bages?\b|\bborn\b|\b(?:was|is|were|be|turn(?:s|ed)?|at"
    r"|nearly) \d{1,3}\b(?![.,]\d|%)"
    r"|[,(] ?\d{1,3}(?=[,.;:)]|$| (?:and|who|was|is|from|of)\b)|birthday|centenar|\bteen"
    r"|\bin (?:his|her) \w+ties\b",
    re.IGNORECASE,
)


_IN_TOTAL = re.compile(r" in (?:\w+ ){0,2}(?:sales|revenue|takings|fines|income|profits?|tax)\b")
_LOST = re.compile(
    r"\b(?:lost|lose|losing|loss of|fined|owes?)(?: (?:about|around|some|nearly))? $"
)
_ASKS_ONE = re.compile(r"(?:how much (?:is|are)\b|(?:price|cost) of\b)")


@only_where(lambda q: _ASKS_ONE.match(q.small) and not q.holds({"loss", "losses", "debt", "fine"}))
def totals(seen: Seen) -> Iterator[Lacking]:
    """Tell "lost €30,000 in ticket sales" from what a ticket costs."""
    text, sums = seen.evidence.text, list(_MONEY.finditer(seen.evidence.text))
    if sums and all(
        _IN_TOTAL.match(text, m.end()) or _LOST.search(text[: m.start()]) for m in sums
    ):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_CHANGING = word_set(
    "rise rises rising rose risen raise raised raises increase increased change changed fall falls"
    " fell fallen cut cuts drop dropped more less extra by up down grow grew grown gain gained lose"
    " lost loses shrink shrank jump jumped climb climbed gone go went win won beat miss decline"
    " declined reduce reduced slow lower higher late over overrun exceed move moved early save"
    " saved"
    " off quicker slower faster longer shorter"
)
_BY = re.compile(r"\bby (?:about |around |up to |nearly |some |an? |at least )?[$€£]?$")


@only_where(lambda q: not q.holds(_CHANGING), of={Kind.HOW_MUCH})
def changes_alone(seen: Seen) -> Iterator[Lacking]:
    """Tell "raises spending by 8 per cent" from how much is spent."""
    text = seen.evidence.text
    figures = [f for f in seen.evidence.undated if not _SPAN.search(text[f.start : f.end + _NEXT])]
    if figures and all(_BY.search(text[: f.start]) for f in figures):
        yield Lacking(Lack.ANSWER, "how much", open=True)


_NEXT = 7  # characters from a number to its unit
_SPAN = re.compile(r"^[\w.,]+[- ](?:years?|months?|weeks?|days?|hours?)\b")
_BY_SO_MUCH = re.compile(
    r"%|per ?cent|[$€£¥]|\bby \S*\d|\bby (?:an? )?(?:half|third|quarter|fifth|tenth|few|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|more)|doubl|tripl|halv|twice|\bfrom\b.*\bto\b"
    r"|\bpoints?\b|\d ?(?:km|m|cm|kg|t|p|pence|cents|tonnes|degrees|euros|dollars|pounds|pesos"
    r"|crowns)\b"
    r"|million|billion|fold|\bmore\b|\bless\b|fewer|third|quarter|half|fifth|\bthan\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.small.startswith("by how much"))
def steps(seen: Seen) -> Iterator[Lacking]:
    """Tell "will be cut in three steps" from by how much it will be cut."""
    if seen.candidate.kind is not FactKind.ROW and not _BY_SO_MUCH.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "by how much", open=True)


_STRONG = re.compile(
    r"\d ?(?:km|kph|mph|knots|m/s)|k/?m/?h|mph|magnitude|category|force \w+|richter|scale|per ?cent"
    r"|%|proof|gust|strong",
    re.IGNORECASE,
)


@only_where(lambda q: "how strong" in q.small)
def strengths(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how strong was the cyclone" a strength: how many it killed is none."""
    if not _STRONG.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how strong", open=True)


_NEW_OR_OLD = (
    (word_set("new"), word_set("old former previous existing")),
    (word_set("old"), word_set("new")),
)


@only_where(lambda q: q.holds({"new", "old"}))
def new_or_old(seen: Seen) -> Iterator[Lacking]:
    """Tell the beds of the old hospital from those of the new one."""
    for asked, others in _NEW_OR_OLD:
        for place in _of_others(seen, asked, others):
            yield Lacking(Lack.TOPIC, seen.shown([place, place + 1]), open=True)


_VOTED = word_set("vote election ballot poll referendum match game")
_FIGURED = word_set("value weight salary")
_RESULTS = word_set("result results outcome")
_DECIDED = re.compile(
    r"\d ?(?:--?|[–:]|to) ?\d|\bvotes?\b.*\bto\b \w+$|\bby (?:a |an )?\S+ (?:votes?|majority"
    r"|goals?)|\bw[io]n"
    r"|\blost|approv\w+|reject\w+|\bpass(?:ed|es)|defeat\w*|carried|\bbeat|\bdr[ae]w|per ?cent|%"
    r"|unanim|in favou?r|against|elected|agreed|\d+ votes|result|outcome|margin",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:(?:what(?:['’]?s| is| are| was| were) (?:the )?)?"
    r"(?P<known>value|result|outcome|nationality|colou?r|weight|winner|salary|owner|origin)"
    r"|(?P<bare>[a-z]+)) of (?:the |an? |its |their )?[\w-]+"
)


@only_where(lambda q: _HEAD.match(q.small))
def heads(seen: Seen) -> Iterator[Lacking]:
    """Ask of "value of the vouchers" that a fact speaks of a value, not of vouchers alone."""
    asked = _HEAD.match(seen.question.small)
    head = (asked["known"] or asked["bare"]) if asked else ""
    place = seen.asked({head} - SHOWN_BY_FIGURES)
    match = seen.matches.get(place[0]) if place else None
    if match is None or match.term.frame or seen.candidate.kind is FactKind.ROW:
        return
    people = head == "nationality" and not peoples().isdisjoint(seen.evidence.folded)
    told = bool(match.factor or (head in _FIGURED and seen.evidence.undated))
    if head in _RESULTS and seen.question.holds(_VOTED):
        told = bool(_DECIDED.search(seen.evidence.text))
    if not told and not people:
        yield Lacking(Lack.TOPIC, head, open=True)


RULES: tuple[Rule, ...] = (
    totals,
    changes_alone,
    steps,
    strengths,
    new_or_old,
    heads,
    price_levels,
    holdings,
    volumes,
    one_or_both,
    own_values,
    ages_of_persons,
)
