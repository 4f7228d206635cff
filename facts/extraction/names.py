"""The names of one document: kinds weighed over all mentions, short forms joined to full names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from facts.extraction.beside import after_the, is_ship, words_before
from facts.extraction.cluewords import DEAL_BETWEEN, ORDERS, SHIP_LETTERS, STORMS
from facts.extraction.codes import is_numbered
from facts.extraction.definitions import definitions
from facts.extraction.givennames import is_common, is_given
from facts.extraction.groups import PARTIES
from facts.extraction.mentions import Mention, mentions
from facts.extraction.namebook import NameBook, acts_as_firm, is_strange, looks_placed, roots_of
from facts.extraction.namewords import BODIES, LONE_BODIES, SEATED
from facts.extraction.openings import (
    before_a_thing,
    is_adjective,
    is_aside,
    is_compound,
    is_formal,
    is_people,
    is_post,
    stands_alone,
)
from facts.extraction.placeclues import BERTHS
from facts.extraction.places import capitals
from facts.extraction.roles import SEATS, is_courtesy, role_after
from facts.extraction.shortforms import join_short_bodies, join_short_forms, join_short_places
from facts.extraction.tails import without_tail
from facts.types import Name, NameKind

_GOVERNS = re.compile(
    r"\s(?:will|would|has|had|said|says|and\s[A-Z]\w+\s(?:have|agreed|said)|agreed|accused"
    r"|rejected|insists?)\b"
)
_OF_BODY = re.compile(r"\s(?:of|from)\s(?:the\s)?$")
_TITLE_THE = frozenset({" The ", "The ", "“The ", "(The "})
_RUN_PLACE = re.compile(r"(?:Port|City|Town|County|Borough|Municipality|Province) of\s")
_OWN = re.compile(r"\b(?:[Oo]ur|[Yy]our|annual|yearly|weekly|monthly)\s(?:[A-Z][a-z]+\sand\s)?$")
_SAYS = re.compile(r"\s(?:said|says|told|announced|confirmed|denied|warned|added|has said)\b")
_WITHIN = re.compile(r"[a-z,] $")
_COMPANY_SAID = re.compile(
    r",\sthe\s(?:[\w-]+\s)?(?:company|firm|chain|airline|retailer|carmaker|operator|brewer|insurer"
    r"|bank|maker|group|charity|broadcaster|publisher)\s(?:has\s|had\s|also\s)?(?:said|announced"
    r"|added|confirmed|says|disclosed|reported)\b"
)
_NUMBER = re.compile(r"\s\d{1,3}\b(?![.,]?\d|\s?%)")
_GENERIC = (BODIES - LONE_BODIES - PARTIES) | {"Summit"}
_NAMED_STORMS = STORMS - {"Tropical", "Operation"}
_SHARED = frozenset({NameKind.PLACE, NameKind.PERSON})


def book_of(
    sentences: Iterable[str], rows: Mapping[str, list[Mention]] = MappingProxyType({})
) -> NameBook:
    """Return the names of a document's sentences; those of table rows may be known already."""
    book = NameBook()
    for sentence in sentences:
        if sentence not in book.found:
            book.order[sentence] = len(book.order)
            book.found[sentence] = rows[sentence] if sentence in rows else mentions(sentence)
            _define(book, sentence)
    _part_openers(book)
    for sentence, found in book.found.items():
        for mention in found:
            _enter(book, mention, sentence)
    for sentence, found in book.found.items():
        _share_kinds(book, sentence, found)
    _share_storms(book)
    _share_ships(book)
    _share_written_forms(book)
    _take_lands(book)
    join_short_forms(book)
    join_short_bodies(book)
    join_short_places(book)
    _add_bodies(book)
    return book


def _define(book: NameBook, sentence: str) -> None:
    """Take in the short names that a sentence explains; what is spelled out is one name."""
    for defined in definitions(sentence):
        book.defined[defined.short] = defined.full
        book.kinds.setdefault(defined.short, Counter())[NameKind.ORGANISATION] += 1
        start, end = defined.span.start, defined.span.end
        inside = [m for m in book.found[sentence] if m.start < end and start < m.end]
        known = [(m.start, m.end) for m in inside] == [(start, end)] and " for " not in defined.full
        # "Council of Ministers of the River Commission (RC)": the council is a body of its own.
        longer = [m for m in inside if m.start < start and m.end == end]
        organ = any(m.text.split(" ")[0] in BODIES for m in longer)
        if not (known or organ) and defined.short.isupper():
            whole = Mention(start, end, defined.full, NameKind.ORGANISATION, 5)
            kept = [m for m in book.found[sentence] if m not in inside]
            book.found[sentence] = sorted([*kept, whole], key=lambda m: m.start)


