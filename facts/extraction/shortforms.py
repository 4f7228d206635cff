"""Short forms joined to full names: surnames, first words of bodies, places without "Lough"."""

import re
from collections import Counter
from collections.abc import Iterator

from facts.extraction.beside import after_the
from facts.extraction.cluewords import CLUB_LETTERS, CLUBS
from facts.extraction.givennames import is_common, is_given
from facts.extraction.groups import SIDES
from facts.extraction.mentions import Mention
from facts.extraction.namebook import NameBook
from facts.extraction.namewords import (
    BODIES,
    COMPANY_ENDS,
    PLACE_STARTS,
    PLACE_WORDS,
    PUBLIC_BODIES,
    THINGS,
)
from facts.extraction.places import capitals, cities, countries
from facts.types import NameKind

_LONGEST_PERSON = 3
_TWO_SURNAMES = len(("Gonzalo", "Ibáñez", "Prat"))
_OF = re.compile(r"\s(?:of|on|for)\s")
_HEADS = BODIES | SIDES
_FIRM_ENDS = COMPANY_ENDS | {"FC", "AFC", "RFC", "CC", "SC"}
_ENDS_OF_FIRMS = COMPANY_ENDS | {"Group", "Company", "Enterprises", "Industries", "Partners"}
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def join_short_forms(book: NameBook) -> None:
    alone = {mention.text for found in book.found.values() for mention in found}
    for found in book.found.values():
        for mention in found:
            if mention.is_long and _is_surnamed(mention, alone) and _may_be_person(mention, book):
                book.kinds[mention.text] = Counter({NameKind.PERSON: 2})
    for place, found in enumerate(book.found.values()):
        for mention in found:
            if mention.is_long and book.kind(mention, mention.text) is NameKind.PERSON:
                _enter_person(book, mention.text, place, alone)
    for short, fulls in book.fuller.items():
        role = next((r for text, r in book.roles.items() if text.casefold() == short), None)
        if role and len(fulls) == 1:
            book.roles.setdefault(next(iter(fulls)), role)


def _is_surnamed(mention: Mention, alone: set[str]) -> bool:
    """Tell "Cressida Bly", whom the text also calls "Bly", from bodies and places."""
    words = mention.text.split(" ")
    last = words[-1]
    known = last in BODIES or last in PLACE_WORDS or last in THINGS or is_common(last)
    return last in alone and not known and len(words) <= _LONGEST_PERSON


def _may_be_person(mention: Mention, book: NameBook) -> bool:
    """Tell "Edda Varn beat Sorn" from a team's name: the text calls her "Varn, 24,"."""
    whole = book.kinds.get(mention.text)
    last = book.kinds.get(mention.text.split(" ")[-1], Counter())
    others = last.total() - last[NameKind.PERSON]
    return whole is None or (not whole[NameKind.PERSON] and last[NameKind.PERSON] > others)


def _enter_person(book: NameBook, full: str, place: int, alone: set[str]) -> None:
    words = [word for word in full.split(" ") if word not in _SUFFIXES]
    if words[0].islower():
        return  # "van der Meulen" is itself a short form
    for at in range(1, len(words)):
        short = " ".join(words[at:]).casefold()
        book.fuller.setdefault(short, {}).setdefault(full, place)
    if len(words) == _TWO_SURNAMES and words[1] in alone and _is_surname(words[1]):
        book.fuller.setdefault(words[1].casefold(), {}).setdefault(full, place)
    if is_given(words[0]) or not (is_common(words[0]) or words[0] in cities()):
        book.given.setdefault(words[0].casefold(), {}).setdefault(full, place)


def _is_surname(word: str) -> bool:
    """Tell "Ibáñez" of Gonzalo Ibáñez Prat from a second given name."""
    return word.istitle() and not (is_given(word) or is_common(word))


