"""Whether a description may stand for somebody, or some body, that the document names.

"The mum-of-four", "the airline" and "the party" are said of those named before: where the text
names any that it can mean, and none for certain, nobody is shown.
"""

import re

from facts.extraction.anybody import PEOPLE
from facts.extraction.holders import head_noun
from facts.extraction.namebook import NameBook
from facts.extraction.namewords import LOWER_BODIES, PUBLIC_BODIES
from facts.extraction.titlewords import is_person_noun
from facts.reading.wordlist import word_list
from facts.types import NameKind

_FAMILY = re.compile(
    r"\b(?:mum|mother|mom|dad|father|parent|gran|grandmother|grandfather|grandad)(?:-|\s)of(?:-|\s)"
)
_EPITHETS = word_list(
    """
    star agent hero heroine icon legend ace teen mum mom dad gran granny grandad granddad bride
    groom fiance fiancé fiancee fiancée newlywed accused deceased graduate native exile tenant
    incumbent candidate nominee favourite favorite champion finalist medallist medalist laureate
    genius maestro debutant prodigy teenager youngster rookie newcomer veteran centre-back
    full-back left-back right-back lock prop hooker fly-half scrum-half seamer all-rounder
    centre-half forward peer baronet aristocrat duo couple pair trio twins brothers sisters siblings
    friends parents newlyweds octogenarian septuagenarian nonagenarian centenarian sextuagenarian
    briton scot spaniard dane swede finn pole turk frenchman dutchman irishman welshman
    academic politician
    """
)
# "The two companies said in a statement": named before, both or all of them.
_OF_SEVERAL = re.compile(r"[Tt]he (?:two|three|four|five) (?:[a-z-]+ )?(?P<noun>[a-z-]+)")
_A_DOER = re.compile(r"[a-z](?:[eo]r|ist|ian|man|woman|ee|ant|[^m]ent)$")
# Doers by their ends only.
_NOBODY = LOWER_BODIES | word_list(
    """
    paper letter committee chamber register order newsletter poster airliner maker tribunal centre
    center meter counter corner quarter chapter charter harbor harbour sector factor reactor tower
    server computer plant settlement tournament document event border water weather river power
    order brewer refiner bottler trader monitor indicator number matter manor newspaper member
    winter summer disaster employer lawmaker theater theatre semester
    """
)
_FIRMS = word_list(
    """
    company firm group chain airline carmaker retailer operator brewer insurer lender bank maker
    manufacturer supplier publisher developer shipyard utility startup shipbuilder housebuilder
    carrier contractor distributor wholesaler brokerage miner builder producer
    """
)
_OF_ANY_KIND = word_list(
    """
    agency association organisation organization body charity federation foundation trust fund
    network alliance coalition movement forum programme program campaign society institute watchdog
    regulator authority bureau union party club team side league board committee commission
    co-op co-operative cooperative guild
    """
)
# What else is called by its kind alone once it is told of: "the health ministry ... the ministry".
_KINDS = word_list("ministry office department service council court university school hospital")
CALLED_BY_KIND = _OF_ANY_KIND | _KINDS
_REGULATORS = word_list(
    "Authority Commission Regulator Office Agency Board Ombudsman Inspectorate Bureau Service"
    " Directorate Administration Commissioner Watch Register Executive Standards Council"
)
CO_OPS = word_list("Co-op Co-operative Cooperative Coop")
_OWN_KIND = {
    **dict.fromkeys(("co-op", "co-operative", "cooperative"), CO_OPS),
    "party": word_list(
        "Party Congress Movement Front Alliance Democrats Coalition League Union Bloc Labour Greens"
        " Liberals Conservatives Republicans Nationalists"
    ),
    "union": word_list("Union Federation Guild Association Brotherhood Congress Workers Alliance"),
    "guild": word_list("Guild"),
    **dict.fromkeys(("regulator", "watchdog"), _REGULATORS),
    "federation": word_list("Union Federation Guild Association"),
    "ministry": word_list("Ministry Department"),
    "bank": word_list("Bank Bancorp Banco Banca Banque Banken"),
    "court": word_list("Court Tribunal"),
    "school": word_list("School Academy College High Primary Elementary"),
    "university": word_list("University College Institute"),
    "hospital": word_list("Hospital Infirmary Clinic"),
}
# No union is "the trust", and no court "the fund".
_ONE_KIND = word_list(
    "trust fund club team board committee commission society institute bureau charity foundation"
    " programme program forum network league"
)
_OTHER_KIND = word_list(
    "Union Party Court Tribunal Police Parliament Senate Congress Army Navy Ministry School College"
    " University Bank Council Government Department Hospital Infirmary Clinic Academy"
)
_LONGEST_ACRONYM = 6