def _part_openers(book: NameBook) -> None:
    """Part a verb that opens a sentence from a name known elsewhere ("Publish Orvand's books")."""
    known = {m.text for found in book.found.values() for m in found if not m.opens}
    for found in book.found.values():
        first = found[0] if found else None
        word, _, rest = first.text.partition(" ") if first else ("", "", "")
        if first and first.opens and rest in known and first.text not in known and word in ORDERS:
            start = first.end - len(rest)
            found[0] = Mention(start, first.end, rest, None)


def names(text: str, book: NameBook) -> tuple[Name, ...]:
    """Return the names of a sentence of the document, in order."""
    found = book.found[text] if text in book.found else mentions(text)
    return tuple(_name(text, m, book) for m in found if _is_name(m, book, text))


def _enter(book: NameBook, mention: Mention, sentence: str) -> None:
    if mention.kind is not None:
        book.kinds.setdefault(mention.text, Counter())[mention.kind] += mention.weight
    if mention.kind is not NameKind.PERSON and _is_the_company(sentence, mention):
        book.kinds.setdefault(mention.text, Counter())[NameKind.ORGANISATION] += 20
    if mention.kind in (NameKind.PERSON, None):
        role = mention.role
        if is_courtesy(role) or role in SEATS:
            role = role_after(sentence, mention.end) or role
        named = mention.kind is NameKind.PERSON or mention.is_long
        if role and named and is_courtesy(book.roles.get(mention.text)):
            book.roles[mention.text] = role
    if not mention.opens:
        book.within[mention.text] += 1
    book.first.setdefault(mention.text, book.order[sentence])


def _is_the_company(sentence: str, mention: Mention) -> bool:
    """Tell "Slice Republic will close, the company said" from a land."""
    opens = mention.start <= len("The ") and ", the " in sentence
    return opens and bool(_COMPANY_SAID.search(sentence, mention.end))


def _share_kinds(book: NameBook, sentence: str, found: list[Mention]) -> None:
    """Let names in a row be of one kind: "Torvia, Kelmark and Lower Sund"."""
    gaps = [sentence[a.end : b.start] for a, b in pairwise(found)]
    for at, (one, other) in enumerate(pairwise(found)):
        listed = gaps[at] == ", " and gaps[at + 1 : at + 2] in ([" and "], [", and "], [", "])
        if gaps[at] == ", " and _in_a_place(book, one, other):
            book.kinds[other.text] = Counter({NameKind.PLACE: 1})
        if gaps[at] == " and " and DEAL_BETWEEN.search(sentence, 0, one.start):
            _share_body(book, one, other)
        if gaps[at] not in (" and ", ", and ") and not listed:
            continue
        for known, open_ in ((one, other), (other, one)):
            votes = book.kinds.get(known.text)
            if votes is None and looks_placed(known.text) and not is_given(known.text):
                votes = Counter({NameKind.PLACE: 1})
            if votes and open_.text not in book.kinds and votes.most_common(1)[0][0] in _SHARED:
                book.kinds[open_.text] = Counter({votes.most_common(1)[0][0]: 1})


def _share_body(book: NameBook, one: Mention, other: Mention) -> None:
    """Let "a deal between Sarn Foods and Ulmark" be one of two bodies."""
    for known, open_ in ((one, other), (other, one)):
        votes = book.kinds.get(known.text, Counter())
        if votes[NameKind.ORGANISATION] and open_.text not in book.kinds:
            book.kinds[open_.text] = Counter({NameKind.ORGANISATION: 1})


def _in_a_place(book: NameBook, one: Mention, other: Mention) -> bool:
    """Read "Mill Street, Trewarn" as a place in a place."""
    votes = book.kinds.get(one.text)
    kind = votes.most_common(1)[0][0] if votes else None
    parts = one.text.split(" ")
    seated = kind is NameKind.ORGANISATION and (
        parts[0].rstrip(".") in ("St", "Saint") or parts[-1] in SEATED
    )
    placed = seated or kind is NameKind.PLACE
    return placed and other.text not in book.kinds and not other.is_long and other.kind is None


def _share_storms(book: NameBook) -> None:
    """Let "Ileana" alone be the storm where "Cyclone Ileana" is one, and nobody of that name."""
    for text in list(book.kinds):
        kind, _, short = text.partition(" ")
        if kind in _NAMED_STORMS and short and " " not in short:
            book.kinds[short] = Counter({NameKind.OTHER: 9})


def _share_ships(book: NameBook) -> None:
    """Let "the Oriole" be the ship where "the tanker Oriole Star" is one."""
    for sentence, found in book.found.items():
        for ship in found:
            if ship.kind is not NameKind.OTHER or not ship.is_long:
                continue
            first = ship.text.split(" ")[0]
            bare = ship.text.partition(" ")[2]
            if first in SHIP_LETTERS and bare in book.within:
                book.kinds[bare] = Counter({NameKind.OTHER: 9})  # "the Corrina Bay", of the MV
            lone = first in book.within and first not in book.kinds
            if lone and is_ship(words_before(sentence, ship.start)):
                book.kinds[first] = Counter({NameKind.OTHER: 1})


