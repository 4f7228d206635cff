"""Which body "the hospital" or "the Committee" means: the only one of the document that it can.

The title block counts: under "Standing Committee on Water" a report's "the Committee" is that one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from facts.extraction.introduced import depends
from facts.extraction.mentions import mentions
from facts.extraction.namebook import Firms, NameBook
from facts.extraction.namewords import PUBLIC_BODIES
from facts.extraction.phrases import Speaker
from facts.extraction.shortforms import ends_of
from facts.extraction.signs import words_in
from facts.extraction.standins import CALLED_BY_KIND, CO_OPS, bodies_named, is_of_kind, of_kind
from facts.extraction.toldkinds import FIRMS, MAKERS, called, told_kinds
from facts.reading.wordlist import word_list
from facts.types import BlockKind, Name, NameKind, Reading

_THE = re.compile(r"[Tt]he\s(?P<noun>[a-z]+(?:[\s-][a-z]+)?)$")
_ANY_FIRM = frozenset({"company", "firm", "group"})
# Words of a sentence that stand before its subject.
_RUNS_UP = re.compile(r"(?:^|\s)(?!the\s)[a-z]{2,}\s")
_RARE = frozenset({"union", "party", "bank"})
_NO_FIRMS = word_list(
    "Union Party Court Association Federation Alliance Council Times Herald News Gazette Post Press"
    " Radio TV Tribune Journal Standard Observer Courier Wire Newswire School Hospital Club FC"
    " Parliament Senate Congress Police Army Navy Church Fund Trust Foundation Society Team Index"
)
# Names by which a text calls a body of another name, if it has no other such.
_ALSO_CALLED = {
    "agency": ("Authority", "Administration", "Bureau", "Directorate"),
    "authority": ("Agency", "Administration"),
    "watchdog": ("Authority", "Commission", "Agency", "Ombudsman"),
    **dict.fromkeys(("co-op", "co-operative", "cooperative"), CO_OPS),
}
_SMALL = frozenset({"of", "the", "on", "for", "and", "in"})
_LONGEST_LINE = 90
_LONGEST_LINK = 4
_LINKS = frozenset({"degli", "della", "ferch", "against", "without"})
_LONGEST_KIND = 3
# Nouns of bodies that a text has many of, named and unnamed.
_LOOSE = frozenset(
    {"company", "group", "union", "party", "government", "army", "police", "bank", "ministry"}
)
_BODIES = word_list(
    "company firm ministry agency union government bank court council office regulator party group"
    " club board committee commission authority university school hospital police charity watchdog"
    " institute report study"
)
_SOME_BODY = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Aa]nother)\s(?:[\w-]+\s){0,2}?"
    rf"(?:{'|'.join(sorted(_BODIES))})\b"
)
# "The council published its plan. It says ...": the plan may say it.
_DOCUMENT = re.compile(
    r"\b(?:strategy|plan|report|letter|statement|paper|bill|document|survey|study|list|notice|guide"
    r"|memo|dossier|review|agreement|treaty|text|article|book|message|law|decree|order|draft|act"
    r"|poll|budget|charter|contract|sign|website|app|page|leaflet|post|ruling|judge?ment"
    r"|inquiry)s?\b"
)
_INDEX = re.compile(r"\s(?:stock\s|share\s)?(?:index|exchange|market|bourse)\b")
_TO_WHOM = re.compile(r"\b(?:told|statement to|interview with|quoted by|e-?mail to)\s(?:the\s)?$")
_BEFORE_BODY = re.compile(
    r"(?:But\s|And\s)?(?:(?:The|the|An?|Its)\s(?:[\w-]+\s){0,3}(?:[a-z-]+,?\s)?|[A-Z][a-z]+\s)?"
)


def take_headed_bodies(reading: Reading, book: NameBook) -> None:
    """Enter the bodies that are a whole line of the title block, where the text has no other."""
    for line in _lines(reading):
        words = _small(line) if line.isupper() else line
        if not all(map(_may_be_named, words.split(" "))):
            continue  # as most headlines, which tell something
        found = mentions(words)
        whole = len(found) == 1 and words.removeprefix("The ") == found[0].text
        if whole and found[0].is_long and found[0].kind is NameKind.ORGANISATION:
            for short in ends_of(found[0].text):
                book.bodies.setdefault(short, {found[0].text})


def _may_be_named(word: str) -> bool:
    """Tell a word that a body's name may hold: one with a capital, or a short one between them."""
    return not word[:1].islower() or len(word) <= _LONGEST_LINK or word in _LINKS