def may_be_named(words: str, book: NameBook, place: int) -> bool:
    """Tell whether a description that nobody is known by may mean somebody or a body named so far.

    `place` is the number of its sentence in the document.
    """
    if words[:4].lower() != "the ":
        return False
    if several := _OF_SEVERAL.fullmatch(words):
        noun = several["noun"]
        noun = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
        return noun in _FIRMS or noun in CALLED_BY_KIND
    noun = head_noun(words)
    if _is_epithet(noun) or _FAMILY.search(words):
        return bool(book.fuller)
    bare = words.count(" ") == 1
    if noun in _FIRMS:
        return any(at <= place and not _is_public(name) for name, at in bodies_named(book).items())
    if not bare or noun not in CALLED_BY_KIND:
        return False
    return _is_told_of(noun, book, place) or bool(of_kind(noun, book, place))


def may_mean(words: str, body: str, book: NameBook) -> bool:
    """Tell whether a description may mean this body, named in the document."""
    noun = head_noun(words)
    if words[:4].lower() != "the " or body not in bodies_named(book):
        return False
    if noun in _FIRMS:
        return not _is_public(body)
    return noun in CALLED_BY_KIND and is_of_kind(body, noun)


def in_full(short: str, book: NameBook) -> str:
    """Return the one body of the document that "Halcyon" or "FCB", a body too, is short for."""
    if short in book.defined or short in book.defined.values():
        return short
    letters = _is_acronym(short) and " " not in short
    whole = [
        body
        for body in bodies_named(book)
        if body.startswith(short + " ") or (letters and _initials(body) == short)
    ]
    return whole[0] if len(whole) == 1 else short


def _initials(body: str) -> str:
    return "".join(word[0] for word in body.split(" ") if word[0].isupper())


def of_kind(noun: str, book: NameBook, place: int) -> list[str]:
    """Return the bodies named so far that "the party" or "the union" could be."""
    return [n for n, at in bodies_named(book).items() if at <= place and is_of_kind(n, noun)]


def _is_epithet(noun: str) -> bool:
    """Tell a word for one person, or a pair, that is no office: "star", "official", "full-back"."""
    if noun in _EPITHETS or noun in PEOPLE:
        return True
    return not is_person_noun(noun) and noun not in _NOBODY and bool(_A_DOER.search(noun))


def is_of_kind(name: str, noun: str) -> bool:
    """Tell whether "the party", "the court" or "the trust" may be this body."""
    words = name.split(" ")
    if noun in _OWN_KIND:
        saint = words[0] in ("St", "St.", "Saint") and noun in ("school", "hospital")
        alone = len(words) == 1 and noun in ("regulator", "watchdog")  # "Ofgas"
        return saint or alone or not _OWN_KIND[noun].isdisjoint(words) or _is_acronym(name)
    if noun in _KINDS:
        return noun.title() in words
    return noun not in _ONE_KIND or noun.title() in words or _OTHER_KIND.isdisjoint(words)


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= _LONGEST_ACRONYM


def _is_told_of(noun: str, book: NameBook, place: int) -> bool:
    """Tell whether the text has told of "the weather agency" before it says "the agency"."""
    kind = re.compile(rf"\b(?!(?:the|an?|its|their|his|her|this|that|one)\b)[a-z][a-z-]+\s{noun}\b")
    return any(at < place and noun in text and kind.search(text) for text, at in book.order.items())


def _is_public(name: str) -> bool:
    return any(word in PUBLIC_BODIES for word in name.split(" "))


def bodies_named(book: NameBook) -> dict[str, int]:
    """Return the bodies of the document, each with the place of the sentence that first names it.

    A news agency in a dateline, or to which something was told, is left out.
    """
    if book.named_bodies is None:
        book.named_bodies = {}
        for sentence, found in book.found.items():
            for mention in found:
                full = book.full_name(mention, sentence)
                told = sentence.endswith(("told ", "told the ", "("), 0, mention.start)
                if not told and book.kind(mention, full) is NameKind.ORGANISATION:
                    book.named_bodies.setdefault(full, book.order[sentence])
    return book.named_bodies