def join_short_bodies(book: NameBook) -> None:
    """Let "Halloran" be a body where "Halloran Foods Plc" is one, and nobody of that name."""
    alone = {
        mention.text
        for sentence, found in book.found.items()
        for mention in found
        if not mention.is_long and after_the(sentence, mention.start)
    }
    bodies = [
        text
        for text, votes in book.kinds.items()
        if " " in text and votes.most_common(1)[0][0] is NameKind.ORGANISATION
    ]
    for text in bodies:
        words = text.split(" ")
        for short in (*ends_of(text), *_teams(words, alone)):
            book.bodies.setdefault(short, set()).add(text)
        book.heads.add(words[0])
        owner = words[0].removesuffix("'s").removesuffix("’s")
        if owner != words[0] and owner in book.first and not book.fuller.get(owner.casefold()):
            book.kinds[owner] = Counter({NameKind.ORGANISATION: 9})  # "Tolland's makes rolls"
        if len(words) == 2 and (words[0] in CLUB_LETTERS or words[0] in CLUBS):
            book.short_bodies.add(words[1])  # "Real Cordel" may well be "Cordel"
            book.bodies.setdefault(words[1], set()).add(text)
        if len(words) == 2 and words[1].rstrip(".") in _FIRM_ENDS:
            book.short_bodies.add(words[0])  # "Sharks FC" may well be "Sharks"
        if any(word in PUBLIC_BODIES for word in words):
            _take_seat(book, words[0])
            continue
        for length in range(1, len(words)):
            short = " ".join(words[:length])
            whole = length > 1 or not (_is_plain(short, book) or _is_place(short))
            if whole and not book.fuller.get(short.casefold()) and not book.country(short):
                book.short_bodies.add(short)
                _take_fullest(book, short, text)
    _join_unvoted(book)


def _join_unvoted(book: NameBook) -> None:
    """Let "Tessel", a body, be "Tessel Micro", which only its looks show to be one."""
    for found in book.found.values():
        for mention in found:
            first = mention.text.split(" ")[0]
            votes = book.kinds.get(first)
            if not (mention.is_long and votes and votes[NameKind.ORGANISATION]):
                continue
            unknown = mention.text not in book.kinds and not is_common(first)
            if unknown and book.kind(mention, mention.text) is NameKind.ORGANISATION:
                _take_fullest(book, first, mention.text)


def _teams(words: list[str], alone: set[str]) -> Iterator[str]:
    """Yield "Royals", by which the text also calls "Cane Garden Royals"."""
    last = words[-1]
    if last in alone and last.endswith("s") and not (last in BODIES or last in COMPANY_ENDS):
        yield last


def _take_fullest(book: NameBook, short: str, text: str) -> None:
    """Let "Norte Hydro" be the one "Norte Hydro Corp.", unless the text has it for a place."""
    known = book.fullest.get(short, text)
    longer, shorter = (text, known) if len(text) > len(known) else (known, text)
    votes = book.kinds.get(short, Counter())
    other = votes[NameKind.PLACE] + votes[NameKind.PERSON] > votes[NameKind.ORGANISATION]
    several = not (longer + " ").startswith(shorter + " ")
    firm = text[len(short) + 1 :].rstrip(".") in _ENDS_OF_FIRMS
    known_body = firm or " " in short or votes[NameKind.ORGANISATION] > 0
    book.fullest[short] = longer if known_body and not (several or other) else short


def _is_plain(short: str, book: NameBook) -> bool:
    """Tell a common word, which only a capital inside a sentence would make a name."""
    return is_common(short) and not book.within[short]


def ends_of(body: str) -> Iterator[str]:
    """Yield "Board" and "Water Board" for "European Water Board of Corvania"."""
    head = _OF.split(body, maxsplit=1)[0]
    of, words = head != body, head.split(" ")
    if words[-1].rstrip(".") in COMPANY_ENDS or not _is_head(words[-1]):
        return
    yield from (" ".join(words[at:]) for at in range(not of, len(words)))


def _is_head(word: str) -> bool:
    """Tell the last word of a body or side that it is called by: "Board", "Kites"."""
    return word in _HEADS or (word.endswith("s") and word[:-1].isalpha() and is_common(word))


def _take_seat(book: NameBook, town: str) -> None:
    """Let "Trewarn" be a place where "Trewarn Crown Court" sits."""
    strange = not (is_common(town) or is_given(town) or book.fuller.get(town.casefold()))
    if strange and town in book.within and town not in book.kinds:
        book.kinds[town] = Counter({NameKind.PLACE: 1})


def join_short_places(book: NameBook) -> None:
    """Let "Arran" be the place where "Lough Arran" is one."""
    for text, votes in list(book.kinds.items()):
        first, _, short = text.partition(" ")
        short = short.removeprefix("of ").removeprefix("the ")
        known = votes.most_common(1)[0][0] is NameKind.PLACE and first in PLACE_STARTS
        if known and short and short not in book.kinds and not book.fuller.get(short.casefold()):
            book.kinds[short] = Counter({NameKind.PLACE: 1})


def _is_place(word: str) -> bool:
    return word in countries() or word in capitals() or word in cities()
