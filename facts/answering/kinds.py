"""The kind of answer that a question expects."""

from collections.abc import Sequence
from enum import StrEnum

from facts.answering.language import word_set
from facts.text import Word


class Kind(StrEnum):
    """What is asked for."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    HOW_LONG = "how_long"
    HOW = "how"
    WHY = "why"
    SAID = "said"
    YES_NO = "yes_no"
    NAME = "name"
    WHAT = "what"
    __hash__ = str.__hash__  # Enum's own is written in Python, and each candidate asks for several

    @property
    def in_words(self) -> str:
        """What a fact would have to give: "how many", "when"."""
        return "a statement" if self is Kind.YES_NO else self.value.replace("_", " ")


EVERY = frozenset(Kind)
SPANNED = frozenset(
    {Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.HOW_LONG, Kind.NAME}
)
QUANTITIES = frozenset({Kind.HOW_MANY, Kind.HOW_MUCH, Kind.HOW_LONG})
NEEDED = QUANTITIES | {Kind.WHEN}  # a fact must hold a figure or a date
_OPENING_VERBS = word_set("is are was were did does do has have had can could will would should am")
_TIMES = word_set("year years date day month time decade century period era season week")
PLACE_NOUNS = word_set(
    "city country place location town state region area continent island river village district "
    "province county neighborhood nation street venue stadium airport building"
)
_PEOPLE = word_set(
    "person people man woman president actor actress singer artist author writer leader king queen "
    "player director minister character group band team company organization nationality "
    "scientist politician general pope emperor philosopher organisation official spokesman"
)
_NUMBERS = word_set(
    "number percentage percent amount price cost score population age rate ratio temperature size "
    "distance length height weight width speed share figure total sum budget capacity level prices "
    "rent fee fees fine wage salary turnout toll proportion majority"
)
_MEASURES = word_set(
    "far old high tall big large deep wide heavy fast often few strong hot cold warm loud close "
    "thick expensive"
)
_NAMES = word_set("name names title term word nickname called named titled known")
_NAMED = word_set("name names title nickname")
PART_OF_NAME = word_set("first last middle full given family maiden second real")
_JAILS = word_set("prison jail custodial")
_OF_A_PERSON = word_set(
    "historical public political religious key leading biblical literary famous"
)
_IS = word_set("is are was were 's")
SAYING = word_set(
    "say said says think thinks claim claimed announce announced state stated comment argue "
    "describe warn believe promise tell told deny insist stress"
)
QUOTES = word_set("quote quotes")
# "Do they say when": what is asked follows.
_ASKS_ON = word_set(
    "know knows known say says said tell tells told me us you clear sure explain explains "
    "explained announce announced decide decided specify specified confirm confirmed reveal "
    "revealed on about of to as give given and or just exactly idea remember see find out "
    "show shows date day time year place"
)
_DOING = word_set("did does do has have had")
_OF = word_set("of for in at on to")
# What keywords ask for, as these nouns say before "of" or "for": "size of the fund".
_TOPICS: tuple[tuple[frozenset[str], Kind], ...] = (
    (word_set("date day year time deadline start"), Kind.WHEN),
    (word_set("size cost price number amount age length height depth population"), Kind.HOW_MANY),
    (word_set("venue location"), Kind.WHERE),
)
_TELLING = word_set("cost price age height depth population")  # a fact says these itself
# What is asked follows a question word: "what year", "which city", "what is the name".
_NOUNS: tuple[tuple[frozenset[str], Kind], ...] = (
    (_TIMES, Kind.WHEN),
    (PLACE_NOUNS, Kind.WHERE),
    (_PEOPLE, Kind.WHO),
    (_NUMBERS, Kind.HOW_MANY),
)
_SORTS = word_set("kind type sort types kinds")
# The words beside "what", "which" and "how" that tell what is asked for.
TELLING_KIND = frozenset().union(_MEASURES, _NAMES, _SORTS, *(nouns for nouns, _ in _NOUNS))
_SIMPLE = {
    "who": Kind.WHO,
    "whom": Kind.WHO,
    "whose": Kind.WHO,
    "whos": Kind.WHO,
    "when": Kind.WHEN,
    "where": Kind.WHERE,
    "why": Kind.WHY,
    "кто": Kind.WHO,
    "когда": Kind.WHEN,
    "где": Kind.WHERE,
    "сколько": Kind.HOW_MANY,
    "почему": Kind.WHY,
    "wer": Kind.WHO,
    "wann": Kind.WHEN,
    "wo": Kind.WHERE,
    "qui": Kind.WHO,
    "quand": Kind.WHEN,
    "quien": Kind.WHO,
    "cuando": Kind.WHEN,
    "donde": Kind.WHERE,
    "cuantos": Kind.HOW_MANY,
    "chi": Kind.WHO,
    "quando": Kind.WHEN,
}


def kind_of(asked: Sequence[Word]) -> tuple[Kind, frozenset[int]]:
    """Return the expected kind and the positions of words that only express it ("what year")."""
    tokens = [word.folded.removesuffix("'s") for word in asked]
    # "Name of the man who died" asks for the name, though "who" follows.
    if tokens[:1] and tokens[0] in _NAMED and "of" in tokens[1:2]:
        return Kind.NAME, frozenset({0})
    for at, token in enumerate(tokens):
        if token in _SIMPLE and not _joins_a_clause(tokens, at):
            return _SIMPLE[token], frozenset()
        if token == "how":
            return _how(tokens, at)
        if token in {"what", "which", "whats"}:
            return _what(tokens, at)
    if QUOTES.intersection(tokens):
        return Kind.SAID, frozenset(at for at, token in enumerate(tokens) if token in QUOTES)
    opening = tokens[0] if tokens else ""
    if opening in {"name", "names"}:
        return Kind.NAME, frozenset({0})
    if len(tokens) > 1 and tokens[1] in _OF:
        for nouns, kind in _TOPICS:
            if opening in nouns:
                return kind, frozenset() if opening in _TELLING else frozenset({0})
    return (Kind.YES_NO if opening in _OPENING_VERBS else Kind.WHAT), frozenset()


def _joins_a_clause(tokens: list[str], at: int) -> bool:
    """Tell "did anyone die when the dam broke" from "do they say when it broke"."""
    opens = at > 1 and tokens[0] in _OPENING_VERBS and tokens[at] in {"when", "where"}
    return opens and at + 2 < len(tokens) and tokens[at - 1] not in _ASKS_ON


def _how(tokens: list[str], at: int) -> tuple[Kind, frozenset[int]]:
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    here = frozenset({at + 1})
    if following == "many":
        return Kind.HOW_MANY, here
    if following == "much":
        return Kind.HOW_MUCH, here
    if following in {"long", "soon"}:
        return Kind.HOW_LONG, here
    if following in _MEASURES:
        return Kind.HOW_MANY, here
    return Kind.HOW, frozenset()


def _what(tokens: list[str], at: int) -> tuple[Kind, frozenset[int]]:
    near = range(at + 1, min(at + 3, len(tokens)))
    if tokens[at + 1 : at + 2] and tokens[at + 1] in _DOING:  # "what did President Varn say"
        near = range(0)
    if tokens[at + 2 : at + 3] == ["figure"] and tokens[at + 1] in _OF_A_PERSON:
        return Kind.WHO, frozenset({at + 2})
    for place in near:
        if tokens[place] == "term" and tokens[place - 1] in _JAILS:
            return Kind.HOW_LONG, frozenset({place})
    for nouns, kind in _NOUNS:
        for place in near:
            if tokens[place] in nouns:
                return kind, frozenset({place})
    if (
        tokens[at + 2 : at + 3] == ["the"]
        and tokens[at + 1] in _IS
        and tokens[at + 4 : at + 5]
        and tokens[at + 4] in _OF
    ):
        for nouns, kind in _TOPICS:
            if tokens[at + 3] in nouns:
                return kind, frozenset() if tokens[at + 3] in _TELLING else frozenset({at + 3})
    ahead = {p for p in range(at + 1, min(at + 5, len(tokens))) if tokens[p] in _NAMES}
    named = {p for p in range(at + 2, len(tokens)) if tokens[p] in {"name", "names"}}
    parts = {p - 1 for p in named if tokens[p - 1] in PART_OF_NAME}
    if ahead or parts:
        return Kind.NAME, frozenset(ahead | parts | {p + 1 for p in parts})
    asks_words = _DOING.intersection(tokens[at + 1 : at + 2])
    if asks_words and any(token in SAYING for token in tokens[at + 1 :]):
        return Kind.SAID, frozenset()
    frame = frozenset(p for p in near if tokens[p] in _SORTS)
    return Kind.WHAT, frame
