"""Capitals that name nothing: words that open a sentence, adjectives of unknown countries."""

import re

from facts.answering.language import english_words
from facts.extraction.beside import after_the
from facts.extraction.cluewords import STYLES
from facts.extraction.givennames import is_common, is_given
from facts.extraction.mentions import Mention
from facts.extraction.namewords import BODIES, GIVEN_TOO, THINGS, TITLES, is_person_noun
from facts.extraction.numberwords import ORDINAL_WORDS
from facts.extraction.places import capitals, cities, demonyms
from facts.reading.wordlist import word_list
from facts.text import fold
from facts.types import NameKind

_ADJECTIVE = re.compile(r"[^\W\d_]{3,}(?:ian|ean|ese|ish)")
_THING_AFTER = re.compile(
    r"\s(?!(?:said|says|was|is|are|were|has|had|have|will|would|could|can|may|and|or|in|on|at|for"
    r"|with|to"
    r"|of|from|who|by|as|but|told|did|does|then|also|after|before|when|while|[a-z]+ed|left|went"
    r"|came|took|made|met|held|won|lost|fell|rose|grew"
    r"|led|ran|sat|saw|sent|gave|got|began|sank|struck|kept|built|paid|bought|sold|drew|beat|spoke"
    r"|[a-z]+ly)\b)[a-z]"
)
_PEOPLE = re.compile(r"[^\W\d_]{4,}(?:ians|eans)|[^\W\d_]{4,}[^\W\d_aeiou]ans")
_OF_LAND = re.compile(r"[^\W\d_]{3,}(?:an|i|ic|ch)")
_MONEY_AFTER = re.compile(
    r"\s(?:crowns?|dollars?|dinars?|pesos?|pounds?|francs?|marks?|kron[eoa]r?|rupees?|shillings?"
    r"|liras?|florins?|ducats?|guilders?|rials?|riyals?|dirhams?|roubles?|rubles?|lev|zloty)\b"
)
_LAND_AFTER = re.compile(
    r"\s(?:government|army|navy|forces|troops|soldiers|cabinet|parliament|president|authorities"
    r"|ambassador|embassy|officials|police|waters|side|delegation|rebels|economy|people|nationals"
    r"|citizens|minister|ministry|foreign|prime|language|flag|currency|opposition|military|border"
    r"|air force|coast guard|coastguard|state|republic|constitution|fishermen|farmers|voters"
    r"|notes?|bonds?|gilts?|companies|exports|imports|athletes?|team|side|players?|refugees"
    r"|migrants|law|society)\b"
)
_DAY_AFTER = re.compile(r"['’]s?\s(?:Day|Eve)\b")
_ROLES_OF_MANY = word_list(
    "Leaders Ministers Members Delegates Parties Heads Participants Representatives Governors"
    " Mayors Presidents Ambassadors Councillors Deputies Senators Commissioners Directors Trustees"
    " Signatories Delegations Governments"
)
_GATHERINGS = frozenset({"Meeting", "Session", "Sitting", "Round"})
_GATHERED = _GATHERINGS | {"Summit", "Assembly", "Conference", "Congress"}
_SITTINGS = word_list("Ordinary Extraordinary Annual Regular Special Ministerial Plenary General")
_SUBJECT = re.compile(r"[A-Z][a-z]{3,}(?:ology|ography|ometry|onomics|iatrics)")
_NOBODY = frozenset(
    {
        "Special",
        "Arrangement",
        "Handout",
        "Supplied",
        "File",
        "Staff",
        "Courtesy",
        "Archive",
        "Stock",
    }
)
_CREDIT = re.compile(r"\b(?:Photos?|Pictures?|Images?|Credit|Photographs?|Video):\s$")
_ENDS_PART = frozenset({",", ".", ";", ")", ""})
_OF_DOCUMENT = frozenset({"Commission", "Committee", "Board", "Bill"})
_POSTS = TITLES - BODIES
_SURE = 3
_ENDS = ("s", "es", "ed", "d", "ing", "ly", "ers", "er")


def stands_alone(mention: Mention) -> bool:
    """Tell a mention that opens its sentence and may be a mere word there ("Floods swept ...")."""
    if not mention.opens or mention.is_long or mention.weight >= _SURE:
        return False
    head, _, rest = fold(mention.text).partition("-")
    if rest.islower() and mention.text.partition("-")[2].islower():
        return _is_word(head) and _is_word(rest)  # "Cross-examined by Ida Roe"
    return (
        _is_word(fold(mention.text))
        and not _may_be_given(mention.text)
        and mention.text not in cities()
        and mention.text not in capitals()
    )


