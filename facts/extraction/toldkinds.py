"""The kind by which a text calls a body: "Open Hands, a charity that ...", "Miner Cordillera"."""

import re

from facts.extraction.grouped import grouped
from facts.extraction.mentions import Mention
from facts.extraction.namebook import NameBook
from facts.extraction.namewords import LOWER_BODIES
from facts.reading.wordlist import word_list
from facts.types import NameKind

FIRMS = word_list(
    "company firm group chain airline carmaker retailer operator brewer insurer lender"
)
_CO_OPS = word_list("co-op co-operative cooperative coop")
MAKERS = word_list(
    "miner manufacturer supplier producer developer shipyard utility startup start-up builder"
    " publisher carrier shipbuilder housebuilder brokerage wholesaler distributor bank"
)
_KINDS = LOWER_BODIES | FIRMS | _CO_OPS | MAKERS | word_list("agency trust fund")
_KIND = rf"(?P<noun>{grouped('|'.join(sorted(_KINDS)))}|[a-z]{{3,}}maker)"
# "Open Hands, a small children's charity that runs ..."
_AFTER = re.compile(
    rf",\s(?:an?|the|another)\s(?:[\w’'-]+\s){{0,4}}?{_KIND}(?=[,.]|\s(?:that|which|of|in|for|from|with"
    r"|at|and|based|run|founded|working|helping|representing|supporting|campaigning|set|owned)\b)"
)
_APPOSED = (", a", ", the ")
_NO_SUCH = frozenset({"rival", "former", "sister", "parent", "unlike", "like", "to"})


def told_kinds(book: NameBook) -> dict[str, dict[str, int]]:
    """Return, under each kind, the bodies that the text calls so, and where it first does."""
    if book.told_kinds is None:
        book.told_kinds = {}
        for sentence, found in book.found.items():
            for mention in found:
                _take(mention, sentence, book, book.told_kinds)
    return book.told_kinds


def _take(mention: Mention, sentence: str, book: NameBook, told: dict[str, dict[str, int]]) -> None:
    noun = _before(sentence, mention.start) or _after(sentence, mention.end)
    full = book.full_name(mention, sentence) if noun else ""
    # "The crane operator Ida Roe" is one person, "the miner Deltora" none.
    if noun and (" " not in full or book.kind(mention, full) is not NameKind.PERSON):
        noun = "co-op" if noun in _CO_OPS else noun
        told.setdefault(noun, {}).setdefault(full, book.order[sentence])


def _before(sentence: str, start: int) -> str | None:
    """Return the kind of "Ferry operator NorSea" and "the animal charity, Long Paddock,"."""
    words = sentence[:start].removesuffix("the ").rstrip(" ,").rsplit(" ", 2)
    noun = words[-1].lower()
    of_another = len(words) > 1 and words[-2].lower() in _NO_SUCH
    return noun if noun in _KINDS and not of_another else None


def _after(sentence: str, end: int) -> str | None:
    match = _AFTER.match(sentence, end) if sentence.startswith(_APPOSED, end) else None
    return match["noun"] if match else None


def called(noun: str, book: NameBook, place: int) -> str | None:
    """Return the one body that the text so far calls a charity, a co-op, a union."""
    noun = "co-op" if noun in _CO_OPS else noun
    named = {body for body, at in told_kinds(book).get(noun, {}).items() if at <= place}
    return next(iter(named)) if len(named) == 1 else None
