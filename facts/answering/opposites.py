"""Facts that say the opposite of what is asked: jobs created are not jobs cut."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from facts.answering.kinds import EVERY, QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.text import stem

Stems = frozenset[str]
_OPPOSED: tuple[tuple[Stems, Stems], ...] = tuple(
    (frozenset(map(stem, one.split())), frozenset(map(stem, other.split())))
    for one, other in (
        (
            "cut cuts cutting lose lost losing lay laid axe axed shed slash redundant redundancy",
            "create created creating add added hire hired hiring recruit recruited gain gained",
        ),
        (
            "rise rose risen increase grow grew grown climb gain jump up",
            "fall fell fallen drop decline decrease shrink shrank slump plunge down",
        ),
        ("export", "import"),
        ("arrive arrived arrival", "depart departed departure leave left"),
        ("accept approve back", "reject refuse oppose"),
        ("hire appoint", "dismiss sack fire resign"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("men male boys", "women female girls"),
        ("urban", "rural"),
        ("upper", "lower"),
        ("net", "gross operating"),
        ("inner inside indoor", "outer outside outdoor"),
        ("minimum lowest smallest cheapest", "maximum highest largest dearest"),
        ("domestic", "foreign international overseas"),
        ("public", "private"),
        ("winter", "summer"),
        ("primary", "secondary"),
        ("final", "preliminary interim initial provisional draft"),
        ("permanent", "temporary interim"),
        ("senior", "junior"),
        ("husband", "wife"),
        ("son", "daughter"),
        ("brother", "sister"),
        ("mother", "father"),
        ("pay pays paid paying payment", "owe owes owed owing"),
    )
)


def _by_stem() -> Mapping[str, list[tuple[Stems, Stems]]]:
    """Return for each stem those that say the same, with those that say the opposite."""
    found: dict[str, list[tuple[Stems, Stems]]] = defaultdict(list)
    for same, opposite in (*_OPPOSED, *((b, a) for a, b in _OPPOSED)):
        for each in same:
            found[each].append((same, opposite))
    return dict(found)


_OPPOSITES = _by_stem()
_AGAINST = re.compile(
    r"\b(?:against|oppos\w+|reject\w*|dissent\w*|objected|objects|no|not|nay|noes|preferred|refused"
    r"|abstain\w*|\w+n['’]t)\b",
    re.IGNORECASE,
)
_VOTING = word_set("vote votes voted voting")
_NO_MORE = re.compile(r"\bno (?:more|longer)\b")
_ENDING = re.compile(
    r"\b(?:no|not|never|\w+n['’]t|without|stop\w*|end(?:s|ed|ing)?|abolish\w*|scrap\w*|drop\w*"
    r"|ceas\w+|ban(?:s|ned)?|free|until|ax(?:e|ed)|phas\w+|remov\w+|halt\w*|clos\w+"
    r"|shut\w*|quit|discontinu\w+|withdr\w+|leav\w+|left|former\w*)\b",
    re.IGNORECASE,
)


@only_where(lambda q: any(term.forms[0].stems[0] in _OPPOSITES for term in q.terms))
def opposites(seen: Seen) -> Iterator[Lacking]:
    """Ask that a fact does not tell of the opposite alone, as of jobs created for jobs cut."""
    held = seen.evidence.places.keys()
    for place, match in seen.matches.items():
        if match.inside or match.term.frame:
            continue
        for same, opposite in _OPPOSITES.get(match.term.forms[0].stems[0], ()):
            if not held.isdisjoint(opposite) and held.isdisjoint(same):
                yield Lacking(Lack.VERB, seen.shown([place]), open=True)


@only_where(lambda q: q.holds(_VOTING))
def against(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who voted against it" that the fact speaks of those who did."""
    typed = seen.question.lowered
    asked = [at for at in seen.asked(_VOTING) if typed[at + 1 : at + 2] == ("against",)]
    if asked and not _AGAINST.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.shown([asked[0], asked[0] + 1]))