def body_meant(words: str, book: NameBook, place: int) -> str | None:
    """Return the body that "the hospital" means at a sentence: the only one named so far."""
    told = _THE.fullmatch(words)
    if told is None:
        return None
    if (body := _called(told["noun"], book, place)) is not None:
        return body
    if told["noun"] in FIRMS:
        return _firm_meant(book, place) or _only_so_far(told["noun"], book, place)
    if told["noun"] in _LOOSE:
        return _only_body(told["noun"], book, place) if told["noun"] in _RARE else None
    heads = (told["noun"].title(), *_ALSO_CALLED.get(told["noun"], ()))
    whole = {body for head in heads for body in book.bodies.get(head, set())}
    body = next(iter(whole or _so_called(told["noun"], book)), None) if len(whole) < 2 else None
    # The title block stands before all.
    return body if body and book.first.get(body, 0) <= place else None


def _so_called(noun: str, book: NameBook) -> set[str]:
    """Return the one name of the text that ends so: "Arts Festival" for "the festival"."""
    ends = f" {noun.title()}"
    named = {m.text for found in book.found.values() for m in found if m.text.endswith(ends)}
    return named if len(named) == 1 and not _tells_of_several(noun, book) else set()


def _called(noun: str, book: NameBook, place: int) -> str | None:
    """Return the body that the text calls a charity, where no other is one by its name."""
    body = None if noun in _ANY_FIRM else called(noun, book, place)
    if body is None:
        return None
    by_name = of_kind(noun, book, place) if noun in _LOOSE else book.bodies.get(noun.title(), ())
    return body if all(other == body for other in by_name) else None


def own_company(words: str, start: int, text: str, names: tuple[Name, ...]) -> str | None:
    """Read "Tarn Foods will buy Kip, the company said" as the word of whom the sentence opens with.

    `words` are the speaker's, at `start` in the sentence.
    """
    told = _THE.fullmatch(words)
    first = next((n for n in names if n.kind is NameKind.ORGANISATION), None)
    if told is None or first is None or first.end > start:
        return None
    if told["noun"] not in FIRMS:
        alone = sum(n.kind is NameKind.ORGANISATION for n in names if n.end <= start) == 1
        opens = first.start <= len("The ") and alone and is_of_kind(first.name, told["noun"])
        return first.name if opens and told["noun"] in CALLED_BY_KIND else None
    opens = len(text[: first.start].split()) <= _LONGEST_KIND and not depends(text, first)
    return first.name if opens and not _is_public(first.name) else None


def _only_body(noun: str, book: NameBook, place: int) -> str | None:
    """Return the one body that is a union by its name, where the text tells of no other union."""
    whole = book.bodies.get(noun.title(), set())
    if len(whole) != 1 or _tells_of_several(noun, book):
        return None
    body = next(iter(whole))
    alone = not any(other != body for other in of_kind(noun, book, place))
    return body if alone and book.first.get(body, 0) <= place else None


def _tells_of_several(noun: str, book: NameBook) -> bool:
    if noun not in book.several:
        others = r"\b(?:an?|another|other|two|both)\s(?:[\w-]+\s)?"
        other = re.compile(rf"{others}{noun}s?\b|\b{noun}s\b", re.IGNORECASE)
        book.several[noun] = any(other.search(sentence) for sentence in book.order)
    return book.several[noun]


