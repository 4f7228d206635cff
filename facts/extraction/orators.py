"""Whose words a whole document is: the giver of a speech, and who asks and answers as Q and A."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facts.extraction.givennames import is_given
from facts.extraction.interviews import FIRST_PERSON, turns
from facts.extraction.labels import people_of
from facts.extraction.mentions import Mention, mentions
from facts.extraction.namebook import NameBook
from facts.extraction.signs import holds
from facts.types import Block, BlockKind, FactDraft, NameKind, Reading

_MANNER = (
    r"(?:(?:the|an?|full|text|transcript|of|opening|closing|keynote|inaugural|inauguration"
    r"|acceptance"
    r"|victory|farewell|budget|maiden|welcome|welcoming|commencement|national|televised|new|year"
    r"|year['’]s"
    r"|day|annual|joint|brief|introductory|concluding|prepared|floor|state|union|nation|christmas"
    r"|easter"
    r"|eulogy|as|delivered)[\s:]+)*"
)
_SPEECHES = (
    *("speech", "remarks", "address", "lecture", "eulogy", "sermon", "testimony", "toast"),
    *("message", "statement", "words", "oration", "homily"),
)
_SPEECH = f"(?:{'|'.join(_SPEECHES)})"
_GIVEN_BY = re.compile(
    rf"^{_MANNER}{_SPEECH}\b(?:\s(?!by\b|given\b|delivered\b)[^\s:,]+){{0,8}}?,?\s"
    r"(?:(?:delivered|given|made|read)\s)?by\s",
    re.IGNORECASE,
)
_OF = re.compile(rf"^{_MANNER}(?:speech|remarks|address)\sof\s", re.IGNORECASE)
_OWN = re.compile(
    rf"^['’]s?\s(?:[\w-]+\s){{0,4}}?{_SPEECH}\b(?:\s(?:to|at|on|in|before|for)\b|$)", re.I
)
_HEADED = re.compile(rf"^:\s(?:[\w-]+\s){{0,3}}?{_SPEECH}\b", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:at|on|in|to|before|during|after|upon|following|for the opening)\s")
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_LOOKED_AT = 6
_FEWEST_OWN, _OWN_SHARE = 2, 0.15
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed)?(?:\swith)?|in conversation with"
    r"|(?:talks?|talking|spoke|speaking) (?:to|with)"
    r"|Q\s?&\s?A(?:\swith)?|questions (?:for|to)|meets?|meet)[:\s]\s?(?:[\w-]+\s){0,4}?$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:interview(?:ed)?\s)?by\s|\bspoke to\s$|\binterviewed by\s$", re.IGNORECASE)
LETTERS = frozenset({"Q", "A"})


@dataclass(frozen=True, slots=True)
class Orators:
    """`speech` gives every sentence from the block `since` on; Q and A stand for two people.

    `people` says whom each label of a transcript means; `asked` and `answered` are the places of
    the blocks of an interview without labels.
    """

    speech: str | None = None
    since: int = 0
    asks: str | None = None
    answers: str | None = None
    people: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    answered: frozenset[int] = frozenset()


def orators_of(reading: Reading, drafts: Sequence[FactDraft], book: NameBook) -> Orators:
    """Return whose words the document is, as far as its first lines tell it for certain."""
    lettered = any(block.speaker in LETTERS for block in reading.blocks)
    if lettered:
        first = next(block for block in reading.blocks if block.speaker in LETTERS)
        return _of_interview(reading, book, first)
    asked, answered = turns(reading)
    if asked:
        told = _of_interview(reading, book, reading.blocks[min(asked)])
        return replace(told, asked=asked, answered=answered)
    if any(block.speaker for block in reading.blocks):
        return Orators(people=people_of(reading, book))
    giver = next((who for line in _first_lines(reading) if (who := _giver(line))), None)
    since = _start(drafts) if giver else None
    return Orators() if giver is None or since is None else Orators(_full(giver, book), since)


def topic_of(reading: Reading, book: NameBook) -> str | None:
    """Return the one person whom the title names: the text is about them."""
    title = reading.particulars.title or ""
    people = [_full(m.text, book) for m in mentions(title) if _is_person(m, book)]
    return people[0] if len(set(people)) == 1 else None


def _first_lines(reading: Reading) -> Iterator[str]:
    """Yield the title, the headings and the lines of the very beginning, labels left aside."""
    if reading.particulars.title:
        yield reading.particulars.title
    for block in reading.blocks[:_LOOKED_AT]:
        if not block.speaker:
            yield reading.text[block.start : block.end]


def _giver(line: str) -> str | None:
    """Return who gives the speech that a line announces."""
    if not holds(line.lower(), _SPEECHES):
        return None
    opening = _GIVEN_BY.match(line) or _OF.match(line)
    for mention in mentions(line):
        named = mention.kind is NameKind.PERSON or _looks_personal(mention)
        if opening and mention.start >= opening.end():
            if _WHERE.search(line, opening.end(), mention.start):
                return None  # "by the Minister at the opening of Sarn College"
            return mention.text if named or mention.kind is NameKind.ORGANISATION else None
        if named and (_OWN.match(line[mention.end :]) or _HEADED.match(line[mention.end :])):
            return mention.text
    return None


def _looks_personal(mention: Mention) -> bool:
    """Tell "Ida Roe", of whom a line alone shows nothing."""
    return mention.kind is None and mention.is_long and is_given(mention.text.split(" ")[0])


def _start(drafts: Sequence[FactDraft]) -> int | None:
    """Return the block where somebody begins to speak for themselves; None if nobody does."""
    spoken = [draft.block for draft in drafts if FIRST_PERSON.search(_QUOTED.sub("", draft.text))]
    enough = len(spoken) >= max(_FEWEST_OWN, _OWN_SHARE * len(drafts))
    return spoken[0] if enough else None


def _of_interview(reading: Reading, book: NameBook, first: Block) -> Orators:
    asks, answers, people = None, None, []
    for line in _lines_before(reading, first):
        for mention in mentions(line):
            before = line[: mention.start]
            if not _is_person(mention, book):
                continue
            people.append(_full(mention.text, book))
            if _BY.search(before) or before.endswith(" tells "):
                asks = asks or people[-1]
            elif line.startswith((" tells ", " told "), mention.end) or _INTERVIEW.search(before):
                answers = answers or people[-1]
    others = dict.fromkeys(name for name in people if name != asks)
    if answers is None and len(others) == 1:
        answers = next(iter(others))
    return Orators(
        asks=asks,
        answers=answers if answers != asks else None,
        people=people_of(reading, book),
    )


def _lines_before(reading: Reading, first: Block) -> Iterator[str]:
    if reading.particulars.title:
        yield reading.particulars.title
    yield from (line.strip() for line in reading.text[: first.start].splitlines())


def _is_person(mention: Mention, book: NameBook) -> bool:
    full = _full(mention.text, book)
    return " " in full and (
        mention.kind is NameKind.PERSON or book.kind(mention, full) is NameKind.PERSON
    )


def _full(name: str, book: NameBook) -> str:
    longer = book.fuller.get(name.casefold(), {})
    return next(iter(longer)) if len(longer) == 1 else name


def speaks(orators: Orators, block: Block, place: int) -> str | None:
    """Return who gives the speech that a block is part of."""
    spoken = block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
    return orators.speech if spoken and not block.speaker and place >= orators.since else None