@only_where(lambda q: _NO_MORE.search(q.small), of=EVERY - {Kind.YES_NO})
def no_longer(seen: Seen) -> Iterator[Lacking]:
    """Ask of "from when are there no more fines" that the fact tells of an end of something."""
    if not _ENDING.search(seen.evidence.text):
        yield Lacking(Lack.DENIED, "no more", open=True)


_IS_AGAINST = re.compile(
    r"^who(?:'s|’s|s)? (?:(?:is|was|are|were|has been) )?(?:all )?(?:against|opposed to"
    r"|opposes?|opposing|objects? to|objected to)\b"
)
_OPPOSING = re.compile(
    rf"{_AGAINST.pattern}|\b(?:object\w*|disagree\w*|critic\w*|condemn\w*|denounc\w*|protest\w*"
    r"|resist\w*|unhappy|oppon\w+|veto\w*|block\w*|fight\w*|angry|anger\w*|concern\w*|complain\w*"
    r"|petition\w*|fear\w*|warn\w*|call(?:s|ed) (?:it|them|the)|wrong|attack\w*|challeng\w*"
    r"|den(?:y|ies|ied)|worr\w+|anti)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _IS_AGAINST.match(q.small))
def opponents(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is against the fee" that a fact tells of somebody against something."""
    if not _OPPOSING.search(seen.evidence.text):
        yield Lacking(Lack.ROLE, "against", open=True)


_WOMEN = word_set("women woman women's womens woman's female ladies girls girl")
_MEN = word_set("men man men's mens man's male boys boy")
_OF_WOMEN = word_set("she her hers herself") | _WOMEN
_OF_MEN = word_set("he his him himself") | _MEN
_WINNING = word_set("win wins won winner winners winning champion champions title race first")


@only_where(lambda q: q.holds(_WINNING), of={Kind.WHO, Kind.NAME})
def sexes(seen: Seen) -> Iterator[Lacking]:
    """Tell a man who won from the winner among women."""
    folded = seen.evidence.folded
    for asked, theirs, others in ((_WOMEN, _OF_WOMEN, _OF_MEN), (_MEN, _OF_MEN, _OF_WOMEN)):
        meant = seen.asked(asked)
        if meant and folded.isdisjoint(theirs) and not folded.isdisjoint(others):
            yield Lacking(Lack.ROLE, seen.shown(meant), open=True)


_EACH = word_set("each every")
_APIECE = re.compile(
    r"\b(?:each|every|per|apiece|both|all|individual\w*|equal\w*|annual\w*|daily|yearly|monthly"
    r"|weekly|an? (?:day|week|month|year|hour|head|person|piece)|\d+ (?:an?|to) \w+)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:carrying|holding|containing|loaded with|laden with|worth)(?: \S+){0,3} $", re.IGNORECASE
)
_HOLDING = re.compile(r"\b(?:carr(?:y|ied|ying)|hold\w*|held|contain\w*|load\w*|cargo|worth)\b")


@only_where(lambda q: q.holds(_EACH), of=QUANTITIES)
def apiece(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how much does each town get" that a fact tells of each, not of all together."""
    typed = seen.question.lowered
    asked = [at for at in seen.asked(_EACH) if typed[at + 1 : at + 2] != ("of",)]
    if asked and not _APIECE.search(seen.evidence.text):
        yield Lacking(Lack.COUNTED, seen.shown([asked[0], asked[0] + 1]), open=True)


@only_where(lambda q: not _HOLDING.search(q.small), of=QUANTITIES)
def carried(seen: Seen) -> Iterator[Lacking]:
    """Tell what a ship carries ("a tanker carrying 38,000 tonnes leaked") from what has leaked."""
    evidence = seen.evidence
    numbers = evidence.undated
    if numbers and all(_HELD.search(evidence.text[: n.start]) for n in numbers):
        yield Lacking(Lack.COUNTED, seen.question.kind.in_words, open=True)