def _share_written_forms(book: NameBook) -> None:
    """Let "SAND HARBOUR" in a dateline and "Sand Harbour" below be of one kind."""
    shouted = {
        text.title(): text for text in book.kinds if text.isupper() and len(text) > len("UK")
    }
    for title, text in shouted.items():
        if title in book.within and book.kinds[text].most_common(1)[0][0] is NameKind.PLACE:
            votes = book.kinds[text][NameKind.PLACE]
            book.kinds.setdefault(title, Counter()).update({NameKind.PLACE: votes})


def _take_lands(book: NameBook) -> None:
    """Let "Sarvanta" be a place where "Sarvantan fishermen" are told of."""
    for word in list(book.first):
        for land in roots_of(word):
            if land in book.first and land not in book.kinds and not is_common(land):
                book.kinds[land] = Counter({NameKind.PLACE: 2})
                book.within[land] += 1


def _add_bodies(book: NameBook) -> None:
    """Take "of the Orchard Party" after a person without another role as the role."""
    for sentence, found in book.found.items():
        for person, body in pairwise(found):
            apart = sentence[person.end : body.start]
            if person.text in book.roles or not person.is_long or not _OF_BODY.fullmatch(apart):
                continue
            is_person = book.kind(person, person.text) is NameKind.PERSON
            if is_person and book.kind(body, body.text) is NameKind.ORGANISATION:
                book.roles[person.text] = f"{apart.strip()} {body.text}"


def _is_name(mention: Mention, book: NameBook, text: str) -> bool:
    """Tell a name from a common word that opens its sentence."""
    if mention.text in _GENERIC:
        articled = after_the(text, mention.start)
        if articled or book.kind(mention, mention.text) is NameKind.OTHER:
            return False  # "the Government" names nothing
    if is_post(mention) or is_aside(mention, text) or is_formal(mention, text):
        return False
    if is_compound(mention, text):
        return False
    if not book.country(mention.text) and is_adjective(mention, text):
        return False
    if is_numbered(text, mention.text, mention.end):
        return False
    if _is_plain(mention, book, text) or is_people(mention):
        return False
    if not (stands_alone(mention) or is_strange(mention, book, text)):
        return True
    if acts_as_firm(mention, book, text):
        return True
    return (
        mention.text in book.short_bodies
        or book.within[mention.text] > 0
        or mention.text.casefold() in book.fuller
        or mention.text.casefold() in book.given
    )


def _is_plain(mention: Mention, book: NameBook, text: str) -> bool:
    """Tell "the Palace" and "the Dentist": a common word that nothing shows to be a name."""
    if mention.is_long or mention.kind is not None or not is_common(mention.text):
        return False
    own = _OWN.search(text, 0, mention.start)
    if not own and (not after_the(text, mention.start) or before_a_thing(mention, text)):
        return False  # "the Weber works"
    return not book.kinds.get(mention.text) and not book.bodies.get(mention.text)


def _name(text: str, mention: Mention, book: NameBook) -> Name:
    full = book.full_name(mention, text)
    kind = book.kind(mention, full)
    if mention.text in capitals() and _GOVERNS.match(text, mention.end):
        full, kind = capitals()[mention.text], NameKind.OTHER  # a government, not a place
    full = without_tail(full)
    start, end = mention.start, mention.end
    if (
        kind is NameKind.ORGANISATION
        and text.startswith("The ", start - 4)
        and _WITHIN.search(text, 0, start - 4)
    ):
        start -= len("The ")  # "checks by The Daily Lantern"
    if kind is NameKind.PLACE and mention.text in book.heads and text.endswith(" at ", 0, start):
        kind = NameKind.ORGANISATION  # "at Mercer", of Mercer Elementary
    firm = is_common(mention.text) and acts_as_firm(mention, book, text)
    if kind is NameKind.OTHER and (firm or mention.text in _GENERIC):
        kind = NameKind.ORGANISATION
    if kind is NameKind.PLACE and _RUN_PLACE.match(mention.text) and _SAYS.match(text, end):
        kind = NameKind.ORGANISATION  # "The Port of Sorn said"
    numbered = _NUMBER.match(text, end) if mention.text in BERTHS else None
    if numbered:
        end, full, kind = numbered.end(), text[start : numbered.end()], NameKind.PLACE
    titled = kind is NameKind.WORK and not full.endswith(("Act", "Bill"))
    if titled and text[max(0, start - 5) : start] in _TITLE_THE:
        start -= len("The ")
        full = text[start:end] if full == mention.text else full
    return Name(text[start:end], start, end, full, kind)