def _firm_meant(book: NameBook, place: int) -> str | None:
    """Return whom "the company" means: the only one of the text, or its subject named last.

    The subject of a text is the company that opens it.
    """
    if book.firms is None:
        book.firms = _firms_of(book)
    if (told := _told_as_firms(book, place)) and len(told) == 1:
        firm = next(iter(told))
        return firm if book.firms.lead in (None, firm) else None
    places, names, lead, only = book.firms
    if only:
        return names[0] if len(names) > 1 and places[0] <= place else None
    if lead is None:
        return None
    after = bisect_right(places, place)
    last = bisect_left(places, places[after - 1])
    return lead if set(names[last:after]) == {lead} else None


def _only_so_far(noun: str, book: NameBook, place: int) -> str | None:
    """Return the only company named so far, where no other is told of without a name."""
    named = {n for n, at in bodies_named(book).items() if at < place and not _is_public(n)}
    some = re.compile(rf"\b(?:an?|another|its|rival)\s(?:[\w-]+\s){{0,2}}{noun}\b|\b{noun}s\b")
    if len(named) != 1 or any(some.search(text) for text, at in book.order.items() if at <= place):
        return None
    return next(iter(named))


def _told_as_firms(book: NameBook, place: int) -> set[str]:
    """Return the bodies so far that the text calls companies: "the energy company Fjellkraft"."""
    told = (b for kind, b in told_kinds(book).items() if kind in FIRMS or kind in MAKERS)
    return {name for bodies in told for name, at in bodies.items() if at <= place}


def _firms_of(book: NameBook) -> Firms:
    told = [
        (book.order[sentence], mention.start, full)
        for sentence, found in book.found.items()
        for mention in found
        if book.kind(mention, full := book.full_name(mention, sentence)) is NameKind.ORGANISATION
        and not _is_public(full)
        and not _INDEX.match(sentence, mention.end)
    ]
    opening = next(iter(book.found), "")
    first = told[0] if told else (1, 0, "")
    leads = first[0] == 0 and not _RUNS_UP.search(opening, 0, first[1])
    names = [full for _, _, full in told]
    lead = first[2] if leads else None
    return Firms([at for at, _, _ in told], names, lead, len(set(names)) == 1)


def _is_public(body: str) -> bool:
    """Tell a ministry, court, union or newspaper: nobody calls it "the company"."""
    return any(word in PUBLIC_BODIES or word in _NO_FIRMS for word in body.split(" "))


def named_body(found: Speaker, short: str, book: NameBook) -> Speaker:
    """Read "The Board" as the one body that ends so; as written, and not sure, of several."""
    whole = book.bodies[short]
    if len(whole) > 1 and short != found.name:
        return found._replace(sure=False)
    return found._replace(name=book.whole_body(short))


def _lines(reading: Reading) -> Iterator[str]:
    for block in reading.blocks:
        if block.kind is not BlockKind.HEADING:
            return
        if block.end - block.start <= _LONGEST_LINE:
            yield reading.text[block.start : block.end].strip()


def _small(line: str) -> str:
    """Return "Standing Committee on Water" for the same in capitals."""
    words = (word.lower() if word.lower() in _SMALL else word.title() for word in line.split(" "))
    return " ".join(words)


def told_of(text: str, names: tuple[Name, ...]) -> str | None:
    """Return the body that a sentence opens with and is about, where it tells of no document."""
    body = next((n for n in names if n.kind is NameKind.ORGANISATION), None)
    if body and (body.start == 0 or _BEFORE_BODY.fullmatch(text, 0, body.start)):
        told = None if depends(text, body) else body.name
    else:
        described = _SOME_BODY.match(text)
        told = described.group() if described else None
    return None if told is None or _DOCUMENT.search(text) else told


def _is_told(text: str, name: Name) -> bool:
    """Tell to whom something was told: "in a statement to the Harbour Echo"."""
    return bool(_TO_WHOM.search(text, max(0, name.start - 20), name.start))


def bodies_in(text: str, names: tuple[Name, ...]) -> int:
    """Return how many bodies a sentence tells of, named or described."""
    named = len(
        {n.name for n in names if n.kind is NameKind.ORGANISATION and not _is_told(text, n)}
    )
    told = not _BODIES.isdisjoint(words_in(text))
    return named + (len(_SOME_BODY.findall(text)) if told else 0)
