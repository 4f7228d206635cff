"""What may stand before a name at the head of a sentence, and is none of it."""

import re

from facts.extraction import namewords as words
from facts.extraction.cluewords import KIN, NUMERALS, SCHOOL_YEARS
from facts.extraction.givennames import is_common, is_given
from facts.extraction.nameparts import PARTICLE, PARTICLES_TOO, Part
from facts.extraction.nametokens import trimmed
from facts.reading.wordlist import word_list

_OPENS = re.compile(r"(?:^|[.!?:—–|-]\s)[\W_]*$|[“‘\"«]\s?$")
_MONTH_CUE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|to|and|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate"
    r"|mid|\d)[\s-]$"
)
_DAYS = word_list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_DAY_CUE = re.compile(r"\b(?:on|last|next|this|late|early|by|since|until|before|after)\s$")
_KEPT = word_list(
    """
    Just First Second Third Good Next Last Late Beyond All Water Women Children Men Workers Students
    Schools Trains Services Passengers Residents Voters Engineers Scientists Doctors Families Rain
    Snow
    """
)
# Words for a body with which none is called by name.
_NO_NAME_STARTS = word_list(
    """
    insurer airline brokerage broker broadcaster retailer lender carmaker drugmaker chipmaker
    shipbuilder operator supplier manufacturer distributor dredger contractor startup watchdog
    wholesaler grocer supermarket publisher utility landlord pollster conglomerate newspaper
    magazine website tabloid nonprofit think-tank
    """
)
_TRADE = re.compile(
    r"[a-z]{2}(?:[eo]r|ist|ian|man|woman|eer|ess|ant|guard|keeper|swain|mate|lete|dier)$"
)
_NO_TRADES = word_list(
    """
    Water Winter Silver Copper Amber Summer Easter River Tower Center Master Power Super Paper
    Harbor Harbour Manor Motor Minor Senior Junior Interior Exterior Corner Border Former Later
    Better Letter Chapter Number Timber Cancer Tiger Panther Hunter Thunder Pepper Ginger Mister
    Northern Other Either Neither Never Ever After Under Over However Whatever Another Together
    Business Princess Express Access Success Fortress Distant Instant Giant Elephant Restaurant
    German Roman Norman Human Ottoman Italian Indian Russian Christian Labor Color Colour Honor
    """
)
_NEIGHBOURS = word_list(
    "neighbour neighbor villager islander eyewitness bystander onlooker shopper worker protester"
    " demonstrator parent employee policeman policewoman fireman parishioner colleague teammate"
    " supporter passer-by stallholder shareholder mum dad gran retiree pensioner homeowner"
    " housewife"
    " commuter jobseeker holidaymaker churchgoer"
)
_COUNTED = frozenset(
    {"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven"}
)
_SIDED = frozenset(
    {"Republican", "Democrat", "Democratic", "Independent", "Liberal", "Conservative", "Labour"}
    | {"Green", "Socialist", "Unionist", "Nationalist"}
)
_FEASTS = frozenset({"Christmas", "Boxing", "May", "Easter", "Ascension", "Shrove", "Labour"})
_WHOLE_STARTS = frozenset({"The Hague", "Our Lady"})
_LETTERED = frozenset(
    {"Group", "Plan", "Pool", "Band", "Grade", "Vitamin", "Hepatitis", "Category", "Class"}
)
# Irish bodies whose name opens with the article: "An Garda Síochána".
_IRISH = frozenset({"Garda", "Post", "Taisce", "Bord", "Coimisiún", "Chomhairle", "Óige"})
_ARTICLES = frozenset({"The", "A", "An", "I", "And", "But", "Or", "He", "She", "It", "They", "We"})
_WHOLE = words.PLACE_WORDS | words.THINGS | words.BODIES
_KINDS = _WHOLE | words.PLACE_STARTS | words.TITLES
_ASKED = re.compile(r"\s(?:be\b|[a-z]+(?<!ed)(?<!s)\b).*\?$")
_CONTRACTED = re.compile(r"(?:I|You|We|They|He|She|It|There|That|Who|What)['’](?:ll|m|ve|d|re|s)")


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a word begins a sentence, or what is quoted."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # as most words do
    return start == 0 or bool(_OPENS.search(text[max(0, start - 4) : start]))


def names_nothing(parts: list[Part]) -> bool:
    """Tell "The" and "May" that stand alone, as most capitals do, before anything is looked at."""
    if len(parts) == 2 and parts[1].plain in ("Eve", "Day"):
        return parts[0].plain in _FEASTS  # "Christmas Eve"
    if len(parts) == 2 and len(parts[1].plain) == 1:
        return parts[0].plain in _LETTERED  # "Group D"
    if len(parts) != 1:
        return False
    word = parts[0].plain
    opener = word in words.OPENERS and (parts[0].start == 0 or not _given_too(word))
    return opener or word in words.NOT_NAMES


def without_opener(text: str, parts: list[Part], *, opens: bool) -> list[Part]:
    """Drop words that begin sentences, and "The" anywhere; "Per" or "Will" inside may be names."""
    while parts and (
        parts[0].plain in words.NOT_NAMES
        or _CONTRACTED.fullmatch(parts[0].text)
        or (opens and _opener_of(parts) in words.OPENERS)
        or (parts[0].plain in words.OPENERS and (opens or not _given_too(parts[0].plain)))
    ):
        if " ".join(p.plain for p in parts[:2]) in _WHOLE_STARTS or is_irish_body(parts):
            break
        if len(parts) > 1 and _opens_a_name(text, parts, opens=opens):
            break
        if len(parts) > 1 and not opens and parts[0].plain in _KEPT and not parts[1].is_link:
            break
        parts = trimmed(parts[1:])
    return parts