def _is_word(folded: str) -> bool:
    """Tell an English word in a form of its own or a plain one; stems would take long to load."""
    words = english_words()
    return folded in words or any(
        folded.removesuffix(end) in words for end in _ENDS if folded.endswith(end)
    )


def _may_be_given(word: str) -> bool:
    return is_given(word) or word in GIVEN_TOO


def is_post(mention: Mention) -> bool:
    """Tell "Relief Coordinator" from a name: what somebody is."""
    if not mention.is_long:
        return False
    words = mention.text.split(" ")
    told = mention.kind in (None, NameKind.PERSON) and words[-1] in _POSTS
    return told and is_person_noun(words[-1].lower()) and all(map(is_common, words))


def is_adjective(mention: Mention, text: str) -> bool:
    """Tell "Drovian ships" from a name: what it is made from is known nowhere."""
    if mention.text in STYLES:
        return before_a_thing(mention, text)
    if mention.is_long or is_given(mention.text) or mention.text in cities():
        return False
    if _MONEY_AFTER.match(text, mention.end):
        return True
    told = mention.kind is None and bool(_OF_LAND.fullmatch(mention.text))
    if told and _LAND_AFTER.match(text, mention.end):
        return True
    if not _ADJECTIVE.fullmatch(mention.text):
        return False
    return bool(_THING_AFTER.match(text, mention.end))


def before_a_thing(mention: Mention, text: str) -> bool:
    """Tell a name that a noun follows, which it tells more about ("the Weber works")."""
    return bool(_THING_AFTER.match(text, mention.end))


def is_compound(mention: Mention, text: str) -> bool:
    """Tell "a Conservative-Agrarian pact" and "All-Star guard": plain words that only describe."""
    if mention.is_long or mention.kind is not None or "-" not in mention.text:
        return False
    parts = mention.text.split("-")
    plain = all(is_common(part) or _OF_LAND.fullmatch(part) for part in parts)
    return plain and before_a_thing(mention, text)


def is_people(mention: Mention) -> bool:
    """Tell "Lusovians", the people of a land, from a name."""
    told = not mention.is_long and mention.kind is None and bool(_PEOPLE.fullmatch(mention.text))
    return told and mention.text not in demonyms() and mention.text not in BODIES


def is_formal(mention: Mention, text: str) -> bool:
    """Tell "Leaders", "Tenth Meeting", "Chargé d'Affaires" and "Photo: Special Arrangement"."""
    words = mention.text.split(" ")
    if len(words) == 1:
        many = mention.text in _ROLES_OF_MANY and mention.weight < _SURE
        if mention.weight < _SURE and _SUBJECT.fullmatch(mention.text):
            return True  # "a student of Microbiology"
        return many or mention.text in ("House", "Cabinet") or mention.text in _GATHERINGS
    if words == ["General", "Assembly"]:
        return False
    if words[-1] in _GATHERED and all(word in _SITTINGS for word in words[:-1]):
        return True
    if len(words) == 2 and words[1] in _GATHERINGS and words[0].lower() in ORDINAL_WORDS:
        return True
    if words[-1].replace("’", "'") == "d'Affaires":
        return True
    credited = _CREDIT.search(text, max(0, mention.start - 14), mention.start)
    return credited is not None and all(word in _NOBODY for word in words)


def is_aside(mention: Mention, text: str) -> bool:
    """Tell "(Lab)", "Valentine's Day" and "the debt's Holder" from names."""
    start, end = mention.start, mention.end
    if _DAY_AFTER.match(text, end):
        return True
    articled = after_the(text, start)
    if articled and (mention.text in THINGS or mention.text in _OF_DOCUMENT):
        return True  # "the Bill", "The Committee"
    sure = mention.kind is not None and mention.weight > _SURE
    if mention.is_long or sure or not is_common(mention.text):
        return False
    if articled and is_person_noun(mention.text.lower()):
        return True  # "The Clerk"
    if mention.kind is not None:
        return False
    if (
        text[max(0, start - 3) : start].lower() in (" a ", "an ")
        and text[end : end + 1] in _ENDS_PART
    ):
        return True  # "a Democrat,"
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return bracketed or text[max(0, start - 3) : start] in ("'s ", "’s ", "s' ", "s’ ")