def is_irish_body(parts: list[Part]) -> bool:
    """Tell "An Garda Síochána" from "An Irish court"."""
    return len(parts) > 1 and parts[0].plain == "An" and parts[1].plain in _IRISH


def _opener_of(parts: list[Part]) -> str:
    """Return "Two" of "Two-handed", but all of "All-State" that opens a longer name."""
    head, _, rest = parts[0].plain.partition("-")
    whole = head == "All" and rest[:1].isupper() and len(parts) > 1
    return parts[0].plain if whole else head


def _opens_a_name(text: str, parts: list[Part], *, opens: bool) -> bool:
    """Tell "May Dunne" and "driver August Berg" from "in May" and "Will Norway"."""
    first, second = parts[0], parts[1]
    owned = first.text != first.plain and not second.is_link
    if owned and any(each.plain in words.BODIES for each in parts[1:4]):
        return True  # "The Women's Institute", "the People's Progress Party"
    if first.plain in _DAYS and _DAY_CUE.search(text, max(0, first.start - 8), first.start):
        return False  # "on Monday Velda Lines said"
    if (
        not opens
        and first.plain not in _ARTICLES
        and not (second.is_link or is_common(second.plain))
    ):
        return second.plain not in words.NOT_NAMES  # "in Can Ranh"
    if second.plain in ("Without", "Against") and len(parts) > 2:
        return True  # "Doctors Without Borders"
    if first.plain in words.PLACE_STARTS and not second.is_link:
        return second.plain not in words.TITLES  # "New Orleans"
    if first.plain in words.MONTHS_TOO and PARTICLE.match(second.text):
        return True  # "Jan de Boer"
    if second.is_link or second.plain in words.NOT_NAMES or second.plain in words.TITLES:
        return False
    if first.plain in words.MONTHS_TOO:
        return not _MONTH_CUE.search(text[max(0, first.start - 10) : first.start])
    if first.plain == "Will" and _ASKED.match(text, second.last) and not is_given(second.plain):
        return False  # "Will Torvia retaliate?"
    return opens and first.plain in words.GIVEN_TOO


def _given_too(word: str) -> bool:
    return is_given(word) or word in words.GIVEN_TOO


def opens_with_a_word(parts: list[Part]) -> bool:
    """Tell "Substitute Teemu Salo" and "Yesterday Ida Roe" by the person that follows."""
    first = parts[0].plain
    if _is_trade(parts):
        return True
    if len(parts) > 2 and first.lower() in _NEIGHBOURS:
        return not all(is_common(each.plain) for each in parts[1:3])  # "Neighbour Reg Aas"
    post = words.is_person_noun(first.lower())
    if first in PARTICLES_TOO:
        return False  # "Dos Santos Lima walked free."
    if len(parts) < 2 or not (is_common(first) or post) or parts[1].is_link:
        return False
    if first in words.RATHER_GIVEN and len(parts) == len(("Dean", "Roe")):
        return False
    if is_given(parts[1].plain) and first.lower().removesuffix("s") in KIN:
        return True  # "Sisters Amy and Beth Roe"
    placed = first in words.PLACE_STARTS  # "Port Regis Pelicans"
    return post or (len(parts) > 2 and is_given(parts[1].plain) and not placed)


def _is_trade(parts: list[Part]) -> bool:
    """Tell "Rider Temwa Zork": what somebody does, and two words that no English text holds."""
    first = parts[0].plain
    trade = len(parts) == len("abc") and is_common(first) and _TRADE.search(first)
    other = first in _NO_TRADES or first in _WHOLE or first in words.PLACE_STARTS
    if not trade or other:
        return False
    named = (not each.is_link and not is_common(each.plain) for each in parts[1:])
    return all(named) and parts[2].plain not in _WHOLE


def opens_as_a_kind(each: Part) -> bool:
    """Tell "Insurer" and "Harbourmaster", which say what the name behind them is."""
    word = each.plain.lower()
    return word in _NO_NAME_STARTS or word in _NEIGHBOURS or words.is_person_noun(word)


def led_by_a_side(parts: list[Part]) -> bool:
    """Tell "Republican Sheila Marsh": a plain word before a person's two names."""
    if len(parts) != 3 or any(each.is_link for each in parts):
        return False
    first, given, last = (each.plain for each in parts)
    if first in PARTICLES_TOO:
        return False  # "Dos Santos Lima"
    plain = is_common(first) and first not in _KINDS and not is_given(first)
    if first in _SIDED and _given_too(given):
        return last not in _WHOLE
    return plain and is_given(given) and not is_common(given) and last not in _WHOLE


def opens_with_a_kind(parts: list[Part]) -> bool:
    """Tell "Brokerage Finch & Co." and "Rival Orvand AG" from "Bank Leumi"."""
    first = parts[0].plain.lower()
    if len(parts) < 2 or parts[1].is_link:
        return False
    if first == "rival" or (first in words.LOWER_BODIES and parts[1].plain.isupper()):
        return True  # "Union IG Metall"
    if first == "charity" and parts[1].plain not in words.BODIES:
        return True  # "Charity Open Ward"
    if first in _NO_NAME_STARTS and not (len(parts) > 2 and parts[1].is_link):
        return True  # "Insurer Open Door"
    kind = first in words.LOWER_BODIES or first.endswith("maker")  # "Chipmaker Orbix"
    kind = kind and parts[0].plain not in words.BODIES
    return kind and not is_common(parts[1].plain)


def is_school_year(parts: list[Part]) -> bool:
    """Tell "Form Four" and "Year Nine" from names."""
    year = len(parts) == 2 and parts[0].plain in SCHOOL_YEARS
    return year and (parts[1].plain in _COUNTED or parts[1].plain in NUMERALS)
